package positions

import (
	"cmp"
	"slices"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/trees"
)

// holder is whose position it is: an actor, or words alone.
type holder struct{ id, text string }

// holders are those whose position it is: to whose words the reading leads; those
// who speak or act where it leads to nobody or to "we"; and where nobody is found
// one without a name.
func (s *sentence) holders(p *position, said *stages.Statement, event *schemas.Event) (all []holder) {
	if all = s.acting(p); len(all) > 0 {
		return all
	}
	if all = s.led(said); len(all) > 0 {
		return all
	}
	if said != nil && (said.SpeakerID != "" || said.SpeakerText != "") {
		return []holder{{said.SpeakerID, said.SpeakerText}}
	}
	if event != nil && len(event.SourceIDs) > 0 {
		for _, id := range event.SourceIDs {
			all = append(all, holder{id, event.SourceText})
		}
		return all
	}
	if all = s.agents(p.governor); len(all) > 0 {
		return all
	}
	return []holder{{}}
}

// acting are those who do the act that the content hangs on, where the word that
// tells it takes a position by itself: "Peru rejected the plan".
func (s *sentence) acting(p *position) []holder {
	if c := stages.ClauseAt(s.clauses, p.governor); c == nil || c.Kind != stages.Verbal || s.takesAt(p.governor) < likely {
		return nil
	}
	return s.agents(p.governor)
}

// agents are the actors who do what a clause tells.
func (s *sentence) agents(predicate int) (all []holder) {
	c := stages.ClauseAt(s.clauses, predicate)
	if c == nil {
		return nil
	}
	for _, i := range c.Agents {
		if m := s.mention(int(i)); m != nil && !has(all, m.ActorID) {
			all = append(all, holder{m.ActorID, m.Text})
		}
	}
	return all
}

// led are those to whose words the reading leads, the likeliest first.
func (s *sentence) led(said *stages.Statement) (all []holder) {
	arcs := slices.DeleteFunc(s.doc.Reading.Sentences[s.num].Holder.Chosen(s.doc.Reading.Thresholds), func(a stages.Arc) bool {
		return !names(s.doc.Sentences[a.Sentence].Tokens[a.Token].UPOS)
	})
	slices.SortStableFunc(arcs, func(a, b stages.Arc) int { return cmp.Compare(b.P, a.P) })
	for i := range arcs {
		h := s.named(arcs[i].Place, said)
		switch {
		case i == 0 && h.id == "":
			if h.text == "" || said != nil {
				return nil
			}
			return []holder{h}
		case h.id != "" && !has(all, h.id):
			all = append(all, h)
		}
	}
	return all
}

// names reports whether a word of that part of speech can be of somebody's name.
func names(p stages.UPOS) bool {
	switch p {
	case stages.PosNoun, stages.PosPropn, stages.PosPron, stages.PosAdj, stages.PosNum, stages.NoUPOS, stages.PosOther:
		return true
	}
	return false
}

// named is whom a word means: the actor that is mentioned there; of a pronoun, and
// of the words for a speaker, the one who speaks; of a noun the actor that its
// phrase names; else its words alone. It is nobody where a pronoun stands for
// nobody known.
func (s *sentence) named(at stages.Place, said *stages.Statement) holder {
	tokens := s.doc.Sentences[at.Sentence].Tokens
	text := s.doc.Word(tokens[at.Token])
	if m := s.doc.MentionAt(at); m != nil {
		return holder{m.ActorID, m.Text}
	}
	for i := range s.doc.Statements {
		if x := &s.doc.Statements[i]; x.SpeakerSpan.Sentence == at.Sentence && x.SpeakerSpan.From <= int(at.Token) && int(at.Token) < x.SpeakerSpan.To {
			return holder{x.SpeakerID, x.SpeakerText}
		}
	}
	if tokens[at.Token].UPOS == stages.PosPron {
		if said != nil {
			return holder{said.SpeakerID, text}
		}
		return holder{}
	}
	tree := &s.tree
	if int(at.Sentence) != s.num {
		tree = new(trees.Tree)
		tree.Reset(tokens)
	}
	from, to := nounPhrase(tree, int(at.Token))
	for i := from; i < to; i++ {
		if m := s.doc.MentionAt(stages.Place{Sentence: at.Sentence, Token: int32(i)}); m != nil {
			return holder{m.ActorID, m.Text}
		}
	}
	return holder{text: s.doc.Article.Text[tokens[from].Start:tokens[to-1].End]}
}

// nounPhrase is the tokens of the phrase of a noun, as far as they stand before it
// or are part of its name.
func nounPhrase(t *trees.Tree, i int) (from, to int) {
	for up := t.Head(i); up >= 0 && within(t.Rel(i)); up = t.Head(i) {
		i = up
	}
	from, to = i, i+1
	for c := range t.Children(i) {
		if !within(t.Rel(c)) {
			continue
		}
		a, b := t.Span(c)
		if c < i {
			from = min(from, a)
		} else if t.Rel(c) == stages.RelFlat || t.Rel(c) == stages.RelCompound {
			to = max(to, b)
		}
	}
	return from, to
}

// within are the relations of words within a noun phrase to its noun.
func within(r stages.Rel) bool {
	switch r {
	case stages.RelCompound, stages.RelFlat, stages.RelAmod, stages.RelDet, stages.RelNmod, stages.RelNummod:
		return true
	}
	return false
}

func has(all []holder, id string) bool {
	for _, h := range all {
		if h.id == id {
			return true
		}
	}
	return false
}

// own reports whether a speaker is the holder or speaks for it.
func (s *sentence) own(speaker, holder string) bool {
	if speaker == "" || holder == "" || speaker == holder {
		return speaker != "" && speaker == holder
	}
	a, _ := s.doc.Actor(speaker)
	b, _ := s.doc.Actor(holder)
	return a.Side != "" && a.Side == b.Side || a.Country != "" && a.Country == b.Country
}

func (s *sentence) mention(i int) *stages.Mention {
	return s.doc.MentionAt(stages.Place{Sentence: int32(s.num), Token: int32(i)})
}

// act is the event by which the position is taken: the one whose anchor the
// content hangs on, or else one in the content; nil for none.
func (s *sentence) act(p *position) (inside *schemas.Event) {
	for i := range s.doc.Events {
		e := &s.doc.Events[i]
		if int(e.Sentence) != s.num || !s.acts[e.Type] {
			continue
		}
		at := s.doc.Byte(e.Start)
		if p.governor >= 0 && at == s.tok[p.governor].Start {
			return e
		}
		if inside == nil && s.tok[p.from].Start <= at && at < s.tok[p.to-1].End {
			inside = e
		}
	}
	return inside
}

// addressee is towards whom the position is taken: the target of the event, or
// whom the verb that takes it names beside the holder, or who is to do what is
// demanded.
func (s *sentence) addressee(p *position, holder string, event *schemas.Event) string {
	if event != nil {
		for _, id := range event.TargetIDs {
			if id != holder {
				return id
			}
		}
	}
	other := func(tokens []int16) string {
		for _, i := range tokens {
			if m := s.mention(int(i)); m != nil && m.ActorID != holder {
				return m.ActorID
			}
		}
		return ""
	}
	if c := stages.ClauseAt(s.clauses, p.governor); c != nil {
		if id := other(c.Recipients); id != "" {
			return id
		}
		if id := other(c.Patients); id != "" {
			return id
		}
	}
	if p.Stance != "demands" {
		return ""
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; int(c.Predicate) >= p.from && int(c.Predicate) < p.to && c.Kind == stages.Verbal {
			return other(c.Agents)
		}
	}
	return ""
}
