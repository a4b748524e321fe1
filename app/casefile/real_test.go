package casefile

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/shell"
	"casebook/app/shell/shelltest"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
	"casebook/reports/paper"
)

// bureau is a register on the disk with one manager and a clock of its own.
type bureau struct {
	*register.Register
	t     *testing.T
	ctx   context.Context
	now   time.Time
	helen casework.Officer
	id    int64
}

func (b *bureau) today() calendar.Date { return calendar.Of(b.now) }

// newBureau has one complaint of Monday 2 November 2026.
func newBureau(t *testing.T) *bureau {
	t.Helper()
	b := &bureau{t: t, ctx: context.Background(), now: time.Date(2026, 11, 2, 10, 0, 0, 0, time.UTC)}
	r, err := register.Create(b.ctx, filepath.Join(t.TempDir(), "register.db"), register.First{
		Settings: casework.Settings{Landlord: "Invented Homes"}, Office: casework.Office{Name: "Alvaston"},
		Officer: casework.Officer{Name: "Helen Marsh", Login: "helen"},
	}, register.Options{Now: func() time.Time { return b.now }, Today: b.today})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	b.Register = r
	if b.helen, err = r.SignIn(b.ctx, "helen", ""); err != nil {
		t.Fatal(err)
	}
	b.id = b.record("Grace Adeyemi")
	return b
}

