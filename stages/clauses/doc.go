// Package clauses is the stage that reads each sentence's predicates: who does
// what to whom, in which form, by whose word, and whether it took place.
//
// In: sentences with their tokens and trees. Out: Document.Clauses, one Clause
// for each verb, predicate noun or adjective, event noun ("invasion", "talks")
// and participle before a noun, in order of place. It knows no actors and no
// events: what a stage above looks for it finds by the lemma of a clause and
// reads off its arguments.
//
// # Method
//
// predicates.go finds the predicates. form.go reads voice, tense, aspect,
// modality and polarity from auxiliaries. subject.go gives each verb its logical
// subject: its own, that of the verb that controls it ("agreed to withdraw",
// "urged them to withdraw"), that it is joined to, whose circumstance it is, or
// the noun that it describes. arguments.go adds objects and prepositional phrases
// and normalises the voice; parties joined by "and" are all kept. nominal.go
// gives event nouns the arguments of their verbs (nominalisations.tsv): the
// possessor, "of", "by", "between", and what the verb has that carries the noun
// ("held talks", "talks took place").
//
// factuality.go and nounfact.go say whether it took place. What a clause is by
// its own form is changed by the word that governs it, from the top of the tree
// down, each word by its meaning and polarity (embedding.tsv): what is planned,
// demanded, feared or denied did not happen, what was begun or managed did if
// the governing verb did, and what is said is what it says. attribution.go finds
// the speech that a clause stands under.
//
// Each token's dependents are looked through once and what is found for a word
// is kept, so that a sentence costs time in proportion to its length, whatever
// its tree; circles in a tree come to an end.
//
// # Known failures
//
// The parser errs in one arc of six, and what it takes for a noun is no verb
// here ("Norway hopes that"). Pronouns are not resolved. A purpose counts as
// conditional unless somebody went to do it. "Tried to" counts as done. Of
// names right before an event noun ("the Lima attack") the form does not tell
// who did it: they are Modifiers.
//
// # Sources
//
// FactBank and its algorithm for the values and their inheritance: Saurí and
// Pustejovsky, FactBank: a corpus annotated with event factuality (2009), and Are
// you sure that this happened? (Computational Linguistics 38, 2012). NOMLEX and
// NomBank for event nouns: Meyers et al. (2004). Relations are those of Universal
// Dependencies v2.
package clauses
