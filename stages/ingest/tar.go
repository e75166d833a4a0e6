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
	t := tar.NewReader(counted)
	for !a.over() {
		h, err := t.Next()
		switch {
		case err == io.EOF:
			a.finish()
			return nil
		case errors.Is(err, tar.ErrHeader):
			a.met++
			a.told++
			r.reject(a.names.name(a.met), problemf("broken", "member %d: its header is damaged", a.met))
			block, ok := nextHeader(counted)
			if !ok {
				return nil
			}
			t = tar.NewReader(io.MultiReader(bytes.NewReader(block), counted))
			continue
		case err != nil && !errors.Is(err, tar.ErrInsecurePath):
			r.reject(uri, at(streamProblem(err), "after %d members", a.met))
			return nil
		}
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

// nextHeader skips to the next block whose checksum says that it is a header.
func nextHeader(in io.Reader) (block []byte, ok bool) {
	block = make([]byte, 512)
	for {
		if _, err := io.ReadFull(in, block); err != nil {
			return nil, false
		}
		const from, to = 148, 156 // the checksum, which is counted as spaces
		want, err := strconv.ParseInt(strings.Trim(string(block[from:to]), " \x00"), 8, 64)
		sum := int64((to - from) * ' ')
		for i, c := range block {
			if i < from || i >= to {
				sum += int64(c)
			}
		}
		if err == nil && sum == want {
			return block, true
		}
	}
}
