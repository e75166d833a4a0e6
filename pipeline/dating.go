package pipeline

import (
	"fmt"
	"strings"

	"parley/schemas"
	"parley/stages"
)

// dated is a day of publication that other articles tell.
type dated struct {
	published schemas.Date
	precision string
	evidence  string
}

func (d dated) apply(a *schemas.Article) {
	if !d.published.IsZero() {
		a.Published, a.DatePrecision, a.DateMethod, a.DateEvidence = d.published, d.precision, "corpus", d.evidence
	}
}

// dateByOthers dates the articles without a date and enters the dates in their
// digests; get reads the article of a digest.
func dateByOthers(by stages.Dater, digests []stages.Digest, get func(digest int) (schemas.Article, error)) ([]dated, error) {
	out := make([]dated, len(digests))
	for i, v := range by.Run(digests) {
		if v.Published.IsZero() {
			continue
		}
		words, err := evidence(v.Shown, i, get)
		if err != nil {
			return nil, err
		}
		out[i] = dated{v.Published, v.Precision, words}
	}
	for i, d := range out {
		if !d.published.IsZero() {
			digests[i].Published, digests[i].DatePrecision = d.published, d.precision
		}
	}
	return out, nil
}

// evidence quotes the passages that show a date: the article's own words, and
// after each what another one says of the same event, with its day and source.
func evidence(shown []stages.Passage, own int, get func(digest int) (schemas.Article, error)) (string, error) {
	var b strings.Builder
	for i, p := range shown {
		a, err := get(p.Digest)
		if err != nil {
			return "", err
		}
		words := shortened(strings.Join(strings.Fields(a.Text[p.Start:p.End]), " "))
		switch {
		case p.Digest != own:
			fmt.Fprintf(&b, " = %s in %s: “%s”", p.Day, a.SourceURI, words)
		case i > 0:
			fmt.Fprintf(&b, "; “%s”", words)
		default:
			fmt.Fprintf(&b, "“%s”", words)
		}
	}
	return b.String(), nil
}

// shortened is the beginning of a long passage.
func shortened(s string) string {
	const longest = 300
	if len(s) <= longest {
		return s
	}
	if i := strings.LastIndexByte(s[:longest], ' '); i > 0 {
		return s[:i] + " …"
	}
	return strings.ToValidUTF8(s[:longest], "") + " …"
}
