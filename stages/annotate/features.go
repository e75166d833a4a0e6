package annotate

import "parley/stages"

// perTag are the features that a tag alone gives.
var perTag = [256]stages.Feats{
	stages.TagNNS:  stages.FeatPlur,
	stages.TagNNPS: stages.FeatPlur,
	stages.TagNN:   stages.FeatSing,
	stages.TagNNP:  stages.FeatSing,
	stages.TagVB:   stages.FeatInf,
	stages.TagVBD:  stages.FeatPast | stages.FeatFin,
	stages.TagVBN:  stages.FeatPast | stages.FeatPart,
	stages.TagVBG:  stages.FeatGer | stages.FeatPart,
	stages.TagVBP:  stages.FeatPres | stages.FeatFin,
	stages.TagVBZ:  stages.FeatPres | stages.FeatFin | stages.FeatSing | stages.FeatPers3,
	stages.TagMD:   stages.FeatFin,
	stages.TagJJR:  stages.FeatCmp,
	stages.TagRBR:  stages.FeatCmp,
	stages.TagJJS:  stages.FeatSup,
	stages.TagRBS:  stages.FeatSup,
	stages.TagPOS:  stages.FeatPoss,
	stages.TagPRPS: stages.FeatPoss,
	stages.TagWPS:  stages.FeatPoss,
}

// features fills Feats once the tags are there; the passive needs heads and
// relations too.
func features(tokens []stages.Token) {
	for i := range tokens {
		t := &tokens[i]
		t.Feats |= perTag[t.XPOS]
		switch t.UPOS {
		case stages.PosPron, stages.PosDet, stages.PosAdv, stages.PosPart, stages.PosCconj:
			t.Feats |= wordFeatures(t.Lower)
		}
		if t.Head < 0 {
			continue
		}
		switch t.Rel {
		case stages.RelAuxPass, stages.RelNsubjPass, stages.RelCsubjPass, stages.RelOblAgent:
			if h := &tokens[t.Head]; h.XPOS == stages.TagVBN || h.XPOS == stages.TagVBD {
				h.Feats |= stages.FeatPass
			}
		case stages.RelAcl, stages.RelAmod:
			if t.XPOS == stages.TagVBN {
				t.Feats |= stages.FeatPass // a corridor closed by ...
			}
		}
	}
}

// wordFeatures are the features of pronouns and negating words.
func wordFeatures(w string) stages.Feats {
	const p1, p2, p3 = stages.FeatPers1, stages.FeatPers2, stages.FeatPers3
	const sing, plur = stages.FeatSing, stages.FeatPlur
	switch w {
	case "i", "me", "my", "mine", "myself":
		return p1 | sing
	case "we", "us", "our", "ours", "ourselves":
		return p1 | plur
	case "you", "your", "yours", "yourself", "yourselves":
		return p2
	case "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself":
		return p3 | sing
	case "they", "them", "their", "theirs", "themselves":
		return p3 | plur
	case "this", "that":
		return sing
	case "these", "those":
		return plur
	case "not", "n't", "nt", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor":
		return stages.FeatNeg
	}
	return 0
}
