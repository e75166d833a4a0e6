package ingest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"parley/stages"
	"parley/stages/stagetest"
)

func TestTable(t *testing.T) {
	big := strings.Repeat("many words ", maxRecord/11+1)
	for _, c := range []struct{ name, file, data, want string }{
		{"a table", "a.csv", "title,text\nA,one\nB,two\n", "a.csv#2: one\na.csv#3: two"},
		{"ids", "a.csv", "id,text\nx,one\nx,two\n,three\n", "a.csv#x: one\na.csv#3: two\na.csv#4: three"},
		{"names as records have them", "a.csv", "Article-ID, Full Text ,SUMMARY\r\n7,one,no\r\n", "a.csv#7: one"},
		{"the better of two texts", "a.csv", "text,full_text\nshort,long\nshort,\n", "a.csv#2: long\na.csv#3: short"},
		{"quoted", "a.csv", "title,text\n\"A, or B\",\"one\r\n\r\ntwo \"\"three\"\"\"\n\"C\",\"four\"", "a.csv#2: one\n\ntwo \"three\"\na.csv#5: four"},
		{"semicolons", "a.csv", "title;text\nA;one, two\n", "a.csv#2: one, two"},
		{"a bar", "a.csv", "title|text\nA|one, two\n", "a.csv#2: one, two"},
		{"tabs", "a.tsv", "title\ttext\nA\tone, two\n", "a.tsv#2: one, two"},
		{"tabs under the name of commas", "a.csv", "title\ttext, in full\ttext\nA\t-\tone\n", "a.csv#2: one"},
		{"one column", "a.csv", "text\none two\n\"three, four\"\n", "a.csv#2: one two\na.csv#3: three, four"},
		{"packed", "a.csv.gz", gz("text\none\n"), "a.csv.gz#2: one"},
		{"a byte order mark", "a.csv", "\xef\xbb\xbftext,title\none,A\n", "a.csv#2: one"},
		{"UTF-16", "a.csv", "\xff\xfet\x00e\x00x\x00t\x00\n\x00a\x00", "a.csv#2: a"},
		{"windows-1252", "a.csv", "text,title\nThey met in a caf\xe9 again today,A\n", "a.csv#2: They met in a café again today"},
		{"empty lines and rows", "a.csv", "\n\ntitle,text\n\n,\nA,one\n\n", "a.csv#6: one"},
		{"the header once more", "a.csv", "title,text\nA,one\ntitle,text\nB,two\n", "a.csv#2: one\na.csv#4: two"},
		{"what programs write for nothing", "a.csv", "id,text\nnan,one\n2,NULL\n", "a.csv#2: one\n! a.csv#3 empty"},
		{"empty cells behind the last column", "a.csv", "id,text\n1,one,,\n", "a.csv#1: one"},

		{"a stated delimiter", "a.csv", "sep=;\ntitle;text\nA, or B;one, two\n", "a.csv#3: one, two"},
		{"a stated delimiter, quoted, behind a mark", "a.csv", "\xef\xbb\xbf\"sep=,\"\r\ntitle,text\r\nA,one\r\n", "a.csv#3: one"},
		{"a stated tab", "a.csv", "SEP=\\t\ntitle\ttext\nA\tone\n", "a.csv#3: one"},
		{"lines above the header", "a.csv", "Export of the harbour desk\n\"Query: locks, text\"\n\nid,title,text\n7,A,one\n", "a.csv#7: one"},
		{"too many lines above it", "a.csv", strings.Repeat("a note, and one more\n", 30) + "id,text\n1,one\n", "! a.csv no_text"},
		{"backslashes before quotation marks", "a.csv", "title,text\n\"The \\\"lock\\\", again\",\"He said \\\"no\\\".\\\\\"\nB,two\n", "a.csv#2: He said \"no\".\\\na.csv#3: two"},
		{"backslashes over lines", "a.csv", "id,text\n1,\"He said \\\"no\\\",\nand \\\"never\\\".\"\n2,two\n", "a.csv#1: He said \"no\",\nand \"never\".\na.csv#2: two"},
		{"a backslash at the end of a cell", "a.csv", "id,text\n1,\"one\\\"\n2,\"two\"\n", "a.csv#1: one\\\na.csv#2: two"},
		{"lists as Python prints them", "a.csv", "id,text\n1,\"['It is theirs.' \"\"It's nobody's.\"\"]\"\n2,\"[\"\"one\"\", None, 'two']\"\n3,[sic] three\n", "a.csv#1: It is theirs.\n\nIt's nobody's.\na.csv#2: one\n\ntwo\na.csv#3: [sic] three"},

		{"nothing", "a.csv", "", "! a.csv empty"},
		{"a header alone", "a.csv", "title,text\n", "! a.csv empty"},
		{"no column of text", "a.csv", "title,date\nA,B\n", "! a.csv no_text"},
		{"no header", "a.csv", "A,some text here\nB,more\n", "! a.csv no_text"},
		{"a picture", "a.csv", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "! a.csv no_text"},
		{"a cell too many", "a.csv", "title,text\nA,one, two\nB,three\n", "a.csv#3: three\n! a.csv#line-2 broken"},
		{"a cell too few", "a.csv", "title,text\nA\nB,three\n", "a.csv#3: three\n! a.csv#line-2 broken"},
		{"an empty text", "a.csv", "id,text\n1,\n2,two\n", "a.csv#2: two\n! a.csv#1 empty"},
		{"NUL in a row", "a.csv", "id,text\n1,a\x00b\n2,two\n", "a.csv#2: two\n! a.csv#line-2 not_text"},
		{"quotation marks inside a bare cell", "a.csv", "id,text\n1,He said \"no\" twice\n", `a.csv#1: He said "no" twice`},
		{"quotation marks that are not doubled", "a.csv", "id,text\n1,\"He said \"no\" twice\"\n2,two\n", "a.csv#1: He said \"no\" twice\na.csv#2: two"},
		{"a row too long", "a.csv", "id,text\n1," + big + "\n2,two\n", "a.csv#2: two\n! a.csv#line-2 too_large"},
		{"the last row cut", "a.csv", "id,text\n1,\"one\"\n2,\"two and", "a.csv#1: one\n! a.csv#line-3 broken"},

		{"a quotation mark missing", "a.csv", "id,text\n1,\"one\n2,\"two\"\n3,\"three\"\n", "a.csv#2: two\na.csv#3: three\n! a.csv#line-2 broken"},
		{"one missing among lines", "a.csv", "id,text\n1,\"one\nmore, of it\nand more\n2,\"two\n\nmore\"\n3,\"three\"\n4,four\n", "a.csv#2: two\n\nmore\na.csv#3: three\na.csv#4: four\n! a.csv#line-2 broken"},
		{"one too many", "a.csv", "id,text\n1,one\n2,\"\"two\n3,\"three\"\n", "a.csv#1: one\na.csv#3: three\n! a.csv#line-3 broken"},
		{"not doubled, among lines", "a.csv", "id,text\n1,\"He said \"no\".\nAnd left.\"\n2,\"two\"\n", "a.csv#2: two\n! a.csv#line-2 broken"},
		{"never closed, and nothing quoted behind", "a.csv", "id,text\n1,one\n2,\"two\n3,three\n", "a.csv#1: one\n! a.csv#line-3 broken"},
		{"two places", "a.csv", "id,text\n1,\"one\n2,\"two\"\n3,\"three\n4,\"four\"\n", "a.csv#2: two\na.csv#4: four\n! a.csv#line-2 broken\n! a.csv#line-4 broken"},

		{"tabs, quoted", "a.tsv", "id\ttext\n1\t\"one\n\ntwo \"\"three\"\"\"\n", "a.tsv#1: one\n\ntwo \"three\""},
		{"tabs, not quoted", "a.tsv", "id\ttext\n1\t\"No,\" he said.\n2\ttwo\n3\tHe said \"no\"\n4\t\"five\"\n", "a.tsv#1: \"No,\" he said.\na.tsv#2: two\na.tsv#3: He said \"no\"\na.tsv#4: five"},
		{"tabs, not quoted, one alone", "a.tsv", "id\ttext\n1\t\"No, he said.\n2\ttwo\"\n", "a.tsv#1: \"No, he said.\na.tsv#2: two\""},
	} {
		t.Run(c.name, func(t *testing.T) {
			inDir(t, map[string]string{c.file: c.data})
			expect(t, outcome(t, true, "", c.file), c.want)
		})
	}
}

