// Package page writes index.html: all charts on one page, each with the query
// that yields its numbers and the sentences that it counts.
//
// It reads the index of the charts and their PNGs as the stage charts left
// them; of the tables articles, sentences, statements, figures, events, actors
// and rejects. The page is one file that opens from the disk: pictures, style
// and script are inside, it asks the network for nothing, and works on a
// phone.
//
// # Evidence
//
// Of the rows behind a chart the page shows at most 200, spread evenly over
// what the chart compares: the most recent statements of each speaker, events
// of each type, figures of each quantity; of the attitudes the strongest for
// and against in each month. Each stands with its sentence, its words marked,
// its article and its date; how many there are in all is said beside it.
//
// # Hostile text
//
// The articles' text is other people's. html/template escapes it, a content
// security policy admits no script and no style but our own by their hashes,
// and long sentences are cut around the words that count.
//
// # Memory
//
// Tables are read as streams. What is kept are the dates of articles and the
// rows that are shown.
//
// # Known failures
//
// The consultations behind the timeline of talks include those of pairs that
// the chart has no room for. A statement that runs over several sentences is
// shown with its first one.
package page
