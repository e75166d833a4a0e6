package times

import (
	"parley/stages"
)

// join makes one expression of two that tell one time: a weekday and its date
// ("Monday, 7 March"), and the two ends of a stretch ("from 28 February to 3
// March").
func join(tokens []stages.Token, all []Expression) []Expression {
	out := all[:0]
	for _, e := range all {
		if n := len(out) - 1; n >= 0 {
			if p := &out[n]; dated(tokens, p, &e) || spans(tokens, p, &e) {
				continue
			}
		}
		out = append(out, e)
	}
	return out
}

// dated adds to a weekday the date that stands behind it, or to a date the
// weekday.
func dated(tokens []stages.Token, p, e *Expression) bool {
	between := tokens[p.To:e.From]
	if len(between) > 1 || len(between) == 1 && !joins(between[0].Lower) {
		return false
	}
	aside := len(between) == 0 || between[0].Lower != "of"
	onDay := func(x *Expression) bool { return x.First.Anchor == Calendar && x.First.Precision == Day && !x.Ranged }
	switch {
	case p.IsWeekday() && onDay(e) && aside:
		e.First.Weekday = p.First.Weekday
		p.First, p.Last, p.Rule = e.First, e.First, e.Rule
	case onDay(p) && e.IsWeekday() && len(between) == 1 && between[0].Lower == "(":
		p.First.Weekday = e.First.Weekday
	case p.IsWeekday() && deictic(e) && (len(between) == 0 || between[0].Lower == "of"): // Monday last week
		e.First.Weekday, e.First.Of, e.First.Precision = p.First.Weekday, Week, Day
		p.First, p.Last, p.Rule = e.First, e.First, e.Rule
	default:
		return false
	}
	p.To = e.To
	return true
}

func joins(w string) bool { return w == "," || w == "(" || w == "of" }

// deictic reports whether an expression is "last week" and the like.
func deictic(e *Expression) bool {
	v := &e.First
	return e.Kind == Date && v.Anchor == Publication && v.Precision == Week && v.Shifted
}

// spans makes a stretch of two times with a word between that joins them.
func spans(tokens []stages.Token, p, e *Expression) bool {
	if e.From != p.To+1 || p.Ranged || e.Ranged || p.Kind != Date || e.Kind != Date {
		return false
	}
	a, b := &p.First, &e.First
	if a.Anchor == Nothing || b.Anchor == Nothing || a.Precision != b.Precision {
		return false
	}
	before := ""
	if p.From > 0 {
		before = tokens[p.From-1].Lower
	}
	switch tokens[p.To].Lower {
	case "-", "–", "—", "through":
	case "to", "until", "till":
		if before != "from" && before != "(" && !(a.Anchor == Calendar && b.Anchor == Calendar) {
			return false // "postponed Monday to Tuesday"
		}
	case "and":
		if before != "between" {
			return false
		}
	default:
		return false
	}
	if a.Anchor == Calendar && b.Anchor == Calendar && a.Date.Year == 0 {
		a.Date.Year = b.Date.Year
		if b.Date.Year > 0 && (a.Date.Month > b.Date.Month) {
			a.Date.Year-- // December to February 2022
		}
	}
	p.Last, p.Ranged, p.To = *b, true, e.To
	return true
}

// lead finds the preposition before an expression and the direction that it
// gives.
func lead(t *table, tokens []stages.Token, e *Expression) {
	e.Modifies = t.modifies(tokens, e)
	i := e.From - 1
	if i >= 0 && tokens[i].Lower == "the" {
		i--
	}
	if i < 0 {
		return
	}
	w, first := t.words[tokens[i].Lower], i
	if i > 0 { // "ahead of", "prior to", "as of"
		if two, ok := t.words[tokens[i-1].Lower+" "+tokens[i].Lower]; ok && two.prep {
			w, first = two, i-1
		}
	}
	if !w.prep {
		return
	}
	if e.Direction = w.dir; !e.Modifies {
		e.Lead = first
	}
	if e.Ranged && w.dir == Since {
		e.Direction = On // from the 3rd to the 7th
	}
}

// modifies reports whether an expression stands between a determiner and its
// noun.
func (t *table) modifies(tokens []stages.Token, e *Expression) bool {
	if e.To >= len(tokens) || tokens[e.To].Shape != stages.Lowercase || t.words[tokens[e.To].Lower].class&^(isFirst|isAlone|isLiteral) != 0 {
		return false
	}
	if tokens[e.From].Lower == "the" {
		return e.First.Anchor == Calendar // the 20 March vote
	}
	if e.From == 0 {
		return false
	}
	w := t.words[tokens[e.From-1].Lower]
	return w.class&(isArticle|isDeterminer) != 0
}
