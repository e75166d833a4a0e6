// Package encoder is the learned reader: a small transformer that reads a window
// of whole sentences once and answers what the stages ask of language: which
// words tell events or introduce statements, to which words their parties,
// speakers and contents belong, what a sentence says of the talks and of the
// issues at stake. It knows nothing of articles or documents; stage encode lays
// its answers down.
//
// In go the texts of an article's sentences, out comes a Reading, whose places
// are bytes of those texts.
//
// # Method
//
// Sentences are split into word pieces as the uncased BERT does (wordpiece.go)
// and laid out in windows of at most 192, each opened by the end of the sentence
// before (windows.go). The body is BERT's with six layers of width 384 (Devlin et
// al. 2019; MiniLM, Wang et al. 2020). Events and cues are classes of words;
// parties, speakers and contents are arcs, a softmax over the words of the window
// and "nowhere" (heads.go).
//
// Everything is computed in integers (forward.go, kernel.go): weights of seven
// bits with a scale for each column, activations of eight bits with a scale for
// each row, sums of 32 bits that are exact; the attention and the arcs in 16 bits.
// The floats in between are made by + - * / and sqrt alone, in a fixed order and
// without fused multiply-add, with an exp and erf of its own. So each machine
// gives the same bits: tests compare the kernels (AVX2 with and without VNNI, NEON,
// plain Go), which are chosen when the program runs.
//
// A Model is read-only and serves any number of goroutines; buffers are kept in
// a pool. file.go describes the model file, which scripts/train writes; one that
// is damaged is an error.
//
// # Known failures
//
//   - Of a sentence with more than 122 pieces the rest is not read.
//   - Arcs reach no further than the window: the sentence before and those that
//     fit behind it.
//   - Characters that Unicode has taken in since version 8 may be split otherwise
//     than by the tokenizer that the model was trained with.
package encoder
