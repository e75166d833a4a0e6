package normalize

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The library that finds the main text knows few elements: it throws away what
// stands in others, takes text between two <br> for the tail of something, and a
// table that pages are laid out in for data. So a page is first put into the
// form that it knows.

// prepare makes paragraphs of what double line breaks divide, opens elements
// inside of a line that mean nothing, and tables that hold no data.
func prepare(doc *html.Node) {
	var all []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			all = append(all, n)
		}
	}
	for _, n := range all { // from the outside, so that what a cell holds is still there
		if n.DataAtom == atom.Table && layout(n) {
			openTable(n)
		}
	}
	for i := len(all) - 1; i >= 0; i-- {
		n := all[i]
		switch {
		case n.Parent == nil:
		case inLine(n) && besideText(n):
			unwrap(n)
		default:
			paragraphs(n)
		}
	}
}

// lineElements are the elements inside of a line that the library keeps.
var lineElements = map[atom.Atom]bool{atom.A: true, atom.B: true, atom.I: true, atom.Em: true, atom.Strong: true, atom.U: true, atom.S: true,
	atom.Span: true, atom.Sub: true, atom.Sup: true, atom.Code: true, atom.Br: true}

// textless are elements whose content is not shown, or not text.
var textless = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Select: true, atom.Button: true,
	atom.Svg: true, atom.Head: true, atom.Iframe: true, atom.Object: true, atom.Audio: true, atom.Video: true, atom.Canvas: true, atom.Form: true,
	atom.Input: true, atom.Textarea: true, atom.Math: true, atom.Img: true, atom.Picture: true, atom.Rp: true, atom.Rt: true}

// blockElements are those that are set apart from what stands before and behind.
var blockElements = map[atom.Atom]bool{atom.P: true, atom.Div: true, atom.Ul: true, atom.Ol: true, atom.Dl: true, atom.Li: true, atom.Dt: true,
	atom.Dd: true, atom.Pre: true, atom.Table: true, atom.Caption: true, atom.Thead: true, atom.Tbody: true, atom.Tfoot: true, atom.Tr: true, atom.Td: true, atom.Th: true,
	atom.Section: true, atom.Article: true, atom.Figure: true, atom.Figcaption: true, atom.Body: true, atom.Html: true, atom.Main: true, atom.Aside: true,
	atom.Header: true, atom.Footer: true, atom.Nav: true, atom.Menu: true, atom.Blockquote: true, atom.Address: true, atom.Details: true, atom.Summary: true,
	atom.Hgroup: true, atom.Hr: true, atom.Fieldset: true, atom.Center: true, atom.Dialog: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true}

// inLine reports whether an element stands in a line and is none of those that
// the library keeps: <nobr>, <time>, an element of the site's own.
func inLine(n *html.Node) bool {
	if lineElements[n.DataAtom] || textless[n.DataAtom] || blockElements[n.DataAtom] {
		return false
	}
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && (blockElements[c.DataAtom] || textless[c.DataAtom]) {
			return false
		}
	}
	return true
}

// besideText reports whether words stand beside an element, in its own line.
func besideText(n *html.Node) bool {
	for c := n.PrevSibling; c != nil && !breaks(c); c = c.PrevSibling {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return true
		}
	}
	for c := n.NextSibling; c != nil && !breaks(c); c = c.NextSibling {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return true
		}
	}
	return false
}

// breaks reports whether a node ends a line.
func breaks(n *html.Node) bool {
	return n.Type == html.ElementNode && (n.DataAtom == atom.Br || blockElements[n.DataAtom])
}

// unwrap puts the content of an element in its place.
func unwrap(n *html.Node) {
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	n.Parent.RemoveChild(n)
}

func rename(n *html.Node, a atom.Atom) { n.DataAtom, n.Data = a, a.String() }

// paragraphs makes paragraphs of the runs of text between double line breaks
// in an element.
func paragraphs(n *html.Node) {
	if !doubleBreak(n) || n.DataAtom == atom.Pre {
		return
	}
	if n.DataAtom == atom.P || n.DataAtom == atom.Span {
		rename(n, atom.Div)
	}
	var run []*html.Node
	breaksSeen := 0
	flush := func(before *html.Node) {
		for len(run) > 0 && isBreak(run[len(run)-1]) {
			run = run[:len(run)-1]
		}
		if len(run) > 0 {
			p := &html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"}
			n.InsertBefore(p, run[0])
			for _, c := range run {
				n.RemoveChild(c)
				p.AppendChild(c)
			}
		}
		run = run[:0]
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case isBreak(c):
			if breaksSeen++; len(run) > 0 {
				run = append(run, c)
			} else {
				n.RemoveChild(c)
			}
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "":
			if len(run) > 0 {
				run = append(run, c)
			}
		case c.Type == html.ElementNode && blockElements[c.DataAtom]:
			flush(c)
			breaksSeen = 0
		default:
			if breaksSeen > 1 {
				flush(c)
			}
			breaksSeen = 0
			run = append(run, c)
		}
		c = next
	}
	flush(nil)
}

func isBreak(n *html.Node) bool { return n.Type == html.ElementNode && n.DataAtom == atom.Br }

// doubleBreak reports whether two line breaks follow each other in an element,
// with words on both sides.
func doubleBreak(n *html.Node) bool {
	seen, words := 0, false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case isBreak(c):
			seen++
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "", c.Type == html.CommentNode:
		default:
			if seen > 1 && words {
				return true
			}
			seen, words = 0, true
		}
	}
	return false
}

// layout reports whether a table holds a page's parts: a cell with a headline,
// paragraphs, or line breaks between sentences.
func layout(table *html.Node) bool {
	for n := range table.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.H1, atom.Article, atom.Main:
			return true
		case atom.Td:
			if n.Parent != nil && (doubleBreak(n) || count(n, atom.P) > 1) {
				return true
			}
		}
	}
	return false
}

// count is the number of children of a kind.
func count(n *html.Node, a atom.Atom) (m int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && c.DataAtom == a {
			m++
		}
	}
	return m
}

// openTable makes a table's cells divisions of the page; tables inside of cells
// are looked at for themselves.
func openTable(table *html.Node) {
	var open func(n *html.Node)
	open = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch c.DataAtom {
			case atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr:
				open(c)
				rename(c, atom.Div)
			case atom.Td, atom.Th, atom.Caption:
				rename(c, atom.Div)
			}
		}
	}
	open(table)
	rename(table, atom.Div)
}
