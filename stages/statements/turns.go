package statements

import (
	"strings"

	"parley/stages"
)

// In interviews and transcripts a label opens each turn: "KULEBA: No. We will
// not." What shows it is that labels come back: at least two of them open two
// paragraphs or more.

// longestLabel is how many items may stand before the colon of a label.
const longestLabel = 12

// turns gives the items before the colon of each unit that opens a turn, by the
// number of the unit; none where the article is no interview.
func (v *view) turns() map[int]int {
	ends, count := map[int]int{}, map[string]int{}
	back := 0 // labels that come back
	for ui := range v.units {
		if ui > 0 && v.units[ui-1].para == v.units[ui].para {
			continue
		}
		c := v.labelEnd(&v.units[ui])
		if c == 0 {
			continue
		}
		ends[ui] = c
		name := v.labelName(v.units[ui].items[:c])
		if count[name]++; count[name] == 2 {
			back++
		}
	}
	if back < 2 {
		return nil
	}
	for ui, c := range ends {
		if count[v.labelName(v.units[ui].items[:c])] < 2 {
			delete(ends, ui) // a headline with a colon among the turns
		}
	}
	return ends
}

// labelEnd is the item of the colon that ends a label, 0 without one: a name or
// a role, with an office behind a comma where all is in capitals.
func (v *view) labelEnd(u *unit) int {
	upper := true
	for c := range u.items[:min(len(u.items), longestLabel)] {
		t := &u.items[c]
		switch {
		case t.low == ":":
			if c == 0 || !upper && c > 4 {
				return 0
			}
			return c
		case t.quoted(), t.is(clauseEnd) && t.low != ".":
			return 0
		case t.word() && t.shape != stages.Uppercase:
			upper = false
			if c == 0 && !t.capital() {
				return 0
			}
		}
	}
	return 0
}

// labelName is what a label is known by when it comes back: the last word of the
// name, which stands before a comma.
func (v *view) labelName(its []item) string {
	last := ""
	for i := range its {
		if its[i].low == "," || its[i].low == "(" {
			break
		}
		if its[i].word() {
			last = its[i].low
		}
	}
	return strings.TrimSuffix(last, ".")
}

// turn is what the speaker of a turn says: all the rest of its paragraph.
func (v *view) turn(ui, c int) (found, bool) {
	u := &v.units[ui]
	end := c
	for i := range c {
		if u.items[i].low == "," {
			end = i
			break
		}
	}
	f := found{speaker: v.speakerOfItems(u.items[:end]), conf: 0.8}
	a, ok := v.doc.Actor(f.speaker.id)
	if ok && a.Kind == "state" || !ok && !v.namesOffice(u.items[:c]) {
		return f, false
	}
	f.spans = v.pieces(extent(u.items, c+1, len(u.items)))
	last := &u.items[len(u.items)-1]
	for i := ui + 1; i < len(v.units) && v.units[i].para == u.para; i++ {
		f.spans = append(f.spans, v.pieces(extent(v.units[i].items, 0, len(v.units[i].items)))...)
		last = &v.units[i].items[len(v.units[i].items)-1]
	}
	if len(f.spans) == 0 || last.low == "?" && (!ok || a.Kind != "person") { // a reporter asks
		return f, false
	}
	v.classify(&f)
	return f, true
}

// signed reads a quotation that a name stands behind, after a dash or colon:
// "We are ready" - Kuleba.
func (v *view) signed(u *unit) (found, bool) {
	its := u.items
	n := len(its)
	if n > 0 && its[n-1].is(clauseEnd) {
		n--
	}
	if n < 3 || n > 10 || !its[0].quoted() || v.quotes[its[0].quote].words < 3 || !its[1].is(dash) && its[1].low != ":" {
		return found{}, false
	}
	end := 2
	for end < n && !its[end].is(comma) {
		if t := &its[end]; !t.word() || !t.capital() && t.low != "de" && t.low != "von" && t.low != "van" && t.low != "al" {
			return found{}, false
		}
		end++
	}
	if end < n && (!v.namesOffice(its[end+1:n]) || v.clausal(its[end+1:n])) {
		return found{}, false
	}
	f := found{speaker: v.speakerOfItems(its[2:end]), conf: 0.75, spans: []piece{v.inner(&its[0])}}
	if _, ok := v.doc.Actor(f.speaker.id); !ok && end < 4 {
		return f, false // one word may be anything
	}
	v.classify(&f)
	return f, true
}

// joinedQuotes adds to a statement the quotation that "and that" joins to its
// own: said "we will not give up" and that "the world must act"; and what follows
// a dash of its own where dashes enclose speech.
func (v *view) joinedQuotes(all []found) {
	for i := range all {
		f := &all[i]
		if len(f.spans) == 0 {
			continue
		}
		its := v.units[f.unit].items
		for k := range its {
			if !its[k].quoted() || v.inner(&its[k]) != f.spans[len(f.spans)-1] {
				continue
			}
			j := k + 1
			if j < len(its) && its[j].is(comma) {
				j++
			}
			if j+2 < len(its) && its[j].low == "and" && its[j+1].low == "that" && its[j+2].quoted() {
				f.spans = append(f.spans, v.inner(&its[j+2]))
				v.classify(f)
			}
			break
		}
		v.dashed(f)
	}
}

// dashed adds the next unit of the paragraph where both begin with a dash.
func (v *view) dashed(f *found) {
	u := &v.units[f.unit]
	if f.unit+1 >= len(v.units) || len(u.items) == 0 || !u.items[0].quoted() || strings.IndexAny(v.doc.Article.Text[u.items[0].start:], "-–—") != 0 {
		return
	}
	next := &v.units[f.unit+1]
	if next.para != u.para || len(next.items) < 3 || !next.items[0].is(dash) || f.spans[len(f.spans)-1].hi > next.items[1].start {
		return
	}
	f.spans = append(f.spans, piece{next.items[1].start, next.items[len(next.items)-1].end})
}

// inner is what stands between the marks of a quotation.
func (v *view) inner(t *item) piece {
	q := &v.quotes[t.quote]
	return v.trimmed(piece{q.InnerStart, q.InnerEnd})
}
