package annotate

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/stages"
	"parley/stages/language/lexicon"
)

// tokenizer splits text as the Universal Dependencies treebanks of English do.
type tokenizer struct {
	abbreviations map[string]abbreviation
	contractions  map[string]int // letters of the first part
	prefixes      map[string]bool
	units         map[string]bool
	domains       map[string]bool
}

// abbreviation says when an abbreviation keeps its full stop.
type abbreviation uint8

const (
	notAbbreviation abbreviation = iota
	title                        // a name follows
	date                         // month or weekday
	number                       // a number follows
	state                        // a comma or hyphen stands before it
	plain
)

func newTokenizer() (tokenizer, error) {
	z := tokenizer{abbreviations: map[string]abbreviation{}, contractions: map[string]int{}}
	kinds := map[string]abbreviation{"title": title, "date": date, "number": number, "state": state, "plain": plain}
	err := lexicon.EachRow("annotate/abbreviations.tsv", lexicon.Text(dataFiles, "abbreviations.tsv"), 2, 1, func(r []string) error {
		k, ok := kinds[r[1]]
		if !ok {
			return fmt.Errorf("%q is no kind of abbreviation", r[1])
		}
		z.abbreviations[r[0]] = k
		return nil
	})
	if err != nil {
		return z, err
	}
	err = lexicon.EachRow("annotate/contractions.tsv", lexicon.Text(dataFiles, "contractions.tsv"), 2, 1, func(r []string) error {
		n, err := strconv.Atoi(r[1])
		if err != nil || n <= 0 || n >= len(r[0]) {
			return fmt.Errorf("%q is no place to cut %q", r[1], r[0])
		}
		z.contractions[r[0]] = n
		return nil
	})
	if err != nil {
		return z, err
	}
	if z.prefixes, err = lexicon.Set(dataFiles, "annotate/prefixes.tsv"); err != nil {
		return z, err
	}
	if z.units, err = lexicon.Set(dataFiles, "annotate/units.tsv"); err != nil {
		return z, err
	}
	z.domains, err = lexicon.Set(dataFiles, "annotate/domains.tsv")
	return z, err
}

// tokenize appends the tokens of text[start:stop]. Each is given its place,
// shape and space; quotation marks get their direction later (package quotes).
func (z *tokenizer) tokenize(out []stages.Token, text string, start, stop int) []stages.Token {
	s := scan{tokenizer: z, text: text[:stop], start: start, out: out, space: true}
	for p := start; p < stop; {
		r, n := s.rune(p)
		switch {
		case isSpace(r):
			s.space = true
			p += n
		case isWordRune(r):
			p = s.word(p)
		default:
			p = s.mark(p, r, n)
		}
	}
	return s.out
}

// scan is the tokenizer on its way through a paragraph.
type scan struct {
	*tokenizer
	text  string // up to the paragraph's end
	start int
	space bool // white space came before
	out   []stages.Token
	fold  [64]byte
}

func (s *scan) rune(p int) (rune, int) {
	if p >= len(s.text) {
		return ' ', 0
	}
	if c := s.text[p]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.text[p:])
}

// byte is the byte at p, or a space outside of the paragraph.
func (s *scan) byte(p int) byte {
	if p < s.start || p >= len(s.text) {
		return ' '
	}
	return s.text[p]
}

func (s *scan) emit(from, to int, shape stages.Shape) {
	s.out = append(s.out, stages.Token{Start: int32(from), End: int32(to), Shape: shape, Space: s.space})
	s.space = false
}

// lower folds text[from:to] into the scan's buffer; what does not fit there is
// in no table.
func (s *scan) lower(from, to int) []byte {
	if to-from > len(s.fold) {
		return nil
	}
	for i := from; i < to; i++ {
		c := s.text[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		s.fold[i-from] = c
	}
	return s.fold[:to-from]
}

// isSpace reports white space, and the invisible runes that stand as such.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || r <= '\r' && r >= '\t' || r < ' ' || r == 0x7f
	}
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060' || r == '\u200e' || r == '\u200f'
}

