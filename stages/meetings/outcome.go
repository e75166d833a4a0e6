package meetings

// outcomes are the values of outcome that are looked for, in the order in which
// one goes before another.
var outcomes = []string{"agreement", "progress", "none"}

// leastOutcome is from which log odds on an outcome is told: of the few that texts
// tell, one is found as often as one is missed.
const leastOutcome = -1.0

// outcome is what came of a meeting and the sentence that tells it, "" and -1
// where nothing does: what its sentences say by what has been learned.
func (a *article) outcome(g group, status string) (value string, sentence int) {
	sentence = -1
	most := leastOutcome
	all := a.results(g, status)
	for _, o := range outcomes {
		if s := a.models["outcome "+o].score(pooled(all)); s > most {
			value, most = o, s
		}
	}
	if value == "" {
		return "", -1
	}
	best := 0.0
	for i, r := range all {
		if s := a.models["outcome "+value].score(r.features); i == 0 || s > best {
			sentence, best = r.sentence, s
		}
	}
	return value, sentence
}

// result is what a sentence says of what came of a meeting.
type result struct {
	sentence int
	features
}

// results are those of the sentences that tell of a meeting and of those right
// behind.
func (a *article) results(g group, status string) (all []result) {
	d := a.doc
	own := map[int]bool{}
	for _, t := range g {
		own[int(t.Sentence)] = true
	}
	var bearers []string
	for _, t := range g {
		for _, b := range t.bearers {
			bearers = add(bearers, b)
		}
	}
	seen := map[int]bool{}
	for _, t := range g {
		for k := 0; k <= 1; k++ {
			n := int(t.Sentence) + k
			if n >= len(d.Sentences) || seen[n] || k > 0 && (own[n] || d.Sentences[n].Paragraph > d.Sentences[t.Sentence].Paragraph+1) {
				continue
			}
			seen[n] = true
			at := "own "
			if k > 0 {
				at = "next "
			}
			var f features
			for i := range d.Tellings {
				x := &d.Tellings[i]
				if int(x.Sentence) != n || x.Type == "CONSULT" {
					continue
				}
				b := a.bearers(append(append([]string{}, x.SourceIDs...), x.TargetIDs...))
				name := at + x.Type + " " + stateOfRow(x.Status)
				if x.Type == "AGREE" || x.Type == "REJECT" {
					f.add(name, 1)
					f.when(common(b, bearers) > 1, name+" of both")
				}
			}
			for _, class := range []string{"progress", "no result", "agreement"} {
				f.when(a.says(n, class), at+class)
			}
			r := &d.Reading.Sentences[n]
			f.add(at+"well", float64(r.Attitude[2]*r.Talks))
			f.add(at+"badly", float64(r.Attitude[0]*r.Talks))
			f.when(status == planned, "planned")
			f.when(status == failed, "failed")
			all = append(all, result{n, f})
		}
	}
	return all
}

func stateOfRow(status string) string {
	if status == "planned" || status == "denied_or_failed" {
		return status
	}
	return "real"
}

// says reports whether a sentence has a word of a class.
func (a *article) says(n int, class string) bool {
	for _, k := range a.doc.Sentences[n].Tokens {
		if a.words[class][k.Lower] || k.Lemma != "" && a.words[class][k.Lemma] {
			return true
		}
	}
	return false
}

// pooled is all features of some sentences, each at its highest.
func pooled(all []result) (f features) {
	at := map[string]int{}
	for _, r := range all {
		for _, x := range r.features {
			if i, ok := at[x.name]; ok {
				f[i].value = max(f[i].value, x.value)
				continue
			}
			at[x.name] = len(f)
			f = append(f, x)
		}
	}
	return f
}
