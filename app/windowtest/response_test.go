//go:build windowtest

package windowtest

import "casebook/data/casework"

// The words of the answer, as the officer writes them.
const (
	reasons = "Our records show your three calls, and no visit before Tuesday 10 November. That is longer than our own rules allow."
	remedy  = "We are sorry that nobody came. The pump of your boiler was replaced on Thursday 12 November."
	called  = "He was glad to hear that the letter comes today."
)

// answers drafts the stage 1 response, is refused while the complaint's point
// is unanswered, completes it, prints it and hands it over.
func (d *desk) answers(c casework.Case) casework.Case {
	t := d.t
	t.Helper()
	d.finds(c)
	d.photographs("case")
	d.presses("Alt+L")
	d.sees(letterTo(c))
	d.photographs("response, unanswered")
	d.presses("Ctrl+P")
	d.rests()
	d.photographs("response, refused")
	d.presses("Esc") // the message
	d.closes()
	if now, _ := d.office.finds(c.Resident.Name); letterOf(now, casework.Response) != nil {
		t.Fatal("a response was made while a point is unanswered")
	}

	d.mends(c, "answer the point", "Right", "Tab")
	d.types(reasons)
	c = d.becomes(c, "the point is answered", func(c casework.Case) bool { return c.Points[0].Finding == casework.Upheld })
	d.mends(c, "add a remedy", "Space", "Enter", "Tab")
	d.types(remedy)
	c = d.becomes(c, "there is a remedy", func(c casework.Case) bool { return len(c.Remedies) == 1 })
	d.mends(c, "record the call", "Tab", "Tab", "Tab", "Right", "Tab")
	d.types(called)
	c = d.becomes(c, "the call is recorded", func(c casework.Case) bool { return len(c.Calls) == 1 && c.Calls[0].Reached })

	d.sees(letterTo(c))
	d.photographs("response, complete")
	d.presses("Ctrl+P")
	d.sees(letterTo(c) + ", made")
	d.photographs("response, printed")
	d.presses("Ctrl+Enter") // it was handed over
	d.sees(letterTo(c) + ", sent")
	c, _ = d.office.finds(c.Resident.Name)
	if s := c.Stages[0]; s.Responded != today || s.Outcome != casework.Upheld {
		t.Errorf("answered on %s, %s", s.Responded, s.Outcome)
	}
	d.reads(c, casework.Response, "Our stage 1 answer to your complaint",
		c.Resident.Name, "You complained to us on "+toldOn, story, wanted, "Upheld", reasons, remedy)
	return c
}

// mends goes from a letter that is shut to the form that mends the first of its
// faults, and fills its first fields by keys.
func (d *desk) mends(c casework.Case, what string, keys ...string) {
	d.t.Helper()
	d.sees(letterTo(c))
	d.presses("F2")
	d.sees(string(c.Reference) + " –")
	d.photographs(what)
	d.presses(keys...)
}

// becomes keeps the form, waits until the register's case is as is said and
// the form is gone, and goes back to the letter.
func (d *desk) becomes(c casework.Case, what string, is func(casework.Case) bool) casework.Case {
	d.t.Helper()
	d.presses("Ctrl+Enter")
	d.waits(what, func() bool {
		c, _ = d.office.finds(c.Resident.Name)
		return is(c)
	})
	d.closes()
	d.presses("Alt+L")
	return c
}

// letterTo is how the window's title begins while a letter of the case shows.
func letterTo(c casework.Case) string { return string(c.Reference) + " letter" }

// finds opens a case by its reference.
func (d *desk) finds(c casework.Case) {
	d.t.Helper()
	d.presses("Ctrl+F")
	d.types(string(c.Reference))
	d.presses("Enter")
	d.sees(string(c.Reference) + " –")
}
