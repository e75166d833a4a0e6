package events

import (
	"io/fs"
	"slices"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/nations"
	"parley/stages/language/speech"
	"parley/stages/language/times"
	"parley/stages/language/trees"
)

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
}

// New returns the stage.
func New(o Options) (stages.PerArticle, error) {
	l, err := newVocabulary(o.Profile)
	if err != nil {
		return stages.PerArticle{}, err
	}
	return stages.PerArticle{
		Name:   "events",
		Doc:    "finds who did what to whom",
		Needs:  []stages.Layer{stages.LayerArticle, stages.LayerSentences, stages.LayerMentions, stages.LayerStatements},
		Yields: stages.LayerEvents,
		Data:   []fs.FS{lists, nations.Files, times.Files},
		Run: func(d *stages.Document) error {
			d.Events = l.run(d)
			return nil
		},
	}, nil
}

func (l *vocabulary) run(d *stages.Document) []schemas.Event {
	own := newOwners(d, l.profile)
	told := l.timesOf(d)
	own.news = newsDay(d.Article.Published, told)
	own.offices = newOffices(d, l.talk)
	said := speech.New(d)
	var all []schemas.Event
	var tree trees.Tree
	m, last := 0, 0 // first mention of this sentence and of the last
	for i, st := range d.Sentences {
		for m < len(d.Mentions) && int(d.Mentions[m].Sentence) < i {
			m++
		}
		n := m
		for n < len(d.Mentions) && int(d.Mentions[n].Sentence) == i {
			n++
		}
		s := &sentence{vocabulary: l, doc: d, num: i, tok: st.Tokens, who: d.Mentions[m:n], near: d.Mentions[last:n], own: own, speech: said, tree: &tree, times: told[i]}
		s.cover()
		all = append(all, s.events(all[max(0, len(all)-lookBack):])...)
		last, m = m, n
	}
	return merge(d, all)
}

// timesOf are the times of each sentence.
func (l *vocabulary) timesOf(d *stages.Document) [][]times.Told {
	outset := schemas.Date{}
	if l.profile != nil {
		outset = l.profile.Start
	}
	n := times.NewReader(&d.Article, outset)
	told := make([][]times.Told, len(d.Sentences))
	for i := range d.Sentences {
		told[i] = n.Read(d.Sentences[i].Tokens)
	}
	return told
}

// cover marks the tokens of the mentions; of those that overlap the longer.
func (s *sentence) cover() {
	s.at = make([]int, len(s.tok))
	for i := range s.at {
		s.at[i] = -1
	}
	for i, m := range s.who {
		for j := m.From; j < m.To && j < len(s.at); j++ {
			if o := s.at[j]; o < 0 || s.who[o].To-s.who[o].From < m.To-m.From {
				s.at[j] = i
			}
		}
	}
}

// lookBack is how many events back an answer finds what it answers.
const lookBack = 12

// maxTokens is the longest sentence that is looked at. More is a text without
// punctuation, in which no party can be told from another.
const maxTokens = 400

func (s *sentence) events(before []schemas.Event) []schemas.Event {
	if len(s.tok) > maxTokens {
		return nil
	}
	s.tok = s.mend(s.tok)
	s.tree.Reset(s.tok)
	hits := s.hits()
	if len(hits) == 0 {
		return nil
	}
	var out []schemas.Event
	for _, h := range hits {
		status, ok := s.status(h)
		if !ok {
			continue
		}
		p := s.fill(h)
		if !s.complete(h, &p, s.passive(h)) {
			continue
		}
		if h.t.class != noun && len(p.sources) == 0 && !s.passive(h) && !s.unknown(h) {
			continue // "an appetite for visiting"
		}
		if status == planned && len(p.sources) == 0 && h.t.class == verb {
			continue // "will be destroyed" is a prophecy, no plan
		}
		e := s.row(h, p, status)
		s.answer(&e, h, slices.Concat(before, out))
		if !concrete(e, h) || h.t.flags["need-target"] && len(e.TargetIDs) == 0 && !h.t.flags["envoy"] {
			continue
		}
		if e.Date.IsZero() {
			s.date(&e, h)
		}
		s.intent(&e, h)
		s.talks(&e, h)
		out = append(out, e)
	}
	return out
}

// plural reports whether several do it: "leaders of Spain met".
func (s *sentence) plural(h hit) bool {
	n := s.subject(s.verb(h))
	return n >= 0 && s.tok[n].XPOS == stages.TagNNS && s.is("agent", n)
}

// unknown reports whether somebody that is no actor known does it: not nobody,
// and nobody that a pronoun stands for.
func (s *sentence) unknown(h hit) bool {
	n := s.subject(s.verb(h))
	if n >= 0 && s.word(n) == "they" {
		n = s.antecedents(n)
	}
	return n >= 0 && s.nominal(n) && !s.deed(n) && s.word(n) != "war" && s.tok[n].UPOS != stages.PosPron && !(h.t.typ == "CONSULT" || h.t.typ == "RETREAT" || h.t.typ == "SUPPORT")
}

