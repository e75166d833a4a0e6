package ingest

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"testing"
)

// packer writes an archive of members, each a name and what it holds. A name
// that ends in a slash is a folder; one with an arrow a link.
type packer func(members ...[2]string) string

func zipOf(members ...[2]string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range members {
		h := &zip.FileHeader{Name: m[0], Method: zip.Deflate}
		if name, _, ok := strings.Cut(m[0], "->"); ok {
			h.Name = name
			h.SetMode(0o777 | 1<<27) // fs.ModeSymlink
		}
		f, err := w.CreateHeader(h)
		if err != nil {
			panic(err)
		}
		io.WriteString(f, m[1])
	}
	w.Close()
	return b.String()
}

// tarHeader is the header of a member alone.
func tarHeader(name string, size int64) string {
	var b bytes.Buffer
	if err := tar.NewWriter(&b).WriteHeader(&tar.Header{Name: name, Size: size, Mode: 0o644}); err != nil {
		panic(err)
	}
	return b.String()
}

func tarOf(members ...[2]string) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, m := range members {
		h := &tar.Header{Name: m[0], Size: int64(len(m[1])), Mode: 0o644}
		if name, to, ok := strings.Cut(m[0], "->"); ok {
			h.Name, h.Linkname, h.Typeflag = name, to, tar.TypeSymlink
		} else if strings.HasSuffix(m[0], "/") {
			h.Typeflag = tar.TypeDir
		}
		if err := w.WriteHeader(h); err != nil {
			panic(err)
		}
		io.WriteString(w, m[1])
	}
	w.Close()
	return b.String()
}

var packers = map[string]packer{
	"a.zip":     zipOf,
	"a.tar":     tarOf,
	"a.tar.gz":  func(m ...[2]string) string { return gz(tarOf(m...)) },
	"a.tgz":     func(m ...[2]string) string { return gz(tarOf(m...)) },
	"a.tar.zst": func(m ...[2]string) string { return zst(tarOf(m...)) },
	"a.zip.gz":  func(m ...[2]string) string { return gz(zipOf(m...)) },
}

// inArchives runs the same members through every kind of archive; A in want
// stands for its name. What comes of a member follows its name in both orders.
func inArchives(t *testing.T, want string, members ...[2]string) {
	t.Helper()
	for file, pack := range packers {
		inDir(t, map[string]string{file: pack(members...)})
		expect(t, outcome(t, true, "", file), strings.ReplaceAll(want, "A#", file+"#"))
	}
}

func TestArchiveMembers(t *testing.T) {
	const readme = "about"
	inArchives(t, `A#a.txt: one
A#b.jsonl#x: two
A#b.jsonl#2: three
A#c/d.csv#2: four
A#e.warc.gz#p:1: <p>five
A#f.html: <p>six
A#g.md.gz: seven
A#h.warc#p:2: <p>eight
A#i.json.zst#1: nine
! A#README.md unknown_kind
! A#b.jsonl#3 broken
! A#j.zip too_deep
! A#k.tar.gz too_deep
! A#l.jpg unknown_kind
! A#m.txt empty
! A#noname unknown_kind`,
		[2]string{"README.md", readme},
		[2]string{"a.txt", "one"},
		[2]string{"b.jsonl", `{"id":"x","text":"two"}` + "\n" + `{"text":"three"}` + "\n{"},
		[2]string{"c/", ""},
		[2]string{"c/d.csv", "title,text\nT,four\n"},
		[2]string{"e.warc.gz", asMembers(htmlAt("p:1", "five"))},
		[2]string{"f.html", "<p>six"},
		[2]string{"g.md.gz", gz("seven")},
		[2]string{"h.warc", htmlAt("p:2", "eight")},
		[2]string{"i.json.zst", zst(`[{"text":"nine"}]`)},
		[2]string{"j.zip", zipOf([2]string{"x.txt", "deep"})},
		[2]string{"k.tar.gz", gz(tarOf([2]string{"x.txt", "deep"}))},
		[2]string{"l.jpg", "x"},
		[2]string{"m.txt", ""},
		[2]string{"noname", "x"},
	)
}

