package actors_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parley/schemas"
	"parley/stages"
	"parley/stages/actors"
	"parley/stages/annotate"
	"parley/stages/language/lexicon"
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

// Each spelling is found as the one person whom it means.
func TestSpellings(t *testing.T) {
	c := chain(t, "")
	list, err := os.ReadFile("persons.tsv")
	if err != nil {
		t.Fatal(err)
	}
	persons, all, unlisted := 0, 0, 0
	err = lexicon.EachRow("spellings.tsv", read(t, "testdata/spellings.tsv"), 2, 1, func(r []string) error {
		persons++
		for _, n := range strings.Split(r[1], "|") {
			all++
			if !strings.Contains(string(list), n) {
				unlisted++
			}
			d := stagetest.Document("The report was sent to " + n + " on Friday.")
			stagetest.Run(t, d, c)
			if len(d.Mentions) != 1 || d.Mentions[0].ActorID != r[0] || d.Mentions[0].Text != n {
				t.Errorf("%s: %v, want %s", n, mentioned(d), r[0])
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if persons < 60 || all < 300 || unlisted*2 < all {
		t.Errorf("%d spellings of %d persons, %d of them in no list", all, persons, unlisted)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Names that sound alike and must stay apart.
func TestApart(t *testing.T) {
	c := chain(t, "")
	for _, pair := range [][2]string{
		{"Vladimir Putin", "Vladimir Medinsky"}, {"Boris Johnson", "Mike Johnson"}, {"Vitali Klitschko", "Wladimir Klitschko"},
		{"Dmytro Kuleba", "Oleksiy Kuleba"}, {"Volodymyr Zelenskyy", "Olena Zelenska"}, {"Mykhailo Fedorov", "Ivan Fedorov"},
		{"Nikolai Patrushev", "Dmitry Patrushev"}, {"Lech Kaczynski", "Jaroslaw Kaczynski"}, {"Alexei Navalny", "Yulia Navalnaya"},
		{"Vladimir Putin", "Vladimir Lenin"}, {"Dmitry Medvedev", "Viktor Medvedchuk"}, {"Andriy Yermak", "Andriy Melnyk"},
		{"Sergei Lavrov", "Sergei Aleinik"}, {"Kyrylo Tymoshenko", "Yulia Tymoshenko"}, {"Alexander Lukashenko", "Alexander Lukashevich"},
		{"Joe Biden", "Hunter Biden"}, {"Donald Trump", "Melania Trump"}, {"Donald Trump", "Donald Tusk"}, {"George W. Bush", "Jeb Bush"},
		{"Bill Clinton", "Hillary Clinton"}, {"Darya Dugina", "Alexander Dugin"}, {"Li Qiang", "Li Keqiang"}, {"Mykola Tochytskyi", "Mykola Azarov"},
		{"Barack Obama", "Michelle Obama"}, {"Ben Wallace", "Ben Hodges"}, {"Charles Michel", "King Charles"}, {"Oleksandr Syrskyi", "Oleksandr Starukh"},
	} {
		d := stagetest.Document("The letter names " + pair[0] + " and then " + pair[1] + ".")
		stagetest.Run(t, d, c)
		if len(d.Actors) != 2 {
			t.Errorf("%v: %v", pair, mentioned(d))
		}
	}
	// A relative of somebody is not that person, and neither is who shares no more than a name.
	for text, not := range map[string]string{
		"The letter names Lyudmila Putina.":               "vladimir-putin",
		"The letter names Elizaveta Peskova.":             "dmitry-peskov",
		"The letter names Gaspard Macron.":                "emmanuel-macron",
		"The letter names Ivan Zelensky.":                 "volodymyr-zelenskyy",
		"The letter names Ms Lavrova.":                    "sergei-lavrov",
		"The shop sells Putinka.":                         "vladimir-putin",
		"The letter names Errol Musk.":                    "elon-musk",
		"The letter names Kimbal Musk and Marie Trudeau.": "justin-trudeau",
	} {
		d := stagetest.Document(text)
		stagetest.Run(t, d, c)
		if _, ok := d.Actor(not); ok {
			t.Errorf("%s: %v", text, mentioned(d))
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
	stagetest.Run(t, d, chain(t, write("\ufeffharbour-league\tgroup\t\tHarbour League\t\t\njona-quint\tperson\tNOR\tJona Quint\tenvoy@2022..\tQuint\n")))
	if got := strings.Join(mentioned(d), " "); got != "Harbour League=harbour-league Jona Quint=jona-quint" {
		t.Errorf("got %s", got)
	}
	for text, want := range map[string]string{
		"a\tperson\tNOR\tA\n":                                 "mine.tsv:1: 4 columns",
		"a\tperson\tXXX\tA B\t\t\n":                           "mine.tsv:1: country \"XXX\"",
		"# x\na\tking\t\tA B\t\t\n":                           "mine.tsv:2: kind \"king\"",
		"b\tngo\t\tB B\t\t\na\tngo\t\tA A\t\t\n":              "mine.tsv:2: \"a\" stands after",
		"a\tngo\t\tA A\t\t\na\tngo\t\tA A\t\t\n":              "mine.tsv:2: \"a\" stands twice",
		"a\tperson\t\tA B\tenvoy\t\n":                         "mine.tsv:1: roles: \"envoy\"",
		"a\tperson\t\tA B\tenvoy@soon..\t\n":                  "mine.tsv:1: roles: \"soon\" is no date",
		"a\tperson\t\tA B\tenvoy@2024..2022\t\n":              "mine.tsv:1: roles: \"envoy@2024..2022\" ends",
		"A b\tngo\t\tA\t\t\n":                                 "mine.tsv:1: id \"A b\"",
		"ukraine\tstate\tUKR\tUkraine\t\t\n":                  "mine.tsv:1: id \"ukraine\" is taken",
		"a\tngo\t\tA A\t\tB|\n":                               "mine.tsv:1: column 6",
		"a\tngo\t\t\t\t\n":                                    "mine.tsv:1: no name",
		"a\tngo\t\tA A\t\t\nb\tperson\t\tSergey Lawrow\t\t\n": "mine.tsv:2: \"Sergey Lawrow\" is, or sounds like, a name of sergei-lavrov",
		"a\tngo\t\tReuters\t\t\n":                             "mine.tsv:1: \"Reuters\" is a name of reuters",
		"a\tngo\t\tA \xff\t\t\n":                              "mine.tsv:1: column 4",
		"a\tngo\t\t—\t\t\n":                                   "mine.tsv:1: \"—\" holds no word",
		"a\tngo\t\tA A\t\t\r\n\tngo\t\tB B\t\t\r\n":           "mine.tsv:2: the first column is empty",
		"a\tngo\t\tA A\t\t \n":                                "mine.tsv:1: column 6",
		"a\tperson\t\tA B\tenvoy@2024..2022-02-30\t\n":        "mine.tsv:1: roles: \"2022-02-30\" is no date",
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
		d.Statements = []stages.Statement{{Statement: schemas.Statement{SpeakerID: "x-jane-harlow"}}}
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

func TestQueue(t *testing.T) {
	q := actors.NewQueue(2)
	for i, name := range []string{"Jane Roe", "Known Body", "Tim Ash", "Rare Guild", "Odd Guild"} {
		q.Add(&schemas.Actor{
			ActorID: "x-" + strings.ReplaceAll(strings.ToLower(name), " ", "-"), Name: name, Kind: "person", Country: "NOR",
			Known: i == 1, Articles: []int32{3, 9, 5, 1, 2}[i], Aliases: []string{"J. Roe", name},
		})
	}
	var b strings.Builder
	if _, err := q.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	_, got, _ := strings.Cut(b.String(), "\n")
	want := "     5: tim-ash\tperson\tNOR\tTim Ash\t\tJ. Roe\n     3: jane-roe\tperson\tNOR\tJane Roe\t\tJ. Roe\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	b.Reset()
	if actors.NewQueue(2).WriteTo(&b); b.Len() > 0 {
		t.Errorf("an empty queue prints %q", b.String())
	}
}

// Hostile texts must end, and in time that grows with their length alone.
func TestHostile(t *testing.T) {
	c := chain(t, "")
	for _, text := range []string{
		strings.Repeat("\"", 4000), strings.Repeat("A", 1<<20), strings.Repeat("Jane ", 10000), strings.Repeat("the President of ", 4000),
		strings.Repeat("Al-", 10000), strings.Repeat("he said ", 6000), strings.Repeat("Ministry of the ", 4000), "'s 's 's", "- – -", "\u0301\u0301", strings.Repeat("Jane Roe, head of ", 2000),
		strings.Repeat("The ministry said. It spoke. ", 6000), strings.Repeat("his Russian counterpart ", 4000), strings.Repeat("Union Jane ", 10000), strings.Repeat("It said they said ", 6000),
		strings.Repeat("Kyiv and ", 20000), strings.Repeat("Jane Roe met the president, he said. ", 4000), strings.Repeat("Jane Roe and he ", 10000),
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

// The time for a megabyte of text must not grow with the lists: "ratio" is the
// time with ten times the actors by that with the shipped ones.
func BenchmarkTenTimesTheActors(b *testing.B) {
	text := strings.Repeat("Ukrainian Foreign Minister Dmytro Kuleba met Jona Quint of Norwich in Antalya. The Kremlin said that the Harbour Trade Union was ready. ", 1<<20/137)
	d := stagetest.Document(text)
	small := chain(b, "")
	if err := small[0].Run(d); err != nil {
		b.Fatal(err)
	}
	large := chain(b, tenTimes(b))
	pass := func(c []stages.PerArticle) time.Duration {
		start := time.Now()
		if err := c[1].Run(d); err != nil {
			b.Fatal(err)
		}
		return time.Since(start)
	}
	pass(small)
	pass(large)
	b.SetBytes(int64(2 * len(text)))
	var one, ten time.Duration
	for b.Loop() {
		one += pass(small)
		ten += pass(large)
	}
	b.ReportMetric(float64(ten)/float64(one), "ratio")
}

// tenTimes is a file of ten times as many actors as the lists hold, of names
// that are made of a few syllables and so share their beginnings.
func tenTimes(t testing.TB) string {
	t.Helper()
	syllables := strings.Fields("ba ko ri mes tan vel dor shi gan lup fer zo")
	var rows []string
	for i := range 16000 {
		given, family := "", ""
		for k, n := 0, i; k < 4; k, n = k+1, n/len(syllables) {
			given += syllables[n%len(syllables)]
			family = syllables[(n+5*k)%len(syllables)] + family
		}
		kind, name := "person", strings.ToUpper(given[:1])+given[1:]+" "+strings.ToUpper(family[:1])+family[1:]
		if i%3 == 0 {
			kind, name = "ngo", name+" Union"
		}
		rows = append(rows, fmt.Sprintf("u%05d\t%s\tNOR\t%s\t\t", i, kind, name))
	}
	file := filepath.Join(t.TempDir(), "actors.tsv")
	if err := os.WriteFile(file, []byte(strings.Join(rows, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}
