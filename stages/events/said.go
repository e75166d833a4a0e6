package events

import "parley/stages"

// said is the statement whose content holds the tokens from to (half-open) of a
// sentence, of nested ones the innermost; nil when the article itself speaks.
func (s *sentence) said(from, to int) *stages.Statement {
	if i, ok := s.speech.Innermost(stages.TokenSpan{Sentence: int32(s.num), From: from, To: to}); ok {
		return &s.doc.Statements[i]
	}
	return nil
}

// cueOf is the statement whose cue a token is part of, nil for none: to accuse
// somebody is an event and a statement.
func (s *sentence) cueOf(i int) *stages.Statement {
	for k := range s.doc.Statements {
		if c := s.doc.Statements[k].CueSpan; int(c.Sentence) == s.num && c.From <= i && i < c.To {
			return &s.doc.Statements[k]
		}
	}
	return nil
}
