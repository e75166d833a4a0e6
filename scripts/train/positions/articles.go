package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"parley/schemas"
	"parley/stages"
	"parley/stages/actors"
	"parley/stages/annotate"
	"parley/stages/clauses"
	"parley/stages/encode"
	"parley/stages/language/encoder"
	"parley/stages/statements"
)

// article is a coded article.
type article struct {
	number    int
	file      string
	fold      bool // left out of training the fold model
	sentences []string
	coded     []position
}

// position is a coded position.
type position struct {
	sentence      int
	issue, stance string
}

// readArticles reads the coded articles with their positions.
func readArticles(gold string) (all []*article, err error) {
	annotated := map[string]bool{}
	files, err := filepath.Glob(filepath.Join(gold, "articles", "*.json"))
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		var a struct{ File string }
		if err := json.Unmarshal(b, &a); err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		annotated[a.File] = true
	}
	for _, set := range []string{"ukraine.jsonl", "world.jsonl"} {
		by := map[string]*article{}
		err := eachLine(filepath.Join(gold, "coded", set), func(line []byte) error {
			var c struct {
				File      string
				Sentences []string
			}
			if err := json.Unmarshal(line, &c); err != nil {
				return err
			}
			a := &article{number: len(all), file: c.File, fold: annotated[c.File] || leftOut(c.File), sentences: c.Sentences}
			by[c.File] = a
			all = append(all, a)
			return nil
		})
		if err != nil {
			return nil, err
		}
		err = eachLine(filepath.Join(gold, "layers", set), func(line []byte) error {
			var l struct {
				File      string
				Positions [][]any // sentence, issue, stance, holder, content
			}
			if err := json.Unmarshal(line, &l); err != nil {
				return err
			}
			for _, p := range l.Positions {
				n, _ := p[0].(float64)
				issue, _ := p[1].(string)
				stance, _ := p[2].(string)
				if a := by[l.File]; a != nil {
					a.coded = append(a.coded, position{int(n), issue, stance})
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// leftOut tells by its name whether training leaves an article out.
func leftOut(file string) bool {
	rest := 0
	for _, b := range sha256.Sum256([]byte(file)) {
		rest = (rest*256 + int(b)) % 5
	}
	return rest == 0
}

func eachLine(file string, do func([]byte) error) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<26)
	for in.Scan() {
		if err := do(in.Bytes()); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return in.Err()
}

// newChain is the stages below positions, without a reader where no model is named.
func newChain(model string) (chain []stages.PerArticle, err error) {
	add := func(s stages.PerArticle, e error) {
		if err == nil {
			err = e
		}
		chain = append(chain, s)
	}
	add(annotate.New(annotate.Options{}))
	add(clauses.New(clauses.Options{}))
	if model == "" {
		return chain, err
	}
	m, e := encoder.Open(model)
	if e != nil {
		return nil, e
	}
	add(encode.New(encode.Options{Model: m}))
	add(actors.New(actors.Options{}))
	add(statements.New(statements.Options{}))
	return chain, err
}

// read runs the chain on the article's sentences.
func (a *article) read(chain []stages.PerArticle) (*stages.Document, error) {
	d := &stages.Document{Article: schemas.Article{ArticleID: a.file, Language: "en", Text: strings.Join(a.sentences, " ")}}
	for _, s := range chain {
		if err := s.Run(d); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", a.file, s.Name, err)
		}
	}
	return d, nil
}

// align gives each sentence of the document the positions of the coded sentences
// that overlap it most.
func (a *article) align(d *stages.Document) [][]position {
	out := make([][]position, len(d.Sentences))
	start := int32(0)
	starts := make([]int32, len(a.sentences)+1)
	for i, s := range a.sentences {
		starts[i] = start
		start += int32(len(s)) + 1
	}
	starts[len(a.sentences)] = start
	for _, p := range a.coded {
		best, most := -1, int32(0)
		for i := range d.Sentences {
			s := &d.Sentences[i]
			if n := min(s.End, starts[p.sentence+1]) - max(s.Start, starts[p.sentence]); n > most {
				best, most = i, n
			}
		}
		if best >= 0 {
			out[best] = append(out[best], p)
		}
	}
	return out
}
