package ingest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"parley/stages"
)

// watch looks out for fields of a file's records that seem to hold a date or a
// title and are not read, since their name is not known. So nothing is lost
// without a word: each becomes one note a file.
type watch struct {
	unused map[string]stages.Note // by the name of the field
}

// looks are the words in a field's name by which it seems to hold something.
var looks = []struct {
	field field
	code  string
	words []string
}{
	{fieldPublished, "unused_date", []string{"date", "publish", "posted", "time", "created"}},
	{fieldTitle, "unused_title", []string{"title", "headline", "heading", "subject"}},
}

// mostWatched bounds the names that are kept of one file.
const mostWatched = 50

// record looks at a record of which in was made.
func (w *watch) record(raw []byte, in stages.Input) {
	if in.Published != "" && in.Title != "" {
		return
	}
	var members map[string]json.RawMessage
	json.Unmarshal(raw, &members)
	for _, key := range slices.Sorted(maps.Keys(members)) {
		if v := members[key]; len(v) > 2 && !bytes.Equal(v, []byte("null")) {
			w.field(key, in)
		}
	}
}

// field looks at one field of an article.
func (w *watch) field(name string, in stages.Input) {
	if _, known := ranks[fold(name)]; known {
		return
	}
	low := fold(name)
	for _, l := range looks {
		if l.field == fieldPublished && in.Published != "" || l.field == fieldTitle && in.Title != "" {
			continue
		}
		if slices.ContainsFunc(l.words, func(s string) bool { return strings.Contains(low, s) }) {
			if w.unused == nil {
				w.unused = map[string]stages.Note{}
			}
			if len(w.unused) < mostWatched {
				w.unused[name] = stages.Note{Stage: "ingest", Code: l.code, Detail: fmt.Sprintf("the field %s is not read; name it %s", strconv.Quote(name), fieldNames[l.field][0])}
			}
			return
		}
	}
}

// tell reports what was found in a file, and forgets it.
func (w *watch) tell(uri string, note func(stages.Note)) {
	for _, name := range slices.Sorted(maps.Keys(w.unused)) {
		n := w.unused[name]
		n.Detail = strings.Map(printable, uri) + ": " + n.Detail
		note(n)
	}
	w.unused = nil
}
