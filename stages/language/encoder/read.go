package encoder

// Reading is what a model says of an article.
type Reading struct {
	Words     []Word     // in order of place; words beyond the cut of a long sentence are missing
	Sentences []Sentence // in order; sentences without a word piece are missing
}

// Place is where a word begins.
type Place struct {
	Sentence int32 // number of the sentence
	Start    int32 // its byte
}

// Word tells what a word may be.
type Word struct {
	Place
	Events  []float32 // probabilities of none and of each label of Labels.Events
	Cues    []float32 // probabilities of none and of each label of Labels.Cues
	Trigger *Trigger  // nil unless the probability of an event is above the floor
	Cue     *Cue      // nil unless the probability of a cue is above the floor
}

// Trigger is what belongs to a word that tells an event.
type Trigger struct {
	Source, Target Arcs
	Same           Arcs      // to an earlier mention of the same event
	Status         []float32 // probabilities of Labels.Status
	Background     float32   // probability that the event is told as background
}

// Cue is what belongs to a word that introduces a statement, or to the first
// word of a quotation that nothing introduces.
type Cue struct {
	Speaker    Arcs
	Begin, End Arcs // first and last word of the content
}

// Arcs is a distribution over the words of a window and "nowhere".
type Arcs struct {
	To      []Arc // those of at least arcFloor, in order of place
	Nowhere float32
}

// Arc leads to a word.
type Arc struct {
	Place
	P float32
}

// Sentence tells what a sentence is about.
type Sentence struct {
	Sentence int32
	Attitude []float32 // probabilities of Labels.Attitudes
	Issues   []float32 // probability of each of Labels.Issues
	Stances  []float32 // of each issue, were it one, the probabilities of Labels.Stances
	Holder   Arcs      // of its positions; empty unless an issue is above the floor
}

// Floors are the probabilities above which arcs are looked for.
type Floors struct{ Event, Cue, Issue float32 }

// Read reads the sentences of an article.
func (m *Model) Read(sentences []string, f Floors) *Reading {
	s := m.take()
	defer m.give(s)
	pieces := make([][]piece, len(sentences))
	s.pieceBuf = s.pieceBuf[:0]
	for i, text := range sentences {
		n := len(s.pieceBuf)
		s.pieceBuf = s.splitter.split(s.pieceBuf, text)
		pieces[i] = s.pieceBuf[n:len(s.pieceBuf):len(s.pieceBuf)]
	}
	r := &Reading{}
	m.windows(pieces, &s.window, func() {
		m.forward(s, s.window.ids)
		m.heads(s, &s.window, f, r)
	})
	return r
}
