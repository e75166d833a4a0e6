package annotate

import (
	"fmt"
	"strings"

	"parley/stages"
)

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
}

// New returns the stage. All tables are read here; Run only reads them.
func New(o Options) (stages.PerArticle, error) {
	a, err := newAnnotator()
	if err != nil {
		return stages.PerArticle{}, fmt.Errorf("annotate: %w", err)
	}
	return stages.PerArticle{
		Name:   "annotate",
		Doc:    "splits a text into sentences and tokens",
		Needs:  []stages.Layer{stages.LayerArticle},
		Yields: stages.LayerSentences,
		Data:   dataFiles,
		Run: func(d *stages.Document) error {
			d.Sentences = a.run(d.Article.Text)
			return nil
		},
	}, nil
}

// annotator holds the tables of all steps; it is read-only once built.
type annotator struct {
	tokenizer
	splitter
	lemmatizer
}

func newAnnotator() (*annotator, error) {
	a := &annotator{}
	var err error
	if a.tokenizer, err = newTokenizer(); err != nil {
		return nil, err
	}
	if a.splitter, err = newSplitter(a.tokenizer.abbreviations); err != nil {
		return nil, err
	}
	if a.lemmatizer, err = newLemmatizer(); err != nil {
		return nil, err
	}
	return a, nil
}

// run annotates a text. The tokens of all sentences lie in one slice.
func (a *annotator) run(text string) []stages.Sentence {
	tokens := make([]stages.Token, 0, len(text)/5+8)
	var ends []end
	paragraph := int32(0)
	for start := 0; start < len(text); {
		stop, next := paragraphEnd(text, start)
		first := len(tokens)
		tokens = a.tokenize(tokens, text, start, stop)
		if len(tokens) > first {
			pairQuotes(text, tokens[first:])
			ends = a.split(ends, text, tokens, first, paragraph)
			paragraph++
		}
		start = next
	}
	a.words(text, tokens)
	sentences := make([]stages.Sentence, len(ends))
	from := 0
	for i, e := range ends {
		s := tokens[from:e.to:e.to]
		a.lemmas(text, s)
		sentences[i] = stages.Sentence{
			Start:     s[0].Start,
			End:       s[len(s)-1].End,
			Paragraph: e.paragraph,
			Heading:   e.heading,
			Tokens:    s,
		}
		from = e.to
	}
	return sentences
}

// paragraphEnd finds the end of the paragraph that begins at start, and where
// the next one begins: after an empty line, which may hold spaces.
func paragraphEnd(text string, start int) (stop, next int) {
	for p := start; ; {
		n := strings.IndexByte(text[p:], '\n')
		if n < 0 {
			return len(text), len(text)
		}
		p += n + 1
		q := p
		for q < len(text) && (text[q] == ' ' || text[q] == '\t' || text[q] == '\r') {
			q++
		}
		if q == len(text) || text[q] == '\n' {
			return p - 1, min(q+1, len(text))
		}
		p = q
	}
}