func TestTableInput(t *testing.T) {
	inDir(t, map[string]string{"a.csv": "published,title,authors,outlet,url,lang,text\n1646906400,\"A\n round  ends\",\"A. Writer, B. Writer\",The Paper,u,en,x\n2022-03-10,T,,,,,\"a\n\n b\"\n"})
	in, _ := ingested(t, "", "a.csv")
	want := []stages.Input{
		{SourceURI: "a.csv#2", Format: stages.FormatRecord, Data: []byte("x"), Title: "A round ends", Published: "2022-03-10T10:00:00Z", Byline: "A. Writer, B. Writer", Publisher: "The Paper", URL: "u", Language: "en"},
		{SourceURI: "a.csv#4", Format: stages.FormatRecord, Data: []byte("a\n\n b"), Title: "T", Published: "2022-03-10"},
	}
	for i := range want {
		want[i].ID = in[i].ID
		if !equal(in[i], want[i]) {
			t.Errorf("got  %+v\nwant %+v", in[i], want[i])
		}
	}
}

func TestTableTruncated(t *testing.T) {
	whole := "id,title,text\n"
	ends := []int{}
	for i := range 20 {
		whole += fmt.Sprintf("%d,\"A, %d\",\"One.\n\n\"\"Two,\"\" said %d.\"\n", i, i, i*i)
		ends = append(ends, len(whole))
	}
	for tenth := 1; tenth < 10; tenth++ {
		cut := len(whole) * tenth / 10
		n := 0
		for ends[n] <= cut {
			n++
		}
		in, bad := readAs(t, "a.csv", whole[:cut])
		if len(in) != n || len(bad) != 1 {
			t.Errorf("%d tenths: %d articles of %d, rejects %q", tenth, len(in), n, bad)
		}
	}
}

