package loosejson

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

func TestRepair(t *testing.T) {
	for in, want := range map[string]string{
		`{"a": NaN, "b": -Infinity, "c": 1}`:                      `{"a":null,"b":null,"c":1}`,
		"{\"a\": \"one\ntwo\tthree\x01\"}":                        `{"a":"one\ntwo\tthree "}`,
		`{"a": [1, 2, ], /* why */ "b": {"c": "d",},}`:            `{"a":[1,2],"b":{"c":"d"}}`,
		`["Mara's", 'it\'s "so"', None, True]`:                    `["Mara's","it's \"so\"",null,true]`,
		"<!-- \n{\"a\": \"]];\"};\n//-->":                         `{"a":"]];"}`,
		"//<![CDATA[\n{\"a\": \"https://b.example\"}\n//]]>":      `{"a":"https://b.example"}`,
		`{"d": ISODate("2021-11-19T21:05:00Z"), "n": Long(5)}`:    `{"d":"2021-11-19T21:05:00Z","n":5}`,
		`{"d": new Date(1637355900000), "e": Now(), "t": ('x',)}`: `{"d":1637355900000,"e":null,"t":["x"]}`,
		`['one' "two"]`:                         `["one","two"]`,
		`['caf\xe9']`:                           `["café"]`,
		"<!-- of the article -->\n[{\"a\": 1}]": `[{"a":1}]`,
		`{"a": NaNa}`:                           "",
		`{"a": "b`:                              "",
	} {
		got := Valid([]byte(in))
		if want == "" {
			if got != nil {
				t.Errorf("%s is repaired to %s", in, got)
			}
			continue
		}
		var v any
		if err := json.Unmarshal(got, &v); err != nil {
			t.Errorf("%s: %v", in, err)
			continue
		}
		if b, _ := json.Marshal(v); string(b) != want {
			t.Errorf("%s: got %s, want %s", in, b, want)
		}
	}
}

// Nothing that is JSON is changed in what it says.
func TestRepairKeepsJSON(t *testing.T) {
	const in = `{"a":"\u00e9 \\ \"b\", ] //c","d":[1.5e3,true,null,{}],"e":"it's (so)"}`
	var a, b any
	if json.Unmarshal([]byte(in), &a) != nil || json.Unmarshal(Repair([]byte(in)), &b) != nil {
		t.Fatal("no JSON")
	}
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	if string(x) != string(y) {
		t.Errorf("got %s, want %s", y, x)
	}
}

func TestHostile(t *testing.T) {
	start := time.Now()
	for _, s := range []string{"[", "(", ",", "/*", "//", `"\`, "'", "a(", ", /* */", "<!--", "/*a"} {
		Repair([]byte(strings.Repeat(s, 1<<20/len(s))))
	}
	if d := time.Since(start); d > 20*time.Second {
		t.Errorf("it took %v", d)
	}
}

func FuzzRepair(f *testing.F) {
	f.Add([]byte(`{"a": [NaN, 'b', ISODate("c"),],}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if out := Repair(data); len(out) > 6*len(data)+8 {
			t.Errorf("%d bytes of %d", len(out), len(data))
		}
	})
}
