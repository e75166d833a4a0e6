package sentiment

import "embed"

//go:embed *.tsv
var lists embed.FS
