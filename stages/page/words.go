package page

import (
	"crypto/sha256"
	"encoding/base64"
	"strconv"
	"strings"
	"unicode"

	"parley/schemas"
)

// policy is the content security policy: nothing but what is on the page.
func policy(style, script string) string {
	return "default-src 'none'; img-src data:; style-src " + hash(style) + "; script-src " + hash(script) + "; base-uri 'none'; form-action 'none'"
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// number puts commas between thousands.
func number(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// several writes a number with its noun.
func several(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

// when writes a date as exact as it is known.
func when(d schemas.Date, month bool) string {
	switch {
	case d.IsZero():
		return ""
	case month:
		return d.Time().Format("Jan 2006")
	}
	return d.Time().Format("2 Jan 2006")
}

// quote is a sentence with the words that count.
type quote struct{ Before, Marked, After string }

// reach is how much of a sentence is shown on each side of its marked words,
// and of these, in code points.
const reach = 300

// quoteOf marks text[start:end], counted in code points; bounds outside of the
// text are moved to its ends.
func quoteOf(text string, start, end int) quote {
	runes := []rune(text)
	start = min(max(start, 0), len(runes))
	end = min(max(end, start), len(runes))
	before, marked, after := runes[:start], runes[start:end], runes[end:]
	q := quote{tidy(before), tidy(marked), tidy(after)}
	if n := len(before) - reach; n > 0 {
		q.Before = "… " + tidy(before[n:])
	}
	if len(marked) > reach {
		q.Marked, q.After = tidy(marked[:reach])+" …", ""
	} else if len(after) > reach {
		q.After = tidy(after[:reach]) + " …"
	}
	return q
}

// tidy puts a space for what cannot be printed, so that control characters and
// turns of the writing direction stay out of the page.
func tidy(runes []rune) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return ' '
	}, string(runes))
}

// cut shortens a text to n code points.
func cut(text string, n int) string {
	runes := []rune(text)
	if len(runes) > n {
		return strings.TrimRight(tidy(runes[:n-1]), " ") + "…"
	}
	return tidy(runes)
}
