package pipeline_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/tools/txtar"
)

// gateFiles are the annotated articles, in our own words, that a fresh clone
// has; testdata/gate/README.md tells their form and rules.
const gateFiles = "testdata/gate/*.txtar"

// gateColumns are the sections of a file that hold annotation, a section a
// layer, with the columns that its first line has to name.
var gateColumns = map[string]string{
	"statements": "sentence cue speaker who type from to last",
	"events":     "sentence type trigger sources targets status same background date",
	"figures":    "sentence text value kind subject claimant certainty",
	"talks":      "sentence attitude holder",
	"positions":  "sentence issue stance holder content",
	"meetings":   "sentences parties date place level form status outcome hosts",
}

// gateRow is one line of an annotation. A cell that holds "-" is empty here.
type gateRow struct {
	layer string
	line  int
	cells []string
}

// get is the cell of a column.
func (r gateRow) get(column string) string {
	i := slices.Index(strings.Fields(gateColumns[r.layer]), column)
	if i < 0 {
		panic("gate: " + r.layer + " has no column " + column)
	}
	return r.cells[i]
}

// list is a cell of several phrases, divided by semicolons.
func (r gateRow) list(column string) []string {
	var l []string
	for p := range strings.SplitSeq(r.get(column), ";") {
		if p = strings.TrimSpace(p); p != "" {
			l = append(l, p)
		}
	}
	return l
}

// sentence is the number of the row's sentence, from 0.
func (r gateRow) sentence() int { return atoi(r.get("sentence")) - 1 }

// last is the number of the sentence where a statement ends, from 0.
func (r gateRow) last() int {
	if r.get("last") == "" {
		return r.sentence()
	}
	return atoi(r.get("last")) - 1
}

// numbers are the sentences that mention a meeting, from 0.
func (r gateRow) numbers() []int {
	var n []int
	for s := range strings.SplitSeq(r.get("sentences"), ",") {
		n = append(n, atoi(strings.TrimSpace(s))-1)
	}
	return n
}

// String is the row as the misses print it.
func (r gateRow) String() string { return strings.Join(r.cells, " | ") }

// gateArticle is one annotated article.
type gateArticle struct {
	name, published string
	text            string   // paragraphs divided by an empty line
	sentences       []string // without their numbers
	spans           []span   // of the sentences in the text
	words           []word   // of the text
	layers          map[string][]gateRow
}

// readGate reads all annotated articles, in the order of their names.
func readGate() ([]gateArticle, error) {
	files, err := filepath.Glob(gateFiles)
	if err != nil {
		return nil, err
	}
	var all []gateArticle
	for _, f := range files {
		ar, err := txtar.ParseFile(f)
		if err != nil {
			return nil, err
		}
		a, err := readGateArticle(ar)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		a.name = strings.TrimSuffix(filepath.Base(f), ".txtar")
		all = append(all, a)
	}
	return all, nil
}

// readGateArticle is strict about the form: all sections there, each with its
// header, sentences numbered without a gap, cells without white space around.
func readGateArticle(ar *txtar.Archive) (a gateArticle, err error) {
	a.layers = map[string][]gateRow{}
	if len(bytes.TrimSpace(ar.Comment)) == 0 {
		return a, fmt.Errorf("the first line should tell what the article is there for")
	}
	for _, f := range ar.Files {
		lines := strings.Split(strings.TrimRight(string(f.Data), "\n"), "\n")
		switch columns, layer := gateColumns[f.Name]; {
		case f.Name == "published":
			a.published = lines[0]
		case f.Name == "article":
			err = a.readSentences(lines)
		case layer:
			a.layers[f.Name], err = readGateRows(f.Name, columns, lines)
		default:
			err = fmt.Errorf("a section %q", f.Name)
		}
		if err != nil {
			return a, err
		}
	}
	for name := range gateColumns {
		if _, ok := a.layers[name]; !ok {
			return a, fmt.Errorf("no section %s; one with its header alone says that there is nothing", name)
		}
	}
	return a, nil
}

// readSentences takes lines such as "3  They met again." with an empty line
// between paragraphs.
func (a *gateArticle) readSentences(lines []string) error {
	between := ""
	for _, l := range lines {
		if l == "" {
			between = "\n\n"
			continue
		}
		number, s, ok := strings.Cut(l, "  ")
		if n, err := strconv.Atoi(number); !ok || err != nil || n != len(a.sentences)+1 {
			return fmt.Errorf("article: %q should be sentence %d, its number and two spaces before it", l, len(a.sentences)+1)
		}
		if len(a.sentences) > 0 {
			a.text += between
		}
		start := utf8.RuneCountInString(a.text)
		a.text += s
		a.sentences = append(a.sentences, s)
		a.spans = append(a.spans, span{start, utf8.RuneCountInString(a.text)})
		between = " "
	}
	a.words = wordsOf(a.text)
	return nil
}

func readGateRows(layer, columns string, lines []string) ([]gateRow, error) {
	want := strings.Fields(columns)
	if got := strings.Split(lines[0], "\t"); !slices.Equal(got, want) {
		return nil, fmt.Errorf("%s: the first line should name the columns %q, divided by tabs", layer, want)
	}
	rows := []gateRow{}
	for i, l := range lines[1:] {
		r := gateRow{layer, i + 2, strings.Split(l, "\t")}
		if len(r.cells) != len(want) {
			return nil, fmt.Errorf("%s: %q has %d columns, not %d", layer, l, len(r.cells), len(want))
		}
		for j, c := range r.cells {
			if c == "" || strings.TrimSpace(c) != c {
				return nil, fmt.Errorf("%s: %q: column %s is %q; an empty one is -", layer, l, want[j], c)
			}
			if c == "-" {
				r.cells[j] = ""
			}
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// atoi reads a number of a sentence; what is none becomes 0, so that the
// sentence is -1, which the check of the annotation refuses.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
