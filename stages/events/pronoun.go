package events

import "parley/stages"

// reporter is who "it" is in "Spain said that it would leave": the nearest subject
// of a clause above that it can stand for.
func (s *sentence) reporter(n, depth int) []string {
	v := s.tree.Head(n)
	for range highest {
		if v = s.tree.Head(v); v < 0 {
			return nil
		}
		sub := s.tree.Child(v, stages.RelNsubj)
		if sub < 0 || sub >= n || s.is("pronoun", sub) {
			continue
		}
		if ids := s.agreeing(s.single(sub, strict, nil, depth+1), s.word(n)); len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// antecedents is the agents that "they" at n stands for in what they say
// themselves, -1 for none: "militants said that they had attacked".
func (s *sentence) antecedents(n int) int {
	v := s.tree.Head(n)
	if v < 0 || s.tree.Rel(v) != stages.RelCcomp || !s.is("say", s.tree.Head(v)) {
		return -1
	}
	sub := s.tree.Child(s.tree.Head(v), stages.RelNsubj)
	if sub < 0 || sub > n || !s.is("agent", sub) || s.tok[sub].XPOS != stages.TagNNS {
		return -1
	}
	return sub
}

// agreeing is the parties where a pronoun can stand for them: "they" for no
// single person, "it" for none, "he" for one.
func (s *sentence) agreeing(ids []string, pronoun string) []string {
	if len(ids) == 0 {
		return nil
	}
	person := len(ids) == 1 && s.isPerson(ids[0])
	switch pronoun {
	case "he", "she":
		if !person {
			return nil
		}
	case "it", "they":
		if person {
			return nil
		}
	default:
		return nil
	}
	return ids
}

// speaker is who says what a pronoun of the first person stands in.
func (s *sentence) speaker(i int) []string {
	if id := speaker(s.said(i, i+1)); id != "" {
		return []string{id}
	}
	return nil
}
