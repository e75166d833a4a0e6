// Package actors is the stage that finds who is named or referred to.
//
// In: an article's text with its sentences and tokens. Out: its mentions, each
// tied to an actor, and the actors, sorted by id. NewObserver makes the table
// of all actors from them.
//
// # Method
//
// Six steps, each of which takes only words that no earlier one took:
//
//  1. names: what the lists name, longest match first. Names of states and
//     organisations match word for word (fold) and need the capitals that the
//     list gives them; persons match by sound, so that every Latin rendering
//     of a name finds the one entry, and so does a name that machine translation
//     left declined ("Zełenskiego"). Bodies that every state has are made of
//     the state's adjective or name and a head: "Ukrainian defence ministry";
//     an organisation whose role is that body is meant where the state has one.
//     A capital is its state's government unless the words about it show a
//     place; a state after "in" is a place unless it is a party to the conflict.
//  2. strangers: persons and organisations of no list, by given name, by title
//     before or after, by a verb of speech beside them, by a head word such as
//     Institute; and the acronyms that the article itself gives in brackets.
//     Their ids begin with x- and go on with the name, without initials and with
//     one spelling of what transliteration varies most. A name that differs by a
//     letter from a listed one of the same given name or office is that
//     person's. Names that many bodies share ("City Council") get no actor
//     unless their country is known. Headlines In Capitals name nobody new.
//  3. families: the family name alone of somebody whom the article names in
//     full; then strangers of one word behind a title.
//  4. bodies again and counterparts: "the ministry", "the militant group", by the
//     last one that the article names; "his Russian counterpart", by the holder of
//     the same office there. Then descriptions: "the Ukrainian president", "NATO's
//     chief", "the ex-minister", by a register of what the article and, on its day,
//     the lists say that its persons are. Country, body, gender and every other word
//     must fit; of several who fit the one named last is meant, by a bare noun only
//     where the article speaks of nobody else as much.
//  5. groups: people by a noun for their calling or lot, who are those of the
//     state, body or part of the world before the noun or behind it ("Taliban
//     officials", "a diplomat from Peru"); without one those of the one owner that
//     the article told of, or of nobody. They get actors of their own, so that a
//     state and its officials are told apart. The armed of a group are that group.
//  6. pronouns: he and she; it and they where they speak and an organisation or
//     a group spoke last.
//
// What stays doubtful has no mention. The order of steps makes the result a
// function of the text alone.
//
// # Data
//
// states, organisations, media, persons: who there is. bodies, titles, places,
// groups, regions, kinds, equals, heads, given, towns, speech, again, generic, openers: what words show. Each file
// says its columns, its source and how its rows were chosen. A user's file has the
// columns of persons.tsv, and a Queue prints what may be worth adding to it:
//
//	id  kind  country  name  roles  aliases
//
// # Known failures
//
// Words that were glued to a name; organisations of no head word; towns taken
// for their councils; two owners of one group ("Peruvian and Chilean officials"),
// which gets no mention; they and it where they do not speak; "his counterpart" of no country; strangers of
// one word who have no title; family names of strangers that two languages write
// too differently for one id; the American state of Georgia.
package actors
