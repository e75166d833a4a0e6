// Package sentiment is the stage that finds the attitude to the talks.
//
// In: sentences with their tokens, mentions of actors, statements. Out: two
// lists of attitudes, parallel to Document.Sentences and Document.Statements:
// whether each is about the talks and, if so, a score from -1 (refusal, deadlock,
// bad faith) to +1 (progress, readiness, praise), whose attitude it is, and the
// words that say so.
//
// Whether a sentence is about the talks (about.go) is read off talks_terms.tsv.
// Some words suffice by themselves ("ceasefire"). Others need company: "talks"
// counts where both sides of the conflict take part, where its purpose stands
// beside it, or in an article on the talks. Terms of a settlement count next to
// sentences that are about the talks, and so does the rest of a short speech on
// them. Talks of another kind are barred.
//
// The score (attitude.go) adds up the phrases of attitude.tsv. A negation turns
// them; what is only possible counts less; the main part of a contrast ("but",
// "although") counts more; words far from any word on talks count less. War by
// itself says nothing of the talks: none of its vocabulary is in the lexicon.
//
// Known failures: irony; praise or blame in images ("a bridge too far");
// assessments that need knowledge of the terms themselves; "talks" of other
// parties in an article on peace talks.
//
// Sources: see the headers of the data files.
package sentiment