// complete settles the parties by the flags of the trigger and reports whether
// enough of them are known.
func (s *sentence) complete(h hit, p *parties, passive bool) bool {
	f := h.t.flags
	object := passive || len(p.targets) > 0 || p.place != ""
	if p.place != "" && len(p.targets) == 0 && (h.t.typ == "ASSAULT" || h.t.typ == "COERCE" || f["envoy"]) {
		p.targets = s.holder(p.country, p.sources) // whose city it is
	}
	if f["broker"] && len(p.targets) == 0 && s.belligerent(p.sources) == "" {
		p.targets = s.own.sides // "mediates in the conflict"
	}
	if f["mutual"] && f["war"] && len(p.sources)+len(p.targets) < 2 {
		p.sources, p.targets = s.sides(), nil // "the exchange of prisoners"
	}
	if f["mutual"] && h.t.class == noun && len(p.sources)+len(p.targets) < 2 && !slices.Equal(p.sources, s.possessor(h)) {
		return false // "spoke during the talks"
	}
	if h.t.typ == "SANCTION" && h.t.class == noun && len(p.sources) == 0 && s.aside(h) {
		return false
	}
	if p.mutual {
		p.targets = p.sources
	} else {
		p.sources = unique(p.sources, nil)
		p.targets = unique(p.targets, p.sources)
	}
	if f["mutual"] {
		object = len(p.sources)+len(p.targets) > 1 || h.t.class == verb && s.plural(h)
	}
	switch {
	case f["need-source"] && len(p.sources) == 0,
		f["need-target"] && !f["foe"] && len(p.targets) == 0 && (!f["envoy"] || p.place == ""),
		f["need-object"] && !object && !s.objectBehind(h),
		f["person"] && !object && h.t.typ == "CONSULT",
		h.t.typ == "THREATEN" && h.t.class == verb && len(h.t.words) == 0 && len(p.targets) == 0 && s.patient(h.from, h) >= 0, // "threatening its role"
		f["envoy"] && len(p.targets) == 0 && len(p.sources) > 0 && p.country != "" && s.ofCountry(p.sources, p.country):       // at home
		return false
	}
	return true
}

// aside reports whether a noun is but a circumstance of what is told.
func (s *sentence) aside(h hit) bool {
	switch s.tree.Rel(s.core(h)) {
	case stages.RelNsubj, stages.RelRoot, stages.RelObj:
		return false
	}
	return true
}

// objectBehind reports whether the words after a trigger can be its object, be
// they an actor or not: "killed two villagers".
func (s *sentence) objectBehind(h hit) bool {
	i := h.to
	if h.t.class == noun || len(h.t.words) > 0 && s.word(i) == "of" {
		if w := s.word(i); w != "of" && w != "on" && w != "against" {
			return false
		}
		i++
	}
	return !s.closes(i) && !s.is("prep", i) && !s.is("be", i) && !s.is("adverb", i) && s.word(i) != "to" && s.word(i) != "and" && s.word(i) != ","
}

// concrete reports whether a row tells enough to stand for an event: two
// parties, or one, or at least when and where.
func concrete(e schemas.Event, h hit) bool {
	n := len(e.SourceIDs) + len(e.TargetIDs)
	switch {
	case h.t.flags["dated"] && e.Date.IsZero() && e.Place == "":
		return false
	case n > 1:
		return true
	case h.t.flags["mutual"], n == 0:
		return !e.Date.IsZero() && e.Place != "" || n > 0 && (!e.Date.IsZero() || e.Place != "")
	}
	return true
}

// holder is the state of a country where the sources are not of it themselves.
func (s *sentence) holder(country string, sources []string) []string {
	if id := s.own.state[country]; id != "" && !s.ofCountry(sources, country) {
		return []string{id}
	}
	return nil
}

// enemy is the other side's state, in a conflict of two sides.
func (s *sentence) enemy(sources []string) []string {
	if len(sources) == 0 {
		return nil
	}
	a, _ := s.doc.Actor(sources[0])
	return s.own.enemy[a.Side]
}

// belligerent is the side of the first of the actors, "" where it has none.
func (s *sentence) belligerent(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	a, _ := s.doc.Actor(ids[0])
	return a.Side
}

// ofCountry reports whether one of the actors is of the country.
func (s *sentence) ofCountry(ids []string, country string) bool {
	return slices.ContainsFunc(ids, func(id string) bool {
		a, _ := s.doc.Actor(id)
		return a.Country == country
	})
}

func (s *sentence) row(h hit, p parties, status string) schemas.Event {
	d := s.doc
	start, end := s.tok[h.from].Start, s.tok[h.to-1].End
	e := schemas.Event{
		ArticleID: d.Article.ArticleID, Sentence: int32(s.num),
		Start: d.CodePoint(start), End: d.CodePoint(end), Anchor: d.Article.Text[start:end],
		Type: h.t.typ, CameoRoot: h.t.cameo, QuadClass: h.t.quad,
		SourceIDs: p.sources, TargetIDs: p.targets, Status: status,
	}
	if st := s.said(h.from, h.to); st != nil {
		e.StatementID = st.StatementID
	}
	e.Date, e.DatePrecision = s.when(h, status)
	if e.Place = p.place; e.Place == "" {
		var country string
		e.Place, country = s.where(h)
		if len(e.TargetIDs) == 0 && len(e.SourceIDs) > 0 && h.t.typ == "ASSAULT" {
			e.TargetIDs = s.holder(country, e.SourceIDs)
		}
	}
	if len(e.TargetIDs) == 0 && h.t.flags["war"] && !h.t.flags["mutual"] {
		e.TargetIDs = s.enemy(e.SourceIDs)
	}
	if !e.Date.IsZero() && h.t.flags["durative"] && !h.t.flags["war"] && status == ongoing {
		e.Status = happened
	}
	e.Confidence = 0.5
	if len(p.sources) > 0 {
		e.Confidence += 0.2
	}
	if len(p.targets) > 0 || len(p.sources) > 1 {
		e.Confidence += 0.2
	}
	return e
}
