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
// Fill (parties.go): the reader leads from a trigger to the words of its source and
// target. Words are joined into phrases, and the phrases made actors: by the
// mention that covers their head, by who a noun introduces or belongs to
// ("Peruvian envoys", "leaders of the parliament of Peru"), by who speaks ("we").
// An actor to whom several words lead counts by all of them. Who is no known actor
// stands in source_text and target_text alone.
//
// Resolve: dates.go gives an event the time that hangs on its clause, or on one
// that governs it and takes place with it; the day of the statement that it is;
// or, where the article tells it as its news, the day of that news. place.go finds
// where, talks.go and talkwords.go of a meeting its level, form and round.
//
// Merge (merge.go): mentions of one event are one row, its fullest: those that the
// reader joins, and those of one type between the same parties of which nothing
// tells that they are two.
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
