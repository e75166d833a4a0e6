package syntax

import "encoding/binary"

// Choice is what nearly all of the training data does where a feature holds: a
// determiner on the noun after it is det. Value is a relation or an action.
type Choice struct {
	Key   uint64
	Value uint8
}

// What the choices look at, in words of labelTemplates and actionTemplates.
const (
	sureLabelTemplates  = `d.t&h.t&side d.w&h.t&side d.t&h.t&hs.d&side d.t&d.u&h.t&side d.w&h.t&dl.d`
	sureActionTemplates = `g&s0.t&b0.t g&s0.t&s1.t&b0.t g&b0.t&b1.t g&s0.t&b0.w s0.w&b0.t&b1.t s0.t&b0.w&b1.t`
)

// sure is a table of choices. What it knows, the classifier need not be asked
// for: half of all relations, and more than a third of the actions.
type sure struct {
	slots []uint64 // lower bits of the key << 8 | value; 0 is empty
}

// sureBits is the size of the table as a power of two; half of it is used.
const sureBits = 13

// newSure makes the table of some choices; nil when they are too many.
func newSure(choices []Choice) *sure {
	if len(choices) > 1<<sureBits/2 {
		return nil
	}
	x := &sure{slots: make([]uint64, 1<<sureBits)}
	for _, c := range choices {
		p := c.Key >> (64 - sureBits)
		for x.slots[p] != 0 {
			p = (p + 1) & (1<<sureBits - 1)
		}
		x.slots[p] = c.Key<<8 | uint64(c.Value)
	}
	return x
}

// of is the choice of the first of the features that has one.
func (x *sure) of(keys []uint64) (value uint8, ok bool) {
	for _, k := range keys {
		for p := k >> (64 - sureBits) & (1<<sureBits - 1); x.slots[p] != 0; p = (p + 1) & (1<<sureBits - 1) {
			if x.slots[p]>>8 == k<<8>>8 {
				return uint8(x.slots[p]), true
			}
		}
	}
	return 0, false
}

// packChoices writes choices to a model: how many, then key and value of each.
func packChoices(b []byte, choices []Choice) []byte {
	b = binary.AppendUvarint(b, uint64(len(choices)))
	for _, c := range choices {
		b = append(binary.LittleEndian.AppendUint64(b, c.Key), c.Value)
	}
	return b
}

// unpackChoices reads what packChoices wrote; limit is above every value.
func unpackChoices(b []byte, limit uint8) (x *sure, rest []byte, err error) {
	n, k := binary.Uvarint(b)
	if k <= 0 || n > 1<<sureBits/2 || len(b)-k < 9*int(n) {
		return nil, nil, errModel
	}
	b = b[k:]
	choices := make([]Choice, n)
	for i := range choices {
		choices[i] = Choice{binary.LittleEndian.Uint64(b), b[8]}
		if b = b[9:]; choices[i].Value >= limit {
			return nil, nil, errModel
		}
	}
	return newSure(choices), b, nil
}
