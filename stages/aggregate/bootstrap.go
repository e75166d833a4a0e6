package aggregate

import (
	"crypto/sha256"
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"strings"
)

// replicates is how often a sample is drawn again.
const replicates = 1000

// mean is the mean over the sentences of all articles of a sample.
func mean(sample []scores) float64 {
	var all scores
	for _, s := range sample {
		all.sum += s.sum
		all.n += s.n
	}
	return all.mean()
}

func (s scores) mean() float64 { return float64(s.sum) / (float64(s.n) * unit) }

// interval is the 95% percentile interval of the mean when the articles of a
// sample are drawn with replacement. The key seeds the draw.
func interval(sample []scores, key ...string) (low, high float64) {
	seed := sha256.Sum256([]byte(strings.Join(key, "\x00")))
	source := rand.NewPCG(binary.LittleEndian.Uint64(seed[:8]), binary.LittleEndian.Uint64(seed[8:16]))
	draw := rand.New(source)
	means := make([]float64, replicates)
	for i := range means {
		var all scores
		for range sample {
			s := sample[draw.IntN(len(sample))]
			all.sum += s.sum
			all.n += s.n
		}
		means[i] = all.mean()
	}
	slices.Sort(means)
	const tail = replicates * 25 / 1000
	return means[tail-1], means[replicates-tail-1]
}
