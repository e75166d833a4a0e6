package schemas

// Figure is one quantity. Key and order: figure_id. Made by stages/figures.
type Figure struct {
	FigureID       string   `col:"figure_id" doc:"stable id: article_id/fNNNNN"`
	ArticleID      string   `col:"article_id" ref:"articles.article_id" doc:"the article"`
	Sentence       int32    `col:"sentence" doc:"number of the sentence"`
	Start          int32    `col:"start" doc:"first code point in articles.text"`
	End            int32    `col:"end" doc:"code point after the last"`
	Text           string   `col:"text" span:"start" doc:"the words, equal to articles.text[start:end]"`
	Value          *float64 `col:"value" null:"yes" doc:"the number in unit; null for a range"`
	Low            *float64 `col:"low" null:"yes" doc:"lower bound in unit; null when open"`
	High           *float64 `col:"high" null:"yes" doc:"upper bound in unit; null when open"`
	Modifier       string   `col:"modifier" enum:"exact,approx,at_least,at_most,more_than,less_than" doc:"the hedge"`
	Unit           string   `col:"unit" doc:"what is counted or measured: person, item, kilometre, hour, percent, USD ..."`
	Kind           string   `col:"kind" enum:"killed,wounded,casualties,displaced,trapped,detained,troops,equipment,attack,money,distance,area,duration,share,agenda,other_count" doc:"what the figure is about"`
	Subject        string   `col:"subject" null:"yes" doc:"the noun phrase counted, as written"`
	Place          string   `col:"place" null:"yes" doc:"where, as written"`
	AsOf           Date     `col:"as_of" null:"yes" doc:"day for which the figure holds; null unless the text gives it"`
	AttributedToID string   `col:"attributed_to_id" null:"yes" ref:"actors.actor_id" doc:"who claims it; null in the article's own voice"`
	StatementID    string   `col:"statement_id" null:"yes" ref:"statements.statement_id" doc:"the statement that holds it"`
	Certainty      string   `col:"certainty" enum:"reported,claimed,projected,hypothetical" doc:"claimed where attributed_to_id is set"`
	Counted        string   `col:"counted" null:"yes" doc:"what is counted, one word for its synonyms: person, civilian, combatant, child, tank ...; null for a measure or a bare number"`
	CountedCountry string   `col:"counted_country" null:"yes" doc:"ISO 3166-1 alpha-3 code of the state that the people or things counted belong to; null unless the sentence tells"`
	Basis          string   `col:"basis" null:"yes" enum:"cumulative,incident,rate" doc:"a total up to a day, the number of one day or event, or so many a day; null unless the sentence tells"`
}

var figures = define[Figure]("figures", "figures", "one quantity", "figure_id")
