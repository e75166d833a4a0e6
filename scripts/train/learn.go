package main

import (
	"fmt"
	"os"
	"time"

	"parley/stages"
	"parley/stages/annotate/syntax"
	"parley/stages/language/inflect"
)

// What the training was found to want. Margins are in updates: a decision is
// learnt until it is right by so much.
const (
	seed        = 1
	folds       = 5
	tagPasses   = 6
	tagMargin   = 3
	parsePasses = 6
	parseMargin = 8
	labelMargin = 5
	leastSeen   = 3      // occurrences that give a feature a weight in the first training
	keepTags    = 90_000 // features kept for the second training, of each pass of the tagger
	keepGuide   = 170_000
	keepActions = 560_000
	keepLabels  = 170_000
	againPasses = 7 // of the parser on the features that are kept
	taggers     = 3 // such trainings of each pass of the tagger, of which the mean is taken
	guidePasses = 5
	guides      = 3 // and of the guide
	parsers     = 5 // and of the parser
)

// What of these goes into the model, which is to stay below 6 MB.
const (
	shipFirstTags = 70_000 // features of the tagger's first pass
	shipActions   = 480_000
	shipLabels    = 150_000
	weak          = 400 // hundred-thousandths of the greatest weight: weaker ones of tags and relations are dropped
)

// learn trains tagger and parser, prunes their features, and trains them again
// on those that are left.
func learn(data []sentence) (*syntax.Parts, error) {
	feats, err := syntax.NewFeatures()
	if err != nil {
		return nil, err
	}
	lemmas, err := inflect.NewLemmatizer()
	if err != nil {
		return nil, err
	}
	start := time.Now()
	note := func(what string) { fmt.Fprintf(os.Stderr, "%5.0f s  %s\n", time.Since(start).Seconds(), what) }
	set := newTagset(data)
	full := trainTagger(set, feats, data)
	note("tagger trained")
	kept := full.again(data)
	note("tagger trained again")
	tags := jackknife(set, feats, data)
	note("training data tagged")
	p := newParser(feats, set.classes, lemmas, kept.lex)
	guide := p.learnGuide(data, tags)
	note("guide trained")
	p.train(data, tags, parsePasses, seed, nil, nil)
	note("parser trained")
	a := keys(syntax.StrongestActions(p.action.features(), keepActions))
	l := keys(syntax.StrongestLabels(p.label.features(), keepLabels))
	var actions, labels [][]syntax.Feature
	for k := range uint64(parsers) {
		p.train(data, tags, againPasses, seed+k, a, l)
		actions, labels = append(actions, p.action.features()), append(labels, p.label.features())
		note("parser trained again")
	}
	return &syntax.Parts{
		Classes: set.classes,
		Lexicon: kept.lex,
		Tag: [2][]syntax.Feature{
			trim(syntax.StrongestTags(kept.pass[0].features(), shipFirstTags)),
			trim(syntax.StrongestTags(kept.pass[1].features(), keepTags)),
		},
		Action: syntax.StrongestActions(mean(actions), shipActions),
		Guide:  guide,
		Label:  trim(syntax.StrongestLabels(mean(labels), shipLabels)),

		SureAction: p.sureActions,
		SureLabel:  p.sureLabels,
	}, nil
}

// learnGuide trains the guide, and has p know what guides that have not seen
// them say of the sentences.
func (p *parser) learnGuide(data []sentence, tags [][]tagging) []syntax.Feature {
	p.guides = p.jackknifeGuides(data, tags)
	full := p.trainGuide(data, tags, guidePasses, seed, nil)
	kept := keys(syntax.StrongestGuide(full.features(), keepGuide))
	var lists [][]syntax.Feature
	for k := range uint64(guides) {
		lists = append(lists, p.trainGuide(data, tags, guidePasses+1, seed+k, kept).features())
	}
	return mean(lists)
}

// jackknife tags each fold of the data by a tagger trained on the others, so
// that the parser learns from tags as bad as it will meet.
func jackknife(set *tagset, feats *syntax.Features, data []sentence) [][]tagging {
	tags := make([][]tagging, len(data))
	for fold := range folds {
		var rest []sentence
		for i, s := range data {
			if !inFold(i, fold) {
				rest = append(rest, s)
			}
		}
		t := trainTagger(set, feats, rest)
		var w syntax.Words
		for i, s := range data {
			if inFold(i, fold) {
				tags[i] = t.tag(&w, s)
			}
		}
	}
	return tags
}

// inFold reports whether the sentence i belongs to a fold.
func inFold(i, fold int) bool { return i/20%folds == fold }

// relOf reads a relation; older names are given their present ones.
func relOf(s string) stages.Rel {
	switch s {
	case "obl:npmod", "obl:tmod":
		return stages.RelOblUnmarked
	case "nmod:npmod", "nmod:tmod":
		return stages.RelNmodUnmarked
	}
	return stages.ParseRel(s)
}

// keys is the set of the keys of features.
func keys(features []syntax.Feature) map[uint64]bool {
	set := make(map[uint64]bool, len(features))
	for _, f := range features {
		set[f.Key] = true
	}
	return set
}

// mean is the mean of the weights of several trainings: it makes fewer errors
// than each, since they err by the order in which they saw the sentences.
func mean(lists [][]syntax.Feature) []syntax.Feature {
	at := map[uint64]int{}
	var out []syntax.Feature
	for _, list := range lists {
		for _, f := range list {
			i, ok := at[f.Key]
			if !ok {
				i = len(out)
				at[f.Key] = i
				out = append(out, syntax.Feature{Key: f.Key, Weights: make([]float32, len(f.Weights))})
			}
			for c, w := range f.Weights {
				out[i].Weights[c] += w / float32(len(lists))
			}
		}
	}
	return out
}

// trim drops the weak weights of features.
func trim(features []syntax.Feature) []syntax.Feature {
	limit := float32(0)
	for _, f := range features {
		for _, w := range f.Weights {
			limit = max(limit, w, -w)
		}
	}
	share := float32(weak) / 100_000
	for _, f := range features {
		for c, w := range f.Weights {
			if max(w, -w) < limit*share {
				f.Weights[c] = 0
			}
		}
	}
	return features
}
