package normalize

import (
	"strings"

	"parley/stages/language/times"
)

// findHeadline returns the number of the block that is the headline, -1 where
// none is. Markup decides; without it, the first line of the opening that
// reads as a headline does: some words, no full stop, text below. A line that
// only might be one is none.
func findHeadline(blocks []block, from int, marked bool) int {
	if marked {
		if i := markedHeadline(blocks, from); i >= 0 {
			return i
		}
	}
	first := firstRunning(blocks)
	if first == len(blocks) {
		return -1
	}
	for i := 0; i < first && i < 25; i++ {
		b := &blocks[i]
		if b.form == item || b.label != kept || b.feat.words > 20 || b.feat.words < 5 {
			continue
		}
		f := b.feat
		if f.ended && !f.asks || f.colon || f.letters < 4 || dateOnly(b.text) || isByline(b.text) ||
			strings.ContainsAny(b.text, "|>@") || datelineOnly(b.text) || innerStop(b.text) {
			continue
		}
		return i
	}
	return -1
}

// firstLine is the number of the line that stands first in a dump, below the
// paper's name, if it may be a headline by its place: short, or a long one that
// no mark or a question mark closes, with text or a byline below. It is -1 where
// the first line is text, a date or a label.
func (z *normalizer) firstLine(blocks []block) int {
	const shortest, longest = 2, 28 // words
	for i := range blocks[:min(len(blocks)-1, 3)] {
		b, next := &blocks[i], &blocks[i+1]
		f := b.feat
		switch {
		case b.label != kept, z.masthead(b), dateOnly(b.text), isByline(b.text):
			continue
		case b.form == item, f.words < shortest, f.words > longest, f.colon, f.letters < shortest, datelineOnly(b.text), strings.ContainsAny(b.text, ">@"), innerStop(b.text) && !f.asks,
			f.ended && !f.asks && (f.lower*3 > f.letters || f.quoted), !next.feat.running() && !isByline(next.text) && !dateOnly(next.text):
			return -1
		}
		return i
	}
	return -1
}

// markedHeadline is the heading of the highest rank that is nearest before the
// article's text.
func markedHeadline(blocks []block, from int) int {
	best := -1
	for i := min(from, len(blocks)-1); i >= 0; i-- {
		b := &blocks[i]
		if b.form == heading && b.feat.words >= 3 && b.feat.words <= 40 && (best < 0 || b.level < blocks[best].level) {
			best = i
			if b.level == 1 {
				break
			}
		}
	}
	return best
}

// repeatedTitle is the number of the block of a page's main text that is its
// headline: one of the first, a heading of the first rank or the title again;
// -1 where there is none.
func repeatedTitle(blocks []block, known string) int {
	for i := range blocks[:min(len(blocks), 3)] {
		b := &blocks[i]
		if b.form == heading && b.level == 1 || known != "" && b.feat.words > 2 && foldLine(b.text) == foldLine(known) {
			return i
		}
	}
	return -1
}

// innerStop reports whether a sentence ends inside of a line.
func innerStop(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		if s[i] == '.' && s[i-1] >= 'a' && s[i-1] <= 'z' && (s[i+1] >= 'A' && s[i+1] <= 'Z' || s[i+1] == ' ') && i > 4 {
			w := s[strings.LastIndexByte(s[:i], ' ')+1 : i+1]
			if len(w) > 5 || len(w) > 3 && s[i+1] != ' ' {
				return true
			}
		}
	}
	return false
}

// datelineOnly reports whether a line is a dateline without text: "City CNN —".
func datelineOnly(s string) bool {
	return strings.HasSuffix(s, "—") || strings.HasSuffix(s, "–") || strings.HasSuffix(s, " -")
}

// dateOnly reports whether a line is a date and little more.
func dateOnly(s string) bool {
	_, _, ok := momentIn(s)
	return ok && strings.Count(s, " ") <= 8
}

// isByline reports whether a line names the authors: "By" and names.
func isByline(s string) bool { return bylineNames(s) != "" }

