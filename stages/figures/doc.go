// Package figures is the stage that finds quantities, what they count, and who
// claims them.
//
// In: Sentences, Mentions and Statements. Out: Figures, one row a quantity.
//
// # Method
//
// A sentence is cut into pieces finer than tokens (pieces.go), since $3.5bn
// and 90-minute are one word to a grammar and several to a counter. Then, from
// left to right:
//
//   - numbers.go, fractions.go and ranges.go read a number: digits, words,
//     vague plurals, fractions, ranges;
//   - units.go looks for a currency before it and a unit behind it;
//   - exclude.go drops what is no quantity: dates, years and times, as
//     language/times reads them, ages, addresses, scores, names such as T-72
//     and Article 5, list numbers;
//   - where there is no unit, nouns.go finds the noun that is counted: the
//     first plural within a few words, or else that which the parse has the
//     number modify (parsed.go);
//   - hedges.go reads the words beside it that bound or blur it;
//   - kinds.go settles the kind by the unit, the noun, or what became of the
//     people counted: the nearest word such as "wounded" or "fled";
//   - owners.go says what is counted, whose it is, and whether it is a total;
//   - claims.go finds the claimant and the certainty;
//   - context.go adds the place and the day.
//
// # Values
//
// An exact or approximate figure has a value and no bounds. "At least 12" has
// the value 12 and the low bound 12, "up to 700" the value 700 and the high
// bound 700. A range has bounds and no value; a vague plural has a low bound
// alone: dozens 12, hundreds 100, tens of thousands 10,000, several hundred
// 200. Percentages are in percent, fractions from 0 to 1 with the unit
// "fraction". "Four of the six points" is two figures; so is an amount with
// its conversion in brackets. A number with "a day" behind it keeps the unit
// of what is counted, and its text shows the rate.
//
// A figure takes the statement that holds it, the innermost where they are
// nested, and its speaker. Outside of statements it takes the actor beside it
// by the words of sources.tsv: "according to X", "X put the toll at", ", X
// said". "This was stated by X" credits the sentence before, also where that
// names only the state for which X speaks; "another 40", "of them 12" go on
// with the claimant of the sentence before. Certainty is projected or hypothetical where a modal verb, a plan, a
// condition or a proposal precedes the figure, else claimed with a claimant
// and reported without.
//
// # Whose
//
// counted is the head noun under one word for its synonyms (groups.tsv): the
// people killed, bodies and victims are "person", soldiers of any rank and name
// "combatant". counted_country is that of the nation named in the noun phrase
// (language/nations), or of the one that lost or deployed what is counted
// (owners.tsv: Norway lost, Norwegian losses of); "our" is the claimant's, and
// the enemy's is the other side's where the profile has two. Two nations are
// none. basis (basis.tsv) is given for what adds up from day to day only. The
// day of a speech (the mayor said on Monday) is as_of of totals alone.
//
// # Data
//
// basis.tsv, groups.tsv, owners.tsv, sources.tsv, numbers.tsv, units.tsv, glued.tsv, currencies.tsv, nouns.tsv, kinds.tsv,
// hedges.tsv, labels.tsv, function.tsv, certainty.tsv: each says in its header
// what it is and by what rule a word is in it.
//
// # Known failures
//
// Only English is read: an article that is known to be in another language
// yields nothing, since 25.000 is another number there.
//
// A noun that is neither in the list nor ends like a plural is missed, and the
// number stands alone. Of adjectives with commas between them only those that
// look like adjectives are crossed. Kinds are by distance, not by syntax: "he was killed and 300 people cheered" is
// wrong. The place is the nearest one named, which need not be where the
// counted are. Bare dollars are US dollars. "Russia lost 24,000 soldiers" is
// casualties. Feet with inches are not read; of a date or a telephone number no
// digits are; a dash with a space behind it is a mark of a list and no sign; 10G
// is the name of a network. A span of time before "ago" or "later" is a figure,
// a duration. Those who flee are counted where they go or whence they come.
//
// Sources: general English; ISO 4217; the SI brochure.
package figures
