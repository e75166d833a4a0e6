package events

import (
	_ "embed"
	"strings"
)

//go:embed triggers.tsv
var triggersTSV string

//go:embed irregular.tsv
var irregularTSV string

//go:embed demonyms.tsv
var demonymsTSV string

//go:embed places.tsv
var placesTSV string

//go:embed words.tsv
var wordsTSV string

// list splits a field of words; "-" is none.
func list(field, sep string) []string {
	if field == "-" {
		return nil
	}
	return strings.Split(field, sep)
}

// set is list for membership.
func set(field, sep string) map[string]bool {
	m := map[string]bool{}
	for _, w := range list(field, sep) {
		m[w] = true
	}
	return m
}
