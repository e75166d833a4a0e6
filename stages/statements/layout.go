package statements

import (
	"slices"

	"parley/stages"
)

// continued gives quotations that have no cue to the statement they go on: in
// the same paragraph, or in a paragraph of their own directly behind it.
func (v *view) continued(all []found) []found {
	used := make([]bool, len(v.quotes))
	mark := func(f *found) {
		for _, p := range f.spans {
			for k := v.quoteFrom(p.lo); k < len(v.quotes) && v.quotes[k].Start < p.hi; k++ {
				used[k] = true
			}
		}
	}
	last := map[int]int{} // unit to the last statement found in it
	for i := range all {
		mark(&all[i])
		last[all[i].unit] = i
	}
	ends := make([]bool, len(v.quotes)) // whether the quotation, over its paragraphs, ends at a cue
	for k := len(v.quotes) - 1; k >= 0; k-- {
		ends[k] = used[k] || v.quotes[k].Continues && k+1 < len(ends) && ends[k+1]
	}
	for ui := range v.units {
		u := &v.units[ui]
		if len(u.items) == 0 || !u.items[0].quoted() {
			continue
		}
		k := int(u.items[0].quote)
		q := &v.quotes[k]
		_, attributed := last[ui]
		alone := v.alone(u)
		if ends[k] || q.words < 3 || ui == 0 || !alone && (attributed || u.para != v.units[ui-1].para || q.words < 5 || !endsPhrase(&u.items[1])) {
			continue
		}
		i, ok := last[ui-1]
		if !ok || !v.goesOn(&all[i], &v.units[ui-1], u, q) {
			continue
		}
		for n := range u.items {
			if u.items[n].quoted() && (alone || n == 0) {
				all[i].spans = append(all[i].spans, v.inner(u.items[n]))
				used[u.items[n].quote] = true
			}
		}
		last[ui] = i
		v.classify(&all[i])
	}
	for i := range all { // paragraphs of the quotation that come before the one with the cue
		f := &all[i]
		k := v.quoteFrom(f.spans[0].lo)
		joined := false
		for k < len(v.quotes) && k > 0 && v.quotes[k].InnerStart <= f.spans[0].lo && v.quotes[k-1].Continues && !used[k-1] {
			k--
			used[k], joined = true, true
			f.spans = slices.Insert(f.spans, 0, v.inner(item{quote: int32(k)}))
		}
		if joined {
			v.classify(f)
		}
	}
	return slices.Clip(all)
}

// alone says whether a unit holds nothing but quotations.
func (v *view) alone(u *unit) bool {
	for i := range u.items {
		if u.items[i].word() {
			return false
		}
	}
	return true
}

// goesOn says whether the quotation q of unit u continues statement f of the
// unit before.
func (v *view) goesOn(f *found, prev, u *unit, q *quote) bool {
	if u.para == prev.para {
		return true
	}
	tail := &prev.items[len(prev.items)-1]
	return f.kind != "indirect" && (tail.quoted() || len(prev.items) < 40) && u.para == prev.para+1
}

// headings adds what headlines with a colon say, pull-quotes with a name below
// them, and what stands behind a colon that ends a unit.
func (v *view) headings(all []found) []found {
	v.joinedQuotes(all)
	turns := v.turns()
	for ui := range v.units {
		u := &v.units[ui]
		if c := turns[ui]; c > 0 {
			if f, ok := v.turn(ui, c); ok {
				f.unit, f.para = ui, u.para
				all = append(all, f)
			}
			continue
		}
		if f, ok := v.signed(u); ok {
			f.unit, f.para = ui, u.para
			all = append(all, f)
		}
		if f, ok := v.labelled(u); ok {
			v.transcript(ui, &f)
			f.unit, f.para = ui, u.para
			all = append(all, f)
		}
		if f, ok := v.pullQuote(ui); ok {
			f.unit, f.para = ui, u.para
			all = append(all, f)
		}
		if f, ok := v.announced(ui); ok {
			f.unit, f.para = ui, u.para
			all = append(all, f)
		}
	}
	return all
}

// labelled reads "X: what X says" as headlines and transcripts have it. A
// state in front of the colon is a topic ("Ukraine: three killed"), no speaker.
func (v *view) labelled(u *unit) (found, bool) {
	its := u.items
	c := 0
	for c < len(its) && c < 9 && its[c].low != ":" {
		if endsPhrase(&its[c]) || its[c].quoted() || v.verbal(&its[c]) {
			return found{}, false
		}
		c++
	}
	if c == 0 || c > 8 || len(its)-c < 4 || its[c].low != ":" || !its[0].capital() {
		return found{}, false
	}
	s := v.speakerOf(its, span{0, c})
	a, ok := v.doc.Actor(s.id)
	if ok && a.Kind == "state" || !ok && !v.namesOffice(its[:c]) {
		return found{}, false
	}
	f := found{speaker: s, conf: 0.7}
	v.addRange(its, &f, span{c + 1, len(its)})
	if len(f.spans) == 0 {
		return f, false
	}
	v.classify(&f)
	return f, true
}

