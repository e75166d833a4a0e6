package encoder

// window is what is read at once: whole sentences, and before them the end of
// the sentence that comes before.
type window struct {
	ids       []int32
	sentences []placed
	words     []wordAt
}

// placed is a sentence's place in a window.
type placed struct {
	sentence int32
	marker   int32 // position of the [SEP] before it
	from, to int32 // positions of its pieces
	context  bool  // it is read in another window
}

// wordAt is a word's place in a window; its first piece stands for it.
type wordAt struct {
	place    Place
	position int32
	context  bool
}

// windows lays the sentences' pieces out and calls read for each window, which
// it uses again afterwards. Sentences without pieces are left out, long ones cut.
func (c *Config) windows(pieces [][]piece, w *window, read func()) {
	var order []int
	for i := range pieces {
		if len(pieces[i]) > 0 {
			order = append(order, i)
		}
	}
	cut := func(i int) []piece { return pieces[i][:min(len(pieces[i]), c.Sentence)] }
	for k := 0; k < len(order); {
		*w = window{ids: append(w.ids[:0], int32(c.CLS)), sentences: w.sentences[:0], words: w.words[:0]}
		if k > 0 {
			p := cut(order[k-1])
			w.add(c, order[k-1], p[max(0, len(p)-c.Context):], true)
		}
		first := k
		for k < len(order) && (k == first || len(w.ids)+len(cut(order[k]))+2 <= c.Window) {
			w.add(c, order[k], cut(order[k]), false)
			k++
		}
		w.ids = append(w.ids, int32(c.SEP))
		read()
	}
}

func (w *window) add(c *Config, sentence int, pieces []piece, context bool) {
	marker := int32(len(w.ids))
	w.ids = append(w.ids, int32(c.SEP))
	for _, p := range pieces {
		if p.word {
			w.words = append(w.words, wordAt{Place{int32(sentence), p.start}, int32(len(w.ids)), context})
		}
		w.ids = append(w.ids, p.id)
	}
	w.sentences = append(w.sentences, placed{int32(sentence), marker, marker + 1, int32(len(w.ids)), context})
}
