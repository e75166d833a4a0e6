// Package annotate is the stage that splits a text into sentences and tokens
// and gives each token its lemma.
package annotate
