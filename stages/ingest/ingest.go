package ingest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path"
	"strings"

	"parley/schemas"
	"parley/stages"
)

// Options configures the stage.
type Options struct {
	Stdin io.Reader // what the argument "-" reads; nil for the process's own
	Panic bool      // a panic at a file passes, as tests want it; else it is a reject of the file
}

// New returns the stage.
func New(o Options) (stages.Source, error) {
	if o.Stdin == nil {
		o.Stdin = os.Stdin
	}
	return stages.Source{
		Name: "ingest",
		Doc:  "finds articles in files, folders, globs and standard input",
		Run: func(ctx context.Context, args []string, emit func(*stages.Document) error, refuse func(schemas.Reject), note func(stages.Note)) error {
			r := newReader(ctx, emit, refuse, note)
			r.stdin, r.panic = o.Stdin, o.Panic
			for _, a := range args {
				if err := r.argument(a); err != nil {
					return err
				}
			}
			return nil
		},
	}, nil
}

// The bounds. A news article has some 5 KB and its page rarely more than 2 MB;
// what is larger is another thing, or an attack.
const (
	maxRecord  = 16 << 20 // bytes of a text, page or record, unpacked
	maxPage    = 4 << 20  // bytes of a page
	maxTags    = 200_000  // of a page, as its "<" tell; a long one has 20,000
	maxStream  = 64 << 30 // bytes of a packed file of records, unpacked
	maxRatio   = 300      // unpacked to packed size; prose has 3 to 10, gzip's utmost is 1030
	freeUnpack = 4 << 20  // bytes that a packed file may give before the ratio counts
	maxSpool   = 4 << 30  // bytes of a file read at random that must be put on disk before
	maxMembers = 1 << 20  // members of an archive
	maxWasted  = 64 << 20 // bytes read in vain to get over damaged places of one file
)

// reader is the state of one Run.
type reader struct {
	ctx    context.Context
	stdin  io.Reader
	panic  bool
	emit   func(*stages.Document) error
	refuse func(schemas.Reject)
	note   func(stages.Note)

	seen    map[string]bool            // real paths of the files and folders met
	written map[string]map[string]bool // folder -> the files that a run wrote there
	watch   watch                      // fields of the file at hand that are not read
}

func newReader(ctx context.Context, emit func(*stages.Document) error, refuse func(schemas.Reject), note func(stages.Note)) *reader {
	return &reader{ctx: ctx, emit: emit, refuse: refuse, note: note, seen: map[string]bool{}, written: map[string]map[string]bool{}}
}

// problem is why an input cannot be used: a code of schemas.Reject and words.
type problem struct{ reason, detail string }

func (p *problem) Error() string { return p.reason + ": " + p.detail }

func problemf(reason, format string, args ...any) *problem {
	return &problem{reason, fmt.Sprintf(format, args...)}
}

// reject reports an input that cannot be used.
func (r *reader) reject(uri string, p *problem) {
	r.refuse(schemas.Reject{SourceURI: strings.Map(printable, uri), Stage: "ingest", Reason: p.reason, Detail: p.detail})
}

// send hands an article on. Its id is made of raw, the bytes as they were
// found (unpacked, but not yet decoded).
func (r *reader) send(in stages.Input, raw []byte) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if p := tooHeavy(in); p != nil {
		r.reject(in.SourceURI, p)
		return nil
	}
	sum := sha256.Sum256(raw)
	in.ID = hex.EncodeToString(sum[:6])
	return r.emit(&stages.Document{Input: in})
}

// file reads one file that the disk holds.
func (r *reader) file(uri string) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	kind, pack := kindOf(path.Base(uri))
	if kind == unknown && pack != plain {
		r.reject(uri, unknownKind(uri, pack))
		return nil
	}
	f, err := os.Open(uri)
	if err != nil {
		r.reject(uri, unreadable(err))
		return nil
	}
	defer f.Close()
	if kind == unknown {
		head := make([]byte, 4096)
		n, _ := f.ReadAt(head, 0)
		if !looksLikePage(head[:n]) {
			r.reject(uri, unknownKind(uri, pack))
			return nil
		}
		kind = pageFile // such as talks.php
	}
	return r.guard(uri, func() error { return r.packed(uri, path.Base(uri), kind, pack, f) })
}

