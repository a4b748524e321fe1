package command

import (
	"fmt"
	"io"

	"casebook/reports/guide"
)

// Guide prints for officers what can be done with a case in each state, and
// who may do it. It needs no register; where one is named, its policies are
// used.
type Guide struct {
	Out string `required:"" placeholder:"FILE.pdf" help:"Where to write it."`
}

// Run writes the guide.
func (c Guide) Run(s *Session) error {
	policies, holidays, err := s.rules()
	if err != nil {
		return err
	}
	pdf, err := guide.PDF(policies, holidays, s.Today)
	if err != nil {
		return err
	}
	if err := SaveWhole(c.Out, func(w io.Writer) error { _, err := w.Write(pdf); return err }, nil); err != nil {
		return err
	}
	_, err = fmt.Fprintln(s.Out, c.Out)
	return err
}
