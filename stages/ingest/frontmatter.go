package ingest

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
	"go.yaml.in/yaml/v3"

	"parley/stages"
)

// maxFrontMatter bounds the YAML at the head of a Markdown file; a real one
// has some hundred bytes.
const maxFrontMatter = 64 << 10

// splitFrontMatter separates the YAML at the head of a Markdown file, between
// two lines of three dashes, or the TOML between two of +++, from its body. A file that begins with a rule of
// dashes and holds no fields is all body.
func splitFrontMatter(data []byte) (stages.Input, *problem) {
	in := stages.Input{Format: stages.FormatMarkdown, Data: data}
	head, body, mark := frontMatter(data)
	var members []member
	var err error
	switch mark {
	case "":
		return in, nil
	case "+++":
		if members, err = tomlMembers(head); err != nil {
			return in, problemf("broken", "its front matter is no TOML (%v); correct it", err)
		}
	default:
		if members, err = yamlMembers(head); err == nil {
			break
		}
		if members = plainMembers(head); members == nil {
			return in, problemf("broken", "its front matter is no YAML (%s); correct it", strings.TrimPrefix(err.Error(), "yaml: "))
		}
	}
	if len(members) == 0 {
		return in, nil
	}
	rec := fieldsOf(members)
	in = rec.input(stages.FormatMarkdown)
	in.Data = body
	return in, nil
}

// frontMatter finds the lines between the first line --- and the next such, or
// a line of three dots, or between two lines +++. mark is the first line, "" where
// there is none such.
func frontMatter(data []byte) (head, body []byte, mark string) {
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	mark = string(bytes.TrimRight(first, " \t\r"))
	if mark != "---" && mark != "+++" {
		return nil, nil, ""
	}
	for at := 0; at < min(len(rest), maxFrontMatter); {
		line, _, _ := bytes.Cut(rest[at:], []byte("\n"))
		next := min(at+len(line)+1, len(rest))
		if s := string(bytes.TrimRight(line, " \t\r")); s == mark || s == "..." && mark == "---" {
			return rest[:at], rest[next:], mark
		}
		at = next
	}
	return nil, nil, ""
}

// tomlMembers reads a TOML document; tables in it are not looked into.
func tomlMembers(head []byte) ([]member, error) {
	var doc map[string]any
	if err := toml.Unmarshal(head, &doc); err != nil {
		return nil, err
	}
	var out []member
	for _, key := range slices.Sorted(maps.Keys(doc)) {
		value := doc[key]
		out = append(out, member{key, func() string { return tomlText(value) }})
	}
	return out, nil
}

// tomlText is a value as it is written; the elements of a list are joined by
// commas, and a time without a zone has none.
func tomlText(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		var parts []string
		for _, e := range v {
			parts = append(parts, tomlText(e))
		}
		return joinNonEmpty(parts, ", ")
	case time.Time:
		switch v.Location().String() { // which the library has for times without one
		case "date-local":
			return v.Format(time.DateOnly)
		case "datetime-local":
			return v.Format("2006-01-02T15:04:05")
		}
		return v.Format(time.RFC3339)
	}
	return ""
}

// yamlMembers reads a YAML mapping. What is no mapping has no members.
func yamlMembers(head []byte) ([]member, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(head, &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode {
		return nil, nil
	}
	var out []member
	pairs := doc.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		value := pairs[i+1]
		out = append(out, member{pairs[i].Value, func() string { return yamlText(value, 0) }})
	}
	return out, nil
}

// yamlText is a value as it is written; the elements of a list are joined by
// commas, and of a mapping its name counts.
func yamlText(n *yaml.Node, depth int) string {
	if depth > 4 {
		return ""
	}
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Tag == "!!null" {
			return ""
		}
		return strings.TrimSpace(n.Value)
	case yaml.SequenceNode:
		var parts []string
		for _, c := range n.Content {
			parts = append(parts, yamlText(c, depth+1))
		}
		return joinNonEmpty(parts, ", ")
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if strings.EqualFold(n.Content[i].Value, "name") {
				return yamlText(n.Content[i+1], depth+1)
			}
		}
	}
	return ""
}

// plainMembers reads front matter that people write without knowing YAML, such
// as "title: Talks: a new round", line by line. It gives nil unless each line
// is of the form key: value.
func plainMembers(head []byte) []member {
	var out []member
	for line := range strings.Lines(string(head)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		if !ok || key == "" || strings.ContainsAny(key, " \t\"'{}[]") {
			return nil
		}
		value = strings.TrimSpace(value)
		if n := len(value); n > 1 && (value[0] == '"' || value[0] == '\'') && value[0] == value[n-1] {
			value = value[1 : n-1]
		}
		out = append(out, member{key, func() string { return value }})
	}
	return out
}
