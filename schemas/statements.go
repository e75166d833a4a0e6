package schemas

// Statement is one attributed content under one cue. Key and order: statement_id.
// Made by stages/statements; the talks columns by stages/sentiment, repeats across articles by stages/repeats.
type Statement struct {
	StatementID    string   `col:"statement_id" doc:"stable id: article_id/sNNNNN"`
	ArticleID      string   `col:"article_id" ref:"articles.article_id" doc:"the article"`
	Sentence       int32    `col:"sentence" doc:"number of the sentence where the content begins"`
	Start          int32    `col:"start" doc:"first code point of the content in articles.text"`
	End            int32    `col:"end" doc:"code point after the content's last"`
	SpeakerID      string   `col:"speaker_id" null:"yes" ref:"actors.actor_id" doc:"who said it; null when not resolved"`
	SpeakerText    string   `col:"speaker_text" null:"yes" doc:"the speaker as named at this place; null for a quotation without one"`
	Cue            string   `col:"cue" null:"yes" doc:"the words that attribute, such as said or according to; null for a bare quotation"`
	Type           string   `col:"type" enum:"direct,indirect,mixed" doc:"direct: all in quotation marks; indirect: none; mixed: both"`
	Content        string   `col:"content" doc:"what was said; the pieces of spans joined by a space"`
	Spans          []Span   `col:"spans" doc:"the pieces of the content in articles.text"`
	Medium         string   `col:"medium" null:"yes" doc:"the words for where it was said, such as on Twitter"`
	RelayedByID    string   `col:"relayed_by_id" null:"yes" ref:"actors.actor_id" doc:"outlet or agency that the article credits for it"`
	SaidOn         Date     `col:"said_on" null:"yes" doc:"day on which it was said; null unless the text gives it"`
	DatePrecision  string   `col:"date_precision" null:"yes" enum:"day,month,year" doc:"how exact said_on is"`
	AboutTalks     bool     `col:"about_talks" doc:"whether the content is about the talks"`
	TalksSentiment *float64 `col:"talks_sentiment" null:"yes" doc:"attitude to the talks, -1 to +1; null unless about_talks"`
	RepeatOf       string   `col:"repeat_of" null:"yes" ref:"statements.statement_id" doc:"statement with the same words: one before it in the article, or the earliest in another article"`
	Confidence     float64  `col:"confidence" doc:"how sure the method is, 0 to 1"`
	CoSpeakerIDs   []string `col:"co_speaker_ids" ref:"actors.actor_id" doc:"who said it together with speaker_id, in the order of the text; empty for one speaker"`
	AddresseeID    string   `col:"addressee_id" null:"yes" ref:"actors.actor_id" doc:"to whom it was said, where the words at the cue tell; null otherwise"`
	SourceType     string   `col:"source_type" null:"yes" enum:"named,role,organisation,document,anonymous,group" doc:"what the speaker is at this place: named: a person whose name is known; role: one whom only an office tells; organisation: a state or body; document: a statement or report speaks; anonymous: an unnamed official or source; group: several or a kind of people; null without a speaker"`
}

var statements = define[Statement]("statements", "statements", "one attributed content under one cue", "statement_id")
