package ingest

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"parley/stages"
	"parley/stages/language/loosejson"
)

// parseRecord reads one JSON object as an article. id is "" where it has none.
func parseRecord(raw []byte) (in stages.Input, id string, p *problem) {
	raw, p = decodeText(raw)
	if p != nil {
		return in, "", p
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(raw, &members); err != nil {
		if good := validJSON(raw); good == nil || json.Unmarshal(good, &members) != nil {
			return in, "", jsonProblem(raw, err)
		}
	}
	rec := fieldsOf(jsonMembers(members))
	if rec[fieldText] == "" {
		rec = opened(members, rec)
	}
	if id = usableID(rec[fieldID]); rec[fieldText] == "" {
		return in, id, noText(members)
	}
	return rec.input(stages.FormatRecord), id, nil
}

// maxRepair bounds the records that are looked through for what is not quite
// JSON, in bytes.
const maxRepair = 2 << 20

// validJSON gives raw as JSON, nil where it is none.
func validJSON(raw []byte) []byte {
	if len(raw) > maxRepair {
		if json.Valid(raw) {
			return raw
		}
		return nil
	}
	return loosejson.Valid(raw)
}

// opened finds an article one level below a record's own fields, as in the dump
// of a search engine; without one it gives the record back.
func opened(members map[string]json.RawMessage, rec record) record {
	for _, key := range envelopes {
		var inner map[string]json.RawMessage
		if json.Unmarshal(members[key], &inner) != nil {
			continue
		}
		below := fieldsOf(jsonMembers(inner))
		if below[fieldText] == "" {
			continue
		}
		for f := range below {
			if below[f] == "" {
				below[f] = rec[f]
			}
		}
		return below
	}
	return rec
}

// envelopes are the keys under which an article may lie one level deeper.
var envelopes = []string{"_source", "fields", "article", "data", "document", "doc", "item"}

// jsonMembers lists the members of an object in the order of their keys.
func jsonMembers(object map[string]json.RawMessage) []member {
	var out []member
	for _, key := range slices.Sorted(maps.Keys(object)) {
		if slices.Contains(envelopes, key) && (key[0] == '_' || bytes.HasPrefix(object[key], []byte("{"))) {
			continue // _source is no source
		}
		out = append(out, member{key, func() string {
			k, ok := ranks[fold(key)]
			if !ok {
				return ""
			}
			return jsonText(object[key], k.field, 0)
		}})
	}
	return out
}

// innerNames are the keys of an object that stands where a string is expected:
// {"name": "..."} of a publisher, {"rendered": "..."} of a blog's export,
// {"main": "..."} of a newspaper's, {"$oid": "..."} of a database's.
var innerNames = []string{"name", "rendered", "value", "text", "main", "__cdata", "#text", "$oid", "$date", "$numberLong", "@value"}

// jsonText is the text of a value of a field: of a list the texts of its
// elements, which are paragraphs or authors; of an object its name.
func jsonText(raw json.RawMessage, f field, depth int) string {
	if len(raw) == 0 || depth > 3 {
		return ""
	}
	switch raw[0] {
	case '"':
		var s string
		json.Unmarshal(raw, &s) // it is valid: the object that holds it was parsed
		return stringText(s, f)
	case '[':
		var list []json.RawMessage
		json.Unmarshal(raw, &list)
		var parts []string
		for _, e := range list {
			parts = append(parts, jsonText(e, f, depth+1))
		}
		if f == fieldText {
			return joinNonEmpty(parts, "\n\n")
		}
		return joinNonEmpty(parts, ", ")
	case '{':
		var object map[string]json.RawMessage
		json.Unmarshal(raw, &object)
		for _, name := range innerNames {
			if s := jsonText(object[name], f, depth+1); s != "" {
				return s
			}
		}
	case 't', 'f', 'n':
	default:
		if f == fieldPublished {
			return epoch(string(raw))
		}
		if f == fieldID {
			return string(raw)
		}
	}
	return ""
}

// stringText is the text of a string that stands for a field.
func stringText(s string, f field) string {
	s = strings.ReplaceAll(s, "\x00", "\uFFFD")
	if blank([]byte(s)) {
		return ""
	}
	if listed := listText(s, f); listed != "" {
		return listed
	}
	if f != fieldText {
		s = strings.Join(strings.Fields(s), " ")
	}
	if f == fieldPublished && (len(s) == 10 || len(s) == 13) && strings.Trim(s, "0123456789") == "" {
		return epoch(s)
	}
	return s
}

// listText is the text of a list or object that was written as a string, as
// tables hold those of Python and JSON: "['Mara Lindt', 'Ivo Brandt']". It is ""
// for any other string.
func listText(s string, f field) string {
	s = strings.TrimSpace(s)
	if len(s) < 4 || !(s[0] == '[' && s[len(s)-1] == ']' || s[0] == '{' && s[len(s)-1] == '}') || !strings.ContainsAny(s[1:2], `"'[{ uN`+"\n") {
		return ""
	}
	if list := validJSON([]byte(s)); list != nil {
		return jsonText(list, f, 0)
	}
	return ""
}

// epoch writes a number of seconds or milliseconds since 1970 as a date; any
// other number stays as it is (20220310 is a date as people write it).
func epoch(number string) string {
	if len(number) > 20 {
		return number
	}
	n, err := strconv.ParseFloat(number, 64)
	switch {
	case err != nil:
		return number
	case n >= 1e11 && n < 4e12:
		return time.UnixMilli(int64(n)).UTC().Format(time.RFC3339)
	case n >= 1e8 && n < 4e9:
		return time.Unix(int64(n), 0).UTC().Format(time.RFC3339)
	}
	return number
}

// maxID bounds the length of an id that may stand in a source_uri.
const maxID = 200

// usableID is the id where it can stand behind a # on one line, and else "".
func usableID(id string) string { return usable(id, maxID) }

func usable(id string, most int) string {
	if len(id) > most || strings.ContainsFunc(id, func(r rune) bool { return unicode.IsControl(r) || r == utf8.RuneError }) {
		return ""
	}
	return id
}

func jsonProblem(raw []byte, err error) *problem {
	var syntax *json.SyntaxError
	var typed *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		if int(syntax.Offset) >= len(raw) && strings.Contains(err.Error(), "unexpected end") {
			return problemf("broken", "the record ends too early, at byte %d; fetch it again", len(raw))
		}
		return problemf("broken", "byte %d: %v; correct it", syntax.Offset, err)
	case errors.As(err, &typed):
		return problemf("broken", "it is a JSON %s, where an object such as {\"text\": \"...\"} is expected", typed.Value)
	}
	return problemf("broken", "%v", err)
}

