package positions

import (
	"parley/schemas"
)

// answer enters which position of another a row answers: the last one before it
// in the article on the same issue, and the same point where both have one, that
// another holds and that wants or offers something, where the row accepts or
// refuses or makes a condition.
func (a *article) answer(all []schemas.Position) {
	for i := range all {
		p := &all[i]
		if p.ActorID == "" || p.Stance == "demands" || p.Stance == "offers" {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			if q := &all[k]; asks(q) && other(p, q) && q.Issue == p.Issue && (q.Point == p.Point || q.Point == "" || p.Point == "") {
				p.Answers = q.PositionID
				break
			}
		}
	}
}

func asks(q *schemas.Position) bool {
	return q.Stance == "demands" || q.Stance == "offers" || q.Stance == "conditional"
}

// other reports whether two rows are held by two sides, or by two actors of whom
// one has none.
func other(p, q *schemas.Position) bool {
	if q.ActorID == "" || q.ActorID == p.ActorID {
		return false
	}
	return p.Side == "" || p.Side != q.Side
}
