package clauses

import (
	"io/fs"
	"sync"

	"parley/stages"
	"parley/stages/language/nations"
)

// Options configures the stage.
type Options struct{}

// New returns the stage.
func New(Options) (stages.PerArticle, error) {
	v, err := newVocabulary()
	if err != nil {
		return stages.PerArticle{}, err
	}
	buffers := sync.Pool{New: func() any { return &sentence{vocabulary: v} }}
	return stages.PerArticle{
		Name:   "clauses",
		Doc:    "finds the predicates of each sentence, their arguments, and whether they took place",
		Needs:  []stages.Layer{stages.LayerArticle, stages.LayerSentences},
		Yields: stages.LayerClauses,
		Data:   []fs.FS{lists, nations.Files},
		Run: func(d *stages.Document) error {
			s := buffers.Get().(*sentence)
			defer buffers.Put(s)
			d.Clauses = make([][]stages.Clause, len(d.Sentences))
			for i := range d.Sentences {
				d.Clauses[i] = s.read(&d.Sentences[i])
			}
			s.tok, s.out = nil, nil // nothing of the article stays behind
			return nil
		},
	}, nil
}

// read finds the clauses of a sentence, in steps each of which needs those
// before it.
func (s *sentence) read(st *stages.Sentence) []stages.Clause {
	s.reset(st)
	s.predicates()
	if len(s.out) == 0 {
		return nil
	}
	for i := range s.out {
		s.form(&s.out[i])
	}
	for i := range s.out {
		if s.out[i].Kind != stages.Nominal {
			s.verbal(&s.out[i])
		}
	}
	for i := range s.out {
		if s.out[i].Kind == stages.Nominal {
			s.nominal(&s.out[i])
		}
	}
	for i := range s.out {
		s.out[i].Governor = s.governing(int(s.out[i].Predicate))
	}
	s.times()
	s.attribute()
	for i := range s.out {
		s.out[i].Factuality = s.factuality(int(s.out[i].Predicate))
	}
	return s.out
}
