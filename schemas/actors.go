package schemas

// ActorKinds is the closed list of actors.kind.
const ActorKinds = "person,state,government_body,igo,ngo,armed_force,company,media,group"

// Actor is one actor of the corpus. Key and order: actor_id.
// Made by stages/actors from the mentions of all articles, copies left out.
type Actor struct {
	ActorID    string   `col:"actor_id" doc:"stable id: that of the list, or x- and the name for an actor found in the text"`
	Name       string   `col:"name" doc:"canonical English name"`
	Kind       string   `col:"kind" enum:"person,state,government_body,igo,ngo,armed_force,company,media,group" doc:"what the actor is"`
	Country    string   `col:"country" null:"yes" doc:"ISO 3166-1 alpha-3 code of the state it belongs to"`
	Side       string   `col:"side" null:"yes" doc:"side in the conflict, from the profile"`
	Roles      []string `col:"roles" doc:"roles as the texts give them, commonest first"`
	Aliases    []string `col:"aliases" doc:"every form seen by name or title, sorted"`
	Known      bool     `col:"known" doc:"whether the actor is in a list (true) or was found in the text (false)"`
	Mentions   int32    `col:"mentions" doc:"number of mentions"`
	Articles   int32    `col:"articles" doc:"number of articles that mention it"`
	Statements int32    `col:"statements" doc:"number of statements it makes"`
	FirstSeen  Date     `col:"first_seen" null:"yes" doc:"earliest publication day of an article that mentions it"`
	LastSeen   Date     `col:"last_seen" null:"yes" doc:"latest publication day of an article that mentions it"`
}

var actors = define[Actor]("actors", "actors", "one actor of the corpus", "actor_id")
