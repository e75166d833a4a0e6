package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestCaption is in words; agencies write long ones.
const longestCaption = 90

// captions labels the words under pictures. What tells them is the credit at
// their end, and a line that repeats the beginning of a caption is one too.
func (z *normalizer) captions(blocks []block) {
	for i := range blocks {
		b := &blocks[i]
		if b.label == kept && b.feat.words <= 14 && sourceLine(b.text) {
			b.label = byline
		}
		if b.label == kept && b.feat.words <= longestCaption && !isByline(b.text) && !stamped(b.text) && (z.credited(b.text) || z.datedPicture(b)) {
			b.label = caption
		}
		if b.label == caption && i > 0 && blocks[i-1].label == kept && blocks[i-1].feat.words > 2 && strings.HasPrefix(b.text, blocks[i-1].text) {
			blocks[i-1].label = caption
		}
	}
}

// sourceLine reports whether a line names where a report comes from.
func sourceLine(s string) bool {
	label, _, ok := strings.Cut(s, ": ")
	switch strings.ToLower(label) {
	case "source", "sources", "author", "authors":
		return ok
	}
	return false
}

// credited reports whether a line ends with the credit of a picture: "Photo:
// ..." or "(AP Photo/...)" or a name behind the last sentence.
func (z *normalizer) credited(s string) bool {
	for _, mark := range []string{"Photograph:", "Photo:", "Photos:", "Picture:", "Pictures:", "Image:", "Photograph by", "Photo by", "Photo credit", "Image credit", "Credit:", "PHOTO:", "Courtesy of", "Courtesy:"} {
		if i := strings.Index(s, mark); i >= 0 && (i == 0 || strings.LastIndexByte(" (|[.", s[i-1]) >= 0) && strings.Count(s[i:], " ") <= 12 {
			return true
		}
	}
	if i := strings.Index(s, "©"); i >= 0 && strings.Count(s[i:], " ") <= 8 {
		return true
	}
	body := strings.TrimRight(s, " .")
	if strings.HasSuffix(body, ")") {
		return z.bracketed(body)
	}
	if body != s || strings.ContainsAny(s[len(s)-1:], "?!\"':") || strings.HasSuffix(s, "”") || strings.HasSuffix(s, "…") {
		return false
	}
	if i := strings.LastIndexAny(s, "/|"); i >= 0 && len(s)-i < 40 && z.agency(s[i+1:]) {
		return true
	}
	tail := s[lastSentenceEnd(s):]
	if tail == s {
		// no sentence before: a description and an agency
		return strings.Count(s, " ") <= 14 && z.agency(lastWords(s, 1)) && !startsRunning(s)
	}
	return len(s) < 400 && strings.Count(s, " ") >= 6 && strings.IndexAny(s, "\"“„«") != 0 && nameLike(tail)
}

// bracketed reports whether the brackets at the end of a line hold the credit
// of a picture: more than an agency's name, or that name behind a line that is
// no sentence or ends with a date. An agency alone may close a report.
func (z *normalizer) bracketed(s string) bool {
	i := strings.LastIndexByte(s, '(')
	if i < 0 || !z.agency(s[i+1:len(s)-1]) {
		return false
	}
	credit, before := s[i:], strings.TrimSpace(s[:i])
	if i == 0 || strings.Contains(credit, "/") || strings.Contains(credit, "Photo") || strings.Contains(credit, " via ") {
		return true
	}
	if _, n := closingDate(before); n > 0 {
		return true
	}
	return !strings.HasSuffix(before, ".") && strings.Count(before, " ") <= 12
}

func startsRunning(s string) bool { return strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "– ") }

func lastWords(s string, n int) string {
	f := strings.Fields(s)
	return strings.Join(f[max(0, len(f)-n):], " ")
}

// agency reports whether a credit names a picture agency.
func (z *normalizer) agency(credit string) bool {
	for part := range strings.FieldsFuncSeq(credit, func(r rune) bool { return r == '/' || r == ',' || r == '|' }) {
		w := plainWords(part, nil)
		for n := range w {
			if z.credits[strings.Join(w[n:], " ")] || z.credits[w[n]] && n == 0 {
				return true
			}
		}
	}
	return false
}

// lastSentenceEnd is the byte behind the last mark that closes a sentence and
// the space behind it; 0 when there is none before the end.
func lastSentenceEnd(s string) int {
	for i := len(s) - 2; i > 0; i-- {
		if s[i] != ' ' {
			continue
		}
		t := strings.TrimRight(s[:i], "\"'”’)")
		if t == "" {
			return 0
		}
		switch t[len(t)-1] {
		case '.', '!', '?':
			if !abbreviated(t) {
				return i + 1
			}
		}
	}
	return 0
}

// abbreviated reports whether the full stop at the end belongs to a short word
// with a capital: an initial, a title, a month.
func abbreviated(t string) bool {
	w := t[strings.LastIndexByte(t, ' ')+1:]
	return len(w) <= 5 && w[len(w)-1] == '.' && unicode.IsUpper(rune(w[0]))
}

// nameLike reports whether the words behind the last sentence are names alone.
func nameLike(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		switch w {
		case "via", "for", "of", "the", "and", "de", "la", "|", "-", "/", "–", "by", "on", "through":
			continue
		}
		n++
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return n >= 1 && n <= 8
}

// datedPicture reports whether a line is a description without a finite verb
// of the past that ends with a full date, as captions do: "Two men in a street
// of the town on May 3, 2019."
func (z *normalizer) datedPicture(b *block) bool {
	f := b.feat
	if f.words < 6 || f.words > 40 || f.lower < 4 || f.quoted || strings.Count(strings.TrimRight(b.text, "."), ". ") > 1 {
		return false
	}
	if _, n := closingDate(b.text); n == 0 {
		return false
	}
	for w := range strings.FieldsSeq(b.text) {
		if z.words["finite"][plainWord(w)] {
			return false
		}
	}
	return true
}
