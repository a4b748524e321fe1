package redress

import (
	"cmp"
	"encoding/json"
	"slices"

	"casebook/data/redress"
)

func sortedFactors(all []redress.Factor) []redress.Factor {
	return slices.SortedFunc(slices.Values(all), func(a, b redress.Factor) int { return cmp.Compare(a.Factor, b.Factor) })
}

// deep is all that an input holds, to compare two.
func deep(in redress.Input) string {
	text, err := json.Marshal(in)
	if err != nil {
		panic(err)
	}
	return string(text)
}
