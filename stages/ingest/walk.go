package ingest

import (
	"bufio"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// argument reads one argument of the command line: standard input, a file, a
// folder, or a pattern where no file has that very name.
func (r *reader) argument(arg string) error {
	if arg == "-" {
		return r.standardInput()
	}
	if arg == "" {
		r.reject(arg, problemf("unreadable", "the path is empty"))
		return nil
	}
	p := path.Clean(filepath.ToSlash(arg))
	_, err := os.Lstat(p)
	if err != nil && strings.ContainsAny(p, "*?[") {
		paths, err := expand(p)
		if err != nil {
			r.reject(p, problemf("unreadable", "it is no valid pattern (%v)", err))
		} else if len(paths) == 0 {
			r.reject(p, problemf("unreadable", "no file matches the pattern"))
		}
		for _, p := range paths {
			if err := r.visit(p, false); err != nil {
				return err
			}
		}
		return nil
	}
	return r.visit(p, true)
}

func (r *reader) standardInput() error {
	if r.seen["-"] {
		return nil
	}
	r.seen["-"] = true
	in := bufio.NewReaderSize(r.stdin, peekSize)
	pack := plain
	switch magic, _ := in.Peek(4); {
	case strings.HasPrefix(string(magic), "\x1f\x8b"):
		pack = gzipped
	case string(magic) == zstdMagic, string(magic) == dictionaryMagic:
		pack = zstandard
	}
	if pack == gzipped && packedWARC(in) {
		return r.guard("-", func() error { return r.packed("-", "", warcFile, pack, in) })
	}
	z, err := unpack(in, pack)
	if err != nil {
		r.reject("-", streamProblem(err))
		return nil
	}
	defer z.Close()
	in = bufio.NewReaderSize(z, peekSize)
	return r.guard("-", func() error { return r.content("-", "", sniff(in), in) })
}

// visit reads a file or everything in a folder, unless it has been met before.
// asked says that the path itself was given, not found.
func (r *reader) visit(p string, asked bool) error {
	info, real, bad := examine(p)
	if r.seen[real] {
		return nil
	}
	if !asked && r.outputs(path.Dir(p))[path.Base(p)] {
		return nil
	}
	if bad == nil && !asked {
		bad = passOver(p, info)
	}
	if bad != nil {
		if !r.seen["refused "+real] {
			r.seen["refused "+real] = true
			r.reject(p, bad)
		}
		return nil
	}
	r.seen[real] = true
	if info.IsDir() {
		return r.folder(p)
	}
	return r.file(p)
}

// examine finds out what a path leads to and its one name, which links may
// give several, or what speaks against reading it.
func examine(p string) (info fs.FileInfo, real string, bad *problem) {
	if strings.Map(printable, p) != p {
		return nil, p, problemf("unsafe_path", "its name %+q holds control characters or is not UTF-8; rename it", p)
	}
	info, err := os.Stat(p)
	if err != nil {
		return nil, p, unreadable(err)
	}
	if real, err = filepath.Abs(p); err == nil {
		real, err = filepath.EvalSymlinks(real)
	}
	switch {
	case err != nil:
		return nil, p, unreadable(err)
	case !info.IsDir() && !info.Mode().IsRegular():
		return nil, real, problemf("unsafe_path", "it is a device, pipe or socket, not a file; to read a stream, give - as the path")
	}
	return info, real, nil
}

// passOver says why something that was found is no article, whatever its kind.
func passOver(p string, info fs.FileInfo) *problem {
	name := path.Base(p)
	if !info.IsDir() && isReadme(name) {
		return problemf("unknown_kind", "a README, not an article; to read it, give its path")
	}
	if page, ok := strings.CutSuffix(p, "_files"); ok && info.IsDir() {
		for _, ext := range []string{".html", ".htm"} {
			if exists(page + ext) {
				return problemf("unknown_kind", "the parts that a browser saved with %s", path.Base(page+ext))
			}
		}
	}
	return nil
}

// folder reads what is in a folder, in the order of the names' bytes. Hidden
// files are nobody's articles and are passed over.
func (r *reader) folder(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		r.reject(dir, unreadable(err))
		return nil
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if err := r.visit(path.Join(dir, e.Name()), false); err != nil {
			return err
		}
	}
	return nil
}

// printable maps what may not stand in a source_uri, bytes that are not UTF-8
// among it, to U+FFFD.
func printable(c rune) rune {
	if unicode.IsControl(c) {
		return utf8.RuneError
	}
	return c
}
