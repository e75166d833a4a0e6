// Package annotate is the stage that splits a text into sentences and tokens
// and gives each token its tags, lemma, features and place in the sentence's
// tree; and that finds the quotations.
//
// In comes the text of an article, its paragraphs parted by empty lines. Out go
// sentences with their paragraph, a flag for headings (a line of its own without
// closing punctuation), and tokens with byte offsets into the text, lower-case
// form, shape, lemma, universal and Penn Treebank part of speech, head and relation
// (Universal Dependencies v2), and a set of features.
//
// # Method
//
// Tokens (tokens.go, words.go) follow the treebanks: do|n't, well|-|known,
// anti-war, $|5,000, 40|-|60, U.S., tvn24.pl. One pass from left to right, no
// regular expressions. Abbreviations keep their full stop where what follows
// bears it out. A full stop without space before a capital ends a sentence,
// since machine translation loses such spaces.
//
// Quotation marks are read by package language/quotes, in two steps: their
// direction, which sentences depend on, and then the quotations. Sentences
// (sentences.go, boundary.go) end at a full stop, the marks that close with it
// and the reference marks after it, before a token that can begin one; within
// quotations as well. Not after titles and initials; after other abbreviations
// only before a word that begins sentences; not before a name and a verb of
// saying where a quotation has ended. A single newline ends a sentence after a
// full stop or a short line.
//
// Tags, heads and relations come from package syntax, lemmas from package language/inflect,
// features from tags and relations (features.go).
//
// # Known failures
//
// What reading forty news articles, and the odd places of a thousand, left:
//
//   - Of words that have lost the space between them only those with a capital
//     inside are parted (includingHe), not includingfor or CNNthe.
//   - A passage left out, as in "(...) They", does not end a sentence, though
//     the stop may be among what was left out. It begins one after a stop.
//   - After an abbreviation that is not U.S. and the like, a name begins no
//     sentence: "in Macon, Ga. Roe came" is one.
//   - A stop before a small letter ends no sentence, be the stop or the letter
//     wrong ("said the minister. in a video").
//   - A heading that ends in a full stop, or a subtitle with one inside, is
//     sentences like others; a paragraph without closing punctuation is a
//     heading when it is short.
//   - A quotation of several sentences after a colon is split, where some
//     annotators keep it whole.
//
// For those of the parser see package syntax.
//
// # Sources
//
// The model of package syntax and the tables verbs.tsv, adjectives.tsv and
// lemmas.tsv of package language/inflect are made by scripts/train from the training parts
// of two treebanks of Universal Dependencies v2 (universaldependencies.org):
//
//   - UD English EWT: the English Web Treebank's dependencies, by Stanford
//     University and others, CC BY-SA 4.0.
//   - UD English GUM: the Georgetown University Multilayer corpus, annotations
//     CC BY 4.0; of its texts news and interviews (Wikinews, CC BY 2.5),
//     biographies (Wikipedia, CC BY-SA 3.0), speeches, travel guides (Wikivoyage,
//     CC BY-SA 3.0), textbooks (OpenStax, CC BY 4.0), vlogs (CC BY) and
//     conversations (Santa Barbara Corpus). Every fifth document of news,
//     interviews, biographies and speeches is held back for scoring.
//
// What derives from them is under CC BY-SA 4.0. All other tables are written by
// hand from general knowledge of English.
package annotate
