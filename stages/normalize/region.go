package normalize

import "strings"

// weigh says how much a block speaks for being in the article (above 0) or in
// the furniture around it (below).
func weigh(b *block, marked bool) int {
	f := b.feat
	switch b.label {
	case boilerplate, related:
		if !marked {
			return -4 // a text dump has teasers among its paragraphs
		}
		return -15
	case comment:
		return -60
	case caption, byline:
		return -1
	}
	switch {
	case f.ellipsis && f.words >= 10 && !f.quoted:
		return -10 // the teaser of another story, cut off
	case b.form == item && f.running():
		return f.words / 2
	case f.running():
		return min(f.words, 80)
	case f.ended && f.words >= 3 && b.form != item:
		return 2
	case b.form == heading:
		return -3
	}
	return -4
}

// leastRegion is the number of words of running text from which on a region is
// believed; a page that holds less is a list, or a text without marks, and
// stays whole.
const leastRegion = 30

// region is the run of blocks, half-open, whose weights have the greatest sum:
// where the article begins and ends. It is empty when nothing speaks for one.
func region(blocks []block, marked bool) (from, to int) {
	const headlineWeight = 60
	ranks := 0
	for i := range blocks {
		if isTop(&blocks[i]) {
			ranks++
		}
	}
	best, sum, start := 0, 0, 0
	for i := range blocks {
		if sum <= 0 {
			sum, start = 0, i
		}
		sum += weigh(&blocks[i], marked)
		if ranks == 1 && isTop(&blocks[i]) {
			sum += headlineWeight
		}
		if sum > best {
			best, from, to = sum, start, i+1
		}
	}
	words := 0
	for _, b := range blocks[from:to] {
		if b.label == kept && b.feat.running() {
			words += b.feat.words
		}
	}
	if words < leastRegion {
		return 0, 0
	}
	return from, to
}

// isTop reports whether a block is a heading of the first rank with words
// enough for a headline.
func isTop(b *block) bool { return b.form == heading && b.level == 1 && b.feat.words >= 4 }

// trim labels what lies outside of the region, and what inside of it is menu
// after all: runs of short items, headings that nothing follows.
func trim(blocks []block, from, to int) {
	to = withSpeaker(blocks, from, to)
	for i := range blocks {
		if (i < from || i >= to) && blocks[i].label == kept {
			blocks[i].label = boilerplate
		}
	}
	short := 0
	for i := from; i <= to; i++ {
		if i < to && blocks[i].label == kept && blocks[i].form == item && !blocks[i].feat.running() && !blocks[i].feat.ended {
			short++
			continue
		}
		if short >= 3 {
			for k := i - short; k < i; k++ {
				blocks[k].label = boilerplate
			}
		}
		short = 0
	}
	follows := false // whether text follows before the next heading of any form
	for i := to - 1; i >= from; i-- {
		b := &blocks[i]
		switch {
		case b.label != kept:
		case b.form == heading && !b.feat.running():
			if !follows {
				b.label = boilerplate
			}
		default:
			follows = true
		}
	}
}

// withSpeaker moves the end of the region behind the one or two lines that name
// the speaker of a quotation set apart as the last thing in it.
func withSpeaker(blocks []block, from, to int) int {
	if to == from || !strings.HasSuffix(blocks[to-1].text, "”") && !strings.HasSuffix(blocks[to-1].text, `"`) || strings.IndexAny(blocks[to-1].text, "“\"") != 0 {
		return to
	}
	for range 2 {
		if to < len(blocks) && blocks[to].label == kept && blocks[to].form == paragraph && blocks[to].feat.words <= 8 && !blocks[to].feat.ended && !dateOnly(blocks[to].text) {
			to++
		}
	}
	return to
}
