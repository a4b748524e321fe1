package paper

import (
	"context"
	"fmt"
	"strconv"
	"strings"
)

// cups prints through CUPS, which takes PDF as it is. Linux and macOS have it.
type cups struct {
	run    runner
	launch runner // starts a program without waiting for its end
	viewer string // the program that opens a file in the user's own viewer
}

// print hands the file to a queue. Every argument is an argument of its own and
// the file comes after "--", so that no name can turn into an option.
func (c cups) print(ctx context.Context, path string, o Options) (Result, error) {
	if err := o.check(path); err != nil {
		return Result{}, err
	}
	args := []string{"-n", strconv.Itoa(max(o.Copies, 1)), "-o", "media=" + media(o.Size), "-o", "print-scaling=none"}
	if o.Printer != "" {
		args = append(args, "-d", o.Printer)
	}
	// Without a title the queue would show the file's name to everyone.
	args = append(args, "-t", jobTitle, "--", path)
	out, err := c.run(ctx, "lp", args...)
	if err != nil {
		return Result{}, fmt.Errorf("the page was not handed to the printer: %w", noDestination(err))
	}
	return Result{Outcome: HandedOver, Printer: o.Printer, Job: jobName(out)}, nil
}

// jobTitle is what a print queue shows: no name, no case.
const jobTitle = "Casebook page"

func media(s Size) string {
	if s == A5 {
		return "A5"
	}
	return "A4"
}

// jobName reads "request id is Office-12 (1 file(s))".
func jobName(out string) string {
	_, rest, found := strings.Cut(out, "request id is ")
	if !found {
		return ""
	}
	name, _, _ := strings.Cut(rest, " ")
	return strings.TrimSpace(name)
}

// noDestination words what lp and lpstat say where no printer is set up.
func noDestination(err error) error {
	text := strings.ToLower(err.Error())
	if strings.Contains(text, "no default destination") || strings.Contains(text, "no destinations added") {
		return ErrNoPrinter
	}
	return err
}

// printers lists the queues. No printer is an empty list, not an error.
func (c cups) printers(ctx context.Context) ([]Printer, error) {
	out, err := c.run(ctx, "lpstat", "-e")
	if err != nil {
		if noDestination(err) == ErrNoPrinter {
			return nil, nil
		}
		return nil, err
	}
	usual := ""
	if answer, err := c.run(ctx, "lpstat", "-d"); err == nil { // none set is an error for some versions
		_, usual, _ = strings.Cut(strings.TrimSpace(answer), "destination: ")
	}
	var list []Printer
	for _, name := range strings.Fields(out) {
		list = append(list, Printer{Name: name, Default: name == usual})
	}
	return list, nil
}

// open shows a file in the viewer.
func (c cups) open(ctx context.Context, path string) error {
	if err := checkShown(path); err != nil {
		return err
	}
	if _, err := c.launch(ctx, c.viewer, path); err != nil {
		return fmt.Errorf("the file could not be opened: %w", err)
	}
	return nil
}
