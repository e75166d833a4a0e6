package encoder

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// vocabulary splits words into pieces as the uncased BERT does.
type vocabulary struct {
	first    map[string]int32 // pieces that begin a word
	next     map[string]int32 // pieces that continue one, without ##
	longest  int              // bytes of the longest piece
	size     int
	unknown  int32
	maxRunes int // of a word; longer ones are unknown
}

// piece is a word piece of a sentence.
type piece struct {
	id    int32
	start int32 // byte of the sentence where it begins
	word  bool  // it begins with a letter or number, and none stands before it
}

// newVocabulary reads pieces that are separated by newlines, in order of id.
func newVocabulary(list []byte, unknown int) (*vocabulary, error) {
	v := &vocabulary{first: map[string]int32{}, next: map[string]int32{}, unknown: int32(unknown), maxRunes: 100}
	for line := range bytes.SplitSeq(bytes.TrimSuffix(list, []byte("\n")), []byte("\n")) {
		into, s := v.first, string(line)
		if rest, ok := bytes.CutPrefix(line, []byte("##")); ok && len(rest) > 0 {
			into, s = v.next, string(rest)
		}
		if _, twice := into[s]; twice {
			return nil, fmt.Errorf("piece %q stands twice in the vocabulary", line)
		}
		into[s] = int32(v.size)
		v.longest = max(v.longest, len(s))
		v.size++
	}
	if unknown < 0 || unknown >= v.size {
		return nil, fmt.Errorf("unknown piece %d of %d", unknown, v.size)
	}
	return v, nil
}

// splitter cuts one text after the other into pieces and keeps its buffers.
type splitter struct {
	v         *vocabulary
	out       []piece
	word      []byte  // the word at hand: normalised,
	at        []int32 // and where in the text each of its bytes comes from
	runes     int
	decompose []byte
	text      string
}

// split appends the pieces of a text to out: BERT's normalisation (control
// characters out, accents off, lower case, Chinese characters apart), its words
// (by white space and marks), and of each word the longest pieces that there
// are, from left to right. Special pieces as [SEP] are text like any other.
func (s *splitter) split(out []piece, text string) []piece {
	s.out, s.text = out, text
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			s.ascii(c, int32(i))
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		s.other(r, text[i:i+n], int32(i))
		i += n
	}
	s.flush()
	out, s.out, s.text = s.out, nil, ""
	return out
}

func (s *splitter) ascii(c byte, at int32) {
	switch {
	case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
	case 'A' <= c && c <= 'Z':
		c += 'a' - 'A'
	case c == ' ', c == '\t', c == '\n', c == '\r':
		s.flush()
		return
	case c < ' ', c == 0x7f:
		return
	default: // a mark or symbol
		s.flush()
		s.add(rune(c), at)
		s.flush()
		return
	}
	s.word = append(s.word, c)
	s.at = append(s.at, at)
	s.runes++
}

func (s *splitter) other(r rune, encoded string, at int32) {
	switch {
	case r == utf8.RuneError, unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs):
		return
	case unicode.IsSpace(r):
		s.flush()
		return
	}
	apart := isChinese(r)
	if apart {
		s.flush()
	}
	s.decompose = norm.NFD.AppendString(s.decompose[:0], encoded)
	for d := s.decompose; len(d) > 0; {
		r, n := utf8.DecodeRune(d)
		d = d[n:]
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		if r = unicode.ToLower(r); isMark(r) {
			s.flush()
			s.add(r, at)
			s.flush()
			continue
		}
		s.add(r, at)
	}
	if apart {
		s.flush()
	}
}

func (s *splitter) add(r rune, at int32) {
	n := len(s.word)
	s.word = utf8.AppendRune(s.word, r)
	for range len(s.word) - n {
		s.at = append(s.at, at)
	}
	s.runes++
}

// flush ends the word at hand.
func (s *splitter) flush() {
	if len(s.word) == 0 {
		return
	}
	before := len(s.out)
	if s.runes > s.v.maxRunes || !s.pieces() {
		s.out = append(s.out[:before], s.piece(s.v.unknown, 0))
	}
	s.word, s.at, s.runes = s.word[:0], s.at[:0], 0
}

// pieces appends the pieces of the word at hand; false when it has none.
func (s *splitter) pieces() bool {
	table := s.v.first
	for from := 0; from < len(s.word); {
		to := min(len(s.word), from+s.v.longest)
		for ; to > from; to-- {
			if id, ok := table[string(s.word[from:to])]; ok {
				s.out = append(s.out, s.piece(id, from))
				break
			}
		}
		if to == from {
			return false
		}
		from, table = to, s.v.next
	}
	return true
}

func (s *splitter) piece(id int32, from int) piece {
	at := s.at[from]
	before, _ := utf8.DecodeLastRuneInString(s.text[:at])
	first, _ := utf8.DecodeRuneInString(s.text[at:])
	return piece{id, at, isAlphanumeric(first) && (at == 0 || !isAlphanumeric(before))}
}

func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func isMark(r rune) bool {
	if r < utf8.RuneSelf {
		return '!' <= r && r <= '/' || ':' <= r && r <= '@' || '[' <= r && r <= '`' || '{' <= r && r <= '~'
	}
	return unicode.IsPunct(r)
}

// isChinese tells ideographs, which BERT makes words of their own.
func isChinese(r rune) bool {
	return 0x4e00 <= r && r <= 0x9fff || 0x3400 <= r && r <= 0x4dbf || 0x20000 <= r && r <= 0x2a6df || 0x2a700 <= r && r <= 0x2b73f ||
		0x2b740 <= r && r <= 0x2b81f || 0x2b920 <= r && r <= 0x2ceaf || 0xf900 <= r && r <= 0xfaff || 0x2f800 <= r && r <= 0x2fa1f
}
