package intake

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"casebook/app/look"
	"casebook/app/shell/shelltest"
	"casebook/data/calendar"
	"casebook/data/casework"
)

// TestPicturesOfTheScreen draws the form as it looks in use, where a folder for
// pictures is named. That each state can be reached is what it holds otherwise.
func TestPicturesOfTheScreen(t *testing.T) {
	states := []struct {
		name string
		do   func(w *window)
		page Page
	}{
		{"plain", func(*window) {}, Asking},
		{"filled", func(w *window) { w.filled() }, Asking},
		{"pointed at", func(w *window) {
			w.filledWithout()
			w.v.asking.fields.form.Focus(Choice)
			w.press("Down", "Down")
		}, Asking},
		{"hazard", func(w *window) { w.hazardous(); w.v.asking.fields.form.Focus(Job) }, Asking},
		{"speaker and group", func(w *window) {
			w.filled()
			w.m.SetChannel(casework.Councillor)
			w.m.Type(RepName, "Cllr Ann Okoro")
			w.press("Alt+G")
			w.text("Tomasz Wolny")
			w.press("Alt+P")
			w.m.Type(MemberName, "Aneta Kowalska")
		}, Asking},
		{"petition", func(w *window) {
			choose(w.t, w.m, Name, "adeyemi")
			w.press("F3", "Down")
			w.m.SetWhat(casework.PetitionKind)
			w.m.Type(Signatures, "48")
			w.m.Type(Story, "We ask for a crossing at the school gate.")
		}, Asking},
		{"claim", func(w *window) {
			choose(w.t, w.m, Name, "adeyemi")
			w.press("F3")
			w.m.SetWhat(casework.ClaimKind)
			w.m.SetInjury(true)
			w.m.Type(Story, "I broke my wrist on the loose step.")
		}, Asking},
		{"fixed payment wrong", func(w *window) {
			w.press("F3")
			w.m.SetWhat(casework.FixedSum)
			w.m.Type(Story, "Nobody came on Thursday morning.")
			w.press("Ctrl+S")
		}, Asking},
		{"petition read back", func(w *window) { w.petition(); w.press("Ctrl+S") }, ReadBack},
		{"petition recorded", func(w *window) { w.petition(); w.press("Ctrl+S", "Ctrl+S") }, Recorded},
		{"anonymous", func(w *window) {
			w.m.SetAnonymous(true)
			w.m.Type(Story, "Somebody is living in the bin store.")
			w.m.Type(Received, "friday evening")
		}, Asking},
		{"from a request", func(w *window) { w.fromRequest() }, Asking},
		{"wrong", func(w *window) {
			w.m.SetAnswer(casework.ServiceOnly)
			w.filledWithout()
			w.m.SetGrievance(casework.Delay)
			w.press("Ctrl+S")
		}, Asking},
		{"read back", func(w *window) { w.hazardous(); w.press("Ctrl+S") }, ReadBack},
		{"end", func(w *window) { w.hazardous(); w.press("Ctrl+S", "Ctrl+S") }, Recorded},
		{"end, not today", func(w *window) {
			w.filled()
			w.m.SetAnswer(casework.NotToday)
			w.press("Ctrl+S", "Ctrl+S")
		}, Recorded},
	}
	looks := []struct {
		name string
		mode look.Mode
		text float32
	}{{"light", look.Light, 1}, {"dark", look.Dark, 1}, {"200", look.Light, 2}}
	if os.Getenv("CASEBOOK_PICTURES") == "" {
		looks = looks[:1] // nothing is drawn: one look reaches every state
	}
	for _, l := range looks {
		for _, s := range states {
			t.Run(s.name+" "+l.name, func(t *testing.T) {
				o := newOffice(t)
				o.block()
				w := o.window(priya)
				fyne.CurrentApp().Settings().Theme().(*look.Theme).Set(fyne.CurrentApp(), l.mode, l.text)
				w.press("Ctrl+N")
				s.do(w)
				if w.m.Page() != s.page {
					t.Fatalf("page %d: %v %v %s", w.m.Page(), w.m.Wrong(), w.m.Doubts(), w.m.Trouble())
				}
				shelltest.Picture(t, w.canvas, s.name+" "+l.name)
			})
		}
	}
}

// filledWithout is everything but the resident's choice.
func (w *window) filledWithout() {
	choose(w.t, w.m, Name, "adeyemi")
	w.m.Type(Story, thirtyWords)
	w.m.Type(Happened, "last fri")
	w.m.Type(Wanted, "Heating fixed today, and an apology.")
	w.m.Type(Subject, "heat")
}

func (w *window) filled() {
	w.filledWithout()
	w.m.SetGrievance(casework.Delay)
	w.m.SetAnswer(casework.Complain)
}

func (w *window) hazardous() {
	w.filled()
	w.m.Type(Story, "There is black mould on the bedroom wall and a smell of gas in the hall. Nobody came.")
	w.m.Type(JobTold, "Sam at the repairs desk")
}

// fromRequest begins a complaint from a service request of the known resident.
func (w *window) fromRequest() {
	c := w.request()
	w.v.Page(Begin{Case: c.ID, Kind: casework.CameFrom})
}

// request records a service request of the known resident a week ago.
func (o *office) request() casework.Case {
	o.t.Helper()
	known := grace()
	moment, _ := o.Moment(o.t.Context(), priya, o.today)
	result, err := casework.Apply(casework.Case{}, casework.Record{
		ID: 11, Reference: "R-2026-0011-A", Draft: "earlier", Office: 1, Received: calendar.On(2026, 11, 6), Channel: casework.Telephone,
		ResidentID: known.Resident.ID, HomeID: known.Dwelling.ID, Resident: known.Resident.Person, Home: known.Dwelling.Home,
		Contact: casework.Contact{Reply: casework.ReplyLetter, DoNot: "not before 10 am",
			Adjustments: []casework.Adjustment{{Kind: casework.Interpreter, Note: "Yoruba"}}},
		Answer: casework.ServiceOnly, Story: "No heating or hot water.", Wanted: "Mend the boiler.", Subject: "heating",
		Representative: casework.Representative{Name: "Ola Adeyemi", Relation: "daughter", Authority: "signed form"},
	}, moment)
	if err != nil {
		o.t.Fatal(err)
	}
	o.cases = append(o.cases, result.Case)
	return result.Case
}
