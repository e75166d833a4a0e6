// Package syntax tags and parses English sentences.
//
// In go the words of a sentence, out come for each its tags (universal and Penn
// Treebank part of speech), its head and its relation to it (Universal
// Dependencies v2 with the subtypes of English).
//
// The tagger chooses both tags at once, from left to right, in two passes: the
// second sees the tags that the first gave to the words ahead. Words that the
// treebanks have often keep to the tags that they have there. The parser is
// greedy and arc-hybrid: a classifier chooses between shifting a word, hanging
// the stack's top on the next word and hanging it on the word below; a second
// one chooses the relation when a word is hung on its head, its own dependents
// complete, unless the tags leave no choice (sure.go). A small parser without
// relations that reads from right to left goes first, and what it says is looked
// at by the classifier of actions (guide.go). Trees are projective and have one
// root. Marks are hung by rule once the words are (punct.go).
//
// All classifiers are averaged perceptrons over hashed templates, trained with
// a dynamic oracle, pruned and trained again by scripts/train. Their weights are
// bytes of a codebook in open-addressing tables (table.go), so that a feature
// costs one access to memory. A model is read-only; a Parser holds the buffers
// of one goroutine and allocates nothing in steady state.
//
// Known failures: attachment of prepositional phrases and coordination over
// long distances; crossing arcs, which are lifted; noun or verb in headlines.
package syntax
