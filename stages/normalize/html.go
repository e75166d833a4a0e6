package normalize

import (
	"fmt"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parley/stages"
)

// deepest is how far elements may be nested. Pages stay under 100; the parsers
// behind recurse, and the HTML parser itself gives up at 512.
const deepest = 400

// readHTML reads a page, or a fragment that holds nothing but the text. Where
// the head gives no date, meta.lines is all that the page shows; where no main
// text is found, all of it is read as a dump is.
func readHTML(data string, fragment bool) (page, error) {
	if depth(data) > deepest {
		return page{}, &stages.Reject{Stage: "normalize", Reason: "broken", Detail: fmt.Sprintf("elements are nested more than %d deep", deepest)}
	}
	doc, err := html.Parse(strings.NewReader(data))
	if err != nil {
		return page{}, &stages.Reject{Stage: "normalize", Reason: "broken", Detail: err.Error()}
	}
	if fragment {
		return page{blocks: nodeBlocks(doc)}, nil
	}
	p := page{meta: readMeta(doc)}
	all := nodeBlocks(doc)
	if len(p.meta.dates) == 0 {
		p.meta.lines = all
	}
	prepare(doc)
	body, err := mainNode(doc)
	if err != nil {
		return page{}, err
	}
	if body != nil {
		p.blocks = nodeBlocks(body)
	}
	if inScript := scripted(&p.meta, p.blocks); inScript != nil {
		p.blocks = inScript
	} else if body == nil {
		p.blocks, p.marked, p.whole = all, true, true
	}
	return p, nil
}

// depth is the greatest number of elements that are open at once.
func depth(data string) int {
	z := html.NewTokenizer(strings.NewReader(data))
	z.SetMaxBuf(len(data) + 1)
	now, most := 0, 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return most
		case html.StartTagToken:
			name, _ := z.TagName()
			switch atom.Lookup(name) {
			case atom.Br, atom.Img, atom.Meta, atom.Link, atom.Input, atom.Hr, atom.Source, atom.Area, atom.Base, atom.Col, atom.Embed, atom.Param, atom.Track, atom.Wbr, atom.P, atom.Li, atom.Option, atom.Tr, atom.Td, atom.Th, atom.Dd, atom.Dt:
				// void, or closed by the parser when the next one opens
			default:
				now++
				most = max(most, now)
			}
		case html.EndTagToken:
			now = max(0, now-1)
		}
	}
}

// mainNode is the element that holds the main text, nil for none. The library that finds it
// is not ours; should it panic on a page, the page is broken, not the run.
func mainNode(doc *html.Node) (n *html.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			n, err = nil, &stages.Reject{Stage: "normalize", Reason: "broken", Detail: fmt.Sprintf("the main text cannot be found: %v", r)}
		}
	}()
	res, err := trafilatura.ExtractDocument(doc, trafilatura.Options{ExcludeComments: true, HtmlDateMode: trafilatura.Disabled})
	if err != nil || res == nil || res.ContentNode == nil {
		return nil, nil
	}
	return res.ContentNode, nil
}

// nodeBlocks makes each element that is set apart a block.
func nodeBlocks(root *html.Node) []block {
	w := walker{}
	w.walk(root, paragraph, 0)
	w.flush(paragraph, 0)
	return w.blocks
}

type walker struct {
	blocks []block
	text   strings.Builder
}

func (w *walker) flush(f form, level int) {
	for line := range strings.SplitSeq(clean(w.text.String()), "\n") {
		if t := strings.TrimSpace(line); t != "" {
			w.blocks = append(w.blocks, block{text: t, form: f, level: level, feat: measure(t)})
		}
	}
	w.text.Reset()
}

// unread are elements of which nothing is shown as text.
var unread = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Select: true, atom.Button: true,
	atom.Svg: true, atom.Head: true, atom.Iframe: true}

func (w *walker) walk(n *html.Node, f form, level int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			w.text.WriteString(strings.NewReplacer("\n", " ", "\r", " ").Replace(c.Data))
			continue
		}
		if c.Type != html.ElementNode {
			continue
		}
		// By name, since the library's own nodes carry no atom.
		kind := atom.Lookup([]byte(c.Data))
		g, l := f, 0
		switch {
		case kind == atom.Br:
			w.text.WriteByte('\n')
			continue
		case unread[kind]:
			continue
		case !blockElements[kind]:
			w.walk(c, f, level) // in the line
			continue
		}
		switch kind {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			g, l = heading, int(c.Data[1]-'0')
		case atom.Li, atom.Dt, atom.Dd:
			g = item
		case atom.Blockquote:
			g = quote
		}
		w.flush(f, level)
		w.walk(c, g, l)
		w.flush(g, l)
	}
}
