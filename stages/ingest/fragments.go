package ingest

import "strconv"

// fragments gives each record of one file a source_uri of its own.
type fragments struct {
	uri  string
	used map[uint64]struct{} // hashes; a collision only makes the longer name
}

func newFragments(uri string) *fragments {
	return &fragments{uri: uri, used: map[uint64]struct{}{}}
}

// name is path#id, or path#line where there is no id or it is taken. Of several
// ids the first that is free counts.
func (f *fragments) name(line int, ids ...string) string {
	number := strconv.Itoa(line)
	for _, s := range append(ids, number, "line-"+number) {
		if s != "" && f.take(s) {
			return f.uri + "#" + s
		}
	}
	for n := 2; ; n++ {
		if s := "line-" + number + "-" + strconv.Itoa(n); f.take(s) {
			return f.uri + "#" + s
		}
	}
}

// take reports whether s was free.
func (f *fragments) take(s string) bool {
	h := uint64(14695981039346656037) // FNV-1a
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	_, taken := f.used[h]
	f.used[h] = struct{}{}
	return !taken
}
