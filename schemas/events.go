package schemas

// Event is one event reported. Key and order: event_id. Made by stages/events.
type Event struct {
	EventID       string   `col:"event_id" doc:"stable id: article_id/eNNNNN"`
	ArticleID     string   `col:"article_id" ref:"articles.article_id" doc:"the article"`
	Sentence      int32    `col:"sentence" doc:"number of the sentence"`
	Start         int32    `col:"start" doc:"first code point of the anchor in articles.text"`
	End           int32    `col:"end" doc:"code point after the anchor's last"`
	Anchor        string   `col:"anchor" span:"start" doc:"the trigger, equal to articles.text[start:end]"`
	Type          string   `col:"type" enum:"AGREE,CONSULT,SUPPORT,COOPERATE,AID,CONCEDE,REQUEST,ACCUSE,REJECT,THREATEN,PROTEST,SANCTION,MOBILIZE,COERCE,ASSAULT,RETREAT,INVESTIGATE" doc:"PLOVER event type"`
	CameoRoot     string   `col:"cameo_root" doc:"CAMEO root code, 01 to 20"`
	QuadClass     int32    `col:"quad_class" doc:"1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"`
	SourceIDs     []string `col:"source_ids" ref:"actors.actor_id" doc:"who did it; all parties of a mutual event; empty when the text does not say"`
	TargetIDs     []string `col:"target_ids" ref:"actors.actor_id" doc:"to whom"`
	Date          Date     `col:"date" null:"yes" doc:"day of the event; the first of the month or year where date_precision says so; null unless the text gives it"`
	DatePrecision string   `col:"date_precision" null:"yes" enum:"day,month,year" doc:"how exact date is"`
	Place         string   `col:"place" null:"yes" doc:"where, as written"`
	Status        string   `col:"status" enum:"happened,ongoing,planned,denied_or_failed" doc:"whether it happened"`
	StatementID   string   `col:"statement_id" null:"yes" ref:"statements.statement_id" doc:"the statement that tells of it; null when the article itself does"`
	Confidence    float64  `col:"confidence" doc:"how sure the method is, 0 to 1"`
	Story         string   `col:"story" ref:"events.event_id" doc:"the same for all rows that report one event, in whatever article: the event_id of the row that tells most of it; an event told once has its own. Count the distinct ones, or the rows where story = event_id, to count events and not reports"`
	Level         string   `col:"level" null:"yes" enum:"leaders,ministers,delegations,working_groups,mediators" doc:"of a CONSULT: the lowest rank that the text gives to those who take part: leaders (heads of state, government or an organisation), ministers, delegations (envoys, negotiators, officials), working_groups (experts); mediators where they act alone and no rank is told; null where the text does not say, and for other types"`
	Format        string   `col:"format" null:"yes" enum:"in_person,video,phone" doc:"of a CONSULT: how those who take part meet; null where the text does not say, and for other types"`
	Round         *int32   `col:"round" null:"yes" doc:"of a CONSULT: the number of the round of talks, as the text counts it; null where the text does not say, and for other types"`
	Background    bool     `col:"background" doc:"the article takes the event as known (\"since the invasion\") instead of telling it as news; such rows are in no count of news"`
	SourceText    string   `col:"source_text" null:"yes" doc:"the words for who did it, as written; several parties are separated by a semicolon"`
	TargetText    string   `col:"target_text" null:"yes" doc:"the words for whom it was done to, likewise"`
	NewsDate      Date     `col:"news_date" null:"yes" doc:"of news: the day on which it happened or is to happen, or else that of the article; the first of the month or year where the text gives no day and the article came out later; null for background, and where the article has no date"`
	DateMethod    string   `col:"date_method" null:"yes" enum:"clause,paragraph,article" doc:"where news_date is from: a time in the event's own sentence, the sentences that tell it again or stand around it, or the article's day; null without one"`
	PlaceID       string   `col:"place_id" null:"yes" doc:"number of place in GeoNames; null where it is no city that is known"`
	Lat           *float64 `col:"lat" null:"yes" doc:"latitude of place in degrees, north positive, to a hundredth; null likewise"`
	Lon           *float64 `col:"lon" null:"yes" doc:"longitude of place in degrees, east positive, likewise"`
	PlaceCountry  string   `col:"place_country" null:"yes" doc:"country of place, ISO 3166 alpha-3; null where it is not known or disputed"`
}

var events = define[Event]("events", "events", "one event reported", "event_id")
