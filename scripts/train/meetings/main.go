// Meetings learns the weights of stages/meetings/weights.tsv from articles whose
// meetings people have read.
//
//	go run ./scripts/train/meetings [-model FILE] [-out FILE] [ARTICLES ...]
//
// ../shared/gold/coded and ../shared/gold/layers hold the readings. Articles that
// are left out to measure by are not learned from. The same readings and the same
// model of the learned reader give the same weights.
package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"slices"
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
	"parley/stages/meetings"
	"parley/stages/normalize"
	"parley/stages/statements"
)

func main() {
	log.SetFlags(0)
	model := flag.String("model", "", "`FILE` of the learned reader; without it the one that is part of the program")
	gold := flag.String("gold", "../shared/gold", "`DIR` of the readings")
	out := flag.String("out", "stages/meetings/weights.tsv", "`FILE` to write the weights to")
	flag.Parse()
	articles := flag.Args()
	if len(articles) == 0 {
		articles = []string{"../shared/seeds", "../shared/corpus", "../shared/world/articles.jsonl"}
	}
	if err := train(*model, *gold, *out, articles); err != nil {
		log.Fatal(err)
	}
}

func train(model, gold, out string, articles []string) error {
	read, err := readings(gold)
	if err != nil {
		return err
	}
	profile, err := stages.LoadProfile("ukraine-2022")
	if err != nil {
		return err
	}
	o := meetings.Options{Profile: profile}
	chain, err := newChain(model, profile)
	if err != nil {
		return err
	}
	docs, told, err := gather(articles, chain, read)
	if err != nil {
		return err
	}
	return learn(o, docs, told, out)
}

// gather runs the chain on the articles that people have read.
func gather(articles []string, chain []stages.PerArticle, read map[string]reading) (docs []*stages.Document, told [][]meetings.Read, err error) {
	err = documents(articles, func(d *stages.Document) error {
		r, ok := read[filepath.Base(d.Input.SourceURI)]
		if i := strings.LastIndexByte(d.Input.SourceURI, '#'); i >= 0 {
			r, ok = read[d.Input.SourceURI[i+1:]]
		}
		if !ok {
			return nil
		}
		for _, s := range chain {
			if err := s.Run(d); err != nil {
				return fmt.Errorf("%s: %s: %w", d.Article.SourceURI, s.Name, err)
			}
		}
		docs, told = append(docs, d), append(told, r.of(d))
		return nil
	})
	return docs, told, err
}

// learn fits the models: first which tellings are of one meeting, by which the
// others group them.
func learn(o meetings.Options, docs []*stages.Document, told [][]meetings.Read, out string) error {
	weights := map[string]map[string]float64{}
	for _, known := range []map[string]map[string]float64{nil, weights} {
		asked := map[string][]meetings.Example{}
		for i, d := range docs {
			all, err := meetings.Study(o, known, d, told[i])
			if err != nil {
				return err
			}
			for _, e := range all {
				asked[e.Model] = append(asked[e.Model], e)
			}
		}
		for _, name := range slices.Sorted(maps.Keys(asked)) {
			w, right := fit(asked[name])
			weights[name] = w
			log.Printf("%s: %d questions, %s", name, len(asked[name]), right)
		}
	}
	return write(out, weights)
}

func newChain(model string, p *stages.Profile) (all []stages.PerArticle, err error) {
	source := encoder.Embedded()
	if model != "" {
		if source, err = encoder.Open(model); err != nil {
			return nil, err
		}
	}
	add := func(s stages.PerArticle, e error) {
		if all = append(all, s); err == nil {
			err = e
		}
	}
	add(normalize.New(normalize.Options{Profile: p}))
	add(annotate.New(annotate.Options{}))
	add(clauses.New(clauses.Options{}))
	add(encode.New(encode.Options{Model: source}))
	add(actors.New(actors.Options{Profile: p}))
	add(statements.New(statements.Options{Profile: p}))
	add(events.New(events.Options{Profile: p}))
	return all, err
}

// documents finds the articles.
func documents(args []string, do func(*stages.Document) error) error {
	s, err := ingest.New(ingest.Options{})
	if err != nil {
		return err
	}
	return s.Run(context.Background(), args, do, func(schemas.Reject) {}, func(stages.Note) {})
}

// reading is what people have read in an article.
type reading struct {
	sentences []string
	meetings  [][]json.RawMessage
}

