package stages

import "strings"

// UPOS is a universal part of speech of Universal Dependencies v2.
type UPOS uint8

// The values of UPOS.
const (
	NoUPOS UPOS = iota // not known
	PosAdj             // adjective
	PosAdp             // preposition
	PosAdv
	PosAux
	PosCconj
	PosDet
	PosIntj
	PosNoun
	PosNum
	PosPart
	PosPron
	PosPropn
	PosPunct
	PosSconj
	PosSym
	PosVerb
	PosOther
)

var namesUPOS = [...]string{"_",
	"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
	"SCONJ", "SYM", "VERB", "X",
}

func (x UPOS) String() string { return namesOf(namesUPOS[:], int(x)) }

// ParseUPOS finds the value that a treebank writes so; NoUPOS when there is none.
func ParseUPOS(s string) UPOS { return UPOS(valueOf(namesUPOS[:], s)) }

// XPOS is a part of speech of the Penn Treebank, as English treebanks have it.
type XPOS uint8

// The values of XPOS.
const (
	NoXPOS XPOS = iota // not known
	TagJJ
	TagJJR
	TagJJS
	TagNN
	TagNNS
	TagNNP
	TagNNPS
	TagVB
	TagVBD
	TagVBG
	TagVBN
	TagVBP
	TagVBZ
	TagMD
	TagRB
	TagRBR
	TagRBS
	TagRP
	TagIN
	TagTO
	TagCC
	TagDT
	TagPDT
	TagWDT
	TagPRP
	TagPRPS
	TagWP
	TagWPS
	TagWRB
	TagEX
	TagCD
	TagUH
	TagPOS
	TagFW
	TagLS
	TagSYM
	TagADD
	TagAFX
	TagGW
	TagNFP
	TagHYPH
	TagDollar
	TagStop
	TagComma
	TagColon
	TagOpen
	TagClose
	TagLRB
	TagRRB
)

var namesXPOS = [...]string{"_",
	"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "RB", "RBR",
	"RBS", "RP", "IN", "TO", "CC", "DT", "PDT", "WDT", "PRP", "PRP$", "WP", "WP$", "WRB", "EX", "CD", "UH",
	"POS", "FW", "LS", "SYM", "ADD", "AFX", "GW", "NFP", "HYPH", "$", ".", ",", ":", "``", "''", "-LRB-",
	"-RRB-",
}

func (x XPOS) String() string { return namesOf(namesXPOS[:], int(x)) }

// ParseXPOS finds the value that a treebank writes so; NoXPOS when there is none.
func ParseXPOS(s string) XPOS { return XPOS(valueOf(namesXPOS[:], s)) }

// Rel is a relation of a word to its head, of Universal Dependencies v2 with the
// subtypes of English.
type Rel uint8

// The values of Rel.
const (
	NoRel Rel = iota // not known
	RelAcl
	RelAclRelcl
	RelAdvcl
	RelAdvclRelcl
	RelAdvmod
	RelAmod
	RelAppos
	RelAux
	RelAuxPass
	RelCase
	RelCc
	RelCcPreconj
	RelCcomp
	RelCompound
	RelCompoundPrt
	RelConj
	RelCop
	RelCsubj
	RelCsubjOuter
	RelCsubjPass
	RelDep
	RelDet
	RelDetPredet
	RelDiscourse
	RelDislocated
	RelExpl
	RelFixed
	RelFlat
	RelGoeswith
	RelIobj
	RelList
	RelMark
	RelNmod
	RelNmodDesc
	RelNmodPoss
	RelNmodUnmarked
	RelNsubj
	RelNsubjOuter
	RelNsubjPass
	RelNummod
	RelObj
	RelObl
	RelOblAgent
	RelOblUnmarked
	RelOrphan
	RelParataxis
	RelPunct
	RelReparandum
	RelRoot
	RelVocative
	RelXcomp
)

var namesRel = [...]string{"_",
	"acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
	"cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass",
	"dep", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list",
	"mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod",
	"obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative",
	"xcomp",
}

func (x Rel) String() string { return namesOf(namesRel[:], int(x)) }

// ParseRel finds the value that a treebank writes so; NoRel when there is none.
func ParseRel(s string) Rel { return Rel(valueOf(namesRel[:], s)) }

// Base is the relation without its subtype: nsubj of nsubj:pass.
func (x Rel) Base() Rel {
	switch x {
	case RelAclRelcl:
		return RelAcl
	case RelAdvclRelcl:
		return RelAdvcl
	case RelAuxPass:
		return RelAux
	case RelCcPreconj:
		return RelCc
	case RelCompoundPrt:
		return RelCompound
	case RelCsubjOuter, RelCsubjPass:
		return RelCsubj
	case RelDetPredet:
		return RelDet
	case RelNmodDesc, RelNmodPoss, RelNmodUnmarked:
		return RelNmod
	case RelNsubjOuter, RelNsubjPass:
		return RelNsubj
	case RelOblAgent, RelOblUnmarked:
		return RelObl
	}
	return x
}

// Feats is the set of a word's features that later stages ask for.
type Feats uint16

// The features. Those of verbs stand on the verb itself but for Pass, which is
// set on a participle with a passive subject, auxiliary or agent.
const (
	FeatPlur  Feats = 1 << iota // plural noun or pronoun
	FeatSing                    // singular noun, pronoun or verb
	FeatPast                    // past tense or past participle
	FeatPres                    // present tense
	FeatPart                    // participle
	FeatGer                     // form in -ing
	FeatInf                     // base form
	FeatFin                     // finite
	FeatPass                    // passive
	FeatPers1                   // first person
	FeatPers2                   // second person
	FeatPers3                   // third person
	FeatPoss                    // possessive
	FeatCmp                     // comparative
	FeatSup                     // superlative
	FeatNeg                     // negation: not, no, never, nobody
)

// Has reports whether all of f are set.
func (x Feats) Has(f Feats) bool { return x&f == f }

// namesFeats is what Universal Dependencies calls the features, in its order.
var namesFeats = [...]struct {
	feat        Feats
	name, value string
}{
	{FeatCmp, "Degree", "Cmp"},
	{FeatSup, "Degree", "Sup"},
	{FeatPlur, "Number", "Plur"},
	{FeatSing, "Number", "Sing"},
	{FeatPers1, "Person", "1"},
	{FeatPers2, "Person", "2"},
	{FeatPers3, "Person", "3"},
	{FeatNeg, "Polarity", "Neg"},
	{FeatPoss, "Poss", "Yes"},
	{FeatPast, "Tense", "Past"},
	{FeatPres, "Tense", "Pres"},
	{FeatFin, "VerbForm", "Fin"},
	{FeatGer, "VerbForm", "Ger"},
	{FeatInf, "VerbForm", "Inf"},
	{FeatPart, "VerbForm", "Part"},
	{FeatPass, "Voice", "Pass"},
}

// String is the set as Universal Dependencies writes it; "" when it is empty.
func (x Feats) String() string {
	var b strings.Builder
	last := ""
	for _, f := range namesFeats {
		switch {
		case !x.Has(f.feat):
		case f.name == last:
			b.WriteString("," + f.value)
		default:
			if last != "" {
				b.WriteByte('|')
			}
			b.WriteString(f.name + "=" + f.value)
			last = f.name
		}
	}
	return b.String()
}

func namesOf(names []string, i int) string {
	if i >= len(names) {
		return "?"
	}
	return names[i]
}

func valueOf(names []string, s string) int {
	for i, n := range names {
		if n == s {
			return i
		}
	}
	return 0
}
