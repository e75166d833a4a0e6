package stages

import (
	"fmt"
	"path"
	"runtime"
	"strings"
	"unicode"
)

// Internal is the code of rejects that are our fault.
const Internal = "internal"

// Bug makes a reject of the panic p of a stage on an input: a line by which the
// bug can be found, with the stage, the input, the panic's words and the place
// in our own code nearest to it. It is called by the function that recovers.
func Bug(stage, uri string, p any) *Reject {
	words := strings.Map(func(c rune) rune {
		if unicode.IsControl(c) {
			return ' '
		}
		return c
	}, strings.ToValidUTF8(fmt.Sprint(p), "?"))
	if runes := []rune(words); len(runes) > 200 {
		words = string(runes[:200]) + "…"
	}
	detail := fmt.Sprintf("a bug of Parley in stage %s at %s on %s: %s; please report this line, with the article if you may", stage, panicked(), uri, words)
	return &Reject{Stage: "stages", Reason: Internal, Detail: detail}
}

// panicked is the innermost function of ours under the panic that is being
// recovered, as package.function:line.
func panicked() string {
	var pcs [64]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs[:])])
	below := false // the frames above the panic are those of the recovery
	for {
		f, more := frames.Next()
		switch {
		case f.Function == "runtime.gopanic":
			below = true
		case below && strings.HasPrefix(f.Function, "parley/"):
			return fmt.Sprintf("%s:%d", path.Base(f.Function), f.Line)
		}
		if !more {
			return "an unknown place"
		}
	}
}
