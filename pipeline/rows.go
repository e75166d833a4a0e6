package pipeline

import (
	"cmp"
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
)

// sentenceRows joins the sentences of an article with what it says of the talks in them.
func sentenceRows(d *stages.Document) []schemas.Sentence {
	rows := make([]schemas.Sentence, len(d.Sentences))
	for i, s := range d.Sentences {
		rows[i] = schemas.Sentence{
			ArticleID: d.Article.ArticleID, Sentence: int32(i),
			Start: d.CodePoint(s.Start), End: d.CodePoint(s.End), Text: d.Article.Text[s.Start:s.End],
		}
		if i < len(d.SentenceAttitudes) {
			a := d.SentenceAttitudes[i]
			rows[i].AboutTalks, rows[i].TalksSentiment, rows[i].Attitude, rows[i].AttitudeOf, rows[i].TalksEvidence = a.AboutTalks, a.Score, a.Class, a.Holder, a.Evidence
		}
	}
	return rows
}

// statementRows joins the statements with their attitude to the talks.
func statementRows(d *stages.Document) []schemas.Statement {
	rows := make([]schemas.Statement, len(d.Statements))
	for i, s := range d.Statements {
		rows[i] = s.Statement
		if i < len(d.StatementAttitudes) {
			rows[i].AboutTalks, rows[i].TalksSentiment = d.StatementAttitudes[i].AboutTalks, d.StatementAttitudes[i].Score
		}
	}
	return rows
}

// mentionRows are the mentions in the table's order, but for those of groups
// by a mere noun.
func mentionRows(d *stages.Document) []schemas.Mention {
	rows := make([]schemas.Mention, 0, len(d.Mentions))
	for _, m := range d.Mentions {
		if m.Kind != stages.NominalMention {
			rows = append(rows, m.Mention)
		}
	}
	slices.SortFunc(rows, func(a, b schemas.Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), strings.Compare(a.ActorID, b.ActorID))
	})
	return rows
}

// articleRows is the article with what later layers count of it.
func articleRows(d *stages.Document) []schemas.Article {
	a := d.Article
	a.Sentences = int32(len(d.Sentences))
	return []schemas.Article{a}
}
