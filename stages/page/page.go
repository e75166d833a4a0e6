package page

import (
	"bufio"
	"bytes"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"image/png"
	"io"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/lexicon"
)

// name of the file.
const name = "index.html"

//go:embed page.html style.css script.js
var files embed.FS

// Options configures the stage.
type Options struct {
	Profile *stages.Profile // for the page's title; nil for none
}

// New returns the stage.
func New(o Options) (stages.PerCorpus, error) {
	layout, err := template.New("page.html").Funcs(template.FuncMap{"number": number, "several": several}).ParseFS(files, "page.html")
	if err != nil {
		return stages.PerCorpus{}, fmt.Errorf("page: %w", err)
	}
	title := ""
	if o.Profile != nil {
		title = o.Profile.Title
	}
	return stages.PerCorpus{
		Name:  "page",
		Doc:   "shows the charts with the sentences behind them",
		Needs: []string{"articles", "sentences", "statements", "figures", "events", "positions", "actors", "rejects"},
		Run: func(s stages.Store) error {
			p, err := read(s)
			if err != nil {
				return fmt.Errorf("page: %w", err)
			}
			p.Title = title
			return s.WriteFile(name, func(w io.Writer) error {
				b := bufio.NewWriter(w)
				if err := layout.Execute(b, p); err != nil {
					return fmt.Errorf("page: %w", err)
				}
				return b.Flush()
			})
		},
	}, nil
}

// view is what the layout shows.
type view struct {
	Title  string
	Facts  facts
	Charts []*chart
	Tables []schemas.Table
	Style  template.CSS
	Script template.JS
	Policy string
}

// chart is a chart with its picture and the rows behind it.
type chart struct {
	stages.Chart
	Picture       template.URL
	Width, Height int
	Items         []item
	Of            int // rows behind it, of which Items are some
}

func read(s stages.Store) (*view, error) {
	style, script := lexicon.Text(files, "style.css"), lexicon.Text(files, "script.js")
	p := &view{Tables: schemas.Tables(), Style: template.CSS(style), Script: template.JS(script), Policy: policy(style, script)}
	var err error
	if p.Charts, err = readCharts(s); err != nil {
		return nil, err
	}
	e := newEvidence(p.Charts)
	if err := e.read(s); err != nil {
		return nil, err
	}
	p.Facts = e.facts
	return p, nil
}

func readCharts(s stages.Store) (list []*chart, err error) {
	b, err := s.ReadFile(stages.ChartIndex)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(b, &list); err != nil {
		return nil, fmt.Errorf("%s: %w", stages.ChartIndex, err)
	}
	for _, c := range list {
		file, err := s.ReadFile(c.Name + ".png")
		if err != nil {
			return nil, err
		}
		size, err := png.DecodeConfig(bytes.NewReader(file))
		if err != nil {
			return nil, fmt.Errorf("%s.png: %w", c.Name, err)
		}
		c.Width, c.Height = size.Width, size.Height
		c.Picture = template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(file))
	}
	return list, nil
}
