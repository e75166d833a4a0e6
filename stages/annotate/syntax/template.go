package syntax

import (
	"fmt"
	"strings"
)

// template names the atoms that one feature combines: up to four of them.
type template struct {
	seed uint64
	atom [4]uint8
}

// templates is a list of templates, those of the same number of atoms together.
type templates struct {
	list [5][]template // by number of atoms
	n    int
}

// parseTemplates reads templates from text: a feature a word, its atoms joined
// by &, each one of names. Names keep their meaning wherever templates are
// added, since the seed comes from the template's own text.
func parseTemplates(text string, names []string) (templates, error) {
	var ts templates
	at := map[string]uint8{}
	for i, n := range names {
		at[n] = uint8(i)
	}
	seen := map[string]bool{}
	for _, f := range strings.Fields(text) {
		parts := strings.Split(f, "&")
		if len(parts) > 4 || seen[f] {
			return ts, fmt.Errorf("template %q: more than four atoms, or given twice", f)
		}
		seen[f] = true
		t := template{seed: hashForm(f) * mulD}
		for i, p := range parts {
			a, ok := at[p]
			if !ok {
				return ts, fmt.Errorf("template %q: no atom %q", f, p)
			}
			t.atom[i] = a
		}
		ts.list[len(parts)] = append(ts.list[len(parts)], t)
		ts.n++
	}
	return ts, nil
}

// keys writes the key of each template over the atoms a.
func (ts *templates) keys(k []uint64, a *[maxAtoms]uint64) []uint64 {
	k = k[:ts.n]
	i := 0
	for _, t := range ts.list[1] {
		k[i] = finish(t.seed + a[t.atom[0]%maxAtoms]*mulA)
		i++
	}
	for _, t := range ts.list[2] {
		k[i] = finish(t.seed + a[t.atom[0]%maxAtoms]*mulA + a[t.atom[1]%maxAtoms]*mulB)
		i++
	}
	for _, t := range ts.list[3] {
		k[i] = finish(t.seed + a[t.atom[0]%maxAtoms]*mulA + a[t.atom[1]%maxAtoms]*mulB + a[t.atom[2]%maxAtoms]*mulC)
		i++
	}
	for _, t := range ts.list[4] {
		k[i] = finish(t.seed + a[t.atom[0]%maxAtoms]*mulA + a[t.atom[1]%maxAtoms]*mulB + a[t.atom[2]%maxAtoms]*mulC + a[t.atom[3]%maxAtoms]*mulD)
		i++
	}
	return k
}

// maxAtoms bounds the atoms of a classifier; a power of two, so that an index
// below it needs no check.
const maxAtoms = 128

// maxFeatures bounds the templates of a classifier.
const maxFeatures = 192

// Features are the templates of all classifiers.
type Features struct {
	tag                  [2]templates
	action, guide, label templates

	sureAction, sureLabel templates
}

// NewFeatures compiles the templates.
func NewFeatures() (*Features, error) {
	f := &Features{}
	for _, x := range []struct {
		to    *templates
		text  string
		names []string
	}{
		{&f.tag[0], tagTemplates, tagNames},
		{&f.tag[1], tagTemplates + tagTemplates2, tagNames},
		{&f.action, actionTemplates, actionNames},
		{&f.guide, guideTemplates, actionNames},
		{&f.label, labelTemplates, labelNames},
		{&f.sureAction, sureActionTemplates, actionNames},
		{&f.sureLabel, sureLabelTemplates, labelNames},
	} {
		var err error
		if *x.to, err = parseTemplates(x.text, x.names); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// Tag writes the features of the word i for a pass of the tagger.
func (f *Features) Tag(pass int, w *Words, i int, keys []uint64) []uint64 {
	var a [maxAtoms]uint64
	tagAtom(&a, w, i+1)
	return f.tag[pass].keys(keys, &a)
}

// Action writes the features by which the next action is chosen.
func (f *Features) Action(s *State, keys []uint64) []uint64 {
	var a [maxAtoms]uint64
	s.actionAtoms(&a)
	return f.action.keys(keys, &a)
}

// SureAction writes the features that may leave no choice of the next action.
func (f *Features) SureAction(s *State, keys []uint64) []uint64 {
	var a [maxAtoms]uint64
	s.actionAtoms(&a)
	return f.sureAction.keys(keys, &a)
}

// Guide writes the features by which the guide chooses its next action.
func (f *Features) Guide(s *State, keys []uint64) []uint64 {
	var a [maxAtoms]uint64
	s.actionAtoms(&a)
	return f.guide.keys(keys, &a)
}

// Label writes the features by which the relation of the arc of act is chosen.
func (f *Features) Label(s *State, act Action, keys []uint64) []uint64 {
	var a [maxAtoms]uint64
	s.labelAtoms(&a, act)
	return f.label.keys(keys, &a)
}

// SureLabel writes the features that may leave no choice of that relation.
func (f *Features) SureLabel(s *State, act Action, keys []uint64) []uint64 {
	var a [maxAtoms]uint64
	s.labelAtoms(&a, act)
	return f.sureLabel.keys(keys, &a)
}
