package normalize

import "strings"

// longestFurniture is the number of words from which on a block is not looked
// up in the phrase book.
const longestFurniture = 150

// leastArticle is the number of words that make an article, behind which what
// speaks for all the rest is believed.
const leastArticle = 60

// sort labels what is not the article's own text by what the single lines and
// their neighbours say: phrases, credits, copies of a line, capitals.
func (z *normalizer) sort(blocks []block) []block {
	blocks = z.phraseLines(blocks)
	z.captions(blocks)
	teasers(blocks)
	return blocks
}

// phraseLines labels the blocks that the phrase book knows. A phrase that
// speaks for the rest ends the article, once there is one before it.
func (z *normalizer) phraseLines(blocks []block) []block {
	var words []string
	before, run, rest := 0, false, false
	for i := range blocks {
		b := &blocks[i]
		if b.feat.words == 0 {
			b.label = boilerplate // a rule, a row of stars
			continue
		}
		rest = rest || before >= leastArticle && commenter(blocks[i:])
		if rest {
			b.label = boilerplate
			if b.feat.running() || commenter(blocks[i:]) {
				b.label = comment
			}
		}
		if b.feat.words <= longestFurniture {
			words = plainWords(b.text, words[:0])
			if p := z.phrases.find(words); p != nil {
				b.label = p.label
				run = p.reach == reachRun
				rest = rest || p.reach == reachRest && before >= leastArticle
				continue
			}
		}
		if rest {
			continue
		}
		if run && !b.feat.running() && !b.feat.ended {
			b.label = related
			continue
		}
		run = false
		if b.feat.running() {
			before += b.feat.words
		}
	}
	return blocks
}

// commenter reports whether the first block opens a reader's comment: "name
// says:", and below it the time. A report may introduce speech in the same way.
func commenter(blocks []block) bool {
	b := &blocks[0]
	if b.feat.words > 6 || !strings.HasSuffix(b.text, " says:") && !strings.HasSuffix(b.text, " wrote:") || len(blocks) < 2 {
		return false
	}
	next := &blocks[1]
	return next.feat.words <= 8 && (dateOnly(next.text) || strings.HasSuffix(next.text, " ago"))
}

// teasers labels the headlines of other stories that stand among the
// paragraphs: lines that are there twice, lines in capitals, lone lines in
// headline capitals.
func teasers(blocks []block) {
	seen := map[string]int{}
	upper, all := 0, 0
	for i := range blocks {
		if b := &blocks[i]; b.label == kept {
			all++
			if b.feat.upper*2 > b.feat.letters {
				upper++
			}
			if headlineLike(b) {
				seen[foldLine(b.text)]++
			}
		}
	}
	shouted := upper*2 > all // a text that is all in capitals has no other case to tell by
	first := firstRunning(blocks)
	turns := turnLabels(blocks)
	var styled []int
	for i := range blocks {
		b := &blocks[i]
		if b.label != kept || !headlineLike(b) || i < first || turns[turnLabel(b.text)] {
			continue
		}
		f := b.feat
		switch {
		case seen[foldLine(b.text)] > 1 && !f.asks, video(b.text),
			!shouted && b.form != heading && f.letters >= 5 && f.upper*5 >= f.letters*4:
			b.label = related
		case f.letters >= 7 && f.lower*3 <= f.letters && b.form != heading && !f.quoted && !dateOnly(b.text) && !isByline(b.text):
			styled = append(styled, i)
		}
	}
	if len(styled) <= 2 { // more of them are the article's own section headings
		for _, i := range styled {
			blocks[i].label = related
		}
	}
}

// turnLabels are the names that open the turns of an interview: those that open
// two lines, where there are two of them.
func turnLabels(blocks []block) map[string]bool {
	count, turns := map[string]int{}, map[string]bool{}
	for i := range blocks {
		if l := turnLabel(blocks[i].text); l != "" {
			if count[l]++; count[l] == 2 {
				turns[l] = true
			}
		}
	}
	if len(turns) < 2 {
		return nil
	}
	return turns
}

// turnLabel is the name by which a label "ANNA WRITER, EDITOR:" comes back, its
// last word before a comma; "" for a line without one.
func turnLabel(s string) string {
	label, _, ok := strings.Cut(s[:min(len(s), 80)], ": ")
	name, office, _ := strings.Cut(label, ",")
	if !ok || strings.ContainsAny(name, ".!?\"“”") || strings.Count(name, " ") > 3 || name == "" || office != "" && strings.ToUpper(office) != office {
		return ""
	}
	for w := range strings.FieldsSeq(name) {
		if w[0] >= 'a' && w[0] <= 'z' {
			return ""
		}
	}
	return strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:])
}

// video reports whether a line announces a film: "1:02 ... – video", "...
// (3:05)", or "Video" and a headline.
func video(s string) bool {
	if strings.HasSuffix(s, "– video") || strings.HasSuffix(s, "- video") || strings.HasSuffix(s, "— video") {
		return true
	}
	first, rest, _ := strings.Cut(s, " ")
	if first == "Video" && rest != "" && rest[0] >= 'A' && rest[0] <= 'Z' && strings.Count(rest, " ") > 4 {
		return true
	}
	last := s[strings.LastIndexByte(s, ' ')+1:]
	if strings.HasPrefix(last, "(") && strings.HasSuffix(last, ")") {
		first = strings.Trim(last, "()") // "... (3:05)"
	}
	m, sec, ok := strings.Cut(first, ":")
	return ok && len(sec) == 2 && len(m) <= 2 && strings.Trim(m+sec, "0123456789") == "" && m != ""
}

// rivers labels runs of three teasers and more that markup has made headings:
// each a headline, a line or two of author and date, one paragraph or its
// beginning.
func rivers(blocks []block) {
	starts := []int{} // of the teasers of the run
	end := 0
	label := func() {
		if len(starts) >= 3 {
			for i := starts[0]; i < end; i++ {
				if blocks[i].label == kept {
					blocks[i].label = related
				}
			}
		}
		starts = starts[:0]
	}
	for i := 0; i < len(blocks); {
		n := teaserAt(blocks[i:])
		if n == 0 {
			if len(starts) > 0 && i > end+1 {
				label()
			}
			i++
			continue
		}
		starts = append(starts, i)
		i += n
		end = i
	}
	label()
}

// teaserAt is the number of blocks of the teaser that begins here, 0 for none.
func teaserAt(blocks []block) int {
	if blocks[0].form != heading || blocks[0].feat.words < 4 {
		return 0
	}
	small := 0
	for i := 1; i < len(blocks) && i <= 4; i++ {
		b := &blocks[i]
		switch {
		case b.form == heading:
			return 0
		case b.feat.running():
			closed := i+1 == len(blocks) || !blocks[i+1].feat.running()
			if closed && (small > 0 || b.feat.ellipsis) {
				return i + 1
			}
			return 0
		case !dateOnly(b.text) && !isByline(b.text) && nameLength(b.text) != b.feat.words:
			return 0
		}
		small++
	}
	return 0
}

// headlineLike reports whether a block could be a headline: short, and without
// the mark that closes a sentence.
func headlineLike(b *block) bool {
	return b.feat.words >= 3 && b.feat.words <= 25 && (!b.feat.ended || b.feat.asks)
}

func firstRunning(blocks []block) int {
	for i := range blocks {
		if blocks[i].label == kept && blocks[i].feat.running() {
			return i
		}
	}
	return len(blocks)
}

// foldLine makes lines that differ in marks and case alone equal.
func foldLine(s string) string { return strings.Join(plainWords(s, nil), " ") }
