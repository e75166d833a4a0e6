package clauses_test

import (
	"fmt"
	"strings"
	"testing"

	"parley/stages"
	"parley/stages/annotate"
	"parley/stages/clauses"
	"parley/stages/stagetest"
)

func chain(t testing.TB) []stages.PerArticle {
	t.Helper()
	a, err := annotate.New(annotate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, err := clauses.New(clauses.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return []stages.PerArticle{a, c}
}

// dump prints each sentence and under it a clause a line: the words of the
// predicate, what it means, who, whom, to whom, by which prepositions, the form,
// whether it took place and by whose word.
func dump(d *stages.Document) string {
	var b strings.Builder
	for i, st := range d.Sentences {
		words := func(list []int16) string {
			var w []string
			for _, k := range list {
				w = append(w, d.Word(st.Tokens[k]))
			}
			return strings.Join(w, "+")
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintln(&b, strings.Join(strings.Fields(d.Article.Text[st.Start:st.End]), " "))
		var rows [][]string
		for _, c := range d.Clauses[i] {
			predicate := d.Word(st.Tokens[c.Predicate])
			if c.Support >= 0 {
				predicate += " (" + d.Word(st.Tokens[c.Support]) + ")"
			}
			args := ""
			add := func(role string, list []int16) {
				if len(list) > 0 {
					args += " " + role + "=" + words(list)
				}
			}
			add("agent", c.Agents)
			add("patient", c.Patients)
			add("to", c.Recipients)
			add("beside", c.Modifiers)
			for _, o := range c.Obliques {
				add(st.Tokens[o.Prep].Lower, o.Heads)
			}
			add("when", c.Times)
			if c.Under.Clause >= 0 || len(c.Under.Sources) > 0 {
				args += " says=" + words(c.Under.Sources)
			}
			rows = append(rows, []string{"  " + predicate, c.Lemma, form(&c), c.Factuality.String(), strings.TrimSpace(args)})
		}
		b.WriteString(stagetest.Table(rows))
	}
	return b.String()
}

func form(c *stages.Clause) string {
	f := [...]string{"-", "past", "present", "future"}[c.Tense]
	if c.Aspect&stages.Perfect != 0 {
		f += " perfect"
	}
	if c.Aspect&stages.Progressive != 0 {
		f += " progressive"
	}
	f += [...]string{"", " possible", " necessary", " would"}[c.Modality]
	if c.Passive {
		f += " passive"
	}
	if c.Negated {
		f += " not"
	}
	return f
}

func TestGolden(t *testing.T) { stagetest.Golden(t, "testdata/*.txtar", chain(t), dump) }

// TestHostile holds that no tree makes the stage fail: circles, heads outside of
// the sentence, all words on one, a chain, and a single token.
func TestHostile(t *testing.T) {
	stage := chain(t)[1]
	for name, head := range map[string]func(i, n int) int{
		"circle":  func(i, n int) int { return (i + 1) % n },
		"pairs":   func(i, n int) int { return i ^ 1 },
		"outside": func(i, n int) int { return i + n },
		"no root": func(i, n int) int { return -1 },
		"itself":  func(i, n int) int { return i },
		"star":    func(i, n int) int { return n / 2 },
		"chain":   func(i, n int) int { return i - 1 },
		"back":    func(i, n int) int { return min(i+1, n-1) },
	} {
		t.Run(name, func(t *testing.T) {
			for _, n := range []int{1, 2, 3, 7, 60} {
				for rel := stages.NoRel; rel <= stages.RelXcomp; rel++ {
					for _, upos := range []stages.UPOS{stages.NoUPOS, stages.PosVerb, stages.PosNoun, stages.PosAdj, stages.PosPron} {
						run(t, stage, n, head, func(i int) (stages.UPOS, stages.Rel) { return upos, rel })
					}
				}
				run(t, stage, n, head, func(i int) (stages.UPOS, stages.Rel) {
					return stages.UPOS(i % 18), stages.Rel(i * 7 % 50)
				})
			}
		})
	}
}

// TestLinear holds that a sentence of many thousand words takes time in
// proportion, whatever its tree: what takes its square would take hours.
func TestLinear(t *testing.T) {
	stage := chain(t)[1]
	for _, head := range []func(i, n int) int{
		func(i, n int) int { return 0 },
		func(i, n int) int { return i - 1 },
		func(i, n int) int { return i / 300 * 300 },
	} {
		for rel := stages.NoRel; rel <= stages.RelXcomp; rel += 3 {
			for _, upos := range []stages.UPOS{stages.PosVerb, stages.PosNoun} {
				run(t, stage, 30000, head, func(i int) (stages.UPOS, stages.Rel) { return upos, rel })
			}
		}
		run(t, stage, 30000, head, func(i int) (stages.UPOS, stages.Rel) { return stages.UPOS(i % 18), stages.Rel(i * 7 % 50) })
	}
}

func run(t *testing.T, stage stages.PerArticle, n int, head func(i, n int) int, what func(i int) (stages.UPOS, stages.Rel)) {
	t.Helper()
	words := []string{"talks", "with", "to", "attack", "said", "by", "invasion", "not", "the", "which"}
	text := strings.Repeat("x", n)
	d := stagetest.Document(text)
	s := stages.Sentence{End: int32(n)}
	for i := range n {
		k := stages.Token{Start: int32(i), End: int32(i + 1), Lower: words[i%len(words)], Lemma: words[i%len(words)], Head: int16(head(i, n))}
		k.UPOS, k.Rel = what(i)
		k.XPOS = []stages.XPOS{stages.TagVBD, stages.TagVBN, stages.TagVBG, stages.TagVB, stages.TagNN}[i%5]
		s.Tokens = append(s.Tokens, k)
	}
	d.Sentences = []stages.Sentence{s}
	if err := stage.Run(d); err != nil {
		t.Fatal(err)
	}
	for _, c := range d.Clauses[0] {
		for _, list := range [][]int16{c.Agents, c.Patients, c.Recipients, c.Modifiers, c.Under.Sources, {c.Predicate}} {
			for _, k := range list {
				if k < 0 || int(k) >= n {
					t.Fatalf("token %d of %d", k, n)
				}
			}
		}
	}
}

func BenchmarkRun(b *testing.B) {
	c := chain(b)
	d := stagetest.Document(strings.Repeat("The foreign ministers of Peru and Chile held talks in Geneva on Tuesday. Norway has offered to mediate between them. The minister said that the sides were close to an agreement. ", 20))
	if err := c[0].Run(d); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := c[1].Run(d); err != nil {
			b.Fatal(err)
		}
	}
}
