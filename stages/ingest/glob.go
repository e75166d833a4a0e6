package ingest

import (
	"os"
	"path"
	"strings"
)

// expand finds the files and folders that a pattern matches, in the order of
// their names. Each element is a pattern of path.Match; the element ** stands
// for any number of folders, also none. Wildcards match no hidden names.
func expand(pattern string) ([]string, error) {
	elems := strings.Split(pattern, "/")
	for _, e := range elems {
		if _, err := path.Match(e, ""); err != nil {
			return nil, err
		}
	}
	g := &globber{}
	if elems[0] == "" {
		g.match("/", elems[1:])
	} else {
		g.match("", elems)
	}
	return g.found, nil
}

type globber struct{ found []string }

// match collects what elems match below dir.
func (g *globber) match(dir string, elems []string) {
	if len(elems) == 0 {
		g.found = append(g.found, dir)
		return
	}
	elem, rest := elems[0], elems[1:]
	if elem == "**" {
		g.anywhere(dir, rest)
		return
	}
	if !strings.ContainsAny(elem, `*?[\`) {
		if p := path.Join(dir, elem); exists(p) {
			g.match(p, rest)
		}
		return
	}
	for _, name := range names(dir) {
		ok, _ := path.Match(elem, name)
		if ok && (name[0] != '.' || elem[0] == '.') {
			g.match(path.Join(dir, name), rest)
		}
	}
}

// anywhere matches rest in dir and in every folder below it, but follows no
// links, which may lead back.
func (g *globber) anywhere(dir string, rest []string) {
	for len(rest) > 0 && rest[0] == "**" {
		rest = rest[1:] // says nothing more, and would find everything again
	}
	if len(rest) == 0 {
		rest = []string{"*"}
	}
	g.match(dir, rest)
	for _, name := range names(dir) {
		p := path.Join(dir, name)
		if info, err := os.Lstat(p); err == nil && info.IsDir() && name[0] != '.' {
			g.anywhere(p, rest)
		}
	}
}

func names(dir string) []string {
	if dir == "" {
		dir = "."
	}
	entries, _ := os.ReadDir(dir) // a folder that cannot be read matches nothing
	out := make([]string, len(entries))
	for i, e := range entries {
		out[i] = e.Name()
	}
	return out
}

func exists(p string) bool {
	_, err := os.Lstat(p)
	return err == nil
}
