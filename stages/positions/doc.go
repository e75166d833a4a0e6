// Package positions is the stage that finds who wants, offers, accepts or refuses
// what in the settlement of a conflict.
//
// In: sentences with their trees and clauses, the reading of the learned reader,
// mentions, statements, events. Out: Document.Positions, one row a sentence,
// issue and holder. Without a model there are none.
//
// # Method
//
// Detect (package candidates): the reader says how likely a sentence tells a
// position on each of 19 issues and with which stance; small regressions join
// that with words of the issues, events and moods of the sentence, and with what
// the rest of the article is about. Those count of which they are sure enough.
//
// Fill: content.go finds the words of what is wanted: from a word of the issue up
// to the last one below the verb that takes the position or reports it; and the
// words of a condition. holder.go finds whose position it is: to whom the reader
// leads, else who speaks, else who does the act; and towards whom it is taken.
//
// Resolve: a position is dated by its statement, else by its event; a profile's
// issues whose words the content has are its point.
//
// answers.go ties what accepts or refuses to what was asked before.
//
// # Known failures
//
// Of the positions that two readers agree on, less than half are found, and of
// what is found three in five are coded so. A sentence that continues a demand of
// the one before, without a word of the issue. Holders that only a role names.
//
// # Sources
//
// The issues and stances: docs/codebook.md. Headings: headings.tsv.
package positions
