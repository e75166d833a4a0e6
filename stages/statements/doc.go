// Package statements is the stage that finds who said what.
//
// In come the sentences with their tokens, the quotations, the mentions of actors
// and the reading of the learned reader; out goes one row for each content that the article attributes under one
// cue: "said", "has accused", "according to", a label with a colon, or no cue at
// all where a quotation goes on or a name stands below it.
//
// The method sees words and a few closed classes of them (words.tsv), the verbs
// that report with what may follow them (cues.tsv), quotations, clauses, and the
// parse. Quotations cut sentences up, and the parser is wrong in one arc of six, so
// that words and clauses are weighed against each other: the clause speaks where
// the words find nothing or something that cannot be, and says how far a phrase
// goes.
//
// What the other steps look at is in units.go (a unit is a sentence, or several
// that a quotation holds together, with each quotation as one item) and phrases.go
// (noun phrases by the shapes of words, and the way from items to the tree).
//
// Detect:
//   - verbs.go: reporting verbs with their auxiliaries, told from nouns and
//     participles of the same form.
//   - unlisted.go: verbs in no list that introduce a quotation (demurred: "...") or
//     that one hangs on (thanked them for "...").
//   - attributions.go: according to X; his claim that.
//   - turns.go: the turns of an interview, quotations that a name signs;
//   - layout.go: labels with a colon, transcripts, pull-quotes, quotations that go
//     on without a cue, and speech within quotations.
//
// Fill:
//   - subjects.go, subjectbefore.go, subjectclause.go: the subject of each verb,
//     over apposition, relative clause and coordination; that of "..., adding" and
//     "and said" is the subject before; and what its clause says of it.
//   - adjuncts.go, complement.go: what follows the verb: somebody addressed, when
//     and where, and then what was said.
//   - fill.go: whether the content stands before the cue ("...", X said or said X),
//     behind it, or on both sides.
//   - content.go, ends.go: where the content begins and ends, what is cut in two by
//     its cue, and whether it is direct, indirect or mixed.
//
// What the rules do not find the learned reader adds (learned.go): statements under
// cues that no list holds, and speakers whom no rule knows.
//
// Resolve:
//   - speaker.go, antecedents.go: the actor behind the subject's head; pronouns,
//     offices ("the Russian minister") and joint speakers.
//   - when.go, frames.go, dating.go: days in the text, what day each sentence
//     tells of, and the day of each statement.
//
// Merge (statements.go): order, repetitions, medium and outlet; the rows, with the
// tokens of cue, speaker and contents.
//
// Speech within a quotation is found too when its speaker is named or "I".
// Thoughts and wishes are none, nor is what somebody did not say.
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
// Confidence is the weight of the cue, raised for direct speech and lowered for
// conditionals, for speakers that this stage resolved and for speech within
// speech.
//
// Known failures: nouns that attribute without an owner, or with two verbs
// behind them; "for X,"; "X, in whose view"; "which called for"; an invitation or
// a letter written before the day of the news; two persons of one gender between
// whom only sense can choose; a subject cut from its verb by an insertion with a
// verb of its own; an indirect content that ends before its sentence does, with
// the writer's own words behind it, but for the commonest: the parser joins a last
// clause to the cue or to the content about as often wrongly as not; clauses
// without "that" after verbs that are not in cues.tsv; descriptions of somebody who
// is named only later.
//
// Sources: the frames follow the descriptions of reporting verbs in grammars of
// English (Quirk et al., A Comprehensive Grammar, ch. 14 and 16); the kinds of
// attribution are those of PARC and PolNeAR, cut to what was communicated.
package statements
