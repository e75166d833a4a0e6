package stages

import (
	"fmt"
	"io/fs"
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
		panic("stages: " + err.Error())
	}
	return string(b)
}
