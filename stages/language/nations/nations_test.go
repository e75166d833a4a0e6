package nations

import (
	"strings"
	"testing"
)

// A name that two states share would tell nothing.
func TestNamesAreOfOneState(t *testing.T) {
	all, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	owner := map[string]string{}
	for _, n := range all {
		names := append([]string{n.Name}, n.Others...)
		names = append(append(names, n.Adjectives...), n.People...)
		for _, s := range append(append([]Seat{}, n.Capitals...), n.Seats...) {
			names = append(names, s.Name)
		}
		for _, name := range names {
			if name == "" || strings.Contains(name, "~") {
				t.Errorf("%s: name %q", n.ID, name)
			}
			low := strings.ToLower(name)
			if o, ok := owner[low]; ok && o != n.ID {
				t.Errorf("%q is of %s and of %s", name, o, n.ID)
			}
			owner[low] = n.ID
		}
	}
}

func TestAdjectives(t *testing.T) {
	all, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	adj := Adjectives(all)
	if adj["peruvian"] != "PER" || adj["american"] != "USA" {
		t.Errorf("peruvian is of %q, american of %q", adj["peruvian"], adj["american"])
	}
	for _, w := range []string{"us", "uk", "soviet", "saudi arabian"} {
		if c, ok := adj[w]; ok {
			t.Errorf("%q is of %s", w, c)
		}
	}
}
