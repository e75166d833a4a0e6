package stages

import "slices"

// Clause is one predicate of a sentence with what the sentence says of it: who
// does it to whom, when, whether it took place, and by whose word. A verb makes
// one, so does a noun or adjective with a copula, a noun that means an act
// ("invasion", "talks"), and a participle before its noun.
//
// Tokens are indexes into the sentence's tokens, -1 for none. Parties are the
// heads of noun phrases, one for each of those that are joined ("Peru and
// Chile"); a relative pronoun is resolved to its noun, any other stands as it
// is. Lists may be shared between clauses: they are only read.
type Clause struct {
	Predicate int16 // token of the verb, of the predicate noun or adjective, or of the event noun
	Kind      ClauseKind
	Support   int16  // token of the copula, or of the verb that carries an event noun: "held" talks, talks "took place"
	Lemma     string // of the verb, with its particle: "call off"; of an event noun the verb that it comes from: "invade"
	Passive   bool   // the form is passive; Agents and Patients are those of the meaning

	Agents     []int16 // logical subjects
	Patients   []int16 // logical objects
	Recipients []int16 // indirect objects: "gave them"
	Obliques   []Oblique
	Modifiers  []int16 // names and adjectives right before an event noun, of which the form does not say whether they do it or suffer it: "the Kabul attack"

	Tense      Tense
	Aspect     Aspect
	Modality   Modality
	Negated    bool
	Factuality Factuality

	Governor int16       // index of the clause of which this is a complement, object or circumstance, -1
	Under    Attribution // whose word it is
	Times    []int16     // first tokens of the time expressions that hang on it
}

// ClauseAt is the clause of a sentence whose predicate a token is, nil for none.
func ClauseAt(clauses []Clause, token int) *Clause {
	i, ok := slices.BinarySearchFunc(clauses, token, func(c Clause, t int) int { return int(c.Predicate) - t })
	if !ok {
		return nil
	}
	return &clauses[i]
}

// Subject is the token that the form makes the subject, -1 for none: who does it
// or, of a passive, to whom it is done.
func (c *Clause) Subject() int {
	who := c.Agents
	switch {
	case c.Passive && len(c.Recipients) > 0 && len(c.Patients) > 0:
		who = c.Recipients // "were given arms"
	case c.Passive:
		who = c.Patients
	}
	if len(who) == 0 {
		return -1
	}
	return int(who[0])
}

// Oblique is a prepositional phrase of a predicate.
type Oblique struct {
	Prep  int16 // token of the preposition, the first of "in front of"
	Heads []int16
}

// Attribution is the speech that a clause stands under.
type Attribution struct {
	Clause  int16   // index of the clause of the verb or noun of speech, -1 where there is none, as with "according to"
	Sources []int16 // tokens of who says so; empty where nobody is named
}

// ClauseKind is the part of speech of a predicate.
type ClauseKind uint8

// The kinds.
const (
	Verbal     ClauseKind = iota // attacked
	Predicated                   // was ready, is a member
	Nominal                      // the attack, talks
	Attributed                   // the besieged town: a participle before its noun
)

// Tense is the tense of a clause; of an event noun that of its support.
type Tense uint8

// The tenses.
const (
	NoTense Tense = iota // an infinitive, a participle, a noun
	Past
	Present
	Future // will, is going to, is to
)

// Aspect is the aspect of a clause, a set.
type Aspect uint8

// The aspects; neither is the simple one.
const (
	Perfect Aspect = 1 << iota
	Progressive
)

// Modality is what a modal verb says.
type Modality uint8

// The modalities. "Will" is a tense.
const (
	NoModality Modality = iota
	Possible            // can, may, might, could
	Necessary           // must, should, ought to, has to
	Would
)

// Factuality is whether what a clause tells took place, in the eyes of whoever
// tells it: the writer, or who is quoted. After the scheme of FactBank (Saurí and
// Pustejovsky 2009, 2012), whose values are fact, counterfact and, in steps,
// what is less sure; what is less sure is told apart here by its ground.
type Factuality uint8

// The values.
const (
	Happened    Factuality = iota // took place, or is so
	Ongoing                       // goes on, or is so now
	Planned                       // is to take place: announced, agreed, expected
	Denied                        // did not take place, or was refused, prevented, called off
	AskedFor                      // is wanted: demanded, proposed, hoped for
	Feared                        // is threatened, or feared by somebody
	Conditional                   // is possible, or so under a condition, or asked
	Generic                       // is a habit or a kind, no single event
)

var factualities = [...]string{"happened", "ongoing", "planned", "denied", "asked_for", "feared", "conditional", "generic"}

func (f Factuality) String() string { return namesOf(factualities[:], int(f)) }

// ParseFactuality is the value that is written so.
func ParseFactuality(s string) (f Factuality, ok bool) {
	for i, n := range factualities {
		if n == s {
			return Factuality(i), true
		}
	}
	return 0, false
}
