package statements_test

import (
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages"
	"parley/stages/stagetest"
)

// marked makes a document of a text in which the words of a statement are marked:
// <cue>, {speaker}, [first word of the content and the last]. The reading says so.
func marked(t *testing.T, text string, before []stages.PerArticle) *stages.Document {
	t.Helper()
	d := stagetest.Document(strings.NewReplacer("<", "", ">", "", "{", "", "}", "", "[", "", "]", "").Replace(text))
	d.Article.Published, d.Article.DatePrecision = schemas.NewDate(2021, 6, 9), "day" // a Wednesday
	stagetest.Run(t, d, before)
	place := func(open, shut string) (p stages.Place) {
		i := strings.Index(text, open)
		word := strings.SplitN(text[i+len(open):], shut, 2)[0]
		for n, s := range d.Sentences {
			for k, tok := range s.Tokens {
				if d.Word(tok) == word {
					return stages.Place{Sentence: int32(n), Token: int32(k)}
				}
			}
		}
		t.Fatalf("no word %q", word)
		return p
	}
	to := func(p stages.Place) stages.Arcs { return stages.Arcs{To: []stages.Arc{{Place: p, P: 1}}} }
	cue := place("<", ">")
	content := text[strings.Index(text, "[")+1 : strings.Index(text, "]")]
	words := strings.Fields(content)
	text += " (" + words[0] + ") /" + words[len(words)-1] + "/"
	d.Reading.Thresholds = stages.Thresholds{Cue: 0.5, ArcLeast: 0.1, ArcShare: 0.4}
	d.Reading.Sentences = make([]stages.SentenceReading, len(d.Sentences))
	d.Reading.Sentences[cue.Sentence].Cues = []stages.Cue{{Token: cue.Token, P: 0.9, Speaker: to(place("{", "}")), Begin: to(place("(", ")")), End: to(place("/", "/"))}}
	return d
}

// TestLearned holds that what only the reading finds becomes a statement, that
// what the rules have found is not told twice, and that a speaker whom the rules
// do not know is the one that the reading leads to.
func TestLearned(t *testing.T) {
	c := chain(t)
	for _, x := range []struct{ text, speaker, cue, kind, content, day string }{
		{"{Peru} has <floated> [a truce along the northern border] .", "Peru peru", "has floated", "indirect", "a truce along the northern border", ""},
		{"[The border will open tomorrow] , so <goes> the word from {Peru} .", "Peru peru", "goes", "indirect", "The border will open tomorrow", ""},
		{"{Peru} <said> that [the border was open] .", "Peru peru", "said", "indirect", "the border was open", ""},
		{"On Monday {Peru} <floated> [a truce along the northern border] .", "Peru peru", "floated", "indirect", "a truce along the northern border", "2021-06-07"},
	} {
		d := marked(t, x.text, c[:len(c)-1])
		stagetest.Run(t, d, c[len(c)-1:])
		if len(d.Statements) != 1 {
			t.Errorf("%s: %d statements, want one", x.text, len(d.Statements))
			continue
		}
		s := d.Statements[0]
		if got := s.SpeakerText + " " + s.SpeakerID; got != x.speaker || s.Cue != x.cue || s.Type != x.kind || s.Content != x.content || s.SaidOn.String() != x.day {
			t.Errorf("%s: %q %q %q %q %q", x.text, got, s.Cue, s.Type, s.Content, s.SaidOn)
		}
	}
}
