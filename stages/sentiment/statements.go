package sentiment

import "parley/stages"

// goodPart is what part of a statement, one in so many words, must stand in
// sentences on the talks so that it is about them.
const goodPart = 3

// statement is the attitude of one statement: that of its sentences on the talks,
// by the words that it has of each.
func statement(d *stages.Document, s *stages.Statement) stages.Attitude {
	var of [3]float64
	words, all := 0, 0
	for _, x := range s.Contents {
		n := x.To - x.From
		all += n
		if !d.SentenceAttitudes[x.Sentence].AboutTalks {
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
