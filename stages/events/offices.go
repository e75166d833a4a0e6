package events

import (
	"slices"
	"sort"
	"strings"

	"parley/stages"
)

// offices knows the ranks of an article's actors by the roles that the article
// gives them, read when they are first asked for.
type offices struct {
	doc   *stages.Document
	told  map[string][]*stages.Mention // mentions with a role, by actor
	read  map[string][]office
	words talkWords
}

// office is what the roles of an actor tell from its start to a sentence.
type office struct {
	sentence int
	rank     int // in ranks; -1 where none tells
	public   bool
}

func newOffices(d *stages.Document, words talkWords) *offices {
	o := &offices{doc: d, told: map[string][]*stages.Mention{}, read: map[string][]office{}, words: words}
	for i := range d.Mentions {
		if m := &d.Mentions[i]; m.Role != "" {
			o.told[m.ActorID] = append(o.told[m.ActorID], m)
		}
	}
	return o
}

// of is the rank of an actor by the role that the article gives it in a sentence
// or nearest before, else after, or by its name, as of a delegation; -1 where
// none tells. A stranger without a rank is no public person, nor is who has but
// other roles: a candidate, a former president.
func (o *offices) of(id string, sentence int) (rank int, public bool) {
	list, ok := o.read[id]
	if !ok {
		list = o.list(id)
		o.read[id] = list
	}
	i, found := slices.BinarySearchFunc(list, sentence, func(x office, s int) int { return x.sentence - s })
	if !found {
		i--
	}
	if list[i].rank < 0 { // a rank, once told, stays
		i = min(len(list)-1, sort.Search(len(list), func(k int) bool { return list[k].rank >= 0 }))
	}
	return list[i].rank, list[i].public || list[i].rank >= 0
}

// list is what an actor's roles tell, sentence by sentence, after its name.
func (o *offices) list(id string) []office {
	a, _ := o.doc.Actor(id)
	now := office{-1, -1, a.Kind != "person" || a.Known}
	if a.Kind == "group" {
		now.rank = lowest(o.words.levels(a.Name))
	}
	list := []office{now}
	for _, m := range o.told[id] {
		found := o.words.levels(m.Role)
		if r := lowest(found); r >= 0 {
			now.rank = r
		} else if !slices.ContainsFunc(found, func(t talkMatch) bool { return t.value == "form" }) {
			now.public = now.public && a.Kind != "person"
		}
		if now.sentence = int(m.Sentence); list[len(list)-1].sentence == now.sentence {
			list[len(list)-1] = now
			continue
		}
		list = append(list, now)
	}
	return list
}

// levels finds the words of rank in a name or role.
func (t talkWords) levels(s string) []talkMatch {
	return t.find("level", pieces(strings.Fields(strings.ToLower(s))))
}
