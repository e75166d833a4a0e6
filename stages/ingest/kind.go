package ingest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"path"
	"strconv"
	"strings"
)

// kind is what a file holds, as its name says.
type kind int

const (
	unknown kind = iota
	textFile
	markdown
	page
	jsonFile
	jsonLines
)

var kinds = map[string]kind{
	".txt": textFile, ".text": textFile,
	".md": markdown, ".markdown": markdown,
	".html": page, ".htm": page, ".xhtml": page,
	".json":  jsonFile,
	".jsonl": jsonLines, ".ndjson": jsonLines,
}

// packing is how a file is compressed.
type packing int

const (
	plain packing = iota
	gzipped
	zstandard
)

var packings = map[string]packing{".gz": gzipped, ".zst": zstandard, ".zstd": zstandard}

// kindOf reads a file name: "talks.html.gz" is a gzipped page.
func kindOf(name string) (kind, packing) {
	name = strings.ToLower(name)
	ext := path.Ext(name)
	pack := packings[ext]
	if pack != plain {
		ext = path.Ext(strings.TrimSuffix(name, ext))
	}
	return kinds[ext], pack
}

func unknownKind(uri string, pack packing) *problem {
	ext := path.Ext(uri)
	if pack != plain {
		inner := path.Ext(strings.TrimSuffix(path.Base(uri), ext))
		if inner == "" {
			return problemf("unknown_kind", "its name does not say what is packed in it; name it like article.txt%s", ext)
		}
		ext = inner + ext
	}
	ending := "without an extension"
	if ext != "" {
		ending = "ending in " + strconv.Quote(ext)
	}
	return problemf("unknown_kind", "files %s are not read; known are .txt .text .md .markdown .html .htm .xhtml .json .jsonl .ndjson, each also with .gz or .zst", ending)
}

// isReadme reports whether a file in a folder tells about the folder.
func isReadme(name string) bool {
	base, _, _ := strings.Cut(strings.ToLower(name), ".")
	return base == "readme"
}

// peekSize is how much of standard input is looked at to tell what it is.
const peekSize = 64 << 10

// sniff tells what standard input holds by its beginning.
func sniff(in *bufio.Reader) kind {
	head, _ := in.Peek(peekSize)
	if d, p := decodeText(head); p == nil {
		head = d // without a byte order mark
	}
	head = bytes.TrimLeft(head, " \t\r\n")
	switch {
	case looksLikePage(head):
		return page
	case bytes.HasPrefix(head, []byte("{")):
		if isLines(head) {
			return jsonLines
		}
		if rest := bytes.TrimLeft(head[1:], " \t\r\n"); len(rest) > 0 && (rest[0] == '"' || rest[0] == '}') {
			return jsonFile
		}
	case bytes.HasPrefix(head, []byte("[")):
		if rest := bytes.TrimLeft(head[1:], " \t\r\n"); len(rest) > 0 && rest[0] == '{' {
			return jsonFile
		}
	case bytes.HasPrefix(head, []byte("---\n")), bytes.HasPrefix(head, []byte("---\r\n")):
		return markdown
	}
	return textFile
}

// isLines reports whether JSON begins with an object on a line of its own, and
// goes on after it.
func isLines(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	line, rest, ended := bytes.Cut(head, []byte("\n"))
	return ended && bytes.HasPrefix(line, []byte("{")) && !blank(rest) && json.Valid(line)
}

// looksLikePage reports whether the text begins as an HTML document does.
func looksLikePage(raw []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(raw[:min(len(raw), 1024)], []byte("\xef\xbb\xbf")), " \t\r\n")
	if bytes.HasPrefix(head, []byte("<?xml")) {
		_, head, _ = bytes.Cut(head, []byte("?>"))
		head = bytes.TrimLeft(head, " \t\r\n")
	}
	head = bytes.ToLower(head[:min(len(head), 16)])
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}
