package sentiment

import _ "embed"

//go:embed talks_terms.tsv
var termsTSV string

//go:embed attitude.tsv
var attitudeTSV string
