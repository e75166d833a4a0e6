package sentiment

import "parley/stages"

// goodPart is what part, one in so many, of a sentence must be a statement's so
// that what the sentence says of the talks is said by it, and what part of a
// statement must be on the talks so that it is.
const goodPart = 3

// statement is the attitude of one statement: that of the sentences on the talks
// of which it has a good part, by the words that it has of each.
func statement(d *stages.Document, s *stages.Statement) stages.Attitude {
	var of [3]float64
	words, all := 0, 0
	for _, x := range s.Contents {
		n := x.To - x.From
		all += n
		if !d.SentenceAttitudes[x.Sentence].AboutTalks || n*goodPart < len(d.Sentences[x.Sentence].Tokens) {
			continue
		}
		for i, v := range d.Reading.Sentences[x.Sentence].Attitude {
			of[i] += float64(v) * float64(n)
		}
		words += n
	}
	if words == 0 || words*goodPart < all {
		return stages.Attitude{}
	}
	n := float64(words)
	at := attitude(of[0]/n, of[1]/n, of[2]/n)
	at.Holder = s.SpeakerID
	return at
}
