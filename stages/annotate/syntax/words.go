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
	// the last word of the noun phrase that begins at a place, and the next verb
	noun, verb []int16
	heads      guide
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
		w.before, w.noun, w.verb = make([]counts, m), make([]int16, m), make([]int16, m)
		w.heads.grow(m)
	}
	m := n + 2
	w.form, w.shape, w.text, w.tag = w.form[:m], w.shape[:m], w.text[:m], w.tag[:m]
	w.fine, w.coarse, w.amb, w.before = w.fine[:m], w.coarse[:m], w.amb[:m], w.before[:m]
	w.second, w.noun, w.verb = w.second[:m], w.noun[:m], w.verb[:m]
	w.heads.reset(m)
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

// Count prepares what the parser asks of the words between two places and ahead
// of one; tags must be set.
func (w *Words) Count() {
	w.count()
	w.phrases()
}

func (w *Words) count() {
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

// phrases finds the noun phrases and verbs ahead of each place.
func (w *Words) phrases() {
	none := int16(w.n + 1)
	w.noun[none], w.verb[none] = none, none
	for i := none - 1; i >= 0; i-- {
		next := w.noun[i+1]
		w.noun[i], w.verb[i] = none, w.verb[i+1]
		switch stages.UPOS(w.coarse[i]) {
		case stages.PosVerb, stages.PosAux:
			w.verb[i] = i
		case stages.PosNoun, stages.PosPropn:
			w.noun[i] = i
			if next != none && w.joins(i+1) {
				w.noun[i] = next
			}
		case stages.PosPron:
			w.noun[i] = i
			if possessive(w.text[i]) {
				w.noun[i] = next
			}
		case stages.PosNum:
			w.noun[i] = next
			if !w.joins(i+1) && stages.UPOS(w.coarse[i+1]) != stages.PosAdj {
				w.noun[i] = i
			}
		case stages.PosDet, stages.PosAdj, stages.PosAdv, stages.PosAdp, stages.PosCconj, stages.PosSconj, stages.PosPart, stages.PosSym:
			w.noun[i] = next
		case stages.PosPunct:
			if t := w.text[i]; t == "-" || t == `"` || t == "“" {
				w.noun[i] = next
			}
		}
	}
	w.noun[0] = none
}

// joins reports whether the word at a place continues the noun before it.
func (w *Words) joins(i int16) bool {
	switch stages.UPOS(w.coarse[i]) {
	case stages.PosNoun, stages.PosPropn:
		return true
	}
	t := w.text[i]
	return t == "'s" || t == "’s" || t == "-"
}

func possessive(t string) bool {
	switch t {
	case "his", "her", "their", "its", "my", "your", "our":
		return true
	}
	return false
}

// ahead says how many verbs, commas and other marks stand before and after a
// place: verbs and commas after it, verbs on both sides, marks on both sides.
func (w *Words) ahead(b int16) (va, vs, marks uint64) {
	x, all := &w.before[b], &w.before[w.n+1]
	va = uint64(min(all.verbs-x.verbs, 2))*3 + uint64(min(all.commas-x.commas, 2))
	vs = uint64(min(x.verbs, 3))*4 + uint64(min(all.verbs-x.verbs, 3))
	marks = uint64(min(x.marks, 2))*3 + uint64(min(all.marks-x.marks, 2))
	return va, vs, marks
}
