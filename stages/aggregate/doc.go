// Package aggregate counts the rows of the articles into metrics.
//
// It reads articles, actors, statements, sentences, events, figures and
// positions and writes statement_frequency, talks_sentiment, event_counts,
// figure_series and position_ledger,
// each by day, by ISO 8601 week (from its Monday) and by month.
//
// # What counts
//
// An article that copies another (duplicate_of is set) is not counted, so a
// wire story printed in ten papers is one story. The columns called articles
// say how far it went: they count each original with all its copies.
//
// A statement that its article prints twice (repeat_of is one of the same
// article), as a pull-quote and in the body, counts once. One that repeats
// another article's counts: these are reports, not utterances.
//
// An article counts in the periods that its date is exact enough for: one
// dated to the month counts in months only, one dated to the year or not at
// all counts nowhere. So the months may hold more than their days add up to.
//
// Events are placed by their own date where the text gives one, under the same
// rule: an event of "March" counts in its month, and in no day or week, rather
// than on the day when somebody wrote of it. Events without a date are placed
// by the article's. Denied and failed events are left out.
//
// The column events counts reports: one meeting in five original articles is
// five. The column stories counts it once, where its fullest report stands, so
// that stories add up over periods and dyads as events do.
//
// An event counts once for each pair of a source's side and a target's side,
// so events add up to dyads and may be fewer than their sum. A mutual event
// has all its parties as sources and no target (a round of talks, a call, an
// agreement, fighting); it counts once for each pair of its parties' sides, in
// alphabetical order. Other types without a target count towards "none": two
// states that impose sanctions together do nothing to each other.
//
// Figures count when they hold a number and are claims of fact: projected and
// hypothetical ones are left out. The median is of the values, of a range its
// middle; a figure with one bound only ("thousands") moves low or high and not
// the median. A series never mixes what is counted, whose it is, or totals with
// the numbers of a day: Norlandish soldiers killed so far, those killed on
// Tuesday, and civilians killed are three. Where a sentence does not tell, the
// figure is in a series of its own, "any", and not in the others. The side
// counted comes from figures.counted_country and the sides of the actors.
// Places are brought to one spelling (lexicon.Spellings); the agencies of the
// United Nations claim as one (blocs.tsv).
//
// The ledger of positions (ledger.go) holds for each actor and side, issue and
// point which stance most articles of a period tell. A change is acceptance or
// offer against refusal of the same content, told in the holder's own words or in
// two articles on both of its ends.
//
// # Uncertainty
//
// The mean of talks_sentiment is over sentences. Its interval is a percentile
// bootstrap over articles, because the sentences of one article are alike:
// articles, each with its sum and number of sentences, are drawn with
// replacement 1,000 times. The generator is seeded with the cell's key, so the
// same rows give the same interval on every machine. With two articles the
// interval is the span between them; read it with the number beside it.
//
// # Memory
//
// Rows are streamed. What stays is a record for every dated original, one for
// every actor, and the cells. Tables come in the order of article ids, so a
// cell counts articles by remembering the last one.
//
// # Known failures
//
// Two towns of one name are one place.
package aggregate
