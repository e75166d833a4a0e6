package encode

import "parley/stages"

// worthReading tells whether something may be found in a sentence: it has words
// in letters. More is not worth leaving out: of the coded articles' sentences
// those without a verb are 0.9% of the text and hold 0.8% of the events and 1.6%
// of the sentences on talks.
func worthReading(s *stages.Sentence) bool {
	for i := range s.Tokens {
		if k := s.Tokens[i].Shape; k.IsWord() && k != stages.Numeric {
			return true
		}
	}
	return false
}
