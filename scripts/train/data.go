package main

import (
	"path/filepath"
	"strings"
)

// corpus is the training data, and what is held back of it.
type corpus struct {
	train []sentence
	held  *treebank
}

// load reads the training parts and holds back every fifth document of news.
func load(dir string) (*corpus, error) {
	c := &corpus{held: &treebank{}}
	for _, f := range []string{"en_ewt-train", "en_gum-news-train", "en_gum-other-train"} {
		tb, err := readTreebank(filepath.Join(dir, f+".conllu"))
		if err != nil {
			return nil, err
		}
		docs, last, shift := -1, "", 0
		for i, s := range tb.sentences {
			if s.doc != last {
				docs, last = docs+1, s.doc
			}
			if !strings.Contains(f, "news") || docs%5 != 4 {
				c.train = append(c.train, s)
				continue
			}
			// its text goes to held's, up to where the next sentence begins
			from, to := s.words[0].start, len(tb.text)
			if i+1 < len(tb.sentences) {
				to = tb.sentences[i+1].words[0].start
			}
			shift = len(c.held.text) - from
			c.held.text += tb.text[from:to]
			for j := range s.words {
				s.words[j].start += shift
				s.words[j].end += shift
			}
			c.held.sentences = append(c.held.sentences, s)
		}
	}
	return c, nil
}
