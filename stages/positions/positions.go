package positions

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"math"
	"slices"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/lexicon"
	"parley/stages/language/speech"
	"parley/stages/language/trees"
	"parley/stages/positions/candidates"
)

//go:embed *.tsv
var lists embed.FS

// Options configures the stage.
type Options struct {
	Profile *stages.Profile // its issues are the points; nil has none
}

// method is the stage's knowledge.
type method struct {
	judge      *candidates.Judge
	headings   map[string]string
	acts       map[string]bool
	conditions *candidates.Vocabulary
	points     *candidates.Vocabulary // of the profile's issues
	pointIDs   []string
	under      map[string]string // point to the general issue that it belongs to; "" for any
}

// New returns the stage. It fails only when a data file of its own is damaged or
// the profile names an issue that is none.
func New(o Options) (stages.PerArticle, error) {
	m := &method{under: map[string]string{}}
	var err error
	if m.judge, err = candidates.New(); err != nil {
		return stages.PerArticle{}, err
	}
	if m.headings, err = lexicon.Pairs(lists, "positions/headings.tsv"); err != nil {
		return stages.PerArticle{}, err
	}
	if m.acts, err = lexicon.Set(lists, "positions/acts.tsv"); err != nil {
		return stages.PerArticle{}, err
	}
	conditions, err := lexicon.Set(lists, "positions/conditions.tsv")
	if err != nil {
		return stages.PerArticle{}, err
	}
	m.conditions = candidates.NewVocabulary([]string{"condition"})
	for c := range conditions {
		if err := m.conditions.Add(c, "condition"); err != nil {
			return stages.PerArticle{}, err
		}
	}
	if err := m.readPoints(o.Profile); err != nil {
		return stages.PerArticle{}, err
	}
	return stages.PerArticle{
		Name:      "positions",
		Doc:       "finds who wants, offers, accepts or refuses what",
		Languages: []string{"en"},
		Needs: []stages.Layer{stages.LayerArticle, stages.LayerSentences, stages.LayerClauses, stages.LayerReading, stages.LayerMentions,
			stages.LayerStatements, stages.LayerEvents},
		Yields: stages.LayerPositions,
		Data:   []fs.FS{lists, candidates.Files},
		Run: func(d *stages.Document) error {
			d.Positions = m.run(d)
			return nil
		},
	}, nil
}

// readPoints takes over the profile's issues, but those of the general list.
func (m *method) readPoints(p *stages.Profile) error {
	if p == nil {
		return nil
	}
	own := slices.DeleteFunc(slices.Clone(p.Issues), func(x stages.Issue) bool { return slices.Contains(candidates.Issues, x.ID) })
	for _, x := range own {
		if x.Under != "" && !slices.Contains(candidates.Issues, x.Under) {
			return fmt.Errorf("profile %s: issue %s belongs to %q, which is none of the general list: %v", p.ID, x.ID, x.Under, candidates.Issues)
		}
		m.pointIDs = append(m.pointIDs, x.ID)
		m.under[x.ID] = x.Under
	}
	m.points = candidates.NewVocabulary(m.pointIDs)
	for _, x := range own {
		for _, t := range x.Terms {
			if err := m.points.Add(t, x.ID); err != nil {
				return fmt.Errorf("profile %s: %w", p.ID, err)
			}
		}
	}
	return nil
}

// leastConfidence is how sure the judgement must be that a sentence tells a
// position on an issue. Chosen on the coded articles that the reader was not
// trained on: more than half are then right.
const leastConfidence = 0.33

// article is an article while its positions are looked for.
type article struct {
	*method
	doc    *stages.Document
	speech *speech.Index
}

// sentence is a sentence with its tree.
type sentence struct {
	*article
	num     int
	tok     []stages.Token
	tree    trees.Tree
	clauses []stages.Clause
}

// position is a row in the making.
type position struct {
	schemas.Position
	from, to int // tokens of the content
	anchor   int // token that speaks of the issue
	governor int // token that the content hangs on, -1 for none
}

func (m *method) run(d *stages.Document) []schemas.Position {
	if len(d.Reading.Sentences) == 0 {
		return nil
	}
	a := &article{method: m, doc: d, speech: speech.New(d)}
	var all []schemas.Position
	var s *sentence
	for _, c := range m.judge.Read(d) {
		if c.P < leastConfidence {
			continue
		}
		if s == nil || s.num != c.Sentence {
			s = &sentence{article: a, num: c.Sentence, tok: d.Sentences[c.Sentence].Tokens, clauses: d.Clauses[c.Sentence]}
			s.tree.Reset(s.tok)
		}
		all = append(all, s.positions(&c)...)
	}
	slices.SortStableFunc(all, func(x, y schemas.Position) int {
		return cmp.Or(cmp.Compare(x.Sentence, y.Sentence), cmp.Compare(x.Start, y.Start))
	})
	for i := range all {
		all[i].PositionID = fmt.Sprintf("%s/p%05d", d.Article.ArticleID, i)
	}
	a.answer(all)
	return all
}

// positions makes the rows of a candidate, one for each holder.
func (s *sentence) positions(c *candidates.Candidate) (rows []schemas.Position) {
	p := position{Position: schemas.Position{
		ArticleID: s.doc.Article.ArticleID, Sentence: int32(s.num), Issue: c.Issue, PAX: s.headings[c.Issue],
		Stance: candidates.Stances[likeliest(c.Stances)], Confidence: math.Round(c.P*100) / 100,
	}}
	said := s.place(&p, c)
	start, end := s.tok[p.from].Start, s.tok[p.to-1].End
	p.Start, p.End, p.Content = s.doc.CodePoint(start), s.doc.CodePoint(end), s.doc.Article.Text[start:end]
	if said != nil {
		p.StatementID, p.HeldOn, p.DatePrecision = said.StatementID, said.SaidOn, said.DatePrecision
	}
	event := s.act(&p)
	if event != nil {
		p.EventID, p.Background = event.EventID, event.Background
		if p.HeldOn.IsZero() {
			p.HeldOn, p.DatePrecision = event.Date, event.DatePrecision
		}
	}
	if p.Stance == "conditional" {
		p.Condition = s.condition(&p)
	}
	p.Point = s.point(&p)
	for _, h := range s.holders(&p, said, event) {
		row := p.Position
		row.ActorID, row.HolderText = h.id, h.text
		if x, ok := s.doc.Actor(h.id); ok {
			row.Side = x.Side
		}
		row.OwnWords = said != nil && s.own(said.SpeakerID, h.id)
		row.AddresseeID = s.addressee(&p, h.id, event)
		rows = append(rows, row)
	}
	return rows
}

func likeliest(p []float64) (best int) {
	for i, v := range p {
		if v > p[best] {
			best = i
		}
	}
	return best
}

// point is the profile's issue whose words the content has, the first of several,
// and that belongs to the row's issue.
func (s *sentence) point(p *position) string {
	if s.points == nil {
		return ""
	}
	for _, h := range s.points.Find(s.tok[p.from:p.to]) {
		if id := s.pointIDs[h.Class]; s.under[id] == "" || s.under[id] == p.Issue {
			return id
		}
	}
	return ""
}
