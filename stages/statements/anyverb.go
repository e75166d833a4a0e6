package statements

import (
	"slices"

	"parley/stages"
	"parley/stages/language/trees"
)

// quotedUnder finds the quotations that no cue has claimed and that the parse
// hangs on some other verb of somebody: "The mayor thanked them “for ...”". What
// hangs on a cue that has spoken before belongs to that one: "...", she said,
// and “...”.
func (v *view) quotedUnder(ui int, u *unit, have []found) []found {
	if u.inside >= 0 || u.heading {
		return have
	}
	for q := 1; q < len(u.items); q++ {
		t := &u.items[q]
		if !t.quoted() || v.quotes[t.quote].words < 4 || !v.quotes[t.quote].Closed || v.claimed(have, t) || v.titled(t) {
			continue
		}
		h, ok := v.verbOver(u, q)
		if !ok {
			continue
		}
		if i := slices.IndexFunc(have, func(f found) bool { return f.item == h.verb && f.cue != "" }); i >= 0 {
			have[i].spans = append(have[i].spans, v.inner(*t))
			v.classify(&have[i])
			continue
		}
		np := h.subject
		f := found{speaker: v.speakerOf(u.items, np), cue: v.textOf(u.items, h.group, h.end), cueAt: extent(u.items, h.group, h.end), conf: 0.6, tense: tenseOf(u.items, &h), unit: ui, para: u.para, item: h.verb}
		if s := v.clauseOver(u.items, &h, q); s >= 0 {
			v.addRange(u.items, &f, span{s, q + 1})
		} else {
			f.spans = append(f.spans, v.inner(*t))
		}
		v.classify(&f)
		f.region = u.items[np.lo:q]
		have = append(have, f)
	}
	return have
}

// claimed says whether the content of a statement covers a quotation, or its
// beginning.
func (v *view) claimed(have []found, t *item) bool {
	for i := range have {
		for _, p := range have[i].spans {
			if p.lo < t.end && t.start < p.hi {
				return true
			}
		}
	}
	return false
}

// titled says whether a quotation is a title: no longer word in it begins small.
func (v *view) titled(t *item) bool {
	s := &v.doc.Sentences[t.sent]
	for i := int(t.tok); i < len(s.Tokens) && s.Tokens[i].Start < t.end; i++ {
		if x := &s.Tokens[i]; x.Shape == stages.Lowercase && len(x.Lower) > 3 {
			return false
		}
	}
	return true
}

// verbOver finds the verb that a quotation hangs on, and whose it is.
func (v *view) verbOver(u *unit, q int) (hit, bool) {
	its := u.items
	sent := its[q].sent
	tokens := v.doc.Sentences[sent].Tokens
	t := v.treeOf(sent)
	i := v.topOf(t, tokens, int(its[q].tok), its[q].end)
	object := i >= 0 && t.Rel(i) != stages.RelCcomp && t.Rel(i) != stages.RelParataxis
	for steps := 0; i >= 0 && steps < 4; steps++ {
		if i = t.Head(i); i >= 0 && tokens[i].UPOS == stages.PosVerb {
			break
		}
	}
	if i < 0 || i >= int(its[q].tok) || !v.tells(&tokens[i]) || t.Passive(i) || v.s.words[tokens[i].Lemma]&wordless != 0 {
		return hit{}, false
	}
	k := v.itemOf(its, sent, i)
	if k < 0 || its[k].quoted() || its[k].capital() {
		return hit{}, false
	}
	h := hit{cue: &anyVerb, form: formPast | formPart, verb: k, end: k + 1}
	if !v.verbGroup(u, &h) || h.passive || h.negated {
		return hit{}, false
	}
	if object && v.s.words[tokens[i].Lemma]&worded == 0 && v.s.cues[tokens[i].Lower] == nil && v.clauseOver(its, &h, q) < 0 {
		return hit{}, false
	}
	np, _, ok := v.parsedSubject(its, &h)
	if !ok || !v.agent(its[np.lo:np.hi]) || its[np.lo].low == "i" || its[np.lo].low == "we" {
		return hit{}, false
	}
	h.subject = np
	return h, true
}

// tells says whether a token is a finite verb of a main or relative clause, or
// a participle beside one.
func (v *view) tells(x *stages.Token) bool {
	switch x.XPOS {
	case stages.TagVBD, stages.TagVBZ, stages.TagVBP:
		switch x.Rel {
		case stages.RelRoot, stages.RelConj, stages.RelParataxis, stages.RelAclRelcl:
			return true
		}
	case stages.TagVBG:
		return x.Rel == stages.RelAdvcl
	}
	return false
}

// topOf is the token of a quotation that begins at token i and ends at a byte
// whose head stands outside.
func (v *view) topOf(t *trees.Tree, tokens []stages.Token, i int, end int32) int {
	for k := i; k < len(tokens) && tokens[k].Start < end; k++ {
		if h := t.Head(k); tokens[k].Rel != stages.RelPunct && h >= 0 && (h < i || tokens[h].Start >= end) {
			return k
		}
	}
	return -1
}

// clauseOver gives the item at which a clause with "that" begins which holds
// the quotation at item q, or -1.
func (v *view) clauseOver(its []item, h *hit, q int) int {
	for k := h.end; k < q && k < h.end+12; k++ {
		if !its[k].quoted() && its[k].low == "that" && v.token(&its[k]).Rel == stages.RelMark {
			return k
		}
	}
	return -1
}
