// Package sentiment is the stage that finds the attitude to the talks.
//
// In: sentences with their tokens, mentions of actors, statements. Out: two
// lists of attitudes, parallel to Document.Sentences and Document.Statements:
// whether each is about the talks and, if so, a score from -1 (refusal, deadlock,
// bad faith) to +1 (progress, readiness, praise), whose attitude it is, and the
// words that say so.
//
// Whether a sentence is about the talks (about.go) is read off talks_terms.tsv.
// Some words suffice by themselves ("ceasefire"), negotiations do unless they
// are on another matter ("with the bank on a loan"). Others need company: "talks"
// counts where both sides of the conflict or a party to one takes part, where
// its purpose stands beside it, or in an article on the talks. Meetings count
// where the sides meet, terms of a settlement next to sentences that are about
// the talks or where a side asks for them. Talks with third parties and past
// world wars are out. In an article on the talks a speaker is taken to keep to
// them for some sentences after naming them (statements.go).
//
// The score (attitude.go) adds up cues: phrases of attitude.tsv, which speak by
// themselves ("deadlock"), and of predicates.tsv, which do only where a word on
// talks is their subject or object ("stop the talks", "the talks stopped"). A
// negation turns a cue; what is only possible, or a goal, counts less; a denial
// or refusal undoes what it governs ("sees no sign that they are ready"); the
// main part of a contrast ("but", "although") counts more; words far from any
// word on talks count less, and a small sum is neutral. War by itself says
// nothing of the talks: none of its vocabulary is in the lexicon.
//
// The holder (holder.go) is the speaker of the statement that the sentence gives,
// of nested ones the innermost; without one, the party that refuses, offers or
// accuses; else the article.
//
// Known failures: irony; praise or blame in images; a negation behind its verb
// or far before it; assessments that need knowledge of the terms themselves;
// "talks" of other parties in an article on peace talks; a speaker who leaves the
// subject without a word that shows it; two attitudes of two parties in a
// sentence, which give one sum.
//
// Sources: see the headers of the data files.
package sentiment
