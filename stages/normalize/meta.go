package normalize

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// meta is what the head of a page says of its article.
type meta struct {
	title, publisher, url, byline, language string

	pageTitle string  // what the window shows: the headline and more
	dates     []field // best first
	lines     []block // the whole page, where dates is empty
}

// names of meta elements, best first.
var (
	metaTitle     = []string{"og:title", "twitter:title", "dc.title", "headline"}
	metaPublisher = []string{"og:site_name", "application-name", "dc.publisher", "publisher"}
	metaURL       = []string{"og:url"}
	metaByline    = []string{"author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"}
	metaDate      = []string{"article:published_time", "og:published_time", "datepublished", "date.published", "parsely-pub-date", "sailthru.date",
		"pubdate", "publishdate", "publish-date", "publication_date", "article.published", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "originalpublicationdate", "date", "cxenseparse:recs:publishtime"}
)

func readMeta(doc *html.Node) meta {
	var m meta
	seen := map[string]string{}
	ld := articleData{}
	pageTitle, canonical, lang, stamped := "", "", "", ""
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			lang = attr(n, "lang")
		case atom.Title:
			if pageTitle == "" && n.FirstChild != nil {
				pageTitle = n.FirstChild.Data
			}
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				canonical = attr(n, "href")
			}
		case atom.Time:
			if stamped == "" && (strings.EqualFold(attr(n, "itemprop"), "datePublished") || strings.Contains(attr(n, "class"), "publish") || hasAttr(n, "pubdate")) {
				stamped = attr(n, "datetime")
			}
		case atom.Meta:
			for _, k := range []string{"property", "name", "itemprop"} {
				if name := strings.ToLower(attr(n, k)); name != "" && seen[name] == "" {
					seen[name] = strings.TrimSpace(attr(n, "content"))
				}
			}
		case atom.Script:
			if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
				ld.read(n.FirstChild.Data)
			}
		}
	}
	first := func(names []string) string {
		for _, k := range names {
			if v := seen[k]; v != "" {
				return v
			}
		}
		return ""
	}
	m.publisher = pick(first(metaPublisher[:1]), ld.publisher, first(metaPublisher))
	m.title = withoutSite(pick(ld.headline, first(metaTitle)), m.publisher)
	m.pageTitle = withoutSite(pick(pageTitle), m.publisher)
	m.url = pick(canonical, first(metaURL), ld.url)
	m.byline = pick(strings.Join(ld.authors, ", "), notAddress(first(metaByline)))
	if names := bylineNames(m.byline); names != "" {
		m.byline = names
	}
	m.language = pick(ld.language, lang)
	if ld.published != "" {
		m.dates = append(m.dates, field{"datePublished", ld.published})
	}
	for _, k := range metaDate {
		if v := seen[k]; v != "" {
			m.dates = append(m.dates, field{k, v})
		}
	}
	if stamped != "" {
		m.dates = append(m.dates, field{"time", stamped})
	}
	if !strings.Contains(m.url, "://") {
		m.url = ""
	}
	return m
}

// withoutSite takes the site's name from the end of a page's title.
func withoutSite(title, site string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " » "} {
		i := strings.LastIndex(title, sep)
		if i < 0 {
			continue
		}
		if tail := title[i+len(sep):]; strings.EqualFold(tail, site) || sep == " | " && strings.Count(title[:i], " ") >= 3 {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

func notAddress(s string) string {
	if strings.Contains(s, "://") {
		return ""
	}
	return s
}

// pick is the first that is not empty, as one cleaned line.
func pick(s ...string) string {
	for _, v := range s {
		if v = strings.Join(strings.Fields(clean(html.UnescapeString(v))), " "); v != "" {
			return v
		}
	}
	return ""
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// articleData is what the JSON-LD of a page says of its article.
type articleData struct {
	headline, published, publisher, url, language string
	authors                                       []string
}

// read takes the first object whose type is an article's.
func (d *articleData) read(script string) {
	var v any
	if json.Unmarshal([]byte(strings.TrimSpace(script)), &v) != nil {
		return
	}
	d.find(v, 0)
}

func (d *articleData) find(v any, depth int) {
	if depth > 6 || d.headline != "" && d.published != "" {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			d.find(e, depth+1)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			d.take(v)
			return
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if e, ok := v[k]; ok {
				d.find(e, depth+1)
			}
		}
	}
}

func isArticle(t any) bool {
	for _, s := range texts(t) {
		if strings.HasSuffix(s, "Article") || strings.HasSuffix(s, "BlogPosting") || s == "Report" {
			return true
		}
	}
	return false
}

func (d *articleData) take(v map[string]any) {
	set := func(p *string, e any) {
		if t := texts(e); *p == "" && len(t) > 0 {
			*p = t[0]
		}
	}
	set(&d.headline, v["headline"])
	set(&d.headline, v["name"])
	set(&d.published, v["datePublished"])
	set(&d.published, v["dateCreated"])
	set(&d.publisher, v["publisher"])
	set(&d.url, v["url"])
	set(&d.language, v["inLanguage"])
	if d.authors == nil {
		for _, a := range texts(v["author"]) {
			if a = notAddress(a); a != "" {
				d.authors = append(d.authors, a)
			}
		}
	}
}

// texts is the strings of a value: itself, its members, or their names.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var all []string
		for _, e := range v {
			if m, ok := e.(map[string]any); ok {
				e = m["name"]
			}
			if s, ok := e.(string); ok {
				all = append(all, s)
			}
		}
		return all
	case map[string]any:
		if s, ok := v["name"].(string); ok {
			return []string{s}
		}
	}
	return nil
}
