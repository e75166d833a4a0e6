package statements

import (
	"slices"

	"parley/stages"
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
		if !t.quoted() || v.quotes[t.quote].words < 4 || v.quotes[t.quote].unbalanced || v.claimed(have, t) || v.titled(t) {
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
		f := found{speaker: v.speakerOf(u.items, np), cue: v.textOf(u.items, h.group, h.end), conf: 0.6, tense: tenseOf(u.items, &h), unit: ui, para: u.para, item: h.verb}
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
	if i < 0 || i >= int(its[q].tok) || !v.tells(&tokens[i]) || t.Passive(i) || wordless[tokens[i].Lemma] {
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
	if object && !worded[tokens[i].Lemma] && v.s.cues[tokens[i].Lower] == nil && v.clauseOver(its, &h, q) < 0 {
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
func (v *view) topOf(t *stages.Tree, tokens []stages.Token, i int, end int32) int {
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

// wordless holds the verbs that a quotation behind them does not make verbs of
// speech: thoughts, and what is done with things that have names.
var wordless = map[string]bool{"be": true, "have": true, "do": true, "make": true, "take": true, "get": true, "give": true, "find": true, "see": true, "hear": true, "watch": true, "use": true,
	"include": true, "contain": true, "hold": true, "carry": true, "wear": true, "publish": true, "sign": true, "win": true, "join": true, "create": true, "build": true, "launch": true,
	"play": true, "perform": true, "sing": true, "star": true, "become": true, "know": true, "want": true, "need": true, "go": true, "come": true, "run": true, "lead": true, "hope": true,
	"believe": true, "think": true, "feel": true, "fear": true, "receive": true, "face": true, "show": true, "leave": true, "pay": true, "help": true, "meet": true, "consider": true, "regard": true, "view": true}

// worded holds the verbs in no list of cues that a quotation can be the object
// of: to judge, to hand out and to name.
var worded = map[string]bool{"acclaim": true, "admire": true, "admonish": true, "advocate": true, "applaud": true, "assail": true, "attack": true, "attribute": true, "bash": true, "belittle": true,
	"berate": true, "celebrate": true, "censure": true, "challenge": true, "cheer": true, "cite": true, "commend": true, "compliment": true, "congratulate": true, "credit": true, "debunk": true, "deliver": true,
	"detail": true, "disparage": true, "disavow": true, "dub": true, "extol": true, "fault": true, "greet": true, "herald": true, "identify": true, "invoke": true, "issue": true, "lambast": true, "lambaste": true,
	"laud": true, "list": true, "name": true, "nickname": true, "offer": true, "outline": true, "oppose": true, "preach": true, "promote": true, "quote": true, "rebuke": true, "recite": true,
	"recommend": true, "refute": true, "release": true, "ridicule": true, "salute": true, "scorn": true, "seek": true, "send": true, "share": true, "specify": true, "support": true, "term": true, "thank": true,
	"title": true, "tout": true, "trumpet": true, "unveil": true, "voice": true, "welcome": true}
