// Package pipeline is the program around the stages: the command line, the list
// of stages in their order (stages.go), the driver that runs them, and the
// commands that read what a run wrote.
package pipeline

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"parley/stages"
	"parley/stages/language/encoder"
)

// Exit codes.
const (
	exitDone  = 0
	exitFail  = 1 // nothing usable, the machine failed, or --strict and rejects
	exitUsage = 2 // 130 and 143: interrupted
)

// command is one of the program's commands.
type command struct {
	name  string
	args  string // what stands behind the name in the usage line
	about string
	help  string // examples
	flags func(*flag.FlagSet) func(c *call) error
}

// call is a command being carried out.
type call struct {
	ctx    context.Context
	args   []string // without flags
	stdout io.Writer
	stderr io.Writer
}

// usageError is a mistake in the command line.
type usageError struct{ error }

func usage(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

func commands() []command {
	return []command{runCommand, chartsCommand, showCommand, conlluCommand, profileCommand, schemaCommand, verifyCommand, versionCommand}
}

// Main carries out a command line without the program's name and returns the
// exit code.
func Main(args []string, stdout, stderr io.Writer) int {
	ctx, stop := onSignal()
	defer stop()
	if len(args) == 0 {
		printUsage(stderr)
		return exitUsage
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		if len(args) > 1 {
			return Main([]string{args[1], "--help"}, stdout, stderr)
		}
		printUsage(stdout)
		return exitDone
	case "-version", "--version":
		args = []string{"version"}
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(&call{ctx: ctx, args: args[1:], stdout: stdout, stderr: stderr})
		}
	}
	fmt.Fprintf(stderr, "parley: unknown command %q; parley --help lists the commands\n", args[0])
	return exitUsage
}

func (c command) run(call *call) int {
	fs := flag.NewFlagSet(c.name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	do := c.flags(fs)
	rest, err := parseAnywhere(fs, call.args)
	if errors.Is(err, flag.ErrHelp) {
		c.printHelp(call.stdout, fs)
		return exitDone
	}
	if err == nil {
		call.args = rest
		_, err = leaving(call.ctx, grace, func() error { return do(call) })
	} else {
		err = usageError{err}
	}
	var wrong usageError
	if i, ok := interruption(call.ctx, err); ok {
		fmt.Fprintf(call.stderr, "parley %s: %v; the outputs are left as they were\n", c.name, i)
		return i.exitCode()
	}
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &wrong):
		fmt.Fprintf(call.stderr, "parley %s: %v; parley %s --help tells more\n", c.name, err, c.name)
		return exitUsage
	case errors.Is(err, syscall.EPIPE):
		return exitDone // whoever reads has seen enough, as with head
	}
	fmt.Fprintf(call.stderr, "parley %s: %v\n", c.name, err)
	return exitFail
}

// parseAnywhere parses flags that stand before, between or after the other
// arguments; what stands behind "--" is no flag.
func parseAnywhere(fs *flag.FlagSet, args []string) (rest []string, err error) {
	for {
		if err := fs.Parse(args); err != nil {
			return nil, err
		}
		left := fs.Args()
		if len(left) == 0 {
			return rest, nil
		}
		if used := len(args) - len(left); used > 0 && args[used-1] == "--" {
			return append(rest, left...), nil
		}
		rest, args = append(rest, left[0]), left[1:]
	}
}

func printUsage(w io.Writer) {
	fmt.Fprint(w, "Parley reads news articles about a conflict's peace talks and writes datasets and charts.\n\nUsage:\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "  parley %-8s %s\n", c.name, c.about)
	}
	fmt.Fprint(w, "\nparley COMMAND --help tells more of each.\nExit codes: 0 done (rejected inputs are reported, not fatal); 1 nothing usable, the machine failed, or rejects with run --strict; 2 wrong usage; 130, 143 interrupted.\n")
}

func (c command) printHelp(w io.Writer, fs *flag.FlagSet) {
	fmt.Fprintf(w, "parley %s: %s\n\nUsage: parley %s\n", c.name, c.about, strings.TrimSpace(c.name+" "+c.args))
	first := true
	fs.VisitAll(func(f *flag.Flag) {
		if f.Usage == "" {
			return // not for users
		}
		if first {
			fmt.Fprint(w, "\nFlags:\n")
			first = false
		}
		name, about := flag.UnquoteUsage(f)
		dash := "--"
		if len(f.Name) == 1 {
			dash = "-"
		}
		if f.DefValue != "" && f.DefValue != "false" {
			about += " (default " + f.DefValue + ")"
		}
		fmt.Fprintf(w, "  %-22s %s\n", strings.TrimSpace(dash+f.Name+" "+name), about)
	})
	fmt.Fprintf(w, "\nExamples:\n%s\n", c.help)
}

