package normalize

import (
	"strings"

	"golang.org/x/net/html"
)

// meta is what the head of a page says of its article.
type meta struct {
	title, publisher, url, byline, language string

	pageTitle string   // what the window shows: the headline and more
	dates     []field  // best first
	lines     []block  // the whole page, where dates is empty
	body      string   // the article's text, as its JSON-LD has it
	states    []string // JSON that the site's program starts from
}

// names of meta elements, best first.
var (
	metaTitle     = []string{"og:title", "twitter:title", "dc.title", "headline"}
	metaPublisher = []string{"og:site_name", "application-name", "dc.publisher", "publisher"}
	metaURL       = []string{"og:url"}
	metaByline    = []string{"author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"}
	metaDate      = []string{"article:published_time", "og:published_time", "datepublished", "date.published", "parsely-pub-date", "sailthru.date",
		"pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publication-date", "pub_date", "article.published", "article:published", "og:pubdate",
		"bt:pubdate", "rnews:datepublished", "citation_publication_date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date",
		"originalpublicationdate", "date", "article.created", "datecreated", "cxenseparse:recs:publishtime", "vr:published_time"}
)

func readMeta(doc *html.Node) meta {
	var m meta
	h := readHead(doc)
	first := func(names []string) string {
		for _, k := range names {
			if v := h.named[k]; v != "" {
				return v
			}
		}
		return ""
	}
	m.publisher = pick(first(metaPublisher[:1]))
	address := pick(h.canonical, first(metaURL))
	ld := h.linked.choose([]string{h.headline, withoutSite(first(metaTitle), m.publisher), withoutSite(h.title, m.publisher)}, address)
	m.publisher = pick(m.publisher, ld.publisher, first(metaPublisher))
	m.title = withoutSite(pick(ld.headline, first(metaTitle)), m.publisher)
	if m.pageTitle = withoutSite(pick(h.title), m.publisher); h.headline != "" && strings.HasPrefix(foldLine(m.pageTitle)+" ", foldLine(h.headline)+" ") {
		m.pageTitle = pick(h.headline) // without the site's name, whatever that is
	}
	m.url = pick(address, ld.url)
	m.byline = pick(strings.Join(ld.authors, ", "), notAddress(first(metaByline)))
	if names := bylineNames(m.byline); names != "" {
		m.byline = names
	}
	m.language = pick(ld.language, h.lang)
	m.body, m.states = ld.body, h.states
	if ld.published != "" {
		m.dates = append(m.dates, field{"datePublished", ld.published})
	}
	for _, k := range metaDate {
		if v := h.named[k]; v != "" {
			m.dates = append(m.dates, field{k, v})
		}
	}
	if stamp := h.stamp(); stamp != "" {
		m.dates = append(m.dates, field{"time", stamp})
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
