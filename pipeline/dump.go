package pipeline

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"sort"

	"parley/schemas"
	"parley/stages"
)

// Dump is a development aid: runs everything in memory, writes TABLE.jsonl.
func Dump(out string, args []string) error {
	prof, err := stages.LoadProfile("ukraine-2022")
	if err != nil {
		return err
	}
	p, err := newPlan(Options{Profile: prof})
	if err != nil {
		return err
	}
	var docs []*stages.Document
	tab := map[string][]any{}
	err = p.source.Run(context.Background(), args, func(d *stages.Document) error {
		in := d.Input
		for _, s := range p.read {
			if err := s.Run(d); err != nil {
				if r, ok := err.(*stages.Reject); ok {
					tab["rejects"] = append(tab["rejects"], schemas.Reject{SourceURI: in.SourceURI, Stage: r.Stage, Reason: r.Reason, Detail: r.Detail})
					return nil
				}
				return err
			}
		}
		d.Article.ArticleID, d.Article.SourceURI = in.ID, in.SourceURI
		docs = append(docs, d)
		return nil
	}, func(r schemas.Reject) { tab["rejects"] = append(tab["rejects"], r) })
	if err != nil {
		return err
	}
	var cards []stages.Card
	sort.Slice(docs, func(i, j int) bool { return docs[i].Article.ArticleID < docs[j].Article.ArticleID })
	for _, d := range docs {
		cards = append(cards, stages.Card{ArticleID: d.Article.ArticleID, SourceURI: d.Article.SourceURI, Published: d.Article.Published, Sketch: d.Sketch})
	}
	for i, v := range p.resolve.Run(cards) {
		if v.Kind != "" {
			a := &docs[i].Article
			a.DuplicateOf, a.DuplicateKind, a.Similarity = v.DuplicateOf, v.Kind, &v.Similarity
		}
	}
	add := func(name string, rows any) {
		v := reflect.ValueOf(rows)
		for i := range v.Len() {
			tab[name] = append(tab[name], v.Index(i).Interface())
		}
	}
	for _, d := range docs {
		for _, s := range p.code {
			if err := s.Run(d); err != nil {
				return err
			}
		}
		p.observe.See(d)
		add("articles", []schemas.Article{articleRow(d)})
		add("sentences", sentenceRows(d))
		add("mentions", mentionRows(d))
		add("statements", statementRows(d))
		add("figures", d.Figures)
		add("events", d.Events)
	}
	if err := p.observe.Rows(func(r any) error {
		tab["actors"] = append(tab["actors"], reflect.ValueOf(r).Elem().Interface())
		return nil
	}); err != nil {
		return err
	}
	st := &mem{out, tab}
	for _, s := range p.corpus {
		if err := s.Run(st); err != nil {
			return err
		}
	}
	for _, t := range schemas.Tables() {
		f, err := os.Create(filepath.Join(out, t.Name+".jsonl"))
		if err != nil {
			return err
		}
		for _, r := range tab[t.Name] {
			m := map[string]any{}
			v := reflect.ValueOf(r)
			for _, c := range t.Columns {
				x := v.Field(c.Index).Interface()
				if s, ok := x.(string); ok && s == "" && c.Null {
					x = nil
				}
				if s, ok := x.(schemas.Date); ok && s.IsZero() {
					x = nil
				}
				m[c.Name] = x
			}
			b, err := json.Marshal(m)
			if err != nil {
				return err
			}
			fmt.Fprintf(f, "%s\n", b)
		}
		f.Close()
	}
	return nil
}