// guard reads a file, and makes a reject of a panic, which costs what is left
// of the file.
func (r *reader) guard(uri string, read func() error) (err error) {
	defer r.watch.tell(uri, r.note)
	defer func() {
		if r.panic {
			return
		}
		if p := recover(); p != nil {
			uri = strings.Map(printable, uri)
			bug := stages.Bug("ingest", uri, p)
			r.refuse(schemas.Reject{SourceURI: uri, Stage: bug.Stage, Reason: bug.Reason, Detail: bug.Detail})
			r.note(stages.Note{Stage: "ingest", Code: stages.Internal})
		}
	}()
	return read()
}

// packed reads the articles of one stream that may be compressed.
func (r *reader) packed(uri, name string, k kind, pack packing, f io.Reader) error {
	switch {
	case pack == plain:
		return r.content(uri, name, k, f) // which may need f's random access
	case pack == gzipped && k == warcFile:
		return r.warc(uri, newMembers(f))
	}
	in, err := unpack(f, pack)
	if err != nil {
		r.reject(uri, streamProblem(err))
		return nil
	}
	defer in.Close()
	return r.content(uri, name, k, in)
}

// content reads the articles of one stream of a known kind.
func (r *reader) content(uri, name string, k kind, in io.Reader) error {
	switch k {
	case jsonFile:
		return r.jsonValues(uri, name, in)
	case jsonLines:
		return r.jsonLines(uri, in)
	case tableFile:
		return r.table(uri, in)
	case warcFile:
		return r.warc(uri, in)
	case parquetFile:
		return r.parquet(uri, in)
	case zipFile:
		return r.zip(uri, in)
	case tarFile:
		return r.tar(uri, in)
	}
	raw, err := io.ReadAll(io.LimitReader(in, maxRecord+1))
	if err != nil {
		r.reject(uri, streamProblem(err))
		return nil
	}
	if len(raw) > maxRecord {
		r.reject(uri, tooLarge("it"))
		return nil
	}
	var input stages.Input
	var p *problem
	if k == mhtmlFile {
		input, p = mhtml(raw)
	} else {
		input, p = whole(k, raw, "")
	}
	if p != nil {
		r.reject(uri, p)
		return nil
	}
	if input.Format == stages.FormatText {
		if articles, parts := bankArticles(string(input.Data)); articles != nil {
			return r.bank(uri, articles, parts)
		}
	}
	input.SourceURI, input.FileName = uri, name
	return r.send(input, raw)
}

// bank hands on the articles that a text of a database fell into.
func (r *reader) bank(uri string, articles []stages.Input, parts []string) error {
	names := newFragments(uri)
	for i, in := range articles {
		in.SourceURI = names.name(i + 1)
		if err := r.send(in, []byte(parts[i])); err != nil {
			return err
		}
	}
	return nil
}

// whole decodes a file that is one article. served is the character set that
// a web server named with it, "" for none.
func whole(k kind, raw []byte, served string) (in stages.Input, p *problem) {
	if k == textFile && looksLikePage(raw) {
		k = pageFile // a page that was saved under the name of a text
	}
	if k == pageFile {
		in.Format = stages.FormatHTML
		in.Data, p = decodePage(raw, served)
	} else {
		in.Format = stages.FormatText
		in.Data, p = decodeServed(raw, served)
	}
	if p == nil && k == markdown {
		in, p = splitFrontMatter(in.Data)
	}
	if p == nil && blank(in.Data) {
		p = problemf("empty", "it holds no text")
	}
	return in, p
}

// tooHeavy refuses a page that would take hundreds of times its size to read.
func tooHeavy(in stages.Input) *problem {
	if in.Format == stages.FormatHTML && len(in.Data) > maxPage {
		return problemf("too_large", "a page of %d MB, and more than %d MB are not read as one; save the text of the article", len(in.Data)>>20, maxPage>>20)
	}
	if n := bytes.Count(in.Data, []byte{'<'}); n > maxTags {
		return problemf("too_large", "it has %d tags, and a page may have %d; save the text of the article", n, maxTags)
	}
	return nil
}

func tooLarge(what string) *problem {
	return problemf("too_large", "%s is larger than %d MB; split it, or take out what is not the article", what, maxRecord>>20)
}
