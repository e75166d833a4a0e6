package ingest

import (
	"archive/tar"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"strconv"
	"strings"
)

// tar reads the members of a tape archive in its order.
func (r *reader) tar(uri string, in io.Reader) error {
	counted := &counter{r: in}
	a := r.archive(uri, func() int64 { return counted.n })
	if z, ok := in.(*bounded); ok {
		a.packed = func() int64 { return z.packed.n }
	}
	blocks := &tarBlocks{again: again{r: counted}}
	t := tar.NewReader(blocks)
	for !a.over() {
		h, err := t.Next()
		switch {
		case err == io.EOF:
			a.finish()
			if a.told > 0 && !blocks.ended() {
				r.reject(uri, problemf("broken", "its end mark is missing, so it may have been cut off behind member %d; fetch it again", a.met))
			}
			return nil
		case errors.Is(err, tar.ErrHeader):
			a.met++
			a.told++
			r.reject(a.names.name(a.met), problemf("broken", "member %d: its header is damaged, or what is before it is longer or shorter than it should be", a.met))
			if !blocks.seek() {
				return nil
			}
			t = tar.NewReader(blocks)
			continue
		case err != nil && !errors.Is(err, tar.ErrInsecurePath):
			r.reject(uri, at(streamProblem(err), "after %d members", a.met))
			if !errors.Is(err, io.ErrUnexpectedEOF) || !blocks.seek() { // a member that claims more than there is has swallowed the next ones
				return nil
			}
			t = tar.NewReader(blocks)
			continue
		}
		blocks.mark()
		if h.Typeflag == tar.TypeXGlobalHeader {
			continue
		}
		mode := h.FileInfo().Mode()
		if h.Typeflag == tar.TypeLink {
			mode |= fs.ModeSymlink // so that it is told as a link
		}
		open := func() (io.ReadCloser, error) { return io.NopCloser(t), nil }
		if err := a.member(entry{h.Name, mode, open}); err != nil {
			return err
		}
	}
	return nil
}

// tarBlocks reads a tape archive and keeps the end of what was read since the
// last whole header: where bytes are missing, the next header has been read as
// a part of something else.
type tarBlocks struct {
	again
	kept   []byte
	wasted int // bytes read twice
}

// maxKept bounds what is kept: so much may be missing.
const maxKept = 64 << 10

func (t *tarBlocks) mark() { t.kept = t.kept[:0] }

func (t *tarBlocks) Read(p []byte) (int, error) {
	n, err := t.again.Read(p)
	t.kept = append(t.kept, p[:n]...)
	if len(t.kept) > 2*maxKept {
		t.kept = append(t.kept[:0], t.kept[len(t.kept)-maxKept:]...)
	}
	return n, err
}

// ended reports whether what was read last is the mark that ends an archive, or
// the half of it that some writers make do with.
func (t *tarBlocks) ended() bool {
	n := len(t.kept)
	return n >= blockSize && len(bytes.Trim(t.kept[n-blockSize:], "\x00")) == 0
}

// seek goes to the next header, at whatever offset, or says that there is none.
func (t *tarBlocks) seek() bool {
	window := bytes.Clone(t.kept[max(0, len(t.kept)-maxKept):])
	for buf := make([]byte, maxKept); ; {
		if at := findHeader(window); at >= 0 && t.wasted < maxWasted {
			t.data = bytes.Join([][]byte{window[at:], t.data}, nil)
			t.wasted += len(window) - at
			t.mark()
			return true
		}
		window = append(window[:0], window[max(0, len(window)-blockSize+1):]...)
		n, err := t.again.Read(buf)
		if n == 0 && err != nil {
			return false
		}
		window = append(window, buf[:n]...)
	}
}

const (
	blockSize = 512
	magicAt   = 257 // of "ustar" in a header
	sumAt     = 148 // of the checksum, eight bytes that are counted as spaces
)

// findHeader is the place of the first header, or -1.
func findHeader(data []byte) int {
	for from := magicAt; from < len(data); {
		i := bytes.Index(data[from:], []byte("ustar"))
		if i < 0 {
			return -1
		}
		at := from + i - magicAt
		if at+blockSize > len(data) {
			return -1
		}
		if isHeader(data[at : at+blockSize]) {
			return at
		}
		from += i + 1
	}
	return -1
}

// isHeader reports whether a block's checksum says that it is a header.
func isHeader(block []byte) bool {
	want, err := strconv.ParseInt(strings.Trim(string(block[sumAt:sumAt+8]), " \x00"), 8, 64)
	sum := int64(8 * ' ')
	for i, c := range block {
		if i < sumAt || i >= sumAt+8 {
			sum += int64(c)
		}
	}
	return err == nil && sum == want
}
