package statements

import "parley/stages"

// resumes says whether what stands behind the cue of a hit from item j on goes
// on with the content left of it: the parse has an arc between them that skips
// the cue. "It was so late, she said, | that the shops were shut."
func (v *view) resumes(its []item, h *hit, left span, j, end int) bool {
	sent := its[h.verb].sent
	if j >= end || its[j].sent != sent || its[left.lo].sent != sent {
		return false
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
		if x.Rel == stages.RelPunct || x.Head < 0 {
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
func (v *view) ownClause(t *stages.Tree, its []item, j, end int) bool {
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
func (v *view) links(t *stages.Tree, its []item, k, lo, hi int) bool {
	i := int(its[k].tok)
	head := t.Head(i)
	if head < 0 || t.Rel(i) == stages.RelPunct {
		return false
	}
	m := v.itemOf(its, its[k].sent, head)
	return m >= lo && m < hi
}
