package schemas

// MeetingReport is one meeting as one article tells of it, however often it
// does. Key and order: report_id. Made by stages/meetings, which joins the
// reports of all articles to meetings.
type MeetingReport struct {
	ReportID        string   `col:"report_id" doc:"stable id: article_id/mNNNNN"`
	ArticleID       string   `col:"article_id" ref:"articles.article_id" doc:"the article"`
	MeetingID       string   `col:"meeting_id" ref:"meetings.meeting_id" doc:"the meeting that it reports"`
	Sentence        int32    `col:"sentence" doc:"number of the sentence that tells most of it"`
	Start           int32    `col:"start" doc:"first code point in articles.text of the word there that tells of it"`
	End             int32    `col:"end" doc:"code point after its last"`
	Anchor          string   `col:"anchor" span:"start" doc:"that word, equal to articles.text[start:end]"`
	EventIDs        []string `col:"event_ids" ref:"events.event_id" doc:"the events of the article that are the meeting"`
	Date            Date     `col:"date" null:"yes" doc:"day of the meeting, its first of several; the first of the month or year where date_precision says so; null unless the text gives it"`
	DatePrecision   string   `col:"date_precision" null:"yes" enum:"day,month,year" doc:"how exact date is"`
	Place           string   `col:"place" null:"yes" doc:"where, as written"`
	Parties         []string `col:"parties" ref:"actors.actor_id" doc:"those who meet; empty when the text does not say"`
	Hosts           []string `col:"hosts" ref:"actors.actor_id" doc:"who hosts or mediates without being one of the parties"`
	Level           string   `col:"level" null:"yes" enum:"leaders,ministers,delegations,officials,groups,mixed" doc:"rank of those who take part, as in meetings; null where the text does not say"`
	Format          string   `col:"format" null:"yes" enum:"in_person,video,phone" doc:"how they meet; null where the text does not say"`
	Round           *int32   `col:"round" null:"yes" doc:"number of the round of talks, as the text counts it; null where the text does not say"`
	Status          string   `col:"status" enum:"held,ongoing,planned,failed" doc:"whether it took place, as the article tells it"`
	Outcome         string   `col:"outcome" null:"yes" enum:"agreement,progress,none" doc:"what came of it; null where the article does not say"`
	OutcomeSentence *int32   `col:"outcome_sentence" null:"yes" doc:"number of the sentence that tells the outcome; null without one"`
	Background      bool     `col:"background" doc:"the article takes the meeting as known instead of telling it as news"`
	Confidence      float64  `col:"confidence" doc:"how sure the method is that this is a meeting on the conflict, 0 to 1"`
}

// Meeting is one meeting, call or round of talks, once, from all reports of it.
// Key and order: meeting_id. Made by stages/meetings.
type Meeting struct {
	MeetingID       string   `col:"meeting_id" doc:"stable id: report_id of the report that tells most of it"`
	Date            Date     `col:"date" null:"yes" doc:"day of the meeting, its first of several; the first of the month or year where date_precision says so; null unless a text gives it"`
	DatePrecision   string   `col:"date_precision" null:"yes" enum:"day,month,year" doc:"how exact date is"`
	EndDate         Date     `col:"end_date" null:"yes" doc:"last day of a meeting of several days; null where no text tells of several"`
	Place           string   `col:"place" null:"yes" doc:"where, as most reports write it"`
	Country         string   `col:"country" null:"yes" doc:"country of the place, ISO 3166 alpha-3; null where it is not known or disputed"`
	Parties         []string `col:"parties" ref:"actors.actor_id" doc:"those who meet"`
	Sides           []string `col:"sides" doc:"sides of the profile that are among the parties, by themselves or by those who act for them; empty without a profile"`
	Mediators       []string `col:"mediators" ref:"actors.actor_id" doc:"parties that are mediators of the profile, and hosts that are"`
	Hosts           []string `col:"hosts" ref:"actors.actor_id" doc:"who hosts or mediates without being one of the parties"`
	Level           string   `col:"level" null:"yes" enum:"leaders,ministers,delegations,officials,groups,mixed" doc:"rank of those who take part: leaders (heads of state, government or an organisation), ministers, delegations (envoys, negotiators), officials (others who hold an office, experts), groups (armed groups, parties without a state), mixed (of several of these ranks); null where no text says"`
	Format          string   `col:"format" null:"yes" enum:"in_person,video,phone" doc:"how they meet; null where no text says"`
	Round           *int32   `col:"round" null:"yes" doc:"number of the round of talks, as the texts count it; null where none says"`
	Status          string   `col:"status" enum:"held,ongoing,planned,failed" doc:"whether it took place, by the latest reports: what was planned and is told later as held was held"`
	Outcome         string   `col:"outcome" null:"yes" enum:"agreement,progress,none" doc:"what came of it: something was agreed, it is told as progress, it is told as without result; null where no text says"`
	OutcomeArticle  string   `col:"outcome_article_id" null:"yes" ref:"articles.article_id" doc:"the article that tells the outcome; null without one"`
	OutcomeSentence *int32   `col:"outcome_sentence" null:"yes" doc:"number of the sentence in it that does; null without one"`
	Reports         int32    `col:"reports" doc:"rows of meeting_reports that tell of it, one an article, copies included"`
	Articles        int32    `col:"articles" doc:"articles that tell of it, copies left out"`
	EventIDs        []string `col:"event_ids" ref:"events.event_id" doc:"the events that are the meeting, of all its articles"`
	Confidence      float64  `col:"confidence" doc:"how sure the method is that this is a meeting on the conflict, 0 to 1: of the surest report"`
}

var (
	meetingReports = define[MeetingReport]("meeting_reports", "meetings", "one meeting as one article tells of it", "report_id")
	meetings       = define[Meeting]("meetings", "meetings", "one meeting, call or round of talks", "meeting_id")
)
