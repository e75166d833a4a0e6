package normalize

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"parley/stages/language/lexicon"
)

//go:embed *.tsv
var lists embed.FS

// label says what a block is. The zero label is text that stays.
type label uint8

const (
	kept label = iota
	boilerplate
	comment
	caption
	related
	byline
	title // the headline, where markup tells it from the text
)

// removedKind is the value of articles.removed.kind.
var removedKind = map[label]string{boilerplate: "boilerplate", comment: "comment", caption: "caption", related: "related", byline: "byline"}

// reach says how far a phrase speaks.
type reach uint8

const (
	reachLine reach = iota
	reachRun        // the headlines that follow, too
	reachRest       // all that follows
)

type phrase struct {
	where string
	most  int
	label label
	reach reach
}

// phrasebook finds phrases among words.
type phrasebook struct {
	trie  *lexicon.Trie[*phrase]
	words lexicon.Words
}

func loadPhrases(name, data string) (phrasebook, error) {
	kinds := map[string]label{}
	for l, s := range removedKind {
		kinds[s] = l
	}
	reaches := map[string]reach{"line": reachLine, "run": reachRun, "rest": reachRest}
	book := phrasebook{lexicon.NewTrie[*phrase](), lexicon.Words{}}
	err := lexicon.EachRow(name, data, 5, 2, func(f []string) error {
		p := &phrase{where: f[1]}
		var err error
		if p.most, err = strconv.Atoi(f[2]); err != nil || p.most < 0 {
			return fmt.Errorf("longest block %q is no number of words", f[2])
		}
		switch p.where {
		case "whole", "prefix", "suffix", "contains":
		default:
			return fmt.Errorf("%q is neither whole, prefix, suffix nor contains", p.where)
		}
		var ok1, ok2 bool
		p.label, ok1 = kinds[f[3]]
		p.reach, ok2 = reaches[f[4]]
		if !ok1 || !ok2 {
			return fmt.Errorf("kind %q or reach %q is not known", f[3], f[4])
		}
		if got := strings.Join(plainWords(f[0], nil), " "); got != f[0] {
			return fmt.Errorf("phrase %q can never match; write it %q", f[0], got)
		}
		var words []int32
		for w := range strings.FieldsSeq(f[0]) {
			words = append(words, book.words.Number(w))
		}
		book.trie.Add(words, p)
		return nil
	})
	return book, err
}

// loadWords reads lists of words.
func loadWords(name, data string) (map[string]map[string]bool, error) {
	lists := map[string]map[string]bool{}
	err := lexicon.EachRow(name, data, 2, 2, func(f []string) error {
		if lists[f[0]] == nil {
			lists[f[0]] = map[string]bool{}
		}
		lists[f[0]][f[1]] = true
		return nil
	})
	return lists, err
}

// plainWords appends the words of s in lower case, with straight apostrophes,
// without the marks around them, a number in digits as #; words of marks alone
// are left out.
func plainWords(s string, words []string) []string {
	for w := range strings.FieldsSeq(s) {
		for i := joined(w); i > 0; i = joined(w) {
			if p := plainWord(w[:i]); p != "" {
				words = append(words, p)
			}
			w = w[i+1:]
		}
		if w = plainWord(w); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// joined is the place of a full stop or colon that lacks the space behind it, as
// in "us.Sign" and "Related:Two"; 0 without one.
func joined(w string) int {
	i := strings.IndexAny(w, ".:")
	if i < 2 || i+2 >= len(w) || w[i+1] < 'A' || w[i+1] > 'Z' || w[i-1] < 'a' && w[i] == '.' {
		return 0
	}
	return i
}

func plainWord(w string) string {
	if w == "#" || w == "&" {
		return w
	}
	w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' })
	if w == "" {
		return ""
	}
	if strings.Trim(w, "0123456789.,") == "" {
		return "#"
	}
	w = strings.TrimLeft(strings.ReplaceAll(w, "’", "'"), "'")
	return strings.ToLower(w)
}

// find returns the phrase that speaks for a block of the given words, the one
// of the farthest reach when several do, and nil when none does.
func (b phrasebook) find(words []string) (found *phrase) {
	text := sequence{b.words, words}
	for i := range words {
		lexicon.Each(b.trie, text, i, func(p *phrase, end int) {
			if p.most > 0 && len(words) > p.most {
				return
			}
			at := p.where == "contains" || p.where == "whole" && i == 0 && end == len(words) ||
				p.where == "prefix" && i == 0 || p.where == "suffix" && end == len(words)
			if at && (found == nil || p.reach > found.reach) {
				found = p
			}
		})
	}
	return found
}

// sequence is a lexicon.Sequence of words.
type sequence struct {
	numbers lexicon.Words
	words   []string
}

func (s sequence) Len() int         { return len(s.words) }
func (s sequence) Word(i int) int32 { return s.numbers[s.words[i]] }
