package syntax

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
	"slices"

	"parley/stages"
)

// magic begins a model; its last figure changes with features and format.
const magic = "parley syntax 3\n"

// maxModel bounds a model's size when it is unpacked.
const maxModel = 64 << 20

// Model is a tagger and parser. It is read-only, so that any number of parsers
// may use it at once.
type Model struct {
	classes []Class
	all     []uint8 // every class
	lexicon *Lexicon
	feats   *Features
	tag     [2]*rows
	action  *pairs
	guide   *pairs
	label   *rows

	sureAction, sureLabel *sure
	book                  [256]int32
}

// Parts is what a model is made of, before it is packed.
type Parts struct {
	Classes []Class
	Lexicon *Lexicon
	Tag     [2][]Feature
	Action  []Feature // weights of Left and Right, as they differ from Shift's
	Guide   []Feature // the same of the guide
	Label   []Feature // by relation

	SureAction, SureLabel []Choice
}

// Encode packs a model into a compressed file.
func (m *Parts) Encode() ([]byte, error) {
	b := []byte(magic)
	b = binary.AppendUvarint(b, uint64(len(m.Classes)))
	for _, c := range m.Classes {
		b = append(b, byte(c.UPOS), byte(c.XPOS))
	}
	b = m.Lexicon.encode(b)
	b = pack(b, m.Tag[0], tagSize, rowPrint)
	b = pack(b, m.Tag[1], tagSize, rowPrint)
	b = pack(b, m.Action, actionSize, pairPrint)
	b = pack(b, m.Guide, guideSize, pairPrint)
	b = pack(b, m.Label, labelSize, rowPrint)
	b = packChoices(b, m.SureAction)
	b = packChoices(b, m.SureLabel)
	var out bytes.Buffer
	z, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(b); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Decode reads a model that Encode wrote.
func Decode(file []byte) (*Model, error) {
	b, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(file)), maxModel))
	if err != nil {
		return nil, err
	}
	b, ok := bytes.CutPrefix(b, []byte(magic))
	if !ok {
		return nil, errModel
	}
	m := &Model{book: codebook(), lexicon: NewLexicon()}
	n, k := binary.Uvarint(b)
	if k <= 0 || n == 0 || n > 128 || len(b) < k+2*int(n) {
		return nil, errModel
	}
	for i := range int(n) {
		m.classes = append(m.classes, Class{stages.UPOS(b[k+2*i]), stages.XPOS(b[k+2*i+1])})
		m.all = append(m.all, uint8(i))
	}
	if b, err = m.lexicon.decode(b[k+2*int(n):], int(n)); err != nil {
		return nil, err
	}
	if m.feats, err = NewFeatures(); err != nil {
		return nil, err
	}
	for i := range 5 {
		var t packed
		if t, b, err = unpack(b); err != nil {
			return nil, err
		}
		switch i {
		case 0, 1:
			m.tag[i], err = t.rows(&m.book)
		case 2:
			m.action, err = t.pairs()
		case 3:
			m.guide, err = t.pairs()
		case 4:
			m.label, err = t.rows(&m.book)
		}
		if err != nil {
			return nil, err
		}
	}
	if m.sureAction, b, err = unpackChoices(b, uint8(Actions)); err != nil {
		return nil, err
	}
	m.sureLabel, _, err = unpackChoices(b, 64)
	return m, err
}

// encode writes the sets and then the filled slots with the empty ones between
// them counted.
func (x *Lexicon) encode(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(x.sets)))
	for _, s := range x.sets {
		b = append(append(b, byte(len(s))), s...)
	}
	gap := uint64(0)
	for _, s := range x.slots {
		if s == 0 {
			gap++
			continue
		}
		b = binary.AppendUvarint(b, gap)
		b = binary.LittleEndian.AppendUint32(b, s)
		gap = 0
	}
	return binary.AppendUvarint(b, gap+1<<lexiconBits)
}

func (x *Lexicon) decode(b []byte, classes int) ([]byte, error) {
	n, k := binary.Uvarint(b)
	if k <= 0 || n < firstSet || n > 1<<14 {
		return nil, errModel
	}
	b = b[k:]
	x.sets = make([][]uint8, n)
	for i := range x.sets {
		if len(b) == 0 || len(b) <= int(b[0]) {
			return nil, errModel
		}
		x.sets[i] = slices.Clone(b[1 : 1+int(b[0])])
		b = b[1+int(b[0]):]
		for _, c := range x.sets[i] {
			if int(c) >= classes {
				return nil, errModel
			}
		}
		if (i < firstSet) != (len(x.sets[i]) == 0) {
			return nil, errModel
		}
	}
	for p := uint64(0); ; p++ {
		gap, k := binary.Uvarint(b)
		if k <= 0 {
			return nil, errModel
		}
		b = b[k:]
		if gap >= 1<<lexiconBits {
			return b, nil
		}
		p += gap
		if p >= 1<<lexiconBits || len(b) < 4 {
			return nil, errModel
		}
		s := binary.LittleEndian.Uint32(b)
		if b = b[4:]; int(s&0xffff>>1) >= len(x.sets) || int(s&0xffff>>1) < firstSet {
			return nil, errModel
		}
		x.slots[p] = s
	}
}
