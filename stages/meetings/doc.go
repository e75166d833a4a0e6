// Package meetings finds the meetings, calls and rounds of talks that articles
// tell of, each once.
//
// It has two stages. The first reads an article: in come its tellings of
// events, clauses, mentions and the reading; out goes a MeetingReport for each
// meeting that it tells of, however often it does. The second joins the reports of
// all articles to meetings.
//
// # In an article
//
//   - Detect (tellings.go): each place that tells of a consultation, with its
//     parties, place and how it is named.
//   - Join (same.go): which of them are of one meeting, by what has been learned
//     of pairs: parties, days and places that agree, the reading's own link,
//     "the talks" against "a meeting".
//   - Choose (keep.go): whether they tell of a meeting on the conflict at all.
//     An interview, a visit to the front or a session of one government is none.
//   - Fill (meetings.go, place.go, outcome.go): day, place, level, form, status and
//     outcome, from all tellings together.
//
// What is learned are logistic regressions over a few dozen features that can be
// read in weights.tsv; scripts/train/meetings makes them.
//
// # Over articles
//
// Two reports are of one meeting (thing.go) when the parties of one are among
// those of the other, a state standing for its officials, and no day, place, form
// or round of the one contradicts the other's. A report without a day belongs to
// the days before its article. A meeting that was planned and that a later report
// tells as held was held. The joining itself is package linking's.
//
// # Known failures
//
// Two meetings of the same parties on one day are one, where no report tells them
// apart. A visit with several meetings is one meeting. Reports of a meeting
// without a day in articles that came out far apart are several.
package meetings
