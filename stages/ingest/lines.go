package ingest

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
)

// jsonLines reads a stream of one JSON object a line. A line that cannot be
// used costs that line only. A file that is really one JSON array is read as such.
func (r *reader) jsonLines(uri string, in io.Reader) error {
	b, err := utf8Reader(in)
	if err != nil {
		r.reject(uri, streamProblem(err))
		return nil
	}
	if head, _ := b.Peek(512); bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("[")) {
		return r.jsonValues(uri, "", b)
	}
	names := newFragments(uri)
	var buf []byte
	lines := 0
	for n := 1; ; n++ {
		var err error
		buf, err = readLine(b, buf[:0])
		if err != nil && err != io.EOF {
			r.reject(uri, at(streamProblem(err), "after line %d", n-1))
			return nil
		}
		if line := bytes.TrimSpace(buf); len(line) > 0 && !isAction(line) {
			lines++
			if err := r.record(names, found{raw: buf, number: n, where: fmt.Sprintf("line %d", n)}); err != nil {
				return err
			}
		}
		if err == io.EOF {
			break
		}
	}
	if lines == 0 {
		r.reject(uri, problemf("empty", "it holds no records"))
	}
	return nil
}

// readLine reads up to the next line feed, into buf. Of a line longer than
// maxRecord it keeps one buffer more, to show that there was more.
func readLine(b *bufio.Reader, buf []byte) ([]byte, error) {
	for {
		part, err := b.ReadSlice('\n')
		if len(buf) <= maxRecord {
			buf = append(buf, part...)
		}
		if err != bufio.ErrBufferFull {
			return buf, err
		}
	}
}

// at adds to a problem where in the file it was met.
func at(p *problem, format string, args ...any) *problem {
	where := problemf("", format, args...)
	return &problem{p.reason, where.detail + ": " + p.detail}
}
