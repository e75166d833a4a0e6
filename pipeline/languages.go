package pipeline

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"parley/stages"
)

// inherit narrows the languages of each stage to those in which the layers are
// laid that it needs.
func inherit(chains ...[]stages.PerArticle) {
	laid := map[stages.Layer][]string{} // nil for all
	for _, chain := range chains {
		for i := range chain {
			s := &chain[i]
			for _, n := range s.Needs {
				s.Languages = common(s.Languages, laid[n])
			}
			laid[s.Yields] = s.Languages
		}
	}
}

// common are the languages of both lists; nil stands for all.
func common(a, b []string) []string {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	both := []string{}
	for _, l := range a {
		if slices.Contains(b, l) {
			both = append(both, l)
		}
	}
	return both
}

// languageCounts counts articles by stage and language.
type languageCounts map[string]map[string]int

func (c languageCounts) add(stage, language string, n int) {
	if c[stage] == nil {
		c[stage] = map[string]int{}
	}
	c[stage][language] += n
}

func (c languageCounts) addAll(other languageCounts) {
	for stage, languages := range other {
		for l, n := range languages {
			c.add(stage, l, n)
		}
	}
}

// lines tell the counts, one line for all stages that have the same.
func (c languageCounts) lines() (lines []string) {
	same := map[string][]string{}
	for stage, languages := range c {
		var parts []string
		for _, l := range slices.Sorted(maps.Keys(languages)) {
			parts = append(parts, fmt.Sprintf("%s %d", l, languages[l]))
		}
		k := strings.Join(parts, ", ")
		same[k] = append(same[k], stage)
	}
	for counts, stages := range same {
		slices.Sort(stages)
		lines = append(lines, fmt.Sprintf("articles in a language that is not read (%s): %s", strings.Join(stages, ", "), counts))
	}
	slices.Sort(lines)
	return lines
}