func noText(members map[string]json.RawMessage) *problem {
	var keys []string
	for _, k := range slices.Sorted(maps.Keys(members)) {
		if len(keys) == 8 {
			keys = append(keys, "...")
			break
		}
		k = strings.ToValidUTF8(k[:min(len(k), 40)], "")
		keys = append(keys, strconv.Quote(k))
	}
	if len(keys) == 0 {
		return problemf("empty", "the record is empty")
	}
	for k := range members {
		if rk, ok := ranks[fold(k)]; ok && rk.field == fieldText {
			return problemf("empty", "the record's text is empty")
		}
	}
	return problemf("no_text", "none of its fields is one of %s; it has %s", textNames, strings.Join(keys, ", "))
}

// found is a record as it stands in a file.
type found struct {
	raw    []byte
	number int    // its line, or its place in an array, from 1
	where  string // the same in words
	name   string // file name, where the file is this one article
}

// record reads one JSON object and hands it on.
func (r *reader) record(names *fragments, f found) error {
	if len(f.raw) > maxRecord {
		r.reject(names.name(f.number), tooLarge(f.where))
		return r.ctx.Err()
	}
	raw := bytes.TrimSpace(f.raw)
	in, id, p := parseRecord(raw)
	uri := names.name(f.number, id)
	if p != nil {
		r.reject(uri, at(p, "%s", f.where))
		return r.ctx.Err()
	}
	r.watch.record(raw, in)
	in.SourceURI, in.FileName = uri, f.name
	return r.send(in, raw)
}

// isAction reports whether a line says what a search engine shall do with the
// record on the next one: {"index": {"_id": "1"}}.
func isAction(raw []byte) bool {
	var line map[string]map[string]json.RawMessage
	if len(raw) > 1000 || json.Unmarshal(raw, &line) != nil || len(line) != 1 {
		return false
	}
	for verb, of := range line {
		for k := range of {
			if k == "" || k[0] != '_' {
				return false
			}
		}
		return verb == "index" || verb == "create" || verb == "update" || verb == "delete"
	}
	return false
}
