package ingest

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"

	"parley/stages"
)

// A browser saves a page with its parts as one message of MIME (RFC 2557): a
// multipart/related whose first part of type text/html is the page.

// maxDepth is how deep parts may lie in parts.
const maxDepth = 4

// mhtml makes an article of such a file.
func mhtml(raw []byte) (in stages.Input, p *problem) {
	m, err := mail.ReadMessage(bufio.NewReader(bytes.NewReader(bytes.TrimLeft(raw, "\r\n"))))
	if err != nil {
		return in, problemf("broken", "it is no saved page (%v); save it as HTML", err)
	}
	page, err := htmlPart(header(m.Header), m.Body, 0)
	switch {
	case err != nil:
		return in, problemf("broken", "it cannot be taken apart (%v); save it as HTML", err)
	case page == nil:
		return in, problemf("no_text", "none of its parts is an HTML page")
	case len(page.body) > maxRecord:
		return in, tooLarge("its page")
	}
	if in, p = whole(pageFile, page.body, page.charset); p != nil {
		return in, p
	}
	in.URL = page.location
	if u := m.Header.Get("Snapshot-Content-Location"); u != "" {
		in.URL = u
	}
	if day, err := m.Header.Date(); err == nil {
		in.Crawled = day.UTC().Format(time.RFC3339) // when it was saved
	}
	return in, nil
}

// header is that of a message or of a part.
type header map[string][]string

func (h header) get(name string) string {
	if v := h[name]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// savedPart is a part of type text/html.
type savedPart struct {
	body              []byte
	charset, location string
}

// htmlPart finds the first page; nil where there is none.
func htmlPart(h header, body io.Reader, depth int) (*savedPart, error) {
	media, params, err := mime.ParseMediaType(h.get("Content-Type"))
	if err != nil || depth > maxDepth {
		return nil, nil // a part that says nothing of itself
	}
	if strings.HasPrefix(media, "multipart/") {
		parts := multipart.NewReader(body, params["boundary"])
		for {
			part, err := parts.NextRawPart()
			if err == io.EOF {
				return nil, nil
			}
			if err != nil {
				return nil, err
			}
			if page, err := htmlPart(header(part.Header), part, depth+1); page != nil || err != nil {
				return page, err
			}
		}
	}
	if media != "text/html" && media != "application/xhtml+xml" {
		return nil, nil
	}
	switch strings.ToLower(h.get("Content-Transfer-Encoding")) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	data, err := limited(body)
	if err != nil && len(data) == 0 {
		return nil, err
	}
	return &savedPart{data, params["charset"], h.get("Content-Location")}, nil
}