var runCommand = command{
	name: "run", args: "[ARTICLES ...]",
	about: "read articles, write tables and charts",
	help: `  parley run                                   the articles in examples/
  parley run news/ 'saved/*.html' wire.jsonl.gz  folders, globs, files
  cat wire.jsonl | parley run - --out today      standard input
  parley run news --actors ours.tsv --force`,
	flags: func(fs *flag.FlagSet) func(*call) error {
		o := Options{}
		fs.StringVar(&o.Out, "out", "outputs", "write into this `DIR`")
		profile := fs.String("profile", auto, "the conflict: a `NAME` that ships with parley, a file, none, or auto: the one that ships and that the articles fit")
		fs.StringVar(&o.ActorsFile, "actors", "", "add the actors of this `FILE`")
		model := fs.String("model", "", "the learned reader: a model `FILE`, or none; without it the one that is part of parley")
		fs.Float64Var(&o.Least, "events-threshold", 0, "write events of at least this `CONFIDENCE`, from 0 to 1: a higher one writes fewer and surer rows; 0 is that which is best for counts")
		fs.IntVar(&o.Workers, "workers", runtime.GOMAXPROCS(0), "work on `N` articles at a time; the tables do not depend on it")
		fs.BoolVar(&o.Force, "force", false, "run even when nothing has changed since the last run")
		fs.BoolVar(&o.Quiet, "quiet", false, "no progress")
		fs.BoolVar(&o.Strict, "strict", false, "exit 1 where inputs were rejected; the outputs are written all the same")
		fs.BoolVar(&o.Panic, "panic", false, "")
		return func(c *call) error { return runArticles(c, o, *profile, *model) }
	},
}

func runArticles(c *call, o Options, profile, model string) (err error) {
	if o.Workers < 1 {
		return usage("--workers %d: at least one is needed", o.Workers)
	}
	if !(o.Least >= 0 && o.Least <= 1) {
		return usage("--events-threshold %g: it goes from 0 to 1", o.Least)
	}
	if o.Asked = auto; profile != auto {
		if o.Profile, err = stages.LoadProfile(profile); err != nil {
			return usageError{err}
		}
		o.Asked = o.Profile.ID
	}
	if o.Model, err = chooseModel(model); err != nil {
		return usage("--model: %v", err)
	}
	o.Articles = c.args
	if len(o.Articles) == 0 {
		if s, err := os.Stat("examples"); err != nil || !s.IsDir() {
			return usage("no articles given and no folder examples here; name files, folders or - for standard input")
		}
		o.Articles = []string{"examples"}
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(400 << 20) // collect more often rather than grow with the number of articles
	}
	log := newProgress(c.stderr, o.Quiet)
	if o.Model == nil && model != noModel {
		log.say("this parley has no learned reader inside; it runs as with --model %s", noModel)
	}
	m, err := run(c.ctx, o, log)
	if err != nil {
		return err
	}
	log.say("%s: %s", o.Out, m.summary())
	for _, line := range m.Unread.lines() {
		log.say("%s", line)
	}
	for _, code := range slices.Sorted(maps.Keys(m.Notes)) {
		log.say("note: %s: %d", code, m.Notes[code])
	}
	if n := m.failures(); n > 0 {
		fmt.Fprintf(c.stderr, "BUG: %d articles made a stage of Parley fail and were left out; please report what parley show rejects --out %s says of them (reason %s)\n", n, o.Out, stages.Internal)
	}
	if o.Strict && m.Rejects > 0 {
		return fmt.Errorf("--strict: %d inputs were rejected; the outputs in %s are written, and parley show rejects --out %s says why", m.Rejects, o.Out, o.Out)
	}
	return nil
}

const noModel = "none"

// chooseModel finds the learned reader that --model names; nil is none.
func chooseModel(name string) (*encoder.Source, error) {
	switch name {
	case "":
		return encoder.Embedded(), nil
	case noModel:
		return nil, nil
	}
	return encoder.Open(name)
}

func (m manifest) summary() string {
	var parts []string
	for _, f := range m.Files {
		if f.Rows != nil && *f.Rows > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", *f.Rows, strings.TrimSuffix(f.Name, ".parquet")))
		}
	}
	return strings.Join(parts, ", ")
}

var versionCommand = command{
	name: "version", about: "print the version", help: "  parley version",
	flags: func(*flag.FlagSet) func(*call) error {
		return func(c *call) error {
			_, err := fmt.Fprintln(c.stdout, "parley", Version)
			return err
		}
	},
}
