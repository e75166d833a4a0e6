// Package events is the stage that finds who did what to whom.
//
// In: sentences with their tokens, the mentions of actors, the statements. Out:
// Document.Events, one row for each distinct event that the article reports.
//
// The method has these steps. The lexicon (lexicon.go, inflect.go)
// knows the words that tell of an event: verbs in all their forms, nouns, and
// phrases with gaps. match.go finds them in a sentence and decides whether an
// ambiguous form such as "attack" is a verb there. slots.go looks for the
// parties: the subject to the left of a verb, the object and the prepositions to
// its right, the possessor of a noun; a passive turns the two around. With
// subject.go and nounphrase.go it works on word order and mentions alone; a
// parser replaces these three files and nothing else.
// status.go tells what happened from what is planned, goes on, failed or is only
// imagined; the latter makes no row. date.go and place.go read the event's own
// time and place. merge.go keeps each event once, at its fullest mention.
//
// intent.go turns what somebody announces to do into an agreement or a threat;
// answer.go finds whom an act of words answers; news.go dates what has no time
// of its own by the statement that it is or stands in, or, in the simple past,
// by the day that the article's lead names.
//
// talks.go and talkwords.go tell of a meeting its level, its form and which round
// of talks it is, by words that depend on the trigger and by the parties' roles.
//
// A slot that the text does not fill stays empty; so does the date. Nothing is
// taken over from the article's own date unless the lead names that day. Two
// things are known beyond the sentence: a city that is attacked belongs to its country, and in a conflict of
// two sides the invasion by one is an invasion of the other.
//
// Known failures: a party named in another sentence only; subjects far from
// their verb; participles that stand alone ("the town, besieged since March");
// events told by words that the lexicon does not hold.
//
// Sources: the PLOVER code book for the types and CAMEO for the roots; see the
// headers of the data files.
package events
