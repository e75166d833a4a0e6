package ingest

import (
	"strings"
	"testing"
)

func TestNewsBanks(t *testing.T) {
	const one, two = "The keepers asked the board\nfor a second lock.\n\nThe board said no.", "Nobody came."
	const want = "Board and keepers argue|" + one + "|November 19, 2021 Friday|Mara Lindt|Velin Herald\nFerry runs aground|" + two + "|November 20, 2021 Saturday||The Brenn Post"
	lexis := func(n, paper, day, title, told, text string) string {
		return "\n\n                 " + n + "\n\n\n        " + paper + "\n\n     " + day + "\n\n" + title + "\n\n" + told + "LENGTH: 120 words\n\n" + text + "\n\nLOAD-DATE: " + day + "\n\nLANGUAGE: ENGLISH\n\n      Copyright 2021 Somebody\n\n"
	}
	nexis := func(title, paper, day, told, text string) string {
		return title + "\n" + paper + "\n" + day + "\n\nCopyright 2021 Somebody\nSection: NEWS\nLength: 120 words\n" + told + "Body\n\n" + text + "\n\nClassification\n\nLanguage: ENGLISH\nLoad-Date: " + day + "\n\nEnd of Document\n\n"
	}
	for _, c := range []struct{ name, data, want string }{
		{"LexisNexis", lexis("1 of 2 DOCUMENTS", "Velin Herald", "November 19, 2021 Friday", "Board and keepers argue", "BYLINE: Mara Lindt\n\nSECTION: WORLD; Pg. 4\n\n", one) +
			lexis("2 of 2 DOCUMENTS", "The Brenn Post", "November 20, 2021 Saturday", "Ferry runs aground", "", two), want},
		{"LexisNexis, a headline that is told", lexis("Document 1 of 1", "Velin Herald", "November 19, 2021 Friday", "", "HEADLINE: Board and keepers argue\n\n", two),
			"Board and keepers argue|" + two + "|November 19, 2021 Friday||Velin Herald"},
		{"Nexis Uni", nexis("Board and keepers argue", "Velin Herald", "November 19, 2021 Friday", "Byline: Mara Lindt\n", one) + nexis("Ferry runs aground", "The Brenn Post", "November 20, 2021 Saturday", "", two), want},
		{"Factiva", "News\nBoard and keepers argue\nBy Mara Lindt\n120 words\n19 November 2021\n09:05 PM\nVelin Herald\nVEHE\nEnglish\n(c) 2021 Somebody\n\n" + two + "\n\nDocument VEHE000020211119ehbj0001a\n\nFerry runs aground\n1,020 words\n20 November 2021\nThe Brenn Post\nEnglish\n\n" + two + "\n\nDocument BRPO000020211120ehbk0001b\n\nSearch Summary\n",
			"Board and keepers argue|" + two + "|19 November 2021|Mara Lindt|Velin Herald\nFerry runs aground|" + two + "|20 November 2021||The Brenn Post"},
		{"Factiva with codes", "SE   News\nHD   Board and keepers\n     argue\nBY   By Mara Lindt\nWC   120 words\nPD   19 November 2021\nSN   Velin Herald\nLP   The keepers came.\nTD   Nobody else came.\n\nAN   Document VEHE000020211119ehbj0001a\n",
			"Board and keepers argue|The keepers came.\n\nNobody else came.|19 November 2021|Mara Lindt|Velin Herald"},
		{"ProQuest", "____________________________________\n\nTitle: Board and keepers argue\n\nAuthor: Lindt, Mara\n\nFull text: " + two + "\n\nPublication title: Velin Herald\n\nPublication date: Nov 19, 2021\n\n____________________________________\n\nContact us at: somewhere\n",
			"Board and keepers argue|" + two + "|Nov 19, 2021|Lindt, Mara|Velin Herald"},
		{"none", "Board and keepers argue\n\n1 of 5\n\nSECTION: 4\n\n" + two, "|Board and keepers argue\n\n1 of 5\n\nSECTION: 4\n\n" + two + "|||"},
		{"a mark alone", "1 of 2 DOCUMENTS\n\n" + two, "|1 of 2 DOCUMENTS\n\n" + two + "|||"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := titled(t, "a.txt", c.data); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
	other := strings.Repeat("words of another layout ", 30)
	if got := titled(t, "a.txt", lexis("1 of 2 DOCUMENTS", "P", "May 3, 2021", "T", "", two)+"2 of 2 DOCUMENTS\n"+other); !strings.Contains(got, other) {
		t.Errorf("a part of another layout is lost: %s", got)
	}
}
