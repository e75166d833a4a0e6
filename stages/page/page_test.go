package page_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages"
	"parley/stages/aggregate"
	"parley/stages/charts"
	"parley/stages/page"
	"parley/stages/stagetest"
)

// write makes the page of some tables.
func write(t *testing.T, tables ...any) string {
	t.Helper()
	profile, err := stages.ParseProfile("test", []byte("conflict\ttest\tThe <b>river</b> dispute\nside\tnorth\tNorth\tAAA\nside\tsouth\tSouth\tBBB\n"))
	if err != nil {
		t.Fatal(err)
	}
	count, err := aggregate.New(aggregate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	draw, err := charts.New(charts.Options{Profile: profile})
	if err != nil {
		t.Fatal(err)
	}
	show, err := page.New(page.Options{Profile: profile})
	if err != nil {
		t.Fatal(err)
	}
	s := stagetest.NewStore(tables...)
	for _, stage := range []stages.PerCorpus{count, draw, show} {
		if err := stage.Run(s); err != nil {
			t.Fatal(err)
		}
	}
	return string(s.Files["index.html"])
}

const attack = `</li></blockquote><script>alert(1)</script><img src=x onerror="alert(2)"> 'é' ` + "\x00\u202e"

// spoken is one article of many statements by one speaker, each of whose texts
// is an attack.
func spoken(n int) []any {
	a := schemas.Article{ArticleID: "a", SourceURI: "x/" + attack, Title: "T " + attack, Publisher: attack, URL: "javascript:alert(3)",
		Published: schemas.NewDate(2022, 3, 7), DatePrecision: "day"}
	b := schemas.Article{ArticleID: "b", Published: a.Published, DatePrecision: "day", DuplicateOf: "a", DuplicateKind: "exact"}
	var sentences []schemas.Sentence
	var statements []schemas.Statement
	for i := range n {
		text := fmt.Sprintf("Ann said: %04d %s", i, attack)
		sentences = append(sentences, schemas.Sentence{ArticleID: "a", Sentence: int32(i), Start: int32(1000 * i), Text: text})
		s := schemas.Statement{StatementID: fmt.Sprintf("a/s%05d", i), ArticleID: "a", Sentence: int32(i), Start: int32(1000*i + 10), End: int32(1000*i + 14), SpeakerID: "ann", Type: "direct"}
		statements = append(statements, s)
		s.StatementID, s.ArticleID = "b"+s.StatementID[1:], "b"
		statements = append(statements, s)
	}
	actors := []schemas.Actor{{ActorID: "ann", Name: "Ann " + attack, Kind: "person", Side: "north"}}
	rejects := []schemas.Reject{{SourceURI: attack, Stage: "ingest", Reason: "not_text", Detail: attack}}
	return []any{[]schemas.Article{a, b}, sentences, statements, actors, rejects}
}

func TestHostileTextStaysText(t *testing.T) {
	p := write(t, spoken(3)...)
	for _, bad := range []string{"<script>alert", "<img src=x", "<b>river", "javascript:alert(3)\"", "\x00", "\u202e"} {
		if strings.Contains(p, bad) {
			t.Errorf("the page holds %q as it stands in the tables", bad)
		}
	}
	if n := strings.Count(p, "<script"); n != 1 {
		t.Errorf("%d scripts, want our own", n)
	}
	if !strings.Contains(p, "<mark>0001</mark>") {
		t.Error("the words that count are not marked")
	}
	if !strings.Contains(p, "1 article and 1 copy of others") {
		t.Error("the page does not tell of the copy")
	}
}

// The policy must name what is on the page, or browsers drop it.
func TestPolicyNamesStyleAndScript(t *testing.T) {
	p := write(t, spoken(1)...)
	policy := html.UnescapeString(regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(p)[1])
	for _, tag := range []string{"style", "script"} {
		_, rest, _ := strings.Cut(p, "<"+tag+">")
		body, _, _ := strings.Cut(rest, "</"+tag+">")
		sum := sha256.Sum256([]byte(body))
		if want := tag + "-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(policy, want) {
			t.Errorf("the policy %q does not hold %s", policy, want)
		}
	}
	if strings.Contains(p, "https://") || strings.Contains(p, "src=\"http") {
		t.Error("the page asks for something outside of it")
	}
}

// A chart shows 200 rows at most, and says how many there are.
func TestEvidenceIsBounded(t *testing.T) {
	p := write(t, spoken(900)...)
	section := regexp.MustCompile(`(?s)<section id="statements_by_actor".*?</section>`).FindString(p)
	if n := strings.Count(section, "<li>"); n != 200 {
		t.Errorf("%d rows, want 200", n)
	}
	if !strings.Contains(section, "200 of 900") {
		t.Error("the section does not say how many rows there are: copies must not count")
	}
}

func TestSameBytes(t *testing.T) {
	if a, b := write(t, spoken(20)...), write(t, spoken(20)...); !bytes.Equal([]byte(a), []byte(b)) {
		t.Error("two pages of the same tables differ")
	}
}

func TestEmptyCorpus(t *testing.T) {
	p := write(t)
	if n := strings.Count(p, "<img "); n != 10 {
		t.Errorf("%d charts, want 10", n)
	}
	if strings.Contains(p, "<details") {
		t.Error("a chart of nothing has nothing behind it")
	}
}
