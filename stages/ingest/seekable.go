package ingest

import (
	"io"
	"os"
)

// seekable gives random access to a stream: a file as it is, anything else by
// way of a temporary file, which done removes.
func seekable(in io.Reader) (f *os.File, size int64, done func(), err error) {
	if f, ok := in.(*os.File); ok {
		info, err := f.Stat()
		if err != nil {
			return nil, 0, nil, err
		}
		return f, info.Size(), func() {}, nil
	}
	if f, err = os.CreateTemp("", "parley-*"); err != nil {
		return nil, 0, nil, err
	}
	done = func() {
		f.Close()
		os.Remove(f.Name())
	}
	size, err = io.Copy(f, io.LimitReader(in, maxSpool+1))
	if err == nil && size > maxSpool {
		err = errBomb
	}
	if err != nil {
		done()
		return nil, 0, nil, err
	}
	return f, size, done, nil
}
