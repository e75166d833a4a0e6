package normalize

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Some pages are shells: their text stands in a script, and is shown by another
// one. It is then an articleBody in JSON-LD, or a member of the state that the
// site's program starts from.

// leastScript is how many words a text in a script must have to be the article.
const leastScript = 60

// scripted reads the text of an article that stands in a script, where the page
// itself shows less: a shell, or the beginning before a paywall.
func scripted(m *meta, shown []block) []block {
	found := bodyBlocks(m.body)
	if words(found) < leastScript && words(shown) < leastScript {
		for _, s := range m.states {
			if b := bodyBlocks(stateText(s)); words(b) > words(found) {
				found = b
			}
		}
	}
	n := words(found)
	if n < leastScript || words(shown)*10 > n*6 && !(len(shown) == 1 && len(found) > 1 && words(shown) <= n) {
		return nil
	}
	return found
}

func words(blocks []block) (n int) {
	for i := range blocks {
		n += blocks[i].feat.words
	}
	return n
}

// bodyBlocks reads a text that may hold HTML, itself or escaped.
func bodyBlocks(s string) []block {
	if strings.Contains(s, "&lt;p") {
		s = html.UnescapeString(s)
	}
	if looksHTML(s) && depth(s) <= deepest {
		doc, err := html.Parse(strings.NewReader(s))
		if err != nil {
			return nil
		}
		return nodeBlocks(doc)
	}
	blocks, _ := split(clean(html.UnescapeString(s)), false)
	return blocks
}

// bodyKeys are the members of a state under which a site keeps the text of its
// article.
var bodyKeys = map[string]bool{"articlebody": true, "body": true, "bodyhtml": true, "content": true, "contenthtml": true, "text": true, "html": true, "paragraphs": true, "blocks": true}

// stateText is the longest text in a state.
func stateText(script string) string {
	var v any
	if json.Unmarshal([]byte(script), &v) != nil {
		return ""
	}
	longest := ""
	var find func(v any, named bool, depth int)
	find = func(v any, named bool, depth int) {
		if depth > 30 {
			return
		}
		switch v := v.(type) {
		case string:
			if named && len(v) > len(longest) && strings.Count(v, " ") >= leastScript {
				longest = v
			}
		case []any:
			if named {
				if s := joinedText(v); len(s) > len(longest) && strings.Count(s, " ") >= leastScript {
					longest = s
				}
			}
			for _, e := range v {
				find(e, named, depth+1)
			}
		case map[string]any:
			for _, k := range slices.Sorted(maps.Keys(v)) {
				find(v[k], bodyKeys[strings.ToLower(k)], depth+1)
			}
		}
	}
	find(v, false, 0)
	return longest
}

// joinedText joins the texts of a list of paragraphs, each a string or an object
// with one.
func joinedText(list []any) string {
	var parts []string
	for _, e := range list {
		switch e := e.(type) {
		case string:
			parts = append(parts, e)
		case map[string]any:
			for _, k := range []string{"text", "content", "html", "value", "model"} {
				if m, ok := e[k].(map[string]any); ok {
					e = m
				}
				if s, ok := e[k].(string); ok {
					parts = append(parts, s)
					break
				}
			}
		}
	}
	return strings.Join(parts, "\n\n")
}
