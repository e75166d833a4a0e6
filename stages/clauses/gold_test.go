package clauses_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"parley/stages"
	"parley/stages/stagetest"
)

// codedEvent is an event of the coded articles: sentence, type, trigger,
// sources, targets, status.
type codedEvent struct {
	sentence         int
	trigger, status  string
	sources, targets []string
}

func (e *codedEvent) UnmarshalJSON(b []byte) error {
	var typ string
	return json.Unmarshal(b, &[]any{&e.sentence, &typ, &e.trigger, &e.sources, &e.targets, &e.status})
}

// TestCodedEvents holds clauses against the events that people coded: is there a
// clause at the trigger, are those who do it and suffer it among its agents and
// patients, and is its factuality the coded status. Events that a name, a pronoun
// of another sentence or the context alone fill count against it.
func TestCodedEvents(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/gold/coded/*.jsonl")
	if len(files) == 0 {
		t.Skip("the coded articles are not here")
	}
	c := chain(t)
	for _, file := range files {
		var found, all int
		var who, whom [3]int // right, filled, coded
		status := map[string]map[string]int{}
		for _, a := range coded(t, file) {
			for i, text := range a.Sentences {
				d := (*stages.Document)(nil)
				for _, e := range a.Events {
					if e.sentence != i {
						continue
					}
					if d == nil {
						d = stagetest.Document(text)
						for _, s := range c {
							if err := s.Run(d); err != nil {
								t.Fatal(err)
							}
						}
					}
					all++
					n, cl := clauseAt(d, e.trigger)
					if cl == nil {
						miss(t, "no clause", e, text)
						continue
					}
					found++
					right := who
					if compare(d, n, cl.Agents, e.sources, &who); who[0] == right[0] && who[1] > right[1] {
						miss(t, "wrong agent "+d.Word(d.Sentences[n].Tokens[cl.Agents[0]]), e, text)
					}
					compare(d, n, cl.Patients, e.targets, &whom)
					if status[e.status] == nil {
						status[e.status] = map[string]int{}
					}
					status[e.status][cl.Factuality.String()]++
					if wrong(e.status, cl.Factuality) {
						miss(t, cl.Factuality.String()+" for "+e.status, e, text)
					}
				}
			}
		}
		t.Logf("%s: a clause at %d of %d triggers; agents right %.3f of %d filled, found %.3f of %d coded; patients right %.3f of %d, found %.3f of %d", filepath.Base(file),
			found, all, ratio(who[0], who[1]), who[1], ratio(who[0], who[2]), who[2], ratio(whom[0], whom[1]), whom[1], ratio(whom[0], whom[2]), whom[2])
		right, total := 0, 0
		for _, s := range []string{"happened", "ongoing", "planned", "denied"} {
			var parts []string
			for f, n := range status[s] {
				parts = append(parts, f+" "+strconv.Itoa(n))
				total += n
				if v, _ := stages.ParseFactuality(f); !wrong(s, v) {
					right += n
				}
			}
			sort.Strings(parts)
			t.Logf("  %s: %s", s, strings.Join(parts, ", "))
		}
		t.Logf("  factuality right %.3f", ratio(right, total))
	}
}

// wrong reports whether a factuality is another than the coded status. What goes
// on and what happened are one: people tell them apart by the type.
func wrong(status string, f stages.Factuality) bool {
	switch status {
	case "planned":
		return f != stages.Planned
	case "denied":
		return f != stages.Denied
	}
	return f != stages.Happened && f != stages.Ongoing
}

type codedArticle struct {
	Sentences []string
	Events    []codedEvent
}

func coded(t *testing.T, file string) (all []codedArticle) {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var a codedArticle
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	return all
}

// clauseAt is the clause whose predicate is the trigger, or is carried by it.
func clauseAt(d *stages.Document, trigger string) (int, *stages.Clause) {
	word, nth, _ := strings.Cut(trigger, "#")
	want, _ := strconv.Atoi(nth)
	want = max(want, 1)
	first := strings.ToLower(strings.Fields(word)[0])
	if _, last, ok := strings.Cut(first, "-"); ok {
		first = last // "cease-fire" is three tokens
	}
	for n := range d.Sentences {
		for k, tok := range d.Sentences[n].Tokens {
			if tok.Lower != first {
				continue
			}
			if want--; want > 0 {
				continue
			}
			for i := range d.Clauses[n] {
				if int(d.Clauses[n][i].Predicate) == k {
					return n, &d.Clauses[n][i]
				}
			}
			return n, nil
		}
	}
	return 0, nil
}

// compare counts whether one of the parties found is one of those coded, by the
// words of its phrase. A pronoun is not counted as found: it is resolved
// elsewhere, and people code whom it stands for.
func compare(d *stages.Document, n int, found []int16, want []string, count *[3]int) {
	var here []string
	for _, w := range want {
		if !strings.HasPrefix(w, "^") && w != "" {
			here = append(here, " "+strings.ToLower(w)+" ")
		}
	}
	if len(here) > 0 {
		count[2]++
	}
	if len(found) == 0 || len(here) == 0 {
		return
	}
	tok := d.Sentences[n].Tokens
	pronouns := true
	for _, k := range found {
		pronouns = pronouns && (tok[k].UPOS == stages.PosPron || tok[k].UPOS == stages.PosDet)
		for i := range tok {
			switch int16(i) {
			case k:
			default:
				if tok[i].Head != k {
					continue
				}
				switch tok[i].Rel.Base() {
				case stages.RelFlat, stages.RelAppos, stages.RelCompound, stages.RelNmod, stages.RelAmod:
				default:
					continue
				}
			}
			for _, h := range here {
				if strings.Contains(h, " "+tok[i].Lower+" ") {
					count[0]++
					count[1]++
					return
				}
			}
		}
	}
	if !pronouns {
		count[1]++
	}
}

func ratio(a, b int) float64 { return float64(a) / float64(max(b, 1)) }

var misses = os.Getenv("MISSES")

// miss prints what went wrong where the environment variable MISSES asks for it.
func miss(t *testing.T, what string, e codedEvent, text string) {
	if misses != "" && strings.Contains(what, misses) {
		t.Logf("%s: %s [%s > %s]: %s", what, e.trigger, strings.Join(e.sources, ";"), strings.Join(e.targets, ";"), text)
	}
}
