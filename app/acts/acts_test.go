package acts

import (
	"context"
	"errors"
	"slices"
	"testing"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/news"
	"casebook/app/shell/shelltest"
	"casebook/data/casework"
)

// file is a case that keeps what was done to it.
type file struct {
	version int
	did     []casework.ActName
	refuse  error
	undone  []int
}

func (f *file) Ref() string { return "C-2026-0377-Q" }

func (f *file) Do(_ context.Context, act casework.Act) (casework.Result, error) {
	if f.refuse != nil {
		return casework.Result{}, f.refuse
	}
	f.version++
	f.did = append(f.did, act.Name())
	return casework.Result{Act: act.Name(), Case: casework.Case{Version: f.version}}, nil
}

func (f *file) Undo(_ context.Context, version int) (casework.Result, error) {
	if f.refuse != nil {
		return casework.Result{}, f.refuse
	}
	f.undone = append(f.undone, version)
	return casework.Result{Act: casework.ActTakeBack, Summary: "Taken back: Note added"}, nil
}

// on is the case in a window, with what the other screens hear of it.
func on(t *testing.T) (*file, On, *[]news.CaseChanged) {
	f, desk, heard := &file{version: 6}, &news.Desk{}, &[]news.CaseChanged{}
	desk.Case.Subscribe(func(c news.CaseChanged) { *heard = append(*heard, c) })
	shell := shelltest.Open(t, casework.Officer{Name: "Dan Okafor", Role: casework.Investigator}, look.Light)
	return f, On{Shell: shell, News: desk, Case: f, Problems: func(err error) (map[string]string, bool) {
		var r *casework.Refusal
		if errors.As(err, &r) {
			return map[string]string{r.Field: r.Reason}, true
		}
		return nil, false
	}}, heard
}

func TestAnActIsToldAndCanBeTakenBack(t *testing.T) {
	f, o, heard := on(t)
	var after []casework.ActName
	o.After = func(out casework.Result) { after = append(after, out.Act) }
	closed := false
	o.Do(casework.AddNote{}, "Note added.", func(wrong map[string]string) { closed = wrong == nil })
	if !closed || !slices.Equal(after, []casework.ActName{casework.ActNote}) ||
		!slices.Equal(*heard, []news.CaseChanged{{Reference: f.Ref(), Act: string(casework.ActNote)}}) {
		t.Fatalf("done %v, closed %v, after it %v, heard %v", f.did, closed, after, *heard)
	}
	keys.Press(o.Shell.Window().Canvas(), "Ctrl+Z")
	if !slices.Equal(f.undone, []int{7}) || len(*heard) != 2 || len(after) != 1 {
		t.Errorf("undone %v, heard %v, after it %v", f.undone, *heard, after)
	}
}

// What put money in somebody's hands offers no way back (ruling 16).
func TestAPaymentOffersNoUndo(t *testing.T) {
	f, o, _ := on(t)
	o.Do(casework.Pay{}, "Payment kept.", nil)
	keys.Press(o.Shell.Window().Canvas(), "Ctrl+Z")
	if len(f.did) != 1 || len(f.undone) != 0 {
		t.Errorf("done %v, undone %v", f.did, f.undone)
	}
}

func TestARefusalGoesToItsFieldAndAFaultIsSaid(t *testing.T) {
	f, o, heard := on(t)
	canvas := o.Shell.Window().Canvas()
	var wrong map[string]string
	f.refuse = &casework.Refusal{Field: "note", Reason: "Write the note"}
	o.Do(casework.AddNote{}, "Note added.", func(w map[string]string) { wrong = w })
	if wrong["note"] != "Write the note" || len(canvas.Overlays().List()) != 0 {
		t.Errorf("the form is told %v, with %d messages", wrong, len(canvas.Overlays().List()))
	}
	wrong = nil
	f.refuse = errors.New("the disk is full")
	o.Do(casework.AddNote{}, "Note added.", func(w map[string]string) { wrong = w })
	if wrong != nil || len(canvas.Overlays().List()) != 1 || len(*heard) != 0 {
		t.Errorf("the form is told %v, with %d messages, heard %v", wrong, len(canvas.Overlays().List()), *heard)
	}
}
