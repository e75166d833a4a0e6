package ingest

import (
	"bufio"
	"bytes"
	"io"

	"github.com/klauspost/compress/gzip"
)

// members reads a file of gzip members one after the other, as crawlers write
// WARC: a member a record. A damaged one ends with an error of type damage, and
// the next read goes on at the next member, which is looked for from where the
// damaged one began: its data may have run on into those behind it.
type members struct {
	in  *recorder // packed
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
	src := &again{r: counted}
	return &members{in: &recorder{Reader: bufio.NewReaderSize(src, peekSize), src: src}, out: &bounded{packed: counted}}
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
	m.in.record()
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
	m.in.rewind()
	return damage{err, m.n, !m.seek()}
}

// maxMember is how much of a member is kept to be read again: packed, a record
// is rarely a hundredth of it.
const maxMember = 4 << 20

// recorder keeps the packed bytes of the member at hand.
type recorder struct {
	*bufio.Reader
	src    *again
	kept   []byte
	over   bool // the member is longer than what is kept
	wasted int  // bytes read twice
}

func (r *recorder) record() { r.kept, r.over = r.kept[:0], false }

func (r *recorder) keep(p []byte) {
	if r.over = r.over || len(r.kept)+len(p) > maxMember; !r.over {
		r.kept = append(r.kept, p...)
	}
}

func (r *recorder) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	r.keep(p[:n])
	return n, err
}

func (r *recorder) ReadByte() (byte, error) {
	c, err := r.Reader.ReadByte()
	if err == nil {
		r.keep([]byte{c})
	}
	return c, err
}

// rewind has the member read again, but for its first byte, where all of it was
// kept; it returns how many bytes that are.
func (r *recorder) rewind() int {
	if r.over || len(r.kept) < 2 || r.wasted > maxWasted {
		return 0
	}
	again := r.kept[1:]
	ahead, _ := r.Peek(r.Buffered())
	r.src.data = bytes.Join([][]byte{again, ahead, r.src.data}, nil)
	r.wasted += len(again)
	r.Reset(r.src)
	return len(again)
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
