package stories

import (
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/lexicon"
)

// corpus is what is known of the articles, their actors and events.
type corpus struct {
	articles  map[string]*article
	actors    map[string]int32 // id to its place in who
	who       []actor
	states    map[string]bool // names of states, which are too wide for a place
	spellings lexicon.Spellings
	reports   []report
}

type article struct {
	id       string
	copyOf   string
	copied   bool // others are copies of it
	day      schemas.Date
	original bool // dated, and no copy
}

type actor struct {
	country  string // "" unless it is a state or acts for one
	state    bool
	prefixes []uint32 // hashes of the words of its name
}

// report is one row of events with what it is compared by.
type report struct {
	id               string
	article          *article
	sentence         int32
	kind             string
	status           status
	date             schemas.Date
	precision        string
	sources, targets []int32
	place            string // "" where it is not told or a state
	level, format    string
	round            int32    // 0 for none
	deed             uint32   // hash of the trigger's own word
	words            []uint32 // hashes of the longer words of the sentence, sorted
	text             uint64   // hash of all of its words
	fullness         int
}

// status is what rows of one event must agree on.
type status uint8

const (
	real status = iota // happened or goes on
	planned
	failed
)

func readCorpus(s stages.Store, spellings lexicon.Spellings) (*corpus, error) {
	c := &corpus{articles: map[string]*article{}, actors: map[string]int32{}, states: map[string]bool{}, spellings: spellings}
	for _, read := range []func(stages.Store) error{c.readArticles, c.readActors, c.readEvents, c.readSentences} {
		if err := read(s); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func (c *corpus) readArticles(s stages.Store) error {
	err := stages.Scan(s, func(r *schemas.Article) error {
		id := strings.Clone(r.ArticleID)
		c.articles[id] = &article{
			id: id, copyOf: strings.Clone(r.DuplicateOf), day: r.Published,
			original: r.DuplicateOf == "" && !r.Published.IsZero(),
		}
		return nil
	})
	for _, a := range c.articles {
		if of := c.articles[a.copyOf]; of != nil {
			of.copied = true
		}
	}
	return err
}

// acting are the kinds of actors that act for their state.
var acting = map[string]bool{"person": true, "government_body": true, "armed_force": true, "group": true}

func (c *corpus) readActors(s stages.Store) error {
	return stages.Scan(s, func(r *schemas.Actor) error {
		a := actor{state: r.Kind == "state"}
		if a.state || acting[r.Kind] {
			a.country = strings.Clone(r.Country)
		}
		for w := range words(r.Name) {
			a.prefixes = append(a.prefixes, hash(cut(w, nameLetters)))
		}
		if a.state {
			for _, name := range append(r.Aliases, r.Name) {
				c.states[c.standard(name)] = true
			}
		}
		c.actors[strings.Clone(r.ActorID)] = int32(len(c.who))
		c.who = append(c.who, a)
		return nil
	})
}

func (c *corpus) standard(place string) string { return strings.ToLower(c.spellings.Bare(place)) }

// readEvents keeps the rows that can share a story: those with a date, and all
// of copied articles.
func (c *corpus) readEvents(s stages.Store) error {
	return stages.Scan(s, func(e *schemas.Event) error {
		a := c.articles[e.ArticleID]
		if a == nil || e.Date.IsZero() && a.copyOf == "" && !a.copied {
			return nil
		}
		r := report{
			id: strings.Clone(e.EventID), article: a, sentence: e.Sentence, kind: strings.Clone(e.Type),
			date: e.Date, precision: strings.Clone(e.DatePrecision),
			sources: c.numbers(e.SourceIDs), targets: c.numbers(e.TargetIDs),
			level: strings.Clone(e.Level), format: strings.Clone(e.Format), deed: deed(e.Anchor),
		}
		switch e.Status {
		case "planned":
			r.status = planned
		case "denied_or_failed":
			r.status = failed
		}
		if place := c.standard(e.Place); !c.states[place] {
			r.place = place
		}
		if e.Round != nil {
			r.round = *e.Round
		}
		r.fullness = c.fullness(&r, e.StatementID == "")
		c.reports = append(c.reports, r)
		return nil
	})
}

// numbers are the places of some actors in who, sorted. One that is in no table
// is nobody that others could be.
func (c *corpus) numbers(ids []string) (all []int32) {
	for _, id := range ids {
		i, ok := c.actors[id]
		if !ok {
			i = int32(len(c.who))
			c.actors[strings.Clone(id)] = i
			c.who = append(c.who, actor{})
		}
		all = append(all, i)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// fullness counts what a row tells.
func (c *corpus) fullness(r *report, asserted bool) int {
	n := 0
	add := func(points int, ok bool) {
		if ok {
			n += points
		}
	}
	add(100, r.article.original)
	for _, p := range slices.Concat(r.sources, r.targets) {
		n += 4
		add(2, !c.who[p].state)
	}
	add(3, r.place != "")
	add(2, r.round != 0)
	add(1, r.format != "")
	add(1, r.level != "")
	add(1, asserted)
	return n
}

// readSentences adds the words. Sentences and events come in the same order.
func (c *corpus) readSentences(s stages.Store) error {
	at := 0
	return stages.Scan(s, func(r *schemas.Sentence) error {
		for ; at < len(c.reports); at++ {
			e := &c.reports[at]
			id := e.article.id
			if id != r.ArticleID || e.sentence != r.Sentence {
				if id < r.ArticleID || id == r.ArticleID && e.sentence < r.Sentence {
					continue // its sentence is not in the table
				}
				return nil
			}
			c.addWords(e, r.Text)
		}
		return nil
	})
}

// Letters of a word that its hash is made of, so that its forms agree.
const (
	wordLetters = 6
	nameLetters = 4 // Russia and Russian
	longLetters = 5
	mostWords   = 24
)

// addWords keeps the longer words but for those of the parties' names, which
// all reports of what they do have in common.
func (c *corpus) addWords(r *report, text string) {
	sum := fnv.New64a()
	for w := range words(text) {
		sum.Write([]byte(w + " "))
		if len(w) < longLetters || calendar[w] || len(r.words) == mostWords || c.named(r, hash(cut(w, nameLetters))) {
			continue
		}
		if h := hash(cut(w, wordLetters)); !slices.Contains(r.words, h) {
			r.words = append(r.words, h)
		}
	}
	r.text = sum.Sum64()
	slices.Sort(r.words)
}

func (c *corpus) named(r *report, prefix uint32) bool {
	for _, side := range [][]int32{r.sources, r.targets} {
		for _, p := range side {
			if slices.Contains(c.who[p].prefixes, prefix) {
				return true
			}
		}
	}
	return false
}

// calendar are the words of dates; reports that are compared have the same.
var calendar = set("january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday")

// light are words that a trigger begins or ends with and that tell no deed.
var light = set("launch launched carried conduct conducted with from against into between")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// deed is the hash of the last telling word of a trigger: of "invasion" in
// "ordered the invasion of", by the letters that "invaded" shares.
func deed(anchor string) (h uint32) {
	for w := range words(anchor) {
		if len(w) > 2 && !light[w] && w != "the" || h == 0 {
			h = hash(cut(w, nameLetters))
		}
	}
	return h
}

// words are the words of a text in lower case.
func words(text string) func(yield func(string) bool) {
	return strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// cut is the first letters of a word; of a letter of several bytes it may keep a
// part, which a hash does not mind.
func cut(w string, n int) string { return w[:min(n, len(w))] }

func hash(w string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(w))
	return h.Sum32()
}
