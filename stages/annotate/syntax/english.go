package syntax

import (
	_ "embed"
	"sync"
)

//go:embed english.model
var english []byte

// English returns the model of English that is part of the program. It is
// unpacked when it is first asked for.
var English = sync.OnceValues(func() (*Model, error) { return Decode(english) })
