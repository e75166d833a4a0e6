package ingest

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zlib"
)

// warcOf writes a record; header holds more lines of its header.
func warcOf(kind, target, header, body string) string {
	h := "WARC/1.0\r\nWARC-Type: " + kind + "\r\nWARC-Date: 2022-03-11T01:02:03Z\r\n"
	if target != "" {
		h += "WARC-Target-URI: " + target + "\r\n"
	}
	return fmt.Sprintf("%s%sContent-Length: %d\r\n\r\n%s\r\n\r\n", h, header, len(body), body)
}

// answer is a response record.
func answer(target, header, body string) string {
	return warcOf("response", target, "Content-Type: application/http; msgtype=response\r\n", "HTTP/1.1 200 OK\r\n"+header+"\r\n"+body)
}

// htmlAt is a response with a small page.
func htmlAt(target, text string) string {
	return answer(target, "Content-Type: text/html\r\n", "<p>"+text)
}

// withLength has a record say another length.
func withLength(record string, n int) string {
	head, rest, _ := strings.Cut(record, "Content-Length: ")
	_, rest, _ = strings.Cut(rest, "\n")
	return fmt.Sprintf("%sContent-Length: %d\n%s", head, n, rest)
}

// asMembers packs each record as a gzip member of its own.
func asMembers(records ...string) string {
	var b strings.Builder
	for _, r := range records {
		b.WriteString(gz(r))
	}
	return b.String()
}

