package ingest

import (
	"bytes"
	"errors"
	"io"
	"net/http/httputil"
	"net/url"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"

	"parley/stages"
)

// served is what a web server gave.
type served struct {
	body    []byte
	media   string // text/html; "" where the server did not say
	charset string // "" likewise
}

// servedAs reads a content type.
func servedAs(body []byte, contentType string) served {
	media, params, _ := strings.Cut(strings.ToLower(contentType), ";")
	_, charset, _ := strings.Cut(params, "charset")
	return served{body, strings.TrimSpace(media), label([]byte(charset))}
}

// parseResponse reads the answer of a server as it went over the wire. Only
// one with status 200 holds an article.
func parseResponse(raw []byte) (served, *problem) {
	head, body, ok := cutHead(raw)
	first, lines, _ := bytes.Cut(head, []byte("\n"))
	code, status := statusOf(string(first))
	switch {
	case looksLikePage(raw):
		return servedAs(raw, "text/html"), nil // without what the server said of it
	case !ok || code == "":
		return served{}, problemf("broken", "its content is no answer of a web server")
	case code != "200":
		return served{}, problemf("http_status", "the server answered %.40q; only 200 brings an article", status)
	}
	h := parseHeader(lines)
	body, p := plainBody(body, h)
	return servedAs(body, h["content-type"]), p
}

// statusOf reads the first line of an answer, which some servers write in small
// letters, without a reason or without the protocol.
func statusOf(line string) (code, status string) {
	f := strings.Fields(line[:min(len(line), 200)])
	if len(f) > 0 && len(f[0]) >= 4 && strings.EqualFold(f[0][:4], "HTTP") {
		f = f[1:]
	}
	if len(f) == 0 || len(f[0]) != 3 || strings.Trim(f[0], "0123456789") != "" {
		return "", ""
	}
	return f[0], strings.Join(f, " ")
}

// cutHead separates the head of an answer from its body, at the first blank line.
func cutHead(raw []byte) (head, body []byte, ok bool) {
	for at := 0; at < min(len(raw), maxHeader); {
		line, _, found := bytes.Cut(raw[at:], []byte("\n"))
		next := at + len(line) + 1
		if !found {
			break
		}
		if len(bytes.TrimRight(line, "\r")) == 0 {
			return raw[:at], raw[next:], true
		}
		at = next
	}
	return raw, nil, false
}

// plainBody undoes how a body was put on the wire. Crawlers undo some of it
// themselves and leave the header, so a body that is not what the header says
// is taken as it is where it looks like a page.
func plainBody(body []byte, h map[string]string) ([]byte, *problem) {
	if strings.Contains(strings.ToLower(h["transfer-encoding"]), "chunked") {
		whole, err := limited(httputil.NewChunkedReader(bytes.NewReader(body)))
		switch {
		case err == nil:
			body = whole
		case len(whole) > 0:
			return nil, problemf("broken", "its last chunk is cut off (%v)", err)
		}
	}
	codings := strings.Split(strings.ToLower(h["content-encoding"]), ",")
	if len(codings) > 3 {
		return nil, problemf("broken", "it is packed %d times over", len(codings))
	}
	for i := len(codings) - 1; i >= 0; i-- {
		coding := strings.TrimSpace(codings[i])
		plain, err := decoded(body, coding)
		if err == errBomb {
			return nil, streamProblem(err)
		} else if err != nil && !looksLikePage(body) {
			return nil, problemf("broken", "its body is not the %s that its header says (%v)", coding, err)
		} else if err == nil {
			body = plain
		}
	}
	if len(body) > maxRecord {
		return nil, tooLarge("it")
	}
	return body, nil
}

// decoded undoes one content coding.
func decoded(body []byte, coding string) ([]byte, error) {
	var z io.Reader
	var err error
	in := bytes.NewReader(body)
	switch coding {
	case "", "identity", "none", "utf-8":
		return body, nil
	case "gzip", "x-gzip":
		z, err = gzip.NewReader(in)
	case "deflate":
		if z, err = zlib.NewReader(in); err != nil { // as many servers have it
			z, err = flate.NewReader(bytes.NewReader(body)), nil
		}
	case "br":
		z = brotli.NewReader(in)
	case "zstd":
		var d *zstd.Decoder
		if d, err = zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxRecord)); err == nil {
			defer d.Close()
			z = d
		}
	default:
		err = errors.New("a coding that nothing is known of")
	}
	if err != nil {
		return nil, err
	}
	return limited(&bounded{r: z, packed: &counter{n: int64(len(body))}})
}

// limited reads all, up to a byte more than a record may have.
func limited(in io.Reader) ([]byte, error) { return io.ReadAll(io.LimitReader(in, maxRecord+1)) }

// input makes an article of a page.
func (s served) input(target string) (in stages.Input, p *problem) {
	k := unknown
	switch s.media {
	case "text/html", "application/xhtml+xml":
		k = pageFile
	case "text/plain":
		k = textFile
	case "":
		if looksLikePage(s.body) {
			k = pageFile
		}
	}
	if u, err := url.Parse(target); err == nil && u.Path == "/robots.txt" {
		return in, problemf("unknown_kind", "a robots.txt, not an article")
	}
	if k == unknown {
		return in, problemf("unknown_kind", "its content type is %.80q; pages and plain text are read", s.media)
	}
	return whole(k, s.body, s.charset)
}