// readings are those of the articles that are not left out, by file name.
func readings(gold string) (map[string]reading, error) {
	all := map[string]reading{}
	for _, name := range []string{"ukraine.jsonl", "world.jsonl"} {
		sentences := map[string][]string{}
		if err := lines(filepath.Join(gold, "coded", name), func(b []byte) error {
			var r struct {
				File      string
				Sentences []string
			}
			err := json.Unmarshal(b, &r)
			sentences[r.File] = r.Sentences
			return err
		}); err != nil {
			return nil, err
		}
		if err := lines(filepath.Join(gold, "layers", name), func(b []byte) error {
			var r struct {
				File     string
				Meetings [][]json.RawMessage
			}
			err := json.Unmarshal(b, &r)
			if !leftOut(r.File) {
				all[r.File] = reading{sentences[r.File], r.Meetings}
			}
			return err
		}); err != nil {
			return nil, err
		}
	}
	paths, err := filepath.Glob(filepath.Join(gold, "articles", "*.json"))
	if err != nil {
		return nil, err
	}
	for _, p := range paths { // annotated by hand in another way, to measure by
		b, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		var r struct{ File string }
		if err := json.Unmarshal(b, &r); err != nil {
			return nil, fmt.Errorf("%s: %w", p, err)
		}
		delete(all, r.File)
	}
	return all, nil
}

// leftOut are the articles that nothing is trained on: a fifth, by the hash of
// the file's name.
func leftOut(file string) bool {
	sum := sha256.Sum256([]byte(file))
	var rest big.Int
	return rest.Mod(new(big.Int).SetBytes(sum[:]), big.NewInt(5)).Sign() == 0
}

func lines(path string, do func([]byte) error) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	s := bufio.NewScanner(bytes.NewReader(b))
	s.Buffer(nil, len(b)+1)
	for n := 1; s.Scan(); n++ {
		if err := do(s.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return s.Err()
}

// of places a reading on the sentences of an article. Only what lies within the
// stretch that was read is kept of the document's tellings.
func (r reading) of(d *stages.Document) (all []meetings.Read) {
	spans := make([][2]int, len(r.sentences))
	at := 0
	for i, s := range r.sentences {
		words := regexp.MustCompile(`[\p{L}\p{N}_]+`).FindAllString(s, -1)
		for k := range words {
			words[k] = regexp.QuoteMeta(words[k])
		}
		if len(words) == 0 {
			continue
		}
		m := regexp.MustCompile(strings.Join(words, `[^\p{L}\p{N}_]+`)).FindStringIndex(d.Article.Text[at:])
		if m == nil {
			continue
		}
		spans[i] = [2]int{at + m[0], at + m[1]}
		at += m[0]
	}
	last := int32(0)
	for _, s := range spans {
		last = max(last, int32(s[1]))
	}
	d.Tellings = slices.DeleteFunc(d.Tellings, func(t stages.Telling) bool { return d.Byte(t.Start) >= last })
	for _, m := range r.meetings {
		var numbers []int
		var parties, date, place, form, status, outcome string
		for i, to := range []any{&numbers, &parties, &date, &place, nil, &form, &status, &outcome} {
			if to == nil {
				continue
			}
			if err := json.Unmarshal(m[i], to); err != nil {
				panic(err)
			}
		}
		x := meetings.Read{
			Parties: strings.Split(parties, "; "), Date: strings.Trim(date, "?"), Place: place,
			Status: status, Format: formats[form], Outcome: strings.Trim(outcome, "?"),
		}
		for _, n := range numbers {
			x.Sentences = append(x.Sentences, d.Tokens(int32(spans[n][0]), int32(spans[n][1]))...)
		}
		all = append(all, x)
	}
	return all
}

// formats are the values of the readings in the table's words.
var formats = map[string]string{"in person": "in_person", "call": "phone", "video": "video"}

const header = `# What the stage has learned: weights of logistic regressions, by model and feature.
# Source: made by scripts/train/meetings from articles whose meetings people have read;
# the articles that are left out to measure by were not used.
# Selection: features that the examples of a model show at least %d times.
#
# model   same: two tellings are of one meeting; meeting: tellings are of a meeting on the
#         conflict; outcome X: what came of it is X
# feature see same.go, keep.go and outcome.go; bias is always there
# weight  in log odds
# model	feature	weight
`

func write(path string, weights map[string]map[string]float64) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, header, leastSeen)
	var rows []string
	for name, w := range weights {
		for f, v := range w {
			rows = append(rows, fmt.Sprintf("%s\t%s\t%.3f", name, f, v))
		}
	}
	slices.Sort(rows)
	for _, r := range rows {
		fmt.Fprintln(&b, r)
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}
