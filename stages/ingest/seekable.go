package ingest

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// machineError is a failure of the machine, which is no input's fault.
type machineError struct{ error }

func (m machineError) Unwrap() error { return m.error }

// seekable gives random access to a stream: a file as it is, anything else by
// way of a temporary file, which done removes. Its error is a machineError or
// the stream's.
func seekable(in io.Reader) (f *os.File, size int64, done func(), err error) {
	if f, ok := in.(*os.File); ok {
		info, err := f.Stat()
		if err != nil {
			return nil, 0, nil, err
		}
		return f, info.Size(), func() {}, nil
	}
	if f, err = os.CreateTemp("", "parley-*"); err != nil {
		return nil, 0, nil, machineError{fmt.Errorf("make a temporary file: %w", err)}
	}
	os.Remove(f.Name()) // where the system lets us: the end of the program, however it ends, gives the space back
	done = func() {
		f.Close()
		os.Remove(f.Name())
	}
	to := &watched{f: f}
	size, err = io.Copy(to, io.LimitReader(in, maxSpool+1))
	if to.err != nil {
		err = machineError{fmt.Errorf("fill a temporary file in %s, which TMPDIR names: %w", os.TempDir(), to.err)}
	}
	if err == nil && size > maxSpool {
		err = errBomb
	}
	if err != nil {
		done()
		return nil, 0, nil, err
	}
	return f, size, done, nil
}

// watched keeps the error of writing, to tell it from that of reading.
type watched struct {
	f   *os.File
	err error
}

func (w *watched) Write(p []byte) (n int, err error) {
	n, w.err = w.f.Write(p)
	return n, w.err
}

// unseekable tells what is to become of an error of seekable: a reject, or the
// end of the run.
func (r *reader) unseekable(uri string, err error) error {
	if errors.As(err, new(machineError)) {
		return fmt.Errorf("%s: %w", uri, err)
	}
	r.reject(uri, streamProblem(err))
	return nil
}
