package ingest

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
)

// Programs write a table as one JSON value in several shapes, of which a list of
// records is only one. These are those of pandas.DataFrame.to_json and to_dict:
//
//	columns  {"title": {"0": "...", "1": "..."}, "text": {"0": "...", "1": "..."}}
//	index    {"0": {"title": "...", "text": "..."}, "1": {...}}
//	list     {"title": ["...", "..."], "text": ["...", "..."]}
//	split    {"columns": ["title", "text"], "index": [0, 1], "data": [["...", "..."], ...]}
//	values   [["title", "text"], ["...", "..."]], if the first list names the columns

// rowsOf gives the records of a table in one of the shapes, nil for any other
// object.
func rowsOf(raw []byte, depth int) [][]byte {
	if good := validJSON(raw); good != nil {
		raw = good
	}
	members, ok := membersOf(raw)
	if !ok || len(members) == 0 || depth > 2 {
		return nil
	}
	for _, shape := range []func([]pair) [][]byte{splitRows, columnRows, indexRows} {
		if rows := shape(members); rows != nil {
			return rows
		}
	}
	for _, m := range members {
		if (wrappers[m.key] || nests[m.key]) && m.value[0] == '{' {
			if rows := rowsOf(m.value, depth+1); rows != nil {
				return rows
			}
		}
	}
	return nil
}

// pair is a member of an object.
type pair struct {
	key   string
	value json.RawMessage
}

// membersOf reads an object with its members in their order.
func membersOf(raw []byte) (out []pair, ok bool) {
	d := json.NewDecoder(bytes.NewReader(raw))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, false
	}
	for d.More() {
		t, err := d.Token()
		key, isKey := t.(string)
		var value json.RawMessage
		if err != nil || !isKey || d.Decode(&value) != nil || len(value) == 0 {
			return nil, false
		}
		out = append(out, pair{key, value})
	}
	return out, true
}

// splitRows reads names and rows apart.
func splitRows(members []pair) [][]byte {
	var columns []string
	var data [][]json.RawMessage
	for _, m := range members {
		switch fold(m.key) {
		case "columns", "fields", "header", "headers", "names":
			columns = columnNames(m.value)
		case "data", "rows", "values":
			if json.Unmarshal(m.value, &data) != nil {
				return nil
			}
		}
	}
	if !slices.ContainsFunc(columns, isText) || len(data) == 0 {
		return nil
	}
	var rows [][]byte
	for _, r := range data {
		rows = append(rows, recordOf(columns, r))
	}
	return rows
}

// columnNames reads a list of names, or of objects with names.
func columnNames(raw json.RawMessage) (names []string) {
	var list []json.RawMessage
	json.Unmarshal(raw, &list)
	for _, e := range list {
		names = append(names, jsonText(e, fieldTitle, 0))
	}
	return names
}

// columnRows reads a table column by column.
func columnRows(members []pair) [][]byte {
	var labels []string // of the rows
	var columns []string
	var cells []map[string]json.RawMessage
	texts, lists := 0, 0
	for _, m := range members {
		column, isList := columnOf(m.value)
		if column == nil {
			return nil
		}
		if k, ok := ranks[fold(m.key)]; ok && k.field == fieldText && labels == nil {
			texts++
			if labels = labelsOf(m.value); isList {
				for i := range len(column) {
					labels = append(labels, strconv.Itoa(i))
				}
			}
		}
		if isList {
			lists++
		}
		columns, cells = append(columns, m.key), append(cells, column)
	}
	if texts == 0 || lists > 0 && (lists < len(members) || lists == 1 || !sameLength(cells)) {
		return nil // a list alone is of paragraphs
	}
	var rows [][]byte
	for _, l := range labels {
		row := make([]json.RawMessage, len(columns))
		for i := range columns {
			row[i] = cells[i][l]
		}
		rows = append(rows, recordOf(columns, row))
	}
	return rows
}

// columnOf reads the cells of a column by their labels; nil where the value is
// none.
func columnOf(raw json.RawMessage) (cells map[string]json.RawMessage, isList bool) {
	var list []json.RawMessage
	switch raw[0] {
	case '{':
		json.Unmarshal(raw, &cells)
	case '[':
		json.Unmarshal(raw, &list)
		cells = map[string]json.RawMessage{}
		for i, e := range list {
			cells[strconv.Itoa(i)] = e
		}
	}
	return cells, list != nil
}

func labelsOf(raw json.RawMessage) (labels []string) {
	members, _ := membersOf(raw)
	for _, m := range members {
		labels = append(labels, m.key)
	}
	return labels
}

func sameLength(columns []map[string]json.RawMessage) bool {
	for _, c := range columns {
		if len(c) != len(columns[0]) {
			return false
		}
	}
	return true
}

// indexRows reads an object whose members are all records.
func indexRows(members []pair) (rows [][]byte) {
	for _, m := range members {
		if m.value[0] != '{' {
			return nil
		}
		if _, _, p := parseRecord(m.value); p == nil {
			rows = append(rows, m.value)
		}
	}
	if 2*len(rows) < len(members) {
		return nil
	}
	return rows
}

// recordOf makes a record of a row.
func recordOf(columns []string, row []json.RawMessage) []byte {
	m := map[string]json.RawMessage{}
	for i, c := range columns {
		if i < len(row) && row[i] != nil {
			m[c] = row[i]
		}
	}
	raw, err := json.Marshal(m)
	if err != nil {
		panic("ingest: " + err.Error()) // the values were parsed
	}
	return raw
}

// listed reads a list in v.raw as a row below the list that names the columns,
// which gives nil.
func (v *values) listed() (row []byte, ok bool) {
	raw := bytes.TrimSpace(v.raw)
	if len(raw) == 0 || raw[0] != '[' {
		return nil, false
	}
	if v.header == nil {
		names := columnNames(raw)
		if v.number > 0 || !slices.ContainsFunc(names, isText) {
			return nil, false
		}
		v.header = names
		return nil, true
	}
	var cells []json.RawMessage
	if json.Unmarshal(raw, &cells) != nil {
		return nil, false
	}
	return recordOf(v.header, cells), true
}