func TestArchiveNames(t *testing.T) {
	inArchives(t, `A#a.txt: fine
A#d/b.txt: fine
! A#1 unsafe_path
! A#2 unsafe_path
! A#3 unsafe_path
! A#4 unsafe_path
! A#5 unsafe_path
! A#6 unsafe_path
! A#d/link.txt unsafe_path`,
		[2]string{"../up.txt", "x"},
		[2]string{"/etc/passwd.txt", "x"},
		[2]string{"C:\\x.txt", "x"},
		[2]string{"X/..\\..\\up.txt", "x"},
		[2]string{"X/../up.txt", "x"},
		[2]string{"X/" + strings.Repeat("x", maxURI) + ".txt", "x"},
		[2]string{"__MACOSX/._a.txt", "x"},
		[2]string{"a.txt", "fine"},
		[2]string{"d/.hidden/a.txt", "x"},
		[2]string{"d/.hidden.txt", "x"},
		[2]string{"d/b.txt", "fine"},
		[2]string{"d/link.txt->/etc/passwd", ""},
	)
	inArchives(t, "A#a.txt: one\nA#2: two", [2]string{"a.txt", "one"}, [2]string{"a.txt", "two"})
	inArchives(t, "A#d/a.txt: one", [2]string{"./d//a.txt", "one"})
	inArchives(t, "A#Talks.html: <p>one\n! A#Talks_files/ad.html unknown_kind", [2]string{"Talks.html", "<p>one"}, [2]string{"Talks_files/ad.html", "<p>ad"})
}

func TestArchiveInput(t *testing.T) {
	inDir(t, map[string]string{"d/a.zip": zipOf([2]string{"2022/Note.md", "---\ntitle: T\n---\nBody"})})
	in, _ := ingested(t, "", "d")
	if i := in[0]; i.SourceURI != "d/a.zip#2022/Note.md" || i.FileName != "Note.md" || i.Title != "T" {
		t.Errorf("got %+v", i)
	}
}

func TestArchiveOrder(t *testing.T) {
	members := [][2]string{{"b.txt", "1"}, {"a.txt", "2"}, {"c/a.txt", "3"}}
	inDir(t, map[string]string{"a.zip": zipOf(members...), "b.tar": tarOf(members...)})
	expect(t, outcome(t, false, "", "."), "a.zip#a.txt\na.zip#b.txt\na.zip#c/a.txt\nb.tar#b.txt\nb.tar#a.txt\nb.tar#c/a.txt")
}

func TestArchiveDamage(t *testing.T) {
	texts := [][2]string{{"a.txt", "one"}, {"b.txt", "two"}, {"c.txt", "three"}}
	z := zipOf(texts...)
	sizesFirst := zipRaw([2]string{"a.txt", "one"}, [2]string{"b.txt", "PK\x03\x04"}, [2]string{"c.txt", "three"})
	latin := strings.ReplaceAll(z, "b.txt", "\x94.txt")
	for _, c := range []struct{ name, file, data, want string }{
		{"nothing", "a.zip", "", "! a.zip broken"},
		{"no archive", "a.zip", "plain text", "! a.zip broken"},
		{"an empty one", "a.zip", zipOf(), "! a.zip empty"},
		{"folders alone", "a.zip", zipOf([2]string{"d/", ""}), "! a.zip empty"},
		{"a list cut off", "a.zip", z[:strings.LastIndex(z, "PK\x01\x02")], "a.zip#a.txt: one\na.zip#b.txt: two\na.zip#c.txt: three\n! a.zip broken"},
		{"a list cut off, sizes before the data", "a.zip", sizesFirst[:len(sizesFirst)-5], "a.zip#a.txt: one\na.zip#b.txt: PK\x03\x04\na.zip#c.txt: three\n! a.zip broken"},
		{"a damaged member", "a.zip", strings.Replace(zipStored(texts...), "two", "tvo", 1), "a.zip#a.txt: one\na.zip#c.txt: three\n! a.zip#b.txt broken"},
		{"an encrypted member", "a.zip", flagged(z, "b.txt", 8, 1), "a.zip#a.txt: one\na.zip#c.txt: three\n! a.zip#b.txt unreadable"},
		{"an unknown method", "a.zip", flagged(z, "b.txt", 10, 9), "a.zip#a.txt: one\na.zip#c.txt: three\n! a.zip#b.txt unreadable"},
		{"a name of another code page", "a.zip", latin, "a.zip#a.txt: one\na.zip#c.txt: three\na.zip#ö.txt: two"},

		{"nothing", "a.tar", "", "! a.tar empty"},
		{"no archive", "a.tar", strings.Repeat("plain text ", 500), "! a.tar#1 broken"},
		{"an empty one", "a.tar", tarOf(), "! a.tar empty"},
		{"a damaged header", "a.tar", strings.Replace(tarOf(texts...), "b.txt", "B.txt", 1), "a.tar#a.txt: one\na.tar#c.txt: three\n! a.tar#2 broken"},
		{"a member that claims more than there is", "a.tar", tarOf(texts[0])[:2*512] + tarHeader("b.txt", 8<<30) + strings.Repeat("x", 512) + tarOf(texts[2]), "a.tar#a.txt: one\na.tar#c.txt: three\n! a.tar#b.txt broken\n! a.tar broken"},
		{"a name not in UTF-8", "a.tar", tarOf([2]string{"\xff.txt", "x"}, [2]string{"b.txt", "two"}), "a.tar#b.txt: two\n! a.tar#1 unsafe_path"},
		{"not gzip", "a.tar.gz", "plain text", "! a.tar.gz broken"},
	} {
		t.Run(c.file+" "+c.name, func(t *testing.T) {
			inDir(t, map[string]string{c.file: c.data})
			expect(t, outcome(t, true, "", c.file), c.want)
		})
	}
}

