package pipeline

import (
	"fmt"
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
)

// auto is the profile that a run chooses itself.
const auto = "auto"

// fitting is the least share of the articles that a chosen profile fits.
const fitting = 0.3

// settle chooses the profile, where none was given, by what the articles are
// about, and makes the rest of the plan for it.
func (r *runner) settle() error {
	if r.options.Profile != nil {
		return nil
	}
	counts, all := map[string]int{}, 0
	for _, e := range r.articles {
		if e.copy.DuplicateOf == "" {
			counts[e.digest.Conflict]++
			all++
		}
	}
	best := "none"
	for _, name := range stages.ShippedProfiles() { // in order, so that the first of equals wins
		if n := counts[name]; n > counts[best] && float64(n) >= fitting*float64(all) {
			best = name
		}
	}
	p, err := stages.LoadProfile(best)
	if err != nil {
		return err
	}
	if best == "none" {
		r.log.say("profile: none that ships with parley fits the articles; sides are not told apart (--profile FILE gives them)")
	} else {
		r.log.say("profile: %s, which %d of %d articles fit (--profile takes another)", p.ID, counts[best], all)
	}
	r.options.Profile, r.manifest.Profile = p, describeProfile(p)
	if r.plan.coding, err = newCoding(r.options); err != nil {
		return err
	}
	inherit(r.plan.read, r.plan.code)
	if err := r.plan.check(); err != nil {
		panic("pipeline: " + err.Error())
	}
	return nil
}

// warnOfSides tells where a profile fits the speakers badly.
func (r *runner) warnOfSides() error {
	if len(r.options.Profile.Sides) == 0 {
		return nil
	}
	sides := map[string]bool{}
	err := scan(r.dir, schemas.Of[schemas.Actor](), func(row any) error {
		a := row.(*schemas.Actor)
		sides[a.ActorID] = a.Side != ""
		return nil
	})
	if err != nil {
		return err
	}
	with, all := 0, 0
	err = scan(r.dir, schemas.Of[schemas.Statement](), func(row any) error {
		if s := row.(*schemas.Statement); s.SpeakerID != "" {
			all++
			if sides[s.SpeakerID] {
				with++
			}
		}
		return nil
	})
	if err == nil && all >= 20 && with*3 < all {
		r.log.say("warning: of %d statements with a speaker only %d are of a side of profile %s; is it the right one?", all, with, r.options.Profile.ID)
	}
	return err
}

// profileOf loads a profile by the name given, or else the one that the tables
// in out were made with.
func profileOf(name, out string) (*stages.Profile, error) {
	if name != "" {
		return stages.LoadProfile(name)
	}
	m, err := readManifest(out)
	if err != nil {
		return stages.NoProfile(), nil // what needs the manifest says so better
	}
	if name = m.Profile.Name; name != "none" && !slices.Contains(stages.ShippedProfiles(), name) {
		return nil, fmt.Errorf("the tables in %s were made with a profile %s that is not part of parley (%s are): give its file with --profile FILE",
			out, name, strings.Join(stages.ShippedProfiles(), ", "))
	}
	return stages.LoadProfile(name)
}
