package ingest

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// maxDirectory bounds what is read of a ZIP archive to find its members, which
// takes up to six times as much memory.
const maxDirectory = 64 << 20

// zip reads the members of a ZIP archive in the order of their names' bytes.
func (r *reader) zip(uri string, in io.Reader) error {
	f, size, done, err := seekable(in)
	if err != nil {
		return r.unseekable(uri, err)
	}
	defer done()
	z, err := openZip(f, size)
	if err != nil {
		r.reject(uri, zipProblem(err))
		if z == nil {
			return nil
		}
	}
	for _, m := range z.File {
		if !utf8.ValidString(m.Name) { // as the format says; letters may come out wrong, bytes not lost
			m.Name, _ = charmap.CodePage437.NewDecoder().String(m.Name)
		}
	}
	slices.SortStableFunc(z.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	a := r.archive(uri, func() int64 { return size })
	for _, m := range z.File {
		a.note(m.Name) // its parts may come before it
	}
	for _, m := range z.File {
		if a.over() {
			return nil
		}
		if err := a.member(entry{m.Name, m.Mode(), func() (io.ReadCloser, error) { return openZipped(m) }}); err != nil {
			return err
		}
	}
	a.finish()
	return nil
}

// openZip reads the list of members. With an error it may give an archive whose
// list had to be made anew.
func openZip(f io.ReaderAt, size int64) (*zip.Reader, error) {
	dir := &directory{r: f}
	z, err := zip.NewReader(dir, size)
	if err == nil || errors.Is(err, zip.ErrInsecurePath) {
		dir.open = true
		return z, nil
	}
	whole, length, n := relist(f, size)
	if n == 0 || errors.Is(err, errBomb) {
		return nil, err
	}
	if z, again := zip.NewReader(whole, length); again == nil || errors.Is(again, zip.ErrInsecurePath) {
		return z, err
	}
	return nil, err
}

// directory bounds how much is read until it is open.
type directory struct {
	r    io.ReaderAt
	n    int64
	open bool
}

func (d *directory) ReadAt(p []byte, off int64) (int, error) {
	if d.n += int64(len(p)); !d.open && d.n > maxDirectory {
		return 0, errBomb
	}
	return d.r.ReadAt(p, off)
}

var errEncrypted = errors.New("encrypted")

// openZipped opens a member, which gives errBomb once it has unpacked too much.
func openZipped(m *zip.File) (io.ReadCloser, error) {
	if m.Flags&1 != 0 {
		return nil, errEncrypted
	}
	if m.Method != zip.Store && m.Method != zip.Deflate {
		return nil, fmt.Errorf("%w: number %d", zip.ErrAlgorithm, m.Method)
	}
	f, err := m.Open()
	if err != nil {
		return nil, err
	}
	return &bounded{r: f, packed: &counter{n: int64(min(m.CompressedSize64, 1<<60))}, close: func() { f.Close() }}, nil
}

func zipProblem(err error) *problem {
	if errors.Is(err, errBomb) {
		return problemf("too_large", "its list of members has more than %d MB", maxDirectory>>20)
	}
	return problemf("broken", "it is no ZIP archive, or its end, which lists what it holds, is missing (%v); fetch it again", err)
}

// memberProblem says why a member cannot be opened.
func memberProblem(err error) *problem {
	switch {
	case errors.Is(err, errEncrypted):
		return problemf("unreadable", "it is encrypted; unpack the archive with its password first")
	case errors.Is(err, zip.ErrAlgorithm):
		return problemf("unreadable", "it is packed by a method that is not known here (%v); pack it by deflate", err)
	}
	return streamProblem(err)
}
