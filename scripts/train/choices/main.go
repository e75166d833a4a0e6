// Choices trains stages/events/weights.tsv: by what the stage events chooses the parties
// and the date of an event, and tells that two places speak of one.
//
//	go run ./scripts/train/choices -model FOLD.bin
//
// It reads the coded articles in ../shared with the model of the learned reader
// that has not seen a fifth of them (make train-encoder FOLD=1). What leans on the
// reader's probabilities is learned from that fifth alone, since elsewhere the
// reader is surer than it will be of news that it has not seen; what leans on
// syntax and times, from all others. Says how right the choices are on articles
// that their weights were not learned from. The same inputs give the same file.
package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"parley/stages/events"
)

func main() {
	log.SetFlags(0)
	model := flag.String("model", "", "`FILE` of the reader's model that left out the fifth")
	shared := flag.String("shared", "../shared", "`DIR` of the articles and of gold")
	out := flag.String("out", "stages/events/weights.tsv", "`FILE` to write")
	flag.Parse()
	if err := run(*model, *shared, *out); err != nil {
		log.Fatal(err)
	}
}

// models are the choices that are learned, and whether from the articles that the
// reader has not seen.
var models = []struct {
	name    string
	leftOut bool
}{{"date", false}, {"same", false}, {"shared", false}, {"source", true}, {"target", true}}

func run(model, shared, out string) error {
	read, err := readFolder(filepath.Join(shared, "gold", "articles"))
	if err != nil {
		return err
	}
	data := map[string][]example{}
	for _, set := range []string{"ukraine", "world"} {
		gold, err := readCoded(filepath.Join(shared, "gold"), set)
		if err != nil {
			return err
		}
		var now *coded
		err = eachArticle(model, shared, set, gold, func(c *coded) { now = c }, func(x events.Choice) {
			right, ok := now.right(x)
			if ok {
				data[x.Model] = append(data[x.Model], example{now.File, slices.Clone(x.Features), right})
			}
		})
		if err != nil {
			return err
		}
	}
	return write(out, data, read)
}

// leftOut is whether the fold model has not seen an article.
func leftOut(file string, read map[string]bool) bool { return read[file] || hashed(file, 5) == 0 }

// hashed is a number below n that the name of a file gives.
func hashed(file string, n int64) int64 {
	sum := sha256.Sum256([]byte(file))
	return new(big.Int).Mod(new(big.Int).SetBytes(sum[:]), big.NewInt(n)).Int64()
}

func write(out string, data map[string][]example, read map[string]bool) error {
	var b strings.Builder
	b.WriteString(header)
	for _, m := range models {
		var train, test []example
		for _, x := range data[m.name] {
			if leftOut(x.file, read) {
				test = append(test, x)
			} else {
				train = append(train, x)
			}
		}
		if m.leftOut {
			var scores []float64
			for k := range int64(4) {
				var rest, part []example
				for _, x := range test {
					if hashed(x.file, 101)%4 == k {
						part = append(part, x)
					} else {
						rest = append(rest, x)
					}
				}
				w := fit(rest)
				for i := range part {
					scores = append(scores, w.score(part[i].features))
				}
			}
			report(m.name, sorted(test), scores)
			train = test
		}
		w := fit(train)
		if !m.leftOut {
			var scores []float64
			for _, x := range test {
				scores = append(scores, w.score(x.features))
			}
			report(m.name, test, scores)
		}
		var names []string
		for f := range w {
			names = append(names, f)
		}
		slices.Sort(names)
		for _, f := range names {
			fmt.Fprintf(&b, "%s\t%s\t%s\n", m.name, f, strconv.FormatFloat(w[f], 'f', -1, 64))
		}
	}
	return os.WriteFile(out, []byte(b.String()), 0o644)
}

// sorted puts examples in the order of the parts that they were scored in.
func sorted(all []example) []example {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b example) int {
		return cmp.Compare(hashed(a.file, 101)%4, hashed(b.file, 101)%4)
	})
	return all
}

// report prints how right a model's choices are.
func report(name string, test []example, scores []float64) {
	var given, hit, want int
	for i, x := range test {
		if x.right {
			want++
		}
		if scores[i] > 0 {
			given++
			if x.right {
				hit++
			}
		}
	}
	p, r := float64(hit)/float64(max(1, given)), float64(hit)/float64(max(1, want))
	fmt.Printf("%-8s %6d choices, %5d right: precision %.3f  recall %.3f  F1 %.3f\n", name, len(test), want, p, r, 2*p*r/max(1e-9, p+r))
}

const header = `# How much features speak for a choice, in log odds: whether somebody is the source or
# the target of an event, whether a time is its date, whether two places tell the
# same event. The sum over the features that hold, and bias, is a choice's log odds.
# Source: logistic regression by scripts/train/choices on coded news. Sorted by
# model, then feature.
# Columns: model, feature, weight.
# model	feature	weight
`

// readFolder is the file names of the articles of gold/articles, which training
// leaves out too.
func readFolder(dir string) (map[string]bool, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	all := map[string]bool{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		var x struct{ File string }
		if err := json.Unmarshal(b, &x); err != nil {
			return nil, err
		}
		all[x.File] = true
	}
	return all, err
}

func itoa(n int) string { return strconv.Itoa(n) }
