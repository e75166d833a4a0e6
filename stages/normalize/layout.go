package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A block is a paragraph, a heading, an item of a list: what an empty line, a
// marker or the layout sets apart.
type block struct {
	text  string
	form  form
	level int // of a heading, 1 to 6
	feat  features
	label label
}

type form uint8

const (
	paragraph form = iota
	heading        // marked as one: # in Markdown, h1 to h6 in HTML
	item           // of a list
	quote          // set apart as a quotation by markup
)

// split cuts a cleaned text into blocks. Two layouts are told apart. In one
// every line is a paragraph. In the other, which programs that turn pages into
// text write, lines are broken at a fixed width, and a paragraph ends at an
// empty line or at a line that had room for the next word. Markers of
// headings, lists and emphasis are read where the text is Markdown or broken
// at a width; elsewhere only bullets are, for a dash may open direct speech.
func split(text string, markdown bool) (blocks []block, marked bool) {
	lines := strings.Split(text, "\n")
	width := wrapWidth(lines)
	s := splitter{width: width, marked: markdown || width > 0, loose: markdown && width == 0, markdown: markdown}
	for _, l := range lines {
		s.line(l)
	}
	s.flush()
	return s.blocks, s.marked
}

type splitter struct {
	width    int  // at which lines are broken; 0 where each line is a paragraph
	marked   bool // whether Markdown's markers are read
	loose    bool // Markdown of any width: lines of a paragraph are joined
	markdown bool // the input is Markdown by its name
	blocks   []block
	open     block
	text     strings.Builder
	last     int // length of the open block's last line, in code points
}

func (s *splitter) flush() {
	if s.text.Len() == 0 {
		return
	}
	b := s.open
	b.text = strings.TrimSpace(s.text.String())
	if s.marked {
		b.text = stripMarks(b.text)
	}
	if b.text != "" {
		b.feat = measure(b.text)
		s.blocks = append(s.blocks, b)
	}
	s.text.Reset()
	s.open = block{}
}

func (s *splitter) line(l string) {
	body := strings.TrimLeft(l, " ")
	if body == "" {
		s.flush()
		return
	}
	if l := underline(body); l > 0 && s.text.Len() > 0 && s.open.form == paragraph && (s.markdown || s.marked && l == 1) {
		s.open.form, s.open.level = heading, l
		s.flush()
		return
	}
	f, level, rest := paragraph, 0, body
	if s.marked {
		f, level, rest = marker(body)
	} else if m := bullet(body); m > 0 {
		f, rest = item, strings.TrimLeft(body[m:], " ")
	}
	length := utf8.RuneCountInString(l)
	sameQuote := f == quote && s.open.form == quote
	if s.text.Len() > 0 && (f == paragraph || sameQuote) && s.joins(rest) {
		if !(strings.HasSuffix(s.text.String(), "-") && s.width > 0) {
			s.text.WriteByte(' ')
		}
		s.text.WriteString(rest)
		s.last = length
		return
	}
	s.flush()
	s.open.form, s.open.level, s.last = f, level, length
	s.text.WriteString(rest)
}

// underline is the rank of the heading that a line of === or --- makes of the
// one above it, 0 for any other line.
func underline(l string) int {
	switch {
	case len(l) < 2:
	case strings.Trim(l, "=") == "":
		return 1
	case strings.Trim(l, "-") == "":
		return 2
	}
	return 0
}

// joins reports whether a line continues the open block.
func (s *splitter) joins(next string) bool {
	if s.loose {
		return s.open.form != heading
	}
	return s.width > 0 && s.last+1+firstPiece(next) > s.width
}

// firstPiece is the length of what would have had to fit on the line before: a
// word, or a word's part to its hyphen.
func firstPiece(l string) int {
	n := 0
	for _, r := range l {
		if r == ' ' {
			return n
		}
		n++
		if r == '-' {
			return n
		}
	}
	return n
}

