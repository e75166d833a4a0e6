package pipeline_test

import (
	"slices"
	"strings"
	"unicode"
)

// span is a stretch of a text in code points, half-open.
type span struct{ start, end int }

func (a span) overlap(b span) int { return min(a.end, b.end) - max(a.start, b.start) }

// word is a run of letters and digits in lower case with its place. What lies
// between words (quotation marks, dashes, line breaks) never counts.
type word struct {
	text string
	span
}

func wordsOf(text string) []word {
	var all []word
	runes := []rune(text)
	for i := 0; i < len(runes); {
		j := i
		for j < len(runes) && (unicode.In(runes[j], unicode.L, unicode.N, unicode.M) || runes[j] == '_') {
			j++
		}
		if j > i {
			all = append(all, word{strings.ToLower(string(runes[i:j])), span{i, j}})
		}
		i = max(j, i+1)
	}
	return all
}

// texts are the words alone, as a set may be made of them.
func texts(s string) []string {
	var t []string
	for _, w := range wordsOf(s) {
		t = append(t, w.text)
	}
	return t
}

// findWords finds the n-th place (from 1) of a phrase, as whole words, within a
// stretch of the text; ok is false when there is none, or no word in it.
func findWords(text []word, phrase string, within span, n int) (at span, ok bool) {
	p := texts(phrase)
	for i := 0; len(p) > 0 && i+len(p) <= len(text); i++ {
		if text[i].start < within.start || text[i+len(p)-1].end > within.end {
			continue
		}
		k := 0
		for k < len(p) && text[i+k].text == p[k] {
			k++
		}
		if k == len(p) {
			if n--; n == 0 {
				return span{text[i].start, text[i+k-1].end}, true
			}
		}
	}
	return span{}, false
}

// occurrence divides a phrase such as "war#2" into the phrase and its number.
func occurrence(phrase string) (string, int) {
	if p, n, ok := strings.Cut(phrase, "#"); ok {
		return p, atoi(n)
	}
	return phrase, 1
}

// nameless are words of names that do not tell who is meant.
var nameless = strings.Fields(`the a an of and his her its their s u in for to mr mrs ms
	president minister foreign prime officials official spokesman spokeswoman`)

// generic are the nouns of sources that have no name of their own.
var generic = strings.Fields(`official officials diplomat diplomats source sources witness witnesses analyst analysts
	expert experts resident residents lawmaker lawmakers aide aides adviser advisers observer observers report reports
	media critics activist activists authorities intelligence medics rescuers survivors journalist journalists
	reporter reporters negotiator negotiators delegate delegates delegation leaders countries states`)

// isGeneric tells whether a source is a kind of people and no name.
func isGeneric(who string) bool {
	return who == strings.ToLower(who) || shares(texts(who), generic)
}

// telling are the words of a name less those that many names share.
func telling(name string) []string {
	return slices.DeleteFunc(texts(name), func(w string) bool { return slices.Contains(nameless, w) })
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}
