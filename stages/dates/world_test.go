package dates_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/schemas"
	"parley/stages"
	"parley/stages/dates"
)

// happening is an event of a made-up world.
type happening struct {
	day  schemas.Date
	what [2]string // two wordings
}

// world makes events of few persons who meet again and again, and articles
// that tell them as news does; every fourth has its date hidden.
func world(t testing.TB, n int) (digests []stages.Digest, texts []string, truth []schemas.Date) {
	t.Helper()
	rnd := rand.New(rand.NewPCG(5, 6))
	name := func() string {
		syllables := strings.Fields("ba dor fi gal ku lem mi nor po rus sa tev vi xan zu")
		s := syllables[rnd.IntN(15)] + syllables[rnd.IntN(15)] + syllables[rnd.IntN(15)]
		return strings.ToUpper(s[:1]) + s[1:]
	}
	var persons, towns []string
	for range 30 {
		persons, towns = append(persons, name()+" "+name()), append(towns, name())
	}
	var events []happening
	begin := schemas.NewDate(2021, 1, 4)
	span := max(100, n)
	for range span {
		a, b, c := persons[rnd.IntN(30)], persons[rnd.IntN(30)], towns[rnd.IntN(30)]
		topics := strings.Fields("grain prisoners fuel bridges loans borders fishing water trains mines")
		x, y := topics[rnd.IntN(10)], topics[rnd.IntN(10)]
		what := [2]string{fmt.Sprintf("%s met %s in %s for talks about %s and %s", a, b, c, x, y), fmt.Sprintf("%s and %s held talks about %s in %s", a, b, x, c)}
		if rnd.IntN(3) == 0 {
			what = [2]string{fmt.Sprintf("%s warned that %s in %s were at risk without %s", a, x, c, y), fmt.Sprintf("%s told reporters in %s that there was a risk to %s", a, c, x)}
		}
		events = append(events, happening{begin.AddDays(rnd.IntN(span)), what})
	}
	for i := range n {
		day := begin.AddDays(7 + rnd.IntN(span-7))
		var text []string
		for _, e := range events {
			if k := day.Days() - e.day.Days(); k >= 0 && k < 12 && len(text) < 4 && rnd.IntN(4) == 0 {
				text = append(text, told(e, day, rnd))
			}
		}
		if rnd.IntN(2) == 0 {
			text = append(text, fmt.Sprintf("The talks that were held on %s will go on on %s.", day.Weekday(), day.AddDays(1).Weekday()))
		}
		uri := fmt.Sprintf("%05d", i)
		if i%4 != 0 {
			uri += " " + day.String()
		}
		c, s := digest(t, uri, strings.Join(text, "\n\n"))
		digests, texts, truth = append(digests, c), append(texts, s), append(truth, day)
	}
	return digests, texts, truth
}

// told is a sentence on an event in an article of a later day.
func told(e happening, day schemas.Date, rnd *rand.Rand) string {
	what := e.what[rnd.IntN(2)]
	switch n := day.Days() - e.day.Days(); {
	case n == 1 && rnd.IntN(2) == 0:
		return "Yesterday " + what + "."
	case n < 7 && (e.day.Week() == day.Week() || rnd.IntN(2) == 0):
		return fmt.Sprintf("On %s, %s.", e.day.Weekday(), what)
	case e.day.Week().AddDays(7) == day.Week():
		return "Last week " + what + "."
	}
	return fmt.Sprintf("%s on %s %d.", what, time.Month(e.day.Month), e.day.Day)
}

func shuffled(digests []stages.Digest, texts []string) ([]stages.Digest, []string) {
	digests, texts = slices.Clone(digests), slices.Clone(texts)
	rand.New(rand.NewPCG(7, 8)).Shuffle(len(digests), func(i, k int) {
		digests[i], digests[k], texts[i], texts[k] = digests[k], digests[i], texts[k], texts[i]
	})
	return digests, texts
}

func TestWorld(t *testing.T) {
	const precisionBar, recallBar = 0.98, 0.25
	digests, texts, truth := world(t, 400)
	hidden, days, rightDays, months, rightMonths := 0, 0, 0, 0, 0
	found := dates.NewDater().Run(digests)
	if a, b := dump(digests, texts), dump(shuffled(digests, texts)); a != b {
		t.Error("the result depends on the order of the articles")
	}
	for i, v := range found {
		if !digests[i].Published.IsZero() {
			continue
		}
		hidden++
		right := v.Published == truth[i]
		switch v.Precision {
		case "day":
			days++
			if right {
				rightDays++
			}
		case "month":
			months++
			if right = v.Published == truth[i].MonthStart(); right {
				rightMonths++
			}
		default:
			continue
		}
		if !right {
			t.Logf("%s, should be %s:\n%s", v.Published, truth[i], texts[i])
			for _, p := range v.Shown {
				t.Logf("    %s: %s %s", digests[p.Digest].SourceURI, texts[p.Digest][p.Start:p.End], p.Day)
			}
		}
	}
	t.Logf("of %d: %d by day, %d of them right; %d by month, %d of them right", hidden, days, rightDays, months, rightMonths)
	if precision := float64(rightDays) / float64(days); !(precision >= precisionBar) {
		t.Errorf("precision of days %.3f should be %.2f", precision, precisionBar)
	}
	if precision := float64(rightMonths) / float64(months); !(precision >= precisionBar) {
		t.Errorf("precision of months %.3f should be %.2f", precision, precisionBar)
	}
	if recall := float64(rightDays) / float64(hidden); recall < recallBar {
		t.Errorf("recall of days %.3f should be %.2f", recall, recallBar)
	}
}

func BenchmarkDater(b *testing.B) {
	for _, n := range []int{2000, 8000} {
		digests, _, _ := world(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				dates.NewDater().Run(digests)
			}
		})
	}
}
