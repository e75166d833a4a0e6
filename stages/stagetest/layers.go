package stagetest

import (
	"reflect"
	"slices"
	"testing"

	"parley/stages"
)

// layers tells which fields of Document make up which layer. A test holds that
// none is left out.
var layers = []struct {
	layer  stages.Layer
	fields []string
}{
	{stages.LayerInput, []string{"Input"}},
	{stages.LayerArticle, []string{"Article", "Conflict"}},
	{stages.LayerClues, []string{"Clues"}},
	{stages.LayerSketch, []string{"Sketch"}},
	{stages.LayerSentences, []string{"Sentences", "Quotations"}},
	{stages.LayerClauses, []string{"Clauses"}},
	{stages.LayerReading, []string{"Reading"}},
	{stages.LayerMentions, []string{"Mentions", "Actors"}},
	{stages.LayerStatements, []string{"Statements"}},
	{stages.LayerFigures, []string{"Figures"}},
	{stages.LayerEvents, []string{"Events", "Tellings"}},
	{stages.LayerMeetings, []string{"Meetings"}},
	{stages.LayerAttitudes, []string{"SentenceAttitudes", "StatementAttitudes"}},
	{stages.LayerPositions, []string{"Positions"}},
}

// Run runs the chain and checks after each stage what all of them must keep. A
// stage is given a copy of the layers that it declares to need, and nothing
// else. Then it is given all layers, which must make no difference.
func Run(t testing.TB, d *stages.Document, chain []stages.PerArticle) {
	t.Helper()
	for _, s := range chain {
		before := view(d, func(stages.Layer) bool { return true })
		needs := func(l stages.Layer) bool { return slices.Contains(s.Needs, l) }
		given := view(d, needs)
		if err := s.Run(given); err != nil {
			t.Fatalf("%s: %v", s.Name, err)
		}
		untouched(t, s, view(d, needs), given)
		all := view(d, func(stages.Layer) bool { return true })
		if err := s.Run(all); err != nil {
			t.Fatalf("%s, second run: %v", s.Name, err)
		}
		untouched(t, s, before, all)
		if !reflect.DeepEqual(get(given, s.Yields), get(all, s.Yields)) {
			again := view(d, needs)
			if err := s.Run(again); err != nil || !reflect.DeepEqual(get(given, s.Yields), get(again, s.Yields)) {
				t.Errorf("%s: a second run gives another layer %s (%v)", s.Name, s.Yields, err)
			} else {
				t.Errorf("%s: its layer %s rests on layers that are not among those it needs, %v", s.Name, s.Yields, s.Needs)
			}
		}
		put(d, given, s.Yields)
		d.Notes = given.Notes
	}
	Check(t, d)
}

// untouched fails the test on each layer but the stage's own that differs.
func untouched(t testing.TB, s stages.PerArticle, before, after *stages.Document) {
	t.Helper()
	for _, l := range layers {
		if l.layer != s.Yields && l.layer != stages.LayerInput && !reflect.DeepEqual(get(before, l.layer), get(after, l.layer)) {
			t.Errorf("%s changed the layer %s, which is not its own", s.Name, l.layer)
		}
	}
}

// view is a document with deep copies of some of the layers of d, and without
// the others. It shares nothing with d.
func view(d *stages.Document, has func(stages.Layer) bool) *stages.Document {
	v := &stages.Document{Notes: slices.Clone(d.Notes)}
	for _, l := range layers {
		if has(l.layer) {
			put(v, d, l.layer)
		}
	}
	return v
}

// put copies a layer.
func put(to, from *stages.Document, layer stages.Layer) {
	for _, f := range fieldsOf(layer) {
		reflect.ValueOf(to).Elem().FieldByName(f).Set(clone(reflect.ValueOf(from).Elem().FieldByName(f)))
	}
}

func get(d *stages.Document, layer stages.Layer) (values []any) {
	for _, f := range fieldsOf(layer) {
		values = append(values, reflect.ValueOf(d).Elem().FieldByName(f).Interface())
	}
	return values
}

func fieldsOf(layer stages.Layer) []string {
	for _, l := range layers {
		if l.layer == layer {
			return l.fields
		}
	}
	panic("stagetest: no fields are known of the layer " + string(layer))
}

// clone is a copy that shares no memory which can be written; what is not
// exported is taken for values.
func clone(v reflect.Value) reflect.Value {
	c := reflect.New(v.Type()).Elem()
	c.Set(v)
	if flat(v.Type()) {
		return c
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			c.Set(reflect.New(v.Type().Elem()))
			c.Elem().Set(clone(v.Elem()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			c.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			if reflect.Copy(c, v); flat(v.Type().Elem()) {
				break
			}
			for i := range v.Len() {
				c.Index(i).Set(clone(v.Index(i)))
			}
		}
	case reflect.Map:
		if !v.IsNil() {
			c.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
			for it := v.MapRange(); it.Next(); {
				c.SetMapIndex(it.Key(), clone(it.Value()))
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				c.Field(i).Set(clone(v.Field(i)))
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			c.Index(i).Set(clone(v.Index(i)))
		}
	}
	return c
}

// flat reports whether values of a type hold no pointers to what can be written.
func flat(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Interface:
		return false
	case reflect.Array:
		return flat(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			if !flat(t.Field(i).Type) {
				return false
			}
		}
	}
	return true
}
