// Package encode is the stage that lets the learned reader read an article.
//
// In come the article's sentences and tokens, out goes the layer Reading: which
// words may tell events or introduce statements, to which words their parties,
// speakers and contents belong, what each sentence says of the talks and of the
// issues at stake, each with its probability. The stages behind read this layer
// and never the model.
//
// # Method
//
// Package language/encoder does the reading. Its words are those between marks
// and spaces ("peace-talks" is two); here they become tokens. Where several lie
// in one token ("U.S."), arcs to them are added up, and the likeliest trigger or
// cue among them stands for the token.
//
// Without a model the layer is empty, and what depends on it is left out.
//
// # Known failures
//
// Those of package encoder. Copies of one text are read once each, since a stage
// keeps nothing between articles.
package encode
