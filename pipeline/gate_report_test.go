package pipeline_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"
)

// gateLayer gathers what is counted of one layer.
type gateLayer struct {
	name  string
	table string      // that holds it
	rows  []gateTally // the layer itself first, then with more of it to be right
	parts []gatePart  // of those matched
	types []gateTally // by type
	of    map[string]*gateTally
}

// gateTally is how many there are in the annotation, how many the program
// wrote, and how many of them are the same.
type gateTally struct {
	name              string
	gold, found, same int
}

func (t gateTally) precision() float64 { return ratio(t.same, t.found) }
func (t gateTally) recall() float64    { return ratio(t.same, t.gold) }
func (t gateTally) f1() float64        { return ratio(2*t.same, t.gold+t.found) }

// gatePart is one thing that is told of those matched: the share that is right,
// or with a confusion the mean over its classes of their F1.
type gatePart struct {
	name      string
	right, of int
	confusion map[[2]string]int // annotated, written
}

func newGateLayer(name, table string) *gateLayer {
	return &gateLayer{name: name, table: table, rows: []gateTally{{name: name}}, of: map[string]*gateTally{}}
}

// count adds the rows of one article.
func (l *gateLayer) count(article string, gold, found, same int) {
	l.rows[0].gold += gold
	l.rows[0].found += found
	l.rows[0].same += same
	t := l.of[article]
	if t == nil {
		t = &gateTally{name: article}
		l.of[article] = t
	}
	t.gold += gold
	t.found += found
	t.same += same
}

// with counts what is the same and right in more than the layer's own row asks.
func (l *gateLayer) with(what string, right bool) {
	name := l.name + " " + what
	i := slices.IndexFunc(l.rows, func(t gateTally) bool { return t.name == name })
	if i < 0 {
		i = len(l.rows)
		l.rows = append(l.rows, gateTally{name: name})
	}
	if right {
		l.rows[i].same++
	}
}

// part counts one thing that is right or not of a matched row.
func (l *gateLayer) part(name string, right bool) {
	p := l.partOf(name)
	p.of++
	if right {
		p.right++
	}
}

// confuse counts one thing that is one of several classes.
func (l *gateLayer) confuse(name, gold, found string) {
	p := l.partOf(name)
	p.of++
	if p.confusion == nil {
		p.confusion = map[[2]string]int{}
	}
	p.confusion[[2]string{gold, found}]++
}

func (l *gateLayer) partOf(name string) *gatePart {
	i := slices.IndexFunc(l.parts, func(p gatePart) bool { return p.name == name })
	if i < 0 {
		i = len(l.parts)
		l.parts = append(l.parts, gatePart{name: name})
	}
	return &l.parts[i]
}

// byType counts by a type of its own.
func (l *gateLayer) byType(name string, gold, found, same int) {
	i, there := slices.BinarySearchFunc(l.types, name, func(t gateTally, n string) int { return strings.Compare(t.name, n) })
	if !there {
		l.types = slices.Insert(l.types, i, gateTally{name: name})
	}
	l.types[i].gold += gold
	l.types[i].found += found
	l.types[i].same += same
}

// value is the share that is right, or the macro-F1 over the classes annotated.
func (p gatePart) value() float64 {
	if p.confusion == nil {
		return ratio(p.right, p.of)
	}
	classes := map[string]gateTally{}
	for k, n := range p.confusion {
		g := classes[k[0]]
		g.gold += n
		classes[k[0]] = g
		f := classes[k[1]]
		f.found += n
		if k[0] == k[1] {
			f.same += n
		}
		classes[k[1]] = f
	}
	sum, n := 0.0, 0
	for _, name := range slices.Sorted(maps.Keys(classes)) {
		if t := classes[name]; t.gold > 0 {
			sum += t.f1()
			n++
		}
	}
	return sum / float64(max(1, n))
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

const gateHead = `How well the program reads the annotated articles of this folder. make golden
writes this file; README.md tells how a row is found the same. Layers without
a table yet show what is annotated alone. In the last table each cell is the
number of rows the same, annotated and written.
`

// gateReport writes all figures as aligned text.
func gateReport(articles []gateArticle, layers []*gateLayer) string {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n", gateHead)
	sentences := 0
	for _, a := range articles {
		sentences += len(a.sentences)
	}
	fmt.Fprintf(&b, "%d articles, %d sentences\n\n", len(articles), sentences)
	table(&b, func(row func(cells ...any)) {
		row("layer", "annotated", "written", "same", "precision", "recall", "f1")
		for _, l := range layers {
			for _, t := range l.rows {
				if !hasTable(l.table) {
					row(t.name, l.rows[0].gold, "no table")
					continue
				}
				t.gold, t.found = l.rows[0].gold, l.rows[0].found
				row(t.name, t.gold, t.found, t.same, three(t.precision()), three(t.recall()), three(t.f1()))
			}
		}
	})
	table(&b, func(row func(cells ...any)) {
		row("of the same", "of", "right")
		for _, l := range layers {
			for _, p := range l.parts {
				name := l.name + ": " + p.name
				if p.confusion != nil {
					name += " (macro-F1)"
				}
				row(name, p.of, three(p.value()))
			}
		}
	})
	for _, l := range layers {
		if len(l.types) > 0 && hasTable(l.table) {
			table(&b, func(row func(cells ...any)) {
				row(l.name, "annotated", "written", "same", "f1")
				for _, t := range l.types {
					row(t.name, t.gold, t.found, t.same, three(t.f1()))
				}
			})
		}
	}
	table(&b, func(row func(cells ...any)) {
		head := []any{"article"}
		for _, l := range layers {
			head = append(head, l.name)
		}
		row(head...)
		for _, a := range articles {
			cells := []any{a.name}
			for _, l := range layers {
				t := l.of[a.name]
				if t == nil {
					t = &gateTally{}
				}
				cells = append(cells, fmt.Sprintf("%d/%d/%d", t.same, t.gold, t.found))
			}
			row(cells...)
		}
	})
	return strings.TrimRight(b.String(), "\n") + "\n"
}

func three(f float64) string { return fmt.Sprintf("%.3f", f) }

// table writes aligned rows and an empty line behind them.
func table(b *bytes.Buffer, rows func(row func(cells ...any))) {
	var aligned bytes.Buffer
	w := tabwriter.NewWriter(&aligned, 0, 8, 2, ' ', 0)
	rows(func(cells ...any) {
		for i, c := range cells {
			if i > 0 {
				fmt.Fprint(w, "\t")
			}
			fmt.Fprint(w, c)
		}
		fmt.Fprintln(w)
	})
	w.Flush()
	for line := range strings.Lines(aligned.String()) {
		fmt.Fprintln(b, strings.TrimRight(line, " \n"))
	}
	fmt.Fprintln(b)
}
