package events

import (
	"embed"
	"strings"
)

//go:embed *.tsv
var lists embed.FS

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