func deflated(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

func brotlied(s string) string {
	var b bytes.Buffer
	w := brotli.NewWriter(&b)
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

func TestWARC(t *testing.T) {
	const u = "http://a.example/1"
	html := "Content-Type: text/html\r\n"
	long := strings.Repeat("a", maxURI)
	for _, c := range []struct{ name, data, want string }{
		{"a crawl", warcOf("warcinfo", "", "", "software: x") + warcOf("request", u, "", "GET /1") + htmlAt(u, "one") + warcOf("metadata", u, "", "x: y"), "a.warc#http://a.example/1: <p>one"},
		{"one page crawled twice", htmlAt(u, "one") + htmlAt(u, "two"), "a.warc#http://a.example/1: <p>one\na.warc#2: <p>two"},
		{"an id for the second", htmlAt(u, "one") + strings.Replace(htmlAt(u, "two"), "WARC-Type", "WARC-Record-ID: <urn:uuid:7>\r\nWARC-Type", 1), "a.warc#http://a.example/1: <p>one\na.warc#urn:uuid:7: <p>two"},
		{"an address in brackets", htmlAt("<"+u+">", "x"), "a.warc#http://a.example/1: <p>x"},
		{"an address too long to stand in a name", htmlAt("http://"+long, "x"), "a.warc#1: <p>x"},
		{"other statuses", strings.Replace(htmlAt(u, "x"), "200 OK", "301 MV", 1) + strings.Replace(htmlAt(u, "x"), "200 OK", "404 NF", 1),
			"! a.warc#http://a.example/1 http_status\n! a.warc#2 http_status"},
		{"HTTP 2", strings.Replace(htmlAt(u, "x"), "HTTP/1.1 200 OK", "HTTP/2 200 okay", 1), "a.warc#http://a.example/1: <p>x"},
		{"a picture", answer(u, "Content-Type: image/png\r\n", "\x89PNG"), "! a.warc#http://a.example/1 unknown_kind"},
		{"a page without a type", answer(u, "", "<!DOCTYPE html><p>x"), "a.warc#http://a.example/1: <!DOCTYPE html><p>x"},
		{"text", answer(u, "content-type: TEXT/PLAIN\r\n", "x"), "a.warc#http://a.example/1: x"},
		{"robots.txt", answer("http://a.example/robots.txt", "content-type: text/plain\r\n", "Disallow: /"), "! a.warc#http://a.example/robots.txt unknown_kind"},
		{"a name server's answer", warcOf("response", "dns:a.example", "Content-Type: text/dns\r\n", "1 2 3 4"), "! a.warc empty"},
		{"converted text", warcOf("conversion", u, "Content-Type: text/plain\r\n", "words"), "a.warc#http://a.example/1: words"},
		{"a type that is none", warcOf("respose", u, "", "x") + htmlAt(u, "one"), "a.warc#2: <p>one\n! a.warc#http://a.example/1 broken"},
		{"a resource", warcOf("resource", u, "Content-Type: text/html\r\n", "<p>x"), "a.warc#http://a.example/1: <p>x"},
		{"an empty page", answer(u, html, ""), "! a.warc#http://a.example/1 empty"},
		{"line feeds alone", withLength(strings.ReplaceAll(htmlAt(u, "x"), "\r", ""), 45), "a.warc#http://a.example/1: <p>x"},
		{"a header line that is none", answer(u, "nonsense\r\n"+html, "x"), "a.warc#http://a.example/1: x"},
		{"no answer of a server", warcOf("response", u, "", "hello"), "! a.warc#http://a.example/1 broken"},

		{"charset of the server", answer(u, "Content-Type: text/html; charset=\"windows-1251\"\r\n", "<meta charset=koi8-r>\xcf\xe5\xf0\xe5\xe3\xee\xe2\xee\xf0\xfb"), "a.warc#http://a.example/1: <meta charset=koi8-r>Переговоры"},
		{"charset of the page", answer(u, html, "<meta charset=windows-1251>\xcf\xe5\xf0\xe5"), "a.warc#http://a.example/1: <meta charset=windows-1251>Пере"},
		{"charset of a text", answer(u, "Content-Type: text/plain;charset=koi8-u\r\n", "\xf0\xc5\xd2\xc5"), "a.warc#http://a.example/1: Пере"},
		{"UTF-8 whatever is said", answer(u, "Content-Type: text/html; charset=windows-1251\r\n", "Пере"), "a.warc#http://a.example/1: Пере"},
		{"UTF-8 said and windows-1251 meant", answer(u, "Content-Type: text/html; charset=utf-8\r\n", "<meta charset=windows-1251>\xcf\xe5\xf0\xe5"), "a.warc#http://a.example/1: <meta charset=windows-1251>Пере"},

		{"chunks", answer(u, html+"Transfer-Encoding: chunked\r\n", "3\r\n<p>\r\n2;x=y\r\nab\r\n0\r\n\r\n"), "a.warc#http://a.example/1: <p>ab"},
		{"chunks undone by the crawler", answer(u, html+"Transfer-Encoding: chunked\r\n", "<p>ab"), "a.warc#http://a.example/1: <p>ab"},
		{"a chunk cut off", answer(u, html+"Transfer-Encoding: chunked\r\n", "30\r\n<p>"), "! a.warc#http://a.example/1 broken"},
		{"gzip", answer(u, html+"Content-Encoding: gzip\r\n", gz("<p>x")), "a.warc#http://a.example/1: <p>x"},
		{"gzip undone by the crawler", answer(u, html+"Content-Encoding: gzip\r\n", "<html><p>x"), "a.warc#http://a.example/1: <html><p>x"},
		{"gzip cut off", answer(u, html+"Content-Encoding: gzip\r\n", gz("<p>x")[:20]), "! a.warc#http://a.example/1 broken"},
		{"zlib", answer(u, html+"Content-Encoding: deflate\r\n", deflated("<p>x")), "a.warc#http://a.example/1: <p>x"},
		{"deflate", answer(u, html+"Content-Encoding: deflate\r\n", deflated("<p>x")[2:]), "a.warc#http://a.example/1: <p>x"},
		{"brotli", answer(u, html+"Content-Encoding: br\r\n", brotlied("<p>x")), "a.warc#http://a.example/1: <p>x"},
		{"zstandard", answer(u, html+"Content-Encoding: zstd\r\n", zst("<p>x")), "a.warc#http://a.example/1: <p>x"},
		{"two codings", answer(u, html+"Content-Encoding: gzip, br\r\n", brotlied(gz("<p>x"))), "a.warc#http://a.example/1: <p>x"},
		{"four codings", answer(u, html+"Content-Encoding: gzip, br, gzip, br\r\n", "x"), "! a.warc#http://a.example/1 broken"},
		{"an unknown coding", answer(u, html+"Content-Encoding: rot13\r\n", "x"), "! a.warc#http://a.example/1 broken"},
		{"a bomb in a page", answer(u, html+"Content-Encoding: gzip\r\n", gz(strings.Repeat(" ", freeUnpack*2))), "! a.warc#http://a.example/1 too_large"},
		{"brotli that gives too much", answer(u, html+"Content-Encoding: br\r\n", brotlied(strings.Repeat(" ", maxRecord+1))), "! a.warc#http://a.example/1 too_large"},

		{"nothing", "", "! a.warc empty"},
		{"no WARC", "Some words.\n", "! a.warc#1 broken"},
		{"junk between", htmlAt(u, "one") + "junk\r\n\r\n" + htmlAt("b:2", "two"), "a.warc#http://a.example/1: <p>one\na.warc#b:2: <p>two\n! a.warc#2 broken"},
		{"a damaged header", htmlAt("b:1", "one") + strings.Replace(htmlAt(u, "x"), "Content-Length", "Content-Lungth", 1) + htmlAt("b:2", "two"), "a.warc#b:1: <p>one\na.warc#b:2: <p>two\n! a.warc#2 broken"},
		{"a damaged first line", htmlAt("b:1", "one") + strings.Replace(htmlAt(u, "x"), "WARC/1.0", "XARC/1.0", 1) + htmlAt("b:2", "two"), "a.warc#b:1: <p>one\na.warc#b:2: <p>two\n! a.warc#2 broken"},
		{"a length too short", htmlAt("b:1", "one") + withLength(htmlAt(u, "many words"), 30) + htmlAt("b:2", "two"), "a.warc#b:1: <p>one\na.warc#b:2: <p>two\n! a.warc#2 broken"},
		{"a length too long", htmlAt("b:1", "one") + withLength(htmlAt(u, "many words"), 200) + htmlAt("b:2", "two") + htmlAt("b:3", "three"), "a.warc#b:1: <p>one\na.warc#b:2: <p>two\na.warc#b:3: <p>three\n! a.warc#2 broken"},
		{"a length beyond the end", withLength(htmlAt(u, "many words"), 996) + htmlAt("b:2", "two"), "a.warc#b:2: <p>two\n! a.warc#1 broken"},
		{"a length beyond the bounds", withLength(htmlAt(u, "many words"), 99999996) + htmlAt("b:2", "two"), "a.warc#b:2: <p>two\n! a.warc#1 too_large"},
		{"a header without end", "WARC/1.0\r\n" + strings.Repeat("x: y\r\n", maxHeader) + htmlAt("b:2", "two"), "a.warc#b:2: <p>two\n! a.warc#1 broken"},
		{"a header line without end", "WARC/1.0 " + strings.Repeat("x", maxHeader*2) + "\r\n" + htmlAt("b:2", "two"), "a.warc#b:2: <p>two\n! a.warc#1 broken"},
	} {
		t.Run(c.name, func(t *testing.T) {
			inDir(t, map[string]string{"a.warc": c.data, "all.warc.gz": gz(c.data)})
			expect(t, outcome(t, true, "", "a.warc"), c.want)
			if c.data != "" {
				expect(t, strings.ReplaceAll(outcome(t, true, "", "all.warc.gz"), "all.warc.gz", "a.warc"), c.want)
			}
		})
	}
}

// TestWARCInput: the day of the crawl is not the day of publication.
func TestWARCInput(t *testing.T) {
	inDir(t, map[string]string{"d/a.warc.gz": asMembers(htmlAt("http://a.example/1", "one"))})
	in, _ := ingested(t, "", "d")
	if i := in[0]; i.URL != "http://a.example/1" || i.Crawled != "2022-03-11T01:02:03Z" || i.Published != "" || i.Format != "html" || i.FileName != "" {
		t.Errorf("got %+v", i)
	}
}

// pages are records that do not pack to nothing.
func pages(n int) []string {
	var out []string
	for i := range n {
		text := ""
		for k := range 40 {
			text += fmt.Sprintf("Delegate %x met delegate %d. ", i*7919+k*104729, i*k)
		}
		out = append(out, htmlAt(fmt.Sprintf("p:%02d", i), text))
	}
	return out
}

// TestWARCDamagedMember: a damaged byte anywhere costs one record, or two
// where it hides the head of the next.
func TestWARCDamagedMember(t *testing.T) {
	records := pages(8)
	whole := asMembers(records...)
	inDir(t, nil)
	count := [3]int{} // of damages, by the number of records lost
	for at := 0; at < len(whole); at += 13 {
		damaged := []byte(whole)
		damaged[at] ^= 0x5a
		in, bad := readAs(t, "a.warc.gz", string(damaged))
		lost := len(records) - len(in)
		if len(bad) == 0 && lost > 0 || lost > 2 {
			t.Fatalf("byte %d damaged: %d articles, %d rejects", at, len(in), len(bad))
		}
		count[lost]++
	}
	if count[1] < 100 || count[2] > count[1]/20 {
		t.Errorf("%d times nothing was lost, %d times one record, %d times two", count[0], count[1], count[2])
	}
}

// TestWARCDamagedHead: a member that gives a few bytes of a record before its
// damage leaves the next its first line.
func TestWARCDamagedHead(t *testing.T) {
	one, two := htmlAt("p:1", "one"), htmlAt("p:2", "two")
	for _, start := range []string{"", "W", "WARC/1.0\r", "WARC/1.0\r\nWARC-Ty", two[:len(two)-30]} {
		broken := gz(start + strings.Repeat("\x00", 20))
		in, bad := readAs(t, "a.warc.gz", gz(one)+broken[:len(broken)-8]+"badc"+broken[len(broken)-4:]+gz(two)+gz(one))
		if len(in) != 3 || in[1] != "a.warc.gz#p:2" || len(bad) == 0 {
			t.Errorf("%q: %q, %q", start, in, bad)
		}
	}
}

// TestWARCTruncated: of a file that is cut, only the tail is lost.
func TestWARCTruncated(t *testing.T) {
	records := pages(20)
	for name, pack := range map[string]func(...string) string{"a.warc.gz": asMembers, "a.warc": func(r ...string) string { return strings.Join(r, "") }} {
		whole := pack(records...)
		for tenth := 1; tenth < 10; tenth++ {
			cut := whole[:len(whole)*tenth/10-3]
			n := 0
			for n < len(records) && len(pack(records[:n+1]...)) <= len(cut) {
				n++
			}
			in, bad := readAs(t, name, cut)
			if len(in) != n || len(bad) != 1 || !strings.HasSuffix(bad[0], "broken") {
				t.Errorf("%s, %d tenths: %d articles of %d, rejects %q", name, tenth, len(in), n, bad)
			}
		}
	}
}

// TestWARCHostile: files made to be read again and again.
func TestWARCHostile(t *testing.T) {
	nested := strings.Repeat("WARC/1.0\r\nContent-Length: 16000000\r\n\r\n\r\n\r\n", 1<<19)
	ends := strings.Repeat("WARC/1.0\r\n", 1<<20)
	for _, c := range []struct{ name, data string }{
		{"a.warc", nested}, {"a.warc", ends}, {"a.warc.gz", gz(nested)}, {"a.warc.gz", strings.Repeat("\x1f\x8b\x08", 1<<16)},
		{"a.warc.gz", asMembers("WARC/1.0\r\n") + strings.Repeat("\x1f\x8b\x08\x00", 1<<16)},
	} {
		in, bad := readAs(t, c.name, c.data)
		if len(in) != 0 || len(bad) == 0 {
			t.Errorf("%d articles, %d rejects", len(in), len(bad))
		}
	}
}

// TestWARCMemory: what is held does not grow with the file.
func TestWARCMemory(t *testing.T) {
	record := gz(htmlAt("p:1", strings.Repeat("The delegations met again. ", 400)))
	bomb := gz(warcOf("response", "p:2", "", strings.Repeat(" ", 3<<20)))
	r, w := io.Pipe()
	go func() {
		for range 10000 {
			io.WriteString(w, record)
		}
		io.WriteString(w, bomb)
		w.Close()
	}()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	n := 0
	drain(t, r, func() {
		if n++; n == 10000 {
			runtime.GC()
			runtime.ReadMemStats(&after)
		}
	})
	if held := int64(after.HeapAlloc) - int64(before.HeapAlloc); n != 10000 || held > 8<<20 {
		t.Errorf("%d articles; %d KB held after them", n, held>>10)
	}
}

func BenchmarkWARC(b *testing.B) {
	data := asMembers(pages(500)...)
	plain := strings.Join(pages(500), "")
	for name, data := range map[string]string{"a.warc.gz": data, "a.warc": plain} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(plain)))
			for b.Loop() {
				if in, _ := readAs(b, name, data); len(in) != 500 {
					b.Fatal(len(in))
				}
			}
		})
	}
}

func FuzzWARC(f *testing.F) {
	f.Add([]byte(htmlAt("p:1", "one") + htmlAt("p:2", "two")))
	f.Add([]byte("WARC/1.0\r\nContent-Length: 9\r\n\r\nx\r\n\r\nWARC/1.0\r\n"))
	f.Add([]byte(warcOf("conversion", "a", "Content-Type: text/plain\r\n", "x")))
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed(t, "a.warc", data)
		fuzzed(t, "a.warc.gz", []byte(gz(string(data))))
	})
}

func FuzzWARCPacked(f *testing.F) {
	f.Add([]byte(asMembers(htmlAt("p:1", "one"), htmlAt("p:2", "two"))))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzed(t, "a.warc.gz", data) })
}

func FuzzResponse(f *testing.F) {
	f.Add([]byte("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n" + brotlied("<p>x")))
	f.Add([]byte("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"))
	f.Add([]byte("HTTP/1.1 200 OK\nContent-Encoding: deflate\n\n\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if page, p := parseResponse(data); p == nil && len(page.body) > maxRecord || p != nil && p.detail == "" {
			t.Errorf("%q: %d bytes, %v", data, len(page.body), p)
		}
	})
}
