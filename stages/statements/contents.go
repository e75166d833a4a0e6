package statements

import (
	"slices"
	"strings"

	"parley/stages"
	"parley/stages/language/trees"
)

// content is the pieces of what is said under a cue. The reader gives first and last
// word; quotation marks make them exact: who quotes from outside quotes the whole,
// and what is said within a quotation does not leave it. The tree tells where the
// writer goes on.
func (v *view) content(c *stages.Cue, f *found) []piece {
	p, ok := v.likeliest(c)
	if !ok {
		if p = v.quotedBeside(f); p.hi == 0 {
			return nil
		}
	}
	if f.cue == "" {
		return v.pieces(v.whole(p))
	}
	hole := v.hole(f)
	if w := f.speaker.at; w.lo > p.lo && p.lo >= f.cueAt.hi && w.lo < hole.hi { // Calling it cold, the nurse left
		hole, p.hi = f.cueAt, min(p.hi, w.lo)
	}
	if home := v.quoteAt(f.cueAt.lo); home >= 0 {
		from, to := v.chain(home)
		p.lo, p.hi = max(p.lo, v.quotes[from].InnerStart), min(p.hi, v.quotes[to].InnerEnd)
	} else if left := v.quotedBefore(hole); left >= 0 && p.lo < hole.lo {
		p = v.before(p, hole, left)
	} else {
		p = v.whole(v.ownWords(p, hole, f))
	}
	if p = v.clipped(v.afterTime(p, f), f); p.hi <= p.lo {
		return nil
	}
	return v.sentencesMeant(v.cut(p, hole), f)
}

// sentencesMeant puts for a content that is only "this" or "that" what it stands for:
// the sentence before, or the paragraph where it begins a new one.
func (v *view) sentencesMeant(spans []piece, f *found) []piece {
	s := int(f.verb.Sentence)
	if len(spans) != 1 || s == 0 || v.quoteAt(spans[0].lo) >= 0 {
		return spans
	}
	switch strings.ToLower(v.doc.Article.Text[spans[0].lo:spans[0].hi]) {
	case "this", "that", "it":
	default:
		return spans
	}
	from := s - 1
	if v.doc.Sentences[from].Heading || v.cueBetween(v.doc.Sentences[from].Start, v.doc.Sentences[from].End) {
		return spans
	}
	for para := v.doc.Sentences[from].Paragraph; para != f.para && from > 0 && s-from < 3 && v.doc.Sentences[from-1].Paragraph == para && !v.cueBetween(v.doc.Sentences[from-1].Start, v.doc.Sentences[from].Start); from-- {
	}
	return v.pieces(piece{v.doc.Sentences[from].Start, v.doc.Sentences[s-1].End})
}

// hole is a cue with its speaker where both stand in one sentence.
func (v *view) hole(f *found) piece {
	w := f.speaker.at
	if w.hi > w.lo && f.speaker.head.Sentence == f.verb.Sentence && v.quoteAt(w.lo) == v.quoteAt(f.cueAt.lo) {
		lo, hi := min(f.cueAt.lo, w.lo), max(f.cueAt.hi, w.hi)
		if k := v.quoteFrom(lo); k >= len(v.quotes) || v.quotes[k].Start >= hi || v.quotes[k].Start < lo {
			return piece{lo, hi}
		}
	}
	return f.cueAt
}

// cueBetween says whether a cue that stands in no quotation lies between two bytes.
func (v *view) cueBetween(lo, hi int32) bool {
	i, _ := slices.BinarySearch(v.cueStarts, lo)
	return i < len(v.cueStarts) && v.cueStarts[i] < hi
}

// stopped says whether a quotation ends with its own comma or full stop.
func (v *view) stopped(k int) bool {
	q := &v.quotes[k]
	said := strings.TrimRight(v.doc.Article.Text[q.InnerStart:q.InnerEnd], " ")
	for _, m := range []string{",", ".", "!", "?", "…"} {
		if strings.HasSuffix(said, m) {
			return true
		}
	}
	return false
}

