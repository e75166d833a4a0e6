// Dump is a development aid: go run ./scripts/dump OUTDIR ARTICLES...
package main

import (
	"log"
	"os"

	"parley/pipeline"
)

func main() {
	if err := os.MkdirAll(os.Args[1], 0o755); err != nil {
		log.Fatal(err)
	}
	if err := pipeline.Dump(os.Args[1], os.Args[2:]); err != nil {
		log.Fatal(err)
	}
}
