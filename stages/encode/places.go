package encode

import (
	"slices"
	"sort"

	"parley/stages"
	"parley/stages/language/encoder"
)

// token finds the token in which a word of the reader begins; false when it
// begins in none.
func (r *reader) token(p encoder.Place) (stages.Place, bool) {
	s := &r.document.Sentences[p.Sentence]
	at := s.Start + p.Start
	i := sort.Search(len(s.Tokens), func(i int) bool { return s.Tokens[i].End > at })
	if i == len(s.Tokens) || s.Tokens[i].Start > at {
		return stages.Place{}, false
	}
	return stages.Place{Sentence: p.Sentence, Token: int32(i)}, true
}

// arcs makes arcs to tokens of arcs to words.
func (r *reader) arcs(a encoder.Arcs) stages.Arcs {
	out := stages.Arcs{Nowhere: a.Nowhere}
	for _, x := range a.To {
		at, ok := r.token(x.Place)
		if !ok {
			continue
		}
		if n := len(out.To); n > 0 && out.To[n-1].Place == at {
			out.To[n-1].P += x.P
			continue
		}
		out.To = append(out.To, stages.Arc{Place: at, P: x.P})
	}
	return out
}

// likeliest lists the classes whose share of the whole is large enough, the
// likeliest first.
func likeliest(labels []string, p []float32, whole float32) []stages.Probable {
	var out []stages.Probable
	for i, v := range p {
		if v = share(v, whole); v >= floorType {
			out = append(out, stages.Probable{Label: labels[i], P: v})
		}
	}
	slices.SortStableFunc(out, func(a, b stages.Probable) int {
		switch {
		case a.P > b.P:
			return -1
		case a.P < b.P:
			return 1
		}
		return 0
	})
	return out
}

func share(part, whole float32) float32 {
	if whole <= 0 {
		return 0
	}
	return min(1, part/whole)
}
