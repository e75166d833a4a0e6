package ingest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages"
)

// details are the rejects in words.
func details(bad []schemas.Reject) string {
	var all []string
	for _, b := range bad {
		all = append(all, b.SourceURI+" "+b.Reason+" "+b.Detail)
	}
	return strings.Join(all, "\n")
}

func uris(t *testing.T, file, data string) (got string, bad []schemas.Reject) {
	t.Helper()
	inDir(t, map[string]string{file: data})
	in, bad := ingested(t, "", file)
	var all []string
	for _, i := range in {
		all = append(all, strings.TrimPrefix(i.SourceURI, file+"#"))
	}
	return strings.Join(all, " "), bad
}

// records makes an array of records, whose texts tell their number.
func records(n int) []string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf(`{"id": "r%d", "title": "Talks", "text": "Delegate %d said the talks went on.", "tags": [{"name": "talks"}, {"name": "%d"}]}`, i, i, i))
	}
	return all
}

func arrayOf(records []string) string { return "[" + strings.Join(records, ",\n") + "]" }

// A record with a quotation mark too few or too many costs itself, and what
// cannot be had is counted.
func TestRecordsBehindADamagedOneAreFound(t *testing.T) {
	for _, c := range []struct {
		name   string
		damage func([]string)
		want   string
		says   string
	}{
		{"a quotation mark too few", func(r []string) { r[1] = strings.Replace(r[1], `said`, `said"`, 1) }, "r0 r2 r3 r4", "record 2, line 2: its brackets or quotation marks do not fit, which costs one record"},
		{"in the first", func(r []string) { r[0] = strings.Replace(r[0], `"Talks"`, `Talks"`, 1) }, "r1 r2 r3 r4", "record 1, line 1"},
		{"a bracket too many", func(r []string) { r[2] = strings.Replace(r[2], `"title"`, `{"title"`, 1) }, "r0 r1 r3 r4", "one record"},
		{"in two, one behind the other", func(r []string) {
			r[1] = strings.Replace(r[1], `said`, `said"`, 1)
			r[2] = strings.Replace(r[2], `said`, `said"`, 1)
		}, "r0 r3 r4", "record 2, line 2"},
		{"in the last", func(r []string) { r[4] = strings.Replace(r[4], `said`, `said"`, 1) }, "r0 r1 r2 r3", "one record"},
		{"in the last two, without an end", func(r []string) {
			r[3] = strings.Replace(r[3], `said`, `said"`, 1)
			r[4] = `{"id": "r4", "text": "no end`
		}, "r0 r1 r2", "about 2 records"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := records(5)
			c.damage(r)
			got, bad := uris(t, "a.json", arrayOf(r))
			if got != c.want || !strings.Contains(details(bad), c.says) {
				t.Errorf("articles %s, want %s; rejects\n%s", got, c.want, details(bad))
			}
		})
	}
	// Nested objects are not taken for records.
	r := records(3)
	r[1] = strings.Replace(r[1], `"title"`, `title"`, 1)
	got, bad := uris(t, "a.json", arrayOf(r))
	if got != "r0 r2" || len(bad) != 1 {
		t.Errorf("articles %s; rejects\n%s", got, details(bad))
	}
}

// A gzip member that is damaged may be read on into those behind it.
func TestMembersBehindADamagedOneAreFound(t *testing.T) {
	var members []string
	for i := range 6 {
		members = append(members, gz(htmlAt(fmt.Sprintf("p:%d", i), fmt.Sprintf("<p>Delegate %d said that the talks went on for %d hours in the capital.", i, i*7+1))))
	}
	lost := map[int]int{}
	for at := 10; at < len(members[2]); at++ {
		damaged := []byte(members[2])
		damaged[at] ^= 0x11
		data := strings.Join(members[:2], "") + string(damaged) + strings.Join(members[3:], "")
		in, bad := readAs(t, "a.warc.gz", data)
		if len(in) < 5 || len(in) < 6 && len(bad) == 0 {
			t.Errorf("byte %d of %d: articles %v, rejects %v", at, len(members[2]), in, bad)
		}
		lost[6-len(in)]++
	}
	if lost[1] == 0 {
		t.Errorf("no damage cost an article: %v", lost)
	}
}

