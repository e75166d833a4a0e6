package schemas

// Mention is one place where an actor is named or referred to.
// Key and order: article_id, start, end, actor_id. Made by stages/actors.
type Mention struct {
	ArticleID string `col:"article_id" ref:"articles.article_id" doc:"the article"`
	Sentence  int32  `col:"sentence" doc:"number of the sentence"`
	Start     int32  `col:"start" doc:"first code point in articles.text"`
	End       int32  `col:"end" doc:"code point after the last"`
	Text      string `col:"text" span:"start" doc:"the words, equal to articles.text[start:end]"`
	ActorID   string `col:"actor_id" ref:"actors.actor_id" doc:"who is meant"`
	Kind      string `col:"kind" enum:"name,title,pronoun" doc:"how the actor is referred to"`
	Role      string `col:"role" null:"yes" doc:"the role that the text gives at this place"`
}

var mentions = define[Mention]("mentions", "actors", "one place where an actor is named or referred to", "article_id", "start", "end", "actor_id")
