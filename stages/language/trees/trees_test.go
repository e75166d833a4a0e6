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
	for verb, want := range map[int]int{3: 1, 4: 1, 6: 1, 9: 1} {
		if got := tree.Subject(verb); got != want {
			t.Errorf("subject of %s: %d, want %d", envoys[verb].Lower, got, want)
		}
	}
	if tree.Passive(4) || !tree.Passive(9) {
		t.Error("only praised is passive")
	}
	if !tree.Under(2, 4) || tree.Under(4, 1) {
		t.Error("who is below agreed, agreed not below envoys")
	}
	if got := slices.Collect(tree.Conjuncts(4)); !slices.Equal(got, []int{4, 9}) {
		t.Errorf("conjuncts of agreed: %v", got)
	}
}

// They asked him to leave: who leaves is he. "after" ends the control.
func TestTreeControl(t *testing.T) {
	var tree Tree
	tree.Reset(made([4]any{"they", "PRP", 2, "nsubj"}, [4]any{"asked", "VBD", 0, "root"}, [4]any{"him", "PRP", 2, "obj"},
		[4]any{"to", "TO", 5, "mark"}, [4]any{"leave", "VB", 2, "xcomp"},
		[4]any{"after", "IN", 7, "mark"}, [4]any{"failed", "VBD", 2, "advcl"}))
	if got := tree.Subject(4); got != 2 {
		t.Errorf("subject of leave: %d, want 2", got)
	}
	if got := tree.Subject(6); got != -1 {
		t.Errorf("subject of failed: %d, want none", got)
	}
}
