package ingest

import (
	"strings"
	"testing"

	"parley/stages"
)

// titled shows articles with their titles and days, as the records give them.
func titled(t *testing.T, name, data string) string {
	t.Helper()
	inDir(t, map[string]string{name: data})
	docs, bad := ingested(t, "", name)
	var out []string
	for _, d := range docs {
		out = append(out, strings.Join([]string{d.Title, string(d.Data), d.Published, d.Byline, d.Publisher}, "|"))
	}
	for _, b := range bad {
		out = append(out, "! "+b.Reason)
	}
	return strings.Join(out, "\n")
}

func TestShapes(t *testing.T) {
	const two = "A|one|2021-11-19||\nB|two|2021-11-20||"
	for _, c := range []struct{ name, data, want string }{
		{"columns", `{"title":{"0":"A","1":"B"},"text":{"0":"one","1":"two"},"date":{"0":"2021-11-19","1":"2021-11-20"}}`, two},
		{"columns, rows out of order", `{"text":{"10":"one","2":"two"},"title":{"2":"B","10":"A"},"date":{"10":"2021-11-19","2":"2021-11-20"},"score":{"10":NaN,"2":1}}`, two},
		{"index", `{"x":{"title":"A","text":"one","date":"2021-11-19"},"y":{"title":"B","text":"two","date":"2021-11-20"}}`, two},
		{"list", `{"title":["A","B"],"text":["one","two"],"date":["2021-11-19","2021-11-20"]}`, two},
		{"paragraphs are no list of texts", `{"title":"A","text":["one","two"]}`, "A|one\n\ntwo|||"},
		{"split", `{"columns":["title","text","date"],"index":[0,1],"data":[["A","one","2021-11-19"],["B","two","2021-11-20"]]}`, two},
		{"split, with types", `{"fields":[{"name":"title"},{"name":"text"},{"name":"date"}],"rows":[["A","one","2021-11-19"],["B","two","2021-11-20"]]}`, two},
		{"table", `{"schema":{"fields":[{"name":"title"}]},"data":[{"title":"A","text":"one","date":"2021-11-19"},{"title":"B","text":"two","date":"2021-11-20"}]}`, two},
		{"values below names", `[["title","text","date"],["A","one","2021-11-19"],["B","two","2021-11-20"]]`, two},
		{"values without names", `[["A","one"],["B","two"]]`, "! broken\n! broken"},
		{"a search engine", `{"took":3,"hits":{"total":{"value":2},"hits":[{"_id":"1","_source":{"title":"A","text":"one","date":"2021-11-19"}},{"_id":"2","_source":{"title":"B","text":"two","date":"2021-11-20"}}]}}`, two},
		{"another one", `{"responseHeader":{"status":0},"response":{"numFound":2,"docs":[{"title":["A"],"text":["one"],"date":"2021-11-19"},{"title":["B"],"text":["two"],"date":"2021-11-20"}]}}`, two},
		{"fields asked for", `{"hits":{"hits":[{"_id":"1","fields":{"title":["A"],"text":["one"],"date":["2021-11-19"]}},{"_id":"2","fields":{"title":["B"],"text":["two"],"date":["2021-11-20"]}}]}}`, two},
		{"a newspaper's interface", `{"response":{"status":"ok","results":[{"webTitle":"A","webPublicationDate":"2021-11-19","fields":{"body":"<p>one</p>"}},{"webTitle":"B","webPublicationDate":"2021-11-20","fields":{"body":"<p>two</p>"}}]}}`, "A|<p>one</p>|2021-11-19||\nB|<p>two</p>|2021-11-20||"},
		{"a database's types", `[{"_id":{"$oid":"5f"},"title":"A","text":"one","date":{"$date":{"$numberLong":"1637280000000"}}},{"_id":ObjectId("60"),"title":"B","text":"two","date":ISODate("2021-11-20T00:00:00Z")}]`, "A|one|2021-11-19T00:00:00Z||\nB|two|2021-11-20T00:00:00Z||"},
		{"lists as strings", `{"title":"A","text":"one","authors":"['Mara Lindt', 'Ivo Brandt']","source":"{'id': None, 'name': 'Velin Herald'}"}`, "A|one||Mara Lindt, Ivo Brandt|Velin Herald"},
		{"no table", `{"columns":["a"],"data":[["b"]]}`, "! no_text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := titled(t, "a.json", c.data); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestBulkLines(t *testing.T) {
	if got := titled(t, "a.jsonl", `{"index":{"_index":"news","_id":"1"}}`+"\n"+`{"title":"A","text":"one","views":NaN}`+"\n"); got != "A|one|||" {
		t.Errorf("got %s", got)
	}
}

// A field that is not read is told of once a file.
func TestUnusedFields(t *testing.T) {
	inDir(t, map[string]string{
		"a.jsonl": strings.Repeat(`{"text":"one","seen_date":"2021-11-19","headline_en":"A","n":null,"time_n":null}`+"\n", 3),
		"b.csv":   "text,title,day of issue,Print Date\none,A,5,2021-11-19\ntwo,B,6,2021-11-20\n",
		"c.jsonl": `{"text":"one","title":"A","date":"2021-11-19","updated_date":"2021-11-20"}`,
	})
	var notes []string
	r := newReader(t.Context(), func(*stages.Document) error { return nil }, nil, func(n stages.Note) { notes = append(notes, n.Code+": "+n.Detail) })
	for _, f := range []string{"a.jsonl", "b.csv", "c.jsonl"} {
		if err := r.argument(f); err != nil {
			t.Fatal(err)
		}
	}
	want := "unused_title: a.jsonl: the field \"headline_en\" is not read; name it title\n" +
		"unused_date: a.jsonl: the field \"seen_date\" is not read; name it date_published\n" +
		"unused_date: b.csv: the field \"Print Date\" is not read; name it date_published"
	if got := strings.Join(notes, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
