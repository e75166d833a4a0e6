package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
)

// warcReader is the state of reading one WARC file.
type warcReader struct {
	*reader
	names  *fragments
	in     *bufio.Reader
	again  *again
	number int // of the record, from 1
	told   int // of them handed on or refused
	wasted int // bytes read twice
	body   []byte
	ahead  error // met behind the record at hand
}

// warcRecord is one record: its header, with names in lower case, and its content.
type warcRecord struct {
	header map[string]string
	body   []byte
}

// maxURI bounds an address that may stand in a source_uri.
const maxURI = 2000

// warcHead is the length of what each record begins with: WARC/1. or, in files
// of before 2009, WARC/0.
const warcHead = len("WARC/1.")

func beginsRecord(head []byte) bool {
	return len(head) >= warcHead && bytes.HasPrefix(head, []byte("WARC/")) && (head[5] == '0' || head[5] == '1') && head[6] == '.'
}

// warc reads the responses of a crawl. A damaged record costs itself: reading
// goes on at the next line that begins as a record does.
func (r *reader) warc(uri string, in io.Reader) error {
	src := &again{r: in}
	w := &warcReader{reader: r, names: newFragments(uri), in: bufio.NewReaderSize(src, peekSize), again: src}
	for {
		w.number++
		rec, err := w.next()
		switch {
		case err == io.EOF:
			if w.told == 0 {
				r.reject(uri, problemf("empty", "it holds no responses"))
			}
			return nil
		case err != nil:
			w.told++
			p, last := w.lost(err)
			r.reject(w.names.name(w.number), at(p, "record %d", w.number))
			if last {
				return nil
			}
			if err := w.resync(); err == io.EOF {
				return nil
			} else if err != nil {
				r.reject(uri, streamProblem(err))
				return nil
			}
		default:
			if err := w.deliver(rec); err != nil {
				return err
			}
		}
		if err := r.ctx.Err(); err != nil {
			return err
		}
	}
}

// lost says why a record cannot be read, and whether nothing behind it can.
func (w *warcReader) lost(err error) (p *problem, last bool) {
	var d damage
	damaged := errors.As(err, &d)
	if damaged {
		w.in.Discard(w.in.Buffered()) // what was before it
	}
	switch {
	case errors.As(err, &p):
		return p, false
	case errors.Is(err, io.ErrUnexpectedEOF):
		return problemf("broken", "the file ends inside it; fetch it again"), true
	case damaged:
		return problemf("broken", "its packed data is damaged (%v)", d.error), d.last
	}
	return streamProblem(err), true
}

// next reads one record. io.EOF says that there is none; a *problem or damage
// costs the record, any other error all that comes.
func (w *warcReader) next() (rec warcRecord, err error) {
	if err, w.ahead = w.ahead, nil; err != nil {
		return rec, err
	}
	if err := w.skipBlank(); err != nil {
		return rec, err
	}
	head, err := w.in.Peek(warcHead)
	if err != nil && err != io.EOF {
		return rec, err
	}
	if !beginsRecord(head) {
		return rec, problemf("broken", "it begins with %q, not with %q", head, "WARC/1.")
	}
	if rec.header, err = w.header(); err != nil {
		return rec, err
	}
	n, err := strconv.ParseInt(rec.header["content-length"], 10, 64)
	if err != nil || n < 0 {
		return rec, problemf("broken", "its header gives no length")
	}
	if n > maxRecord {
		return rec, tooLarge("it")
	}
	rec.body, err = w.content(n)
	return rec, err
}

// skipBlank skips line ends.
func (w *warcReader) skipBlank() error {
	for {
		c, err := w.in.ReadByte()
		if err != nil {
			return err
		}
		if c != '\r' && c != '\n' {
			return w.in.UnreadByte()
		}
	}
}

// maxHeader bounds the header of a record; a real one has some 500 bytes.
const maxHeader = 64 << 10

// header reads up to the blank line that ends a record's header.
func (w *warcReader) header() (map[string]string, error) {
	var lines []byte
	for len(lines) < maxHeader {
		line, err := w.in.ReadSlice('\n')
		lines = append(lines, line...)
		if err == io.EOF {
			return nil, io.ErrUnexpectedEOF
		}
		if err == bufio.ErrBufferFull {
			break
		}
		if err != nil {
			return nil, err
		}
		if len(bytes.TrimRight(line, "\r\n")) == 0 {
			return parseHeader(lines), nil
		}
	}
	return nil, problemf("broken", "its header does not end within %d KB", maxHeader>>10)
}