// transcript adds to what a label in capitals begins the other sentences of its
// paragraph: "MINISTER: We met. We shall meet again." is a line of a transcript.
func (v *view) transcript(ui int, f *found) {
	u := &v.units[ui]
	if ui > 0 && v.units[ui-1].para == u.para {
		return
	}
	for i := range u.items {
		if t := &u.items[i]; t.low == ":" {
			break
		} else if t.word() && t.shape != stages.Uppercase {
			return
		}
	}
	for i := ui + 1; i < len(v.units) && v.units[i].para == u.para; i++ {
		v.addRange(v.units[i].items, f, span{0, len(v.units[i].items)})
	}
}

// pullQuote reads a paragraph that a name stands below on a line of its own,
// and below that an office.
func (v *view) pullQuote(ui int) (found, bool) {
	if ui+2 >= len(v.units) {
		return found{}, false
	}
	u, name, office := &v.units[ui], &v.units[ui+1], &v.units[ui+2]
	if name.para != u.para+1 || office.para != name.para+1 || len(u.items) < 7 || len(name.items) > 5 || len(office.items) > 12 {
		return found{}, false
	}
	if ui > 0 && v.units[ui-1].para == u.para || !name.heading && name.items[len(name.items)-1].is(clauseEnd) {
		return found{}, false
	}
	for i := range name.items {
		if t := &name.items[i]; !t.capital() && t.low != "de" && t.low != "von" && t.low != "van" && t.low != "der" {
			return found{}, false
		}
	}
	if !v.namesOffice(office.items) || v.clausal(office.items) || office.items[len(office.items)-1].is(clauseEnd) {
		return found{}, false
	}
	f := found{speaker: v.speakerOf(name.items, span{0, len(name.items)}), conf: 0.75, kind: "direct"}
	f.spans = []piece{{u.items[0].start, u.items[len(u.items)-1].end}}
	if u.items[0].quoted() {
		f.spans[0] = v.inner(u.items[0])
	}
	f.sent = u.items[0].sent
	return f, true
}

// announced reads "X said:" at the end of a unit with the quotation in the
// next one.
func (v *view) announced(ui int) (found, bool) {
	u := &v.units[ui]
	n := len(u.items)
	if n < 3 || u.items[n-1].low != ":" || ui+1 >= len(v.units) {
		return found{}, false
	}
	next := &v.units[ui+1]
	if next.para > u.para+1 || !next.items[0].quoted() || !v.alone(next) {
		return found{}, false
	}
	candidates := v.detect(u)
	v.subjects(u, candidates)
	for i := len(candidates) - 1; i >= 0; i-- {
		h := &candidates[i]
		s := v.complementOf(u, h)
		if h.subject.empty() || s.kind != colonEnd {
			continue
		}
		f := found{speaker: v.speakerOf(u.items, h.subject), cue: v.textOf(u.items, h.group, h.end), cueAt: extent(u.items, h.group, h.end), conf: h.weight, tense: tenseOf(u.items, h), item: h.verb}
		for k := range next.items {
			if next.items[k].quoted() {
				f.spans = append(f.spans, v.inner(next.items[k]))
			}
		}
		v.classify(&f)
		f.region = u.items[v.regionStart(u.items, candidates, i):n]
		return f, true
	}
	return found{}, false
}

// nested finds what is reported within quotations; "I" there is the speaker of
// the quotation.
func (v *view) nested(all []found) []found {
	var out []found
	holder := map[int32]*found{}
	for i := range all {
		for _, p := range all[i].spans {
			for k := v.quoteFrom(p.lo); k < len(v.quotes) && v.quotes[k].Start < p.hi; k++ {
				holder[int32(k)] = &all[i]
			}
		}
	}
	pull := map[int]string{} // a pull-quote has no marks: its unit to its speaker
	for i := range all {
		if all[i].kind == "direct" && all[i].cue == "" {
			pull[all[i].unit] = all[i].speaker.id
		}
	}
	for i := range all {
		if f := &all[i]; f.speaker.text == "I" && f.speaker.id == "" {
			f.speaker.id = pull[f.unit]
		}
	}
	for i := range v.inside {
		u := &v.inside[i]
		h := holder[u.inside]
		if h == nil {
			continue
		}
		for _, f := range v.readUnit(h.unit, u) {
			if f.cue == "" || f.conf < 0.8 || f.speaker.pronoun && f.speaker.id == "" && f.speaker.text != "I" {
				continue
			}
			if f.speaker.text == "I" {
				f.speaker.id = h.speaker.id
			}
			f.kind = "indirect"
			f.conf *= 0.5
			out = append(out, f)
		}
	}
	return out
}
