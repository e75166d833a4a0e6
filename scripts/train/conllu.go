package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// word is a line of a CoNLL-U file.
type word struct {
	form, lower, lemma, upos, xpos, feats, rel string
	head                                       int // index in the sentence, -1 for the root
	start, end                                 int // bytes of the treebank's text, for raw evaluation
}

// sentence is a tree with what is said of it.
type sentence struct {
	doc   string
	words []word
}

// treebank is a file with its text put together again: documents and
// paragraphs with an empty line between them, sentences with a space.
type treebank struct {
	text      string
	sentences []sentence
}

// readTreebank reads a CoNLL-U file. Empty nodes are left out. A multiword
// token's words share out its letters where they spell it, as "do" and "n't"
// do; else each of them covers the whole of it.
func readTreebank(file string) (*treebank, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	tb := &treebank{}
	var text strings.Builder
	var cur sentence
	doc, space := "", ""
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 1<<20), 1<<24)
	multi, multiEnd, multiAt := 0, "", 0
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		if line == "" {
			if len(cur.words) > 0 {
				cur.doc = doc
				tb.sentences = append(tb.sentences, cur)
				cur, multi = sentence{}, 0
			}
			continue
		}
		if line[0] == '#' {
			if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
				doc, space = id, "\n\n"
			} else if strings.HasPrefix(line, "# newpar") && !strings.HasPrefix(line, "# newpar_block") {
				space = "\n\n"
			}
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 10 {
			return nil, fmt.Errorf("%s:%d: %d columns", file, n, len(c))
		}
		if strings.Contains(c[0], ".") {
			continue
		}
		after := " "
		if strings.Contains(c[9], "SpaceAfter=No") {
			after = ""
		}
		if _, last, ok := strings.Cut(c[0], "-"); ok {
			if multi, err = strconv.Atoi(last); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", file, n, err)
			}
			if text.Len() > 0 {
				text.WriteString(space)
			}
			multiAt, multiEnd = text.Len(), c[1]
			text.WriteString(c[1])
			space = after
			continue
		}
		id, err := strconv.Atoi(c[0])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		head, err := strconv.Atoi(c[6])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		w := word{form: c[1], lower: lower(c[1]), lemma: c[2], upos: c[3], xpos: c[4], feats: c[5], head: head - 1, rel: c[7]}
		if id <= multi {
			if rest, ok := strings.CutPrefix(multiEnd, c[1]); ok {
				w.start, w.end = multiAt, multiAt+len(c[1])
				multiAt, multiEnd = w.end, rest
			} else {
				w.start, w.end = multiAt, multiAt+len(multiEnd)
			}
		} else {
			if text.Len() > 0 {
				text.WriteString(space)
			}
			w.start = text.Len()
			text.WriteString(c[1])
			w.end = text.Len()
			space = after
		}
		cur.words = append(cur.words, w)
		if len(cur.words) != id {
			return nil, fmt.Errorf("%s:%d: word %d stands at place %d", file, n, id, len(cur.words))
		}
	}
	if len(cur.words) > 0 {
		cur.doc = doc
		tb.sentences = append(tb.sentences, cur)
	}
	tb.text = text.String()
	return tb, sc.Err()
}
