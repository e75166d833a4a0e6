// Package sentiment is the stage that finds what is said of the talks: which
// sentences and statements are about them, and with which attitude.
//
// In: sentences, the reading of the learned reader, mentions, statements. Out:
// an Attitude for each sentence and each statement.
//
// # Method
//
// Whether a sentence is about the talks (about.go) is told by what the reader
// says of it and of the article as a whole, and by the terms of talks in it
// (terms.tsv), weighed together. Its attitude to them or to their prospects is the
// reader's, which has learned it from coded articles on many conflicts and sees the
// sentence before: the score is the expected value of the three classes, the class the
// likeliest. The evidence is the terms. holder.go tells whose attitude it is, by the
// statements that cover the sentence, or by whose position it tells. statements.go
// gives a statement what its sentences say, each by the words that the statement has
// of it. Without a model there are no attitudes.
//
// # Known failures
//
// A sentence with two attitudes, one of each side, has the one that the reader
// finds stronger, or none. Irony. A statement on another matter
// within a sentence on talks is taken to be about them.
package sentiment
