package letters

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/shell"
	"casebook/app/shell/shelltest"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/register"
	"casebook/reports/letter"
	"casebook/reports/paper"
)

var (
	priya = casework.Officer{ID: 1, Name: "Priya Nair", Title: "Housing assistant", Role: casework.FrontDesk, Office: 1, Telephone: "01632 960 101"}
	dan   = casework.Officer{ID: 2, Name: "Dan Okafor", Title: "Investigating officer", Role: casework.Investigator, Office: 1, Telephone: "01632 960 103"}
)

// desk keeps one case in memory, deciding every act for real, and counts what
// is printed.
type desk struct {
	t       *testing.T
	c       casework.Case
	today   calendar.Date
	docs    map[string][]byte
	printed [][]byte
	broken  error // what the printer answers
	fixed   letter.Fix
	by      casework.Officer
	saved   map[string][]byte
	office  func(*casework.Settings) // what this office has besides
}

func (d *desk) moment(by casework.Officer) casework.Moment {
	policies, err := policy.Shipped()
	if err != nil {
		d.t.Fatal(err)
	}
	settings := casework.Settings{
		Landlord: "Derby Homes", LegalName: "Derby Homes Ltd", Telephone: "01332 888777", Envelope: "DL", Homes: 12500,
		Address: []string{"Complaints", "Derby Homes Ltd", "839 London Road", "Derby", "DE24 8UZ"}, Email: "complaints@example.org",
	}
	if d.office != nil {
		d.office(&settings)
	}
	return casework.Moment{Today: d.today, Now: time.Now(), By: by, Policies: policies, Holidays: calendar.England(), Settings: settings,
		Officer: func(id int64) (casework.Officer, bool) {
			for _, o := range []casework.Officer{priya, dan} {
				if o.ID == id {
					return o, true
				}
			}
			return casework.Officer{}, false
		}}
}

func (d *desk) Case(context.Context, casework.Officer, int64) (casework.Case, error) { return d.c, nil }
func (d *desk) Moment(_ context.Context, by casework.Officer, _ calendar.Date) (casework.Moment, error) {
	return d.moment(by), nil
}
func (d *desk) Officers(context.Context, casework.Officer) ([]casework.Officer, error) {
	return []casework.Officer{priya, dan}, nil
}
func (d *desk) Document(_ context.Context, _ casework.Officer, _ int64, sha string) ([]byte, error) {
	return d.docs[sha], nil
}

func (d *desk) KeepLetter(ctx context.Context, by casework.Officer, id int64, version int, pdf []byte, act casework.MakeLetter) (casework.Result, error) {
	if version != d.c.Version {
		return casework.Result{}, &register.Conflict{Version: d.c.Version, Who: dan.Name, When: time.Now()}
	}
	sum := sha256.Sum256(pdf)
	act.Document = hex.EncodeToString(sum[:])
	d.docs[act.Document] = pdf
	return d.Do(ctx, by, id, version, act)
}

func (d *desk) Do(_ context.Context, by casework.Officer, _ int64, _ int, act casework.Act) (casework.Result, error) {
	out, err := casework.Apply(d.c, act, d.moment(by))
	if err != nil {
		return out, err
	}
	version := d.c.Version
	d.c = out.Case
	d.c.Version = version + 1
	return out, nil
}

func (d *desk) Print(_ context.Context, pdf []byte, _ paper.Size) (paper.Result, error) {
	if d.broken != nil {
		return paper.Result{}, d.broken
	}
	d.printed = append(d.printed, pdf)
	return paper.Result{Outcome: paper.HandedOver, Printer: "Desk"}, nil
}
func (d *desk) Open(_ context.Context, pdf []byte) error { return nil }

func (d *desk) act(by casework.Officer, act casework.Act) {
	d.t.Helper()
	if _, err := d.Do(context.Background(), by, 9, 0, act); err != nil {
		d.t.Fatal(err)
	}
}

func walkIn(t *testing.T, by casework.Officer) *desk {
	d := &desk{t: t, today: calendar.On(2026, 11, 13), docs: map[string][]byte{}, by: by, saved: map[string][]byte{}}
	d.act(priya, casework.Record{
		ID: 9, Reference: casework.NewReference(casework.Complaint, 2026, 377), Office: 1, Received: d.today, Channel: casework.Counter, Handler: dan.ID,
		Resident: casework.Person{Name: "Łukasz Nguyễn", Telephones: []string{"01632 960 217"}},
		Home:     casework.Home{Lines: []string{"14 Ladywell Rise", "Derby"}, Postcode: "DE24 7QH", Tenure: casework.Secure},
		Contact:  casework.Contact{Reply: casework.RingThenLetter},
		Answer:   casework.Complain, Story: "A leak under the bath.", Wanted: "The carpet paid for.", Subject: "repairs",
		Points: []string{"The leak took 23 days to mend.", "Two appointments were missed."},
	})
	return d
}

