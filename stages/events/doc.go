// Package events is the stage that finds who did what to whom.
//
// In: sentences with their trees and clauses, the reading of the learned reader,
// the mentions of actors, the statements. Out: Document.Events, one row for each
// distinct event that the article reports. Without a model there are none.
//
// # Method
//
// Detect (events.go): the reader says which words tell an event, of which PLOVER
// type, whether it happened, and whether it is told as background; those count of
// which it is sure enough.
//
// Fill (candidates.go, parties.go): who may be a party are those to whose words the
// reading leads from the trigger, those whom its clause and the clauses above name,
// who speaks, the parties of events before, and who else was just named. Words are
// made actors by the mention that covers their head, by who a noun introduces or
// belongs to ("Peruvian envoys", "leaders of the parliament of Peru"), by who
// speaks ("we"). Each candidate is then chosen or not for each role. Who is no known
// actor stands in source_text and target_text alone.
//
// Resolve: dates.go gives an event the likeliest time of its sentence, the sentences
// around and the article's lead, and then the date of another mention that is
// likely the same event. place.go finds where, talks.go and talkwords.go of a meeting
// its level, form and round.
//
// Merge (merge.go): mentions of one type that are likely one event are one row,
// the fullest of them with the surest date.
//
// What is chosen and what is the same is learned (choices.go): logistic regression
// over features that hold or not, whose weights.tsv scripts/train/choices makes.
// Of those chosen 75 to 80 in a hundred are right on articles not learned from,
// and so are those merged.
//
// # Known failures
//
// Parties that only a role or a pronoun names and that the actors stage does not
// resolve; groups without a name (protesters, rebels). Several events of a sentence
// lend each other parties. The reader finds half of what two people agree on, and
// of what it finds six in ten are coded so.
//
// # Sources
//
// The PLOVER code book for the types and CAMEO for the roots; see the headers of
// the data files. docs/model.md tells of the reader.
package events
