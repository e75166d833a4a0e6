package annotate

import "embed"

//go:embed *.tsv
var dataFiles embed.FS
