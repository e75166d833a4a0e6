package stories_test

import (
	"fmt"
	"testing"

	"parley/schemas"
	"parley/stages/stagetest"
	"parley/stages/stories"
)

// BenchmarkRun is a day that thousands of articles report.
func BenchmarkRun(b *testing.B) {
	var articles []schemas.Article
	var events []schemas.Event
	var sentences []schemas.Sentence
	for i := range 12_000 {
		id := fmt.Sprintf("%012d", i)
		articles = append(articles, schemas.Article{ArticleID: id, Published: schemas.NewDate(2022, 3, 10), DatePrecision: "day"})
		for j := range 4 {
			e, _ := told("a " + []string{"ASSAULT", "CONSULT", "ACCUSE", "AGREE"}[j] + " 2022-03-10 north south - - met")
			e.EventID, e.ArticleID, e.Sentence, e.Anchor = fmt.Sprintf("%s/e%05d", id, j), id, int32(j), fmt.Sprintf("word%d", i%700)
			e.Date = e.Date.AddDays(i % 30)
			events = append(events, e)
			sentences = append(sentences, schemas.Sentence{ArticleID: id, Sentence: int32(j), Text: fmt.Sprintf("Wordings%d of another%d sentence%d differ", i%9000, j, i%800)})
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
