package statements

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dialogue finds speech between dashes, as Polish and other copy prints it:
// "- We shall wait - the minister said." A dash at the start of a paragraph or
// behind the end of a sentence opens it; a dash between spaces closes it when
// a reporting verb follows soon, so that lists and asides stay what they are.
func (s *stage) dialogue(text string, lo, hi, para int32, out []quote) []quote {
	for i := lo; i < hi; {
		n := dashAt(text[i:hi])
		if n == 0 || !opensDialogue(text[lo:i]) {
			_, size := utf8.DecodeRuneInString(text[i:hi])
			i += int32(size)
			continue
		}
		in := i + n
		end, next := s.dialogueEnd(text, in, hi)
		if end < 0 {
			i = in
			continue
		}
		out = append(out, quote{open: i, in: in + 1, out: end, close: next, para: para})
		i = next
	}
	return out
}

// dashAt is the length of a dash that a space follows, at the start of s.
func dashAt(s string) int32 {
	for _, d := range []string{"- ", "– ", "— "} {
		if strings.HasPrefix(s, d) {
			return int32(len(d) - 1)
		}
	}
	return 0
}

// opensDialogue says whether speech may begin behind s: nothing stands there,
// or the end of a sentence.
func opensDialogue(s string) bool {
	if len(s) > 8 {
		s = s[len(s)-8:]
	}
	s = strings.TrimRight(s, " ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return s == "" || strings.ContainsRune(".!?\"”", r)
}

// maxDialogue is how many bytes speech between dashes may have.
const maxDialogue = 4000

// dialogueEnd finds the dash that closes speech, -1 when there is none.
func (s *stage) dialogueEnd(text string, in, hi int32) (end, next int32) {
	for i := in + 2; i < min(hi, in+maxDialogue); i++ {
		if c := text[i]; c != '-' && c != 0xe2 || text[i-1] != ' ' {
			continue
		}
		n := dashAt(text[i:hi])
		if n > 0 && s.reportsSoon(text[i+n:min(hi, i+n+80)]) {
			return i - 1, i + n
		}
	}
	return -1, 0
}

// reportsSoon says whether a reporting verb stands in the rest of a sentence.
func (s *stage) reportsSoon(rest string) bool {
	if i := strings.IndexAny(rest, ".!?"); i >= 0 {
		rest = rest[:i]
	}
	for _, w := range strings.Fields(rest) {
		bare := strings.TrimFunc(strings.ToLower(w), unicode.IsPunct)
		for _, c := range s.cues[bare] {
			if c.frames&frameQuote != 0 {
				return true
			}
		}
	}
	return false
}
