package meetings

import (
	"cmp"
	"slices"

	"parley/stages"
	"parley/stages/language/times"
	"parley/stages/language/trees"
)

// article is an article while its meetings are looked for.
type article struct {
	*knowledge
	doc   *stages.Document
	trees []*trees.Tree   // made when first asked for
	times [][]times.Told  // of each sentence
	seen  map[string]bool // names that the article uses as places
	told  []telling
}

// telling is a place that tells of a meeting, with what it tells.
type telling struct {
	*stages.Telling
	trigger *stages.Trigger
	clause  *stages.Clause // the one that it belongs to, nil for none
	lemma   string
	noun    bool
	plural  bool
	article determiner
	parties []string // actors who meet
	bearers []string // for whom they do: countries, or themselves where they have none; sorted
	place   string
	rival   float64 // how well it fits the meeting before that it fits best; without one minus infinity
}

// determiner is how a noun is introduced.
type determiner uint8

const (
	bare       determiner = iota // talks
	definite                     // the talks, these talks, their talks
	indefinite                   // a meeting, another meeting
)

// tellings finds the places that tell of meetings: those of consultations.
func (a *article) tellings() {
	d := a.doc
	for i := range d.Tellings {
		t := &d.Tellings[i]
		if t.Type != "CONSULT" {
			continue
		}
		x := telling{Telling: t, trigger: a.triggerAt(t.Trigger)}
		if x.trigger == nil {
			continue
		}
		n, at := int(t.Trigger.Sentence), int(t.Trigger.Token)
		word := d.Sentences[n].Tokens[at]
		x.lemma = cmp.Or(word.Lemma, word.Lower)
		x.noun = word.UPOS == stages.PosNoun || word.UPOS == stages.PosPropn
		x.plural = word.Feats.Has(stages.FeatPlur)
		x.article = a.determiner(n, at)
		x.clause = a.clause(n, at)
		x.parties = a.parties(&x)
		x.bearers = a.bearers(x.parties)
		x.place = a.place(&x)
		a.told = append(a.told, x)
	}
}

func (a *article) triggerAt(p stages.Place) *stages.Trigger {
	list := a.doc.Reading.Sentences[p.Sentence].Triggers
	i, ok := slices.BinarySearchFunc(list, p.Token, func(t stages.Trigger, at int32) int { return int(t.Token - at) })
	if !ok {
		return nil
	}
	return &list[i]
}

func (a *article) tree(n int) *trees.Tree {
	if a.trees[n] == nil {
		a.trees[n] = &trees.Tree{}
		a.trees[n].Reset(a.doc.Sentences[n].Tokens)
	}
	return a.trees[n]
}

// clause is the one that a token belongs to: whose predicate it is, or the
// nearest above.
func (a *article) clause(n, at int) *stages.Clause {
	t := a.tree(n)
	for range a.doc.Sentences[n].Tokens {
		if at < 0 {
			return nil
		}
		if c := stages.ClauseAt(a.doc.Clauses[n], at); c != nil {
			return c
		}
		at = t.Head(at)
	}
	return nil
}

func (a *article) determiner(n, at int) determiner {
	t, tok := a.tree(n), a.doc.Sentences[n].Tokens
	found := bare
	for c := range t.Children(at) {
		switch w := tok[c].Lower; {
		case c > at:
			return found
		case tok[c].Rel == stages.RelNmodPoss, w == "the", w == "this", w == "these", w == "those", w == "that":
			return definite
		case w == "a", w == "an", w == "another", w == "any", w == "some":
			found = indefinite
		}
	}
	return found
}

// parties are those who act and those who are acted upon, each once.
func (a *article) parties(t *telling) (all []string) {
	for _, id := range slices.Concat(t.SourceIDs, t.TargetIDs) {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

// bearers are the countries that actors act for, or themselves.
func (a *article) bearers(ids []string) (all []string) {
	for _, id := range ids {
		all = append(all, a.bearer(id))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func (a *article) bearer(id string) string {
	if x, ok := a.doc.Actor(id); ok && x.Country != "" {
		return x.Country
	}
	return id
}