// shown opens a letter in a window without a screen.
func shown(d *desk, kind casework.LetterKind, mode look.Mode) (*View, fyne.Canvas) {
	d.t.Helper()
	s := shelltest.Open(d.t, d.by, mode)
	var v *View
	c := shelltest.Show(s, "letter", func() shell.Page {
		v = NewView(Deps{Shell: s, Register: d, Printer: d, By: d.by, Today: func() calendar.Date { return d.today }, News: &news.Desk{}, Folder: d.t.TempDir(),
			Fix:   func(_ int64, fix letter.Fix) { d.fixed = fix },
			Write: func(path string, data []byte) error { d.saved[path] = data; return nil }}, Open{Case: 9, Kind: kind})
		return v
	})
	return v, c
}

func TestAnAcknowledgementGoesInTwoKeys(t *testing.T) {
	d := walkIn(t, priya)
	v, c := shown(d, casework.Acknowledgement, look.Light)
	shelltest.Picture(t, c, "letter-draft")
	if v.model.Shut() {
		t.Fatalf("Print is shut: %+v", letter.Failing(v.model.Now.Findings))
	}
	keys.Press(c, "Ctrl+P")
	if len(d.printed) != 1 || d.c.Letters[0].Printer != casework.HandedToPrinter {
		t.Fatalf("printed %d, %+v", len(d.printed), d.c.Letters)
	}
	if !d.c.Current().Acknowledged.IsZero() {
		t.Fatal("printing acknowledged the complaint (ruling 7)")
	}
	if !bytes.Equal(d.printed[0], d.docs[d.c.Letters[0].Document]) {
		t.Error("what was printed is not what is kept")
	}
	shelltest.Picture(t, c, "letter-made")
	keys.Press(c, "Ctrl+Enter")
	if s := d.c.Current(); s.Acknowledged != d.today || d.c.Letters[0].How != casework.HandedOver || d.c.Letters[0].To != "Łukasz Nguyễn" {
		t.Errorf("acknowledged %s, %+v", s.Acknowledged, d.c.Letters[0])
	}
	if v.model.Standing() != Sent {
		t.Error("the screen does not say that it has gone")
	}
	shelltest.Picture(t, c, "letter-sent")
}

func TestAResponseIsShutUntilEveryPointIsAnswered(t *testing.T) {
	d := walkIn(t, dan)
	d.act(dan, casework.AnswerPoint{Point: 1, Finding: casework.Upheld, Reasons: "We took too long to mend it."})
	v, c := shown(d, casework.Response, look.Light)
	shelltest.Picture(t, c, "letter-shut")
	if !v.model.Shut() {
		t.Fatal("a response without an answer to point 2 may be printed")
	}
	keys.Press(c, "Ctrl+P")
	keys.Press(c, "Esc")
	if len(d.printed) != 0 || len(d.c.Letters) != 0 {
		t.Fatal("it was printed or kept")
	}
	if _, err := v.model.Print(context.Background()); err != ErrShut {
		t.Errorf("the model prints what is shut: %v", err)
	}
	keys.Press(c, "F2")
	if d.fixed == (letter.Fix{}) {
		t.Error("F2 leads nowhere")
	}
}

func TestAPrinterThatFailsIsRecordedAndLosesNothing(t *testing.T) {
	d := walkIn(t, priya)
	d.broken = paper.ErrNoPrinter
	v, c := shown(d, casework.Acknowledgement, look.Light)
	keys.Press(c, "Ctrl+P")
	if len(d.c.Letters) != 1 || d.c.Letters[0].Printer != casework.PrintFailed {
		t.Fatalf("%+v", d.c.Letters)
	}
	keys.Press(c, "Esc")
	d.broken = nil
	keys.Press(c, "Ctrl+P")
	if len(d.printed) != 1 || len(d.c.Letters) != 1 || v.model.ID != 1 {
		t.Errorf("printed %d, letters %d", len(d.printed), len(d.c.Letters))
	}
}

