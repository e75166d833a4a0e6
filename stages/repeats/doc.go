// Package repeats finds the same words of the same speaker in several articles.
//
// It reads articles and statements and writes statements again, with repeat_of
// filled where a quotation was printed before by another article. So reports
// and utterances can both be counted: every row is a report, and the rows whose
// repeat_of is null are what was uttered.
//
// # What is the same
//
// Direct and mixed quotations with at least five words between quotation marks,
// when those words are the same but for case and punctuation. Fewer words can
// be said twice by chance. Of a mixed statement only the quoted words are
// compared, since each article puts its own words around them.
//
// The speaker must be the same. A quotation whose speaker is not known belongs
// to the only known speaker of its words; where several known speakers have
// them, each goes by himself and so does the unknown one.
//
// # Which is the first
//
// That of the article with the earliest date, and of those the one with the
// lowest id. An article dated to a month or a year counts from its last day,
// one without a date comes last. A copy of a story (duplicate_of is set) is no
// original of what the story itself holds.
//
// A row that repeats an earlier one of its own article keeps that; a row in the
// same article as the first is not marked.
//
// # Memory
//
// The table is read three times. The first time it leaves a hash of 64 bits for
// each quotation, the second time the ids and dates of those whose hash came
// more than once, and the third time the rows are written. That two different
// quotations of ten million share a hash has a chance of about 3 in a million.
//
// # Known failures
//
// A quotation that one article cuts short is not found in the one that has it
// whole, nor is a translation of the same words. Of a mixed statement the words
// between single marks are not seen.
package repeats
