package main

import (
	"fmt"
	"os"
	"strings"

	"parley/schemas"
	"parley/stages"
	"parley/stages/annotate"
)

// span is a word or sentence as bytes of the text.
type span struct{ start, end int }

// f1 of what was found against what there is.
type f1 struct{ correct, found, gold int }

func (f f1) String() string {
	p, r := float64(f.correct)/float64(f.found), float64(f.correct)/float64(f.gold)
	return fmt.Sprintf("%6.2f (precision %.2f, recall %.2f)", 200*p*r/(p+r), 100*p, 100*r)
}

func match(found, gold []span) (f f1) {
	have := map[span]int{}
	for _, s := range gold {
		have[s]++
	}
	for _, s := range found {
		if have[s] > 0 {
			have[s]--
			f.correct++
		}
	}
	f.found, f.gold = len(found), len(gold)
	return f
}

func evalRaw(tb *treebank, misses bool) error {
	st, err := annotate.New(annotate.Options{})
	if err != nil {
		return err
	}
	d := &stages.Document{Article: schemas.Article{Text: tb.text}}
	if err := st.Run(d); err != nil {
		return err
	}
	var fw, fs, gw, gs []span
	for _, s := range d.Sentences {
		fs = append(fs, span{int(s.Start), int(s.End)})
		for _, t := range s.Tokens {
			fw = append(fw, span{int(t.Start), int(t.End)})
		}
	}
	gold := map[span]word{}
	for _, s := range tb.sentences {
		gs = append(gs, span{s.words[0].start, s.words[len(s.words)-1].end})
		for _, w := range s.words {
			gw = append(gw, span{w.start, w.end})
			gold[span{w.start, w.end}] = w
		}
	}
	fmt.Println("words F1    ", match(fw, gw))
	fmt.Println("sentences F1", match(fs, gs))
	n, right := 0, 0
	wrong := map[string]int{}
	for _, s := range d.Sentences {
		for _, t := range s.Tokens {
			if g, ok := gold[span{int(t.Start), int(t.End)}]; ok {
				n++
				if t.Lemma == strings.ToLower(g.lemma) {
					right++
				} else {
					wrong[fmt.Sprintf("%s %s: %s, want %s", t.Lower, g.upos, t.Lemma, g.lemma)]++
				}
			}
		}
	}
	fmt.Printf("lemmas       %6.2f of the words found\n", 100*float64(right)/float64(n))
	if misses {
		show(tb.text, "word", fw, gw)
		show(tb.text, "sentence", fs, gs)
		for k, c := range wrong {
			fmt.Fprintf(os.Stderr, "lemma %d %s\n", c, k)
		}
	}
	return nil
}

func show(text, what string, found, gold []span) {
	have := map[span]bool{}
	for _, s := range found {
		have[s] = true
	}
	ends := map[int]bool{}
	for _, s := range found {
		ends[s.end] = true
	}
	for _, s := range gold {
		if !have[s] {
			fmt.Fprintf(os.Stderr, "%s missed: %q in %q\n", what, text[s.start:s.end], text[max(0, s.start-15):min(len(text), s.end+25)])
		}
	}
	gold2 := map[span]bool{}
	for _, s := range gold {
		gold2[s] = true
	}
	for _, s := range found {
		if !gold2[s] {
			fmt.Fprintf(os.Stderr, "%s false: %q in %q\n", what, text[s.start:s.end], text[max(0, s.start-15):min(len(text), s.end+25)])
		}
	}
}
