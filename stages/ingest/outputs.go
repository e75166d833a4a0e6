package ingest

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"path"

	"parley/stages"
)

// outputs are the names of the files in a folder that a run of this program
// wrote there, as its manifest says; nil where there is none. A run must not
// read what an earlier one has written.
func (r *reader) outputs(dir string) map[string]bool {
	if names, ok := r.written[dir]; ok {
		return names
	}
	f, err := os.Open(path.Join(dir, "manifest.json"))
	if err != nil {
		r.written[dir] = nil
		return nil
	}
	defer f.Close()
	names, err := readManifest(f)
	if err != nil {
		names = nil // somebody else's
	}
	if names != nil {
		names["manifest.json"] = true
		r.note(stages.Note{Stage: "ingest", Code: "own_outputs", Detail: dir})
	}
	r.written[dir] = names
	return names
}

// maxManifest bounds a manifest: 1 GB names ten million inputs.
const maxManifest = 1 << 30

var errForeign = errors.New("another program's")

// readManifest reads the names of the files from a manifest of ours. It holds
// no more of it, since a manifest lists all inputs.
func readManifest(in io.Reader) (names map[string]bool, err error) {
	d := json.NewDecoder(io.LimitReader(in, maxManifest))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, errForeign
	}
	ours := false
	names = map[string]bool{}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch key {
		case "program":
			var p struct{ Name string }
			if err := d.Decode(&p); err != nil || p.Name != "parley" {
				return nil, errForeign
			}
			ours = true
		case "files":
			if err := each(d, func() error {
				var f struct{ Name string }
				err := d.Decode(&f)
				names[f.Name] = true
				return err
			}); err != nil {
				return nil, err
			}
		default:
			if err := skipValue(d); err != nil {
				return nil, err
			}
		}
	}
	if !ours {
		return nil, errForeign
	}
	return names, nil
}

// each calls element before each element of an array.
func each(d *json.Decoder, element func() error) error {
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return errForeign
	}
	for d.More() {
		if err := element(); err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}

// skipValue skips a value.
func skipValue(d *json.Decoder) error {
	for depth := 0; ; {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return nil
		}
		if depth > 16 {
			return errForeign // ours is not so deep
		}
	}
}
