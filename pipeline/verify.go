package pipeline

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

var verifyCommand = command{
	name:  "verify",
	about: "read every file again with an independent reader; check hashes, keys and spans",
	help: `  parley verify
  parley verify --out today
  parley verify --deep --out today --profile ours.tsv   makes all from the articles again and compares it, as long as coding takes`,
	flags: func(f *flag.FlagSet) func(*call) error {
		out := f.String("out", "outputs", "check the files in this `DIR`")
		child := f.Bool("child", false, "")
		deep := f.Bool("deep", false, "make the tables and charts again from the table articles, and compare them")
		o := Options{Quiet: true}
		profile := f.String("profile", "", "with --deep: the profile `FILE` of the run, where it was one")
		f.StringVar(&o.ActorsFile, "actors", "", "with --deep: the actors `FILE` of the run")
		model := f.String("model", "", "with --deep: the learned reader of the run, a `FILE` or none")
		f.IntVar(&o.Workers, "workers", runtime.GOMAXPROCS(0), "with --deep: work on `N` articles at a time")
		return func(c *call) error {
			if len(c.args) > 0 {
				return usage("verify takes no argument, got %q; --out names the folder", c.args[0])
			}
			if *child {
				return verifyTables(*out, c.stdout)
			}
			if err := verify(c, *out); err != nil || !*deep {
				return err
			}
			var err error
			if o.Profile, err = profileOf(*profile, *out); err != nil {
				return usageError{err}
			}
			if o.Model, err = chooseModel(*model); err != nil {
				return usage("--model: %v", err)
			}
			if o.Workers < 1 {
				return usage("--workers %d: at least one is needed", o.Workers)
			}
			o.Out = *out
			if err := verifyDeep(c.ctx, o, newProgress(c.stderr, true)); err != nil {
				return err
			}
			_, err = fmt.Fprintf(c.stdout, "%s: all that is made of the articles is what they give\n", *out)
			return err
		}
	},
}

// verify compares the files with the manifest and then reads the tables in a
// child process, since the reader can die on a damaged file.
func verify(c *call, out string) error {
	if err := settle(out); err != nil {
		return err
	}
	var m manifest
	err := steady(out, func() (err error) {
		m, err = compareHashes(out)
		return err
	})
	if err != nil {
		return err
	}
	if err := verifyInChild(c, out); err != nil {
		return err
	}
	fmt.Fprintf(c.stdout, "%s: %d files are whole (run %s)\n", out, len(m.Files), m.RunID)
	return nil
}

// compareHashes compares the files with the manifest.
func compareHashes(out string) (m manifest, err error) {
	m, err = readManifest(out)
	if errors.Is(err, fs.ErrNotExist) {
		return m, fmt.Errorf("there is no %s in %s; parley run makes it", manifestName, out)
	}
	if err != nil {
		return m, err
	}
	var wrong []string
	for _, f := range m.Files {
		sum, err := hashFile(filepath.Join(out, f.Name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			wrong = append(wrong, f.Name+": missing")
		case err != nil:
			wrong = append(wrong, f.Name+": "+err.Error())
		case sum != f.SHA256:
			wrong = append(wrong, f.Name+": damaged or changed: its SHA-256 is not the manifest's")
		}
	}
	if wrong == nil {
		return m, nil
	}
	return m, fmt.Errorf("%s\nrun parley run --force to write the outputs anew", strings.Join(wrong, "\n"))
}

// verifyInChild runs `verify --child`. The child names each table on standard
// output before it opens it, so that it is known which one it died of.
func verifyInChild(c *call, out string) error {
	exe, err := os.Executable()
	if err != nil {
		return fmt.Errorf("find the program's own file: %w", err)
	}
	cmd := exec.CommandContext(c.ctx, exe, "verify", "--child", "--out", out)
	cmd.Env = append(os.Environ(), "PARLEY_CHILD=1")
	var talk bytes.Buffer
	cmd.Stderr = &talk
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("start the reader: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start the reader: %w", err)
	}
	last := ""
	for lines := bufio.NewScanner(pipe); lines.Scan(); {
		if name, ok := strings.CutPrefix(lines.Text(), "reading "); ok {
			last = name
			continue
		}
		fmt.Fprintln(c.stdout, lines.Text())
	}
	var exit *exec.ExitError
	switch err := cmd.Wait(); {
	case err == nil:
		return nil
	case errors.As(err, &exit) && exit.ExitCode() == exitFail:
		return errors.New(strings.TrimPrefix(strings.TrimSpace(talk.String()), "parley verify: "))
	default:
		return fmt.Errorf("%s: damaged: the reader died of it (%v)\nrun parley run --force to write the outputs anew", last, err)
	}
}
