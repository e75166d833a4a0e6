package syntax

import (
	"embed"
	"sync"

	"parley/stages/language/lexicon"
)

// Files holds the model of English.
//
//go:embed english.model
var Files embed.FS

// English returns the model of English that is part of the program. It is
// unpacked when it is first asked for.
var English = sync.OnceValues(func() (*Model, error) { return Decode([]byte(lexicon.Text(Files, "english.model"))) })
