package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"parley/schemas"
)

// Version is the program's version.
const Version = "0.1.0"

// manifest tells what a run read and wrote: manifest.json.
type manifest struct {
	RunID       string             `json:"run_id"`      // hash of inputs, profile, lexicons and versions
	Fingerprint string             `json:"fingerprint"` // the same with the program's own bytes: a run with an equal one has nothing to do
	Program     programInfo        `json:"program"`
	Schema      string             `json:"schema_version"`
	Profile     hashed             `json:"profile"`
	Asked       string             `json:"profile_asked"` // "auto" where the program chose it, else its name
	Actors      *hashed            `json:"actors_file,omitempty"`
	Model       *hashed            `json:"model"` // the learned reader, null when none read
	Least       float64            `json:"events_threshold,omitempty"`
	Lexicons    []hashed           `json:"lexicons"`
	Articles    int                `json:"articles"`
	Rejects     int                `json:"rejects"`
	Notes       map[string]int     `json:"notes"`  // what stages refused or doubted, by stage/code
	Unread      languageCounts     `json:"unread"` // articles that a stage left out for their language
	Inputs      []input            `json:"inputs"`
	Files       []fileInfo         `json:"files"`
	Seconds     map[string]float64 `json:"seconds"` // of work a stage, over all workers
}

type programInfo struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	SHA256  string `json:"sha256"`
}

type hashed struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

type input struct {
	SourceURI string `json:"source_uri"`
	ID        string `json:"id"` // first 12 hex digits of the record's SHA-256
}

type fileInfo struct {
	Name   string `json:"name"`
	Rows   *int   `json:"rows,omitempty"` // of a table
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

func readManifest(dir string) (m manifest, err error) {
	b, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil {
		return m, err
	}
	if err := json.Unmarshal(b, &m); err != nil {
		return m, fmt.Errorf("%s: %w", filepath.Join(dir, manifestName), err)
	}
	if err := m.checkNames(); err != nil {
		return manifest{}, fmt.Errorf("%s: %w", filepath.Join(dir, manifestName), err)
	}
	return m, nil
}

// writeWhole writes a file under a temporary name, makes it durable and gives
// it its name.
func (d disk) writeWhole(path string, write func(io.Writer) error) (info fileInfo, err error) {
	d.at("create", path)
	f, err := os.CreateTemp(filepath.Dir(path), ".tmp-*")
	if err != nil {
		return info, fmt.Errorf("write %s: %w", path, err)
	}
	defer os.Remove(f.Name()) // gone already when all went well
	sum := sha256.New()
	err = write(io.MultiWriter(f, sum))
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil {
		d.at("sync", path)
		err = f.Sync()
	}
	size, _ := f.Seek(0, io.SeekEnd)
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = d.rename(f.Name(), path)
	}
	if err != nil {
		return info, fmt.Errorf("write %s: %w", path, err)
	}
	return fileInfo{Name: filepath.Base(path), Bytes: size, SHA256: hex.EncodeToString(sum.Sum(nil))}, nil
}

func (d disk) writeJSON(path string, v any) (fileInfo, error) {
	return d.writeWhole(path, func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetIndent("", " ")
		e.SetEscapeHTML(false)
		return e.Encode(v)
	})
}

func hashFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func hashBytes(b []byte) string {
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}

// dataPackage describes the tables for Frictionless readers (Data Package v1).
func dataPackage(runID, profile string) any {
	type field struct {
		Name        string         `json:"name"`
		Type        string         `json:"type"`
		Description string         `json:"description"`
		Constraints map[string]any `json:"constraints,omitempty"`
	}
	type foreignKey struct {
		Fields    string            `json:"fields"`
		Reference map[string]string `json:"reference"`
	}
	var resources []map[string]any
	for _, t := range schemas.Tables() {
		var fields []field
		var foreign []foreignKey
		for _, c := range t.Columns {
			f := field{Name: c.Name, Type: frictionlessType[c.Type], Description: c.Doc, Constraints: map[string]any{}}
			if !c.Null {
				f.Constraints["required"] = true
			}
			if c.Enum != nil {
				f.Constraints["enum"] = c.Enum
			}
			fields = append(fields, f)
			if table, column, ok := c.Reference(); ok && c.Type == "utf8" {
				if table == t.Name {
					table = ""
				}
				foreign = append(foreign, foreignKey{c.Name, map[string]string{"resource": table, "fields": column}})
			}
		}
		schema := map[string]any{"fields": fields, "primaryKey": t.Key}
		if foreign != nil {
			schema["foreignKeys"] = foreign
		}
		resources = append(resources, map[string]any{
			"name": t.Name, "path": t.Name + ".parquet", "format": "parquet", "mediatype": "application/vnd.apache.parquet",
			"profile": "tabular-data-resource", "description": "One row is " + t.Row + ".", "schema": schema,
		})
	}
	return map[string]any{"profile": "data-package", "name": "parley", "id": runID, "title": profile, "resources": resources}
}

var frictionlessType = map[string]string{
	"utf8": "string", "int32": "integer", "float64": "number", "bool": "boolean", "date32": "date", "timestamp[us, UTC]": "datetime",
	"list<utf8>": "array", "list<struct<start: int32, end: int32>>": "array", "list<struct<kind: utf8, text: utf8>>": "array",
}
