package actors

import (
	"strings"

	"parley/stages"
)

// pronouns finds who he and she are. After or before a verb of speech that is
// the one who spoke last; elsewhere the one who acts in the same sentence, or
// the one person of fitting gender in the sentence before and this one, or the
// one who speaks or leads there. They and it are looked for only where they
// speak. Pronouns inside of quotation marks are another's and are left.
func (a *article) pronouns() {
	by := a.bySentence()
	for n := range a.sents {
		quoted, token := false, 0
		s, tokens := &a.sents[n], a.d.Sentences[n].Tokens
		for i := range s.atoms {
			for ; token <= s.atoms[i].token; token++ {
				switch tokens[token].Shape {
				case stages.OpenQuote:
					quoted = true
				case stages.CloseQuote:
					quoted = false
				}
			}
			if quoted || s.skip || s.taken[i] != nil {
				continue
			}
			if k := a.meant(by, n, i); k != nil {
				a.add(k, n, i, i+1, "pronoun", "")
				by[n] = append(by[n], a.found[len(a.found)-1])
			}
		}
	}
}

// meant is who the word at atom i of sentence n stands for, if it is a pronoun.
func (a *article) meant(by [][]found, n, i int) *known {
	switch a.sents[n].atoms[i].key {
	case "he":
		return a.gendered(by, n, i, "m")
	case "she":
		return a.gendered(by, n, i, "f")
	case "it":
		return a.spokenBy(by, n, i, false)
	case "they":
		return a.spokenBy(by, n, i, true)
	}
	return nil
}

// gendered is whom he or she means, whose gender is then known.
func (a *article) gendered(by [][]found, n, i int, gender string) *known {
	k := a.antecedent(by, n, i, gender)
	if k != nil && k.gender == "" {
		k.gender = gender
	}
	return k
}

// spokenBy is the organisation, or the group if many, that spoke last, when the
// pronoun at atom i speaks too: "The ministry said ... It added that ...".
func (a *article) spokenBy(by [][]found, n, i int, many bool) *known {
	if !a.says(n, i) {
		return nil
	}
	for m := n; m >= max(0, n-1); m-- {
		for k := len(by[m]) - 1; k >= 0; k-- {
			f := by[m][k]
			if m == n && f.from > i || !a.speaks(&a.sents[m], m, f.from, f.to) {
				continue
			}
			if f.who.Kind == "person" || (f.who.Kind == "group") != many {
				return nil
			}
			return f.who
		}
	}
	return nil
}

// says reports whether the pronoun at atom i is the subject of a verb of
// speech, before it or, inverted, behind it: "..., said he".
func (a *article) says(n, i int) bool {
	s := &a.sents[n]
	if i+1 < len(s.atoms) && a.isSpeech(n, &s.atoms[i+1]) {
		return true
	}
	return i > 1 && !s.atoms[i-2].word && a.isSpeech(n, &s.atoms[i-1])
}

// antecedent is whom he or she at atom i of sentence n means.
func (a *article) antecedent(by [][]found, n, i int, gender string) *known {
	if a.says(n, i) {
		if i > 3 { // What is said comes first, and the persons in it do not say it.
			return a.lastSpeaker(by, n-1, gender)
		}
		if k, sure := a.speaksOn(by, n, gender); sure {
			return k
		}
	}
	if s := &a.sents[n]; i > 1 && a.isSpeech(n, &s.atoms[i-1]) && s.atoms[i-2].upper && s.taken[i-2] == nil {
		return nil // "X said he", of an X whom nothing tells who it is
	}
	here := fitting(by[n], gender)
	for k := len(here) - 1; k >= 0; k-- {
		if f := here[k]; f.from < i && a.actsIn(n, &f) {
			return f.who
		}
	}
	var near []found
	if n > 0 {
		near = fitting(by[n-1], gender)
	}
	for _, f := range here {
		if f.from < i {
			near = append(near, f)
		}
	}
	if len(near) == 0 {
		return nil
	}
	for _, f := range near {
		if f.who == near[0].who {
			continue
		}
		if k := a.speaker(near); k != nil || near[0].from > 9 || a.owns(&near[0]) {
			return k
		}
	}
	return near[0].who // the only one, or the likely subject
}

// speaksOn is who speaks on in sentence n when the sentence before tells of a
// speech: the speaker, or who acts there, or else a speaker before that, since
// the persons in a speech do not make it.
func (a *article) speaksOn(by [][]found, n int, gender string) (k *known, sure bool) {
	if n == 0 || !a.hasSpeech(n-1) {
		return nil, false
	}
	before := fitting(by[n-1], gender)
	if k := a.speaker(before); k != nil {
		return k, true
	}
	for _, f := range before {
		if a.leads(&f) && (a.actsIn(n-1, &f) || a.inserts(&f)) {
			return f.who, true
		}
	}
	if a.unknownSpeaker(n - 1) {
		return nil, true
	}
	return a.lastSpeaker(by, n-2, gender), true
}

