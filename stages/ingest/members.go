package ingest

import (
	"bufio"
	"bytes"
	"io"

	"github.com/klauspost/compress/gzip"
)

// members reads a file of gzip members one after the other, as crawlers write
// WARC: a member a record. A damaged one ends with an error of type damage, and
// the next read goes on behind it, at the next member.
type members struct {
	in  *bufio.Reader // packed
	z   *gzip.Reader
	out *bounded
	ok  bool  // a member is being read
	n   int64 // bytes that it, or the last one, has given
}

// damage says that a member cannot be read.
type damage struct {
	error
	given int64 // bytes of it that were read before
	last  bool  // no other follows
}

func newMembers(f io.Reader) *members {
	counted := &counter{r: f}
	return &members{in: bufio.NewReaderSize(counted, peekSize), out: &bounded{packed: counted}}
}

func (m *members) Read(p []byte) (int, error) {
	for {
		if !m.ok {
			if err := m.next(); err != nil {
				return 0, err
			}
		}
		n, err := m.out.Read(p)
		m.n += int64(n)
		switch {
		case err == errBomb:
			return 0, err
		case err == io.EOF:
			m.ok = false
			if n == 0 {
				continue
			}
		case err != nil:
			m.ok = false
			return n, m.behind(err)
		}
		return n, nil
	}
}

// next opens the member that comes next.
func (m *members) next() error {
	if _, err := m.in.Peek(1); err != nil {
		return err
	}
	var err error
	m.n = 0
	if m.z == nil {
		m.z, err = gzip.NewReader(m.in)
	} else {
		err = m.z.Reset(m.in)
	}
	if err != nil {
		return m.behind(err)
	}
	m.z.Multistream(false)
	m.out.r, m.ok = m.z, true
	return nil
}

// behind goes to the member behind a damaged one.
func (m *members) behind(err error) error {
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return damage{err, m.n, !m.seek()}
}

// magic is how a gzip member begins that is packed by deflate.
var magic = []byte("\x1f\x8b\x08")

// seek skips to the next bytes that look like the head of a member.
func (m *members) seek() bool {
	for {
		head, err := m.in.Peek(peekSize / 2)
		if i := bytes.Index(head, magic); i >= 0 {
			m.in.Discard(i)
			return true
		}
		if err != nil {
			return false
		}
		m.in.Discard(len(head) - len(magic) + 1)
	}
}
