// Package times reads the times in a text: "24 February", "late Monday", "two
// weeks ago", "March 10-11", "the following day", "Day 26". It is the one place
// that does, and is no stage: stages ask it for the times of a sentence and
// attach them to what they find.
//
// In: the tokens of a sentence, tagged or not. Out: expressions (Read), each
// with its tokens, its kind in terms of TIMEX3 (ISO 24617-1), what it names, how
// exactly, and on which side of it something lies by the preposition before it.
// Resolve then places one on the calendar, given the day of publication, the
// day that the text named last, the first day of the war, and whether the
// clause speaks of the future.
//
// # The grammar
//
// time-rules.tsv holds it, one rule a line: a pattern of words and classes of words
// (time-words.tsv), what it means, and an example that runs as a test. The longest
// match at a place counts. Some rules are there to find what is no time: ages,
// "Bloody Sunday", "on a Saturday". Names of days stand in feasts.tsv. What a
// number is can be seen of it (numbers.go). Two expressions that tell one time
// are then joined (join.go): "Monday, 7 March", "from 28 February to 3 March".
//
// # Resolution
//
// A day and month without a year are the latest that do not lie after
// publication (with one day of grace for time zones), or where the clause speaks
// of the future the next; a bare month, a holiday and a day of the month
// likewise. A weekday is the last one, publication's own day included, or the
// next one where the clause speaks of the future. What only bounds a clause
// ("before 20 March") is the nearest on either side. "Last Tuesday" is the one
// before today, "next Tuesday" the one after today, "this Tuesday" that of this
// week. "Two days later" counts from the day last named, "two days ago" from
// publication. Where publication is known to the month or year, what needs more
// is left out.
//
// TenseAt tells by the words around a time whether its clause speaks of the
// future, for callers that know nothing better.
//
// # Known failures
//
// "Two days after the raid" needs the day of the raid and is left vague. "In two
// weeks" is taken for a duration. Days in two figures (5/12) are not read: they
// are a fraction or a score as often. "Last night" is the day before. Weeks
// begin on Monday. Dates of another calendar, and days of the moon, are not
// known.
package times