// ownWords keeps a content from what stands under another cue: it begins behind a
// quotation or clause that has one, and ends before a sentence that has one. What
// is not quoted stays in the sentence of its cue.
func (v *view) ownWords(p, hole piece, f *found) piece {
	sentences := v.doc.Sentences
	if k := v.quoteAt(p.lo); k >= 0 && v.quotes[k].End < hole.lo && v.cueBetween(v.quotes[k].End, hole.lo) {
		if p.lo = sentences[f.verb.Sentence].Start; p.hi > hole.hi {
			p.lo = hole.hi
		}
	} else if k < 0 && p.lo < hole.lo && p.hi > hole.hi && v.quoteAt(p.hi-1) < 0 && v.cueBetween(p.lo, hole.lo) {
		p.lo = hole.hi
	}
	here := &sentences[f.verb.Sentence]
	if p.lo < here.Start && p.hi > here.Start && v.quoteAt(p.lo) < 0 {
		p.lo = here.Start
	}
	if s := int(f.verb.Sentence); p.hi > here.End && p.lo < here.End && v.quoteAt(p.hi-1) < 0 {
		for ; s+1 < len(sentences) && sentences[s].End < p.hi && sentences[s+1].Paragraph == f.para && !v.cueBetween(sentences[s+1].Start, sentences[s+1].End); s++ {
		}
		p.hi = min(p.hi, sentences[s].End)
	}
	if k := v.quoteAt(p.hi - 1); k >= 0 && p.lo < here.End && v.quotes[k].Start >= here.End && v.quoteAt(p.lo) < 0 && v.doc.Article.Text[here.End-1] != ':' {
		p.hi = here.End // another's words follow
	}
	if n := strings.LastIndexByte(v.doc.Article.Text[min(p.lo, hole.lo):hole.lo], ';'); n >= 0 && v.quoteAt(p.lo+int32(n)) < 0 {
		p.lo += int32(n) + 1
	}
	return p
}

// clipped ends a content behind its cue where the next cue of the same speaker
// begins: said that ... and added that ..., or one beside it: as another stressed.
func (v *view) clipped(p piece, f *found) piece {
	if p.lo < f.cueAt.hi {
		return p
	}
	t := v.treeOf(f.verb.Sentence)
	tokens := v.doc.Sentences[f.verb.Sentence].Tokens
	for c := range t.Children(int(f.verb.Token)) {
		r := t.Rel(c)
		if c > int(f.verb.Token) && (r == stages.RelConj || r == stages.RelAdvcl || r == stages.RelParataxis) {
			p = v.endBefore(p, t, tokens, c)
		}
	}
	for c := int(f.verb.Token) + 1; c < len(tokens) && tokens[c].Start < p.hi; c++ { // as another stressed
		if m := t.Child(c, stages.RelMark); m >= 0 && t.Rel(c) == stages.RelAdvcl && parallel[tokens[m].Lower] {
			p = v.endBefore(p, t, tokens, c)
		}
	}
	return p
}

// afterTime begins a content that follows its cue behind the time of the cue.
func (v *view) afterTime(p piece, f *found) piece {
	if p.lo < f.cueAt.hi || p.lo > f.cueAt.hi+2 {
		return p
	}
	tokens := v.doc.Sentences[f.verb.Sentence].Tokens
	for _, e := range v.times[f.verb.Sentence] {
		if tokens[e.Lead].Start == p.lo && e.To < len(tokens) && tokens[e.To].Start < p.hi && placing(&e) && !e.Modifies {
			p.lo = tokens[e.To].Start
		}
	}
	return p
}

// parallel holds the words that join a clause beside another rather than within
// it.
var parallel = map[string]bool{"as": true, "while": true, "whereas": true, "although": true, "though": true}

// endBefore ends a content before the clause of a verb that is a cue itself.
func (v *view) endBefore(p piece, t *trees.Tree, tokens []stages.Token, verb int) piece {
	from, _ := t.Span(verb)
	at := tokens[from].Start
	if _, is := slices.BinarySearch(v.cueStarts, tokens[verb].Start); is && from > 0 && at > p.lo && at < p.hi && v.quoteAt(at) < 0 {
		p.hi = tokens[from-1].End
	}
	return p
}