// unknownSpeaker reports whether somebody speaks in the sentence of whom
// nothing tells who it is.
func (a *article) unknownSpeaker(n int) bool {
	s := &a.sents[n]
	for i := 1; i < len(s.atoms); i++ {
		if w := &s.atoms[i-1]; a.isSpeech(n, &s.atoms[i]) && w.word && w.upper && s.taken[i-1] == nil {
			return true
		}
	}
	return false
}

// lastSpeaker is who spoke last in the sentences up to n, three at most.
func (a *article) lastSpeaker(by [][]found, n int, gender string) *known {
	for m := n; m >= 0 && m > n-4; m-- {
		f := fitting(by[m], gender)
		if k := a.speaker(f); k != nil {
			return k
		}
		if m == n && len(f) > 0 && a.leads(&f[0]) && a.hasSpeech(m) {
			return f[0].who
		}
	}
	return nil
}

// leads reports whether the sentence begins with the name and its role.
func (a *article) leads(f *found) bool {
	at, i := a.sents[f.sent].atoms, f.from
	for i > 0 && f.from-i < 14 && (at[i-1].key == "," || a.inRole(&at[i-1])) {
		i--
	}
	return i == 0
}

// speaker is the last of them beside a verb of speech.
func (a *article) speaker(near []found) *known {
	for k := len(near) - 1; k >= 0; k-- {
		if f := near[k]; a.speaks(&a.sents[f.sent], f.sent, f.from, f.to) || a.saidBefore(&f) || a.saysAfter(&f) {
			return f.who
		}
	}
	return nil
}

// saidBefore reports whether a verb of speech stands before the name and the
// role before it: "..., said the minister of health, X".
func (a *article) saidBefore(f *found) bool {
	at, i := a.sents[f.sent].atoms, f.from
	for i > 0 && f.from-i < 14 && (at[i-1].key == "," || a.inRole(&at[i-1])) {
		i--
	}
	return i > 0 && i < f.from && at[i].key != "," && a.isSpeech(f.sent, &at[i-1]) && !a.actsIn(f.sent, f)
}

// saysAfter reports whether a verb of speech stands behind the name and what is
// inserted after it: "X, head of the office, said".
func (a *article) saysAfter(f *found) bool {
	if !a.inserts(f) {
		return false
	}
	at := a.sents[f.sent].atoms
	for i := f.to + 1; i < len(at) && i < f.to+14; i++ {
		if at[i-1].key == "," && a.isSpeech(f.sent, &at[i]) {
			return true
		}
		if !at[i].word && at[i].key != "," && at[i].key != possessive {
			break
		}
	}
	return false
}

// hasSpeech reports whether a verb of speech stands in the sentence.
func (a *article) hasSpeech(n int) bool {
	for i := range a.sents[n].atoms {
		if a.isSpeech(n, &a.sents[n].atoms[i]) {
			return true
		}
	}
	return false
}

// actsIn reports whether the person is the subject of a verb that follows:
// "X will not stop until he ...", "X said he ...".
func (a *article) actsIn(n int, f *found) bool {
	s := &a.sents[n]
	if f.to >= len(s.atoms) {
		return false
	}
	next := &s.atoms[f.to]
	return acting[next.key] || !next.upper && strings.HasSuffix(next.key, "ed") || a.isSpeech(n, next)
}

// inserts reports whether a comma follows the name, as before an apposition.
func (a *article) inserts(f *found) bool {
	at := a.sents[f.sent].atoms
	return f.to < len(at) && at[f.to].key == ","
}

// owns reports whether the name is a possessive: "X's".
func (a *article) owns(f *found) bool {
	at := a.sents[f.sent].atoms
	return f.to < len(at) && at[f.to].key == possessive
}

// acting are the auxiliaries that follow subjects.
var acting = map[string]bool{
	"will": true, "would": true, "has": true, "had": true, "is": true, "was": true, "could": true, "should": true,
	"did": true, "does": true, "may": true, "might": true, "must": true, "can": true,
}

// fitting are the persons of that gender or of an unknown one.
func fitting(all []found, gender string) []found {
	var out []found
	for _, f := range last(all) {
		if f.who.Kind == "person" && (f.who.gender == "" || f.who.gender == gender) {
			out = append(out, f)
		}
	}
	return out
}
