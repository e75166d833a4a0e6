package encoder

import (
	"embed"
	"errors"
	"io/fs"
	"sync"
)

// Files holds the model that is part of the program, if one is.
//
//go:embed model
var Files embed.FS

// Embedded is the model that is part of the program, nil when none is. It is
// unpacked when it is first asked for.
var Embedded = sync.OnceValues(func() (*Model, error) {
	data, err := Files.ReadFile("model/model.bin")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return Load(data)
})
