package pipeline

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"strings"

	"parley/schemas"
)

var schemaCommand = command{
	name: "schema", args: "[TABLE]",
	about: "print the data dictionary",
	help: `  parley schema
  parley schema statements
  parley schema --markdown > schemas/README.md`,
	flags: func(f *flag.FlagSet) func(*call) error {
		asJSON := f.Bool("json", false, "print JSON")
		asMarkdown := f.Bool("markdown", false, "print Markdown")
		return func(c *call) error {
			ts := schemas.Tables()
			if len(c.args) > 0 {
				t, err := oneTable(c.args)
				if err != nil {
					return err
				}
				ts = []schemas.Table{t}
			}
			switch {
			case *asJSON && *asMarkdown:
				return usage("--json and --markdown exclude each other")
			case *asJSON:
				return schemaJSON(c.stdout, ts)
			case *asMarkdown:
				return SchemaMarkdown(c.stdout, ts)
			}
			return schemaText(c.stdout, ts)
		}
	},
}

func schemaText(w io.Writer, ts []schemas.Table) error {
	var b bytes.Buffer
	for i, t := range ts {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%s: %s; key %s; made by %s\n", t.Name, t.Row, strings.Join(t.Key, ", "), t.Stage)
		for _, c := range t.Columns {
			null := ""
			if c.Null {
				null = ", null"
			}
			fmt.Fprintf(&b, "  %-16s %s%s: %s\n", c.Name, c.Type, null, about(c))
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

// about is a column's description with its closed list and reference.
func about(c schemas.Column) string {
	s := c.Doc
	if c.Enum != nil {
		s += "; one of " + strings.Join(c.Enum, ", ")
	}
	if c.Ref != "" {
		s += "; refers to " + c.Ref
	}
	return s
}

// SchemaMarkdown writes the data dictionary as schemas/README.md has it.
func SchemaMarkdown(w io.Writer, ts []schemas.Table) error {
	var b bytes.Buffer
	b.WriteString("# The tables\n\nMade by `parley schema --markdown` from the row types in this folder; do not edit.\n\n" +
		"Offsets count Unicode code points, half-open, into `articles.text`, so that `text[start:end]` works in Python. " +
		"Dates are DATE32, times TIMESTAMP in UTC. Sentiment runs from -1 to +1. Unknown is null, never \"\" or 0. Every table is sorted by its key.\n")
	for _, t := range ts {
		fmt.Fprintf(&b, "\n## %s\n\nA row is %s. Key and order: `%s`. Made by `stages/%s`.\n\n| column | type | null | meaning |\n|---|---|---|---|\n",
			t.Name, t.Row, strings.Join(t.Key, "`, `"), t.Stage)
		for _, c := range t.Columns {
			null := ""
			if c.Null {
				null = "yes"
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", c.Name, c.Type, null, about(c))
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

func schemaJSON(w io.Writer, ts []schemas.Table) error {
	type column struct {
		Name        string   `json:"name"`
		Type        string   `json:"type"`
		Null        bool     `json:"null"`
		Description string   `json:"description"`
		Enum        []string `json:"enum,omitempty"`
		Ref         string   `json:"ref,omitempty"`
	}
	type table struct {
		Name    string   `json:"name"`
		Row     string   `json:"row"`
		Stage   string   `json:"stage"`
		Key     []string `json:"key"`
		Columns []column `json:"columns"`
	}
	var out []table
	for _, t := range ts {
		o := table{Name: t.Name, Row: t.Row, Stage: t.Stage, Key: t.Key}
		for _, c := range t.Columns {
			o.Columns = append(o.Columns, column{c.Name, c.Type, c.Null, c.Doc, c.Enum, c.Ref})
		}
		out = append(out, o)
	}
	_, err := fmt.Fprintf(w, "%s\n", asJSON(out))
	return err
}
