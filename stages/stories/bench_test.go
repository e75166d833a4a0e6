package stories_test

import (
	"fmt"
	"testing"

	"parley/schemas"
	"parley/stages/stagetest"
	"parley/stages/stories"
)

// BenchmarkRun is a month, and then a day, that thousands of articles report.
func BenchmarkRun(b *testing.B) {
	for _, days := range []int{30, 1} {
		b.Run(fmt.Sprintf("%ddays", days), func(b *testing.B) { bench(b, days) })
	}
}

func bench(b *testing.B, days int) {
	var articles []schemas.Article
	var events []schemas.Event
	var sentences []schemas.Sentence
	for i := range 12_000 {
		id := fmt.Sprintf("%012d", i)
		articles = append(articles, schemas.Article{ArticleID: id, Published: schemas.NewDate(2022, 3, 10), DatePrecision: "day"})
		for j := range 4 {
			e, _ := told("a " + []string{"ASSAULT", "CONSULT", "ACCUSE", "AGREE"}[j] + " 2022-03-10 north south - - met")
			e.EventID, e.ArticleID, e.Sentence, e.Anchor = fmt.Sprintf("%s/e%05d", id, j), id, int32(j), fmt.Sprintf("%06dword", i%700)
			e.Date = e.Date.AddDays(i % days)
			events = append(events, e)
			sentences = append(sentences, schemas.Sentence{ArticleID: id, Sentence: int32(j), Text: fmt.Sprintf("%06dwords of %06dothers and %06dmore in %06dsentences", i, 7*i, i%800, 3*i)})
		}
	}
	stage, err := stories.New(stories.Options{})
	if err != nil {
		b.Fatal(err)
	}
	s := stagetest.NewStore(articles, actors, events, sentences)
	b.ReportAllocs()
	for b.Loop() {
		if err := stage.Run(s); err != nil {
			b.Fatal(err)
		}
	}
}
