package ingest

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// reason is the code of a problem, "" of none.
func reason(p *problem) string {
	if p == nil {
		return ""
	}
	return p.reason
}

func encoded(t *testing.T, c *charmap.Charmap, s string) string {
	t.Helper()
	out, err := c.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDecodeText(t *testing.T) {
	french := "Le ministre a déclaré que la réunion s’était tenue à huis clos, sans résultat. "
	polish := "Sześciu posłów wróciło dziś późno z narady, która odbyła się w stolicy. "
	long := strings.Repeat("The delegations met in the city of Košice. ", 60)
	for _, c := range []struct{ name, raw, want, reason string }{
		{"ASCII", "Talks go on.", "Talks go on.", ""},
		{"UTF-8", "Переговори тривають", "Переговори тривають", ""},
		{"windows-1252", encoded(t, charmap.Windows1252, french), french, ""},
		{"windows-1252 that ends with a letter beyond ASCII", encoded(t, charmap.Windows1252, "They met in a caf\u00e9"), "They met in a café", ""},
		{"windows-1252 quotation marks", encoded(t, charmap.Windows1252, "He said “no” – again…"), "He said “no” – again…", ""},
		{"windows-1250", encoded(t, charmap.Windows1250, polish), "", "bad_encoding"},
		{"windows-1251", encoded(t, charmap.Windows1251, "Переговоры продолжаются"), "", "bad_encoding"},
		{"KOI8-U", encoded(t, charmap.KOI8U, "Переговори тривають"), "", "bad_encoding"},
		{"bytes that windows-1252 does not define", "one \x81 two", "", "bad_encoding"},
		{"cut inside a character", "From Kyïv to Koš"[:len("From Kyïv to Koš")-1], "From Kyïv to Ko", ""},
		{"one bad byte in UTF-8", long + "\xff" + long, long + "\uFFFD" + long, ""},
		{"many bad bytes in UTF-8", "Košice \xff\xfe Košice \xff", "", "bad_encoding"},
		{"UTF-16 of odd length", "\xff\xfea\x00b", "a\uFFFD", ""},
		{"UTF-16 with NUL", "\xff\xfea\x00\x00\x00", "", "not_text"},
		{"UTF-16 without its mark", "a\x00b\x00", "", "not_text"},
		{"a few control characters", "page one\fpage\x1btwo", "page one\fpage\x1btwo", ""},
		{"many control characters", "\x01\x02\x03\x04\x05\x06", "", "not_text"},
	} {
		got, p := decodeText([]byte(c.raw))
		if reason(p) != c.reason || p == nil && string(got) != c.want {
			t.Errorf("%s: got %q, %v; want %q, %s", c.name, got, p, c.want, c.reason)
		}
	}
}

func TestDecodePage(t *testing.T) {
	cyrillic := encoded(t, charmap.Windows1251, "Переговоры")
	const plain = "Переговоры"
	for _, c := range []struct{ name, raw, want, reason string }{
		{"a charset attribute", `<meta charset="windows-1251"><p>` + cyrillic, `<meta charset="windows-1251"><p>` + plain, ""},
		{"a content type", `<META http-equiv=Content-Type content="text/html; CHARSET=windows-1251"><p>` + cyrillic,
			`<META http-equiv=Content-Type content="text/html; CHARSET=windows-1251"><p>` + plain, ""},
		{"an XML declaration", `<?xml version="1.0" encoding='windows-1251'?><p>` + cyrillic, `<?xml version="1.0" encoding='windows-1251'?><p>` + plain, ""},
		{"far down", strings.Repeat("<!-- -->", 500) + `<meta charset=windows-1251>` + cyrillic, strings.Repeat("<!-- -->", 500) + `<meta charset=windows-1251>` + plain, ""},
		{"a script's charset is not the page's", `<script charset="koi8-r"></script><meta charset=windows-1251>` + cyrillic,
			`<script charset="koi8-r"></script><meta charset=windows-1251>` + plain, ""},
		{"UTF-8 in spite of what it declares", `<meta charset=windows-1251><p>` + plain, `<meta charset=windows-1251><p>` + plain, ""},
		{"declared UTF-8 that is windows-1252", "<meta charset=utf-8><p>They met in a caf\xe9 today", "<meta charset=utf-8><p>They met in a café today", ""},
		{"nothing declared", "<p>They met in a caf\xe9 today", "<p>They met in a café today", ""},
		{"an unknown name", "<meta charset=klingon><p>" + cyrillic, "", "bad_encoding"},
		{"a byte order mark above all", "\xef\xbb\xbf<meta charset=windows-1251><p>" + plain, "<meta charset=windows-1251><p>" + plain, ""},
		{"binary", "<meta charset=windows-1251>\xff\x00", "", "not_text"},
	} {
		got, p := decodePage([]byte(c.raw), "")
		if reason(p) != c.reason || p == nil && string(got) != c.want {
			t.Errorf("%s: got %q, %v; want %q, %s", c.name, got, p, c.want, c.reason)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"a", "\xff\xfea\x00", "caf\xe9", "<meta charset=shift_jis>\x81", "<?xml encoding=utf-16?>\xff", "\xef\xbb\xbf", "é\xc3"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, decode := range []func([]byte) ([]byte, *problem){
			decodeText,
			func(raw []byte) ([]byte, *problem) { return decodePage(raw, "") },
			func(raw []byte) ([]byte, *problem) { return decodePage(raw, "big5") },
		} {
			if got, p := decode(raw); p == nil && !utf8.Valid(got) {
				t.Errorf("%q became %q, which is not UTF-8", raw, got)
			} else if p != nil && p.detail == "" {
				t.Errorf("%q: no detail", raw)
			}
		}
	})
}
