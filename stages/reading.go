package stages

// Reading is what the learned reader says of an article: probabilities, of which
// the stages that know the conflict make rows. The zero Reading says that no
// model has read.
type Reading struct {
	Model      string            // SHA-256 of the model's file, in hexadecimal; "" when none has read
	Thresholds Thresholds        // that go with the model
	Sentences  []SentenceReading // parallel to Document.Sentences
}

// Thresholds are probabilities from which on an answer counts as yes.
type Thresholds struct {
	Event, Cue, Talks, Background, Issue float32

	// An arc counts from the larger of ArcLeast and ArcShare times the likeliest
	// arc's probability.
	ArcLeast, ArcShare float32
}

// SentenceReading is what the reader says of a sentence and of its words. What
// follows the first 122 word pieces of a sentence is not read.
type SentenceReading struct {
	Read      bool       // false when the sentence was left out; the rest is then empty
	Triggers  []Trigger  // words that may tell an event, in order; far more than those above the threshold
	Cues      []Cue      // words that may introduce a statement, in order; likewise
	Talks     float32    // probability that it is about peace talks
	Attitude  [3]float32 // if it is, probabilities that it takes them badly, neither way, well
	Positions []Position // issues on which it may tell a position, in the model's order; far more than those above the threshold
	Holder    Arcs       // to those whose positions they are
}

// Place is a token of the document.
type Place struct{ Sentence, Token int32 }

// Probable is a class and its probability.
type Probable struct {
	Label string
	P     float32
}

// Trigger is a word that may tell an event.
type Trigger struct {
	Token      int32
	P          float32    // that it tells an event at all
	Types      []Probable // if it does, its PLOVER type: those of at least 0.02, the likeliest first
	Source     Arcs       // to those who act
	Target     Arcs       // to those who are acted upon
	Same       Arcs       // to the trigger that told the same event earlier
	Status     []Probable // happened, ongoing, planned or denied, the likeliest first
	Background float32    // probability that the event is told as background of the news
}

// Cue is a word that may introduce a statement ("said"), or the first word of a
// quotation that nothing introduces.
type Cue struct {
	Token      int32
	P          float32 // that it is either
	Quotation  float32 // if it is, that it is the second
	Speaker    Arcs
	Begin, End Arcs // first and last word of what is said
}

// Position is an issue of the negotiations on which a sentence may tell where
// somebody stands.
type Position struct {
	Issue   string
	P       float32
	Stances []Probable // if it does: demands, offers, accepts, rejects or conditional, the likeliest first
}

// Arcs tells to which words something belongs: a distribution over the words
// around and "nowhere".
type Arcs struct {
	To      []Arc // those of at least 0.01, in order of place
	Nowhere float32
}

// Arc leads to a word.
type Arc struct {
	Place
	P float32
}

// Chosen returns the arcs that count, in order of place: none when nowhere is
// likelier than all words together, else the likeliest and those near to it.
func (a Arcs) Chosen(t Thresholds) []Arc {
	if a.Nowhere > 0.5 {
		return nil
	}
	best := a.Best()
	var out []Arc
	for _, x := range a.To {
		if x.P >= max(t.ArcLeast, t.ArcShare*best.P) || x == best {
			out = append(out, x)
		}
	}
	return out
}

// Best is the likeliest arc, the first of several; the zero Arc when there is
// none.
func (a Arcs) Best() (best Arc) {
	for _, x := range a.To {
		if x.P > best.P {
			best = x
		}
	}
	return best
}
