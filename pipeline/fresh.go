package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"parley/schemas"
	"parley/stages"
)

// fingerprint sums up what was read, in the order of the inputs.
type fingerprint struct{ h hash.Hash }

func (f *fingerprint) add(in stages.Input) {
	if f.h == nil {
		f.h = sha256.New()
	}
	fmt.Fprintf(f.h, "%q %s %s\n", in.SourceURI, in.Format, in.ID)
}

// runID names a run by what its tables are made from.
func (f *fingerprint) runID(m manifest) string {
	m.Program.SHA256 = "" // the same version on another machine makes the same tables
	return f.hash(m, m.Profile, m.Lexicons)[:12]
}

// sum covers the inputs and everything that bears on the tables and is known
// before the inputs are read: of lists, and of the profile where the program
// chooses it, the program's own hash tells.
func (f *fingerprint) sum(m manifest) string {
	if m.Asked == auto {
		m.Profile = hashed{}
	}
	return f.hash(m, m.Profile)
}

func (f *fingerprint) hash(m manifest, more ...any) string {
	h := sha256.New()
	if f.h != nil {
		h.Write(f.h.Sum(nil))
	}
	if m.Least != 0 {
		more = append(more, m.Least)
	}
	if err := json.NewEncoder(h).Encode(append([]any{m.Program, m.Schema, m.Asked, m.Actors, m.Model}, more...)); err != nil {
		panic("pipeline: " + err.Error())
	}
	return hex.EncodeToString(h.Sum(nil))
}

// describe begins the manifest with what is known before the first article.
func describe(o Options) (m manifest, err error) {
	m = manifest{
		Schema: schemas.Version,
		Asked:  o.Asked,
		Least:  o.Least,
		Notes:  map[string]int{},
		Unread: languageCounts{},
		Inputs: []input{},
		Files:  []fileInfo{},
	}
	if o.Profile != nil {
		m.Profile = describeProfile(o.Profile)
	}
	if m.Program, err = thisProgram(); err != nil {
		return m, err
	}
	if o.ActorsFile != "" {
		sum, err := hashFile(o.ActorsFile)
		if err != nil {
			return m, fmt.Errorf("actors file: %w", err)
		}
		m.Actors = &hashed{filepath.Base(o.ActorsFile), sum}
	}
	if o.Model != nil {
		m.Model = &hashed{filepath.Base(o.Model.Name), o.Model.Hash}
	}
	return m, nil
}

func describeProfile(p *stages.Profile) hashed { return hashed{p.ID, hashBytes(p.Source)} }

// addAllLexicons enters the hashes of the files of all stages.
func (m *manifest) addAllLexicons(p plan) {
	for _, s := range slices.Concat(p.read, p.code) {
		m.addLexicons(s.Name, s.Data)
	}
	for _, s := range p.corpus {
		m.addLexicons(s.Name, s.Data)
	}
}

// thisProgram is the program that runs.
func thisProgram() (programInfo, error) {
	exe, err := os.Executable()
	if err != nil {
		return programInfo{}, fmt.Errorf("find the program's own file: %w", err)
	}
	sum, err := hashFile(exe)
	return programInfo{Name: "parley", Version: Version, SHA256: sum}, err
}

// addLexicons enters the hashes of a stage's embedded files.
func (m *manifest) addLexicons(stage string, data []fs.FS) {
	for _, files := range data {
		err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			b, err := fs.ReadFile(files, path)
			m.Lexicons = append(m.Lexicons, hashed{stage + "/" + path, hashBytes(b)})
			return err
		})
		if err != nil {
			panic("pipeline: embedded files of " + stage + ": " + err.Error())
		}
	}
}

// upToDate tells whether the output folder already holds what a run would
// write: it reads the inputs, which is quick beside coding them, and compares.
func upToDate(ctx context.Context, o Options, p plan, m manifest) (old manifest, ok bool, err error) {
	if slices.Contains(o.Articles, "-") {
		return m, false, nil // standard input can be read but once
	}
	if old, err = readManifest(o.Out); err != nil || old.Program != m.Program {
		return m, false, nil
	}
	for _, f := range old.Files {
		if sum, err := hashFile(filepath.Join(o.Out, f.Name)); err != nil || sum != f.SHA256 {
			return m, false, nil
		}
	}
	var now fingerprint
	var refused []schemas.Reject
	_, err = leaving(ctx, 0, func() error {
		return p.source.Run(ctx, o.Articles, func(d *stages.Document) error {
			now.add(d.Input)
			return nil
		}, func(j schemas.Reject) { refused = append(refused, j) }, func(stages.Note) {})
	})
	if ctx.Err() != nil {
		return m, false, context.Cause(ctx)
	}
	if err != nil || now.sum(m) != old.Fingerprint {
		return m, false, nil
	}
	return old, sameRefusals(o.Out, refused), nil
}

// sameRefusals tells whether ingest refuses the same inputs as it did for the
// tables in dir; a file that has become unreadable is a change too.
func sameRefusals(dir string, now []schemas.Reject) bool {
	left := map[schemas.Reject]bool{}
	for _, j := range now {
		left[j] = true
	}
	same := true
	err := scan(dir, schemas.Of[schemas.Reject](), func(r any) error {
		if j := *r.(*schemas.Reject); j.Stage == "ingest" || left[j] {
			same = same && left[j]
			delete(left, j)
		}
		return nil
	})
	return err == nil && same && len(left) == 0
}