// TestTableHostile: files made to be looked at again and again. Each takes a
// second or two, not hours.
func TestTableHostile(t *testing.T) {
	for name, data := range map[string]string{
		"never closed":         "text\n" + strings.Repeat("\"\"\n\"y\n", 1<<18),
		"wrong width far away": "text,id\n" + strings.Repeat(",\"a\n", 1<<20) + "\",,,",
		"quotation marks":      "text\n" + strings.Repeat("\"", 24<<20),
		"cells":                "text,id\n" + strings.Repeat(",", 24<<20),
		"lines of cells":       "text,id\n\"" + strings.Repeat("\n,", 2<<20),
		"a header of cells":    "text" + strings.Repeat(",", 12<<20),
		"a header":             strings.Repeat("\"", 24<<20),
	} {
		t.Run(name, func(t *testing.T) {
			stagetest.Within(t, 20*time.Second, func() {
				if _, bad := readAs(t, "a.csv", data); len(bad) == 0 {
					t.Error("nothing was refused")
				}
			})
		})
	}
}

func FuzzTable(f *testing.F) {
	for _, s := range []string{"text\nx", "id,text\n1,\"a\nb\"\n2,c", "text\tid\n\"a\tb\n", "text;id\n\";\"\r\n", "text,id\n\"a\n\"b\",\"c\"\n", "\xff\xfet\x00", "text\n\"\"\n\"y\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed(t, "a.csv", data)
		fuzzed(t, "a.csv", append([]byte("text,id\n"), data...))
		fuzzed(t, "a.csv", append([]byte("text\tid\n"), data...))
	})
}
