//go:build windowtest

package windowtest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"casebook/data/casework"
)

// reads holds a letter to the words that were typed for it, three times: the
// bytes that the register keeps say them as typed, the sheet that came out of
// the printer says them too, and the sheet looks like the bytes that are kept.
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
	for page := 1; page <= letterOf(c, kind).Pages; page++ {
		a, err := picture(kept.path, page)
		if err != nil {
			t.Fatal(err)
		}
		b, err := picture(printed.path, page)
		if err != nil {
			t.Fatal(err)
		}
		far, err := apart(a, b)
		t.Logf("page %d of the %s looks %.1f of 255 apart on paper from what is kept", page, kind, far)
		if err != nil || far > alike {
			t.Errorf("page %d of the %s does not look like what is kept: %.1f %v", page, kind, far, err)
		}
	}
}

// alike is how far a printed page may look apart from the kept one: two
// programs draw the same edges in slightly different greys.
const alike = 3

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