// isWordRune reports the runes of words: letters, digits, the marks that join
// them, the soft hyphen, and the low line of file names.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIIWord[r]
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '\u00ad'
}

var isASCIIWord = func() (t [utf8.RuneSelf]bool) {
	for c := range t {
		t[c] = 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_'
	}
	return
}()

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool  { return 'a' <= c && c <= 'z' }
func isLetter(c byte) bool { return isUpper(c) || isLower(c) || c >= utf8.RuneSelf }

// mark takes a mark at p: a run of full stops and the like, a repeated rule, a
// smiley, or one rune.
func (s *scan) mark(p int, r rune, n int) int {
	if e := s.smiley(p); e > p {
		s.emit(p, e, stages.Symbol)
		return e
	}
	e := p + n
	switch r {
	case '.', '!', '?', '…':
		for {
			c, k := s.rune(e)
			if c != '.' && c != '!' && c != '?' && c != '…' {
				break
			}
			e += k
		}
		if r == '.' && e == p+1 && isDigit(s.byte(e)) && s.space { // .5
			return s.word(p)
		}
		s.emit(p, e, stages.Punct)
		return e
	case '-', '=', '*', '~', '<', '>', '\'', '`', '’', '_', '#', '–', '—', '•':
		for {
			c, k := s.rune(e)
			if c != r || k == 0 {
				break
			}
			e += k
		}
	}
	if r == '\'' && e == p+3 { // a single and a double mark
		if e--; !s.space {
			e--
		}
	}
	switch c := s.byte(p + 1); {
	case r == '\'' || r == '’', r == '‘' && s.byte(p+n+2) == 's': // ‘90s
		if q := s.elision(p, n); q > p {
			return q
		}
	case (r == '@' || r == '#') && (isLetter(c) || c == '_') && s.space:
		return s.word(p)
	case r == '+' && isDigit(c) && s.space: // +48 22 ...
		return s.word(p)
	}
	shape := stages.Punct
	switch {
	case strings.ContainsRune("“«„", r):
		shape = stages.OpenQuote
	case r == '”' || r == '»':
		shape = stages.CloseQuote
	case r != '#' && r != '@' && r != '*' && r != '§' && unicode.IsSymbol(r), r == '%':
		shape = stages.Symbol
	}
	if r == '`' {
		shape = stages.Punct
	}
	s.emit(p, e, shape)
	return e
}

// elision takes a word that begins with an apostrophe ('em, '90s), or the rest
// of a contraction after a full stop or a mark; p itself when there is none.
func (s *scan) elision(p, n int) int {
	q := p + n
	if isDigit(s.byte(q)) && isDigit(s.byte(q+1)) && !isDigit(s.byte(q+2)) && s.space {
		return s.wordFrom(p, q)
	}
	if s.space || !isLower(s.byte(q)|0x20) {
		return p
	}
	if e := q + s.clitic(q); e > q {
		s.emit(p, e, stages.Lowercase)
		return e
	}
	return p
}

// clitic is the length of the contracted verb or possessive at p, which stands
// after an apostrophe; 0 when there is none.
func (s *scan) clitic(p int) int {
	a, b := s.byte(p)|0x20, s.byte(p+1)|0x20
	n := 0
	switch a {
	case 's', 'm', 'd':
		n = 1
	case 'l':
		if b == 'l' {
			n = 2
		}
	case 'v', 'r':
		if b == 'e' {
			n = 2
		}
	}
	if r, _ := s.rune(p + n); n == 0 || isWordRune(r) {
		return 0
	}
	return n
}

// smiley is the end of a smiley that stands alone at p, or p.
func (s *scan) smiley(p int) int {
	c := s.byte(p)
	if !s.space || c != ':' && c != ';' && c != '=' {
		return p
	}
	e := p + 1
	if s.byte(e) == '-' {
		e++
	}
	if m := s.byte(e); !strings.ContainsRune("()DPO|/", rune(m)) || m == ' ' || s.byte(e+1) > ' ' {
		return p
	}
	return e + 1
}
