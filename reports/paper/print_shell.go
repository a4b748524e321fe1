package paper

import (
	"context"
	"errors"
	"fmt"
)

// errNoProgram is the Windows shell's answer 31: no program is set to do this
// with a PDF. It is an ordinary case, since a browser that shows PDF files
// usually offers no printing verb.
var errNoProgram = errors.New("no program on this computer is set to do this with a PDF")

// shell prints through the Windows shell's verbs, which let the installed PDF
// program do the work.
type shell struct {
	do func(verb, path, args string) error
}

// print asks for the verb once for each copy, one after the other, because the
// shell knows no number of copies.
func (s shell) print(ctx context.Context, path string, o Options) (Result, error) {
	if err := o.check(path); err != nil {
		return Result{}, err
	}
	verb, args := "print", ""
	if o.Printer != "" {
		verb, args = "printto", `"`+o.Printer+`"`
	}
	for range max(o.Copies, 1) {
		if err := ctx.Err(); err != nil {
			return Result{}, err
		}
		err := s.do(verb, path, args)
		if errors.Is(err, errNoProgram) {
			if err := s.do("open", path, ""); err != nil {
				return Result{}, fmt.Errorf("the page could neither be printed nor opened, so save it: %w", err)
			}
			return Result{Outcome: OpenedInViewer}, nil
		}
		if err != nil {
			return Result{}, fmt.Errorf("the page was not handed to the printer: %w", err)
		}
	}
	return Result{Outcome: HandedOver, Printer: o.Printer}, nil
}

func (s shell) open(path string) error {
	if err := checkShown(path); err != nil {
		return err
	}
	if err := s.do("open", path, ""); err != nil {
		return fmt.Errorf("the file could not be opened: %w", err)
	}
	return nil
}
