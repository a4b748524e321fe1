package casefile

import (
	"fmt"
	"strings"
)

// Text is the explanation as plain text, to copy or to send.
func (w Why) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n\n", w.Question, w.Answer)
	for _, s := range w.Steps {
		fmt.Fprintf(&b, "%s: %s", s.Date, s.Text)
		if s.Source != "" {
			fmt.Fprintf(&b, " (%s)", s.Source)
		}
		b.WriteString("\n")
	}
	b.WriteString("\n")
	for _, h := range w.Hours {
		fmt.Fprintf(&b, "%d: %s %s\n", h.Number, h.At, h.Day)
	}
	for _, week := range w.Weeks {
		for _, c := range week.Days {
			switch c.Kind {
			case Outside, Limit:
			case Weekend:
				fmt.Fprintf(&b, "%s: weekend, not counted\n", c.Date.Short())
			case BankHoliday:
				fmt.Fprintf(&b, "%s: %s, not counted\n", c.Date.Short(), c.Label)
			default:
				fmt.Fprintf(&b, "%s: %s\n", c.Date.Short(), c.Label)
			}
		}
	}
	fmt.Fprintf(&b, "\n%s\n", w.Foot)
	return b.String()
}
