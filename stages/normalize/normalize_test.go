package normalize

import (
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"parley/schemas"
	"parley/stages"
	"parley/stages/stagetest"
)

func TestClean(t *testing.T) {
	for _, c := range [][2]string{
		{"a\r\nb\rc\u2028d", "a\nb\nc\nd"},
		{"two\u00a0\u2009 spaces \t\n  in a line ", "two spaces\n  in a line"},
		{"soft\u00adhy\u200bphen\ufeff", "softhyphen"},
		{"bell\a and \x1b[0m", "bell and [0m"},
		{"Cafe\u0301", "Café"},
		{"broken \xff\xfe end", "broken \ufffd end"},
		{"“kept” – ‘as’ it is…", "“kept” – ‘as’ it is…"},
	} {
		if got := clean(c[0]); got != c[1] {
			t.Errorf("clean(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestMojibake(t *testing.T) {
	m := newMojibake()
	for _, c := range [][2]string{
		{"the boardâ€™s â€œletterâ€\u009d â€“ CafÃ© â€¦", "the board’s “letter” – Café …"},
		{"São João, Ângela, Ãrea", "São João, Ângela, Ãrea"},
		{"it’s “fine” – as it is", "it’s “fine” – as it is"},
	} {
		if got := m.repair(c[0]); got != c[1] {
			t.Errorf("repair(%q) = %q, want %q", c[0], got, c[1])
		}
	}
	if got := entities.Replace("R&D &amp; Q&A&nbsp;&#8217;s"); got != "R&D & Q&A ’s" {
		t.Errorf("entities: %q", got)
	}
}

func TestStatedDay(t *testing.T) {
	z := build(t)
	for line, want := range map[string]string{
		"Published 12 April 2022":                             "2022-04-12",
		"Update : 10 Mar 2022, 19:02":                         "2022-03-10",
		"Updated Nov 19, 2019; Posted Nov 18, 2019":           "2019-11-18",
		"PUBLISHED: Nov. 18, 2019 | UPDATED: Nov. 19, 2019":   "2019-11-18",
		"By Mara Lindt on Monday, November 18th, 2019 at 11":  "2019-11-18",
		"The lock was opened on 3 May 2012 by the old board.": "",
	} {
		d := &stages.Document{Input: stages.Input{Format: stages.FormatText, Data: []byte("Keepers ask board for second lock\n\n" + line +
			"\n\nThe keepers of the canal have asked the board for a second lock.\n\nThe board said that it had received the letter of the keepers.\n")}}
		if err := z.run(d); err != nil || d.Article.Published.String() != want {
			t.Errorf("%q: published %s, want %q (%v)", line, d.Article.Published, want, err)
		}
	}
}

func TestFindDates(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"on 10 March 2022 in", "2022-03-10"},
		{"on March 10, 2022.", "2022-03-10"},
		{"Tue., Mar. 1st, 2022", "2022-03-01"},
		{"10 Mar 2022, 19:02", "2022-03-10"},
		{"the 3rd of May 2021", "2021-05-03"},
		{"KYIV, 26 February (Agency)", "0000-02-26"},
		{"21/06/2014 by", "2014-06-21"},
		{"06/21/2014 by", "2014-06-21"},
		{"10.03.2022", "2022-03-10"},
		{"2022-03-10", "2022-03-10"},
		{"05/06/2014", ""},        // either order
		{"May 2022", ""},          // no day
		{"30 February 2022", ""},  // no such day
		{"may 40 of them go", ""}, // no such day
		{"in 2022, 10 men", ""},
		{"March 10 and 2022 more", "0000-03-10"},
	} {
		got := ""
		if d := findDates(c.text); len(d) > 0 {
			got = d[0].date.String()
		}
		if got != c.want {
			t.Errorf("findDates(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestParseMoment(t *testing.T) {
	for _, c := range []struct{ in, day, at string }{
		{"2022-03-10T23:30:00-05:00", "2022-03-10", "2022-03-11T04:30:00Z"},
		{"2022-03-10T19:02:00Z", "2022-03-10", "2022-03-10T19:02:00Z"},
		{"2022-03-10T19:02:00.123+0200", "2022-03-10", "2022-03-10T17:02:00Z"},
		{"2022-03-10T19:02", "2022-03-10", ""},
		{"2022-03-10 19:02:11", "2022-03-10", ""},
		{"Thu, 10 Mar 2022 19:02:00 +0300", "2022-03-10", "2022-03-10T16:02:00Z"},
		{"Thu, 10 Mar 2022 19:02:00 GMT", "2022-03-10", "2022-03-10T19:02:00Z"},
		{"Thu, 10 Mar 2022 19:02:00 XYZ", "2022-03-10", ""},
		{"20220310T190200Z", "2022-03-10", "2022-03-10T19:02:00Z"},
		{"20220310", "2022-03-10", ""},
		{"1646938920", "2022-03-10", "2022-03-10T19:02:00Z"},
		{"1646938920000", "2022-03-10", "2022-03-10T19:02:00Z"},
		{"Published on March 10, 2022", "2022-03-10", ""},
		{"Thu Mar 10 19:02:00 +0200 2022", "2022-03-10", "2022-03-10T17:02:00Z"},
		{"Thu Mar 10 19:02:00 UTC 2022", "2022-03-10", "2022-03-10T19:02:00Z"},
		{"Thu Mar 10 19:02:00 EST 2022", "2022-03-10", ""},
		{"Thu Mar 10 19:02:00 2022", "2022-03-10", ""},
		{"10-Mar-2022", "2022-03-10", ""},
		{"10-Mar-2022 19:02", "2022-03-10", ""},
		{"10-MAR-22", "2022-03-10", ""},
		{"21/03/22", "2022-03-21", ""},
		{"10/03/22", "", ""}, // either order
		{"1646938920.0", "2022-03-10", "2022-03-10T19:02:00Z"},
		{"/Date(1646938920000)/", "2022-03-10", "2022-03-10T19:02:00Z"},
		{"2022-069", "2022-03-10", ""},
		{"2022-W10-4", "2022-03-10", ""},
		{"2022-W60-4", "", ""},
		{"two hours ago", "", ""},
		{"March 10", "", ""},
	} {
		m, _ := parseMoment(c.in)
		day, at := m.day, m.at
		got := ""
		if !at.IsZero() {
			got = at.Truncate(time.Second).Format(time.RFC3339)
		}
		if day.String() != c.day || got != c.at {
			t.Errorf("parseMoment(%q) = %s, %s, want %s, %s", c.in, day, got, c.day, c.at)
		}
	}
}

func TestFileStamp(t *testing.T) {
	for _, c := range [][3]string{
		{"20220310T151500Z_PL_en_x.txt", "2022-03-10", "20220310T151500Z"},
		{"2022-03-10-lock.md", "2022-03-10", "2022-03-10"},
		{"lock_20220310.txt", "2022-03-10", "20220310"},
		{"lock_2022_03_10.txt", "2022-03-10", "2022_03_10"},
		{"20220310151500.txt", "2022-03-10", "20220310"},
		{"000_4a5e7d03e6aa5673.txt", "", ""},
		{"1234567890.txt", "", ""},
		{"20221340.txt", "", ""},
		{"18990101.txt", "", ""},
		{"2022-03", "", ""},
	} {
		d, words, _ := fileStamp(c[0])
		if d.String() != c[1] || words != c[2] {
			t.Errorf("fileStamp(%q) = %s %q, want %s %q", c[0], d, words, c[1], c[2])
		}
	}
}

func TestTables(t *testing.T) {
	for data, want := range map[string]string{
		"b\twhole\t0\tcaption\tline\na\twhole\t0\tcaption\tline\n": "sort",
		"a\twhole\t0\tcaption\tline\na\twhole\t1\tcaption\tline\n": "twice",
		"a\twhole\t0\tcaption\n":                                   "4 columns",
		"a\tbetween\t0\tcaption\tline\n":                           "neither",
		"a\twhole\tx\tcaption\tline\n":                             "no number",
		"a\twhole\t0\tkept\tline\n":                                "not known",
		"A b!\twhole\t0\tcaption\tline\n":                          "can never match",
	} {
		if _, err := loadPhrases("p.tsv", data); err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "p.tsv:") {
			t.Errorf("%q: error %v, want one of %q with file and line", data, err, want)
		}
	}
	if _, err := loadInformal("i.tsv", "lol\t9\n"); err == nil {
		t.Error("a weight of 9 is taken")
	}
}

// TestHostile runs inputs that nobody writes by hand; none may crash or take
// long.
func TestHostile(t *testing.T) {
	const n = 100_000
	run := build(t).run
	for name, c := range map[string]struct {
		format stages.Format
		data   string
		reason string
	}{
		"nothing":         {stages.FormatText, "", "no_text"},
		"blanks":          {stages.FormatText, strings.Repeat(" \u00a0\n", n), "no_text"},
		"one line":        {stages.FormatText, strings.Repeat("word ", 20*n), "too_large"},
		"one word":        {stages.FormatText, strings.Repeat("x", 100*n), "too_large"},
		"quotation marks": {stages.FormatText, strings.Repeat("\"", 10*n), "no_text"},
		"stars":           {stages.FormatText, strings.Repeat("* ", 10*n) + "\n" + strings.Repeat("*\n", n), "no_text"},
		"brackets":        {stages.FormatMarkdown, strings.Repeat("[", n) + "\n\n" + strings.Repeat("[a](", n), ""},
		"days":            {stages.FormatText, strings.Repeat("Day 3 of day 4 of this Monday ", n), "too_large"},
		"dates":           {stages.FormatText, strings.Repeat("March 3, 2022 this \n", n), "no_text"},
		"full stops":      {stages.FormatText, strings.Repeat(". ", 10*n) + "\n\nA. b.", ""},
		"accents":         {stages.FormatText, "e" + strings.Repeat("\u0301", n), ""},
		"broken UTF-8":    {stages.FormatText, strings.Repeat("\xff\xc3 a\n", n), ""},
		"zeros":           {stages.FormatText, strings.Repeat("\x00", n), "no_text"},
		"deep page":       {stages.FormatHTML, strings.Repeat("<div>", n) + "x", "broken"},
		"deep record":     {stages.FormatRecord, strings.Repeat("<div><p>", n) + "x", "broken"},
		"open formatting": {stages.FormatHTML, strings.Repeat("<b><i>", n) + "x", "broken"},
		"table cells":     {stages.FormatHTML, strings.Repeat("<table><td>", n) + "x", "broken"},
		"empty page":      {stages.FormatHTML, "<html></html>", "no_text"},
		"tag soup":        {stages.FormatHTML, strings.Repeat("</p><p <li", n/10), "no_text"},
		"deep JSON-LD":    {stages.FormatHTML, `<script type="application/ld+json">` + strings.Repeat("[", n) + "</script><p>" + strings.Repeat("Some words in it. ", 50), ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := &stages.Document{Input: stages.Input{SourceURI: "x", FileName: "x", Format: c.format, Data: []byte(c.data)}}
			var err error
			stagetest.Within(t, 10*time.Second, func() { err = run(d) })
			reject, _ := err.(*stages.Reject)
			if err != nil && reject == nil || reject == nil && c.reason != "" || reject != nil && reject.Reason != c.reason {
				t.Errorf("error %v, want reason %q", err, c.reason)
			}
			checkText(t, d.Article)
		})
	}
}

func checkText(t testing.TB, a schemas.Article) {
	t.Helper()
	s := a.Text
	if !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) {
		t.Error("the text is no NFC")
	}
	if strings.Contains(s, "\n\n\n") || strings.ContainsAny(s, "\r\t\u00a0\u00ad\u200b") || strings.TrimSpace(s) != s {
		t.Errorf("the text is not uniform: %.100q", s)
	}
}

func fuzz(f *testing.F, format stages.Format) {
	run := build(f).run
	f.Fuzz(func(t *testing.T, data []byte) {
		d := &stages.Document{Input: stages.Input{SourceURI: "x", FileName: "x", Format: format, Data: data}}
		err := run(d)
		if _, ok := err.(*stages.Reject); err != nil && !ok {
			t.Fatal(err)
		}
		if err == nil && d.Article.Text == "" {
			t.Error("neither text nor reject")
		}
		checkText(t, d.Article)
	})
}

func FuzzText(f *testing.F) {
	f.Add([]byte("Title of it all\n\nUpdate : 10 Mar 2022, 19:02\n\nThe minister said so on Thursday.\n\nLeave a Reply"))
	f.Add([]byte("  * a\n  * b\n\n# Head\n\nline line line line line line line line line line line\nline line line\n"))
	f.Add([]byte("Two men in a street on May 3, 2019. (X/AP)\n\n\"No,\" he said. Name Name\n\nDay 3 of the war"))
	fuzz(f, stages.FormatText)
}

func FuzzMarkdown(f *testing.F) {
	f.Add([]byte("# A\n\n> quote\n\n![x](y) [a](b) **c** _d_\n1. e\n"))
	fuzz(f, stages.FormatMarkdown)
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte(`<html><head><title>a | b</title><script type="application/ld+json">[{"@type":"Article","headline":1}]</script></head><body><h1>x</h1><p>Some words. <b>More</b><br>words`))
	f.Add([]byte("<table><tr><td><p>x</table><ul><li>y"))
	fuzz(f, stages.FormatHTML)
}

