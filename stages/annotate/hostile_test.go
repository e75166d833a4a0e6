package annotate_test

import (
	"strings"
	"testing"
	"time"

	"parley/stages/annotate"
	"parley/stages/stagetest"
)

// Texts that no author wrote: none may crash, nor take more than linear time.
func TestHostileTexts(t *testing.T) {
	s := chain(t)[0]
	for name, unit := range map[string]string{
		"letters": "a", "capitals": "A", "stops": ".", "initials": "A.", "spaced initials": "A. ", "quotes": `"`, "spaced quotes": `" `,
		"single quotes": "'", "apostrophes": "a'", "hyphens": "a-", "digits": "1", "groups": "1-", "commas": "1,", "at": "a@", "newlines": "a\n",
		"brackets": "(", "broken": "\xff\xfe", "half": "\xe2\x80", "marks": "\u0301", "no stop": "word and ", "web": "http://", "smileys": " :)",
		"stop without space": "end.Begin", "contractions": "n't", "spaces": " ", "blank lines": "\n \n", "question": `"? `, "zero": "\x00", "references": "[1]",
	} {
		t.Run(name, func(t *testing.T) {
			d := stagetest.Document(strings.Repeat(unit, 60_000/len(unit)))
			stagetest.Within(t, 20*time.Second, func() {
				if err := s.Run(d); err != nil {
					t.Fatal(err)
				}
			})
			stagetest.Check(t, d)
		})
	}
}

// What is longer than any article is coded up to a line's end, and told.
func TestLongTexts(t *testing.T) {
	s := chain(t)[0]
	line := "Peru's envoy met the rebels in Lima.\n"
	for name, text := range map[string]string{
		"lines": strings.Repeat(line, 8000), "words": strings.Repeat("word ", 60_000), "letters": strings.Repeat("é", 200_000),
	} {
		t.Run(name, func(t *testing.T) {
			d := stagetest.Document(text)
			if err := s.Run(d); err != nil {
				t.Fatal(err)
			}
			stagetest.Check(t, d)
			last := d.Sentences[len(d.Sentences)-1]
			if last.End > 256<<10 || last.End < 250<<10 || name == "lines" && (int(last.End)+1)%len(line) != 0 {
				t.Errorf("the last sentence ends at %d", last.End)
			}
			if len(d.Notes) != 1 || d.Notes[0].Code != "long_text" {
				t.Errorf("notes %v", d.Notes)
			}
		})
	}
	if d := stagetest.Document(strings.Repeat(line, 1000)); s.Run(d) != nil || len(d.Notes) > 0 {
		t.Errorf("notes of a short text: %v", d.Notes)
	}
}

func FuzzAnnotate(f *testing.F) {
	for _, s := range []string{"", "Mr. Roe said: \"We don't.\"", "U.S.\n\n- A\n- B", "a.B'c-d@e.f", "“‘’”", "\xf0\x9f", "1,2.3-4/5:6"} {
		f.Add(s)
	}
	stage, err := annotate.New(annotate.Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := stagetest.Document(text)
		if err := stage.Run(d); err != nil {
			t.Fatal(err)
		}
		last := int32(0)
		for _, s := range d.Sentences {
			if len(s.Tokens) == 0 || s.Tokens[0].Start != s.Start || s.Tokens[len(s.Tokens)-1].End != s.End {
				t.Fatalf("%q: sentence %d-%d does not end with its tokens", text, s.Start, s.End)
			}
			for i, k := range s.Tokens {
				if k.Start < last || k.End <= k.Start {
					t.Fatalf("%q: token %d-%d after %d", text, k.Start, k.End, last)
				}
				if skipped := text[last:k.Start]; strings.ContainsAny(skipped, "abcdefghijklmnopqrstuvwxyz0123456789.,\"'") {
					t.Fatalf("%q: %q lies between tokens", text, skipped)
				}
				if i > 0 && k.Space != (k.Start > last) {
					t.Fatalf("%q: token %q, space %v", text, text[k.Start:k.End], k.Space)
				}
				last = k.End
			}
		}
	})
}
