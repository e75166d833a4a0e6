// Positions learns the weights by which the stage positions judges what the
// learned reader finds, from coded articles.
//
//	go run ./scripts/train/positions -model .train/all/fold.bin
//
// The words of issues and stances (parts subject and wording) are learned on the
// articles that the reader's fold model was trained on, and what joins them with
// the reader (tells and attitude) on those that it has not seen. -check tells how
// well the second do on parts of these articles that they were not learned on.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"slices"
	"strconv"
	"strings"

	"parley/stages"
	"parley/stages/positions/candidates"
)

func main() {
	log.SetFlags(0)
	model := flag.String("model", ".train/all/fold.bin", "`FILE` of the reader that has not seen the fold")
	gold := flag.String("gold", "../shared/gold", "`DIR` of the coded articles")
	out := flag.String("out", "stages/positions/candidates/weights.tsv", "`FILE` to write the weights to")
	check := flag.Bool("check", false, "score on parts of the fold left out instead")
	flag.Parse()
	if err := run(*model, *gold, *out, *check); err != nil {
		log.Fatal(err)
	}
}

func run(model, gold, out string, check bool) error {
	articles, err := readArticles(gold)
	if err != nil {
		return err
	}
	chain, err := newChain(model)
	if err != nil {
		return err
	}
	bare, err := newChain("")
	if err != nil {
		return err
	}
	m := candidates.Model{}
	words := map[candidates.Part]*examples{candidates.Subject: {}, candidates.Wording: {}}
	for _, a := range articles {
		if !a.fold {
			if err := a.words(bare, words); err != nil {
				return err
			}
		}
	}
	m[candidates.Subject] = fit(candidates.Subject, *words[candidates.Subject], 2)
	m[candidates.Wording] = fit(candidates.Wording, *words[candidates.Wording], 2)
	judge, err := candidates.NewWith(m)
	if err != nil {
		return err
	}
	var tells, attitude examples
	for i, a := range articles {
		if a.fold {
			if err := a.joint(chain, judge, i, &tells, &attitude); err != nil {
				return err
			}
		}
	}
	if check {
		crossed("tells", candidates.Tells, tells)
		crossed("attitude", candidates.Attitude, attitude)
		return nil
	}
	m[candidates.Tells] = fit(candidates.Tells, tells, 3)
	m[candidates.Attitude] = fit(candidates.Attitude, attitude, 5)
	return write(out, m)
}

// words adds what parts subject and wording learn from: each sentence in which a
// position is taken, once for each.
func (a *article) words(chain []stages.PerArticle, to map[candidates.Part]*examples) error {
	judge, err := candidates.NewWith(candidates.Model{})
	if err != nil {
		return err
	}
	d, err := a.read(chain)
	if err != nil {
		return err
	}
	coded := a.align(d)
	d.Reading.Sentences = make([]stages.SentenceReading, len(d.Sentences))
	for i := range d.Sentences {
		d.Reading.Sentences[i].Read = len(coded[i]) > 0
	}
	for f := range judge.Each(d) {
		if f.Issue > 0 {
			continue // they are the same for all issues
		}
		for _, p := range coded[f.Sentence] {
			to[candidates.Subject].add(a.number, f.Of[candidates.Subject], slices.Index(candidates.Issues, p.issue))
			to[candidates.Wording].add(a.number, f.Of[candidates.Wording], slices.Index(candidates.Stances, p.stance))
		}
	}
	return nil
}

// joint adds what parts tells and attitude learn from: each sentence with each
// issue.
func (a *article) joint(chain []stages.PerArticle, judge *candidates.Judge, _ int, tells, attitude *examples) error {
	d, err := a.read(chain)
	if err != nil {
		return err
	}
	coded := a.align(d)
	for f := range judge.Each(d) {
		told := 0
		for _, p := range coded[f.Sentence] {
			if p.issue == candidates.Issues[f.Issue] {
				told = 1
				attitude.add(a.number, f.Of[candidates.Attitude], slices.Index(candidates.Stances, p.stance))
			}
		}
		tells.add(a.number, f.Of[candidates.Tells], told)
	}
	return nil
}

// crossed fits on five sixths of the articles and scores on the others.
func crossed(name string, p candidates.Part, all examples) {
	const parts = 6
	var probabilities []float64
	var truth []int
	right, n := 0, 0
	for k := range parts {
		var learn, test examples
		for i := range all.x {
			if all.article[i]%parts == k {
				test.add(all.article[i], all.x[i], all.y[i])
			} else {
				learn.add(all.article[i], all.x[i], all.y[i])
			}
		}
		w := fit(p, learn, 3)
		for i, x := range test.x {
			q := w.Probabilities(x)
			probabilities, truth = append(probabilities, q[1]), append(truth, test.y[i])
			best := slices.Index(q, slices.Max(q))
			n++
			if best == test.y[i] {
				right++
			}
		}
	}
	fmt.Printf("%s: right %.3f of %d\n", name, float64(right)/float64(n), n)
	if p != candidates.Tells {
		return
	}
	for _, t := range []float64{0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5} {
		tp, found, coded := 0, 0, 0
		for i, q := range probabilities {
			coded += truth[i]
			if q >= t {
				found++
				tp += truth[i]
			}
		}
		fmt.Printf("from %.2f: precision %.3f recall %.3f f1 %.3f\n", t, float64(tp)/float64(max(1, found)), float64(tp)/float64(coded), 2*float64(tp)/float64(found+coded))
	}
}

// header opens weights.tsv.
const header = `# Weights of the logistic regressions that judge positions; package comment of candidates tells them.
# Made by: go run ./scripts/train/positions, from coded articles. Not to be changed by hand.
# Columns: part, class, feature, weight.
`

func write(file string, m candidates.Model) error {
	var rows []string
	for p, w := range m {
		for c, class := range w.Classes {
			rows = append(rows, row(p, class, "(offset)", w.Offset[c]))
			for i, f := range w.Features {
				rows = append(rows, row(p, class, f, w.Of[c][i]))
			}
		}
	}
	slices.Sort(rows)
	return os.WriteFile(file, []byte(header+strings.Join(rows, "")), 0o644)
}

func row(p candidates.Part, class, feature string, v float64) string {
	return fmt.Sprintf("%s\t%s\t%s\t%s\n", p, class, feature, strconv.FormatFloat(v, 'f', 3, 64))
}
