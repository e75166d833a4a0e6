package pipeline

import (
	"flag"
	"fmt"
	"strings"

	"parley/stages"
	"parley/stages/actors"
)

var profileCommand = command{
	name: "profile", args: "check FILE | list",
	about: "check a profile of a conflict, list those that ship",
	help: `  parley profile check ours.tsv                    says all that is wrong, each with its line
  parley profile check ours.tsv --actors more.tsv  with the actors that the run adds
  parley profile list`,
	flags: func(f *flag.FlagSet) func(*call) error {
		file := f.String("actors", "", "the actors `FILE` that runs with the profile add")
		return func(c *call) error {
			switch {
			case len(c.args) == 2 && c.args[0] == "check":
				return checkProfile(c, c.args[1], *file)
			case len(c.args) == 1 && c.args[0] == "list":
				return listProfiles(c)
			}
			return usage("profile takes check FILE or list, got %q", strings.Join(c.args, " "))
		}
	},
}

func checkProfile(c *call, name, file string) error {
	p, err := stages.LoadProfile(name)
	if err != nil {
		return err
	}
	if _, err := actors.New(actors.Options{Profile: p, File: file}); err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.stdout, "%s: %s, %d sides, %d rounds; nothing is wrong with it\n", p.ID, p.Title, len(p.Sides), len(p.Rounds))
	return err
}

func listProfiles(c *call) error {
	for _, name := range stages.ShippedProfiles() {
		p, err := stages.LoadProfile(name)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(c.stdout, "%s\t%s\n", p.ID, p.Title); err != nil {
			return err
		}
	}
	return nil
}
