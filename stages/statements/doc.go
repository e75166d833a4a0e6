// Package statements is the stage that finds who said what.
//
// In come the sentences with their tokens, trees and clauses, the quotations, the
// mentions of actors and what the learned reader says; out goes one row for each
// content that the article attributes under one cue: "said", "has accused",
// "according to", a label with a colon, or no cue at all where a quotation goes on.
// Without a model only labels and names below a quotation are found.
//
// The reader decides what is a cue and leads from it to the speaker and to the
// first and last word of the content. Rules make that exact, and go on where it
// does not look: over long quotations, and to who is meant.
//
// Detect (cues.go, labels.go, turns.go): the cues of which the reader is sure enough;
// labels with a colon, turns of interviews, names below or behind a quotation.
//
// Fill:
//   - contents.go: first and last word of a content that fit together; between its
//     quotation marks, without cue and speaker, without what stands under another
//     cue. Direct, indirect or mixed.
//   - quotations.go: quotations that go on without a cue.
//   - speaker.go: the noun phrase that the reader leads to, its actor, those who
//     speak with him, and the author of a statement or report.
//
// Resolve:
//   - antecedents.go: pronouns, offices ("the Russian minister"), "I" and "we".
//   - when.go, frames.go, dating.go: days in the text, what day each sentence
//     tells of, and the day of each statement.
//
// Merge (statements.go): order, repetitions, medium and outlet; the rows, with the
// tokens of cue, speaker and contents. What these steps look at is in units.go (a
// unit is a sentence, or several that a quotation holds together, with each
// quotation as one item).
//
// The day of a statement is the first of these that the text gives: the day at
// its cue; that of a meeting or another frame in its own sentence; that of the
// last statement of the same speaker, a few sentences before; that of a meeting
// whose sentence names the speaker, or that "after the talks" and "both leaders"
// refer to; and for a person in the simple past that of the article's news, if
// its dateline or its first sentences give one day and it is that of publication
// or the day before. Times are those of language/times. There is no day for "had
// said", "would say" and "has repeatedly said", nor where another time is told:
// last month, in March, earlier. What a time only bounds ("since October") or
// describes ("the report released last week") is no other time.
//
// Confidence is the reader's, raised for direct speech and lowered for speakers that
// this stage resolved.
//
// Known failures: cues that are a whole phrase ("cast doubt on", "gave his backing
// to"); an indirect content that ends before its sentence does, with the writer's
// own words behind it; two persons of one gender between whom only sense can
// choose; descriptions of somebody who is named only later.
//
// Whether rules or the reader decide was measured on the coded articles that the
// reader was not trained on: what 3,000 lines of rules for reporting verbs and their
// frames found beside it was right in six of ten, and one in forty of all.
//
// Sources: the kinds of attribution are those of PARC and PolNeAR, cut to what was
// communicated.
package statements