func (b *bureau) record(name string) int64 {
	b.t.Helper()
	out, err := b.Record(b.ctx, b.helen, casework.Record{
		Received: b.today(), Channel: casework.Counter, Answer: casework.Complain, Story: "The stair light is out.", Wanted: "Light.", Subject: "repairs",
		Points: []string{"The stair light is out."}, Resident: casework.Person{Name: name}, Contact: casework.Contact{Reply: casework.ReplyLetter},
		Home: casework.Home{Lines: []string{"31 Harebell Court", "Derby"}, Postcode: "DE24 7LN", Tenure: casework.Secure},
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return out.Case.ID
}

func (b *bureau) do(act casework.Act) {
	b.t.Helper()
	if _, err := b.Do(b.ctx, b.helen, b.id, 0, act); err != nil {
		b.t.Fatalf("%s: %v", act.Name(), err)
	}
}

// sheet is a page of its own as a PDF.
func sheet(t *testing.T, text string) []byte {
	t.Helper()
	pdf, err := paper.PDF(paper.Lay(paper.Sheet{Title: text}, []paper.Block{paper.Paragraph{Text: text}}), paper.PDFOptions{Made: time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// sent keeps a letter and posts it.
func (b *bureau) sent(kind casework.LetterKind, pdf []byte) {
	b.t.Helper()
	out, err := b.KeepLetter(b.ctx, b.helen, b.id, 0, pdf, casework.MakeLetter{Kind: kind, Dated: b.today(), Pages: 1})
	if err != nil {
		b.t.Fatal(err)
	}
	letters := out.Case.Letters
	b.do(casework.DispatchLetter{Kind: kind, Letter: letters[len(letters)-1].ID, On: b.today(), How: casework.Posted, To: "Grace Adeyemi"})
}

func (b *bureau) evidence(name string, content []byte) {
	b.t.Helper()
	if _, err := b.KeepEvidence(b.ctx, b.helen, b.id, 0, casework.AddEvidence{File: name, From: "Grace Adeyemi", Received: b.today()}, content); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bureau) model() *Model {
	b.t.Helper()
	m := New(b.Register, b.helen, b.today, b.id)
	load(b.t, m)
	return m
}

// full gives the case a letter, two pieces of evidence and a linked case.
func (b *bureau) full() (ack, photo []byte) {
	ack, photo = sheet(b.t, "Acknowledgement as sent"), sheet(b.t, "Photograph of the stairs")
	b.do(casework.Assign{To: b.helen.ID})
	b.sent(casework.Acknowledgement, ack)
	b.evidence("stairs.pdf", photo)
	b.evidence("call.mp3", append([]byte("ID3\x04\x00\x00\x00\x00\x00\x00"), make([]byte, 64)...))
	return ack, photo
}

func TestTheCaseFileHoldsEveryPaperAsItWasKept(t *testing.T) {
	b := newBureau(t)
	ack, photo := b.full()
	m := b.model()
	steps := 0
	made, err := m.CaseFile(b.ctx, func(done, total int) {
		steps++
		if total != 3 || done > total {
			t.Errorf("%d of %d", done, total)
		}
	})
	if err != nil || steps != 4 {
		t.Fatalf("%d steps, %v", steps, err)
	}
	if made.Name != m.Page.Reference || made.Pages < 8 {
		t.Errorf("%s has %d pages", made.Name, made.Pages)
	}
	for what, content := range map[string][]byte{"the letter": ack, "the evidence": photo} {
		found := false
		for _, f := range made.Files {
			found = found || bytes.Equal(f.Bytes, content)
		}
		if !found {
			t.Errorf("%s is not in the folder byte for byte", what)
		}
	}
	titles := ""
	for _, p := range made.Parts {
		titles += p.Title + "\n"
	}
	for _, want := range []string{"acknowledgement", "stairs.pdf", "call.mp3", "current"} {
		if !strings.Contains(titles, want) {
			t.Errorf("%s is not in the index:\n%s", want, titles)
		}
	}
}

func TestTheCaseFileIsForThoseWhoSendEvidence(t *testing.T) {
	_, m := open(t, priya)
	if m.MayMakeFile() == nil {
		t.Error("a front desk makes the case file")
	}
	_, m = open(t, dan)
	if err := m.MayMakeFile(); err != nil {
		t.Error(err)
	}
}

func TestLinkedCasesSayHowTheyStand(t *testing.T) {
	b := newBureau(t)
	other := b.record("Grace Adeyemi")
	if _, err := b.Link(b.ctx, b.helen, b.id, other, casework.Related); err != nil {
		t.Fatal(err)
	}
	rows := b.model().Page.Tabs[TabPeople].Rows
	if len(rows) != 1 || rows[0].Second != "Stage 1 acknowledgement is due Monday 9 November 2026." || rows[0].Leads.Case != other {
		t.Errorf("the linked case is %+v", rows)
	}
}

// realShown opens the case of a bureau in a window.
func realShown(t *testing.T, b *bureau, deps func(*Deps)) (*View, fyne.Canvas) {
	t.Helper()
	s := shelltest.Open(t, b.helen, look.Light)
	var v *View
	c := shelltest.Show(s, "case", func() shell.Page {
		d := Deps{Shell: s, Register: b.Register, By: b.helen, Today: b.today, News: &news.Desk{}, Letter: func(int64, casework.LetterKind, int, int) {}}
		deps(&d)
		v = NewView(d, Open{ID: b.id})
		return v
	})
	return v, c
}

func hinted(v *View, key keys.Chord) bool {
	return slices.ContainsFunc(v.Hints(), func(h shell.Hint) bool { return h.Key == key })
}

func TestAnActIsTakenBackForTenMinutes(t *testing.T) {
	b := newBureau(t)
	b.now = b.now.Add(time.Hour)
	v, c := realShown(t, b, func(*Deps) {})
	if hinted(v, "Ctrl+Z") {
		t.Error("the recording can be taken back")
	}
	keys.Press(c, "Alt+N")
	keys.Type(c, "Wrong case.")
	keys.Press(c, "Ctrl+Enter")
	if n := v.model.Page.Case.Notes; len(n) != 1 || !hinted(v, "Ctrl+Z") {
		t.Fatalf("notes %v, hints %v", n, v.Hints())
	}
	shelltest.Picture(t, c, "undo-offered")
	keys.Press(c, "Ctrl+Z")
	p := v.model.Page
	if len(p.Case.Notes) != 0 || hinted(v, "Ctrl+Z") {
		t.Errorf("notes %v, hints %v", p.Case.Notes, v.Hints())
	}
	if !strings.HasPrefix(p.Timeline[0].What, "Taken back: ") || !p.Timeline[1].Back || p.Timeline[2].Back {
		t.Errorf("the timeline is %+v", p.Timeline)
	}
	shelltest.Picture(t, c, "undo-done")
	keys.Press(c, "Ctrl+Z")
	if len(c.Overlays().List()) != 1 {
		t.Error("what cannot be taken back says nothing")
	}
	keys.Press(c, "Esc")
	keys.Press(c, "Alt+N")
	keys.Type(c, "Late.")
	keys.Press(c, "Ctrl+Enter")
	b.now = b.now.Add(casework.TakeBackTime + time.Minute)
	keys.Press(c, "Ctrl+Z")
	if len(c.Overlays().List()) != 1 || len(v.model.Page.Case.Notes) != 1 {
		t.Error("an act was taken back after eleven minutes")
	}
	shelltest.Picture(t, c, "undo-refused")
}

func TestEvidenceOpensOrIsSavedAndNeverStarted(t *testing.T) {
	b := newBureau(t)
	_, photo := b.full()
	opened, folder := "", t.TempDir()
	v, c := realShown(t, b, func(d *Deps) {
		d.Folder = folder
		d.WriteFile = func(path string, content []byte) error { return os.WriteFile(path, content, 0o600) }
		d.OpenPaper = func(_ context.Context, content []byte, mediaType string) error {
			if !bytes.Equal(content, photo) {
				return errors.New("other bytes")
			}
			opened += mediaType
			return nil
		}
	})
	keys.Press(c, "Alt+T")
	keys.Press(c, "Right") // to the evidence, the last received first
	keys.Press(c, "Tab")
	shelltest.Picture(t, c, "evidence")
	keys.Press(c, "Enter")
	if opened != "" || len(c.Overlays().List()) != 1 {
		t.Fatalf("a recording was opened (%q) or is not saved", opened)
	}
	keys.Press(c, "Ctrl+S")
	if _, err := os.Stat(filepath.Join(folder, "call.mp3")); err != nil {
		t.Error(err)
	}
	keys.Press(c, "Down")
	keys.Press(c, "Enter")
	if opened != "application/pdf" {
		t.Errorf("opened %q", opened)
	}
	if v.beside.tabs.Chosen() != TabEvidence {
		t.Error("the list of evidence went away")
	}
}

func TestTheCaseFileIsMadeByKeyboard(t *testing.T) {
	b := newBureau(t)
	b.full()
	folder, opened := t.TempDir(), ""
	v, c := realShown(t, b, func(d *Deps) {
		d.Folder = folder
		d.OpenFile = func(_ context.Context, path string) error { opened = path; return nil }
	})
	keys.Press(c, "Alt+F")
	shelltest.Picture(t, c, "file-where")
	keys.Press(c, "Ctrl+S")
	shelltest.Picture(t, c, "file-made")
	pdf := filepath.Join(folder, v.model.Page.Reference, v.model.Page.Reference+".pdf")
	if _, err := os.Stat(pdf); err != nil {
		t.Fatal(err)
	}
	keys.Press(c, "Tab")
	keys.Press(c, "Enter")
	if opened != pdf {
		t.Errorf("opened %q, want %q", opened, pdf)
	}
	keys.Press(c, "Alt+F") // its folder is there now
	keys.Press(c, "Ctrl+S")
	if len(c.Overlays().List()) != 1 {
		t.Error("a case file was put over another")
	}
	shelltest.Picture(t, c, "file-again")
}
