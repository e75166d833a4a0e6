package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"parley/stages"
	"parley/stages/language/inflect"
)

// The tables of package inflect are made from the training data in two steps,
// since lemmas.tsv holds what the rules, which look into the others, get wrong:
// run the program with -words and then with -lemmas.

const provenance = "# Source: training parts of UD English EWT and GUM (see package annotate); made by scripts/train.\n"

// writeWords makes verbs.tsv and adjectives.tsv.
func writeWords(dir string, data []sentence) error {
	verbs, adjectives := map[string]int{}, map[string]int{}
	for _, s := range data {
		for _, w := range s.words {
			if strings.Contains(w.feats, "Typo=Yes") || !plain(w.lemma) {
				continue
			}
			switch w.upos {
			case "VERB":
				verbs[w.lemma]++
			case "ADJ", "ADV":
				adjectives[w.lemma]++
			}
		}
	}
	err := writeTable(filepath.Join(dir, "verbs.tsv"), "# Verbs: what a form in -ed or -ing is looked up in, to choose between hope and hop.\n"+provenance+
		"# Rule: lemmas of verbs that occur twice, or once if they are long; no typing errors.\n# Column: lemma.\n", frequent(verbs, 6))
	if err != nil {
		return err
	}
	return writeTable(filepath.Join(dir, "adjectives.tsv"), "# Adjectives and adverbs: what a form in -er or -est is looked up in.\n"+provenance+
		"# Rule: lemmas of adjectives and adverbs of eight letters at most that occur twice; no typing errors.\n# Column: lemma.\n",
		slices.DeleteFunc(frequent(adjectives, 99), func(s string) bool { return len(s) > 8 }))
}

// plain reports whether a lemma is two lower-case letters or more.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return len(s) > 1
}

// frequent lists the words that occur twice, or once if they are long.
func frequent(n map[string]int, long int) []string {
	var out []string
	for w, k := range n {
		if k > 1 || len(w) >= long {
			out = append(out, w)
		}
	}
	return out
}

// writeLemmas makes lemmas.tsv: forms whose commonest lemma the rules do not give.
func writeLemmas(dir string, data []sentence) error {
	rules, err := inflect.NewRules()
	if err != nil {
		return err
	}
	type form struct {
		form string
		upos stages.UPOS
	}
	n := map[form]map[string]int{} // how often it has each lemma
	right := map[form]int{}        // how often the rules are right
	for _, s := range data {
		for _, w := range s.words {
			f := form{w.lower, stages.ParseUPOS(w.upos)}
			if strings.Contains(w.feats, "Typo=Yes") || w.lemma == "_" || w.upos == "X" || w.upos == "NUM" || strings.ContainsAny(f.form, "0123456789") {
				continue
			}
			if n[f] == nil {
				n[f] = map[string]int{}
			}
			n[f][lower(w.lemma)]++
			if rules.Lemma(f.form, f.upos, stages.ParseXPOS(w.xpos)) == lower(w.lemma) {
				right[f]++
			}
		}
	}
	var rows []string
	for f, lemmas := range n {
		top := ""
		for l, c := range lemmas {
			if c > lemmas[top] || c == lemmas[top] && l < top {
				top = l
			}
		}
		if lemmas[top] > max(2, right[f]) && !rules.Irregular(f.form, f.upos) {
			rows = append(rows, f.form+"\t"+f.upos.String()+"\t"+top)
		}
	}
	return writeTable(filepath.Join(dir, "lemmas.tsv"), "# Forms whose lemma neither the rules nor irregular.tsv give.\n"+provenance+
		"# Rule: the commonest lemma of a form and part of speech, where it occurs three times and oftener than what the rules give;\n# no typing errors.\n# Columns: lower-case form; part of speech; lemma.\n", rows)
}

// lower is a form in lower case with straight apostrophes.
func lower(s string) string {
	return strings.NewReplacer("’", "'", "‘", "'").Replace(strings.ToLower(s))
}

func writeTable(file, head string, rows []string) error {
	slices.SortFunc(rows, func(a, b string) int { return strings.Compare(keyOf(a), keyOf(b)) })
	if err := os.WriteFile(file, []byte(head+strings.Join(rows, "\n")+"\n"), 0o644); err != nil {
		return fmt.Errorf("write a table of words: %w", err)
	}
	return nil
}

// keyOf is a row without its last column, if it has several.
func keyOf(row string) string {
	if i := strings.LastIndexByte(row, '\t'); i >= 0 {
		return row[:i]
	}
	return row
}
