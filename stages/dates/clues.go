package dates

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"parley/stages"
)

const (
	mostClues     = 16 // of an article
	mostFeatures  = 20 // of a clue
	leastFeatures = 4
	mostWeekdays  = 4
	lookBack      = 10 // sentences that a named year governs
	prefix        = 6  // letters of a word that its feature is made of, so that its forms and spellings agree
)

// What a feature is, in its lowest bits.
const (
	isWord  uint32 = iota // any other word
	isName                // a word in capitals
	isPlace               // a place where it happened; a place of talks by its country
	isEvent               // a word for what happened
	isRole                // an office, a side: light

	kindBits = 3
	kindMask = 1<<kindBits - 1
)

// extractor finds the clues of articles.
type extractor struct{ words map[string]known }

func newExtractor() (*extractor, error) {
	text, err := data.ReadFile("words.tsv")
	if err != nil {
		return nil, err
	}
	words, err := loadWords("words.tsv", string(text))
	return &extractor{words: words}, err
}

// clues are the sentences outside of quotations that place one event in time,
// and those that show the weekday of publication. The
// year of publication is 0 where it is not known.
func (x *extractor) clues(text string, published int16) (c stages.Clues) {
	looksBack := 0 // sentences in which days may be of another year that was named
	x.eachSentence(text, func(s sentence) {
		if looksBack--; namesOtherYear(&s, published) {
			looksBack = lookBack
		}
		es := slices.DeleteFunc(expressions(&s), func(e expression) bool { return s.words[e.first].quoted })
		if len(es) == 0 || farAway(&s, es) {
			return
		}
		if day, ok := shownWeekday(es); ok && len(c.Weekdays) < mostWeekdays {
			c.Weekdays = append(c.Weekdays, stages.WeekdayClue{Start: int32(s.start), End: int32(s.end), Weekday: int8(day)})
		}
		when, ok := whenOf(es)
		if when.Kind == stages.OnDate && when.Date.Year == 0 && looksBack > 0 {
			return
		}
		if !ok || len(c.Events) == mostClues {
			return
		}
		f := features(&s, es)
		if len(f) >= leastFeatures || when.Kind == stages.OnDate {
			c.Events = append(c.Events, stages.Clue{Start: int32(s.start), End: int32(s.end), When: when, Features: f})
		}
	})
	return c
}

// namesOtherYear tells of a sentence with another year than that of
// publication, or with any where that is not known.
func namesOtherYear(s *sentence, published int16) bool {
	return slices.ContainsFunc(s.words, func(w word) bool {
		y := year(w.lower)
		return y > 0 && y != int(published)
	})
}

// farAway tells of a sentence that looks back over years: what it tells is not
// the news, and "on Sunday" in it may be any.
func farAway(s *sentence, es []expression) bool {
	for i := range s.words {
		switch s.words[i].lower {
		case "year", "years", "anniversary", "decade", "decades", "century":
			return true
		}
		if year(s.words[i].lower) > 0 && !slices.ContainsFunc(es, func(e expression) bool { return e.first <= i && i < e.end }) {
			return true
		}
	}
	return false
}

// shownWeekday is the weekday of publication that a sentence shows which calls one
// weekday past and the next one future: news names its own day by its weekday,
// and so the day after.
func shownWeekday(es []expression) (day time.Weekday, ok bool) {
	for _, a := range es {
		for _, b := range es {
			if a.kind != offset || b.kind != offset || !a.named || !b.named || a.from != -6 || b.to != 6 {
				continue
			}
			if b.weekday != (a.weekday+1)%7 || ok && day != a.weekday {
				return 0, false
			}
			day, ok = a.weekday, true
		}
	}
	return day, ok
}

// whenOf is the time of the one event of a sentence; ok is false for a
// sentence that speaks of several times.
func whenOf(es []expression) (w stages.When, ok bool) {
	e := es[0]
	for _, o := range es[1:] {
		if o.kind != e.kind || o.from != e.from || o.to != e.to || o.weekday != e.weekday || o.date != e.date {
			return w, false
		}
	}
	w = stages.When{From: int16(e.from), To: int16(e.to), Weekday: -1, Date: e.date}
	if e.named {
		w.Weekday = int8(e.weekday)
	}
	switch e.kind {
	case offset:
		w.Kind = stages.DaysAway
	case weekAway:
		w.Kind = stages.WeeksAway
	case calendar:
		w.Kind = stages.OnDate
	default:
		return w, false
	}
	return w, true
}

// features are the names and words of a sentence, sorted, without those that
// place it in time and those that tell nothing apart.
func features(s *sentence, es []expression) []uint32 {
	var out []uint32
	for i := range s.words {
		if slices.ContainsFunc(es, func(e expression) bool { return e.first <= i && i < e.end }) {
			continue
		}
		if f, ok := feature(s, i); ok && !slices.Contains(out, f) {
			if out = append(out, f); len(out) == mostFeatures {
				break
			}
		}
	}
	slices.Sort(out)
	return out
}

// ofNation tells of a word that looks like the adjective of a country, as
// "Varnian" does.
func ofNation(lower string) bool {
	return strings.HasSuffix(lower, "ian") || strings.HasSuffix(lower, "ish") || strings.HasSuffix(lower, "ese")
}

func feature(s *sentence, i int) (uint32, bool) {
	w := &s.words[i]
	kind, name := isWord, w.feature
	switch w.class {
	case common:
		return 0, false
	case role:
		kind = isRole
	case place:
		kind = isPlace
	case event:
		kind = isEvent
	default:
		switch {
		case w.capital && ofNation(w.lower) && (i == 0 || !s.words[i-1].capital || s.words[i-1].class != plain):
			kind = isRole
		case w.capital && i > 0 && s.words[i-1].within:
			kind = isPlace
		case w.capital && (i > 0 || len(s.words) > 1 && s.words[1].capital):
			kind = isName
		}
		if utf8.RuneCountInString(w.lower) < 3 && w.lower[0] > '9' {
			return 0, false
		}
	}
	if name == "" {
		name = w.lower
	}
	const offset, prime = 2166136261, 16777619 // FNV-1a
	h, n := uint32(offset), 0
	for _, r := range name {
		if n == prefix {
			break
		}
		h, n = (h^uint32(r))*prime, n+1
	}
	return h<<kindBits | kind, true
}
