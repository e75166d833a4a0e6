package ingest

import (
	"regexp"
	"strings"

	"parley/stages"
)

// Databases of newspapers hand out many articles as one text. Where one stands
// behind the other is told by a line of theirs, and lines of theirs tell the
// title, the paper, the day and the authors:
//
//	LexisNexis   "1 of 2 DOCUMENTS" before each; paper, day, title, "BYLINE: ...", "LENGTH: ..."; behind the text "LOAD-DATE: ..."
//	Nexis Uni    title, paper, day, "Byline: ...", "Body" before the text; "Classification" and "End of Document" behind it
//	Factiva      title, authors, "350 words", day, paper; "Document" and a number behind the text; or the same with codes (HD, BY, PD, SN, LP, TD)
//	ProQuest     "Title: ...", "Full text: ...", "Publication date: ..." between rules
//
// Source: exports as libraries describe them; the layout is not specified anywhere.

// bank is the layout of one database.
type bank struct {
	begins, ends *regexp.Regexp // the line that stands before or behind an article; one of them is nil
	read         func(lines []string) (stages.Input, bool)
}

var banks = []bank{
	{regexp.MustCompile(`^(\d{1,5} of \d{1,5} DOCUMENTS?|Document \d{1,5} of \d{1,5})$`), nil, readLexis},
	{nil, regexp.MustCompile(`^End of Document$`), readNexis},
	{nil, regexp.MustCompile(`^(AN +)?Document [A-Z][A-Za-z0-9_]{7,20}\d[A-Za-z0-9_]{6,14}$`), readFactiva},
	{regexp.MustCompile(`^_{20,}$`), nil, readProQuest},
}

// leastPart is how many words make an article of what stands between two marks
// and has another layout.
const leastPart = 60

// bankArticles takes a text apart that a database gave; nil for any other text.
// Each part comes with the text that it was made of.
func bankArticles(text string) (articles []stages.Input, parts []string) {
	lines := strings.SplitAfter(text, "\n")
	for _, b := range banks {
		articles, parts = articles[:0], parts[:0]
		var from int
		marks, read := 0, 0
		part := func(to int) {
			text := strings.Join(lines[from:to], "")
			in, ok := b.read(lines[from:to])
			if ok {
				read++
			} else if in = (stages.Input{Format: stages.FormatText, Data: []byte(text)}); strings.Count(text, " ") < leastPart {
				return // a list of what was asked for, an end
			}
			articles, parts = append(articles, in), append(parts, text)
		}
		for i, l := range lines {
			l = strings.TrimSpace(l)
			switch {
			case len(l) > 60 || l == "":
			case b.begins != nil && b.begins.MatchString(l):
				if marks > 0 {
					part(i)
				}
				from, marks = i+1, marks+1
			case b.ends != nil && b.ends.MatchString(l):
				part(i)
				from, marks = i+1, marks+1
			}
		}
		if b.begins != nil && marks > 0 {
			part(len(lines))
		}
		if read > 0 {
			return articles, parts
		}
	}
	return nil, nil
}

// told splits "BYLINE: Mara Lindt" where the name is one of a database's.
func told(line string) (key, value string, ok bool) {
	key, value, ok = strings.Cut(strings.TrimSpace(line), ":")
	key = strings.ToLower(strings.ReplaceAll(key, " ", "-"))
	return key, strings.TrimSpace(value), ok && described[key]
}

// described are the names of what databases tell of an article, in small letters.
var described = set("byline", "author", "section", "length", "dateline", "headline", "title", "load-date", "language", "publication-type", "document-type", "publication-title",
	"publication-date", "full-text", "country", "city", "state", "subject", "organization", "company", "person", "ticker", "industry", "geographic", "graphic", "notes", "series", "type",
	"acc-no", "journal-code", "distribution", "correction", "correction-date", "highlight", "source", "publisher", "copyright", "document-url", "links", "abstract", "publication-info")

func set(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}

