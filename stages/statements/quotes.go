package statements

import (
	"unicode"
	"unicode/utf8"
)

// quote is a quotation of the first level. Offsets count bytes of the text.
type quote struct {
	open, in   int32 // of the opening mark and after it
	out, close int32 // before and after the closing mark; equal where there is none
	para       int32
	words      int32
	joins      bool // it ends with its paragraph and the next one begins quoted: they are one
	unbalanced bool // no closing mark: what it holds is a guess
}

// mark is what a quotation mark can be at its place.
type mark uint8

const (
	opens mark = 1 << iota
	closes
	single
)

// markAt classifies the rune r between its neighbours. The straight mark and
// the marks that languages use both ways are told by the space around them.
func markAt(prev, r, next rune) mark {
	free := prev == 0 || unicode.IsSpace(prev) || prev == '(' || prev == '[' || prev == '—' || prev == '–'
	ends := next == 0 || unicode.IsSpace(next)
	stops := ends || unicode.IsPunct(next)
	switch r {
	case '„', '«':
		return opens
	case '»':
		return closes
	case '“':
		if !free && stops { // German and Polish style closes with it
			return closes
		}
		return opens
	case '”':
		if free { // machine translation and Swedish style open with it
			return opens | closes
		}
		return closes
	case '"', '″', '‟':
		switch {
		case free && !ends:
			return opens
		case !free && stops:
			return closes
		}
		return opens | closes
	case '‚':
		return opens | single
	case '‘':
		return opens | single
	case '’', '\'':
		switch {
		case free && !ends && r == '\'':
			return opens | single
		case !free && stops:
			return closes | single
		}
	}
	return 0
}

// seen is a mark and its place.
type seen struct {
	at, end int32
	kind    mark
	after   rune // the rune before it
}

// paragraphQuotes finds the quotations of the paragraph text[lo:hi]. A mark
// that finds no partner never reaches beyond limit, the end of its sentence,
// unless it opens the paragraph.
// carried says that the paragraph before opened a quotation and did not close
// it, so that a closing mark here may be its end.
func paragraphQuotes(text string, lo, hi, para int32, carried bool, limit func(int32) int32, out []quote) []quote {
	var double, lone []seen
	prev := rune(0)
	for i := lo; i < hi; {
		r, n := utf8.DecodeRuneInString(text[i:hi])
		if r >= 0x80 || r == '"' || r == '\'' || r == '`' {
			next, _ := utf8.DecodeRuneInString(text[i+int32(n) : hi])
			if i+int32(n) >= hi {
				next = 0
			}
			if (r == '\'' || r == '`') && next == r { // two straight marks stand for a double one
				n++
				next, _ = utf8.DecodeRuneInString(text[i+int32(n) : hi])
				if i+int32(n) >= hi {
					next = 0
				}
				r = '"'
			}
			if k := markAt(prev, r, next); k&single != 0 {
				lone = append(lone, seen{i, i + int32(n), k, prev})
			} else if k != 0 {
				double = append(double, seen{i, i + int32(n), k, prev})
			}
		}
		prev = r
		i += int32(n)
	}
	if carried && len(double) > 0 && double[0].kind == closes {
		double = append([]seen{{lo, lo, opens, 0}}, double...)
	}
	first := len(out)
	out = pairDouble(double, lo, hi, para, limit, out)
	return pairSingle(lone, para, out, first)
}

// pairDouble pairs the double marks of a paragraph in one pass.
func pairDouble(marks []seen, lo, hi, para int32, limit func(int32) int32, out []quote) []quote {
	open, nested := -1, 0
	for k, m := range marks {
		switch {
		case open < 0 && m.kind&opens != 0:
			if m.kind&closes != 0 && (k+1 == len(marks) || marks[k+1].kind == opens) {
				continue // a closing mark whose opening one is missing
			}
			open, nested = k, 0
		case open < 0:
			// a closing mark without an opening one says nothing
		case m.kind&closes != 0 && nested > 0:
			nested--
		case m.kind&closes != 0:
			o := marks[open]
			out = append(out, quote{open: o.at, in: o.end, out: m.at, close: m.end, para: para})
			open = -1
		default: // an opening mark within a quotation: nested, or the first was never closed
			if closing(marks[k+1:]) >= 2 {
				nested++
				continue
			}
			o := marks[open]
			out = append(out, cutOff(o, min(m.at, limit(o.at)), para))
			open = k
		}
	}
	if open >= 0 {
		o := marks[open]
		end := hi
		if o.at != lo {
			end = limit(o.at)
		}
		out = append(out, cutOff(o, end, para))
	}
	return out
}

func cutOff(o seen, end, para int32) quote {
	return quote{open: o.at, in: o.end, out: max(o.end, end), close: max(o.end, end), para: para, unbalanced: true}
}

// closing counts the closing marks before the next opening one, two at most.
func closing(marks []seen) (n int) {
	for _, m := range marks {
		if m.kind == opens || n == 2 {
			break
		}
		n++
	}
	return n
}

// pairSingle pairs single marks outside of the double quotations. An
// apostrophe looks like a closing mark, so a mark after punctuation is
// preferred, and a quotation of one word is none.
func pairSingle(marks []seen, para int32, out []quote, first int) []quote {
	end := len(out)
	d := first
	for k := 0; k < len(marks); k++ {
		o := marks[k]
		if o.kind&opens == 0 {
			continue
		}
		for d < end && out[d].close <= o.at {
			d++
		}
		if d < end && out[d].open < o.at {
			continue
		}
		best := -1
		for j := k + 1; j < len(marks) && j < k+12; j++ {
			m := marks[j]
			if m.kind&opens != 0 || d < end && m.at > out[d].open {
				break
			}
			if best < 0 {
				best = j
			}
			if m.after == ',' || m.after == '.' || m.after == '!' || m.after == '?' {
				best = j
				break
			}
		}
		if best < 0 {
			continue
		}
		m := marks[best]
		out = append(out, quote{open: o.at, in: o.end, out: m.at, close: m.end, para: para})
		k = best
	}
	return out
}
