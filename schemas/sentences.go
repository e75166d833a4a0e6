package schemas

// Sentence is one sentence of an article. Key and order: article_id, sentence.
// Made by stages/annotate; the talks columns by stages/sentiment.
type Sentence struct {
	ArticleID      string   `col:"article_id" ref:"articles.article_id" doc:"the article"`
	Sentence       int32    `col:"sentence" doc:"number of the sentence in the article, from 0"`
	Start          int32    `col:"start" doc:"first code point in articles.text"`
	End            int32    `col:"end" doc:"code point after the last"`
	Text           string   `col:"text" span:"start" doc:"the sentence, equal to articles.text[start:end]"`
	AboutTalks     bool     `col:"about_talks" doc:"whether the sentence is about negotiations, mediation, a ceasefire or a settlement and its terms"`
	TalksSentiment *float64 `col:"talks_sentiment" null:"yes" doc:"attitude to the talks or their prospects, -1 to +1; null unless about_talks"`
	AttitudeOf     string   `col:"attitude_of" null:"yes" ref:"actors.actor_id" doc:"whose attitude it is; null for the article's own voice"`
	TalksEvidence  []Span   `col:"talks_evidence" doc:"the words in articles.text that show that the sentence is about the talks, in order of place; empty where only what stands around them does"`
	Attitude       *int32   `col:"attitude" null:"yes" doc:"attitude to the talks or their prospects, the likeliest of -1 (bad faith, refusal, deadlock), 0 and 1 (progress, readiness); counts use it; null unless about_talks"`
}

var sentences = define[Sentence]("sentences", "annotate", "one sentence", "article_id", "sentence")