// nonEmpty is the lines that hold something, without the blanks around them.
func nonEmpty(lines []string) (out []string) {
	for _, l := range lines {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// dayLine is a line that holds a day and hardly more.
var dayLine = regexp.MustCompile(`^(\w+day,? )?(\d{1,2} )?(January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?) (\d{1,2}, ?)?\d{4}\b.{0,40}$`)

// headed reads what stands above the text of an article: the day, and the lines
// around it.
func headed(above []string, in *stages.Input) (before, behind []string) {
	for i, l := range above {
		if dayLine.MatchString(l) {
			in.Published = l
			return above[:i], above[i+1:]
		}
	}
	return above, nil
}

// readLexis reads paper, day and title, what is told of the article, and its text.
func readLexis(lines []string) (in stages.Input, ok bool) {
	first, last := -1, len(lines) // of the lines that tell something, and the one behind the text
	body := 0
	titled := ""
	for i, l := range lines {
		key, value, is := told(l)
		copyright := strings.HasPrefix(strings.TrimSpace(l), "Copyright ") && body > 0
		if !is && !copyright {
			continue
		}
		switch key {
		case "byline", "author":
			in.Byline = value
		case "headline", "title":
			titled = value
		case "load-date", "language", "publication-type", "subject", "graphic", "copyright", "correction-date":
			copyright = body > 0
		}
		if copyright {
			last = i
			break
		}
		if first < 0 {
			first = i
		}
		if key == "load-date" { // nothing told before the text
			continue
		}
		for body = i + 1; body < len(lines) && strings.TrimSpace(lines[body]) != ""; body++ {
			if _, _, more := told(lines[body]); more {
				break
			}
		}
	}
	if body == 0 {
		return in, false
	}
	before, behind := headed(nonEmpty(lines[:first]), &in)
	if len(before) > 0 {
		in.Publisher = before[len(before)-1]
	}
	if in.Title = titled; titled == "" && len(behind) > 0 {
		in.Title = strings.Join(behind, " ")
	}
	return withText(in, lines[body:last])
}

// withText makes the lines the text of an article; false where they hold none.
func withText(in stages.Input, lines []string) (stages.Input, bool) {
	in.Format = stages.FormatRecord
	in.Data = []byte(strings.TrimSpace(strings.Join(lines, "")))
	return in, len(in.Data) > 0
}

// readNexis reads title, paper and day, what is told of the article, and its
// text between "Body" and "Classification".
func readNexis(lines []string) (in stages.Input, ok bool) {
	body, last := -1, len(lines)
	for i, l := range lines {
		switch l = strings.TrimSpace(l); {
		case l == "Body" && body < 0:
			body = i
		case (l == "Classification" || l == "Graphic" || l == "Notes" || strings.HasPrefix(l, "Load-Date:")) && body >= 0 && last == len(lines):
			last = i
		}
		if key, value, is := told(l); is && key == "byline" && body < 0 {
			in.Byline = value
		}
	}
	if body < 0 {
		return in, false
	}
	before, _ := headed(nonEmpty(lines[:body]), &in)
	if n := len(before); n > 1 {
		in.Title, in.Publisher = strings.Join(before[:n-1], " "), before[n-1]
	} else if n == 1 {
		in.Title = before[0]
	}
	return withText(in, lines[body+1:last])
}

// wordCount is the line that tells how long an article is.
var wordCount = regexp.MustCompile(`^\d[\d,]* words$`)

// code is the code before a line of Factiva's, at its margin.
var code = regexp.MustCompile(`^([A-Z]{2})(?:\s+|$)(.*)`)

// readFactiva reads a text with codes, or the same lines without.
func readFactiva(lines []string) (in stages.Input, ok bool) {
	coded := 0
	for _, l := range lines {
		if strings.HasPrefix(l, "HD ") || strings.HasPrefix(l, "LP ") || strings.HasPrefix(l, "TD ") {
			coded++
		}
	}
	if coded > 1 {
		return readCodes(lines)
	}
	count := -1
	for i, l := range lines {
		if wordCount.MatchString(strings.TrimSpace(l)) {
			count = i
			break
		}
	}
	if count < 0 {
		return in, false
	}
	body := count
	for body < len(lines) && strings.TrimSpace(lines[body]) != "" { // what is told goes on to an empty line
		body++
	}
	_, behind := headed(nonEmpty(lines[count+1:body]), &in)
	for _, l := range behind {
		if !strings.ContainsAny(l, ":") || strings.Contains(l, " ") && !strings.HasSuffix(l, "M") { // no time of the day
			in.Publisher = l
			break
		}
	}
	for _, l := range nonEmpty(lines[:count]) {
		if by, found := strings.CutPrefix(l, "By "); found {
			in.Byline = by
		} else if in.Byline == "" {
			in.Title = l // the last line above the authors: those above it name the section
		}
	}
	return withText(in, lines[body:])
}

// readCodes reads the lines of each code.
func readCodes(lines []string) (in stages.Input, ok bool) {
	fields := map[string][]string{}
	at := ""
	for _, l := range lines {
		if m := code.FindStringSubmatch(strings.TrimRight(l, "\r\n")); m != nil {
			at = m[1]
			l = m[2] + "\n"
		}
		fields[at] = append(fields[at], l)
	}
	line := func(code string) string { return strings.Join(nonEmpty(fields[code]), " ") }
	in.Title, in.Byline, in.Published, in.Publisher = line("HD"), strings.TrimPrefix(line("BY"), "By "), line("PD"), line("SN")
	return withText(in, append(append(fields["LP"], "\n"), fields["TD"]...))
}

// readProQuest reads what is told between two rules; the text is told as well.
func readProQuest(lines []string) (in stages.Input, ok bool) {
	at := ""
	fields := map[string][]string{}
	for _, l := range lines {
		if key, value, is := told(l); is && fields[key] == nil {
			at = key
			l = value + "\n"
		}
		fields[at] = append(fields[at], l)
	}
	line := func(key string) string { return strings.Join(nonEmpty(fields[key]), " ") }
	in.Title, in.Byline, in.Published, in.Publisher = line("title"), line("author"), line("publication-date"), line("publication-title")
	return withText(in, fields["full-text"])
}
