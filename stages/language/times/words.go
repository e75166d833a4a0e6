package times

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/lexicon"
)

// Files are the tables of the reader, for the Data of stages that use it.
//
//go:embed *.tsv
var Files embed.FS

// class is a set of kinds of token that a pattern can ask for.
type class uint64

const (
	isMonth class = 1 << iota
	isWeakMonth
	isWeekday
	isWeekdayShort
	isWeekdays
	isDay
	isOrdinal
	isYear
	isTwoDigits
	isNumber
	isArticle
	isVague
	isUnit
	isSubunit
	isPart
	isSeason
	isHedge
	isShift
	isBound
	isWar
	isClock
	isHour
	isHalfDay
	isZone
	isDate
	isWeek
	isDecade
	isFeast
	isLower
	isStop
	isMonthLead
	isYearLead
	isAhead
	isBehind
	isIntent
	isName
	isEnd
	isDayTh
	isDotClock
	isOldYear
	isLowMonth
	isDeterminer
	isFirst   // a word that a rule can begin with
	isAlone   // and that can be a time alone
	isLiteral // a word of a rule
)

// classNames are the classes as time-rules.tsv writes them. A weak month is also a
// word of another kind or a name; it needs a day, a year or a preposition.
var classNames = map[string]class{
	"AHEAD": isAhead, "DOTCLOCK": isDotClock, "LOWMONTH": isLowMonth, "OLDYEAR": isOldYear, "BEHIND": isBehind, "INTENT": isIntent,
	"ARTICLE": isArticle, "BOUND": isBound, "CLOCK": isClock, "DATE": isDate, "DAY": isDay, "DAYTH": isDayTh, "DECADE": isDecade, "DETERMINER": isDeterminer, "END": isEnd, "FEAST": isFeast, "HALFDAY": isHalfDay,
	"HEDGE": isHedge, "HOUR": isHour, "LOWER": isLower, "MONTH": isMonth | isWeakMonth, "MONTHLEAD": isMonthLead, "NAME": isName, "NUMBER": isNumber, "ORDINAL": isOrdinal,
	"PART": isPart, "SEASON": isSeason, "SHIFT": isShift, "STOP": isStop, "STRONGMONTH": isMonth, "SUBUNIT": isSubunit, "TWODIGITS": isTwoDigits, "UNIT": isUnit,
	"VAGUE": isVague, "WAR": isWar, "WEEK": isWeek, "WEEKDAY": isWeekday, "WEEKDAYS": isWeekdays, "WEEKDAYSHORT": isWeekdayShort, "YEAR": isYear,
	"YEARLEAD": isYearLead, "ZONE": isZone,
}

// word is what time-words.tsv says of a word, and what can be seen of a number.
type word struct {
	class   class
	month   int
	weekday int
	number  int
	unit    Precision
	shift   int
	dir     Direction
	prep    bool
	date    schemas.Date // of isDate
}

// table is the data of the package, read once.
type table struct {
	words   map[string]word
	rules   []rule
	starts  map[string][]int // lower-case first word of a rule -> its places in rules
	byClass []int            // rules that can begin with a class
	first   class            // the classes that rules can begin with
	alone   class            // of these, those of which one token can be a time
	goesOn  class            // the classes that can stand in a rule behind the first token
	feasts  map[string][]named
}

// tables reads the embedded tables at the first call.
var tables = sync.OnceValue(func() *table {
	t := &table{words: map[string]word{}, starts: map[string][]int{}, feasts: map[string][]named{}}
	for _, err := range []error{
		t.readWords("times/time-words.tsv", lexicon.Text(Files, "time-words.tsv")),
		t.readFeasts("times/feasts.tsv", lexicon.Text(Files, "feasts.tsv")),
		t.readRules("times/time-rules.tsv", lexicon.Text(Files, "time-rules.tsv")),
	} {
		if err != nil {
			panic("times: " + err.Error())
		}
	}
	return t
})

var units = map[string]Precision{"day": Day, "month": Month, "week": Week, "year": Year}

var directions = map[string]Direction{"on": On, "since": Since, "until": Until, "before": Before, "after": After, "by": By}

// readWords reads the words and what they mean. A word may have several lines,
// one a class.
func (t *table) readWords(name, text string) error {
	return lexicon.EachRow(name, text, 3, 2, func(c []string) error {
		w := t.words[c[0]]
		n, err := strconv.Atoi(c[2])
		number := err == nil
		ok := true
		switch c[1] {
		case "month", "weak-month":
			w.class |= map[string]class{"month": isMonth, "weak-month": isWeakMonth}[c[1]]
			w.month, ok = n, number && n >= 1 && n <= 12
		case "weekday", "weekday-short":
			w.class |= map[string]class{"weekday": isWeekday, "weekday-short": isWeekdayShort}[c[1]]
			w.weekday, ok = n, number && n >= 0 && n <= 6
		case "number":
			w.class |= isNumber
			w.number, ok = n, number
		case "ordinal":
			w.class |= isOrdinal
			w.number, ok = n, number
		case "shift":
			w.class |= isShift
			w.shift, ok = n, number
		case "unit":
			w.class |= isUnit
			w.unit, ok = units[c[2]]
		case "direction":
			w.prep = true
			w.dir, ok = directions[c[2]]
		default:
			k, known := classNames[strings.ToUpper(strings.ReplaceAll(c[1], "-", ""))]
			if ok = known && c[2] == "-"; ok {
				w.class |= k
			}
		}
		if !ok {
			return fmt.Errorf("%q is nothing that a word of class %q can mean", c[2], c[1])
		}
		t.words[c[0]] = w
		return nil
	})
}

// see is what a token is: by the table, or by the digits in it.
func (t *table) see(k *stages.Token) word {
	w, ok := t.words[k.Lower]
	switch c := first(k.Lower); {
	case ok:
	case c >= '0' && c <= '9' || c == '\'':
		w = numeric(k.Lower)
	default:
		w = t.dressed(k.Lower)
	}
	if k.Shape == stages.Lowercase {
		if w.class&isWeakMonth != 0 {
			w.class |= isLowMonth // machine translation writes them so
		}
		w.class &^= isWeakMonth | isWeekday | isWeekdayShort | isWeekdays | isFeast
		w.class |= isLower
	} else if k.Shape == stages.Capitalized || k.Shape == stages.Uppercase {
		w.class |= isName
	}
	if !k.Shape.IsWord() {
		w.class |= isStop | isEnd
	}
	return w
}

// dressed reads a word of the table that a full stop or a prefix hangs on:
// "sept.", "mid-march".
func (t *table) dressed(lower string) word {
	if bare, ok := strings.CutPrefix(lower, "mid-"); ok {
		return t.words[bare]
	}
	if bare := undotted(lower); len(bare) < len(lower) {
		if w := t.words[bare]; w.class&(isMonth|isWeakMonth|isWeekdayShort) != 0 {
			return w
		}
	}
	return word{}
}

func first(s string) byte {
	if s == "" {
		return 0
	}
	return s[0]
}

func undotted(lower string) string { return strings.TrimSuffix(lower, ".") }
