package actors

// role is what the text says that somebody is.
type role struct {
	text    string
	office  string // of the last title in it
	gender  string
	class   string
	country string
	people  bool // the country is that of an adjective: "Finnish historian"
	before  bool // it stands directly before the name
}

// roles reads what the text says that the persons it names are.
func (a *article) roles() {
	for i := range a.found {
		f := &a.found[i]
		if f.who.Kind != "person" || f.role != "" {
			continue
		}
		if r := a.roleAt(&a.sents[f.sent], f.sent, f.from, f.to); r.text != "" {
			f.role = r.text
			a.learn(f.who, r)
		}
	}
}

// modifiers stand before titles.
var modifiers = map[string]bool{
	"former": true, "senior": true, "top": true, "chief": true, "acting": true, "deputy": true, "then": true, "late": true,
	"current": true, "new": true, "outgoing": true, "incoming": true, "ex": true, "leading": true, "first": true, "retired": true,
	"veteran": true, "prominent": true, "main": true, "key": true, "national": true, "presidential": true,
}

// roleAt is the role of the name at the atoms from i to end: before it
// ("Ukrainian presidential adviser X"), before it and a comma ("the spokesman
// for the presidency, X"), or after it and a comma ("X, head of the office").
func (a *article) roleAt(s *sentence, n, i, end int) role {
	if r := a.roleBefore(s, n, i); r.text != "" {
		return r
	}
	if end+1 < len(s.atoms) && (s.atoms[end].key == "," || s.atoms[end].key == "(") {
		if r := a.roleAfter(s, n, end+1); r.text != "" {
			return r
		}
	}
	if i > 1 && s.atoms[i-1].key == "," {
		return a.roleComma(s, n, i-1)
	}
	return role{}
}

// roleBefore tries every beginning within reach, the farthest first, from
// which titles and what modifies them lead up to the name.
func (a *article) roleBefore(s *sentence, n, i int) role {
	from := i
	for from > 0 && i-from < 9 && a.inRole(&s.atoms[from-1]) {
		from--
	}
	for k := from; k < i; k++ {
		r, ok := a.readRole(s, k, i)
		if ok {
			r.text, r.before = a.text(n, k, i), true
			return r
		}
	}
	return role{}
}

// inRole reports whether the word can be a part of a role before a name.
func (a *article) inRole(w *atom) bool {
	return w.upper || a.titleWords[w.number] || modifiers[w.key] || links[w.key] || w.key == "the" || w.key == possessive
}

// readRole reads the atoms from k to i as titles with what modifies them:
// states, listed bodies and modifiers before them, and behind a preposition
// the state or body that they belong to.
func (a *article) readRole(s *sentence, k, i int) (role, bool) {
	r, title, linked := role{}, false, false
	for j := k; j < i; {
		w := &s.atoms[j]
		if o, e := a.vocabulary.titles.longest(s.atoms[:i], j, nil); e > j {
			r.office, r.gender, r.class = o.role, o.gender, o.class
			title, linked, j = true, false, e
			continue
		}
		if st, e := a.owners.longest(s.atoms[:i], j, nil); e > j && w.upper {
			if r.country == "" {
				r.country, r.people = st.Country, a.adjectives[w.key]
			}
			title, j = linked, e
			continue
		}
		switch {
		case r.class != "" && links[w.key]:
			title, linked = false, true
		case linked && w.key == "the":
		case w.word && w.upper && (linked || s.taken[j] != nil || a.countryAt(s, j, i) != ""):
			title = linked
			if r.country == "" {
				r.country = a.countryAt(s, j, i)
			}
		case w.key == possessive && j > k:
			title, linked = false, false
		case modifiers[w.key]:
			title = false
		default:
			return role{}, false
		}
		j++
	}
	return r, title
}

