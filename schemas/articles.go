package schemas

import "time"

// Article is one distinct article. Key and order: article_id.
// Made by stages/normalize; a date of method corpus by stages/dates, the
// duplicate columns by stages/copies.
type Article struct {
	ArticleID     string    `col:"article_id" doc:"stable id: the first 12 hex digits of the SHA-256 of the input record, with _2, _3 ... for byte-identical records"`
	SourceURI     string    `col:"source_uri" doc:"where it was read: path, path#id or path#line of a record"`
	Publisher     string    `col:"publisher" null:"yes" doc:"outlet or agency as the page or record names it"`
	URL           string    `col:"url" null:"yes" doc:"address of the page"`
	Title         string    `col:"title" null:"yes" doc:"headline; null where the input holds none"`
	Byline        string    `col:"byline" null:"yes" doc:"authors as printed"`
	Language      string    `col:"language" null:"yes" doc:"ISO 639-1 code of the text; null when not reliable"`
	Published     Date      `col:"published" null:"yes" doc:"day of publication; the first of the month or year where date_precision says so"`
	PublishedAt   time.Time `col:"published_at" null:"yes" doc:"moment of publication, UTC; null where only the day is known"`
	DatePrecision string    `col:"date_precision" null:"yes" enum:"day,month,year" doc:"how exact published is"`
	DateMethod    string    `col:"date_method" null:"yes" enum:"metadata,dateline,text,arithmetic,corpus,filename" doc:"how published was found"`
	DateEvidence  string    `col:"date_evidence" null:"yes" doc:"the words or the field that show the date"`
	Text          string    `col:"text" doc:"the article's own text, NFC, paragraphs separated by an empty line; all offsets refer to it"`
	Words         int32     `col:"words" doc:"number of words in text"`
	Sentences     int32     `col:"sentences" doc:"number of sentences in text"`
	DuplicateOf   string    `col:"duplicate_of" null:"yes" ref:"articles.article_id" doc:"the earliest article that this one copies; null for an original"`
	DuplicateKind string    `col:"duplicate_kind" null:"yes" enum:"exact,near" doc:"exact: same text; near: most word shingles shared"`
	Similarity    *float64  `col:"similarity" null:"yes" doc:"estimated Jaccard similarity of word shingles with duplicate_of, 0 to 1"`
	Removed       []Removed `col:"removed" doc:"what was taken out of the page, by kind: boilerplate, comment, caption, related, byline"`
}

var articles = define[Article]("articles", "normalize", "one distinct article", "article_id")
