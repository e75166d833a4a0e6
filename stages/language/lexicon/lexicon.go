// Package lexicon reads the lists of words that the stages are built on.
//
// A list is a TSV file, embedded beside the code that owns it: a header comment
// that says what it is, its source, the rule of selection and its columns, then
// rows in byte order. EachRow is its one reader; Set and Pairs serve the two
// commonest forms.
package lexicon

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// EachRow reads a data file of a stage, or a user's own in the same form:
// lines of the named number of columns, separated by tabs, in byte order of
// their first key columns, which no two rows share. Empty lines and lines that
// begin with "# " are skipped. It is strict, because a row in the wrong place
// is often one meant otherwise: whatever is off, white space around a cell
// too, is an error with name and line, and so are the errors of row.
func EachRow(name, text string, columns, key int, row func(cells []string) error) error {
	last := ""
	for n := 1; text != ""; n++ {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		line = strings.TrimSuffix(line, "\r")
		if line == "" || line == "#" || strings.HasPrefix(line, "# ") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != columns {
			return fmt.Errorf("%s:%d: %d columns, separated by tabs, where there should be %d", name, n, len(cells), columns)
		}
		for i, c := range cells {
			if strings.TrimSpace(c) != c {
				return fmt.Errorf("%s:%d: column %d is %q: take the space around it away", name, n, i+1, c)
			}
		}
		switch k := strings.Join(cells[:key], "\t"); {
		case cells[0] == "":
			return fmt.Errorf("%s:%d: the first column is empty", name, n)
		case k == last:
			return fmt.Errorf("%s:%d: %q stands twice: remove one", name, n, k)
		case k < last:
			return fmt.Errorf("%s:%d: %q stands after %q: sort the lines by their bytes", name, n, k, last)
		default:
			last = k
		}
		if err := row(cells); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return nil
}

// Text is the text of an embedded file. That it is not there is a bug of the
// stage that asks for it.
func Text(files fs.FS, name string) string {
	b, err := fs.ReadFile(files, name)
	if err != nil {
		panic("lexicon: " + err.Error())
	}
	return string(b)
}

// Set reads an embedded list of one column. Its name is that of the package's
// folder and the file, as errors show it: "annotate/starters.tsv".
func Set(files fs.FS, name string) (map[string]bool, error) {
	set := map[string]bool{}
	err := EachRow(name, Text(files, path.Base(name)), 1, 1, func(f []string) error {
		set[f[0]] = true
		return nil
	})
	return set, err
}

// Pairs reads an embedded list of two columns, whose first is the key. Its name
// is as with Set.
func Pairs(files fs.FS, name string) (map[string]string, error) {
	pairs := map[string]string{}
	err := EachRow(name, Text(files, path.Base(name)), 2, 1, func(f []string) error {
		pairs[f[0]] = f[1]
		return nil
	})
	return pairs, err
}
