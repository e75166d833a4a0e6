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
//	.md .markdown         one article, with or without front matter in YAML or TOML
//	.html .htm .xhtml     one page; a page under any other name (.php, none) is known by how it begins
//	.mhtml .mht           one page, as browsers save it with its parts
//	.jsonl .ndjson        one record a line
//	.json                 a record, an array of records, several of either one after
//	                      the other, or an object around an array ({"articles": [...]})
//	.csv .tsv             one record a row, below a header row
//	.parquet              one record a row
//	.warc .wet            the answers of servers, as a crawler keeps them
//	.zip .tar             an archive of any of the above (.tgz and .tzst are .tar.gz and .tar.zst)
//	.wacz                 a crawl in WARC, with its lists, in a ZIP archive
//
// Standard input (-) may be any of these and is told by how it begins.
//
// A record is an object with a text; fields.go lists the names under which its
// fields are found. The text may hold HTML, or be a list of paragraphs. Records
// may lie in what search engines answer ({"hits": {"hits": [...]}}), and a table
// may have the shapes that pandas writes (shapes.go). What programs write instead
// of JSON is read where that is beyond doubt (language/loosejson): NaN, a comma
// too many, the types of a database's shell, lists of Python in a string. A field
// that seems to hold a date or title, of an article that has none, and is not
// read, is a note once a file: unused_date, unused_title.
//
// # Tables
//
// Columns are found by the same names as a record's fields. Cells are
// divided by commas, tabs, semicolons or bars, whichever gives the first line a
// column of text; "sep=;" above it states it, and up to twenty other lines may
// stand above the header. Quotation marks are read as RFC 4180 has it; inside one line
// they may also stand undoubled, or behind backslashes where that makes the row whole, and in tab-separated values mean nothing where
// they do not fit. A row with too few cells, or with too many that are not
// empty, is broken. Where a quotation mark is missing, reading goes on at the
// next line that is a whole row with proper quotation marks; what lies between
// is one reject.
//
// Of a Parquet file only the columns of known names are read, if they hold
// strings, bytes, numbers, dates, or lists and structures of them. A time that
// the file says is in no zone has none. A damaged page costs what is left of its
// row group; pages packed by LZ4_RAW, which the library does not know, are refused.
//
// # Databases of newspapers
//
// A text that LexisNexis, Nexis Uni, Factiva or ProQuest gave holds many
// articles, and lines that tell the title, paper, day and authors of each. It is
// taken apart by the lines that they put between articles (newsbanks.go); a part
// of another layout is handed on as a text of its own where it has the length of
// an article.
//
// # WARC
//
// Of a crawl the records of type response with HTTP status 200 are articles,
// and those of type resource and conversion, where they hold a page or plain
// text; other types are passed over. Chunks and the codings gzip, deflate, br
// and zstd are undone; a page that the crawler cut is taken as it is. The
// crawler's date becomes Input.Crawled, not Published. A crawl in zstandard may
// begin with its dictionary.
//
// A damaged record costs itself, rarely also the one behind it: reading goes on
// at the next gzip member, looked for from the start of the damaged one, or the next line that begins with "WARC/1.". A record
// whose length is wrong is searched for the head of the next.
//
// # Archives
//
// The members of a ZIP archive come in the order of their names' bytes, those
// of a tape archive in its own. A member is treated as a file in a folder would
// be, and its name is only a name: nothing is written under it, links are not
// followed, and one that leads out of the archive is refused. An archive inside
// an archive is refused. A ZIP archive of which the end is missing is read by
// the heads of its members; behind a damaged head of a tape archive reading
// goes on at the next that is whole.
//
// ZIP and Parquet are read at random, so inside an archive, packed, or from
// standard input they go by way of a temporary file.
//
// # Paths
//
// A folder is read with all below it, in the order of the names' bytes; links
// are followed. A glob knows *, ? and [...], and ** for any number of folders.
// A file that is reached twice, also by links, is read once, under the first
// path. Hidden files (.name) are passed over, and so are, with a note, the files
// that a run has written, as the manifest beside them says, unless their own path
// is given. A README and the parts that a
// browser saves with a page (Talks_files beside Talks.html) become rejects
// unless their own path is given.
//
// source_uri is the path as given, cleaned; of a record path#id, and where it
// has no id, or one that an earlier record of the file has, path#line in JSON
// lines and path#number in an array, both from 1 (path#line-7 if an id already
// is 7). The lines of a table are counted as they stand in the file, so that
// one row may have several, the rows of a Parquet file from 1. A response is
// path#address, and where that is taken path#record-id or path#number. A member
// is archive#name, or archive#number where two have one name; its records are
// archive#name#id. Article ids come from the SHA-256 of the record's bytes, of a
// response from its body's and of a row in Parquet from its cells', so they
// change neither with the path nor with the packing.
//
// # Encodings
//
// UTF-8, and UTF-16 with a byte order mark. A page may declare another one,
// and its server one that counts more; they count unless the page is valid
// UTF-8. What declares nothing and is not
// UTF-8 is taken for windows-1252 where its bytes make sense as such; a UTF-8
// text with a few bad bytes (one in a thousand) is kept with U+FFFD in their
// place, and a character that the end of the file cuts in two is dropped.
// Anything else is refused, not guessed.
//
// # Bounds
//
// A text or record may have 16 MB, a page 4 MB and 200,000 tags; of what is
// larger no more is held in memory. A packed file may unpack to 300 times its size and to 64 GB; the
// window of zstandard is bounded by 128 MB. One record is held at a time, and
// 8 bytes of each record's id while its file is read; of Parquet a
// page of each column and at most 64 rows, as many as fit into 256 MB.
//
// An archive may have 1,048,576 members, and those unpack to 300 times the
// archive's size and to 64 GB, both of each member and of all together, so that
// members that share their data, bombs in two layers and files with holes are
// no way around. The list of a ZIP archive may have 64 MB, and a file that must
// go by way of a temporary one 4 GB.
//
// # Reasons
//
//	unreadable    no such file, no permission, no match of a glob; a member that is
//	              encrypted or packed by an unknown method
//	unknown_kind  the name or content type says another kind, or none; a README; parts
//	              of a saved page; a robots.txt
//	not_text      a NUL or many control characters
//	empty         no text in it
//	too_large     beyond the bounds above
//	broken        packed data, JSON or front matter that cannot be read; of JSON
//	              lines it costs the line, of an array the element where its
//	              brackets and quotation marks still balance
//	no_text       a record without a field of text
//	bad_encoding  text of an encoding that cannot be told
//	unsafe_path   a device, pipe or socket; a name with control characters or not in
//	              UTF-8; a member that is a link or whose name leads out of the archive
//	too_deep      an archive inside an archive
//	http_status   a response with another status than 200
//
// # Known failures
//
// Text in a legacy encoding other than windows-1252 must be converted before.
// In a JSON array in which quotation marks do not fit, reading goes on at the next
// record with the same first name that is an article, looked for in what the
// damaged one seems to hold, up to 16 MB; "about 3 records" in a reject says what
// that costs. A file of one gzip or zstandard stream is lost from a damaged byte
// on, and a Parquet file whose end is missing altogether. In a table, a cell of several lines in which
// quotation marks are not doubled costs its row. The parts of a saved page that
// come before it in a tape archive are taken for articles. Names of ZIP members
// that are not UTF-8 are read in code page 437, as the format has it.
package ingest
