// Package events is the stage that finds who did what to whom.
//
// In: sentences with their tokens and trees, the mentions of actors, the
// statements. Out: Document.Events, one row for each distinct event that the
// article reports.
//
// The method has these steps. The lexicon (lexicon.go, inflect.go) knows the
// words that tell of an event: verbs in all their forms, nouns, and phrases with
// gaps, and which roles fill source and target. mend.go, mendsubject.go and mendverb.go first put right what
// the parser gets wrong most in news. match.go finds the words in a sentence and
// asks the tree whether they belong together. slots.go fills the roles: object.go
// what the verb governs, attach.go what hangs on a trigger by a preposition or
// owns it, subject.go who does it, with control, coordination and participles.
// party.go turns the noun that fills a role into actors: a name, who acts for
// one ("Spain's army"), or what is of one where that will do ("Spanish cities"),
// with owner.go and pronoun.go. status.go and mood.go climb the tree and tell
// what happened from what is planned, goes on, failed or is only imagined; the
// latter makes no row. when.go gives each time of language/times to what it
// hangs on; place.go finds the place. merge.go keeps each event once, at its
// fullest mention.
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
// taken over from the article's own date unless the lead names that day. Known
// beyond the sentence are these: a city that is attacked belongs to its country;
// in a conflict of two sides a hostile act that names nobody is directed at the
// other side where that is named near; and the invasion by one of them began on
// the day on which the profile says that the conflict did.
//
// Known failures: a party named in another sentence only; adjectives of
// countries that the article does not name as actors; subjects of verbs that the
// parser has taken for nouns; events told by words that the lexicon does not
// hold; reported speech whose reporter is left out.
//
// Sources: the PLOVER code book for the types and CAMEO for the roots; see the
// headers of the data files.
package events
