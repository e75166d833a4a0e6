package sentiment

import (
	"slices"

	"parley/stages"
)

// The roles of an actor towards the conflict.
type role uint8

const (
	nobody role = iota
	side
	backer
	broker
	other
)

// camp is an actor's role and, of a side and who backs it, which side that is.
type camp struct {
	role role
	side string
}

func (a *analyzer) camp(act stages.Actor) camp {
	backs := ""
	if a.profile != nil {
		backs = a.profile.BackedBy(act.ID, act.Country)
	}
	switch {
	case a.mediators[act.ID] || a.mediators[act.Country]:
		return camp{role: broker}
	case act.Side != "":
		return camp{side, act.Side}
	case backs != "":
		return camp{backer, backs}
	case act.Kind == "person" || act.Kind == "state" || act.Kind == "igo" && act.Known:
		return camp{role: other}
	}
	return camp{}
}

// faces reports whether two parties stand on different sides of the conflict,
// one of them as a side itself.
func (p camp) faces(q camp) bool {
	return p.side != "" && q.side != "" && p.side != q.side && (p.role == side || q.role == side)
}

// partners are by the token of a word on talks whom they are held with.
type partners map[int][]camp

// parties notes which sides of the conflict, mediators and others the sentences
// name, and takes out the talks that are held with others.
func (a *analyzer) parties(d *stages.Document, hs []hint) {
	named := make([][]camp, len(hs))
	with := make([]partners, len(hs))
	for _, m := range d.Mentions {
		act, ok := d.Actor(m.ActorID)
		i := int(m.Sentence)
		if !ok || i >= len(hs) {
			continue
		}
		h, p, tok := &hs[i], a.camp(act), d.Sentences[i].Tokens
		h.broker = h.broker || p.role == broker
		h.others = h.others || p.role == other || p.role == backer
		if p.side != "" && !ofWar(tok, m) && !slices.Contains(named[i], p) {
			named[i] = append(named[i], p)
			if p.role == side {
				h.sides++
			}
		}
		for _, t := range h.talks {
			if p.role == nobody || t.is&(open|weak|meeting) == 0 || !p.partner(tok, t, m) {
				continue
			}
			if with[i] == nil {
				with[i] = partners{}
			}
			with[i][t.from] = append(with[i][t.from], p)
		}
	}
	for i := range hs {
		if with[i] != nil {
			hs[i].weigh(with[i], named[i])
		}
	}
}

// partnerReach is how many tokens behind "talks" may lie whom they are held
// with: "with the Norwegian foreign minister, X".
const partnerReach = 7

// partner reports whether a mention names whom talks are held with: "talks with
// X", "between X and Y", "X-Y talks".
func (p camp) partner(tok []stages.Token, t found, m stages.Mention) bool {
	if m.To == t.from {
		return p.side != ""
	}
	return m.From > t.to && m.From-t.to <= partnerReach && (tok[t.to].Lower == "with" || tok[t.to].Lower == "between" && p.side != "")
}

// weigh takes out the talks that are held with others, and counts those of a side
// with the backers of another one as talks of both.
func (h *hint) weigh(with partners, named []camp) {
	h.talks = slices.DeleteFunc(h.talks, func(t found) bool {
		ps := with[t.from]
		for _, p := range ps {
			if slices.ContainsFunc(named, p.faces) {
				h.sides = max(h.sides, 2)
				h.others = false
				return false
			}
		}
		foreign := len(ps) > 0 && !slices.ContainsFunc(ps, func(p camp) bool { return p.role == side || p.role == broker })
		return foreign && (h.sides == 0 || t.is != open) && !(h.any(purpose) && (t.is == open || h.sides > 0))
	})
	has := h.has &^ (open | weak | meeting)
	for _, t := range h.talks {
		has |= t.is
	}
	h.has = has
}

var warWords = words("war", "invasion", "aggression", "attack", "offensive", "assault", "conflict", "situation", "crisis", "buildup", "operation", "troop", "force")

// ofWar reports whether a side is named only to say which war is meant: "the
// invasion of", "aggression against", and before "'s war".
func ofWar(tok []stages.Token, m stages.Mention) bool {
	if i := m.From - 2; i >= 0 && warWords[tok[i].Lemma] {
		return true
	}
	for i := m.To; i < len(tok) && i < m.To+4; i++ {
		if i == m.To && tok[i].Lower != "'s" && tok[i].Lower != "'" {
			return false
		}
		if warWords[tok[i].Lemma] {
			return true
		}
	}
	return false
}
