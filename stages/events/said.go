package events

import (
	"strings"

	"parley/schemas"
	"parley/stages"
)

// said is the innermost statement whose content holds the tokens, nil for none.
func (s *sentence) said(from, to int) *stages.Statement {
	i, ok := s.speech.Innermost(stages.TokenSpan{Sentence: int32(s.num), From: from, To: to})
	if !ok {
		return nil
	}
	return &s.doc.Statements[i]
}

// speaker is who makes a statement, "" where nobody known does.
func speaker(st *stages.Statement) string {
	if st == nil {
		return ""
	}
	return st.SpeakerID
}

// saidOn is the day on which a statement was made, where it is known.
func saidOn(st *stages.Statement) schemas.Date {
	if st == nil || st.DatePrecision != "day" {
		return schemas.Date{}
	}
	return st.SaidOn
}

// relays reports "according to": what is told so is told as fact.
func relays(st *stages.Statement) bool { return strings.EqualFold(st.Cue, "according to") }
