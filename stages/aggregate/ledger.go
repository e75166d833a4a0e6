package aggregate

import (
	"cmp"
	"hash/fnv"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/schemas"
)

// ledger keeps which stance each holder takes on each issue, and when it turns.
type ledger struct {
	*corpus
	days map[ledgerKey]map[when]*[stances]held
}

// ledgerKey is a holder and what it takes a position on.
type ledgerKey struct{ group, id, issue, point string }

func (k ledgerKey) compare(o ledgerKey) int {
	return cmp.Or(strings.Compare(k.group, o.group), strings.Compare(k.id, o.id), strings.Compare(k.issue, o.issue), strings.Compare(k.point, o.point))
}

// when is a day, or a month by its first day.
type when struct {
	day   schemas.Date
	month bool
}

func (w when) compare(o when) int {
	if c := w.day.Compare(o.day); c != 0 || w.month == o.month {
		return c
	}
	if w.month {
		return -1
	}
	return 1
}

// The stances, in the order of positions.stance.
const (
	demands = iota
	offers
	accepts
	rejects
	conditional
	stances
)

var stanceNames = [stances]string{"demands", "offers", "accepts", "rejects", "conditional"}

// held is a stance that is held on a day.
type held struct {
	positions, own int32 // how often it is told, and in the holder's own words
	carried        spread
	best           string // id of the row of which the method is surest
	sure           float64
	words          []uint32 // of the best row's content
}

func newLedger(c *corpus) *ledger { return &ledger{c, map[ledgerKey]map[when]*[stances]held{}} }

func (l *ledger) add(p *schemas.Position) {
	a := l.articles[p.ArticleID]
	stance := slices.Index(stanceNames[:], p.Stance)
	if a == nil || p.ActorID == "" || stance < 0 {
		return
	}
	at, ok := whenHeld(p, a)
	if !ok {
		return
	}
	point := cmp.Or(p.Point, "any")
	who := l.actor(p.ActorID)
	l.enter(ledgerKey{"actor", who.id, l.keep(p.Issue), l.keep(point)}, at, stance, p, a)
	if side := cmp.Or(who.side, who.country); side != "" {
		l.enter(ledgerKey{"side", side, l.keep(p.Issue), l.keep(point)}, at, stance, p, a)
	}
}

// whenHeld is the day of a position as the text gives it, else that of its
// article; what is told as background without a day has none.
func whenHeld(p *schemas.Position, a *article) (at when, ok bool) {
	switch {
	case !p.HeldOn.IsZero() && p.DatePrecision == "day":
		return when{day: p.HeldOn}, true
	case !p.HeldOn.IsZero() && p.DatePrecision == "month":
		return when{p.HeldOn.MonthStart(), true}, true
	case !p.HeldOn.IsZero() || p.Background || len(a.periods) == 0:
		return at, false
	}
	first := a.periods[0]
	return when{first.start, first.kind == "month"}, true
}

func (l *ledger) enter(k ledgerKey, at when, stance int, p *schemas.Position, a *article) {
	days := l.days[k]
	if days == nil {
		days = map[when]*[stances]held{}
		l.days[k] = days
	}
	if days[at] == nil {
		days[at] = new([stances]held)
	}
	h := &days[at][stance]
	h.positions++
	if p.OwnWords {
		h.own++
	}
	h.carried.add(a)
	if h.best == "" || p.Confidence > h.sure {
		h.best, h.sure, h.words = strings.Clone(p.PositionID), p.Confidence, telling(p.Content)
	}
}