// BenchmarkText reads a short dump of invented lines.
func BenchmarkText(b *testing.B) {
	run := build(b).run
	var s strings.Builder
	s.WriteString("Board and keepers argue over second lock\n\nPublished 12 April 2022\n\n")
	for range 15 {
		s.WriteString("The board said on Friday that it had received the letter, and that it would answer \"in full\" before the ice comes, as it had done in the years before; the keepers of the canal did not comment.\n\n")
	}
	s.WriteString("Leave a Reply\n\nYour email address will not be published.\n")
	data := []byte(s.String())
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if err := run(&stages.Document{Input: stages.Input{Format: stages.FormatText, Data: data}}); err != nil {
			b.Fatal(err)
		}
	}
}

func TestABookIsNoArticle(t *testing.T) {
	z, err := newNormalizer(Options{})
	if err != nil {
		t.Fatal(err)
	}
	page := "The lock keepers met in the harbour office and spoke of the second lock.\n\n"
	d := &stages.Document{Input: stages.Input{Format: stages.FormatText, Data: []byte(strings.Repeat(page, maxText/len(page)+1))}}
	var refused *stages.Reject
	if err := z.run(d); !errors.As(err, &refused) || refused.Reason != "too_large" {
		t.Errorf("error is %v", err)
	}
}

