package command

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// withOneComplaint records a complaint of 16 November 2026 that grace handles,
// and returns its reference.
func (d *counter) withOneComplaint(t *testing.T, change func(*casework.Record)) string {
	t.Helper()
	own := plainSettings()
	own.Address, own.Telephone = []string{"1 Office Square", "Arden", "AR1 1AA"}, "01632 960100"
	d.withRegister(t, own, "")
	opened, err := d.session(t, globals{}).open()
	if err != nil {
		t.Fatal(err)
	}
	day := calendar.On(2026, time.November, 16)
	act := casework.Record{
		Received: day, Channel: casework.Counter, Answer: casework.Complain, Subject: "repairs", Story: "The boiler has no pressure.",
		Wanted: "Mend it.", Points: []string{"The boiler has no pressure", "Nobody came"}, Resident: casework.Person{Name: "Łukasz Bell"},
		Home:    casework.Home{Lines: []string{"4 Example Road", "Arden"}, Postcode: "DE24 7QH", Tenure: casework.Secure},
		Contact: casework.Contact{Reply: casework.ReplyLetter}, Handler: opened.officer.ID,
	}
	change(&act)
	return d.record(t, opened, act)
}

// record puts a record of any kind in the register, closes it, and returns the
// record's reference.
func (d *counter) record(t *testing.T, opened *office, act casework.Recording) string {
	t.Helper()
	var made casework.Result
	err := opened.Batch(context.Background(), opened.officer, func(b *register.Batch) error {
		var err error
		made, err = b.Record(act.Common().Received, act)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := opened.Close(); err != nil {
		t.Fatal(err)
	}
	return string(made.Case.Reference)
}

// caseOf reads a case back. The register is closed when the test ends.
func (d *counter) caseOf(t *testing.T, s *Session, reference string) (*office, casework.Case) {
	t.Helper()
	opened, err := s.open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = opened.Close() })
	c, err := opened.CaseByReference(s.Context, opened.officer, casework.Reference(reference))
	if err != nil {
		t.Fatal(err)
	}
	return opened, c
}

func TestALetterIsSavedAndItsBytesAreKept(t *testing.T) {
	d := newCounter()
	reference := d.withOneComplaint(t, func(*casework.Record) {})
	out := filepath.Join(t.TempDir(), "letter.pdf")
	if status := d.run("--today", "2026-11-20", "letter", reference, "--kind", "acknowledgement", "--out", out); status != 0 {
		t.Fatalf("status %d: %s", status, &d.err)
	}
	if said := d.out.String(); !strings.Contains(said, "Stage 1 acknowledgement saved as "+out) {
		t.Errorf("it said %q", said)
	}
	saved, err := os.ReadFile(out)
	if err != nil || !bytes.HasPrefix(saved, []byte("%PDF-")) {
		t.Fatalf("%v, %.20q", err, saved)
	}
	s := d.session(t, globals{Today: "2026-11-20"})
	opened, c := d.caseOf(t, s, reference)
	if len(c.Letters) != 1 {
		t.Fatalf("%d letters", len(c.Letters))
	}
	kept, err := opened.Document(s.Context, opened.officer, c.ID, c.Letters[0].Document)
	if err != nil || !bytes.Equal(kept, saved) {
		t.Errorf("the register kept other bytes: %v", err)
	}
	if l := c.Letters[0]; l.LargePrint || !l.Sent.IsZero() || !c.Stages[0].Acknowledged.IsZero() {
		t.Errorf("making the letter set %+v", l)
	}
}

func TestAWrongLetterIsRefusedWithAllThatIsWrong(t *testing.T) {
	d := newCounter()
	reference := d.withOneComplaint(t, func(r *casework.Record) { r.Wanted, r.Home.Postcode = "", "" })
	out := filepath.Join(t.TempDir(), "letter.pdf")
	if status := d.run("letter", reference, "--kind", "acknowledgement", "--out", out); status != 1 {
		t.Errorf("status %d", status)
	}
	for _, want := range []string{"would like to happen", "(Code 5.6)", "no postcode"} {
		if !strings.Contains(d.err.String(), want) {
			t.Errorf("%q is not in %s", want, &d.err)
		}
	}
	if status := d.run("letter", reference, "--kind", "response", "--out", out); status != 1 || !strings.Contains(d.err.String(), "Point 2, “Nobody came”, has no answer (Code 6.7)") {
		t.Errorf("status %d: %s", status, &d.err)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a refused letter left a file")
	}
}

func TestALetterIsNotDatedBeforeTheComplaintWasReceived(t *testing.T) {
	d := newCounter()
	reference := d.withOneComplaint(t, func(*casework.Record) {})
	for _, kind := range []string{"acknowledgement", "receipt"} {
		out := filepath.Join(t.TempDir(), "letter.pdf")
		status := d.run("letter", reference, "--kind", kind, "--out", out, "--today", "2026-11-13")
		if said := d.err.String(); status != 1 || !strings.Contains(said, "clock says that today is ") || !strings.Contains(said, "13 November 2026") {
			t.Errorf("%s: status %d: %s%s", kind, status, &d.out, said)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%s: a refused letter left a file", kind)
		}
	}
}

func TestLargePrintIsMadeForWhoeverAskedForIt(t *testing.T) {
	d := newCounter()
	reference := d.withOneComplaint(t, func(r *casework.Record) {
		r.Contact.Adjustments = []casework.Adjustment{{Kind: casework.LargePrint}}
	})
	out := filepath.Join(t.TempDir(), "letter.pdf")
	if status := d.run("letter", reference, "--kind", "acknowledgement", "--out", out); status != 0 {
		t.Fatalf("status %d: %s", status, &d.err)
	}
	if _, c := d.caseOf(t, d.session(t, globals{}), reference); len(c.Letters) != 1 || !c.Letters[0].LargePrint {
		t.Errorf("kept %+v", c.Letters)
	}
}

func TestAnImpossibleLetterIsSaidInOneSentence(t *testing.T) {
	d := newCounter()
	reference := d.withOneComplaint(t, func(*casework.Record) {})
	out := filepath.Join(t.TempDir(), "letter.pdf")
	for want, args := range map[string][]string{
		"does not match its last letter": {"letter", "C-2026-0001-A", "--kind", "receipt", "--out", out},
		"must be named .pdf":             {"letter", reference, "--kind", "receipt", "--out", "letter.doc"},
		"--kind":                         {"letter", reference, "--kind", "postcard", "--out", out},
	} {
		if status := d.run(args...); status != 2 || !strings.Contains(d.err.String(), want) {
			t.Errorf("%v: status %d: %s", args, status, &d.err)
		}
	}
	if status := d.run("letter", "C-2026-9999", "--kind", "receipt", "--out", out); status != 1 || strings.Count(d.err.String(), "\n") != 1 {
		t.Errorf("status %d: %s", status, &d.err)
	}
}
