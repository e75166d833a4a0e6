package pipeline

import (
	"parley/stages"
	"parley/stages/actors"
	"parley/stages/aggregate"
	"parley/stages/annotate"
	"parley/stages/charts"
	"parley/stages/clauses"
	"parley/stages/copies"
	"parley/stages/dates"
	"parley/stages/encode"
	"parley/stages/events"
	"parley/stages/figures"
	"parley/stages/furniture"
	"parley/stages/ingest"
	"parley/stages/meetings"
	"parley/stages/normalize"
	"parley/stages/page"
	"parley/stages/positions"
	"parley/stages/repeats"
	"parley/stages/sentiment"
	"parley/stages/statements"
	"parley/stages/stories"
)

// plan is the program: the stages in the order in which they run.
type plan struct {
	source  stages.Source       // articles come in, one record at a time
	read    []stages.PerArticle // in parallel, in the order of the inputs
	date    stages.Dater        // once, over all articles
	resolve stages.Resolver     // once, over all articles
	learn   stages.Learner      // once, over all articles that are no copies
	coding
}

// coding is the second half of the plan, for which the conflict has to be known.
type coding struct {
	code     []stages.PerArticle    // in parallel, in the order of article ids
	observer func() stages.Observer // a new one sees each finished article
	corpus   []stages.PerCorpus     // tables in, tables and charts out
}

// newPlan makes the plan; without a profile its second half, which newCoding
// makes, is left for later.
func newPlan(o Options) (p plan, err error) {
	source := func(s stages.Source, e error) stages.Source { err = first(err, e); return s }
	article := func(s stages.PerArticle, e error) stages.PerArticle { err = first(err, e); return s }
	learner := func(s stages.Learner, e error) stages.Learner { err = first(err, e); return s }
	p = plan{
		source: source(ingest.New(ingest.Options{Panic: o.Panic})), // files, folders, globs, standard input -> records
		read: []stages.PerArticle{
			article(normalize.New(normalize.Options{Profile: o.Profile})), // the article's own text, title, date
			article(dates.New(dates.Options{})),                           // sentences to date other articles by
			article(copies.New(copies.Options{})),                         // a sketch to find copies by
		},
		date:    dates.NewDater(),                            // undated articles by what others tell
		resolve: copies.NewResolver(),                        // which article copies which
		learn:   learner(furniture.New(furniture.Options{})), // the lines that a publisher repeats
	}
	if o.Profile != nil && err == nil {
		p.coding, err = newCoding(o)
	}
	inherit(p.read, p.code)
	return p, err
}

func newCoding(o Options) (c coding, err error) {
	article := func(s stages.PerArticle, e error) stages.PerArticle { err = first(err, e); return s }
	corpus := func(s stages.PerCorpus, e error) stages.PerCorpus { err = first(err, e); return s }
	who := actors.Options{Profile: o.Profile, File: o.ActorsFile}
	c = coding{
		code: []stages.PerArticle{
			article(annotate.New(annotate.Options{})),                               // sentences, tokens and their syntax
			article(clauses.New(clauses.Options{})),                                 // who does what to whom in each clause, and whether it took place
			article(encode.New(encode.Options{Model: o.Model})),                     // what the learned reader says of them
			article(actors.New(who)),                                                // who is named or referred to
			article(statements.New(statements.Options{Profile: o.Profile})),         // who said what
			article(figures.New(figures.Options{Profile: o.Profile})),               // which numbers, claimed by whom
			article(events.New(events.Options{Profile: o.Profile, Least: o.Least})), // who did what to whom
			article(meetings.New(meetings.Options{Profile: o.Profile})),             // who met whom
			article(sentiment.New(sentiment.Options{})),                             // the attitude to the talks
			article(positions.New(positions.Options{Profile: o.Profile})),           // who wants what
		},
		observer: func() stages.Observer { return actors.NewObserver(who) }, // the actors of the corpus
		corpus: []stages.PerCorpus{
			corpus(repeats.New(repeats.Options{})),                           // which statements repeat another article's
			corpus(stories.New(stories.Options{})),                           // which rows report one event
			corpus(meetings.NewCorpus(meetings.Options{Profile: o.Profile})), // which articles report one meeting
			corpus(aggregate.New(aggregate.Options{})),                       // rows -> metrics
			corpus(charts.New(charts.Options{Profile: o.Profile})),           // metrics -> PNG and SVG
			corpus(page.New(page.Options{Profile: o.Profile})),               // charts and the sentences behind them -> index.html
		},
	}
	return c, err
}

func first(a, b error) error {
	if a != nil {
		return a
	}
	return b
}
