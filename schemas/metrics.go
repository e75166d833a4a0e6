package schemas

// The metric tables leave out copies (articles.duplicate_of is set) and
// undated articles. A period is a day, an ISO 8601 week (from its Monday) or
// a month (from its first day), by the article's day of publication; an article
// or event that is dated to the month only counts in months only.

// StatementFrequency counts the statements of one actor in one period.
// Key and order: period, period_start, actor_id. Made by stages/aggregate.
type StatementFrequency struct {
	Period      string  `col:"period" enum:"day,week,month" doc:"length of the period"`
	PeriodStart Date    `col:"period_start" doc:"first day of the period"`
	ActorID     string  `col:"actor_id" ref:"actors.actor_id" doc:"the speaker"`
	Name        string  `col:"name" doc:"the speaker's name"`
	Side        string  `col:"side" null:"yes" doc:"the speaker's side, from the profile"`
	Statements  int32   `col:"statements" doc:"number of statements with a known speaker, one printed twice in an article counted once"`
	Direct      int32   `col:"direct" doc:"of them direct"`
	Indirect    int32   `col:"indirect" doc:"of them indirect"`
	Mixed       int32   `col:"mixed" doc:"of them mixed"`
	AboutTalks  int32   `col:"about_talks" doc:"of them about the talks"`
	Articles    int32   `col:"articles" doc:"number of articles that carry them, copies included"`
	Share       float64 `col:"share" doc:"share of all statements with a known speaker in the period, 0 to 1"`
	Utterances  int32   `col:"utterances" doc:"of the statements those that repeat no earlier quotation, in any article"`
}

var statementFrequency = define[StatementFrequency]("statement_frequency", "aggregate", "actor x period", "period", "period_start", "actor_id")

// TalksSentiment is the mean attitude to the talks of one group in one period.
// Key and order: period, period_start, group, group_id. Made by stages/aggregate.
type TalksSentiment struct {
	Period      string   `col:"period" enum:"day,week,month" doc:"length of the period"`
	PeriodStart Date     `col:"period_start" doc:"first day of the period"`
	Group       string   `col:"group" enum:"all,side,actor,voice" doc:"all: every sentence; side, actor: of one holder; voice: the articles' own or the quoted"`
	GroupID     string   `col:"group_id" doc:"all; the side; the actor id; article or quoted"`
	Mean        float64  `col:"mean" doc:"mean of sentences.talks_sentiment, -1 to +1"`
	CILow       *float64 `col:"ci_low" null:"yes" doc:"lower end of the 95% bootstrap interval over articles; null with fewer than two articles"`
	CIHigh      *float64 `col:"ci_high" null:"yes" doc:"upper end"`
	Positive    int32    `col:"positive" doc:"sentences above 0"`
	Neutral     int32    `col:"neutral" doc:"sentences at 0"`
	Negative    int32    `col:"negative" doc:"sentences below 0"`
	Sentences   int32    `col:"sentences" doc:"number of sentences"`
	Articles    int32    `col:"articles" doc:"number of articles that carry them, copies included"`
	Change      *float64 `col:"change" null:"yes" doc:"mean less that of the group's period before with sentences; null unless their intervals lie apart"`
}

var talksSentiment = define[TalksSentiment]("talks_sentiment", "aggregate", "group x period", "period", "period_start", "group", "group_id")

// EventCount counts events of one type between two sides in one period.
// Key and order: period, period_start, type, source_side, target_side. Made by stages/aggregate.
type EventCount struct {
	Period      string `col:"period" enum:"day,week,month" doc:"length of the period"`
	PeriodStart Date   `col:"period_start" doc:"first day of the period, by the event's date, else by the article's; an event dated to the month counts in months only"`
	Type        string `col:"type" enum:"AGREE,CONSULT,SUPPORT,COOPERATE,AID,CONCEDE,REQUEST,ACCUSE,REJECT,THREATEN,PROTEST,SANCTION,MOBILIZE,COERCE,ASSAULT,RETREAT,INVESTIGATE" doc:"PLOVER event type"`
	SourceSide  string `col:"source_side" doc:"side of the source; its country where it has no side; other or unknown"`
	TargetSide  string `col:"target_side" doc:"side of the target, likewise; none where the event has no target"`
	Events      int32  `col:"events" doc:"number of events told as news; those told as background, denied or failed are left out"`
	Articles    int32  `col:"articles" doc:"number of articles that carry them, copies included"`
	Stories     int32  `col:"stories" doc:"of the events those whose story is their own: what ten articles report is counted once, where its fullest report stands"`
}

