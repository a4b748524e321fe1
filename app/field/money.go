package field

import (
	"strings"

	"casebook/data/redress"
)

// Money is a field for a sum in pounds and pence.
type Money struct{ *Text }

// Money adds a money field. It takes "12", "12.5", "£1,250" and "50p" and
// echoes the sum as the letter will write it.
func (f *Form) Money(name, label string) *Money {
	m := &Money{newText(name, label, 1)}
	m.boldEcho = true
	m.EchoOf(func(text string) string {
		sum, err := redress.ParsePence(text)
		if err != nil || sum.String() == strings.TrimSpace(text) {
			return ""
		}
		return sum.String()
	})
	f.add(&m.Row)
	return m
}

// Pence is the sum typed. An empty field is an error too: the caller knows
// whether it may be empty.
func (m *Money) Pence() (redress.Pence, error) { return redress.ParsePence(m.Value()) }
