package pipeline

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"parley/stages"
	"parley/stages/actors"
)

var profileCommand = command{
	name: "profile", args: "draft ARTICLES ... | check FILE | list",
	about: "draft a profile of a conflict from articles, check one, list those that ship",
	help: `  parley profile draft news/ --out ours.tsv         from what the articles tell, each line with its counts
  parley profile check ours.tsv                    says all that is wrong, each with its line
  parley profile check ours.tsv --actors more.tsv  with the actors that the run adds
  parley profile list`,
	flags: func(f *flag.FlagSet) func(*call) error {
		file := f.String("actors", "", "the actors `FILE` that runs with the profile add")
		out := f.String("out", "", "draft: write into this `FILE`, which must not be there yet; else to standard output")
		model := f.String("model", "", "draft: the learned reader, a model `FILE`")
		return func(c *call) error {
			switch {
			case len(c.args) == 2 && c.args[0] == "check":
				return checkProfile(c, c.args[1], *file)
			case len(c.args) > 1 && c.args[0] == "draft":
				return draftProfile(c, c.args[1:], *out, *file, *model)
			case len(c.args) == 1 && c.args[0] == "list":
				return listProfiles(c)
			}
			return usage("profile takes draft ARTICLES, check FILE or list, got %q", strings.Join(c.args, " "))
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

// draftProfile codes the articles without a profile and writes what they tell of
// the conflict's sides.
func draftProfile(c *call, articles []string, out, file, model string) error {
	o := Options{Articles: articles, Profile: stages.NoProfile(), Asked: "none", ActorsFile: file, Workers: runtime.GOMAXPROCS(0), Quiet: true}
	var err error
	if o.Model, err = chooseModel(model); err != nil {
		return usage("--model: %v", err)
	}
	if o.Model == nil {
		return usage("a draft needs the learned reader, which finds the events")
	}
	if _, err := os.Lstat(out); err == nil {
		return usage("%s is there already; remove it, or give another name", out)
	}
	if o.Out, err = os.MkdirTemp("", "parley-draft-"); err != nil {
		return fmt.Errorf("make a temporary folder: %w", err)
	}
	defer os.RemoveAll(o.Out)
	if _, err := run(c.ctx, o, newProgress(c.stderr, true)); err != nil {
		return err
	}
	facts, err := readDraftFacts(o.Out)
	if err != nil {
		return err
	}
	text := facts.draft(strings.TrimSuffix(filepath.Base(cmp.Or(out, "my-conflict")), filepath.Ext(out)))
	if out == "" {
		_, err = io.WriteString(c.stdout, text)
		return err
	}
	return os.WriteFile(out, []byte(text), 0o644)
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
