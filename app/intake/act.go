package intake

import (
	"slices"
	"strings"
	"time"

	"casebook/data/casework"
)

// act is what will be recorded: the form, with what the screen knows of the
// minute we were told.
func (m *Model) act() casework.Record {
	r := m.form.record(m.draft.ID, m.deps.By)
	r.ToldAt, r.ToldTo = m.toldAt(), m.toldTo()
	if len(m.hazards(r)) == 0 && !m.Promised() { // only a hazard has a place of its own for these
		r.Before = strings.TrimSpace(r.Before + "\n" + m.toldLine(r.ToldAt) + "\n" + m.jobLine())
	}
	return r
}

// record makes the act. Texts are tidied here, once; the form keeps them as
// typed.
func (f form) record(draft string, by casework.Officer) casework.Record {
	r := casework.Record{
		Draft: draft, Office: by.Office, Received: f.Received, Channel: f.Channel,
		ResidentID: f.Resident.ID, HomeID: f.Dwelling.ID,
		Resident: f.person(), Home: f.home(),
		Contact: casework.Contact{Reply: f.Reply, DoNot: f.line(DoNot), Adjustments: f.adjustments()},
		Answer:  f.Answer, Story: f.text(Story), Wanted: f.text(Wanted),
		Happened: f.Happened, Before: f.text(Before), Subject: f.Subject,
		Grievance: f.Grievance, Anonymous: f.Anonymous, From: f.From,
		Group: f.group(), Representative: f.representative(),
	}
	if by.AllOffices && f.Dwelling.Office != 0 {
		r.Office = f.Dwelling.Office // the home's own office answers for it
	}
	if r.Anonymous {
		r.Answer = "" // there is nobody to ask
	}
	if r.Answer == casework.Complain {
		r.Handler = f.Handler
	}
	if f.Kind.Promised() {
		return f.onlyPromised(r, by)
	}
	return r
}

// text is what a field of several lines holds, tidied.
func (f form) text(name string) string { return strings.TrimSpace(casework.Tidy(f.Text[name])) }

// line is what a field of one line holds: pasted line breaks become spaces.
func (f form) line(name string) string {
	return strings.Join(strings.Fields(casework.Tidy(f.Text[name])), " ")
}

// person is the resident as given now. What only the housing list knows stays.
func (f form) person() casework.Person {
	p := f.Resident.Person
	p.Name, p.Email = f.line(Name), f.line(Email)
	p.Telephones = nil
	for _, number := range strings.FieldsFunc(f.Text[Phone], func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		if number = strings.Join(strings.Fields(casework.Tidy(number)), " "); number != "" {
			p.Telephones = append(p.Telephones, number) // as given: never put into another shape
		}
	}
	return p
}

// home is the address as given now, with what the housing list knows of it.
func (f form) home() casework.Home {
	h := f.Dwelling.Home
	lines, postcode := splitAddress(f.Text[Address], f.Text[Postcode])
	h.Lines, h.Postcode = lines, postcode
	return h
}

func (f form) adjustments() []casework.Adjustment {
	var needs []casework.Adjustment
	for _, kind := range casework.AdjustmentKinds() {
		if !slices.Contains(f.Needs, kind) {
			continue
		}
		a := casework.Adjustment{Kind: kind}
		if explained(kind) {
			a.Note = f.line(NeedNote)
		}
		needs = append(needs, a)
	}
	return needs
}

// explained says that a need is of no use without words: which language, what
// other need.
func explained(kind string) bool { return kind == casework.Interpreter || kind == casework.OtherNeed }

// toldLine says in the record whom the resident told, and at what time.
func (m *Model) toldLine(at time.Time) string {
	to := m.form.line(ToldTo)
	typed := m.form.line(ToldAt)
	if to != "" {
		to = " to " + to
	}
	switch {
	case to == "" && typed == "":
		return ""
	case typed != "" && !at.IsZero():
		return "Told" + to + " at " + minuteWords(at) + "."
	case typed != "":
		return "Told" + to + ", " + typed + "."
	}
	return "Told" + to + "."
}

// jobLine keeps a repairs job that was typed before its hazard was typed away.
func (m *Model) jobLine() string {
	job, told := m.form.line(Job), m.form.line(JobTold)
	switch {
	case job != "" && told != "":
		return "Repairs job " + job + ", told to " + told + "."
	case job != "":
		return "Repairs job " + job + "."
	case told != "":
		return "Repairs told: " + told + "."
	}
	return ""
}
