package ingest

import (
	"bufio"
	"bytes"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// kind is what a file holds, as its name says.
type kind int

const (
	unknown kind = iota
	textFile
	markdown
	pageFile
	mhtmlFile // a page that a browser saved with its parts
	jsonFile
	jsonLines
	tableFile // comma- or tab-separated rows
	warcFile
	parquetFile
	zipFile
	tarFile
)

var kinds = map[string]kind{
	".txt": textFile, ".text": textFile,
	".md": markdown, ".markdown": markdown,
	".html": pageFile, ".htm": pageFile, ".xhtml": pageFile,
	".mhtml": mhtmlFile, ".mht": mhtmlFile,
	".json":  jsonFile,
	".jsonl": jsonLines, ".ndjson": jsonLines,
	".csv": tableFile, ".tsv": tableFile,
	".warc": warcFile, ".wet": warcFile,
	".parquet": parquetFile,
	".zip":     zipFile, ".wacz": zipFile,
	".tar": tarFile,
}

// shorthands are extensions that stand for two.
var shorthands = map[string]string{".tgz": ".tar.gz", ".tzst": ".tar.zst"}

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
	if long := shorthands[ext]; long != "" {
		name = strings.TrimSuffix(name, ext) + long
		ext = path.Ext(name)
	}
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
	return problemf("unknown_kind", "files %s are not read; known are .txt .text .md .markdown .html .htm .xhtml .mhtml .json .jsonl .ndjson .csv .tsv .parquet .warc .wet, each also with .gz or .zst, .zip .tar .tar.gz .tar.zst of them, .wacz, and pages under any name", ending)
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
	for _, m := range magics {
		if len(head) > m.at && bytes.HasPrefix(head[m.at:], []byte(m.bytes)) {
			return m.kind
		}
	}
	head = bytes.TrimLeft(head, " \t\r\n")
	switch {
	case looksLikePage(head):
		return pageFile
	case looksLikeTable(head):
		return tableFile
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

// magics are the bytes by which a container is known, and where they stand.
var magics = []struct {
	at    int
	bytes string
	kind  kind
}{
	{0, "WARC/0.", warcFile}, {0, "WARC/1.", warcFile},
	{0, "PAR1", parquetFile},
	{0, "PK\x03\x04", zipFile},
	{257, "ustar", tarFile},
}

// packedWARC reports whether a gzipped stream is a WARC file.
func packedWARC(in *bufio.Reader) bool {
	head, _ := in.Peek(peekSize)
	z, err := gzip.NewReader(bytes.NewReader(head))
	if err != nil {
		return false
	}
	start := make([]byte, warcHead)
	_, err = io.ReadFull(z, start)
	return err == nil && beginsRecord(start)
}

// looksLikeTable reports whether the first line is a header row: it names a
// column of text and another that is known, and nothing as long as a sentence.
func looksLikeTable(head []byte) bool {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	for _, d := range []byte(delimiters) {
		text, known, long := false, 0, false
		for _, c := range headerCells(line, d) {
			if _, ok := ranks[fold(c)]; ok {
				known++
			}
			text = text || isText(c)
			long = long || len(c) > 40
		}
		if text && known > 1 && !long {
			return true
		}
	}
	return false
}

// isLines reports whether JSON begins with an object on a line of its own, and
// goes on after it.
func isLines(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	line, rest, ended := bytes.Cut(head, []byte("\n"))
	return ended && bytes.HasPrefix(line, []byte("{")) && !blank(rest) && validJSON(line) != nil
}

// looksLikePage reports whether the text begins as an HTML document does,
// behind what browsers and programs put before it.
func looksLikePage(raw []byte) bool {
	head := bytes.TrimPrefix(raw[:min(len(raw), 4096)], bom8)
	for _, skip := range [][2]string{{"<?xml", "?>"}, {"<!--", "-->"}, {"<!--", "-->"}} {
		head = bytes.TrimLeft(head, " \t\r\n")
		if bytes.HasPrefix(head, []byte(skip[0])) {
			_, head, _ = bytes.Cut(head, []byte(skip[1]))
		}
	}
	head = bytes.ToLower(bytes.TrimLeft(head, " \t\r\n"))
	for _, tag := range []string{"<!doctype html", "<html", "<head>", "<body"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return true
		}
	}
	return false
}
