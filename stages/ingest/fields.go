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
	fieldText: {"full_text", "maintext", "main_text", "article_text", "article_body", "article_content", "news_text", "story_text", "body_text", "text", "body",
		"content", "article", "story", "fulltext_html", "body_html", "content_html", "html", "content_text", "text_content", "raw_text", "clean_text", "plain_text"},
	fieldTitle: {"title", "headline", "web_title", "article_title", "news_title", "story_title", "heading", "headlines"},
	fieldPublished: {"date_published", "published_at", "date_publish", "publication_date", "published_date", "publish_date", "published_time", "published_on", "published",
		"first_publication_date", "web_publication_date", "publication_time", "publish_time", "pub_date", "pub_time", "article_date", "news_date", "post_date", "release_date",
		"date_released", "posted_at", "posted_on", "issue_date", "date", "date_time", "created_at", "date_created", "created"},
	fieldURL:       {"url", "link", "source_url", "article_url", "web_url", "page_url", "canonical_url", "permalink", "href"},
	fieldPublisher: {"publisher", "outlet", "source_name", "news_source", "newspaper", "publication", "source", "site_name", "website", "source_domain", "domain"},
	fieldID:        {"id", "article_id"},
	fieldByline:    {"byline", "authors", "author", "author_name", "creator", "writer"},
	fieldLanguage:  {"language", "lang", "in_language"},
}

// textNames are the commonest names of a text, for people.
const textNames = "full_text, maintext, article_text, article_body, text, body, content"

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
