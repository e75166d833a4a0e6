package statements

import (
	"slices"
	"strings"

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
		if !t.quoted() || v.quotes[t.quote].words < 4 || v.claimed(have, t) || v.titled(t) {
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
func (v *view) verbOver(u *unit, q int) (candidate, bool) {
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
	if i < 0 || i >= int(its[q].tok) || !v.tells(&tokens[i]) || v.s.words[tokens[i].Lemma]&wordless != 0 {
		return candidate{}, false
	}
	k := v.itemOf(its, sent, i)
	if k < 0 || its[k].quoted() || its[k].capital() {
		return candidate{}, false
	}
	h := candidate{cue: &unlistedVerb, form: formPast | formPart, verb: k, end: k + 1}
	if !v.verbGroup(u, &h) {
		return candidate{}, false
	}
	if object && v.s.words[tokens[i].Lemma]&worded == 0 && v.s.cues[tokens[i].Lower] == nil && v.clauseOver(its, &h, q) < 0 {
		return candidate{}, false
	}
	np, _, ok := v.clauseSubject(its, &h)
	if !ok || !v.canSpeak(its[np.lo:np.hi]) {
		return candidate{}, false
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
func (v *view) clauseOver(its []item, h *candidate, q int) int {
	for k := h.end; k < q && k < h.end+12; k++ {
		if !its[k].quoted() && its[k].low == "that" && v.token(&its[k]).Rel == stages.RelMark {
			return k
		}
	}
	return -1
}

// unlistedVerb is the cue of a verb that is in no list and introduces a quotation:
// "...," the envoy retaliated. The mayor demurred: "..."
var unlistedVerb = cue{verb: "-", frames: frameQuote | frameMark, weight: 0.6}

// unlisted says whether item i is such a verb: a colon and a quotation follow,
// or it ends a short clause behind a quotation that opens its sentence and ends
// with a comma.
func (v *view) unlisted(its []item, i int) bool {
	t := &its[i]
	if len(t.low) < 5 || !strings.HasSuffix(t.low, "ed") {
		return false
	}
	if i+2 < len(its) && its[i+1].low == ":" && its[i+2].quoted() {
		return v.quotes[its[i+2].quote].words >= 4
	}
	k := i - 1
	if i+1 < len(its) && !its[i+1].is(clauseEnd|comma) && !its[max(0, k)].quoted() {
		return false
	}
	for k >= 0 && i-k < 8 && its[k].word() && !its[k].is(prep|subordinator|conj|finite) {
		if its[k].is(pronoun) && k > 0 && !its[k-1].quoted() {
			return false // a title he deserved
		}
		k--
	}
	if k < 0 || k == i-1 || !its[k].quoted() || v.quotes[its[k].quote].words < 5 {
		return false
	}
	q := &v.quotes[its[k].quote]
	said := strings.TrimRight(v.doc.Article.Text[q.InnerStart:q.InnerEnd], " ")
	return said != "" && strings.ContainsRune(",!?", rune(said[len(said)-1]))
}
