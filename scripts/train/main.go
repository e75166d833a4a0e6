package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

	"parley/stages/annotate/syntax"
)

func main() {
	log.SetFlags(0)
	eval := flag.String("eval", "", "CoNLL-U `FILE` to score on")
	misses := flag.Bool("misses", false, "show what was missed")
	ud := flag.String("ud", "../shared/gold/ud", "`DIR` of the treebanks")
	only := flag.String("only", "", "exp")
	titers := flag.Int("titers", 8, "")
	piters := flag.Int("piters", 10, "")
	margin := flag.Float64("margin", 5, "")
	tmargin := flag.Float64("tmargin", 3, "")
	lmargin := flag.Float64("lmargin", 3, "")
	least := flag.Int("least", 3, "")
	flag.Parse()
	if *eval != "" {
		tb, err := readTreebank(*eval)
		if err != nil {
			log.Fatal(err)
		}
		if err := evalRaw(tb, *misses); err != nil {
			log.Fatal(err)
		}
		return
	}
	train, news, err := load(*ud)
	if err != nil {
		log.Fatal(err)
	}
	dev, err := readTreebank(filepath.Join(*ud, "en_ewt-dev.conllu"))
	if err != nil {
		log.Fatal(err)
	}
	feats, err := syntax.NewFeatures()
	if err != nil {
		log.Fatal(err)
	}
	set := newTagset(train)
	start := time.Now()
	lap := func(what string) {
		fmt.Fprintf(os.Stderr, "%s at %.0fs\n", what, time.Since(start).Seconds())
	}
	tg := trainTagger(set, feats, train, *titers, float32(*tmargin), 1, true)
	lap("tagger")
	for _, d := range []struct {
		n string
		s []sentence
	}{{"dev", dev.sentences}, {"news", news}} {
		u, x := tg.accuracy(d.s)
		fmt.Printf("%s UPOS %.2f XPOS %.2f\n", d.n, u, x)
	}
	if *only == "tag" {
		return
	}
	tags := jackknife(set, feats, train, *titers, float32(*tmargin))
	lap("jackknife")
	p := &parser{feats: feats, classes: set.classes}
	p.train(train, tags, parseOptions{iters: *piters, margin: float32(*margin), labelMargin: float32(*lmargin), seed: 1, least: uint8(*least)}, nil, nil, nil)
	lap("parser")
	for _, d := range []struct {
		n string
		s []sentence
	}{{"dev", dev.sentences}, {"news", news}} {
		u, l := p.accuracy(d.s, tg.tagAll(d.s))
		fmt.Printf("%s UAS %.2f LAS %.2f\n", d.n, u, l)
	}
}

func (t *tagger) tagAll(data []sentence) [][]uint8 {
	var w syntax.Words
	keys := make([]uint64, 256)
	var out [][]uint8
	for _, s := range data {
		out = append(out, t.tag(&w, s, keys))
	}
	return out
}

// jackknife tags each fifth of the data by a tagger trained on the others, so
// that the parser learns from tags as bad as it will meet.
func jackknife(set *tagset, feats *syntax.Features, data []sentence, iters int, margin float32) [][]uint8 {
	tags := make([][]uint8, len(data))
	for fold := range 5 {
		var rest []sentence
		for i, s := range data {
			if i/20%5 != fold {
				rest = append(rest, s)
			}
		}
		t := trainTagger(set, feats, rest, iters, margin, 1, false)
		var w syntax.Words
		keys := make([]uint64, 256)
		for i, s := range data {
			if i/20%5 == fold {
				tags[i] = t.tag(&w, s, keys)
			}
		}
	}
	return tags
}

// load reads the training parts and holds back every fifth document of news.
func load(dir string) (train, news []sentence, err error) {
	for _, f := range []string{"en_ewt-train", "en_gum-news-train", "en_gum-other-train"} {
		tb, err := readTreebank(filepath.Join(dir, f+".conllu"))
		if err != nil {
			return nil, nil, err
		}
		docs, last := -1, ""
		for _, s := range tb.sentences {
			if s.doc != last {
				docs, last = docs+1, s.doc
			}
			if strings.Contains(f, "news") && docs%5 == 4 {
				news = append(news, s)
			} else {
				train = append(train, s)
			}
		}
	}
	return train, news, nil
}
