package actors

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"parley/schemas"
)

// Queue holds the commonest actors that no list has, as a user may want to add
// them to a list of their own. Add takes the rows of the table actors in any
// order; what is kept is bounded by the length of the queue.
type Queue struct {
	length int
	rows   []schemas.Actor
}

// NewQueue makes a queue of that length.
func NewQueue(length int) *Queue { return &Queue{length: length} }

// Add takes a row in, unless a list has its actor or a single article only
// names it.
func (q *Queue) Add(a *schemas.Actor) {
	if a.Known || a.Articles < 2 {
		return
	}
	i, _ := slices.BinarySearchFunc(q.rows, *a, commoner)
	if i >= q.length {
		return
	}
	q.rows = slices.Insert(q.rows, i, *a)
	q.rows = q.rows[:min(len(q.rows), q.length)]
}

func commoner(a, b schemas.Actor) int {
	return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(b.Mentions, a.Mentions), strings.Compare(a.ActorID, b.ActorID))
}

// WriteTo prints the queue, commonest first: a column with the number of
// articles, and behind it the row for the file of --actors. It prints nothing
// when the queue is empty.
func (q *Queue) WriteTo(w io.Writer) (int64, error) {
	if len(q.rows) == 0 {
		return 0, nil
	}
	var b strings.Builder
	b.WriteString("actors of no list, commonest first, as rows for --actors (articles: id, kind, country, name, roles, aliases):\n")
	for _, a := range q.rows {
		var more []string
		for _, n := range a.Aliases {
			if n != a.Name && len(words(n)) > 1 {
				more = append(more, n)
			}
		}
		row := []string{strings.TrimPrefix(a.ActorID, "x-"), a.Kind, a.Country, a.Name, "", strings.Join(more, "|")}
		fmt.Fprintf(&b, "%6d: %s\n", a.Articles, strings.Join(row, "\t"))
	}
	n, err := io.WriteString(w, b.String())
	return int64(n), err
}