func zipStored(members ...[2]string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range members {
		f, _ := w.CreateHeader(&zip.FileHeader{Name: m[0], Method: zip.Store})
		io.WriteString(f, m[1])
	}
	w.Close()
	return b.String()
}

// zipRaw gives the members' sizes before their data.
func zipRaw(members ...[2]string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range members {
		n := uint64(len(m[1]))
		f, _ := w.CreateRaw(&zip.FileHeader{Name: m[0], CRC32: crc32.ChecksumIEEE([]byte(m[1])), CompressedSize64: n, UncompressedSize64: n})
		io.WriteString(f, m[1])
	}
	w.Close()
	return b.String()
}

// flagged sets a byte of a member's entry in the directory of a ZIP archive.
func flagged(z, name string, at int, value byte) string {
	b := []byte(z)
	i := bytes.LastIndex(b, []byte(name)) - 46
	if string(b[i:i+4]) != "PK\x01\x02" {
		panic("no directory entry")
	}
	b[i+at] = value
	return string(b)
}

func TestArchiveTruncated(t *testing.T) {
	var members [][2]string
	for i := range 20 {
		text := ""
		for k := range 600 {
			text += fmt.Sprintf("Delegate %x met %d. ", i*7919+k*104729, i*k)
		}
		members = append(members, [2]string{fmt.Sprintf("%02d.txt", i), text})
	}
	for file, pack := range packers {
		whole := pack(members...)
		for tenth := 1; tenth < 10; tenth++ {
			in, bad := readAs(t, file, whole[:len(whole)*tenth/10])
			least := 2*tenth - 2 // the archive's end has no members
			switch {
			case file == "a.zip.gz":
				least = 0 // it must be whole to be read at random
			case file == "a.tar.zst":
				least -= 12 // it is packed in large blocks
			}
			if len(in) < least || len(in) >= len(members) || len(bad) == 0 {
				t.Errorf("%s, %d tenths: %d articles, rejects %q", file, tenth, len(in), bad)
			}
		}
	}
}

func TestArchiveBombs(t *testing.T) {
	bomb := strings.Repeat("\n", freeUnpack*2)
	for file, want := range map[string]string{
		"a.zip":    "A#a.txt A#c.txt ! A#b.jsonl too_large",
		"a.tar":    "A#a.txt A#c.txt ! A#b.jsonl empty", // as large as what it holds
		"a.tar.gz": "A#a.txt ! A#b.jsonl too_large ! A too_large",
	} {
		inDir(t, map[string]string{file: packers[file]([2]string{"a.txt", "one"}, [2]string{"b.jsonl", bomb}, [2]string{"c.txt", "three"})})
		expect(t, strings.ReplaceAll(outcome(t, false, "", file), "\n", " "), strings.ReplaceAll(want, "A", file))
	}

	// a bomb in two layers, each within its ratio
	layer := strings.Repeat(gz(strings.Repeat("\n", 10_000)), 2000)
	inDir(t, map[string]string{"a.zip": zipOf([2]string{"a.jsonl.gz", layer}, [2]string{"b.txt", "two"})})
	expect(t, outcome(t, false, "", "a.zip"), "! a.zip#a.jsonl.gz too_large\n! a.zip too_large")

	// a file with holes, which take no place in the archive
	inDir(t, map[string]string{"a.tar": sparse(1 << 40)})
	expect(t, outcome(t, false, "", "a.tar"), "! a.tar#a.jsonl too_large\n! a.tar too_large")

	// members that share their data
	inDir(t, map[string]string{"a.zip": overlapping(2000)})
	got := outcome(t, false, "", "a.zip")
	if n := strings.Count(got, "\n"); !strings.HasSuffix(got, "\n! a.zip too_large") || n > 200 {
		t.Errorf("%d lines: %.300s", n, got)
	}

	// a directory larger than any
	if !testing.Short() {
		if _, bad := readAs(t, "a.zip", directoryOf(2<<20)); len(bad) != 1 || bad[0] != "a.zip too_large" {
			t.Errorf("%.300q", bad)
		}
	}
}

