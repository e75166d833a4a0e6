package pipeline

import (
	"errors"
	"fmt"

	"parley/stages"
)

// worked is what came of the stages' work on one article.
type worked struct {
	doc    *stages.Document
	unread []string // stages that do not read its language
	stage  string   // the one that refused it, or returned the error
	reject *stages.Reject
	err    error // the machine's
}

// work runs the stages on an article, those that read its language.
func (r *runner) work(chain []stages.PerArticle, d *stages.Document, uri string) worked {
	w := worked{doc: d}
	for _, s := range chain {
		if !s.Reads(&d.Article) {
			w.unread = append(w.unread, s.Name)
			continue
		}
		if !w.step(s.Name, uri, func() error {
			defer r.clock.start(s.Name)()
			return r.guard(s.Name, uri, func() error { return s.Run(d) })
		}) {
			break
		}
	}
	return w
}

// step does a part of the work; false when the article is refused or the
// machine failed.
func (w *worked) step(stage, uri string, do func() error) (ok bool) {
	err := do()
	if err == nil {
		return true
	}
	w.stage = stage
	if !errors.As(err, &w.reject) {
		w.err = fmt.Errorf("%s: %s: %w", uri, stage, err)
	}
	return false
}

// tally counts what is to be told of many articles.
type tally struct {
	notes  map[string]int // by stage/code
	unread languageCounts
}

func newTally() tally { return tally{map[string]int{}, languageCounts{}} }

func (t tally) add(w worked) {
	for _, n := range w.doc.Notes {
		t.notes[n.Stage+"/"+n.Code]++
	}
	for _, s := range w.unread {
		t.unread.add(s, w.doc.Article.Language, 1)
	}
}

// count enters what is to be told of an article into the manifest.
func (r *runner) count(w worked) { r.told().add(w) }

// told is the manifest's own tally.
func (r *runner) told() tally { return tally{r.manifest.Notes, r.manifest.Unread} }