var eventCounts = define[EventCount]("event_counts", "aggregate", "dyad x type x period", "period", "period_start", "type", "source_side", "target_side")

// FigureSeries is one quantity by claimant side and period.
// Key and order: kind, unit, place, claimed_by_side, period, period_start,
// counted, counted_side, basis. Made by stages/aggregate.
type FigureSeries struct {
	Kind          string   `col:"kind" enum:"killed,wounded,casualties,displaced,trapped,detained,troops,equipment,attack,money,distance,area,duration,share,agenda,other_count" doc:"as figures.kind"`
	Unit          string   `col:"unit" doc:"as figures.unit"`
	Place         string   `col:"place" doc:"as figures.place, spelling variants of a town brought together; any where no place is given"`
	ClaimedBySide string   `col:"claimed_by_side" doc:"side of the claimant; its country where it has no side; united-nations for the UN and its agencies; other; article for the articles' own voice"`
	Period        string   `col:"period" enum:"day,week,month" doc:"length of the period"`
	PeriodStart   Date     `col:"period_start" doc:"first day of the period"`
	Low           *float64 `col:"low" null:"yes" doc:"lowest value or lower bound reported, in unit"`
	Median        *float64 `col:"median" null:"yes" doc:"median of the values, in unit; of a range the middle"`
	High          *float64 `col:"high" null:"yes" doc:"highest value or upper bound reported, in unit"`
	Reports       int32    `col:"reports" doc:"number of figures, projected and hypothetical ones left out"`
	Articles      int32    `col:"articles" doc:"number of articles that carry them, copies included"`
	Counted       string   `col:"counted" doc:"as figures.counted; any where it is null"`
	CountedSide   string   `col:"counted_side" doc:"side of the people or things counted (whose losses, whose troops); their country where it has no side; any where it is not told"`
	Basis         string   `col:"basis" doc:"as figures.basis; any where it is not told"`
}

var figureSeries = define[FigureSeries]("figure_series", "aggregate", "kind x counted x place x claimant side x period", "kind", "unit", "place", "claimed_by_side", "period", "period_start", "counted", "counted_side", "basis")

// PositionLedger is the stance of one actor or side on one issue in one period.
// Key and order: period, period_start, group, holder_id, issue, point. Made by
// stages/aggregate.
type PositionLedger struct {
	Period      string `col:"period" enum:"day,week,month" doc:"length of the period"`
	PeriodStart Date   `col:"period_start" doc:"first day of the period, by the day on which the position was held, else by the article's; what is told as known, without a day, is in no period"`
	Group       string `col:"group" enum:"actor,side" doc:"whether one actor's positions are counted or all of a side"`
	HolderID    string `col:"holder_id" doc:"the actor id; the side, or the country of those without a side"`
	Issue       string `col:"issue" enum:"ceasefire,withdrawal,territory,status,guarantees,alliances,arms,nuclear,prisoners,humanitarian,return,accountability,sanctions,governance,rights,economy,talks,ratification,other" doc:"as positions.issue"`
	Point       string `col:"point" doc:"as positions.point; any where it is null"`
	Stance      string `col:"stance" enum:"demands,offers,accepts,rejects,conditional" doc:"the stance that holds: the one that most articles tell, of several the last"`
	FirstHeld   Date   `col:"first_held" doc:"first day of the first of the periods, one after the other among those with a row, in which this stance holds"`
	LastHeld    Date   `col:"last_held" doc:"last day in the period on which any stance is told; of what is dated to the month its first day"`
	Changed     bool   `col:"changed" doc:"whether the holder accepts or offers what it refused before, or refuses what it accepted or offered: the same content, in its own words or in two articles"`
	ChangedFrom string `col:"changed_from" null:"yes" ref:"positions.position_id" doc:"the position before the change; null unless changed"`
	ChangedTo   string `col:"changed_to" null:"yes" ref:"positions.position_id" doc:"the position after it; null unless changed"`
	Positions   int32  `col:"positions" doc:"number of positions in the period"`
	Demands     int32  `col:"demands" doc:"of them demands"`
	Offers      int32  `col:"offers" doc:"of them offers"`
	Accepts     int32  `col:"accepts" doc:"of them accepts"`
	Rejects     int32  `col:"rejects" doc:"of them rejects"`
	Conditional int32  `col:"conditional" doc:"of them conditional"`
	OwnWords    int32  `col:"own_words" doc:"of the positions those in the holder's own words"`
	Articles    int32  `col:"articles" doc:"number of articles that tell the stance, copies included"`
}

var positionLedger = define[PositionLedger]("position_ledger", "aggregate", "actor or side x issue x period", "period", "period_start", "group", "holder_id", "issue", "point")