func TestImpossibleDatesAreRefusedWithANote(t *testing.T) {
	z, err := newNormalizer(Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := "The lock keepers met in the harbour office on Monday and spoke of the second lock for an hour."
	for _, c := range []struct {
		published, crawled, file string
		day                      string
		notes                    int
	}{
		{"2022-03-10", "2022-03-11T08:00:00Z", "", "2022-03-10", 0},
		{"2022-03-12", "2022-03-11T23:00:00Z", "", "2022-03-12", 0}, // it is the next day already in the east
		{"2022-04-10", "2022-03-11T08:00:00Z", "", "", 1},
		{"1970-01-01", "", "", "", 1},
		{"2022-04-10", "", "20220311T080000Z_x.txt", "2022-03-11", 1},
		{"", "2022-03-11T08:00:00Z", "", "", 0}, // a crawl is no publication
	} {
		d := &stages.Document{Input: stages.Input{Format: stages.FormatRecord, Data: []byte(text), Published: c.published, Crawled: c.crawled, FileName: c.file}}
		if err := z.run(d); err != nil {
			t.Fatal(err)
		}
		if d.Article.Published.String() != c.day || len(d.Notes) != c.notes {
			t.Errorf("%+v: dated %s, notes %v", c, d.Article.Published, d.Notes)
		}
	}
}
