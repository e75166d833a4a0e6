package pipeline

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/klauspost/compress/zstd"

	"parley/schemas"
)

// spool keeps the normalised articles on disk between the two passes, so that
// no pass holds all texts. Each article is a zstd frame of its own and is read
// back at its offset, in any order and from any goroutine.
type spool struct {
	f   *os.File
	end int64
	enc *zstd.Encoder
	dec *zstd.Decoder
}

// place is where an article lies in the spool.
type place struct {
	offset int64
	length int
}

func newSpool(path string) (*spool, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, fmt.Errorf("keep the articles between two passes: %w", err)
	}
	os.Remove(path) // where the system lets us: the end of the program, however it ends, gives the space back
	// The options are constants, so these constructors cannot fail.
	enc, _ := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedFastest))
	dec, _ := zstd.NewReader(nil)
	return &spool{f: f, enc: enc, dec: dec}, nil
}

// add appends an article. It is called from one goroutine.
func (s *spool) add(a *schemas.Article) (place, error) {
	b, err := json.Marshal(a)
	if err != nil {
		panic(fmt.Sprintf("pipeline: %s: %v", a.SourceURI, err))
	}
	frame := s.enc.EncodeAll(b, nil)
	if _, err := s.f.WriteAt(frame, s.end); err != nil {
		return place{}, fmt.Errorf("keep the articles between two passes: %w", err)
	}
	p := place{s.end, len(frame)}
	s.end += int64(len(frame))
	return p, nil
}

// get reads an article back.
func (s *spool) get(p place) (a schemas.Article, err error) {
	frame := make([]byte, p.length)
	if _, err := s.f.ReadAt(frame, p.offset); err != nil {
		return a, fmt.Errorf("read the articles kept between two passes: %w", err)
	}
	b, err := s.dec.DecodeAll(frame, nil)
	if err == nil {
		err = json.Unmarshal(b, &a)
	}
	if err != nil {
		return a, fmt.Errorf("read the articles kept between two passes: %w", err)
	}
	return a, nil
}

func (s *spool) close() {
	s.dec.Close()
	s.f.Close()
	os.Remove(s.f.Name())
}
