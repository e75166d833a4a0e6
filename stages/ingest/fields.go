package ingest

import (
	"strings"

	"parley/stages"
)

// field is what a member of a record may tell.
type field int

const (
	fieldText field = iota
	fieldTitle
	fieldPublished
	fieldURL
	fieldPublisher
	fieldID
	fieldByline
	fieldLanguage
	fieldCount
)

// fieldNames are the names under which corpora keep a field: the first that
// holds something counts. Case, underscores and hyphens do not matter, so
// article_body is articleBody and _id is id. The more a name says, the earlier it stands:
// "text" may be a summary where there is a "full_text".
var fieldNames = [fieldCount][]string{
	fieldText:  {"full_text", "maintext", "article_text", "article_body", "body_text", "text", "body", "content"},
	fieldTitle: {"title", "headline"},
	fieldPublished: {"date_published", "published_at", "date_publish", "publication_date", "publish_date", "published",
		"pub_date", "date"},
	fieldURL:       {"url", "link", "source_url"},
	fieldPublisher: {"publisher", "outlet", "source_name", "source", "site_name", "source_domain", "domain"},
	fieldID:        {"id", "article_id"},
	fieldByline:    {"byline", "authors", "author"},
	fieldLanguage:  {"language", "lang", "in_language"},
}

// rank says which field a folded name is, and how early it stands.
type rank struct {
	field field
	place int
}

var ranks = func() map[string]rank {
	m := map[string]rank{}
	for f, names := range fieldNames {
		for i, n := range names {
			m[fold(n)] = rank{field(f), i}
		}
	}
	return m
}()

// fold makes names that differ in case and in word division equal.
func fold(name string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r == '_' || r == '-' || r == ' ' {
			return -1
		}
		return r
	}, name))
}

// member is one key of a record; value gives its text, "" for none.
type member struct {
	key   string
	value func() string
}

// record is what the members of a record say.
type record [fieldCount]string

// fieldsOf finds the fields among members. Of two with the same rank the later
// one counts only where the earlier holds nothing.
func fieldsOf(members []member) record {
	var rec record
	var at [fieldCount]int
	for _, m := range members {
		k, ok := ranks[fold(m.key)]
		if !ok || rec[k.field] != "" && at[k.field] <= k.place {
			continue
		}
		if v := m.value(); v != "" {
			rec[k.field], at[k.field] = v, k.place
		}
	}
	return rec
}

// input makes an article of a record.
func (rec record) input(f stages.Format) stages.Input {
	return stages.Input{
		Format:    f,
		Data:      []byte(rec[fieldText]),
		Title:     rec[fieldTitle],
		Published: rec[fieldPublished],
		URL:       rec[fieldURL],
		Publisher: rec[fieldPublisher],
		Byline:    rec[fieldByline],
		Language:  rec[fieldLanguage],
	}
}

func joinNonEmpty(parts []string, sep string) string {
	kept := parts[:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}
