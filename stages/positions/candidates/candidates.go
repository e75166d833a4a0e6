// Package candidates judges for each sentence and each issue of the general list
// whether the sentence tells a position on it, and with which stance.
//
// In: sentences, clauses, the reading, statements. Out: Candidates with their
// probabilities.
//
// # Method
//
// Four small logistic regressions, whose weights scripts/train/positions learns
// and weights.tsv holds. Two read words alone: of which issue a sentence speaks by
// the words that issues.tsv lists (subject), and of which stance by stances.tsv
// and the mood of its clauses (wording). They are learned on coded articles. Two
// join what these say with the learned reader's probabilities, with the events
// that it sees in the sentence, and with what the rest of the article is about:
// whether there is a position (tells), and its stance (attitude). They are
// learned on articles that the reader was not trained on, because of others it
// is too sure.
package candidates

import (
	"embed"
	"io/fs"
	"iter"
	"math"

	"parley/stages"
)

//go:embed *.tsv
var lists embed.FS

// Files is the package's lists, for the Data of the stage.
var Files fs.FS = lists

// Issues is the general list of issues, Stances that of stances.
var (
	Issues = []string{"ceasefire", "withdrawal", "territory", "status", "guarantees", "alliances", "arms", "nuclear", "prisoners", "humanitarian",
		"return", "accountability", "sanctions", "governance", "rights", "economy", "talks", "ratification", "other"}
	Stances = []string{"demands", "offers", "accepts", "rejects", "conditional"}
)

// Judge knows the words and the weights.
type Judge struct {
	issues, stances *Vocabulary
	model           Model
}

// New reads the lists. It fails only when one is damaged.
func New() (*Judge, error) {
	m, err := loadModel()
	if err != nil {
		return nil, err
	}
	return NewWith(m)
}

// NewWith reads the lists and judges by the weights of a model; a part that it
// lacks has none.
func NewWith(m Model) (*Judge, error) {
	for p := range classes {
		if m[p] == nil {
			m[p] = NewWeights(p)
		}
	}
	j := &Judge{issues: NewVocabulary(Issues), stances: NewVocabulary(Stances), model: m}
	if err := j.issues.load("issues.tsv"); err != nil {
		return nil, err
	}
	if err := j.stances.load("stances.tsv"); err != nil {
		return nil, err
	}
	return j, nil
}

// Candidate is an issue on which a sentence may tell a position.
type Candidate struct {
	Sentence int
	Issue    string
	P        float64   // that it does
	Stances  []float64 // if it does, probabilities of Stances
	Hits     []Hit     // the words that speak of the issue
}

// sentence is what is known of a sentence before it is judged.
type sentence struct {
	hits    []Hit
	subject []float64 // probabilities of the issues by its words
	wording []float64 // probabilities of the stances by its words
	reader  []float64 // the reader's probabilities of the issues
	any     float64   // the reader's that it tells a position at all
	events  []float64 // the reader's probabilities of Events
	spoken  float64   // 1 where a statement covers any of it
	under   []above   // by issue
}

// Floor is the probability from which on something is a candidate.
const Floor = 0.1

// Read judges all sentences that the reader has read, on all issues. Candidates
// come in order of sentence, then of Issues.
func (j *Judge) Read(d *stages.Document) (all []Candidate) {
	read := j.sentences(d)
	reader, subject := means(read, readerOf), means(read, subjectOf)
	for i, s := range read {
		if s == nil {
			continue
		}
		for k := range Issues {
			p := j.model[Tells].Probabilities(tells(s, k, reader(i, k), subject(i, k)))[1]
			if p < Floor {
				continue
			}
			c := Candidate{Sentence: i, Issue: Issues[k], P: p, Stances: j.model[Attitude].Probabilities(attitude(d, s, i, k))}
			for _, h := range s.hits {
				if h.Class == k {
					c.Hits = append(c.Hits, h)
				}
			}
			all = append(all, c)
		}
	}
	return all
}

// Features are what the parts are given of one sentence and issue, for training.
type Features struct {
	Sentence, Issue int
	Of              map[Part][]float64
}

// Each yields the features of all sentences that the reader has read, with all
// issues, in the order of Read.
func (j *Judge) Each(d *stages.Document) iter.Seq[*Features] {
	return func(yield func(*Features) bool) {
		read := j.sentences(d)
		reader, subject := means(read, readerOf), means(read, subjectOf)
		for i, s := range read {
			for k := range Issues {
				if s == nil {
					break
				}
				f := &Features{i, k, map[Part][]float64{
					Subject: j.subjectOf(s.hits), Wording: j.wordingOf(d, i),
					Tells: tells(s, k, reader(i, k), subject(i, k)), Attitude: attitude(d, s, i, k),
				}}
				if !yield(f) {
					return
				}
			}
		}
	}
}

func readerOf(s *sentence) []float64  { return s.reader }
func subjectOf(s *sentence) []float64 { return s.subject }

// sentences is what is known of each sentence, nil of those that the reader has
// not read.
func (j *Judge) sentences(d *stages.Document) []*sentence {
	all := make([]*sentence, len(d.Sentences))
	for i := range d.Sentences {
		if i >= len(d.Reading.Sentences) || !d.Reading.Sentences[i].Read {
			continue
		}
		s := &sentence{hits: j.issues.Find(d.Sentences[i].Tokens)}
		s.subject = j.model[Subject].Probabilities(j.subjectOf(s.hits))
		s.wording = j.model[Wording].Probabilities(j.wordingOf(d, i))
		s.read(&d.Reading.Sentences[i])
		s.climb(d.Sentences[i].Tokens, j.stances.Find(d.Sentences[i].Tokens), d.Reading.Sentences[i].Triggers)
		all[i] = s
	}
	for i := range d.Statements {
		for _, c := range d.Statements[i].Contents {
			if s := all[c.Sentence]; s != nil {
				s.spoken = 1
			}
		}
	}
	return all
}

// read takes over what the reader says.
func (s *sentence) read(r *stages.SentenceReading) {
	s.reader = make([]float64, len(Issues))
	none := 1.0
	for _, p := range r.Positions {
		for k, issue := range Issues {
			if issue == p.Issue {
				s.reader[k] = float64(p.P)
			}
		}
		none *= 1 - float64(p.P)
	}
	s.any = 1 - none
	s.events = make([]float64, len(Events))
	for i := range r.Triggers {
		t := &r.Triggers[i]
		for _, p := range t.Types {
			for k, e := range Events {
				if p.Label == e {
					s.events[k] = math.Max(s.events[k], float64(t.P*p.P))
				}
			}
		}
	}
}

// means gives, for a sentence and an issue, the mean over all other sentences.
func means(all []*sentence, of func(*sentence) []float64) func(i, k int) float64 {
	sum, n := make([]float64, len(Issues)), 0.0
	for _, s := range all {
		if s != nil {
			n++
			for k, v := range of(s) {
				sum[k] += v
			}
		}
	}
	return func(i, k int) float64 { return (sum[k] - of(all[i])[k]) / math.Max(1, n-1) }
}
