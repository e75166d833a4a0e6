package syntax

import "parley/stages"

// Words holds the atoms of a sentence's words. The word i stands at i+1; at 0
// stands the root, and after the last word and beyond nothing.
type Words struct {
	n     int
	form  []uint64
	shape []uint64
	text  []string
	tag   []uint8 // class of the tagger
	amb   []uint64
	// tag and coarse tag as atoms
	fine, coarse []uint64
	// second is the tag that came second, as an atom
	second []uint64
	// counts of kinds of word before each place
	before []counts
}

// counts says how many words of some kinds stand before a place.
type counts struct{ verbs, commas, marks, conj, nouns uint16 }

// N is the number of words.
func (w *Words) N() int { return w.n }

// Tag is the class of the word i.
func (w *Words) Tag(i int) int { return int(w.tag[i+1]) }

// Reset prepares w for the words of a sentence; text(i) is the word i.
func (w *Words) Reset(n int) {
	w.n = n
	if m := n + 2; cap(w.form) < m {
		m += m / 2
		w.form, w.shape, w.text = make([]uint64, m), make([]uint64, m), make([]string, m)
		w.tag, w.fine, w.coarse = make([]uint8, m), make([]uint64, m), make([]uint64, m)
		w.amb, w.second = make([]uint64, m), make([]uint64, m)
		w.before = make([]counts, m)
	}
	m := n + 2
	w.form, w.shape, w.text, w.tag = w.form[:m], w.shape[:m], w.text[:m], w.tag[:m]
	w.fine, w.coarse, w.amb, w.before = w.fine[:m], w.coarse[:m], w.amb[:m], w.before[:m]
	w.second = w.second[:m]
	for _, i := range [2]int{0, n + 1} {
		w.form[i] = 11 + uint64(min(i, 1))
		w.shape[i] = 1 << 10
		w.text[i] = ""
		w.fine[i] = 251 + uint64(min(i, 1))
		w.coarse[i] = 251 + uint64(min(i, 1))
		w.second[i] = 251 + uint64(min(i, 1))
		w.amb[i] = 2 + 2*uint64(min(i, 1))
	}
}

// Set gives the word i its form.
func (w *Words) Set(i int, text string) {
	i++
	w.text[i] = text
	w.form[i] = hashForm(text)
	w.shape[i] = shapeOf(text, i == 1)
}

// Form is the hash by which a word is known.
func Form(text string) uint64 { return hashForm(text) }

// SetTag gives the word i its class among classes, and the one that came second.
func (w *Words) SetTag(i, class, second int, classes []Class) {
	i++
	w.tag[i] = uint8(class)
	w.fine[i] = uint64(class) + 1
	w.second[i] = uint64(second) + 1
	w.coarse[i] = uint64(classes[class].UPOS)
}

// Open reports whether the word i is of a class whose words the parser knows by
// their lemmas: what their endings tell, their tags tell as well. Other words
// are few and differ in more (he and him).
func (w *Words) Open(i int) bool {
	switch stages.UPOS(w.coarse[i+1]) {
	case stages.PosNoun, stages.PosVerb, stages.PosAdj, stages.PosAdv, stages.PosPropn:
		return true
	}
	return false
}

// SetLemma has the parser know the word i, which is tagged, by its lemma.
func (w *Words) SetLemma(i int, lemma string) { w.form[i+1] = hashForm(lemma) }

// Second is the class that came second for the word i.
func (w *Words) Second(i int) int { return int(w.second[i+1]) - 1 }

// Choose gives the word i the best of some classes by their scores.
func Choose[S int32 | float32](w *Words, i int, some []uint8, score []S, classes []Class) {
	best, second := int(some[0]), int(some[len(some)-1])
	for _, x := range some[1:] {
		switch c := int(x); {
		case score[c] > score[best]:
			best, second = c, best
		case score[c] > score[second] || second == best:
			second = c
		}
	}
	w.SetTag(i, best, second, classes)
}

// Class is a pair of tags.
type Class struct {
	UPOS stages.UPOS
	XPOS stages.XPOS
}

// Count prepares what the parser asks of the words between two places; tags
// must be set.
func (w *Words) Count() {
	var c counts
	for i := range w.before {
		w.before[i] = c
		if i == 0 || i > w.n {
			continue
		}
		switch stages.UPOS(w.coarse[i]) {
		case stages.PosVerb, stages.PosAux:
			c.verbs++
		case stages.PosCconj:
			c.conj++
		case stages.PosNoun, stages.PosPropn, stages.PosPron:
			c.nouns++
		case stages.PosPunct:
			if w.text[i] == "," {
				c.commas++
			} else {
				c.marks++
			}
		}
	}
}
