package normalize

import "testing"

func TestMonthsAndYears(t *testing.T) {
	for in, want := range map[string]string{
		"2022-03": "2022-03-01 month", "March 2022": "2022-03-01 month", "Mar. 2022": "2022-03-01 month", "03/2022": "2022-03-01 month",
		"2022": "2022-01-01 year", "2022-13": "", "Room 2022": "",
	} {
		m, ok := parseMoment(in)
		got := ""
		if ok {
			got = m.day.String() + " " + m.precision
		}
		if got != want {
			t.Errorf("parseMoment(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestURLMoment(t *testing.T) {
	for in, want := range map[string]string{
		"https://herald.example/2021/11/19/lock":         "2021-11-19 day 2021/11/19",
		"https://herald.example/news/2021/3/9/lock":      "2021-03-09 day 2021/3/9",
		"https://herald.example/world/2021/nov/19/lock":  "2021-11-19 day 2021/nov/19",
		"https://herald.example/20211119/lock.html":      "2021-11-19 day 20211119",
		"https://herald.example/lock-19-11-2021":         "2021-11-19 day 19-11-2021",
		"https://herald.example/2021/11/lock":            "2021-11-01 month 2021/11",
		"https://herald.example/archive/2021-11/lock/":   "",
		"https://herald.example/lock-05-06-2021":         "", // either order
		"https://herald.example/2021/13/lock":            "",
		"https://herald.example/lock?on=2021/11/19/":     "",
		"https://herald.example/article/12345678":        "",
		"https://herald.example/2021/11-ways-to-a-lock":  "",
		"https://2021.example/11/19/lock":                "",
		"https://herald.example/2021/02/30/lock":         "2021-02-01 month 2021/02",
		"https://herald.example/story/lock-of-2021/1234": "",
	} {
		m, words := urlMoment(in)
		got := ""
		if words != "" {
			got = m.day.String() + " " + m.precision + " " + words
		}
		if got != want {
			t.Errorf("urlMoment(%q) = %q, want %q", in, got, want)
		}
	}
}
