// Package normalize is the stage that lays the article: it reads what ingest
// found and says which of it is the article's own text, and what its title,
// publisher, authors, language and day of publication are.
//
// In: Document.Input. Its Format says how to read the bytes, which are UTF-8:
// a text dump, Markdown, a page, or the text field of a record (clean text, or
// a fragment of HTML). Out: Document.Article, and an empty Input. An input
// without a word of text is refused with the reason no_text, a page nested
// deeper than any real one with broken.
//
// # Text
//
// Damage of the common kinds is repaired (mojibake.go), and characters are made
// uniform (clean.go): NFC, \n, plain spaces, nothing that prints nothing. Then the input becomes blocks (layout.go, html.go). In
// most dumps a line is a paragraph; where lines are broken at a fixed width, as
// programs that turn pages into text do, they are joined again and Markdown's
// marks are read. The main text of a page is found by go-trafilatura without
// its fallbacks, in a tree that was first put into a form that it knows
// (prepare.go: double line breaks make paragraphs, tables that a page is laid out
// in are opened). Where the page shows less than a script of it holds, the text
// is taken from there (scripts.go). JSON-LD, OpenGraph and other meta elements
// give the data (head.go, jsonld.go, meta.go); of several objects in JSON-LD the
// one counts that has the headline or the address of the page.
//
// Each block then gets a label; what is not kept goes to articles.removed in
// the order of the page:
//
//   - the phrase book (phrases.go, phrases.tsv) knows forms, share bars, sign-ups,
//     notices, links to other stories; some phrases speak for the headlines that
//     follow them, and those of comment forms for all the rest;
//   - a credit tells a caption (captions.go, credits.tsv);
//   - lines that are there twice, lines in capitals and lone lines in headline
//     capitals are other stories' headlines, runs of headline, author and
//     paragraph their teasers (furniture.go);
//   - the article is the run of blocks whose words outweigh the menus around it
//     (region.go), from the headline on;
//   - readers' comments that no form announces begin where, behind a report that
//     quotes and attributes, somebody speaks as readers do, and nothing reports
//     any more (comments.go, informal.tsv);
//   - bylines, lines with dates, the paper's name, lines about the author
//     (headline.go).
//
// Pull-quotes and the article's own section headings stay. A headline that
// markup or a field tells apart is the title alone. The first line of a dump
// that reads as a headline is both title and first paragraph: nothing but its
// look says what it is, and a wrong guess then loses no words. Where no line reads
// as one, the line that stands first is taken for it, if it is short, a question
// or without an end (headline.go). The turns of an interview are kept, whatever
// their labels look like.
//
// # Day of publication
//
// In this order (publication.go, moments.go): fields of the record, front matter
// or page, among them a <time datetime> by the headline; a line that says so ("Update : 10 Mar 2022, 19:02") or stands as a date below
// the headline; a dateline; the page's address; what the text says of itself
// (reckoning.go: the day of the war and the days since a day that it names, with
// a weekday that fits; the date under a picture and the weekday of the news); a
// stamp in the file's name. Where there is a stamp, it bounds the day (no later
// than the day after it), and what the text says of itself must agree with it. A
// date above the headline is the day on which the page was printed or fetched,
// and never counts. Of two days on one line that of the publication counts, not
// that of the update. Where nothing tells the day, a field or the address
// (/2022/03/) may tell the month or year, and date_precision says so. published is the day in the zone of the source; published_at
// is set only where time and zone are given.
//
// # Known failures
//
// Standfirsts of pages stay in the text. A teaser in sentence case between
// paragraphs, and a caption without credit or date, look like a section heading
// and a paragraph and stay. Comments that quote people with "said", or that
// readers write in the register of reports, stay. Phrases, informal words and
// month names are English: the furniture of pages in other languages goes only
// where its shape tells it. Lists (results, recipes, tables) lose items that
// read as labels. What an undated text leaves open, the stage dates may find.
//
// Measured with `go test -v -run 'MainText|GoldArticles'`, which needs the gold
// data beside the repository.
package normalize
