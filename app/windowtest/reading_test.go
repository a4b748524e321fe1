//go:build windowtest

package windowtest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"casebook/data/casework"
)

// reads holds a letter to the words that were typed for it, twice: the bytes
// that the register keeps say them as typed, and so does the sheet that came
// out of the printer, as far as it can be read back.
func (d *desk) reads(c casework.Case, kind casework.LetterKind, title string, typed ...string) {
	t := d.t
	t.Helper()
	kept := d.kept(c, kind)
	printed := d.prints(title, string(c.Reference))
	printed.text = onPaper(printed.text)
	for _, words := range append(typed, title, string(c.Reference)) {
		if !kept.says(words) {
			t.Errorf("the %s that is kept does not say %q:\n%s", kind, words, kept.text)
		}
		if !printed.says(onPaper(words)) {
			t.Errorf("the %s that was printed does not say %q:\n%s", kind, onPaper(words), printed.text)
		}
	}
}

// kept is a letter as the register keeps it.
func (d *desk) kept(c casework.Case, kind casework.LetterKind) sheet {
	d.t.Helper()
	pdf, err := d.office.reg.Document(context.Background(), d.office.me, c.ID, letterOf(c, kind).Document)
	if err != nil {
		d.t.Fatal(err)
	}
	path := filepath.Join(d.office.folder, fmt.Sprintf("kept %s.pdf", kind))
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		d.t.Fatal(err)
	}
	s, err := readPDF(path)
	if err != nil {
		d.t.Fatal(err)
	}
	return s
}

// prints waits for a sheet with all the words to come out of the printer.
func (d *desk) prints(words ...string) sheet {
	d.t.Helper()
	var found []sheet
	d.waits(fmt.Sprintf("a sheet with %q is printed", words), func() bool {
		found = d.machine.printedSince(d.began, words...)
		return len(found) > 0
	})
	return found[len(found)-1]
}
