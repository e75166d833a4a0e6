package normalize

import (
	"fmt"
	"strconv"
	"strings"

	"parley/stages/language/lexicon"
)

func loadInformal(name, data string) (map[string]int, error) {
	m := map[string]int{}
	err := lexicon.EachRow(name, data, 2, 1, func(f []string) error {
		n, err := strconv.Atoi(f[1])
		if err != nil || n < 1 || n > 3 {
			return fmt.Errorf("weight %q is not 1, 2 or 3", f[1])
		}
		m[f[0]] = n
		return nil
	})
	return m, err
}

// informality from which on a block speaks as readers do.
const readerSpeaks = 4

// tail labels the readers' comments behind an article whose form gives no sign
// of them. They begin with a block that speaks as readers do, outside of
// quotation marks; what is before reports (it quotes, and says who said it);
// and nothing from there on does.
func (z *normalizer) tail(blocks []block, from, to int) {
	const least = 3 // paragraphs of report before
	reported, running := 0, 0
	onset := -1
	for i := from; i < to; i++ {
		b := &blocks[i]
		if b.label != kept {
			continue
		}
		reports := attributes(b.text)
		switch {
		case onset >= 0 && reports:
			onset = -1 // the article went on
		case onset < 0 && !reports && running >= least && 2*reported >= running && z.informality(b.text) >= readerSpeaks:
			onset = i
		}
		if onset < 0 && b.feat.running() {
			running++
			if reports {
				reported++
			}
		}
	}
	if onset < 0 {
		return
	}
	for i := onset; i < to; i++ {
		if blocks[i].label == kept {
			blocks[i].label = comment
		}
	}
}

// attributes reports whether a block says who said what.
func attributes(s string) bool {
	quoted := strings.ContainsAny(s, "\"“”„«»")
	last := ""
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimRight(w, ".,:;…")
		if strings.EqualFold(last, "to") && w != "plan" && w != "schedule" && strings.Contains(s, "ccording to "+w) {
			return true
		}
		last = w
		switch w {
		case "said", "told":
			return true
		case "says", "wrote", "added", "announced", "reported", "warned", "stressed", "noted", "claimed":
			if quoted {
				return true
			}
		}
	}
	return false
}

// informality counts the marks of readers' speech outside of quotation marks.
func (z *normalizer) informality(s string) int {
	n, quoted := 0, false
	seen := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		if strings.ContainsAny(w, "\"“”") {
			if strings.Count(w, `"`)+strings.Count(w, "“")+strings.Count(w, "”") == 1 {
				quoted = !quoted
			}
			continue
		}
		if quoted {
			continue
		}
		if p := plainWord(w); !seen[p] {
			seen[p] = true
			n += z.informal[p]
		}
		if strings.HasSuffix(w, "!") || strings.HasSuffix(w, "?") {
			n++
		}
	}
	return n
}
