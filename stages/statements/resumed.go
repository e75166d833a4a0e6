package statements

import (
	"parley/stages"
	"parley/stages/language/trees"
)

// resumes says whether what stands behind the cue of a hit from item j on goes
// on with the content left of it: the parse has an arc between them that skips
// the cue. "It was so late, she said, | that the shops were shut."
func (v *view) resumes(its []item, hits []hit, i int, left span, j, end int) bool {
	h := &hits[i]
	sent := its[h.verb].sent
	if i+1 < len(hits) && hits[i+1].clause <= j+1 && hits[i+1].verb < end && !hits[i+1].subject.empty() {
		return false // and another said
	}
	if j >= end || its[j].sent != sent || its[left.lo].sent != sent || its[j].is(timeUnit) || v.timePhrase(its, j, end) > j { // hours after it opened
		return false
	}
	if m := its[j].mention; m >= 0 && v.media(v.doc.Mentions[m].ActorID) {
		return false // an agency reports
	}
	if goesOn[its[j].low] || its[j].is(finite|verb) && v.s.cues[its[j].low] == nil {
		return true
	}
	t := v.treeOf(sent)
	if its[j].is(conj) {
		return v.ownClause(t, its, j, end)
	}
	for c := range t.Children(int(its[h.verb].tok)) {
		if m := v.itemOf(its, sent, c); t.Rel(c) == stages.RelCcomp && m >= j && m < end {
			return true
		}
	}
	tokens := v.doc.Sentences[sent].Tokens
	for k := left.lo; k < left.hi; k++ {
		if !its[k].quoted() && its[k].sent == sent && v.links(t, its, k, j, end) {
			return true
		}
	}
	for k := j; k < end; k++ {
		if its[k].quoted() || its[k].sent != sent {
			continue
		}
		x := &tokens[its[k].tok]
		if r := x.Rel.Base(); r == stages.RelPunct || r == stages.RelObl || r == stages.RelAdvmod || x.Head < 0 {
			continue
		}
		if m := v.itemOf(its, sent, int(x.Head)); m >= left.lo && m < left.hi {
			return true
		}
	}
	return false
}

// goesOn holds the words that lead on from what was said rather than from who
// said it.
var goesOn = map[string]bool{"that": true, "so": true, "while": true, "whereas": true, "because": true, "if": true, "unless": true}

// ownClause says whether the "and" or "but" at item j begins a clause with a
// subject of its own.
func (v *view) ownClause(t *trees.Tree, its []item, j, end int) bool {
	if head := t.Head(int(its[j].tok)); head >= 0 {
		s := t.Child(head, stages.RelNsubj)
		m := -1
		if s >= 0 {
			m = v.itemOf(its, its[j].sent, s)
		}
		return m > j && m < end
	}
	return false
}

// links says whether the head of item k stands between items lo and hi.
func (v *view) links(t *trees.Tree, its []item, k, lo, hi int) bool {
	i := int(its[k].tok)
	head := t.Head(i)
	if head < 0 || t.Rel(i) == stages.RelPunct {
		return false
	}
	m := v.itemOf(its, its[k].sent, head)
	return m >= lo && m < hi
}

// quoteAhead finds the quotation that goes on with the one left of a cue behind
// words on how it was said: "...", X wrote in a letter that was read to all,
// | "...". It is the item of the quotation, or -1.
func (v *view) quoteAhead(its []item, from int, hits []hit, i int) int {
	for k := from; k < len(its) && k < from+25; k++ {
		t := &its[k]
		if t.quoted() {
			if k > from && its[k-1].is(comma) && v.quotes[t.quote].words > 2 && v.closes(its, k+1) {
				return k
			}
			return -1
		}
		if t.is(clauseEnd|dash) || i+1 < len(hits) && k == hits[i+1].verb && hits[i+1].form != formIng {
			return -1
		}
	}
	return -1
}
