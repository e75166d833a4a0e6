package actors_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages"
	"parley/stages/actors"
	"parley/stages/annotate"
	"parley/stages/stagetest"
)

func chain(t testing.TB, file string) []stages.PerArticle {
	t.Helper()
	p, err := stages.LoadProfile("ukraine-2022")
	if err != nil {
		t.Fatal(err)
	}
	split, err := annotate.New(annotate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	find, err := actors.New(actors.Options{Profile: p, File: file})
	if err != nil {
		t.Fatal(err)
	}
	return []stages.PerArticle{split, find}
}

func TestGolden(t *testing.T) {
	stagetest.Golden(t, "testdata/*.txtar", chain(t, ""), func(d *stages.Document) string {
		var rows [][]string
		for _, m := range d.Mentions {
			a, _ := d.Actor(m.ActorID)
			rows = append(rows, []string{fmt.Sprint(m.Sentence), m.Kind, m.Text, m.ActorID, a.Kind, dash(a.Country), dash(m.Role)})
		}
		return stagetest.Table(rows)
	})
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// Spellings of English, French, German, Polish, Spanish and Italian news; none
// is in a list but for the name itself.
func TestSpellings(t *testing.T) {
	c := chain(t, "")
	for id, names := range map[string]string{
		"volodymyr-zelenskyy":  "Volodymyr Zelensky, Volodymyr Zelenskiy, Volodimir Zelenski, Volodímir Zelenski, Wołodymyr Zełenski, Wolodymyr Selenskyj, Vladimir Zelensky, Volodymyr Zelenskyi, Wolodimir Selenski, Volodymyr Zelinsky",
		"mykhailo-podolyak":    "Mykhailo Podoliak, Mikhailo Podoliak, Mikhail Podolyak, Mychajło Podolak, Mykhaïlo Podoliak, Mychajlo Podoljak, Mykhaylo Podolyak",
		"dmytro-kuleba":        "Dmitro Kuleba, Dmitri Kuleba, Dmytro Kouleba, Dmitry Kuleba, Dmytro Kułeba",
		"sergei-lavrov":        "Sergey Lavrov, Serguei Lavrov, Siergiej Ławrow, Sergej Lawrow, Serghei Lavrov, Sergueï Lavrov",
		"dmitry-peskov":        "Dmitri Peskov, Dimitri Peskov, Dmitrij Pieskow, Dmitri Peskow, Dmitriy Peskov",
		"vadym-boychenko":      "Vadim Boichenko, Vadim Boïtchenko, Vadym Boitchenko, Wadym Bojczenko, Vadim Boytchenko",
		"sergei-shoigu":        "Sergey Shoygu, Sergueï Choïgou, Sergej Schoigu, Siergiej Szojgu, Serguei Shoigu",
		"vladimir-medinsky":    "Vladimir Medinski, Wladimir Medinski, Władimir Miedinski, Vladimir Medinskiy",
		"davyd-arakhamia":      "David Arakhamia, David Arajamia, Dawid Arachamia, Davyd Arakhamiya",
		"alexander-lukashenko": "Aleksandr Lukashenko, Alexandre Loukachenko, Alexander Lukaschenko, Aleksander Łukaszenko, Alaksandr Lukashenko",
		"maria-zakharova":      "Mariya Zakharova, Marija Sacharowa, Maria Zacharowa",
		"valerii-zaluzhnyi":    "Valery Zaluzhny, Valeriy Zaluzhnyy, Walerij Załużny, Valeri Zaloujny",
		"yevgeny-prigozhin":    "Evgeny Prigozhin, Jewgeni Prigoschin, Evgueni Prigojine, Jewgienij Prigożyn, Yevgeniy Prigozhin",
		"recep-tayyip-erdogan": "Recep Tayyip Erdoğan",
		"mevlut-cavusoglu":     "Mevlüt Çavuşoğlu, Mevlüt Cavusoglu",
		"iryna-vereshchuk":     "Irina Vereshchuk, Iryna Werszczuk, Iryna Weretschuk, Irina Verechtchouk",
		"viktor-medvedchuk":    "Wiktor Medwedczuk, Viktor Medvedtchouk, Viktor Medwedtschuk",
		"vasily-nebenzya":      "Vassily Nebenzia, Wassili Nebensja, Vasily Nebenzia",
		"antony-blinken":       "Anthony Blinken",
		"rafael-grossi":        "Rafael Grossi",
	} {
		for _, n := range strings.Split(names, ", ") {
			d := stagetest.Document("The report was sent to " + n + " on Friday.")
			stagetest.Run(t, d, c)
			if len(d.Mentions) != 1 || d.Mentions[0].ActorID != id || d.Mentions[0].Text != n {
				t.Errorf("%s: %v, want %s", n, mentioned(d), id)
			}
		}
	}
}

// Names that sound alike and must stay apart.
func TestApart(t *testing.T) {
	c := chain(t, "")
	for _, pair := range [][2]string{
		{"Vladimir Putin", "Vladimir Medinsky"}, {"Boris Johnson", "Mike Johnson"}, {"Vitali Klitschko", "Wladimir Klitschko"},
		{"Dmytro Kuleba", "Oleksiy Kuleba"}, {"Volodymyr Zelenskyy", "Olena Zelenska"}, {"Mykhailo Fedorov", "Ivan Fedorov"},
		{"Nikolai Patrushev", "Dmitry Patrushev"}, {"Lech Kaczynski", "Jaroslaw Kaczynski"},
	} {
		d := stagetest.Document("The letter names " + pair[0] + " and then " + pair[1] + ".")
		stagetest.Run(t, d, c)
		if len(d.Actors) != 2 {
			t.Errorf("%v: %v", pair, mentioned(d))
		}
	}
}

func mentioned(d *stages.Document) []string {
	var out []string
	for _, m := range d.Mentions {
		out = append(out, m.Text+"="+m.ActorID)
	}
	return out
}

func TestUserFile(t *testing.T) {
	dir := t.TempDir()
	write := func(text string) string {
		f := filepath.Join(dir, "mine.tsv")
		if err := os.WriteFile(f, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return f
	}
	d := stagetest.Document("A spokesman of the Harbour League met Jona Quint.")
	stagetest.Run(t, d, chain(t, write("harbour-league\tgroup\t\tHarbour League\t\t\njona-quint\tperson\tNOR\tJona Quint\tenvoy@2022..\tQuint\n")))
	if got := strings.Join(mentioned(d), " "); got != "Harbour League=harbour-league Jona Quint=jona-quint" {
		t.Errorf("got %s", got)
	}
	for text, want := range map[string]string{
		"a\tperson\tNOR\tA\n":                    "mine.tsv:1: 4 columns",
		"a\tperson\tXXX\tA B\t\t\n":              "mine.tsv:1: country \"XXX\"",
		"# x\na\tking\t\tA B\t\t\n":              "mine.tsv:2: kind \"king\"",
		"b\tngo\t\tB B\t\t\na\tngo\t\tA A\t\t\n": "mine.tsv:2: \"a\" stands after",
		"a\tngo\t\tA A\t\t\na\tngo\t\tA A\t\t\n": "mine.tsv:2: \"a\" stands twice",
		"a\tperson\t\tA B\tenvoy\t\n":            "mine.tsv:1: roles: \"envoy\"",
		"a\tperson\t\tA B\tenvoy@soon..\t\n":     "mine.tsv:1: roles: \"soon\" is no date",
		"A b\tngo\t\tA\t\t\n":                    "mine.tsv:1: id \"A b\"",
		"ukraine\tstate\tUKR\tUkraine\t\t\n":     "mine.tsv:1: id \"ukraine\" is taken",
		"a\tngo\t\tA A\t\tB|\n":                  "mine.tsv:1: column 6",
		"a\tngo\t\t\t\t\n":                       "mine.tsv:1: no name",
	} {
		_, err := actors.New(actors.Options{File: write(text)})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", text, err, want)
		}
	}
}

func TestObserver(t *testing.T) {
	o := actors.NewObserver(actors.Options{})
	c := chain(t, "")
	for i, text := range []string{
		"Envoy Jane Harlow arrived. Harlow said that she was hopeful.",
		"Special envoy Jane Harlow left Norway.",
		"Envoy Jane Harlow spoke again.",
	} {
		d := stagetest.Document(text)
		d.Article.Published = schemas.NewDate(2022, 3, 10+i)
		if i == 2 {
			d.Article.DuplicateOf = "a"
		}
		stagetest.Run(t, d, c)
		d.Statements = []schemas.Statement{{SpeakerID: "x-jane-harlow"}}
		o.See(d)
	}
	var got []string
	o.Rows(func(r any) error {
		a := r.(*schemas.Actor)
		got = append(got, fmt.Sprint(a.ActorID, a.Roles, a.Aliases, a.Mentions, a.Articles, a.Statements, a.FirstSeen, a.LastSeen))
		return nil
	})
	want := "norway[] [Norway] 1 1 0 2022-03-11 2022-03-11 x-jane-harlow[Envoy Special envoy] [Harlow Jane Harlow] 4 2 2 2022-03-10 2022-03-11"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

// Hostile texts must end, and in time that grows with their length alone.
func TestHostile(t *testing.T) {
	c := chain(t, "")
	for _, text := range []string{
		strings.Repeat("\"", 20000), strings.Repeat("A", 1<<20), strings.Repeat("Jane ", 50000), strings.Repeat("the President of ", 20000),
		strings.Repeat("Al-", 50000), strings.Repeat("he said ", 30000), strings.Repeat("Ministry of the ", 20000), "'s 's 's", "- – -", "\u0301\u0301", strings.Repeat("Jane Roe, head of ", 10000),
		strings.Repeat("Kyiv and ", 100000), strings.Repeat("Jane Roe met the president, he said. ", 20000), strings.Repeat("Jane Roe and he ", 50000),
	} {
		d := stagetest.Document(text)
		for _, s := range c {
			if err := s.Run(d); err != nil {
				t.Error(err)
			}
		}
	}
}

func BenchmarkRun(b *testing.B) {
	c := chain(b, "")
	text := strings.Repeat("Ukrainian Foreign Minister Dmytro Kuleba met his colleague in Antalya on Thursday. The Kremlin said that the Russian delegation was ready, and Reuters quoted Jane Harlow, an adviser to the mayor of Norwich. She added that the talks went on. ", 15)
	d := stagetest.Document(text)
	if err := c[0].Run(d); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if err := c[1].Run(d); err != nil {
			b.Fatal(err)
		}
	}
}
