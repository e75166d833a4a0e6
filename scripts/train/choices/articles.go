package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"parley/schemas"
	"parley/stages"
	"parley/stages/actors"
	"parley/stages/annotate"
	"parley/stages/clauses"
	"parley/stages/encode"
	"parley/stages/events"
	"parley/stages/ingest"
	"parley/stages/language/encoder"
	"parley/stages/normalize"
	"parley/stages/statements"
)

// chain is the stages up to events, whose choices trace sees.
func chain(model string, trace func(events.Choice)) (all []stages.PerArticle, err error) {
	p, err := stages.LoadProfile("ukraine-2022")
	if err != nil {
		return nil, err
	}
	reader, err := encoder.Open(model)
	if err != nil {
		return nil, err
	}
	add := func(s stages.PerArticle, e error) {
		if err == nil {
			err = e
		}
		all = append(all, s)
	}
	add(normalize.New(normalize.Options{Profile: p}))
	add(annotate.New(annotate.Options{}))
	add(clauses.New(clauses.Options{}))
	add(encode.New(encode.Options{Model: reader}))
	add(actors.New(actors.Options{Profile: p}))
	add(statements.New(statements.Options{Profile: p}))
	add(events.New(events.Options{Profile: p, Trace: trace}))
	return all, err
}

// eachArticle runs the stages on the coded articles of a set. begin is told of each
// before its events are looked for.
func eachArticle(model, shared, set string, gold map[string]*coded, begin func(*coded), trace func(events.Choice)) error {
	run, err := chain(model, trace)
	if err != nil {
		return err
	}
	source, err := ingest.New(ingest.Options{})
	if err != nil {
		return err
	}
	inputs := map[string][]string{"ukraine": {filepath.Join(shared, "seeds"), filepath.Join(shared, "corpus")}, "world": {filepath.Join(shared, "world", "articles.jsonl")}}
	return source.Run(context.Background(), inputs[set], func(d *stages.Document) error {
		c := gold[d.Input.SourceURI[strings.LastIndexAny(d.Input.SourceURI, "/#")+1:]]
		if c == nil {
			return nil
		}
		for i, s := range run {
			if i == len(run)-1 {
				c.lay(d)
				begin(c)
			}
			if err := s.Run(d); err != nil {
				return fmt.Errorf("%s: %w", c.File, err)
			}
			if i == 0 && d.Article.Published.IsZero() {
				if d.Article.Published, err = schemas.ParseDate(c.published); err == nil {
					d.Article.DatePrecision = "day"
				}
			}
		}
		return nil
	}, func(schemas.Reject) {}, func(stages.Note) {})
}
