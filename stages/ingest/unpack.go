package ingest

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// unpack opens a stream that may be compressed. What it returns gives
// errBomb once it has unpacked too much.
func unpack(f io.Reader, pack packing) (io.ReadCloser, error) {
	counted := &counter{r: f}
	switch pack {
	case gzipped:
		z, err := gzip.NewReader(bufio.NewReader(counted))
		if err != nil {
			return nil, err
		}
		return &bounded{r: z, packed: counted, close: func() { z.Close() }}, nil
	case zstandard:
		b := bufio.NewReaderSize(counted, peekSize)
		options, err := dictionaryOf(b)
		if err != nil {
			return nil, err
		}
		// 128 MB is the window up to which the zstd program unpacks unasked.
		z, err := zstd.NewReader(b, append(options, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(128<<20))...)
		if err != nil {
			return nil, err
		}
		return &bounded{r: z, packed: counted, close: z.Close}, nil
	}
	return io.NopCloser(f), nil
}

const (
	zstdMagic       = "\x28\xb5\x2f\xfd"
	dictionaryMagic = "\x5d\x2a\x4d\x18" // of the frame with a dictionary, of those that are to be skipped
	maxDictionary   = 16 << 20
)

// dictionaryOf reads the dictionary that the first frame of a crawl may hold,
// itself packed or not, and that all other frames need ("Zstandard WARC files",
// version 1.0, of the International Internet Preservation Consortium).
func dictionaryOf(in *bufio.Reader) ([]zstd.DOption, error) {
	head, _ := in.Peek(8)
	if len(head) < 8 || string(head[:4]) != dictionaryMagic {
		return nil, nil
	}
	n := binary.LittleEndian.Uint32(head[4:])
	if n > maxDictionary {
		return nil, fmt.Errorf("a dictionary of %d MB", n>>20)
	}
	in.Discard(8)
	dict := make([]byte, n)
	if _, err := io.ReadFull(in, dict); err != nil {
		return nil, err
	}
	if bytes.HasPrefix(dict, []byte(zstdMagic)) {
		z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxDictionary))
		if err != nil {
			return nil, err
		}
		defer z.Close()
		if dict, err = z.DecodeAll(dict, nil); err != nil {
			return nil, err
		}
	}
	if len(dict) > 8 && binary.LittleEndian.Uint32(dict) == 0xEC30A437 {
		return []zstd.DOption{zstd.WithDecoderDicts(dict)}, nil
	}
	return []zstd.DOption{zstd.WithDecoderDictRaw(0, dict)}, nil
}

// errBomb says that a packed file unpacks to more than any text does.
var errBomb = errors.New("decompression bomb")

// counter counts the bytes read.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// bounded stops a stream that unpacks to too much.
type bounded struct {
	r      io.Reader
	packed *counter
	n      int64
	close  func()
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	b.n += int64(n)
	if b.n > maxStream || b.n > freeUnpack && b.n > maxRatio*b.packed.n {
		return 0, errBomb
	}
	return n, err
}

func (b *bounded) Close() error {
	b.close()
	return nil
}

// streamProblem says why a stream broke off.
func streamProblem(err error) *problem {
	var pe *fs.PathError
	switch {
	case errors.Is(err, errBomb):
		return problemf("too_large", "it unpacks to more than %d times its size or to more than %d GB, as no text does", maxRatio, maxStream>>30)
	case errors.As(err, &pe):
		return unreadable(err)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return problemf("broken", "the packed file ends too early; fetch it again")
	}
	return problemf("broken", "it cannot be unpacked (%v); fetch it again", err)
}

// unreadable says why the system does not give us a file, without its path,
// which stands in the row already.
func unreadable(err error) *problem {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = fmt.Errorf("%s: %w", pe.Op, pe.Err)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return problemf("unreadable", "there is no such file or folder, or a link leads nowhere; check the path")
	}
	if errors.Is(err, fs.ErrPermission) {
		return problemf("unreadable", "permission denied; make it readable")
	}
	return problemf("unreadable", "%v", err)
}
