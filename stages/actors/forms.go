package actors

import "strings"

// form is a name as it is listed: what it stands for and how it is written.
type form struct {
	actor *listed
	use   use
	caps  string // of each piece: A all capitals, C a first capital, a either
}

// use says what a name can stand for beside its actor.
type use uint8

const (
	plainName   use = iota
	stateName       // may be a place
	capitalName     // more often is a place
	peopleName      // the Russians: counts with an article only
	titled          // The Atlantic: counts with a capital article only
)

// capitals says which pieces of a name are written with capitals.
func capitals(n string, low bool) string {
	var b strings.Builder
	for _, a := range words(n) {
		switch {
		case !a.word:
			b.WriteByte('a')
		case a.caps && len(a.key) > 1 && !low:
			b.WriteByte('A')
		case a.upper && !low:
			b.WriteByte('C')
		default:
			b.WriteByte('a')
		}
	}
	return b.String()
}

// written reports whether the words have the capitals that the form asks for.
func written(f form, s *sentence, i, end int) bool {
	if !s.atoms[i].first && end == i+1 || !s.atoms[end-1].last && end == i+1 && f.caps == "A" {
		return false // "non-EU", "EU-wide"
	}
	for j := i; j < end; j++ {
		w := &s.atoms[j]
		switch f.caps[j-i] {
		case 'A':
			if !w.caps || s.shout && end == i+1 && len(w.key) < 4 {
				return false
			}
		case 'C':
			if !w.upper {
				return false
			}
		}
	}
	return true
}
