package paper

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
	"unicode"
)

// Options is how a PDF is to be printed.
type Options struct {
	Printer string // "" is the computer's usual printer
	Copies  int    // 0 means 1
	Size    Size   // zero means A4
}

// Outcome is what became of a request to print. No outcome is "printed": only
// the person at the printer knows that.
type Outcome int

// What Print can honestly report.
const (
	HandedOver     Outcome = iota + 1 // to the system's print queue
	OpenedInViewer                    // no program here prints PDF by itself
)

// Result tells what happened to a page sent to the printer.
type Result struct {
	Outcome Outcome
	Printer string // "" is the usual one
	Job     string // the queue's own name for the job; "" where it gives none
}

// Sentence says it to the officer.
func (r Result) Sentence() string {
	switch {
	case r.Outcome == OpenedInViewer:
		return "The page is open in your PDF viewer: press Ctrl+P there to print it."
	case r.Printer != "":
		return "Handed to the printer " + r.Printer + "."
	}
	return "Handed to the printer."
}

// Printer is one print queue of this computer.
type Printer struct {
	Name    string
	Default bool
}

// Errors that a screen may want to tell apart.
var (
	ErrNoPrinting = errors.New("this computer has no print system: save the PDF, or open it and print from the viewer")
	ErrNoPrinter  = errors.New("no printer is set up on this computer: add one in its settings, or save the PDF")
)

// maxCopies is far more than a letter needs and stops a slip of the key.
const maxCopies = 20

// handover is how long a print system may take to accept a job. Queues answer
// at once; a network printer that is asleep can take a while.
const handover = 30 * time.Second

// check refuses what should never reach a print system.
func (o Options) check(path string) error {
	if err := checkPrinter(o.Printer); err != nil {
		return err
	}
	if o.Copies < 0 || o.Copies > maxCopies {
		return fmt.Errorf("%d copies cannot be printed at once: ask for 1 to %d", o.Copies, maxCopies)
	}
	return checkPDF(path)
}

// checkPrinter refuses names that no print system gives: the quote would end
// the name on a Windows command line, a leading hyphen would read as an option.
func checkPrinter(name string) error {
	if strings.HasPrefix(name, "-") || strings.ContainsFunc(name, func(r rune) bool {
		return r == '"' || unicode.IsControl(r) || r == unicode.ReplacementChar
	}) {
		return fmt.Errorf("%q is not the name of a printer: choose one from the list", name)
	}
	return nil
}

// checkPDF makes sure that the file is there and is a PDF.
func checkPDF(path string) error {
	if !filepath.IsAbs(path) {
		return fmt.Errorf("the page to print needs its full path, not %q", path)
	}
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("the page to print cannot be read: %w", err)
	}
	defer file.Close()
	start := make([]byte, 5)
	if _, err := file.Read(start); err != nil || !bytes.Equal(start, []byte("%PDF-")) {
		return errors.New("the page to print is not a PDF: draw it again")
	}
	return nil
}

// runner starts a program and returns what it wrote. Tests put their own in
// its place.
type runner func(ctx context.Context, name string, args ...string) (string, error)

// run starts a program without a shell, in plain English, so that what it
// writes can be read, and stops it when the time is up.
func run(ctx context.Context, name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, handover)
	defer cancel()
	command := exec.CommandContext(ctx, name, args...)
	command.Env = append(os.Environ(), "LC_ALL=C")
	command.WaitDelay = time.Second
	var out, problem bytes.Buffer
	command.Stdout, command.Stderr = &out, &problem
	err := command.Run()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", ErrNoPrinting
	case ctx.Err() != nil:
		return "", fmt.Errorf("%s did not answer: %w", name, ctx.Err())
	case err != nil:
		return out.String(), fmt.Errorf("%s: %s", name, firstLine(problem.String(), err))
	}
	return out.String(), nil
}

// settle is how long a viewer is watched for a failure after its start.
const settle = 3 * time.Second

// launch starts a viewer and leaves it running: on some desktops the starting
// program ends at once, on others it stays as long as the viewer.
func launch(ctx context.Context, name string, args ...string) (string, error) {
	command := exec.Command(name, args...) // not tied to ctx, which ends before the reader does
	var problem bytes.Buffer
	command.Stderr = &problem
	if err := command.Start(); err != nil {
		return "", fmt.Errorf("no viewer could be started: %w", err)
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return "", fmt.Errorf("%s: %s", name, firstLine(problem.String(), err))
		}
	case <-time.After(settle):
	case <-ctx.Done():
	}
	return "", nil
}

func firstLine(text string, err error) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if line == "" {
		return err.Error()
	}
	return line
}
