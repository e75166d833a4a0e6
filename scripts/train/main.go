package main

import (
	"flag"
	"log"
)

func main() {
	eval := flag.String("eval", "", "CoNLL-U `FILE` to score on")
	misses := flag.Bool("misses", false, "show what was missed")
	flag.Parse()
	tb, err := readTreebank(*eval)
	if err != nil {
		log.Fatal(err)
	}
	if err := evalRaw(tb, *misses); err != nil {
		log.Fatal(err)
	}
}