func TestALetterOfYesterdayIsMadeAgain(t *testing.T) {
	d := walkIn(t, priya)
	v, c := shown(d, casework.Acknowledgement, look.Dark)
	keys.Press(c, "Ctrl+P")
	d.today = calendar.On(2026, 11, 16)
	v.Refresh()
	shelltest.Picture(t, c, "letter-stale-dark")
	if !v.model.Stale() {
		t.Fatal("a letter of Friday may go on Monday")
	}
	keys.Press(c, "Ctrl+Enter")
	if v.model.Standing() != Draft || v.model.Now.Letter.Dated != d.today {
		t.Errorf("standing %d, dated %s", v.model.Standing(), v.model.Now.Letter.Dated)
	}
	keys.Press(c, "Ctrl+P")
	keys.Press(c, "Ctrl+Enter")
	if d.c.Current().Acknowledged != d.today || len(d.c.Letters) != 2 {
		t.Errorf("acknowledged %s with %d letters", d.c.Current().Acknowledged, len(d.c.Letters))
	}
}

func TestTheScreenShowsTheWordsOfThePage(t *testing.T) {
	d := walkIn(t, priya)
	v, _ := shown(d, casework.Acknowledgement, look.Light)
	page := v.model.Now.Letter.Document.Pages[0]
	const zoom = 3
	sheet := NewSheet(page, zoom)
	var texts []*canvas.Text
	for _, o := range test.WidgetRenderer(sheet).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			texts = append(texts, text)
		}
	}
	if len(texts) != len(page.Words) {
		t.Fatalf("%d words on the page, %d on the screen", len(page.Words), len(texts))
	}
	for i, w := range page.Words {
		text := texts[i]
		if text.Text != w.Text {
			t.Fatalf("word %d is %q on the screen and %q on paper", i, text.Text, w.Text)
		}
		left := text.Position().X / zoom
		if diff := float64(left) - w.X; diff > 0.2 || diff < -0.2 {
			t.Errorf("%q stands at %.2f mm on the screen and at %.2f on paper", w.Text, left, w.X)
		}
		width := float64(text.MinSize().Width / zoom)
		if width > w.Width*1.06+0.6 || width < w.Width*0.94-0.6 {
			t.Errorf("%q is %.2f mm wide on the screen and %.2f on paper", w.Text, width, w.Width)
		}
	}
}

func TestSavingAsksWhereAndNamesNobody(t *testing.T) {
	d := walkIn(t, priya)
	_, c := shown(d, casework.Acknowledgement, look.Light)
	keys.Press(c, "Ctrl+S")
	keys.Press(c, "Ctrl+S")
	if len(d.saved) != 1 {
		t.Fatalf("saved %d files", len(d.saved))
	}
	for path, data := range d.saved {
		if strings.Contains(path, "ukasz") || !strings.HasSuffix(path, ".pdf") || !bytes.HasPrefix(data, []byte("%PDF-")) {
			t.Errorf("saved %s", path)
		}
	}
}

func TestTabWalksThroughTheLetterAndBackToItsStart(t *testing.T) {
	d := walkIn(t, priya)
	v, c := shown(d, casework.Acknowledgement, look.Light)
	start := c.Focused()
	stops := shelltest.Walk(c)
	if len(stops) < 8 || stops[len(stops)-1] != start {
		t.Errorf("Tab makes %d stops and does not come back to where it began", len(stops))
	}
	keys.Press(c, "Ctrl+P") // how it went is asked for in fields, which Tab leaves too
	first := c.Focused()
	stops = shelltest.Walk(c)
	if v.model.Standing() != Made || len(stops) < 10 || stops[len(stops)-1] != first {
		t.Errorf("with the form of dispatch Tab makes %d stops", len(stops))
	}
}

func TestALetterPrintsAfterAChangeThatLeavesItAsItReads(t *testing.T) {
	d := walkIn(t, dan)
	_, c := shown(d, casework.Acknowledgement, look.Light)
	d.act(dan, casework.AddNote{Text: "The receipt came out late."})
	keys.Press(c, "Ctrl+P")
	if len(d.printed) != 1 || len(d.c.Letters) != 1 {
		t.Errorf("printed %d, %+v", len(d.printed), d.c.Letters)
	}

	d = walkIn(t, dan)
	_, c = shown(d, casework.Acknowledgement, look.Light)
	person := d.c.Resident
	person.Name = "Łukasz Nowak"
	d.act(dan, casework.ChangeContact{Resident: person, Home: d.c.Home, Contact: d.c.Contact})
	keys.Press(c, "Ctrl+P")
	if len(d.printed) != 0 || len(d.c.Letters) != 0 {
		t.Error("a letter is printed that the officer has not read")
	}
}
