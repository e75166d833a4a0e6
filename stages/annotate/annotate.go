package annotate

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"parley/stages"
	"parley/stages/annotate/syntax"
	"parley/stages/language/inflect"
	"parley/stages/language/lexicon"
	"parley/stages/language/quotes"
)

// Options configures the stage.
type Options struct{}

// New returns the stage. All tables are read here and only read later; the
// model of the parser is unpacked by the first article.
func New(Options) (stages.PerArticle, error) {
	a, err := newAnnotator()
	if err != nil {
		return stages.PerArticle{}, fmt.Errorf("annotate: %w", err)
	}
	return stages.PerArticle{
		Name:      "annotate",
		Doc:       "splits a text into sentences and tokens, with tags and lemmas",
		Languages: []string{"en"},
		Needs:     []stages.Layer{stages.LayerArticle},
		Yields:    stages.LayerSentences,
		Data:      []fs.FS{dataFiles, inflect.Files, quotes.Files, syntax.Files},
		Run: func(d *stages.Document) error {
			text := beginning(d.Article.Text)
			if rest := len(d.Article.Text) - len(text); rest > 0 {
				d.Notes = append(d.Notes, stages.Note{Stage: "annotate", Code: "long_text", Detail: fmt.Sprintf("the last %d bytes are not coded", rest)})
			}
			sentences, err := a.run(text)
			d.Sentences, d.Quotations = sentences, a.quotes.Find(text, sentences)
			return err
		},
	}, nil
}

// longest is how many bytes of a text are coded: some 45,000 words, six times the
// longest speech that newspapers print whole. It bounds the work for an article,
// of which the learned reader's is the most.
const longest = 256 << 10

// beginning is a text, or as much of it as is coded: whole lines where it has
// lines, else whole words.
func beginning(text string) string {
	if len(text) <= longest {
		return text
	}
	text = text[:longest]
	for _, end := range []string{"\n", " "} {
		if i := strings.LastIndex(text, end); i > longest/2 {
			return text[:i]
		}
	}
	return strings.ToValidUTF8(text, "")
}

// annotator holds the tables of all steps; it is read-only once built.
type annotator struct {
	tokenizer
	splitter
	describing    map[string]bool // words of describing.tsv,
	occasions     map[string]bool // of occasions.tsv
	subordinators map[string]bool // and of subordinators.tsv
	lemmas        *inflect.Lemmatizer
	parsers       sync.Pool // of *syntax.Parser, for their buffers
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
	if a.describing, err = lexicon.Set(dataFiles, "annotate/describing.tsv"); err != nil {
		return nil, err
	}
	if a.occasions, err = lexicon.Set(dataFiles, "annotate/occasions.tsv"); err != nil {
		return nil, err
	}
	if a.subordinators, err = lexicon.Set(dataFiles, "annotate/subordinators.tsv"); err != nil {
		return nil, err
	}
	a.lemmas, err = inflect.NewLemmatizer()
	return a, err
}

// run annotates a text. The tokens of all sentences lie in one slice.
func (a *annotator) run(text string) ([]stages.Sentence, error) {
	tokens, ends := a.segment(text)
	a.lower(text, tokens)
	p, _ := a.parsers.Get().(*syntax.Parser)
	if p == nil {
		m, err := syntax.English()
		if err != nil {
			return nil, fmt.Errorf("annotate: unpack the parser's model: %w", err)
		}
		p = m.NewParser()
	}
	defer a.parsers.Put(p)
	sentences := make([]stages.Sentence, len(ends))
	from := 0
	for i, e := range ends {
		s := tokens[from:e.to:e.to]
		a.syntax(p, text, s)
		sentences[i] = stages.Sentence{
			Start:     s[0].Start,
			End:       s[len(s)-1].End,
			Paragraph: e.paragraph,
			Heading:   e.heading,
			Tokens:    s,
		}
		from = e.to
	}
	return sentences, nil
}

// segment splits a text into tokens and says where its sentences end.
func (a *annotator) segment(text string) (tokens []stages.Token, ends []end) {
	tokens = make([]stages.Token, 0, len(text)/5+8)
	paragraph := int32(0)
	for start := 0; start < len(text); {
		stop, next := paragraphEnd(text, start)
		first := len(tokens)
		tokens = a.tokenize(tokens, text, start, stop)
		if len(tokens) > first {
			a.quotes.Direct(text, tokens[first:])
			ends = a.split(ends, text, tokens, first, paragraph)
			paragraph++
		}
		start = next
	}
	return tokens, ends
}

// syntax gives the tokens of a sentence their tags, lemmas, heads, relations and
// features.
func (a *annotator) syntax(p *syntax.Parser, text string, tokens []stages.Token) {
	p.Reset(len(tokens))
	for i, t := range tokens {
		p.Set(i, text[t.Start:t.End])
	}
	p.Tag()
	for i := range tokens {
		t := &tokens[i]
		c := p.Tags(i)
		t.UPOS, t.XPOS = c.UPOS, c.XPOS
		switch t.Shape { // which the tagger cannot tell of a straight mark
		case stages.OpenQuote:
			t.UPOS, t.XPOS = stages.PosPunct, stages.TagOpen
		case stages.CloseQuote:
			t.UPOS, t.XPOS = stages.PosPunct, stages.TagClose
		}
		t.Lemma = a.lemmas.Lemma(t.Lower, t.UPOS, t.XPOS)
		p.SetLemma(i, t.Lemma)
	}
	p.Parse()
	for i := range tokens {
		tokens[i].Head, tokens[i].Rel = int16(p.Head(i)), p.Rel(i)
	}
	a.repairParse(tokens)
	features(tokens)
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
