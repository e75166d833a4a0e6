package pipeline

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A run without a profile takes the one that the articles fit, keeps the choice
// in the manifest, and does nothing the second time; none is taken where few fit.
func TestProfileChosen(t *testing.T) {
	about := func(n int, text string) string {
		return fmt.Sprintf("Envoys meet for day %d\n\n%s They met %d times, the spokesman said on Monday.", n, text, n+2)
	}
	sudan := about(1, "The RSF left the market. Sudan's army said the Rapid Support Forces had no choice; Sudan wants a truce, General Burhan said.")
	others := []string{
		about(2, "The river rose. The mayor of Lima closed the bridge, and Peru's weather service sees more rain."),
		about(3, "Teachers in Quito went back to work. Ecuador's parliament votes on their pay next week, and nobody knows how."),
		about(4, "A ferry sank off Chile's coast. All sailors were saved by a fishing boat from Valparaiso that heard their horn."),
	}
	for _, c := range []struct {
		want     string
		articles []string
	}{
		{"sudan-2023", []string{sudan, others[0]}},
		{"none", append([]string{sudan}, others...)},
	} {
		in, out := t.TempDir(), t.TempDir()
		for i, text := range c.articles {
			if err := os.WriteFile(filepath.Join(in, fmt.Sprintf("2024-05-0%d.txt", i+1)), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		for _, again := range []bool{false, true} {
			var said strings.Builder
			if code := Main([]string{"run", "--model", "none", "--out", out, in}, io.Discard, &said); code != exitDone {
				t.Fatal(said.String())
			}
			if strings.Contains(said.String(), "up to date") != again {
				t.Errorf("%s: a run again %t says %s", c.want, again, &said)
			}
		}
		m, err := readManifest(out)
		if err != nil {
			t.Fatal(err)
		}
		if m.Profile.Name != c.want || m.Asked != auto {
			t.Errorf("the profile is %q, asked %q, want %q", m.Profile.Name, m.Asked, c.want)
		}
		for _, args := range [][]string{{"charts", "--out", out}, {"verify", "--deep", "--model", "none", "--out", out}} {
			var said strings.Builder
			if code := Main(args, io.Discard, &said); code != exitDone {
				t.Errorf("%s of a chosen profile: %s", args[0], &said)
			}
		}
	}
}

func TestProfileCommand(t *testing.T) {
	bad := filepath.Join(t.TempDir(), "bad.tsv")
	if err := os.WriteFile(bad, []byte("conflict\tx\tX\nside\ta\tA\tXXX\nside\tb\tB\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args, out, err string
		code           int
	}{
		{"profile list", "gaza-2023\tWar in Gaza\n", "", exitDone},
		{"profile check sudan-2023", "2 sides", "", exitDone},
		{"profile check " + bad, "", "no country XXX", exitFail},
		{"profile check no-such", "", "no profile of that name", exitFail},
		{"profile draw", "", "check FILE or list", exitUsage},
	} {
		var out, errs strings.Builder
		if code := Main(strings.Fields(c.args), &out, &errs); code != c.code || !strings.Contains(out.String(), c.out) || !strings.Contains(errs.String(), c.err) {
			t.Errorf("parley %s: exit code %d, output %q, error %q", c.args, code, &out, &errs)
		}
	}
}
