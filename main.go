// Parley reads news articles about a conflict's peace talks and writes
// datasets and charts. See `parley --help` and README.md.
package main

import (
	"os"

	"parley/pipeline"
)

func main() { os.Exit(pipeline.Main(os.Args[1:], os.Stdout, os.Stderr)) }
