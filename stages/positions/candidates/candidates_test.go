package candidates

import (
	"math"
	"slices"
	"strings"
	"testing"

	"parley/stages"
)

// words makes the tokens of a sentence, each its own lemma unless told.
func words(text string, lemmas map[string]string) (all []stages.Token) {
	for w := range strings.FieldsSeq(text) {
		t := stages.Token{Lower: w, Lemma: w, Head: -1}
		if l := lemmas[w]; l != "" {
			t.Lemma = l
		}
		all = append(all, t)
	}
	return all
}

func TestFind(t *testing.T) {
	v := NewVocabulary([]string{"prisoners", "talks"})
	for _, x := range [][2]string{{"prisoner exchange", "prisoners"}, {"prisoner", "prisoners"}, {"sit down", "talks"}} {
		if err := v.Add(x[0], x[1]); err != nil {
			t.Fatal(err)
		}
	}
	got := v.Find(words("they sat down over a prisoner exchange of prisoners", map[string]string{"sat": "sit", "prisoners": "prisoner"}))
	want := []Hit{{1, 1, 3}, {0, 5, 7}, {0, 5, 6}, {0, 8, 9}}
	if !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
	if got := v.Find(words("a prison and a seat down there", nil)); got != nil {
		t.Errorf("found %v in words that are others", got)
	}
	if v.Add("a truce", "ceasefire") == nil || v.Add(" ", "talks") == nil {
		t.Error("a class that is none, or a phrase without words, is taken")
	}
}

// TestWeights holds that the lists are whole and that every part's weights give
// probabilities.
func TestWeights(t *testing.T) {
	j, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for p, w := range j.model {
		q := w.Probabilities(make([]float64, len(w.Features)))
		sum := 0.0
		for _, v := range q {
			sum += v
		}
		if len(q) != len(w.Classes) || math.Abs(sum-1) > 1e-9 {
			t.Errorf("part %s: probabilities %v", p, q)
		}
		if !slices.ContainsFunc(w.Of, func(of []float64) bool { return slices.ContainsFunc(of, func(v float64) bool { return v != 0 }) }) {
			t.Errorf("part %s has no weights", p)
		}
	}
}

// TestWordsCount holds that of two sentences the one with a word of an issue is
// likelier to be about it, whatever the reader says.
func TestWordsCount(t *testing.T) {
	j, err := New()
	if err != nil {
		t.Fatal(err)
	}
	of := func(text string) []float64 {
		return j.model[Subject].Probabilities(j.subjectOf(j.issues.Find(words(text, nil))))
	}
	for issue, text := range map[string]string{
		"nuclear": "they demand inspectors at the reactor", "prisoners": "they demand the hostage", "withdrawal": "they demand withdrawal",
		"sanctions": "they demand sanctions", "alliances": "they demand neutrality",
	} {
		k := slices.Index(Issues, issue)
		if with, without := of(text)[k], of("they demand bread")[k]; with < 2*without {
			t.Errorf("%s: %.2f with a word, %.2f without", issue, with, without)
		}
	}
}