// content reads the n bytes of a record and looks whether it ends there.
func (w *warcReader) content(n int64) ([]byte, error) {
	buf := bytes.NewBuffer(w.body[:0])
	_, err := io.CopyN(buf, w.in, n)
	w.body = buf.Bytes()
	if err == nil {
		if err = w.ends(); err == nil {
			return w.body, nil
		}
	}
	if _, damaged := err.(damage); !damaged && w.rewind() {
		err = problemf("broken", "it is shorter than its header says")
	} else if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return nil, err
}

// ends looks whether a record ends here: with two line ends, or at least
// before another or the end of the file.
func (w *warcReader) ends() error {
	const blank = "\r\n\r\n"
	peeked, err := w.in.Peek(len(blank))
	mark := string(peeked) // which the next read overwrites
	if err == nil || err == io.EOF {
		err = w.skipBlank()
	}
	var head []byte
	if err == nil {
		head, err = w.in.Peek(warcHead)
	}
	var d damage
	switch {
	case beginsRecord(head), len(head) == warcHead && mark == blank:
		return nil
	case err == io.EOF && (strings.HasPrefix("WARC/1.", string(head)) || strings.HasPrefix("WARC/0.", string(head))):
		return nil
	case errors.As(err, &d) && d.given < int64(warcHead):
		w.ahead = err // too little of the next member to be part of this record
		return nil
	case err == nil || err == io.EOF:
		return problemf("broken", "it is not as long as its header says")
	}
	return err
}

// rewind looks for the head of another record in the content of one that is
// damaged, and has the file read again from there.
func (w *warcReader) rewind() bool {
	i := bytes.Index(w.body, []byte("\r\n\r\nWARC/1."))
	if i < 0 || w.wasted > maxWasted {
		return false
	}
	ahead, _ := w.in.Peek(w.in.Buffered())
	w.again.data = bytes.Join([][]byte{w.body[i:], ahead, w.again.data}, nil)
	w.wasted += len(w.again.data)
	w.in.Reset(w.again)
	return true
}

// again is a stream of which a part is read a second time.
type again struct {
	data []byte
	r    io.Reader
}

func (a *again) Read(p []byte) (int, error) {
	if len(a.data) > 0 {
		n := copy(p, a.data)
		a.data = a.data[n:]
		return n, nil
	}
	return a.r.Read(p)
}

// resync skips to the next line that begins as a record does. Its error says
// that there is none.
func (w *warcReader) resync() error {
	for start := true; ; {
		var d damage
		head, err := w.in.Peek(warcHead)
		if start && beginsRecord(head) {
			return nil
		}
		if !errors.As(err, &d) {
			_, err = w.in.ReadSlice('\n')
			start = err == nil
		}
		switch {
		case errors.As(err, &d): // more of what is lost already
			w.in.Discard(w.in.Buffered())
			start = true
		case err != nil && err != bufio.ErrBufferFull:
			return err
		}
	}
}

// passedOver are the types of records that hold no article.
var passedOver = map[string]bool{"warcinfo": true, "request": true, "metadata": true, "revisit": true, "continuation": true}

// deliver hands on the article of a record, if it is one that holds what a
// server gave: requests, descriptions and the like are passed over.
func (w *warcReader) deliver(rec warcRecord) error {
	var page served
	var p *problem
	target := strings.Trim(rec.header["warc-target-uri"], "<>")
	switch kind := rec.header["warc-type"]; {
	case strings.HasPrefix(target, "dns:"):
		return nil
	case kind == "response":
		page, p = parseResponse(rec.body)
	case kind == "resource", kind == "conversion":
		page = servedAs(rec.body, rec.header["content-type"])
	case passedOver[kind]:
		return nil
	default: // damaged, so it may have been a response
		p = problemf("broken", "its type is %.40q, which the format does not know", kind)
	}
	w.told++
	page.body = bytes.Clone(page.body) // w.body is used again
	uri := w.names.name(w.number, usable(target, maxURI), usableID(strings.Trim(rec.header["warc-record-id"], "<>")))
	if p == nil {
		in, bad := page.input(target)
		if p = bad; p == nil {
			in.SourceURI, in.URL, in.Crawled = uri, target, rec.header["warc-date"]
			return w.send(in, page.body)
		}
	}
	w.reject(uri, at(p, "record %d", w.number))
	return nil
}

// parseHeader reads the lines of a header, name: value, with the names in lower
// case. A line that is none, as servers write them, is passed over, and of two
// with one name the first counts.
func parseHeader(lines []byte) map[string]string {
	h := map[string]string{}
	for line := range bytes.Lines(lines) {
		name, value, ok := strings.Cut(string(line), ":")
		name = strings.ToLower(strings.TrimSpace(name))
		if ok && h[name] == "" {
			h[name] = strings.TrimSpace(value)
		}
	}
	return h
}
