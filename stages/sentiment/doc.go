// Package sentiment is the stage that finds the attitude to the talks.
//
// In: sentences with their tokens, mentions of actors, statements. Out: two
// lists of attitudes, parallel to Document.Sentences and Document.Statements:
// whether each is about the talks and, if so, a score from -1 (refusal, deadlock,
// bad faith) to +1 (progress, readiness, praise), whose attitude it is, and the
// words that say so.
//
// Whether a sentence is about the talks (about.go, parties.go) is read off
// talks_terms.tsv. Some words suffice by themselves ("ceasefire"), negotiations do
// unless they are on another matter ("with the bank on a loan"). Others need
// company: "talks" counts where both sides of the conflict or a party to one takes
// part, where its purpose stands beside it, or in an article on the talks.
// Meetings count where the sides meet, terms of a settlement next to sentences
// that are about the talks or where a side asks for them. Talks with third parties
// and past world wars are out; those of a side with the states that back the other
// one, which the profile names, are in. In an article on the talks a speaker is
// taken to keep to them for some sentences after naming them (statements.go).
//
// The score (attitude.go) adds up cues: phrases of attitude.tsv, which speak by
// themselves ("deadlock"), and of predicates.tsv, which do only where a word on
// talks is in the tree, or by its place, their subject or object or what they
// describe (bind.go: "stop the talks", "the talks stopped"). An act of will counts
// little where its object is no matter of talks ("refused to send tanks"), and so
// does what nothing joins to them (concern.go). A negation turns a cue, on its own
// verb or on one whose complement that is; what is only possible, asked for,
// attempted, supposed or a goal counts less; what lies in the subject or object of
// a denial or refusal is not so ("hopes of peace have faded", "sees no sign that
// they are ready") (scope.go); the main part of a contrast ("but", "although")
// counts more (contrast.go); words far from any word on
// talks count less, and a small sum is neutral. War by itself says nothing of the
// talks: its vocabulary as such is not in the lexicon.
//
// The holder (holder.go) is the speaker of the statement that the sentence gives,
// of nested ones the innermost; without one, the party that refuses, offers or
// accuses; else the article.
//
// Known failures: irony; praise or blame in images and by allusion; what a
// neutral report tells of past progress or of what others hope; assessments that need knowledge of the terms themselves;
// "talks" of other parties in an article on peace talks; a speaker who leaves the
// subject without a word that shows it; two attitudes of two parties in a
// sentence, which give one sum.
//
// Sources: see the headers of the data files.
package sentiment
