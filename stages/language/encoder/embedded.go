package encoder

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
)

//go:embed model
var files embed.FS

// Source is a model file that is unpacked when its model is first asked for.
type Source struct {
	Name string // of the file
	Hash string // SHA-256 of its bytes, in hexadecimal

	load func() (*Model, error)
}

// Model unpacks the model, once for all callers.
func (s *Source) Model() (*Model, error) { return s.load() }

func newSource(name string, data []byte) *Source {
	sum := sha256.Sum256(data)
	return &Source{Name: name, Hash: hex.EncodeToString(sum[:]), load: sync.OnceValues(func() (*Model, error) { return Load(data) })}
}

// Embedded is the model that is part of the program, nil when none is.
var Embedded = sync.OnceValue(func() *Source {
	data, err := files.ReadFile("model/model.bin")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		panic("encoder: " + err.Error())
	}
	return newSource("model.bin", data)
})

// Open reads a model file. What does not begin as one is refused at once, other
// damage when its model is asked for.
func Open(path string) (*Source, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if _, _, err := readHeader(data); err != nil {
		return nil, fmt.Errorf("%s is no model: %w", path, err)
	}
	return newSource(path, data), nil
}