// sparse is an archive of one file of that size, which is one hole.
func sparse(size int) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	block := "1\n" + fmt.Sprintf("%d\n0\n", size)
	block += strings.Repeat("\x00", 512-len(block))
	w.WriteHeader(&tar.Header{Name: "a.jsonl", Size: int64(len(block)), Mode: 0o644, Format: tar.FormatPAX, PAXRecords: map[string]string{
		"GNX.sparse.major": "1", "GNX.sparse.minor": "0", "GNX.sparse.name": "a.jsonl", "GNX.sparse.realsize": fmt.Sprint(size)}})
	io.WriteString(w, block)
	w.Close()
	return strings.ReplaceAll(b.String(), "GNX.", "GNU.") // which the writer refuses to write
}

// overlapping is a ZIP archive of n members with the same megabyte of blanks.
func overlapping(n int) string {
	one := zipOf([2]string{"a.txt", strings.Repeat(" \n\t\n", 1<<18)})
	at := strings.LastIndex(one, "PK\x01\x02")
	end := strings.LastIndex(one, "PK\x05\x06")
	entry := one[at:end]
	return one[:at] + strings.Repeat(entry, n) + zipEnd(n, n*len(entry), at)
}

// directoryOf is a ZIP archive of n members that are only listed.
func directoryOf(n int) string {
	entry := "PK\x01\x02" + strings.Repeat("\x00", 42)
	return strings.Repeat(entry, n) + zipEnd(n, n*len(entry), 0)
}

func zipEnd(n, size, at int) string {
	b := []byte("PK\x05\x06\x00\x00\x00\x00")
	b = binary.LittleEndian.AppendUint16(b, uint16(n))
	b = binary.LittleEndian.AppendUint16(b, uint16(n))
	b = binary.LittleEndian.AppendUint32(b, uint32(size))
	b = binary.LittleEndian.AppendUint32(b, uint32(at))
	return string(b) + "\x00\x00"
}

func TestStandardInputContainers(t *testing.T) {
	member := [2]string{"a.txt", "one"}
	for _, c := range []struct{ name, stdin, want string }{
		{"ZIP", zipOf(member), "-#a.txt: one"},
		{"tar", tarOf(member), "-#a.txt: one"},
		{"tar, packed", gz(tarOf(member)), "-#a.txt: one"},
		{"WARC", htmlAt("p:1", "one"), "-#p:1: <p>one"},
		{"WARC, packed", asMembers(htmlAt("p:1", "one"), htmlAt("p:2", "two")), "-#p:1: <p>one\n-#p:2: <p>two"},
		{"a table", "title,text\nA,one\n", "-#2: one"},
		{"a table, packed", zst("id\ttext\tsummary\n7\tone\t\n"), "-#7: one"},
		{"text with commas", "Text, content and title are words.\nTwo.\n", "-: Text, content and title are words.\nTwo.\n"},
		{"one word", "text\none\n", "-: text\none\n"},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, outcome(t, true, c.stdin, "-"), c.want) })
	}
}

func FuzzZip(f *testing.F) {
	f.Add([]byte(zipOf([2]string{"a.txt", "one"}, [2]string{"b.jsonl", "{}"})))
	f.Add([]byte(overlapping(3)))
	f.Add([]byte(zipOf([2]string{"a.txt", "one"})[:60]))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzed(t, "a.zip", data) })
}

func FuzzTar(f *testing.F) {
	f.Add([]byte(tarOf([2]string{"a.txt", "one"}, [2]string{"b.jsonl", "{}"})))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzed(t, "a.tar", data) })
}
