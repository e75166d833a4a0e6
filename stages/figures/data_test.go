package figures

import (
	"strings"
	"testing"
)

func TestParseDigits(t *testing.T) {
	for s, want := range map[string]float64{
		"5": 5, "5,000": 5000, "3.9": 3.9, ".08": 0.08, "1,234,567.89": 1234567.89, "12,34,567": 1234567,
		"40 000": 40000, "1\u202f234\u202f567.89": 1234567.89, "1.234.567": 1234567, "1,3": 1.3, "0.5": 0.5,
		"250.000,50": 250000.5, "1.234.567,8": 1234567.8, "10.000,5": 10000.5, // groups and decimals as on the Continent
	} {
		if v, ok := parseDigits(s); !ok || v != want {
			t.Errorf("%q is %v, %v; want %v", s, v, ok, want)
		}
	}
	for _, s := range []string{"10.03.2022", "007", "0300", "1,23,4", "1,2345", "1.2.3",
		"123.4,5", "999.9,9", "10.000,125", "1.5,000", "1,234.567,8", "1.2.3,4", "1.2,3.4", "1234.567,8", ".123.456", ".123,5"} {
		if v, ok := parseDigits(s); ok {
			t.Errorf("%q is %v, want no number", s, v)
		}
	}
}

// No mixture of digits and separators, however short, is more than a number or none.
func TestParseDigitsOfAnyMixture(t *testing.T) {
	const signs = "10,. "
	var try func(s string, left int)
	try = func(s string, left int) {
		if v, ok := parseDigits(s); ok && !(v >= 0 && v <= 1e8) {
			t.Errorf("%q is %v", s, v)
		}
		for _, c := range signs[:min(left, 1)*len(signs)] {
			try(s+string(c), left-1)
		}
	}
	try("", 7)
}

func TestCutKeepsPlaces(t *testing.T) {
	text := "Some US$3.5bn, “90-minute” U.S. talks: 40 000 m² – it's 5%"
	var got []string
	for _, p := range cut(nil, text, 100) {
		if p.start < 100 || p.end <= p.start || int(p.end)-100 > len(text) {
			t.Fatalf("piece %+v is outside of the text", p)
		}
		got = append(got, text[p.start-100:p.end-100])
	}
	want := "Some US $ 3.5 bn , “ 90 - minute ” U.S. talks : 40 000 m ² – it's 5 %"
	if g := strings.Join(got, " "); g != want {
		t.Errorf("got  %s\nwant %s", g, want)
	}
}

func FuzzCut(f *testing.F) {
	f.Add("3,5 to 7 million “U.S.” o'clock \xff 1.")
	f.Add("250.000,50 euros, 999.9,9 and 12,5–13,5%; $3.5bn, 2^10, ½")
	l, err := newVocabulary()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := &scan{vocabulary: l, ps: cut(nil, text, 0)}
		last := int32(0)
		for _, p := range s.ps {
			if p.start < last || p.end <= p.start || int(p.end) > len(text) {
				t.Fatalf("piece %+v after %d of %d", p, last, len(text))
			}
			last = p.end
		}
		for _, g := range s.figures() {
			if g.from < 0 || g.to <= g.from || g.to > len(s.ps) {
				t.Fatalf("figure %+v of %d pieces", g, len(s.ps))
			}
		}
	})
}