// bylineNames is the names of a line that opens with "By", "" for any other.
func bylineNames(s string) string {
	rest := ""
	for _, by := range []string{"By ", "by ", "BY "} {
		if r, ok := strings.CutPrefix(s, by); ok {
			rest = strings.TrimSpace(strings.TrimLeft(r, ": "))
		}
	}
	if rest == "" || len(rest) > 160 {
		return ""
	}
	names := withoutTime(rest)
	for _, cut := range []string{" | ", " • ", " Updated", " Published", " Posted", " - ", " – ", " — "} {
		if i := strings.Index(names, cut); i > 0 {
			names = names[:i]
		}
	}
	names = strings.Trim(names, " ,|-–—:(")
	n := 0
	for w := range strings.FieldsSeq(names) {
		switch w {
		case "and", "&", "de", "van", "von", "der", "la", "del", "in", "for", "of", "the", "with", "bin", "al":
			continue
		}
		n++
		if r := []rune(w)[0]; r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || n > 14 {
			return ""
		}
	}
	if n == 0 || strings.HasSuffix(names, ".") && n > 4 {
		return ""
	}
	return names
}

// withoutTime cuts what a byline says of the time behind the names: a date, a
// weekday before it or alone behind a comma, "updated", a time of the day.
func withoutTime(names string) string {
	ps := pieces(names)
	for i, p := range ps {
		_, dated := dateAt(ps[i:])
		if _, day := times.WeekdayOf(p.text, true); day && i > 0 {
			_, next := dateAt(ps[i+1:])
			dated = max(dated, next)
			if strings.ContainsAny(ps[i-1].raw[len(ps[i-1].raw)-1:], ",|") {
				dated = 1
			}
		}
		if dated > 0 || i > 0 && (datedLine[p.text] > 0 && p.text != "date" || p.text != "" && p.text[0] >= '0' && p.text[0] <= '9') {
			return names[:p.start]
		}
	}
	return names
}

// masthead reports whether a line of the page's head is a newspaper's name.
func (z *normalizer) masthead(b *block) bool {
	f := b.feat
	if b.form == item || f.words < 2 || f.words > 5 || f.ended || f.lower > 1 || f.letters != f.words || strings.ContainsAny(b.text, ":|>,›»•·/") {
		return false
	}
	the := strings.HasPrefix(b.text, "The ")
	for w := range strings.FieldsSeq(b.text) {
		if z.words["paper"][strings.ToLower(w)] && (the || f.words <= 3) {
			return true
		}
	}
	return false
}

// heads labels the lines of the opening that are neither headline nor text:
// bylines, dates, the paper's name. It returns authors and paper.
func (z *normalizer) heads(blocks []block, headline int) (authors, paper string) {
	first := firstRunning(blocks[headline+1:]) + headline + 1 // a headline may be as long as a sentence
	for i := range blocks {
		b := &blocks[i]
		if i == headline || b.feat.words > 30 || b.label == caption {
			continue
		}
		near := i < first+2 || i >= len(blocks)-3 || belowByline(blocks, i, headline)
		if names := bylineNames(b.text); names != "" && (near || b.feat.words <= 4) && !b.feat.running() {
			if authors == "" && near {
				authors = names
			}
			b.label = byline
			continue
		}
		if !near || b.feat.running() {
			continue
		}
		switch words := plainWords(b.text, nil); {
		case (b.label == kept || b.label == boilerplate) && len(words) > 0 && datedLine[words[0]] > 0 && dateOnly(b.text),
			b.label == kept && (i < first+2 || belowByline(blocks, i, headline)) && !b.feat.ended && dateOnly(b.text):
			b.label = byline
		case b.label == kept && i < first && datelineOnly(b.text) && b.feat.words <= 8:
			b.label = boilerplate
		case i < 4 && i < first && i < headline && (b.label == kept || b.label == boilerplate) && paper == "" && z.masthead(b):
			paper, b.label = b.text, boilerplate
		}
	}
	return authors, paper
}

// biographies labels the lines about the author that close an article: a name,
// "is a", a calling.
func (z *normalizer) biographies(blocks []block) {
	looked := 0
	for i := len(blocks) - 1; i >= 0 && looked < 2; i-- {
		b := &blocks[i]
		if b.label != kept {
			continue
		}
		looked++
		words := plainWords(b.text, nil)
		if len(words) > 60 || b.feat.quoted || nameLength(b.text) < 2 {
			continue
		}
		is := nameLength(b.text)
		if is+2 >= len(words) || words[is] != "is" && words[is] != "has" || words[is+1] != "a" && words[is+1] != "an" && words[is+1] != "the" && words[is+1] != "been" {
			continue
		}
		for _, w := range words[is+2 : min(len(words), is+14)] {
			if z.words["calling"][w] {
				b.label = byline
			}
		}
	}
}

// nameLength is the number of words with a capital that a line opens with, 0
// when there are more than four.
func nameLength(s string) int {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if w[0] < 'A' || w[0] > 'Z' && w[0] < 0x80 {
			return n
		}
		if n++; n > 4 {
			return 0
		}
	}
	return n
}
