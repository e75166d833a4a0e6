package pipeline

import (
	"fmt"
	"slices"

	"parley/schemas"
	"parley/stages"
)

// check proves, before any input is read, that every stage finds what it needs
// and that no layer or table is made twice.
func (p plan) check() error {
	have := map[string]string{string(stages.LayerInput): p.source.Name}
	give := func(what, by string) error {
		if other, ok := have[what]; ok {
			return fmt.Errorf("stages %s and %s both yield %s", other, by, what)
		}
		have[what] = by
		return nil
	}
	for _, s := range slices.Concat(p.read, p.code) {
		for _, n := range s.Needs {
			if _, ok := have[string(n)]; !ok {
				return fmt.Errorf("stage %s needs %s, which no stage before it yields", s.Name, n)
			}
		}
		if err := give(string(s.Yields), s.Name); err != nil {
			return err
		}
	}
	if p.observer == nil {
		return nil // the rest is not made yet
	}
	written := map[string]bool{schemas.Of[schemas.Reject]().Name: true, p.observer().Yields: true}
	for _, t := range articleTables {
		written[t.Name] = true
	}
	for _, s := range p.corpus {
		for _, n := range s.Needs {
			if !written[n] {
				return fmt.Errorf("stage %s needs table %s, which nothing before it writes", s.Name, n)
			}
		}
		for _, y := range s.Yields {
			if written[y] {
				return fmt.Errorf("stage %s writes table %s, which is written before it", s.Name, y)
			}
			written[y] = true
		}
		for _, t := range s.Rewrites {
			if !slices.Contains(s.Needs, t) {
				return fmt.Errorf("stage %s rewrites table %s, which it does not need", s.Name, t)
			}
		}
	}
	for _, t := range schemas.Tables() {
		if !written[t.Name] {
			return fmt.Errorf("nothing writes table %s", t.Name)
		}
	}
	return nil
}