// likeliest is the likeliest first and last word that go together: the last not
// before the first. Where the reader is unsure of the one, what it does not see of a
// quotation that holds the other may hold it.
func (v *view) likeliest(c *stages.Cue) (p piece, ok bool) {
	best := float32(0)
	for _, b := range c.Begin.To {
		for _, e := range c.End.To {
			lo, hi := v.tokenAt(b.Place).Start, v.tokenAt(e.Place).End
			if x := b.P * e.P; lo < hi && x > best {
				best, p = x, piece{lo, hi}
			}
		}
	}
	if e := c.End.Best(); e.P*c.Begin.Nowhere > best {
		if k := v.quoteAt(v.tokenAt(e.Place).Start); k >= 0 {
			best, p = e.P*c.Begin.Nowhere, piece{v.quotes[k].InnerStart, v.tokenAt(e.Place).End}
		}
	}
	if b := c.Begin.Best(); b.P*c.End.Nowhere > best {
		if k := v.quoteAt(v.tokenAt(b.Place).Start); k >= 0 {
			best, p = b.P*c.End.Nowhere, piece{v.tokenAt(b.Place).Start, v.quotes[k].InnerEnd}
		}
	}
	return p, best > 0
}

// cut takes cue and speaker out of a content in which they stand, with what belongs
// to them as far as the marks on both sides: "...", he said on Monday, "...". What
// follows an indirect content and its cue goes on with it only where it has the
// verb, or a word that leads on.
func (v *view) cut(p, hole piece) []piece {
	if hole.hi <= p.lo || hole.lo >= p.hi {
		return v.pieces(p)
	}
	left, right := piece{p.lo, max(hole.lo, p.lo)}, piece{min(hole.hi, p.hi), p.hi}
	if k := v.quoteFrom(left.hi) - 1; k >= 0 && v.quotes[k].End > p.lo && left.hi-v.quotes[k].End < insertion {
		left.hi = v.quotes[k].End
	}
	if k := v.quoteFrom(right.lo); k < len(v.quotes) && v.quotes[k].Start >= right.lo && v.quotes[k].Start < p.hi && v.quoteAt(p.lo) >= 0 {
		right.lo = v.quotes[k].Start
	} else if v.quoteAt(p.lo) < 0 {
		if n := strings.IndexByte(v.doc.Article.Text[right.lo:min(right.hi, right.lo+insertion)], ','); n >= 0 {
			right.lo += int32(n) + 1
		}
		if v.predicated(left) && !v.leadsOn(right) {
			return v.pieces(left)
		}
	}
	return append(v.pieces(left), v.pieces(right)...)
}

// insertion is how many bytes a cue with its circumstances may take between the
// halves of a content.
const insertion = 120

// predicated says whether a piece has a finite verb.
func (v *view) predicated(p piece) bool {
	for _, s := range v.doc.Tokens(p.lo, p.hi) {
		for _, t := range v.doc.Sentences[s.Sentence].Tokens[s.From:s.To] {
			switch t.XPOS {
			case stages.TagVBD, stages.TagVBZ, stages.TagVBP, stages.TagMD:
				return true
			}
		}
	}
	return false
}

// leadsOn says whether a piece begins with a finite verb, or with a word that leads
// on from what was said rather than from who said it.
func (v *view) leadsOn(p piece) bool {
	list := v.doc.Tokens(p.lo, p.hi)
	if len(list) == 0 {
		return false
	}
	for _, t := range v.doc.Sentences[list[0].Sentence].Tokens[list[0].From:list[0].To] {
		if !t.Shape.IsWord() {
			continue
		}
		switch t.XPOS {
		case stages.TagVBD, stages.TagVBZ, stages.TagVBP, stages.TagMD:
			return true
		}
		switch t.Lower {
		case "that", "so", "while", "whereas", "because", "if", "unless", "and", "but":
			return true
		}
		return false
	}
	return false
}

