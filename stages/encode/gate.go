package encode

import "parley/stages"

// worthReading tells whether something may be found in a sentence: it has words
// in letters.
func worthReading(s *stages.Sentence) bool {
	for i := range s.Tokens {
		if k := s.Tokens[i].Shape; k.IsWord() && k != stages.Numeric {
			return true
		}
	}
	return false
}
