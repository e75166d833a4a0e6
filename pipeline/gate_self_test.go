package pipeline_test

import (
	"strings"
	"testing"
)

// A program that wrote just what is annotated would have every figure at 1.
// This holds for the layers too whose tables the program does not write yet.
func TestGateScoresItselfInFull(t *testing.T) {
	articles, err := readGate()
	if err != nil {
		t.Fatal(err)
	}
	g := &gateRun{articles: articles, tables: map[string]map[string][]record{}, actors: map[string]record{}, byName: map[string][]string{},
		log: func(args ...any) { t.Log(args...) }}
	for _, table := range gateTables {
		g.tables[table] = map[string][]record{}
	}
	for _, a := range articles {
		g.writeAnnotation(a)
	}
	for _, l := range []*gateLayer{scoreStatements(g), scoreEvents(g), scoreFigures(g), scoreTalks(g), scorePositions(g), scoreMeetings(g)} {
		if l.rows[0].gold == 0 {
			t.Errorf("%s: nothing is annotated", l.name)
		}
		for _, r := range l.rows {
			if n := l.rows[0].gold; r.same != n || l.rows[0].found != n {
				t.Errorf("%s: %d of %d the same, %d written", r.name, r.same, n, l.rows[0].found)
			}
		}
		for _, p := range l.parts {
			if v := p.value(); v != 1 {
				t.Errorf("%s: %s is %.3f", l.name, p.name, v)
			}
		}
	}
}

// writeAnnotation makes the rows of an article's tables from its annotation.
// Each phrase that names somebody is an actor of its own.
func (g *gateRun) writeAnnotation(a gateArticle) {
	write := func(table string, r record) { g.tables[table][a.name] = append(g.tables[table][a.name], r) }
	who := func(names []string, sentence int) []any {
		ids := []any{}
		for _, n := range names {
			ids = append(ids, g.actor(n))
			if at, ok := a.at(n, sentence); ok {
				write("mentions", at.record(record{"actor_id": g.actor(n)}))
			}
		}
		return ids
	}
	one := func(name string, sentence int) any {
		if name == "" {
			return nil
		}
		return who([]string{name}, sentence)[0]
	}
	for _, r := range a.layers["statements"] {
		row := record{"cue": r.get("cue"), "type": r.get("type"), "speaker_text": r.get("speaker")}
		if w := r.list("who"); len(w) > 0 {
			row["speaker_id"] = g.actor(w[0])
		}
		write("statements", a.content(r).record(row))
	}
	for i, r := range a.layers["events"] {
		if r.get("same") != "" { // told at its first mention
			continue
		}
		at, _ := a.at(r.get("trigger"), r.sentence())
		write("events", at.record(record{"event_id": a.name + "/" + string(rune('a'+i)), "type": r.get("type"), "anchor": r.get("trigger"),
			"status": r.get("status"), "background": r.get("background") == "background", "date": r.get("date"),
			"source_ids": who(r.list("sources"), r.sentence()), "target_ids": who(r.list("targets"), r.sentence())}))
	}
	seen := map[string]int{}
	for _, r := range a.layers["figures"] {
		k := r.get("sentence") + r.get("text")
		seen[k]++
		at, _ := findWords(a.words, r.get("text"), a.spans[r.sentence()], seen[k])
		row := record{"kind": r.get("kind"), "subject": r.get("subject")}
		if w := r.list("claimant"); len(w) > 0 {
			row["attributed_to_id"] = g.actor(w[0])
		}
		if low, high, isRange := strings.Cut(r.get("value"), "-"); isRange {
			row.put("low", number(low))
			row.put("high", number(high))
		} else {
			row.put("value", number(low))
		}
		write("figures", at.record(row))
	}
	for i, at := range a.spans {
		row := record{"about_talks": false}
		for _, r := range a.layers["talks"] {
			if r.sentence() == i {
				row = record{"about_talks": true, "attitude_of": one(r.get("holder"), i)}
				row.put("attitude", number(r.get("attitude")))
			}
		}
		write("sentences", at.record(row))
	}
	for _, r := range a.layers["positions"] {
		at, _ := findWords(a.words, r.get("content"), a.spans[r.sentence()], 1)
		write("positions", at.record(record{"issue": r.get("issue"), "stance": r.get("stance"), "actor_id": one(r.get("holder"), r.sentence())}))
	}
	for _, r := range a.layers["meetings"] {
		known := func(column string) string { return strings.TrimSuffix(r.get(column), "?") }
		g.meetings = append(g.meetings, record{"event_ids": []any{g.tables["events"][a.name][0].str("event_id")}, "parties": who(r.list("parties"), -1),
			"date": known("date"), "place": r.get("place"), "status": r.get("status"), "outcome": known("outcome"),
			"level": orSame(gateLevels, r.get("level")), "format": orSame(gateForms, r.get("form"))})
	}
}

// actor is the id of the actor of that name.
func (g *gateRun) actor(name string) string {
	name, _ = occurrence(strings.TrimPrefix(name, "^"))
	if id := key(name); g.actors[id] == nil {
		g.actors[id] = record{"name": name}
		g.byName[id] = []string{id}
	}
	return key(name)
}

// record adds a place to a row.
func (s span) record(r record) record {
	r["start"], r["end"] = float64(s.start), float64(s.end)
	return r
}

func (r record) put(column string, v *float64) {
	if v != nil {
		r[column] = *v
	}
}
