package sentiment

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/lexicon"
	"parley/stages/language/speech"
	"parley/stages/language/trees"
)

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
}

// analyzer holds the lexicons.
type analyzer struct {
	terms, cues *matcher
	mediators   map[string]bool // countries and actor ids, from the profile
	profile     *stages.Profile
}

// New returns the stage.
func New(o Options) (stages.PerArticle, error) {
	a, err := newAnalyzer(lexicon.Text(lists, "talks_terms.tsv"), lexicon.Text(lists, "attitude.tsv"), lexicon.Text(lists, "predicates.tsv"))
	if err != nil {
		return stages.PerArticle{}, err
	}
	if a.profile = o.Profile; o.Profile != nil {
		for _, m := range o.Profile.Mediators {
			a.mediators[m] = true
		}
	}
	return stages.PerArticle{
		Name:   "sentiment",
		Doc:    "finds the attitude to the talks",
		Needs:  []stages.Layer{stages.LayerArticle, stages.LayerSentences, stages.LayerMentions, stages.LayerStatements},
		Yields: stages.LayerAttitudes,
		Data:   []fs.FS{lists},
		Run: func(d *stages.Document) error {
			a.run(d)
			return nil
		},
	}, nil
}

func newAnalyzer(terms, attitude, predicates string) (*analyzer, error) {
	a := &analyzer{terms: &matcher{}, cues: &matcher{}, mediators: map[string]bool{}}
	err := lexicon.EachRow("sentiment/talks_terms.tsv", terms, 2, 2, func(r []string) error {
		n := slices.Index(classes, r[0])
		if n < 0 {
			return fmt.Errorf("unknown class %q; known are %s", r[0], strings.Join(classes, ", "))
		}
		return a.terms.add(r[1], phrase{is: 1 << n})
	})
	if err != nil {
		return nil, err
	}
	for _, l := range []struct {
		name, text string
		columns    int
	}{{"attitude.tsv", attitude, 3}, {"predicates.tsv", predicates, 4}} {
		err = lexicon.EachRow("sentiment/"+l.name, l.text, l.columns, 1, func(r []string) error {
			w, err := strconv.ParseFloat(r[1], 64)
			if err != nil || w < -1 || w > 1 {
				return fmt.Errorf("weight %q is no number from -1 to 1", r[1])
			}
			if !slices.Contains(kinds, r[2]) {
				return fmt.Errorf("unknown kind %q; known are %s", r[2], strings.Join(kinds, ", "))
			}
			p := phrase{kind: r[2], weight: w}
			if l.columns > 3 {
				if err := p.frame.parse(r[3]); err != nil {
					return err
				}
			}
			return a.cues.add(r[0], p)
		})
		if err != nil {
			return nil, err
		}
	}
	return a, nil
}

func (a *analyzer) run(d *stages.Document) {
	var tree trees.Tree
	hs := make([]hint, len(d.Sentences))
	for i, s := range d.Sentences {
		hs[i] = a.hints(s.Tokens)
	}
	x := speech.New(d)
	about, on := a.about(d, hs)
	spread(d, x, about, on)
	mentions := make([][]stages.Mention, len(d.Sentences)) // by sentence
	for _, m := range d.Mentions {
		if int(m.Sentence) < len(mentions) {
			mentions[m.Sentence] = append(mentions[m.Sentence], m)
		}
	}
	d.SentenceAttitudes = make([]stages.Attitude, len(d.Sentences))
	for i, s := range d.Sentences {
		if about[i] {
			v, cues := a.score(&tree, s.Tokens, hs[i], 0, len(s.Tokens))
			who := holder(d, x, i, mentions[i], cues)
			d.SentenceAttitudes[i] = stages.Attitude{AboutTalks: true, Score: schemas.Num(v), Holder: who, Evidence: evidence(d, s.Tokens, cues)}
		}
	}
	d.StatementAttitudes = make([]stages.Attitude, len(d.Statements))
	for i := range d.Statements {
		d.StatementAttitudes[i] = a.statement(&tree, d, d.Statements[i].Contents, hs, about, d.Statements[i].SpeakerID)
	}
}
