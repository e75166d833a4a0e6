// Package copies finds the copies of a story: the same page crawled twice, an
// agency's story printed by several papers, the first paragraphs of an article.
//
// In: the article's text; then, of all articles together, their sketches and
// dates. Out: the layer sketch; then of each article what it copies, how
// (exact or near) and how similar the two are.
//
// # Method
//
// An exact copy has the same words in the same order; case and marks do not
// count. For near copies a text is the set of its shingles, three words that
// follow one another, and its sketch is a MinHash signature of that set
// (Broder 1997): the share of equal values in two signatures estimates the
// Jaccard similarity of the sets, the shingles that both hold among those that
// either holds. With 128 values the standard error is 0.044 at most. Texts are
// compared only when two neighbouring values are equal (locality-sensitive
// hashing), so time grows with the number of texts and not with its square.
//
// A near copy has a similarity of 0.48, or two thirds of it come from its
// original: a reprint with a changed head and tail, with every tenth word
// changed, or cut short. The original
// is the earliest dated text, then the one whose source_uri is smallest; a text
// that is a part of a longer one of the same day copies that one, so that no
// sentence counts twice. A later text that contains an earlier one and adds
// more than as much again is a story of its own. What is copied is never a
// copy itself. The result does not depend on the order of the articles.
//
// Texts of fewer than 20 words are compared word for word only, and texts more
// than a week apart must be alike to 0.8, since bulletins that follow a pattern
// differ in little but their figures.
//
// # Cost
//
// A sketch takes 0.1 ms for 600 words. The comparison holds 256 bytes an
// article beside its names, and compares a text with at most 32 others a bucket.
//
// Measured with go test -v -run 'Corpus|Generated', which needs the corpus
// beside the repository: recall 0.986 at precision 1.000 on texts with heads and
// tails cut or changed, sentences dropped, quotes restyled and a tenth of the
// words changed, among other stories of the same days and follow-ups that repeat
// a third of a story. The same texts under two stamps are all found.
//
// # Known failures
//
// Translations and rewritten stories are not found. A daily bulletin that
// differs from the day before in a few figures only passes for a copy. Scripts
// without spaces between words are compared by phrase, which finds only close
// copies.
package copies