// telling are the words of a content that tell it apart: hashes of their first
// letters, so that forms of a word are one, sorted.
func telling(content string) (all []uint32) {
	const least, stem = 4, 6
	for w := range strings.FieldsFuncSeq(strings.ToLower(content), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if utf8.RuneCountInString(w) < least {
			continue
		}
		if r := []rune(w); len(r) > stem {
			w = string(r[:stem])
		}
		h := fnv.New32a()
		h.Write([]byte(w))
		all = append(all, h.Sum32())
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func (l *ledger) rows() []schemas.PositionLedger {
	var rows []schemas.PositionLedger
	for _, k := range slices.SortedFunc(maps.Keys(l.days), ledgerKey.compare) {
		days := l.days[k]
		order := slices.SortedFunc(maps.Keys(days), when.compare)
		turns := turnsOf(days, order)
		for _, unit := range []string{"day", "week", "month"} {
			rows = append(rows, ledgerRows(k, unit, days, order, turns)...)
		}
	}
	slices.SortFunc(rows, func(a, b schemas.PositionLedger) int {
		return cmp.Or(strings.Compare(a.Period, b.Period), a.PeriodStart.Compare(b.PeriodStart), strings.Compare(a.Group, b.Group),
			strings.Compare(a.HolderID, b.HolderID), strings.Compare(a.Issue, b.Issue), strings.Compare(a.Point, b.Point))
	})
	return rows
}

// ledgerRows are the rows of one key by one unit of time.
func ledgerRows(k ledgerKey, unit string, days map[when]*[stances]held, order []when, turns map[when]turn) (rows []schemas.PositionLedger) {
	for i := 0; i < len(order); {
		p, ok := periodOf(order[i], unit)
		if !ok {
			i++
			continue
		}
		r := schemas.PositionLedger{Period: unit, PeriodStart: p, Group: k.group, HolderID: k.id, Issue: k.issue, Point: k.point}
		var count, articles [stances]int32
		last := [stances]schemas.Date{}
		for ; i < len(order); i++ {
			q, ok := periodOf(order[i], unit)
			if ok && q != p {
				break
			}
			if !ok {
				continue
			}
			for s := range days[order[i]] {
				h := &days[order[i]][s]
				if h.positions == 0 {
					continue
				}
				count[s] += h.positions
				articles[s] += h.carried.n
				last[s] = order[i].day
				r.OwnWords += h.own
				r.LastHeld = order[i].day
			}
			if t, ok := turns[order[i]]; ok && !r.Changed {
				r.Changed, r.ChangedFrom, r.ChangedTo = true, t.from, t.to
			}
		}
		best := 0
		for s := range count {
			r.Positions += count[s]
			if cmp.Or(cmp.Compare(articles[s], articles[best]), last[s].Compare(last[best])) > 0 {
				best = s
			}
		}
		r.Articles = articles[best]
		r.Stance, r.FirstHeld = stanceNames[best], p
		r.Demands, r.Offers, r.Accepts, r.Rejects, r.Conditional = count[demands], count[offers], count[accepts], count[rejects], count[conditional]
		if n := len(rows); n > 0 && rows[n-1].Stance == r.Stance {
			r.FirstHeld = rows[n-1].FirstHeld
		}
		rows = append(rows, r)
	}
	return rows
}

// periodOf is the period of that unit in which a day lies; a month lies in no day
// and no week.
func periodOf(w when, unit string) (schemas.Date, bool) {
	switch unit {
	case "day":
		return w.day, !w.month
	case "week":
		return w.day.Week(), !w.month
	}
	return w.day.MonthStart(), true
}

// turn is a change of stance: the rows before and after it.
type turn struct{ from, to string }

// turnsOf finds the days on which a holder first accepts what it refused, or
// refuses what it accepted or offered: the same content, by the words of both, and
// told in two articles or in the holder's own words. "Rejects A, demands B" is
// none.
func turnsOf(days map[when]*[stances]held, order []when) map[when]turn {
	turns := map[when]turn{}
	for i, at := range order {
		for s := range days[at] {
			now := &days[at][s]
			if !now.sound() || sign(s) == 0 {
				continue
			}
			if from := before(days, order[:i], now, sign(s)); from != nil {
				turns[at] = turn{from.best, now.best}
			}
		}
	}
	return turns
}

// before is what a stance turns: the last of the same content before it, if that
// is of the other sign.
func before(days map[when]*[stances]held, order []when, now *held, is int) *held {
	for _, at := range slices.Backward(order) {
		for s := range days[at] {
			h := &days[at][s]
			if sign(s) == 0 || !h.sound() || !alike(h.words, now.words) {
				continue
			}
			if sign(s) == is {
				return nil
			}
			return h
		}
	}
	return nil
}

// sound reports whether a stance rests on two articles or on the holder's own
// words.
func (h *held) sound() bool { return h.positions > 0 && (h.own > 0 || h.carried.n > 1) }

// sign is +1 of a stance that goes with what others want, -1 of one against it.
func sign(stance int) int {
	switch stance {
	case offers, accepts:
		return 1
	case rejects:
		return -1
	}
	return 0
}

// alike reports whether two contents are the same by their words: at least two,
// and half of the longer, are in both.
func alike(a, b []uint32) bool {
	both := 0
	for _, w := range a {
		if _, ok := slices.BinarySearch(b, w); ok {
			both++
		}
	}
	return both >= 2 && 2*both >= max(len(a), len(b)) || both > 0 && both == max(len(a), len(b))
}
