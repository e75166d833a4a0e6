package events

import (
	"strings"
	"testing"
)

func TestVerbForms(t *testing.T) {
	irr := irregular{"meet": {"met", "met", "meeting"}}
	for verb, forms := range map[string]string{
		"attack":  "attack attacks attacked attacking",
		"ban":     "ban bans banned banning",
		"accuse":  "accuse accuses accused accusing",
		"deny":    "deny denies denied denying",
		"free":    "free frees freed freeing",
		"deploy":  "deploy deploys deployed deploying",
		"meet":    "meet meets met meeting",
		"visit":   "visit visits visited visiting",
		"veto":    "veto vetoes vetoed vetoing",
		"detain":  "detain detains detained detaining",
		"impose":  "impose imposes imposed imposing",
		"destroy": "destroy destroys destroyed destroying",
	} {
		got := irr.verb(verb)
		for _, f := range strings.Fields(forms) {
			if got[f] == 0 {
				t.Errorf("%s: no form %s among %v", verb, f, got)
			}
			delete(got, f)
		}
		for f := range got {
			t.Errorf("%s: odd form %s", verb, f)
		}
	}
}

func TestTriggersAreChecked(t *testing.T) {
	l := &vocabulary{starts: map[string][]entry{}}
	for row, want := range map[string]string{
		"go\tverb\tTRAVEL\t04\tsubj\tobj\t-\t-\t-":  "unknown type",
		"go\tverb\tCONSULT\t04\tsubj\tobj\tx\t-\t-": "unknown flag",
		"go\tword\tCONSULT\t04\tsubj\tobj\t-\t-\t-": "unknown class",
	} {
		if err := l.add(strings.Split(row, "\t"), irregular{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", row, err, want)
		}
	}
}
