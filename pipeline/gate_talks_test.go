package pipeline_test

import "strconv"

// scoreTalks compares which sentences are about talks, and with what attitude
// of whom. A sentence of the program is the annotated one that it shares most
// with; where it divides one in two, either part counts.
func scoreTalks(g *gateRun) *gateLayer {
	l := newGateLayer("talks", "sentences")
	for _, a := range g.articles {
		gold := map[int]gateRow{}
		for _, r := range a.layers["talks"] {
			gold[r.sentence()] = r
		}
		found := map[int]record{}
		for _, f := range g.tables["sentences"][a.name] {
			best := 0
			for i, s := range a.spans {
				if s.overlap(f.span()) > a.spans[best].overlap(f.span()) {
					best = i
				}
			}
			if f.bool("about_talks") && found[best] == nil {
				found[best] = f
			}
		}
		same := 0
		for i := range a.sentences {
			r, wanted := gold[i]
			f, written := found[i], found[i] != nil
			switch {
			case wanted && !written:
				g.log("talks: missed", a.name, r, "|", a.sentences[i])
			case written && !wanted:
				g.log("talks: invented", a.name, i+1, a.sentences[i])
			case wanted:
				same++
				l.confuse("attitude", r.get("attitude"), attitudeOf(f))
				holder := f.str("attitude_of") == ""
				if h := r.get("holder"); h != "" {
					holder = !holder && g.isParty(a, f.str("attitude_of"), h, i)
				}
				l.part("holder", holder)
				if r.get("attitude") != attitudeOf(f) || !holder {
					g.log("talks: attitude", a.name, r, "<>", attitudeOf(f), f.str("attitude_of"), "|", a.sentences[i])
				}
			}
		}
		l.count(a.name, len(gold), len(found), same)
	}
	return l
}

// attitudeOf is the column of that name, or the sign of the mean attitude.
func attitudeOf(f record) string {
	if v := f.float("attitude"); v != nil {
		return strconv.Itoa(int(*v))
	}
	v := f.float("talks_sentiment")
	switch {
	case v != nil && *v >= 0.2:
		return "1"
	case v != nil && *v <= -0.2:
		return "-1"
	}
	return "0"
}
