// Package ingest finds articles: it opens files, folders, globs and standard
// input and hands on each article as bytes in UTF-8, with what its record or
// front matter says of it.
//
// In: paths. Out: the layer input of one Document an article, and a reject for
// each input that cannot be used. What the articles say, when they appeared and
// which part of a page is theirs is for normalize to find.
//
// # Kinds
//
// The name of a file tells its kind; case does not matter, and each may be
// packed, with .gz or .zst (.zstd) behind its extension.
//
//	.txt .text            one article; one that begins as an HTML page is read as a page
//	.md .markdown         one article, with or without YAML front matter
//	.html .htm .xhtml     one page
//	.jsonl .ndjson        one record a line
//	.json                 a record, an array of records, several of either one after
//	                      the other, or an object around an array ({"articles": [...]})
//
// Standard input (-) may be any of these and is told by how it begins.
//
// A record is an object with a text; fields.go lists the names under which its
// fields are found. The text may hold HTML, or be a list of paragraphs.
//
// # Paths
//
// A folder is read with all below it, in the order of the names' bytes; links
// are followed. A glob knows *, ? and [...], and ** for any number of folders.
// A file that is reached twice, also by links, is read once, under the first
// path. Hidden files (.name) are passed over. A README and the parts that a
// browser saves with a page (Talks_files beside Talks.html) become rejects
// unless their own path is given.
//
// source_uri is the path as given, cleaned; of a record path#id, and where it
// has no id, or one that an earlier record of the file has, path#line in JSON
// lines and path#number in an array, both from 1 (path#line-7 if an id already
// is 7). Article ids come from the SHA-256 of the record's bytes, so they change
// neither with the path nor with the packing.
//
// # Encodings
//
// UTF-8, and UTF-16 with a byte order mark. A page may declare another one,
// which counts unless the page is valid UTF-8. What declares nothing and is not
// UTF-8 is taken for windows-1252 where its bytes make sense as such; a UTF-8
// text with a few bad bytes (one in a thousand) is kept with U+FFFD in their
// place, and a character that the end of the file cuts in two is dropped.
// Anything else is refused, not guessed.
//
// # Bounds
//
// A text, page or record may have 16 MB; of what is larger no more is held in
// memory. A packed file may unpack to 300 times its size and to 64 GB; the
// window of zstandard is bounded by 128 MB. One record is held at a time, and
// 8 bytes of each record's id while its file is read.
//
// # Reasons
//
//	unreadable    no such file, no permission, no match of a glob
//	unknown_kind  the name says another kind, or none; a README; parts of a saved page
//	not_text      a NUL or many control characters
//	empty         no text in it
//	too_large     beyond the bounds above
//	broken        packed data, JSON or front matter that cannot be read; of JSON
//	              lines it costs the line, of an array the element where its
//	              brackets and quotation marks still balance
//	no_text       a record without a field of text
//	bad_encoding  text of an encoding that cannot be told
//	unsafe_path   a device, pipe or socket; a name with control characters or not in UTF-8
//
// # Known failures
//
// Text in a legacy encoding other than windows-1252 must be converted before.
// A JSON array in which a quotation mark is missing is lost from there on.
package ingest
