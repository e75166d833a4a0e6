package normalize

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// head is what a page says of itself outside of its text.
type head struct {
	lang      string
	title     string            // of the window
	canonical string            // address
	headline  string            // the first heading of the first rank
	named     map[string]string // meta elements and what is marked by itemprop, by name
	linked    linked
	states    []string // the content of scripts of JSON

	stamps []stamp
}

// stamp is a time that the page shows with a date for machines.
type stamp struct {
	value string
	rank  int // the lower the better
}

// The ranks of stamps: those that say that they are of the publication, those
// at the headline, and of these one that says that it is of a change.
const (
	ofPublication = iota
	atHeadline
	ofChange
	elsewhere
)

// readHead walks a page once.
func readHead(doc *html.Node) head {
	h := head{named: map[string]string{}}
	words := 0         // of the page so far
	headlineAt := -1   // words before the headline's end
	var early []*stamp // times in words before the headline
	var earlyAt []int
	for n := range doc.Descendants() {
		if n.Type == html.TextNode && n.Parent != nil && !textless[n.Parent.DataAtom] {
			words += len(strings.Fields(n.Data))
			continue
		}
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			h.lang = attr(n, "lang")
		case atom.Title:
			if h.title == "" && n.FirstChild != nil {
				h.title = n.FirstChild.Data
			}
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				h.canonical = attr(n, "href")
			}
		case atom.H1:
			if t := textOf(n); h.headline == "" && len(strings.Fields(t)) > 2 {
				h.headline = t
				headlineAt = words + len(strings.Fields(t))
			}
		case atom.Time:
			if s := timeStamp(n); s.value != "" && !inAside(n) {
				if s.rank == elsewhere && headlineAt < 0 {
					early, earlyAt = append(early, &s), append(earlyAt, words)
					continue
				}
				if s.rank == elsewhere && words-headlineAt <= nearHeadline {
					s.rank = headlineRank(n)
				}
				h.stamps = append(h.stamps, s)
			}
		case atom.Script:
			if n.FirstChild == nil {
				break
			}
			switch strings.ToLower(strings.TrimSpace(attr(n, "type"))) {
			case "application/ld+json":
				h.linked.read(n.FirstChild.Data)
			case "application/json":
				h.states = append(h.states, n.FirstChild.Data)
			}
		}
		h.name(n)
	}
	for i := len(early) - 1; i >= 0; i-- { // the nearest first
		s := early[i]
		if headlineAt >= 0 && headlineAt-earlyAt[i] <= nearHeadline {
			s.rank = atHeadline
		}
		h.stamps = append(h.stamps, *s)
	}
	return h
}

// nearHeadline is how many words may lie between the headline and a time that
// is taken for its article's.
const nearHeadline = 80

// name keeps what meta elements say, and elements marked as properties.
func (h *head) name(n *html.Node) {
	value := strings.TrimSpace(attr(n, "content"))
	keys := []string{"property", "name", "itemprop"}
	if n.DataAtom != atom.Meta {
		if keys = []string{"itemprop", "property"}; value == "" && strings.EqualFold(attr(n, "itemprop"), "datePublished") && !inAside(n) {
			value = pick(attr(n, "datetime"), textOf(n))
		}
	}
	for _, k := range keys {
		if name := strings.ToLower(attr(n, k)); name != "" && h.named[name] == "" {
			h.named[name] = value
		}
	}
}

// stamp is the best of the times that the page shows, "" without one.
func (h *head) stamp() string {
	best := stamp{rank: elsewhere}
	for _, s := range h.stamps {
		if s.rank < best.rank {
			best = s
		}
	}
	return best.value
}

// timeStamp reads a time element.
func timeStamp(n *html.Node) stamp {
	s := stamp{strings.TrimSpace(attr(n, "datetime")), elsewhere}
	if strings.EqualFold(attr(n, "itemprop"), "datePublished") || strings.Contains(attr(n, "class"), "publish") || hasAttr(n, "pubdate") {
		s.rank = ofPublication
	}
	if s.value == "" && s.rank == ofPublication {
		s.value = textOf(n)
	}
	return s
}

// headlineRank tells a time of publication from one of a change, by what its
// element and the words before it say.
func headlineRank(n *html.Node) int {
	said := attr(n, "class") + " " + attr(n, "itemprop")
	if n.PrevSibling != nil {
		said += " " + textOf(n.PrevSibling)
	}
	if said = strings.ToLower(said); strings.Contains(said, "update") || strings.Contains(said, "modif") {
		return ofChange
	}
	return atHeadline
}

// inAside reports whether an element stands in what is not the article's: other
// stories, menus, comments.
func inAside(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		switch p.DataAtom {
		case atom.Aside, atom.Nav, atom.Footer, atom.A:
			return true
		}
		if strings.Contains(attr(p, "class")+attr(p, "id"), "comment") {
			return true
		}
	}
	return false
}

// textOf is the text in a node, on one line.
func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return strings.Join(strings.Fields(n.Data), " ")
	}
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