// wrapWidth finds the width at which lines are broken, 0 where none are: hardly
// a line that another follows is longer, and few had room for the next word.
func wrapWidth(lines []string) int {
	const widest, narrowest = 132, 40
	var lengths [widest + 2]int // of lines that another follows
	pairs := 0
	for i := range lines {
		if follows(lines, i) {
			lengths[min(utf8.RuneCountInString(lines[i][:min(len(lines[i]), 4*widest)]), widest+1)]++
			pairs++
		}
	}
	width := widest + 1
	for over := 0; width > 0 && over*20 <= pairs; width-- {
		over += lengths[width]
	}
	width++
	if pairs < 3 || width < narrowest || width > widest {
		return 0
	}
	forced := 0
	for i := range lines {
		if follows(lines, i) && utf8.RuneCountInString(lines[i])+1+firstPiece(strings.TrimLeft(lines[i+1], " ")) > width-2 {
			forced++
		}
	}
	if forced*2 < pairs {
		return 0
	}
	return width
}

// follows reports whether the next line could continue line i.
func follows(lines []string, i int) bool {
	if i+1 >= len(lines) || lines[i] == "" || lines[i+1] == "" {
		return false
	}
	f, _, _ := marker(strings.TrimLeft(lines[i], " "))
	g, _, _ := marker(strings.TrimLeft(lines[i+1], " "))
	return f != item && f != heading && g == paragraph
}

// marker reads the marker that Markdown puts before a line.
func marker(l string) (f form, level int, rest string) {
	switch l[0] {
	case '#':
		n := len(l) - len(strings.TrimLeft(l, "#"))
		if n <= 6 && (len(l) == n || l[n] == ' ') {
			return heading, n, strings.TrimLeft(l[n:], " ")
		}
	case '>':
		return quote, 0, strings.TrimLeft(l[1:], "> ")
	case '-', '+':
		if len(l) > 1 && l[1] == ' ' {
			return nested(l[2:])
		}
	}
	if m := bullet(l); m > 0 {
		return nested(l[m:])
	}
	if n := len(l) - len(strings.TrimLeft(l, "0123456789")); n > 0 && n < 4 && len(l) > n+1 && l[n] == '.' && l[n+1] == ' ' {
		return nested(l[n+2:])
	}
	return paragraph, 0, l
}

// nested reads what stands in a list item, which may be a heading again.
func nested(l string) (form, int, string) {
	l = strings.TrimLeft(l, " ")
	for range 4 {
		if m := bullet(l); m > 0 {
			l = strings.TrimLeft(l[m:], " ")
		}
	}
	if l != "" && l[0] == '#' {
		return marker(l)
	}
	return item, 0, l
}

// bullet is the length of a bullet and the space behind it, 0 without one.
func bullet(l string) int {
	r, n := utf8.DecodeRuneInString(l)
	switch r {
	case '*', '•', '·', '▪', '●', '◦', '‣', '■':
		if len(l) == n {
			return n
		}
		if l[n] == ' ' {
			return n + 1
		}
	}
	return 0
}

// stripMarks takes the marks of emphasis, links and images out of a text.
func stripMarks(s string) string {
	if !strings.ContainsAny(s, "*_[`\\") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '\\' && i+1 < len(s) && strings.IndexByte("\\`*_{}[]()#+-.!>|~", s[i+1]) >= 0:
			b.WriteByte(s[i+1])
			i += 2
			continue
		case c == '*' || c == '`':
			i++
			continue
		case c == '_' && !(wordAt(s, i-1) && wordAt(s, i+1)):
			i++
			continue
		case c == '[' || c == '!' && i+1 < len(s) && s[i+1] == '[':
			if text, n := link(s[i:]); n > 0 {
				b.WriteString(text)
				i += n
				continue
			}
		}
		b.WriteByte(c)
		i++
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func wordAt(s string, i int) bool {
	if i < 0 || i >= len(s) {
		return false
	}
	return s[i] >= utf8.RuneSelf || unicode.IsLetter(rune(s[i])) || unicode.IsDigit(rune(s[i])) || s[i] == '_'
}

// link reads [text](address) or ![text](address) and returns the text, none for
// an image, and the length; 0 when it is no link.
func link(s string) (text string, n int) {
	const longest = 2000
	image := s[0] == '!'
	from := 1
	if image {
		from = 2
	}
	if len(s) > longest {
		s = s[:longest]
	}
	m := strings.Index(s, "](")
	if m < from || strings.Contains(s[from:m], "[") {
		return "", 0
	}
	e := strings.IndexByte(s[m:], ')')
	if e < 0 || strings.Contains(s[m:m+e], " ") && !strings.Contains(s[m:m+e], `"`) {
		return "", 0
	}
	if image {
		return "", m + e + 1
	}
	return s[from:m], m + e + 1
}
