package redress

import (
	"context"
	"fmt"

	"casebook/data/casework"
	"casebook/data/redress"
	"casebook/data/register"
)

// Elsewhere tells what other records of the same person or home pay.
type Elsewhere interface {
	MoneyElse(ctx context.Context, by casework.Officer, id int64) ([]register.MoneyElse, error)
}

// paidElsewhere is the question that a line has to answer where another record
// of the same person or home pays for the same event. Empty where none does.
func (m *Model) paidElsewhere(line redress.Line) string {
	line.ID = 1
	for _, e := range m.elsewhere {
		for _, other := range e.Lines {
			other.ID = 2
			for _, c := range redress.Clashes([]redress.Line{line, other}) {
				if c.First.ID != c.Second.ID {
					return fmt.Sprintf("%s pays for %s already. Why is it right to pay here too?", e.Reference, c.Event)
				}
			}
		}
	}
	return ""
}
