package ingest

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
)

var (
	bom8    = []byte("\xef\xbb\xbf")
	bom16le = []byte("\xff\xfe")
	bom16be = []byte("\xfe\xff")
)

// decodeText makes UTF-8 of a text whose encoding nothing declares.
func decodeText(raw []byte) ([]byte, *problem) {
	switch {
	case bytes.HasPrefix(raw, bom8):
		raw = raw[len(bom8):]
	case bytes.HasPrefix(raw, bom16le), bytes.HasPrefix(raw, bom16be):
		d, err := utf.UTF16(utf.LittleEndian, utf.UseBOM).NewDecoder().Bytes(raw)
		if err != nil {
			return nil, problemf("bad_encoding", "it begins as UTF-16 but is not (%v); save it as UTF-8", err)
		}
		raw = d
	}
	if p := binaryData(raw); p != nil {
		return nil, p
	}
	if utf8.Valid(raw) {
		return raw, nil
	}
	return repair(raw)
}

// binaryData finds what no text holds: a NUL, or many control characters.
func binaryData(raw []byte) *problem {
	controls, first := 0, -1
	for i, c := range raw {
		if c >= ' ' || c >= '\t' && c <= '\r' {
			continue
		}
		if c == 0 {
			return problemf("not_text", "byte %d is NUL, which no text holds; is it a binary file?", i)
		}
		if controls++; first < 0 {
			first = i
		}
	}
	if controls > 4 && controls > len(raw)/100 {
		return problemf("not_text", "it holds %d control characters, the first at byte %d; is it a binary file?", controls, first)
	}
	return nil
}

// repair reads bytes that are not UTF-8: as windows-1252 where they make sense
// so, or as damaged UTF-8 whose few bad bytes become U+FFFD.
func repair(raw []byte) ([]byte, *problem) {
	good, bad, first := 0, 0, -1
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			if bad++; first < 0 {
				first = i
			}
		} else {
			good++
		}
		i += n
	}
	switch {
	case bad <= 3 && good > 0 && utf8.Valid(trimCut(raw)):
		return trimCut(raw), nil
	case good <= bad/8 && western(raw):
		d, err := charmap.Windows1252.NewDecoder().Bytes(raw)
		if err == nil {
			return d, nil
		}
	case bad < good && bad <= len(raw)/1000:
		return bytes.ToValidUTF8(raw, []byte("\uFFFD")), nil
	}
	return nil, problemf("bad_encoding", "byte %d is not UTF-8, nor does windows-1252 fit; convert it to UTF-8", first)
}

// trimCut drops a character that the end of the file cuts in two.
func trimCut(raw []byte) []byte {
	for n := 1; n < utf8.UTFMax && n < len(raw); n++ {
		if c := raw[len(raw)-n]; utf8.RuneStart(c) {
			return raw[:len(raw)-n]
		}
	}
	return raw
}

// western reports whether bytes make sense as windows-1252: all are defined,
// letters beyond ASCII are few, and inside words there is nothing but letters.
// In the Cyrillic code pages every letter is beyond ASCII, and in the Central
// European one many would be read as signs such as ³ or ¿ inside words.
func western(raw []byte) bool {
	high, letters, strange := 0, 0, 0
	for i, c := range raw {
		if c < utf8.RuneSelf {
			continue
		}
		r := charmap.Windows1252.DecodeByte(c)
		if r == utf8.RuneError {
			return false
		}
		high++
		if unicode.IsLetter(r) {
			letters++
			continue
		}
		inside := i > 0 && i+1 < len(raw) && asciiLetter(raw[i-1]) && asciiLetter(raw[i+1])
		if inside && !strings.ContainsRune("’‘–—…\u00A0\u00AD", r) {
			strange++
		}
	}
	return letters*12 <= len(raw)+12 && strange*10 <= high
}

func asciiLetter(c byte) bool { c |= 0x20; return c >= 'a' && c <= 'z' }

func blank(data []byte) bool {
	return len(bytes.TrimFunc(data, func(r rune) bool { return unicode.IsSpace(r) || r == '\u200B' || r == '\uFEFF' })) == 0
}

// decodePage makes UTF-8 of a page. A page that is valid UTF-8 is taken as
// such whatever it declares: who saved it may have converted it. What the
// server names counts more than what the page does.
func decodePage(raw []byte, served string) ([]byte, *problem) {
	enc := legacy(served)
	if enc == nil && !utf8.Valid(raw) {
		enc = declared(raw)
	}
	return decodeBy(enc, raw)
}

// decodeServed makes UTF-8 of a text that a server may have named the character
// set of.
func decodeServed(raw []byte, served string) ([]byte, *problem) {
	return decodeBy(legacy(served), raw)
}

// decodeBy makes UTF-8 of bytes in an encoding, nil if that is not known.
func decodeBy(enc encoding.Encoding, raw []byte) ([]byte, *problem) {
	if enc == nil || bytes.HasPrefix(raw, bom8) || bytes.HasPrefix(raw, bom16le) || bytes.HasPrefix(raw, bom16be) || utf8.Valid(raw) {
		return decodeText(raw)
	}
	if p := binaryData(raw); p != nil {
		return nil, p
	}
	d, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return nil, problemf("bad_encoding", "it is not in the character set that it declares (%v); save it as UTF-8", err)
	}
	return d, nil
}

// declaredWithin is how far into a page its character set is looked for.
const declaredWithin = 64 << 10

// declared is the encoding that a page names in a meta element or its XML
// declaration; nil when it names none, or UTF-8, which it then is not wholly.
func declared(raw []byte) encoding.Encoding {
	head := bytes.ToLower(raw[:min(len(raw), declaredWithin)])
	for at := 0; ; {
		i := bytes.IndexByte(head[at:], '<')
		if i < 0 {
			return nil
		}
		at += i + 1
		tag, _, _ := bytes.Cut(head[at:min(len(head), at+1024)], []byte(">"))
		var value []byte
		var ok bool
		if bytes.HasPrefix(tag, []byte("meta")) {
			_, value, ok = bytes.Cut(tag, []byte("charset"))
		} else if bytes.HasPrefix(tag, []byte("?xml")) {
			_, value, ok = bytes.Cut(tag, []byte("encoding"))
		}
		if !ok {
			continue
		}
		if e := legacy(label(value)); e != nil {
			return e
		}
	}
}

// legacy is the encoding of a name; nil for UTF-8 and names nobody knows.
func legacy(name string) encoding.Encoding {
	e, known := charset.Lookup(name)
	if e == nil || strings.HasPrefix(known, "utf-") {
		return nil
	}
	return e
}

// label is the name that follows "charset" or "encoding": =, quotation marks
// and spaces left out.
func label(b []byte) string {
	b = bytes.TrimLeft(b, "= \t\r\n\"'")
	if i := bytes.IndexAny(b, " \t\r\n\"'/>;?"); i >= 0 {
		b = b[:i]
	}
	return string(b)
}