// pieces is a content without the marks at its edges; where it is nothing but
// quotations, each is a piece.
func (v *view) pieces(p piece) (out []piece) {
	from := v.quoteFrom(p.lo)
	if from < len(v.quotes) && v.quotes[from].Start <= p.lo && v.quotes[from].End < p.hi && v.quotedThrough(p.lo, p.hi) {
		for k := from; k < len(v.quotes) && v.quotes[k].Start < p.hi; k++ {
			if q := v.trimmed(piece{max(p.lo, v.quotes[k].InnerStart), min(p.hi, v.quotes[k].InnerEnd)}); q.lo < q.hi {
				out = append(out, q)
			}
		}
		return out
	}
	if p = v.trimmed(p); p.lo < p.hi {
		out = append(out, p)
	}
	return out
}

// edge is what may stand at the edge of a content and is no part of it, and marks
// the quotation marks, which are none either where their partner is outside.
const (
	edge  = " \t\n,.;:!?–—-" + marks
	marks = "\"“”„«»‘’'"
)

func (v *view) trimmed(p piece) piece {
	if p.lo >= p.hi {
		return p
	}
	text := v.doc.Article.Text
	s := text[p.lo:p.hi]
	p.lo += int32(len(s) - len(strings.TrimLeft(s, edge)))
	p.hi -= int32(len(s) - len(strings.TrimRight(s, edge)))
	if p.lo >= p.hi {
		return p
	}
	if strings.HasPrefix(text[p.lo:p.hi], "that ") {
		p.lo += int32(len("that "))
	}
	// A quotation that begins or ends with the content keeps its mark where only
	// one of its ends does.
	if k := v.quoteAt(p.lo); k >= 0 && v.quotes[k].InnerStart == p.lo && v.quotes[k].End < p.hi && v.quotes[k].Closed {
		p.lo = v.quotes[k].Start
	}
	if k := v.quoteAt(p.hi - 1); k >= 0 && v.quotes[k].Start >= p.lo && v.quotes[k].Closed && strings.Trim(text[p.hi:v.quotes[k].End], edge) == "" {
		p.hi = v.quotes[k].End
	}
	return p
}

// classify tells direct, indirect and mixed speech, and where it begins. What
// somebody reports within a quotation is direct only in marks of its own.
func (v *view) classify(f *found) {
	f.sent = int32(max(0, v.doc.SentenceAt(f.spans[0].lo)))
	level := int8(0)
	if f.cue != "" && v.quoteAt(f.cueAt.lo) >= 0 {
		level = 1
	}
	quoted, bare := false, false
	for _, p := range f.spans {
		at := p.lo
		i, _ := slices.BinarySearchFunc(v.doc.Quotations, v.quotesFrom(p.lo), func(q stages.Quotation, b int32) int { return int(q.Start - b) })
		for ; i < len(v.doc.Quotations) && v.doc.Quotations[i].Start < p.hi; i++ {
			if q := &v.doc.Quotations[i]; q.Level == level && q.End > at {
				bare = bare || q.Start > at && v.says(at, q.Start)
				at, quoted = q.End, true
			}
		}
		bare = bare || at < p.hi && v.says(at, p.hi)
	}
	f.kind = "indirect"
	switch {
	case quoted && !bare:
		f.kind = "direct"
	case quoted:
		f.kind = "mixed"
	}
}

// says whether words stand between two bytes that do more than join quotations.
func (v *view) says(lo, hi int32) bool {
	for _, w := range strings.Fields(v.doc.Article.Text[lo:hi]) {
		if w = strings.Trim(w, edge); w != "" && w != "and" && w != "that" {
			return true
		}
	}
	return false
}

// covers reports whether one of the statements found has most of a new one's
// content and no cue of its own tells them apart: the same is found again by
// another word.
func covers(all []found, f *found) bool {
	for i := len(all) - 1; i >= 0; i-- {
		common, size, other := int32(0), int32(0), int32(0)
		for _, q := range all[i].spans {
			other += q.hi - q.lo
		}
		for _, p := range f.spans {
			size += p.hi - p.lo
			for _, q := range all[i].spans {
				common += max(0, min(p.hi, q.hi)-max(p.lo, q.lo))
			}
		}
		if common*10 >= max(size, other)*8 || f.cue == "" && common*10 >= size*8 {
			return true
		}
		if all[i].unit < f.unit-reach {
			break
		}
	}
	return false
}
