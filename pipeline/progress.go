package pipeline

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"
)

// progress talks to the user on standard error: a bar on a terminal, plain
// lines elsewhere, nothing when quiet. Clocks are read here and nowhere that
// bears on a table.
type progress struct {
	w        io.Writer
	quiet    bool
	terminal bool

	what  string
	total int
	done  int
	began time.Time
	shown time.Time
}

func newProgress(w io.Writer, quiet bool) *progress {
	p := &progress{w: w, quiet: quiet}
	if f, ok := w.(*os.File); ok {
		if s, err := f.Stat(); err == nil {
			p.terminal = s.Mode()&os.ModeCharDevice != 0
		}
	}
	return p
}

// say prints a line.
func (p *progress) say(format string, args ...any) {
	if !p.quiet {
		fmt.Fprintf(p.w, format+"\n", args...)
	}
}

// start begins a pass; total is 0 when it is not known.
func (p *progress) start(what string, total int) {
	p.what, p.total, p.done, p.began = what, total, 0, time.Now()
	p.shown = p.began
}

// tick counts one article.
func (p *progress) tick() {
	p.done++
	wait := 5 * time.Second
	if p.terminal {
		wait = 100 * time.Millisecond
	}
	if p.quiet || time.Since(p.shown) < wait {
		return
	}
	p.shown = time.Now()
	if !p.terminal {
		p.say("%s", p.line())
		return
	}
	fmt.Fprintf(p.w, "\r\x1b[K%s %s", bar(p.done, p.total), p.line())
}

// stop ends a pass.
func (p *progress) stop() {
	if p.terminal && !p.quiet {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
	p.say("%s", p.line())
}

func (p *progress) line() string {
	rate := float64(p.done) / max(time.Since(p.began).Seconds(), 1e-3)
	if p.total > 0 {
		return fmt.Sprintf("%s: %d of %d articles, %.0f a second", p.what, p.done, p.total, rate)
	}
	return fmt.Sprintf("%s: %d articles, %.0f a second", p.what, p.done, rate)
}

func bar(done, total int) string {
	const width = 24
	if total == 0 {
		return ""
	}
	n := width * done / total
	return "[" + strings.Repeat("=", n) + strings.Repeat(" ", width-n) + "]"
}

// stopwatch adds up the time that each stage takes over all workers.
type stopwatch struct {
	mu    sync.Mutex
	spent map[string]time.Duration
}

func newStopwatch() *stopwatch { return &stopwatch{spent: map[string]time.Duration{}} }

// start begins a measurement; the function it returns ends it.
func (s *stopwatch) start(name string) (stop func()) {
	began := time.Now()
	return func() {
		d := time.Since(began)
		s.mu.Lock()
		s.spent[name] += d
		s.mu.Unlock()
	}
}

func (s *stopwatch) seconds() map[string]float64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := map[string]float64{}
	for name, d := range s.spent {
		out[name] = float64(d.Milliseconds()) / 1000
	}
	return out
}
