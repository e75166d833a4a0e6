package ingest

import (
	"bufio"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"
)

// archive is the state of reading one archive.
type archive struct {
	*reader
	uri     string
	names   *fragments
	pages   map[string]bool // names of its pages so far, without their extension
	met     int             // members, of any kind
	told    int             // of them handed on or refused
	given   int64           // bytes they unpacked to
	packed  func() int64    // bytes of the archive itself so far
	crossed bool            // the bounds; nothing more is read
	web     bool            // it is a WACZ, which keeps a crawl in its folder archive, and lists beside it
}

func (r *reader) archive(uri string, packed func() int64) *archive {
	web := strings.HasSuffix(strings.ToLower(uri), ".wacz")
	return &archive{reader: r, uri: uri, web: web, names: newFragments(uri), pages: map[string]bool{}, packed: packed}
}

// entry is a member of an archive.
type entry struct {
	name string // as the archive has it
	mode fs.FileMode
	open func() (io.ReadCloser, error)
}

// member reads one member. Its name is only a name: nothing is written under it.
func (a *archive) member(e entry) error {
	a.met++
	if err := a.ctx.Err(); err != nil || e.mode.IsDir() {
		return err
	}
	name, bad := memberName(e.name)
	if bad == nil && (hidden(name) || a.web && !strings.HasPrefix(name, "archive/")) {
		return nil
	}
	a.told++
	k, pack := kindOf(path.Base(name))
	uri := a.names.name(a.met, usable(name, maxURI))
	if bad == nil {
		bad = a.unfit(name, e.mode, k, pack)
	}
	if bad != nil {
		a.reject(uri, bad)
		return nil
	}
	in, err := e.open()
	if err != nil {
		a.reject(uri, memberProblem(err))
		return nil
	}
	defer in.Close()
	if k == unknown {
		b := bufio.NewReader(&meter{in, a})
		if head, _ := b.Peek(4096); !looksLikePage(head) {
			a.reject(uri, unknownKind(name, pack))
			return nil
		}
		return a.content(uri, path.Base(name), pageFile, b)
	}
	if pack == plain || k == warcFile {
		return a.reader.packed(uri, path.Base(name), k, pack, &meter{in, a})
	}
	z, err := unpack(&meter{in, a}, pack)
	if err != nil {
		a.reject(uri, streamProblem(err))
		return nil
	}
	defer z.Close()
	return a.content(uri, path.Base(name), k, &meter{z, a})
}

// memberName cleans the name of a member, or says why it has none that can
// stand in a source_uri.
func memberName(name string) (string, *problem) {
	slashed := strings.ReplaceAll(name, `\`, "/")
	clean := path.Clean(slashed)
	switch {
	case strings.Map(printable, name) != name || !utf8.ValidString(name):
		return "", problemf("unsafe_path", "its name %+.200q holds control characters or is not UTF-8", name)
	case len(name) > maxURI:
		return "", problemf("unsafe_path", "its name has %d bytes", len(name))
	case path.IsAbs(slashed), len(slashed) > 1 && slashed[1] == ':', strings.Contains("/"+slashed+"/", "/../"), clean == ".":
		return "", problemf("unsafe_path", "its name %q leads out of the archive", name)
	}
	return clean, nil
}

// hidden reports whether a member is one that no folder shows, or a Macintosh's
// notes on the others.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.Contains(name, "/.") || strings.HasPrefix(name, "__MACOSX/")
}

// note keeps the name of a page.
func (a *archive) note(name string) {
	if k, _ := kindOf(path.Base(name)); k == pageFile {
		a.pages[strings.TrimSuffix(name, path.Ext(name))] = true
	}
}

// unfit says why a member is no article, whatever it holds.
func (a *archive) unfit(name string, mode fs.FileMode, k kind, pack packing) *problem {
	base := path.Base(name)
	a.note(name)
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if saved, ok := strings.CutSuffix(dir, "_files"); ok && a.pages[saved] {
			return problemf("unknown_kind", "a part of the saved page %s", saved)
		}
	}
	switch {
	case !mode.IsRegular():
		return problemf("unsafe_path", "it is a link or device, not a file; links in archives are not followed")
	case isReadme(base):
		return problemf("unknown_kind", "a README, not an article")
	case k == unknown && pack != plain:
		return unknownKind(name, pack)
	case k == zipFile || k == tarFile:
		return problemf("too_deep", "it is an archive inside an archive; unpack the outer one")
	}
	return nil
}

// freeArchive is how much an archive's members may give before the ratio
// counts: more than one of them may, so that a bomb costs itself only.
const freeArchive = 4 * freeUnpack

// meter counts what the members of an archive unpack to.
type meter struct {
	io.ReadCloser
	a *archive
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.ReadCloser.Read(p)
	m.a.given += int64(n)
	if m.a.given > maxStream || m.a.given > freeArchive && m.a.given > maxRatio*m.a.packed() {
		m.a.crossed = true
		return 0, errBomb
	}
	return n, err
}

// over says whether the archive has gone beyond its bounds, and then refuses
// what is left of it.
func (a *archive) over() bool {
	switch {
	case a.crossed:
		a.reject(a.uri, at(streamProblem(errBomb), "member %d", a.met))
	case a.met >= maxMembers:
		a.reject(a.uri, problemf("too_large", "it holds more than %d members; those behind them are not read", maxMembers))
	default:
		return false
	}
	return true
}

// finish tells of an archive that holds nothing.
func (a *archive) finish() {
	if a.told == 0 {
		a.reject(a.uri, problemf("empty", "it holds no files"))
	}
}
