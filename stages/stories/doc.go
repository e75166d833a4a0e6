// Package stories finds the reports of one event in several articles.
//
// It reads events, their sentences, articles and actors, and writes events
// again with story filled: all rows that report one event have the same, the
// event_id of the row that tells most of it. So both can be counted: every row
// is a report, and the rows whose story is their own event_id are the events.
//
// # What is the same
//
// Two rows of different articles are of one event when all of these hold.
//
//   - They are of one type, and both say that it happened or goes on, or both
//     that it is planned, or both that it did not happen.
//   - They give the same day. Where they give the same month or year only, the
//     parties and the place must be given and be equal.
//   - The parties of one are among those of the other, each side by itself, or
//     all together where they meet. A state stands for its officials and forces:
//     "Russia and Ukraine" for their ministers; of deeds of force it is the same
//     which of them did it. A side that is left out fits any, but they must have
//     a party in common, or be of an attack on one place.
//   - No place, form or round of the one contradicts the other's. A state is too
//     wide a place to contradict.
//   - What is left open by that agrees: what was said or asked is told apart by
//     the words of the sentence, since a spokesman accuses many times a day; so is
//     what has but one party. An attack needs the same place, or none in both and
//     the same word for it ("invasion"), or sentences that are alike.
//
// Copies of an article (duplicate_of is set) report the same events where their
// sentences are the same, dated or not.
//
// # No chains
//
// Rows are taken from the fullest to the barest. Each is compared with the first
// row of every story and with no other, so that likeness is not handed on from
// row to row. A row that fits two stories equally well joins neither: "an attack
// on Monday" does not say which. Rows of one article are not joined, since the
// stage events has told them apart, but for deeds of force that it told apart by
// who did them. The order does not depend on that of the inputs.
//
// # Memory
//
// For a row with a date, or in a copied article, some 250 bytes stay: ids as
// numbers and hashes of the sentence's longer words. No text stays.
//
// # Known failures
//
// Rows without a date stand alone. Two raids on one town on one day are one
// event. A day that one article gives in its own time zone and another in that of
// the place makes two.
package stories
