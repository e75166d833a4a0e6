package main

import (
	"fmt"
	"os"

	"parley/schemas"
	"parley/stages"
	"parley/stages/annotate"
)

// span is a word or sentence as bytes of the text.
type span struct{ start, end int }

// f1 is the harmonic mean of precision and recall, in percent.
func f1(correct, found, gold int) float64 { return 200 * float64(correct) / float64(found+gold) }

// evalRaw scores the stage on a treebank's text. A word is found when its place
// is; its tags, lemma, head and relation count only then, and a head counts when
// it stands at the place of the true one.
func evalRaw(tb *treebank, misses bool) error {
	st, err := annotate.New(annotate.Options{})
	if err != nil {
		return err
	}
	d := &stages.Document{Article: schemas.Article{Text: tb.text}}
	if err := st.Run(d); err != nil {
		return err
	}
	words := map[span]position{}
	sentences := map[span]bool{}
	var goldWords, goldSentences []span
	for i, s := range tb.sentences {
		whole := span{s.words[0].start, s.words[len(s.words)-1].end}
		sentences[whole] = true
		goldSentences = append(goldSentences, whole)
		for j, w := range s.words {
			at := span{w.start, w.end}
			words[at] = position{i, j}
			goldWords = append(goldWords, at)
		}
	}
	var sc scores
	found, right := 0, 0
	for _, s := range d.Sentences {
		if sentences[span{int(s.Start), int(s.End)}] {
			right++
		}
		for _, t := range s.Tokens {
			found++
			at, ok := words[span{int(t.Start), int(t.End)}]
			if !ok {
				continue
			}
			sc.words++
			sc.add(tb.sentences[at.sentence], at.word, s, t)
		}
	}
	n := len(goldWords)
	fmt.Printf("raw text     words %.2f  sentences %.2f  UPOS %.2f  XPOS %.2f  lemmas %.2f  UAS %.2f  LAS %.2f (F1)\n",
		f1(sc.words, found, n), f1(right, len(d.Sentences), len(goldSentences)),
		f1(sc.upos, found, n), f1(sc.xpos, found, n), f1(sc.lemma, found, n), f1(sc.uas, found, n), f1(sc.las, found, n))
	if misses {
		list(tb.text, d, goldWords, goldSentences)
	}
	return nil
}

// position is a word of a treebank.
type position struct{ sentence, word int }

// add counts what is right of a word that was found.
func (sc *scores) add(gold sentence, i int, s stages.Sentence, t stages.Token) {
	w := gold.words[i]
	if t.UPOS.String() == w.upos {
		sc.upos++
	}
	if t.XPOS.String() == w.xpos {
		sc.xpos++
	}
	if t.Lemma == lower(w.lemma) {
		sc.lemma++
	}
	if (t.Head < 0) != (w.head < 0) {
		return
	}
	if t.Head >= 0 {
		h, g := s.Tokens[t.Head], gold.words[w.head]
		if int(h.Start) != g.start || int(h.End) != g.end {
			return
		}
	}
	sc.uas++
	if t.Rel == relOf(w.rel) {
		sc.las++
	}
}

// list writes the words and sentences that were missed to standard error.
func list(text string, d *stages.Document, words, sentences []span) {
	have := map[span]bool{}
	for _, s := range d.Sentences {
		have[span{int(s.Start), int(s.End)}] = true
		for _, t := range s.Tokens {
			have[span{int(t.Start), int(t.End)}] = true
		}
	}
	for i, part := range [2][]span{words, sentences} {
		for _, s := range part {
			if !have[s] {
				fmt.Fprintf(os.Stderr, "missed %s %q in %q\n", [2]string{"word", "sentence"}[i], text[s.start:s.end], text[max(0, s.start-15):min(len(text), s.end+25)])
			}
		}
	}
}
