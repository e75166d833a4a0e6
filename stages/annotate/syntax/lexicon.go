package syntax

// Lexicon knows which tags common words have. It is a hash table by form: a slot
// holds 16 bits of the hash, the number of a set of tags, and whether the word
// can have no others.
type Lexicon struct {
	slots []uint32 // fingerprint << 16 | set << 1 | closed; 0 is empty
	sets  [][]uint8
}

// lexiconBits is the size of the table as a power of two.
const lexiconBits = 15

// firstSet is the first number of a set; those below stand for unknown words
// and for places beyond the sentence.
const firstSet = 4

// NewLexicon makes an empty lexicon.
func NewLexicon() *Lexicon {
	return &Lexicon{slots: make([]uint32, 1<<lexiconBits), sets: make([][]uint8, firstSet)}
}

// Add gives a form its tags, the commonest first. It reports false when the
// table is full, or has a form that it cannot tell from this one.
func (x *Lexicon) Add(form uint64, tags []uint8, closed bool) bool {
	p, fp := lexiconPlace(form)
	for n := 0; x.slots[p] != 0; n++ {
		if x.slots[p]>>16 == fp || n > 100 {
			return false
		}
		p = (p + 1) & (1<<lexiconBits - 1)
	}
	x.slots[p] = fp<<16 | uint32(x.set(tags))<<1
	if closed {
		x.slots[p] |= 1
	}
	return true
}

// set is the number of a set of tags.
func (x *Lexicon) set(tags []uint8) int {
	for i, s := range x.sets {
		if string(s) == string(tags) {
			return i
		}
	}
	x.sets = append(x.sets, tags)
	return len(x.sets) - 1
}

func lexiconPlace(form uint64) (p, fp uint32) {
	h := finish(form)
	return uint32(h >> (64 - lexiconBits)), uint32(h>>16) & 0xffff
}

// find is the entry of a form, 0 when there is none.
func (x *Lexicon) find(form uint64) uint32 {
	p, fp := lexiconPlace(form)
	for {
		s := x.slots[p]
		if s == 0 {
			return 0
		}
		if s>>16 == fp {
			return s & 0xffff
		}
		p = (p + 1) & (1<<lexiconBits - 1)
	}
}

// Look gives the word i the set of tags that the lexicon has for it.
func (w *Words) Look(i int, x *Lexicon) { w.amb[i+1] = uint64(x.find(w.form[i+1])) }

// Closed is the classes that the word i can have, the commonest first; nil when
// it can have any.
func (w *Words) Closed(i int, x *Lexicon) []uint8 {
	if e := w.amb[i+1]; e&1 != 0 {
		return x.sets[e>>1]
	}
	return nil
}
