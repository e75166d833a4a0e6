package times

// Example is what time-rules.tsv says of a rule's example sentence.
type Example struct{ Name, Example, Reading string }

// Rules are the rules of time-rules.tsv.
func Rules() (out []Example) {
	for _, r := range tables().rules {
		out = append(out, Example{r.name, r.example, r.reading})
	}
	return out
}