// Where bytes are missing from a tape archive, the members behind are found at
// whatever offset they are.
func TestTarMembersAtAnyOffset(t *testing.T) {
	var members [][2]string
	for i := range 6 {
		members = append(members, [2]string{fmt.Sprintf("m%d.txt", i), fmt.Sprintf("Delegate %d said that the talks went on. ", i) + strings.Repeat("They did. ", 100*i)})
	}
	whole := tarOf(members...)
	second := strings.Index(whole, "Delegate 1")
	for _, missing := range []int{1, 4, 511, 512, 513, 700} {
		got, bad := uris(t, "a.tar", whole[:second+20]+whole[second+20+missing:])
		if !strings.HasSuffix(got, "m2.txt m3.txt m4.txt m5.txt") || !strings.HasPrefix(got, "m0.txt ") || len(bad) == 0 && missing%512 != 0 {
			t.Errorf("%d bytes missing: articles %s, rejects\n%s", missing, got, details(bad))
		}
	}
	for _, more := range []int{1, 100, 5000} {
		got, bad := uris(t, "a.tar", whole[:second+20]+strings.Repeat("x", more)+whole[second+20:])
		if !strings.HasSuffix(got, "m2.txt m3.txt m4.txt m5.txt") || len(bad) == 0 {
			t.Errorf("%d bytes more: articles %s, rejects\n%s", more, got, details(bad))
		}
	}
}

// Pages that would take hundreds of megabytes to read are refused, with the reason.
func TestHeavyPages(t *testing.T) {
	for name, page := range map[string]string{
		"long.html":  "<html><p>" + strings.Repeat("The talks went on. ", maxPage/19+1),
		"tags.html":  "<html><p>The talks went on." + strings.Repeat("<br>", maxTags+1),
		"tags.md":    "The talks went on." + strings.Repeat("<b>", maxTags+1),
		"tags.jsonl": `{"text":"The talks went on.` + strings.Repeat("<i>", maxTags+1) + `"}`,
	} {
		inDir(t, map[string]string{name: page})
		in, bad := ingested(t, "", name)
		if len(in) != 0 || len(bad) != 1 || bad[0].Reason != "too_large" {
			t.Errorf("%s: %d articles, rejects %s", name, len(in), details(bad))
		}
	}
	inDir(t, map[string]string{"a.html": "<html><p>" + strings.Repeat("The talks went on.<br> ", maxTags-10)})
	if in, bad := ingested(t, "", "a.html"); len(in) != 0 || len(bad) != 1 { // 4.4 MB
		t.Errorf("%d articles, rejects %s", len(in), details(bad))
	}
	inDir(t, map[string]string{"a.html": "<html><p>" + strings.Repeat("It went on.<br> ", maxTags-10)})
	if in, bad := ingested(t, "", "a.html"); len(in) != 1 {
		t.Errorf("a page within the bounds: %s", details(bad))
	}
}

// A panic while a file is read costs the file, and is let through in tests.
func TestAPanicCostsTheFile(t *testing.T) {
	var bad []schemas.Reject
	notes := 0
	r := newReader(context.Background(), nil, func(j schemas.Reject) { bad = append(bad, j) }, func(stages.Note) { notes++ })
	if err := r.guard("a.txt", func() error { panic("no") }); err != nil || len(bad) != 1 || notes != 1 ||
		bad[0].Stage != "stages" || bad[0].Reason != stages.Internal || !strings.Contains(bad[0].Detail, "TestAPanicCostsTheFile") {
		t.Errorf("error %v, rejects %+v, %d notes", err, bad, notes)
	}
	r.panic = true
	defer func() {
		if recover() == nil {
			t.Error("the panic was lost")
		}
	}()
	r.guard("a.txt", func() error { panic("no") })
}

// A tape archive that is cut off between two members says so.
func TestTarWithoutAnEnd(t *testing.T) {
	whole := tarOf([2]string{"a.txt", "one"}, [2]string{"b.txt", "two"}, [2]string{"c.txt", "three"})
	for blocks, want := range map[int]string{2: "a.txt", 4: "a.txt b.txt", 6: "a.txt b.txt c.txt"} {
		got, bad := uris(t, "a.tar", whole[:blocks*blockSize])
		if got != want || len(bad) != 1 || !strings.Contains(bad[0].Detail, "end mark") {
			t.Errorf("%d blocks: articles %s, rejects %s", blocks, got, details(bad))
		}
	}
	for _, end := range []int{7, 8} {
		if got, bad := uris(t, "a.tar", whole[:end*blockSize]); got != "a.txt b.txt c.txt" || len(bad) != 0 {
			t.Errorf("with an end: articles %s, rejects %s", got, details(bad))
		}
	}
}
