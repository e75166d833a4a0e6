package actors

import "strings"

// heard is what a word can be among the names of persons.
type heard struct {
	keys   []string // sounds under which lists or the article may hold it, the likeliest first
	cases  []string // sounds that it may be a declined form of
	given  string   // the likeliest, the given names that languages exchange being one
	gender string   // of the given name it is, "" when it is none
}

// hear keeps what was found of a word, for names come again and again.
func (a *article) hear(w *atom) *heard {
	h := a.heard[w.key]
	if h == nil {
		h = &heard{keys: sounds(w.key)}
		h.gender = a.gender[h.keys[0]]
		for _, k := range h.keys {
			h.cases = nominatives(h.cases, k)
		}
		for i, k := range h.keys {
			h.keys[i] = a.canon(k)
		}
		for i, k := range h.cases {
			h.cases[i] = a.canon(k)
		}
		h.given = h.keys[0]
		a.heard[w.key] = h
	}
	return h
}

// endings are the case endings of Slavic names, which machine translation
// leaves, as they sound, and what may stand in their place in the nominative:
// "Zełenskiego", "Putinowi", "Ławrowa", "Łukaszenki". Longer ones come first.
var endings = []struct {
	tail string
	base []string
}{
	{"ovi", []string{""}},
	{"eho", []string{"i", ""}},
	{"oho", []string{"i"}},
	{"emu", []string{"i", ""}},
	{"omu", []string{"i"}},
	{"om", []string{"", "o"}},
	{"em", []string{"", "o", "i"}},
	{"im", []string{"i", ""}},
	{"ei", []string{"a"}},
	{"oi", []string{"a"}},
	{"a", []string{"", "o", "i"}},
	{"u", []string{"", "a", "o"}},
	{"i", []string{"a", "o"}},
	{"e", []string{"", "a", "o"}},
}

// closing writes the end of a name's sound as sound does.
func closing(sound string) string {
	if stem, ok := strings.CutSuffix(sound, "f"); ok {
		return stem + "v"
	}
	return sound
}

// nominatives adds what a declined name of that sound may be in the
// nominative. Short names are left alone, since too much ends like them.
func nominatives(to []string, sound string) []string {
	if len(sound) < 5 {
		return to
	}
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(sound, e.tail); ok && len(stem) > 3 {
			for _, b := range e.base {
				to = append(to, closing(stem+b))
			}
			return to
		}
	}
	return to
}
