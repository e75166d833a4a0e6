package statements

import "parley/stages"

// labels adds what labels with a colon, lines of transcripts and names below a
// quotation attribute without a verb, where the reader has found nothing.
func (v *view) labels(all []found) []found {
	v.joinedQuotes(all)
	turns := v.turns()
	next, read := 0, len(all) // those of the reader are in the order of their units
	for ui := range v.units {
		for next < read && all[next].unit < ui-1 {
			next++
		}
		u := &v.units[ui]
		f, ok := v.unspoken(ui, turns[ui])
		if !ok {
			continue
		}
		f.unit, f.para, f.item, f.verb = ui, u.para, -1, stages.Place{Sentence: -1}
		if !v.taken(all[next:min(read, next+reach)], &f) {
			all = append(all, f)
		}
	}
	return all
}

// unspoken is the statement that the layout of a unit makes; c is the item behind
// the label of a turn, 0 for no turn.
func (v *view) unspoken(ui, c int) (f found, ok bool) {
	u := &v.units[ui]
	if c > 0 {
		return v.turn(ui, c)
	}
	if f, ok = v.signed(u); ok {
		return f, true
	}
	if f, ok = v.labelled(u); ok {
		v.transcript(ui, &f)
		return f, true
	}
	return v.pullQuote(ui)
}

// taken says whether statements found already cover half of a content.
func (v *view) taken(all []found, f *found) bool {
	common, size := int32(0), int32(0)
	for _, p := range f.spans {
		size += p.hi - p.lo
		for i := range all {
			for _, q := range all[i].spans {
				common += max(0, min(p.hi, q.hi)-max(p.lo, q.lo))
			}
		}
	}
	return common*2 > size
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
	s := v.speakerOfItems(its[:c])
	a, ok := v.doc.Actor(s.id)
	if ok && a.Kind == "state" || !ok && !v.namesOffice(its[:c]) {
		return found{}, false
	}
	f := found{speaker: s, conf: 0.7}
	f.spans = v.pieces(piece{its[c+1].start, its[len(its)-1].end})
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
		f.spans = append(f.spans, v.pieces(extent(v.units[i].items, 0, len(v.units[i].items)))...)
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
	f := found{speaker: v.speakerOfItems(name.items), conf: 0.75, kind: "direct"}
	f.spans = []piece{{u.items[0].start, u.items[len(u.items)-1].end}}
	if u.items[0].quoted() {
		q := &v.quotes[u.items[0].quote]
		f.spans = []piece{{q.InnerStart, q.InnerEnd}}
	}
	f.sent = u.items[0].sent
	return f, true
}

// speakerOfItems is the speaker whom a phrase names that stands alone.
func (v *view) speakerOfItems(its []item) (s speaker) {
	s.at = extent(its, 0, len(its))
	s.text = v.doc.Article.Text[s.at.lo:s.at.hi]
	for i := range its {
		if m := its[i].mention; m >= 0 {
			a, _ := v.doc.Actor(v.doc.Mentions[m].ActorID)
			if s.id == "" || a.Kind == "person" {
				s.id = v.doc.Mentions[m].ActorID
			}
		}
	}
	return s
}
