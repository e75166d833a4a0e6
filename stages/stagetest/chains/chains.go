// Package chains puts stages together as runs do, for the tests of those that
// come late.
package chains

import (
	"testing"

	"parley/stages"
	"parley/stages/actors"
	"parley/stages/annotate"
	"parley/stages/clauses"
	"parley/stages/encode"
	"parley/stages/language/encoder"
	"parley/stages/statements"
)

// Chain is stages in their order, made for one profile.
type Chain struct {
	Profile *stages.Profile
	Stages  []stages.PerArticle

	t testing.TB
}

// ToStatements is the chain up to the stage statements, with the learned reader
// of the program and the profile ukraine-2022.
func ToStatements(t testing.TB) *Chain {
	t.Helper()
	p, err := stages.LoadProfile("ukraine-2022")
	if err != nil {
		t.Fatal(err)
	}
	c := &Chain{Profile: p, t: t}
	c.Add(annotate.New(annotate.Options{}))
	c.Add(clauses.New(clauses.Options{}))
	c.Add(encode.New(encode.Options{Model: encoder.Embedded()}))
	c.Add(actors.New(actors.Options{Profile: p}))
	c.Add(statements.New(statements.Options{Profile: p}))
	return c
}

// Add puts a stage at the end, and ends the test where it could not be made.
func (c *Chain) Add(s stages.PerArticle, err error) {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
	c.Stages = append(c.Stages, s)
}
