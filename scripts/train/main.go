// Train makes the model of the tagger and parser from treebanks, and scores it.
//
//	go run ./scripts/train -words                make verbs.tsv and adjectives.tsv of package language/inflect
//	go run ./scripts/train -lemmas               then make lemmas.tsv
//	go run ./scripts/train                       make stages/annotate/syntax/english.model
//	go run ./scripts/train -eval FILE.conllu     score the model that is part of the program
//
// The same treebanks give the same model, byte by byte. Every fifth document of
// the news part is held back; -eval held-back scores on these.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"parley/stages/annotate/syntax"
	"parley/stages/language/inflect"
)

func main() {
	log.SetFlags(0)
	eval := flag.String("eval", "", "score on a CoNLL-U `FILE`, or on held-back news")
	misses := flag.Bool("misses", false, "with -eval, list words and sentences that were missed")
	ud := flag.String("ud", "../shared/gold/ud", "`DIR` of the treebanks")
	out := flag.String("out", "stages/annotate/syntax/english.model", "`FILE` to write the model to")
	tables := flag.String("tables", "stages/language/inflect", "`DIR` of the tables of words")
	words := flag.Bool("words", false, "make verbs.tsv and adjectives.tsv")
	lemmas := flag.Bool("lemmas", false, "make lemmas.tsv")
	flag.Parse()
	var err error
	switch {
	case *eval != "":
		err = evaluate(*ud, *eval, *misses)
	case *words:
		err = withData(*ud, func(train []sentence) error { return writeWords(*tables, train) })
	case *lemmas:
		err = withData(*ud, func(train []sentence) error { return writeLemmas(*tables, train) })
	default:
		err = train(*ud, *out)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func withData(ud string, do func([]sentence) error) error {
	data, err := load(ud)
	if err != nil {
		return err
	}
	return do(data.train)
}

// train makes the model and says how it does on what it has not seen.
func train(ud, out string) error {
	data, err := load(ud)
	if err != nil {
		return err
	}
	dev, err := readTreebank(filepath.Join(ud, "en_ewt-dev.conllu"))
	if err != nil {
		return err
	}
	parts, err := learn(data.train)
	if err != nil {
		return err
	}
	file, err := parts.Encode()
	if err != nil {
		return err
	}
	m, err := syntax.Decode(file)
	if err != nil {
		return err
	}
	l, err := inflect.NewLemmatizer()
	if err != nil {
		return err
	}
	fmt.Printf("model     %d bytes\n", len(file))
	fmt.Printf("EWT dev   %v\n", scoreGold(m, l, dev.sentences))
	fmt.Printf("GUM news  %v\n", scoreGold(m, l, data.held.sentences))
	return os.WriteFile(out, file, 0o644)
}

// evaluate scores the model of the program with gold tokens and from raw text.
func evaluate(ud, file string, misses bool) error {
	var tb *treebank
	if file == "held-back" {
		data, err := load(ud)
		if err != nil {
			return err
		}
		tb = data.held
	} else {
		var err error
		if tb, err = readTreebank(file); err != nil {
			return err
		}
	}
	m, err := syntax.English()
	if err != nil {
		return err
	}
	l, err := inflect.NewLemmatizer()
	if err != nil {
		return err
	}
	fmt.Printf("gold tokens  %v\n", scoreGold(m, l, tb.sentences))
	return evalRaw(tb, misses)
}
