package normalize

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"parley/stages/language/loosejson"
)

// linked is the JSON-LD of a page: the objects that may describe its article, in
// the order of the page, and those that others refer to.
type linked struct {
	articles []map[string]any
	others   []map[string]any // of other types, which count only where they are of this article beyond doubt
	byID     map[string]map[string]any
	steps    int // taken by names
}

// articleData is what one object says of an article.
type articleData struct {
	headline, published, publisher, url, language, body string
	authors                                             []string
}

// mostAuthors bounds the authors of an article.
const mostAuthors = 20

// mostObjects bounds the objects that are compared, and mostSteps what is
// followed from one to the other.
const (
	mostObjects = 100
	mostSteps   = 2000
)

// deepestLinked is how deep an object may lie in others.
const deepestLinked = 6

// read takes the objects of one script, which may hold several one after the
// other, and what is not quite JSON.
func (l *linked) read(script string) {
	data := []byte(strings.TrimSpace(script))
	if !json.Valid(data) {
		data = loosejson.Repair(data)
	}
	for in := json.NewDecoder(bytes.NewReader(data)); ; {
		var v any
		if in.Decode(&v) != nil {
			return
		}
		l.find(v, 0)
	}
}

func (l *linked) find(v any, depth int) {
	if depth > deepestLinked {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			l.find(e, depth+1)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && len(v) > 1 {
			if l.byID == nil {
				l.byID = map[string]map[string]any{}
			}
			if l.byID[id] == nil {
				l.byID[id] = v
			}
		}
		switch {
		case len(l.articles)+len(l.others) >= mostObjects:
		case isArticle(v["@type"]):
			l.articles = append(l.articles, v)
		case v["datePublished"] != nil:
			l.others = append(l.others, v)
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item"} {
			l.find(v[k], depth+1)
		}
	}
}

func isArticle(t any) bool {
	for _, s := range strs(t) {
		if strings.HasSuffix(s, "Article") || strings.HasSuffix(s, "BlogPosting") || s == "Report" {
			return true
		}
	}
	return false
}

// choose picks the object that describes this page's article: the one with its
// headline, or with its address. Pages also describe the stories that they
// recommend, so where several stand and none shows to be its own, none counts,
// nor ever one of another type than an article's.
func (l *linked) choose(headlines []string, address string) (d articleData) {
	best, most := map[string]any(nil), -1
	for _, v := range l.articles {
		if n := l.fits(v, headlines, address); n > most {
			best, most = v, n
		}
	}
	if most < 1 {
		for _, v := range l.others {
			if n := l.fits(v, headlines, address); n > max(most, 0) {
				best, most = v, n
			}
		}
	}
	if best != nil && (most > 0 || len(l.articles) == 1) {
		d = l.data(best)
	}
	return d
}

// fits counts what shows that an object describes the page's own article.
func (l *linked) fits(v map[string]any, headlines []string, address string) (n int) {
	for _, s := range append(strs(v["headline"]), strs(v["name"])...) {
		for _, h := range headlines {
			n = max(n, alike(plainWords(pick(s), nil), plainWords(h, nil)))
		}
	}
	if address == "" {
		return n
	}
	at := append(strs(v["url"]), strs(v["@id"])...)
	if m, ok := v["mainEntityOfPage"].(map[string]any); ok {
		at = append(at, strs(m["@id"])...)
	} else {
		at = append(at, strs(v["mainEntityOfPage"])...)
	}
	for _, u := range at {
		if sameAddress(u, address) {
			return n + 1
		}
	}
	return n
}

// alike compares two headlines: 2 where they are the same, 1 where they share
// most of their words, else 0.
func alike(a, b []string) int {
	const longest = 60 // words of a headline
	if len(a) == 0 || len(b) == 0 || len(a) > longest || len(b) > longest {
		return 0
	}
	if slices.Equal(a, b) {
		return 2
	}
	shared := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			shared++
		}
	}
	if 2*shared > max(len(a), len(b)) {
		return 1
	}
	return 0
}

// sameAddress compares addresses without what does not matter in them.
func sameAddress(a, b string) bool {
	plain := func(s string) string {
		s, _, _ = strings.Cut(s, "#")
		s, _, _ = strings.Cut(s, "?")
		s = strings.TrimPrefix(strings.TrimPrefix(s, "https:"), "http:")
		return strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(s, "//"), "www."), "/")
	}
	return a != "" && plain(a) == plain(b)
}

// data is what an object says of its article.
func (l *linked) data(v map[string]any) (d articleData) {
	first := func(keys ...string) string {
		for _, k := range keys {
			if t := l.names(v[k], 0); len(t) > 0 {
				return t[0]
			}
		}
		return ""
	}
	d.headline = first("headline", "name")
	d.published = first("datePublished", "dateCreated")
	d.publisher = first("publisher", "sourceOrganization", "provider")
	d.url = first("url")
	d.language = first("inLanguage")
	d.body = first("articleBody")
	for _, k := range []string{"author", "creator"} {
		for _, a := range l.names(v[k], 0) {
			if a = notAddress(a); a != "" && len(d.authors) < mostAuthors {
				d.authors = append(d.authors, a)
			}
		}
		if d.authors != nil {
			break
		}
	}
	return d
}

// names is the strings of a value: itself, its members, or their names; where it
// refers to another object of the page, that one's.
func (l *linked) names(v any, depth int) (all []string) {
	if l.steps++; depth > 4 || l.steps > mostSteps {
		return nil
	}
	switch v := v.(type) {
	case string:
		if o := l.byID[v]; o != nil && o["name"] != nil {
			return l.names(o["name"], depth+1)
		}
		return []string{v}
	case []any:
		for _, e := range v {
			all = append(all, l.names(e, depth+1)...)
		}
		return all
	case map[string]any:
		for _, k := range []string{"name", "@value", "@list", "alternateName"} {
			if all = l.names(v[k], depth+1); len(all) > 0 {
				return all
			}
		}
		if given := append(strs(v["givenName"]), strs(v["familyName"])...); len(given) > 0 {
			return []string{strings.Join(given, " ")}
		}
		if id, ok := v["@id"].(string); ok && l.byID[id] != nil && len(v) == 1 {
			return l.names(l.byID[id], depth+1)
		}
	}
	return nil
}

// strs is a string, or the strings of a list.
func strs(v any) (all []string) {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		for _, e := range v {
			if s, ok := e.(string); ok {
				all = append(all, s)
			}
		}
	}
	return all
}
