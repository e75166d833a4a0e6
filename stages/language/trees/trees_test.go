package trees

import (
	"parley/stages"
	"slices"
	"testing"
)

// made makes the tokens of a sentence of words, tags, heads from 1 and relations.
func made(rows ...[4]any) []stages.Token {
	var tokens []stages.Token
	for _, r := range rows {
		tokens = append(tokens, stages.Token{
			Lower: r[0].(string),
			XPOS:  stages.ParseXPOS(r[1].(string)),
			Head:  int16(r[2].(int) - 1),
			Rel:   stages.ParseRel(r[3].(string)),
		})
	}
	return tokens
}

// The envoys who met agreed to withdraw and were praised.
var envoys = made(
	[4]any{"the", "DT", 2, "det"}, [4]any{"envoys", "NNS", 5, "nsubj"}, [4]any{"who", "WP", 4, "nsubj"},
	[4]any{"met", "VBD", 2, "acl:relcl"}, [4]any{"agreed", "VBD", 0, "root"}, [4]any{"to", "TO", 7, "mark"},
	[4]any{"withdraw", "VB", 5, "xcomp"}, [4]any{"and", "CC", 10, "cc"}, [4]any{"were", "VBD", 10, "aux:pass"},
	[4]any{"praised", "VBN", 5, "conj"}, [4]any{".", ".", 5, "punct"},
)

func TestTree(t *testing.T) {
	var tree Tree
	tree.Reset(envoys[:4])
	tree.Reset(envoys)
	if got := slices.Collect(tree.Children(4)); !slices.Equal(got, []int{1, 6, 9, 10}) {
		t.Errorf("children of agreed: %v", got)
	}
	if from, to := tree.Span(1); from != 0 || to != 4 {
		t.Errorf("span of envoys: %d to %d, want 0 to 4", from, to)
	}
	if from, to := tree.Span(9); from != 7 || to != 10 {
		t.Errorf("span of praised: %d to %d, want 7 to 10", from, to)
	}
	if !tree.Under(2, 4) || tree.Under(4, 1) {
		t.Error("who is below agreed, agreed not below envoys")
	}
	if got := slices.Collect(tree.Conjuncts(4)); !slices.Equal(got, []int{4, 9}) {
		t.Errorf("conjuncts of agreed: %v", got)
	}
}
