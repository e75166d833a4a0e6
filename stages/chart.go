package stages

import "parley/schemas"

// ChartIndex is the file in which the stage charts says what it drew, as a list
// of Chart, for whoever shows the charts.
const ChartIndex = "charts.json"

// Chart describes a chart: the files Name.png and Name.svg.
type Chart struct {
	Name     string   `json:"name"`
	Title    string   `json:"title"`
	Subtitle string   `json:"subtitle"`
	Alt      string   `json:"alt"` // what there is to see, for those who cannot
	Notes    []string `json:"notes"`
	Query    string   `json:"query"` // DuckDB SQL over the tables that yields the numbers drawn
	Count    int      `json:"count"` // sum of the column n of what the query yields
	Evidence Evidence `json:"evidence"`
}

// Evidence says which rows a chart is counted from: those of articles that are
// no copies, with a date from First to Last, or with any date where these are not set.
type Evidence struct {
	Table  string       `json:"table"`  // statements, sentences, figures or events; "" for an empty chart
	Groups []string     `json:"groups"` // speakers of statements, types of events, kind/unit/place of figures; nil for all
	First  schemas.Date `json:"first"`
	Last   schemas.Date `json:"last"`
	Exact  bool         `json:"exact"` // rows dated to the month do not count
}
