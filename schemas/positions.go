package schemas

// Position is one position that an actor takes on an issue of a conflict: what it
// wants, offers, accepts or refuses in its settlement or in its conduct towards
// the other side. Key and order: position_id. Made by stages/positions.
type Position struct {
	PositionID    string  `col:"position_id" doc:"stable id: article_id/pNNNNN"`
	ArticleID     string  `col:"article_id" ref:"articles.article_id" doc:"the article"`
	Sentence      int32   `col:"sentence" doc:"number of the sentence"`
	Start         int32   `col:"start" doc:"first code point of the content in articles.text"`
	End           int32   `col:"end" doc:"code point after the content's last"`
	Content       string  `col:"content" span:"start" doc:"what is wanted, offered, accepted or refused, equal to articles.text[start:end]"`
	ActorID       string  `col:"actor_id" null:"yes" ref:"actors.actor_id" doc:"whose position it is; null where no known actor is named for it"`
	HolderText    string  `col:"holder_text" null:"yes" doc:"the words for whose it is, as written; null where the sentence does not name them"`
	Side          string  `col:"side" null:"yes" doc:"side for which the actor takes it, from the profile"`
	Issue         string  `col:"issue" enum:"ceasefire,withdrawal,territory,status,guarantees,alliances,arms,nuclear,prisoners,humanitarian,return,accountability,sanctions,governance,rights,economy,talks,ratification,other" doc:"what it is about, of the general list"`
	Point         string  `col:"point" null:"yes" doc:"what of it: an issue of the profile whose words the content has; null without one"`
	PAX           string  `col:"pax" null:"yes" doc:"heading of the PA-X Peace Agreements Database that fits the issue; null where none does"`
	Stance        string  `col:"stance" enum:"demands,offers,accepts,rejects,conditional" doc:"demands: wants it of others; offers: would do or give it; accepts: agrees to what others want or both negotiate; rejects: refuses; conditional: only if"`
	Condition     string  `col:"condition" null:"yes" doc:"the words of the condition; null unless the stance is conditional and the sentence tells it"`
	AddresseeID   string  `col:"addressee_id" null:"yes" ref:"actors.actor_id" doc:"towards whom; null where the text does not say"`
	Answers       string  `col:"answers" null:"yes" ref:"positions.position_id" doc:"the position of another actor that it answers"`
	HeldOn        Date    `col:"held_on" null:"yes" doc:"day on which it was taken: of the statement, else of the event; null unless the text gives it"`
	DatePrecision string  `col:"date_precision" null:"yes" enum:"day,month,year" doc:"how exact held_on is"`
	Background    bool    `col:"background" doc:"the article tells it as known, not as news"`
	StatementID   string  `col:"statement_id" null:"yes" ref:"statements.statement_id" doc:"the statement in which it is taken; null when the article itself tells it"`
	EventID       string  `col:"event_id" null:"yes" ref:"events.event_id" doc:"the event by which it is taken; null without one"`
	OwnWords      bool    `col:"own_words" doc:"whether the holder says so itself: the statement's speaker is the holder, of its side or of its country"`
	Confidence    float64 `col:"confidence" doc:"how sure the method is that the sentence tells a position on that issue, 0 to 1"`
}

var positions = define[Position]("positions", "positions", "one position that an actor takes on an issue", "position_id")