// roleAfter reads a role that begins at atom k, behind a comma, and ends at
// the next mark: a title within its first words.
func (a *article) roleAfter(s *sentence, n, k int) role {
	if s.atoms[k].word && isNumber(s.atoms[k].key) && k+2 < len(s.atoms) && s.atoms[k+1].key == "," {
		k += 2 // an age
	}
	for k < len(s.atoms) && articles[s.atoms[k].key] {
		k++
	}
	end := k
	for end < len(s.atoms) && end-k < 14 && (s.atoms[end].word || s.atoms[end].key == possessive) && !a.endsRole(s, n, end) {
		end++
	}
	return a.titled(s, n, k, end, 6)
}

// roleComma reads a role that ends at the comma and begins with "the".
func (a *article) roleComma(s *sentence, n, comma int) role {
	k := comma
	for k > 0 && comma-k < 14 && (s.atoms[k-1].word || s.atoms[k-1].key == possessive) {
		k--
		if articles[s.atoms[k].key] {
			if r := a.titled(s, n, k+1, comma, 5); r.text != "" {
				return r
			}
		}
	}
	return role{}
}

// titled makes a role of the atoms when one of the first words, before any
// preposition, begins a title.
func (a *article) titled(s *sentence, n, from, end, within int) role {
	r := role{}
	for j := from; j < end && j-from < within; j++ {
		if r.country == "" {
			r.country, r.people = a.countryAt(s, j, end), a.adjectives[s.atoms[j].key]
		}
		o, e := a.vocabulary.titles.longest(s.atoms[:end], j, nil)
		if e > j {
			r.office, r.gender, r.class = o.role, o.gender, o.class
			r.text = a.text(n, from, end)
			if r.country == "" {
				r.country = a.countryIn(s, e, end)
			}
			return r
		}
		if k := s.atoms[j].key; links[k] || k == "and" {
			return role{}
		}
	}
	return role{}
}

// endsRole reports whether a clause begins at the atom.
func (a *article) endsRole(s *sentence, n, i int) bool {
	w := &s.atoms[i]
	switch w.key {
	case "who", "whose", "which", "that", "when", "where", "as", "after", "is", "was", "has", "had", "are", "were", "have", "will":
		return true
	}
	return !w.upper && a.speech[a.d.Sentences[n].Tokens[w.token].Lemma]
}

// links are the prepositions that end the part of a role where its title is.
var links = map[string]bool{"of": true, "for": true, "to": true, "in": true, "at": true, "from": true, "with": true, "on": true, "by": true}

var articles = map[string]bool{"the": true, "a": true, "an": true, "his": true, "her": true, "its": true, "their": true}

// countryIn is the first country that the atoms name: by a state, one of its
// bodies, or a town.
func (a *article) countryIn(s *sentence, from, end int) string {
	for j := from; j < end; j++ {
		if c := a.countryAt(s, j, end); c != "" {
			return c
		}
	}
	return ""
}

func (a *article) countryAt(s *sentence, j, end int) string {
	at := s.atoms[:end]
	if !at[j].upper {
		return ""
	}
	if st, e := a.owners.longest(at, j, nil); e > j {
		return st.Country
	}
	if f, e := a.vocabulary.names.longest(at, j, func(f form, end int) bool { return written(f, s, j, end) }); e > j {
		switch f.actor.Kind {
		case "government_body", "armed_force", "group":
			return f.actor.Country
		}
	}
	c, _ := a.towns.longest(at, j, nil)
	return c
}

func isNumber(k string) bool {
	for i := 0; i < len(k); i++ {
		if k[i] < '0' || k[i] > '9' {
			return false
		}
	}
	return k != ""
}

// learn keeps what a role says of an actor that no list holds.
func (a *article) learn(k *known, r role) {
	if r.office != "" {
		k.roles = append(k.roles, r.office)
	}
	if r.gender != "" {
		k.gender = r.gender
	}
	if k.list == nil && k.Country == "" && r.country != "" && (r.class != "trade" || r.people) {
		k.Country = r.country
		k.Side = a.profile.SideOf(k.ID, r.country)
	}
}
