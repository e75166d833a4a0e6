package times

// Example is what rules.tsv says of a rule's example sentence.
type Example struct{ Name, Example, Reading string }

// Rules are the rules of rules.tsv.
func Rules() (out []Example) {
	for _, r := range tables().rules {
		out = append(out, Example{r.name, r.example, r.reading})
	}
	return out
}
