package ingest

import (
	"bytes"
	"encoding/binary"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

const savedPage = "<!DOCTYPE html><p>one"

func TestPagesUnderOtherNames(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"talks.php", savedPage, "talks.php: " + savedPage},
		{"talks.jsp", "<?xml version=\"1.0\"?>\n<!-- saved from elsewhere -->\n<HTML><p>one", "talks.jsp: <?xml version=\"1.0\"?>\n<!-- saved from elsewhere -->\n<HTML><p>one"},
		{"second-lock", " \n<html><p>one", "second-lock:  \n<html><p>one"},
		{"index.php?id=7", savedPage, "index.php?id=7: " + savedPage},
		{"talks.asp", "Response.Write(\"<html>\")", "! talks.asp unknown_kind"},
		{"notes", "text", "! notes unknown_kind"},
	} {
		t.Run(c.name, func(t *testing.T) {
			inDir(t, map[string]string{c.name: c.data})
			expect(t, outcome(t, true, "", c.name), c.want)
		})
	}
	inArchives(t, "A#a.php: "+savedPage+"\n! A#b.php unknown_kind", [2]string{"a.php", savedPage}, [2]string{"b.php", "<?php echo 1"})
}

func TestMHTML(t *testing.T) {
	const head = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://herald.example/lock\r\nDate: Fri, 19 Nov 2021 21:05:00 -0000\r\nMIME-Version: 1.0\r\n"
	const related = head + "Content-Type: multipart/related; type=\"text/html\"; boundary=\"==b\"\r\n\r\n"
	for _, c := range []struct{ name, data, want string }{
		{"quoted", related + "--==b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>one=20=\r\n caf=C3=A9\r\n--==b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBO\r\n--==b--\r\n", "a.mhtml: <p>one  café"},
		{"parts in parts", head + "Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\nContent-Type: multipart/related; boundary=i\r\n\r\n--i\r\nContent-Type: text/css\r\n\r\np{}\r\n--i\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+Y2Fm\r\n6Q==\r\n--i--\r\n--o--\r\n", "a.mhtml: <p>café"},
		{"no parts", head + "Content-Type: text/html\r\n\r\n<p>one", "a.mhtml: <p>one"},
		{"no page", related + "--==b\r\nContent-Type: image/png\r\n\r\nx\r\n--==b--\r\n", "! a.mhtml no_text"},
		{"cut off", related + "--==b\r\nContent-Ty", "! a.mhtml broken"},
		{"nothing of the kind", "one", "! a.mhtml broken"},
	} {
		t.Run(c.name, func(t *testing.T) {
			inDir(t, map[string]string{"a.mhtml": c.data})
			expect(t, outcome(t, true, "", "a.mhtml"), c.want)
		})
	}
	in, p := mhtml([]byte(head + "Content-Type: text/html\r\n\r\n<p>one"))
	if p != nil || in.URL != "https://herald.example/lock" || in.Crawled != "2021-11-19T21:05:00Z" {
		t.Errorf("got %q, %q, %v", in.URL, in.Crawled, p)
	}
}

func TestWACZ(t *testing.T) {
	inDir(t, map[string]string{"a.wacz": zipOf(
		[2]string{"archive/data.warc.gz", asMembers(htmlAt("http://a.example/1", "one"), htmlAt("http://a.example/2", "two"))},
		[2]string{"indexes/index.cdx.gz", gz("x")}, [2]string{"pages/pages.jsonl", `{"format":"json-pages-1.0"}`}, [2]string{"datapackage.json", `{"resources":[]}`})})
	expect(t, outcome(t, true, "", "a.wacz"), "a.wacz#archive/data.warc.gz#http://a.example/1: <p>one\na.wacz#archive/data.warc.gz#http://a.example/2: <p>two")
}

func TestOldAndOddWARC(t *testing.T) {
	old := strings.ReplaceAll(htmlAt("http://a.example/1", "one")+htmlAt("http://a.example/2", "two"), "WARC/1.0", "WARC/0.18")
	const u = "http://a.example/1"
	plain := func(answer string) string {
		return warcOf("response", u, "Content-Type: application/http; msgtype=response\r\n", answer)
	}
	for _, c := range []struct{ name, data, want string }{
		{"of 2008", old, "a.warc#http://a.example/1: <p>one\na.warc#http://a.example/2: <p>two"},
		{"small letters", plain("http/1.1 200 ok\r\ncontent-type: text/html\r\n\r\n<p>one"), "a.warc#" + u + ": <p>one"},
		{"no reason", plain("HTTP/2 200\r\ncontent-type: text/html\r\n\r\n<p>one"), "a.warc#" + u + ": <p>one"},
		{"no protocol", plain("200 OK\r\ncontent-type: text/html\r\n\r\n<p>one"), "a.warc#" + u + ": <p>one"},
		{"no head", plain(savedPage), "a.warc#" + u + ": " + savedPage},
		{"another status", plain("http/1.1 404 no\r\n\r\n<p>one"), "! a.warc#" + u + " http_status"},
	} {
		t.Run(c.name, func(t *testing.T) {
			inDir(t, map[string]string{"a.warc": c.data})
			expect(t, outcome(t, true, "", "a.warc"), c.want)
		})
	}
}

// A crawl in zstandard may begin with the dictionary that its records need.
func TestZstdDictionary(t *testing.T) {
	dict := []byte(strings.Repeat("WARC/1.0 WARC-Type: response HTTP/1.1 200 OK Content-Type: text/html ", 20))
	var b bytes.Buffer
	w, err := zstd.NewWriter(&b, zstd.WithEncoderDictRaw(0, dict))
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, htmlAt("http://a.example/1", "one"))
	w.Close()
	for name, d := range map[string]string{"plain": string(dict), "packed": zst(string(dict))} {
		head := binary.LittleEndian.AppendUint32([]byte(dictionaryMagic), uint32(len(d)))
		inDir(t, map[string]string{"a.warc.zst": string(head) + d + b.String()})
		if got := strings.TrimSpace(outcome(t, true, "", "a.warc.zst")); got != "a.warc.zst#http://a.example/1: <p>one" {
			t.Errorf("%s: got %s", name, got)
		}
	}
	inDir(t, map[string]string{"a.warc.zst": dictionaryMagic + "\xff\xff\xff\xff" + "x"})
	expect(t, outcome(t, true, "", "a.warc.zst"), "! a.warc.zst broken")
}
