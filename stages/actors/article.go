package actors

import (
	"cmp"
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/trees"
)

// article is what is found in one article, as the steps of the method fill it.
type article struct {
	*vocabulary
	d     *stages.Document
	sents []sentence
	who   map[string]*known
	ends  map[string]*known // persons by the last words of their names
	heard map[string]*heard // by folded word
	found []found
	tree  trees.Tree // of the sentence at hand
}

// sentence is a sentence's atoms and whose mentions have them.
type sentence struct {
	atoms  []atom
	taken  []*known // whose mention has the atom
	shout  bool     // written in capitals throughout
	titled bool     // A Headline With Most Words In Capitals
	skip   bool     // credits of the article's own makers
}

// known is an actor of the article.
type known struct {
	stages.Actor
	list   *listed // nil for one that the text alone names
	family string  // sound of the family name of a person named in full
	gender string
	roles  []string // offices that the text gives
	named  bool     // named in full
}

// found is a mention: the atoms from up to to of a sentence.
type found struct {
	who            *known
	sent, from, to int
	kind           string
	role           string // as the text gives it
}

func (l *vocabulary) run(d *stages.Document) error {
	a := &article{
		vocabulary: l, d: d, sents: make([]sentence, len(d.Sentences)),
		who: map[string]*known{}, ends: map[string]*known{}, heard: map[string]*heard{},
	}
	size := 0
	for i := range d.Sentences {
		size += len(d.Sentences[i].Tokens)
	}
	atoms := make([]atom, 0, size+size/8)
	for i := range d.Sentences {
		atoms = atomize(d, &d.Sentences[i], atoms[len(atoms):])
		for j := range atoms {
			atoms[j].number = l.words[atoms[j].key]
		}
		a.sents[i] = l.newSentence(atoms, d.Sentences[i].Heading)
	}
	a.names()
	a.strangers(false)
	a.acronyms()
	a.families()
	a.strangers(true)
	a.roles()
	a.titles()
	a.descriptions()
	a.groups()
	a.pronouns()
	a.write()
	return nil
}

func (l *vocabulary) newSentence(atoms []atom, heading bool) sentence {
	n := sentence{atoms: atoms, taken: make([]*known, len(atoms))}
	small, words, long, high := 0, 0, 0, 0
	raised := false // a word in capitals that has them in headlines only
	for i := range n.atoms {
		if a := &n.atoms[i]; a.word {
			words++
			if !a.caps {
				small++
			}
			raised = raised || i > 0 && a.upper && l.openers[a.key] && n.atoms[i-1].word
			if len(a.key) > 3 {
				long++
				if a.upper {
					high++
				}
			}
		}
	}
	n.shout = words > 3 && small == 0
	n.titled = (heading || raised) && words > 6 && high*5 > long*4
	n.skip = isCredit(n.atoms)
	return n
}

// isCredit recognises the line that says who made the article.
func isCredit(a []atom) bool {
	if len(a) < 3 || !a[0].word {
		return false
	}
	i := 0
	if k := a[0].key; k == "additional" || k == "with" || k == "(" {
		i++
	}
	switch a[i].key {
	case "reporting", "writing", "editing", "edited", "written", "compiled", "photo", "photograph", "photos", "video", "translated", "translation":
		k := a[i+1].key
		return k == "by" || k == "from" || k == ":" || k == "/"
	}
	return false
}

// add takes a mention in; the atoms must be free.
func (a *article) add(k *known, sent, from, to int, kind, role string) {
	s := &a.sents[sent]
	for i := from; i < to; i++ {
		s.taken[i] = k
	}
	a.found = append(a.found, found{k, sent, from, to, kind, role})
}

// of is the article's entry of a listed actor.
func (a *article) of(l *listed) *known {
	k := a.who[l.ID]
	if k == nil {
		k = &known{Actor: l.Actor, list: l}
		if l.Kind == "person" {
			k.family, k.gender = l.family, l.gender
			a.ending(k, l.words)
		}
		a.who[l.ID] = k
	}
	return k
}

// ending enters the ends of a person's name; those that two share lead nowhere.
func (a *article) ending(k *known, w []atom) {
	for i := range w {
		e := strings.Join(keys(w[i:]), " ")
		if have, ok := a.ends[e]; ok && have != k {
			a.ends[e] = nil
		} else {
			a.ends[e] = k
		}
	}
}

// other is the article's entry of an actor that no list holds.
func (a *article) other(id, name, kind, country string) *known {
	k := a.who[id]
	if k == nil {
		k = &known{Actor: stages.Actor{ID: id, Name: name, Kind: kind}}
		a.who[id] = k
	}
	if k.Country == "" {
		k.Country = country
		k.Side = a.profile.SideOf(id, country)
	}
	return k
}

func (a *article) text(sent, from, to int) string {
	at := a.sents[sent].atoms
	return a.d.Article.Text[at[from].start:at[to-1].end]
}

// sort puts the mentions in order of place.
func (a *article) sort() {
	slices.SortFunc(a.found, func(x, y found) int { return cmp.Or(x.sent-y.sent, x.from-y.from) }) // no two share an atom
}

// bySentence is the mentions so far, by sentence and in order of place.
func (a *article) bySentence() [][]found {
	a.sort()
	by := make([][]found, len(a.sents))
	for _, f := range a.found {
		by[f.sent] = append(by[f.sent], f)
	}
	return by
}

// last is the last mentions of a sentence; one without end has too many.
func last(f []found) []found { return f[max(0, len(f)-64):] }

// write lays the layer.
func (a *article) write() {
	a.sort()
	seen := map[string]bool{}
	a.d.Mentions, a.d.Actors = nil, nil
	for _, f := range a.found {
		at := a.sents[f.sent].atoms
		first, last := at[f.from], at[f.to-1]
		a.d.Mentions = append(a.d.Mentions, stages.Mention{
			Mention: schemas.Mention{
				ArticleID: a.d.Article.ArticleID, Sentence: int32(f.sent),
				Start: a.d.CodePoint(first.start), End: a.d.CodePoint(last.end),
				Text: a.d.Article.Text[first.start:last.end], ActorID: f.who.ID, Kind: f.kind, Role: f.role,
			},
			From: first.token, To: last.token + 1,
		})
		if !seen[f.who.ID] {
			seen[f.who.ID] = true
			a.d.Actors = append(a.d.Actors, f.who.Actor)
		}
	}
	slices.SortFunc(a.d.Actors, func(x, y stages.Actor) int { return strings.Compare(x.ID, y.ID) })
}
