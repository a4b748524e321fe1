package intake

import (
	"fmt"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// Hazard is a danger that the words name, with the law's clock that starts for
// it beside the complaint's (ruling 10).
type Hazard struct {
	Title string // "Emergency hazard"
	Why   string // "Started by the words “gas leak”"
	Told  string // "Told at 10:02 on 13 November 2026"
	First string // "Make the home safe by 10:02 on 14 November 2026"
	Sum   string // how that was counted
	Date  string // of the first step, as in a list of dates
	Late  bool
}

// Hazards lists the dangers that the words name, the most urgent first.
func (m *Model) Hazards() []Hazard {
	r := m.form.record(m.draft.ID, m.deps.By)
	r.ToldAt, r.ToldTo = m.toldAt(), m.toldTo()
	return m.shown(m.hazards(r))
}

// shown are hazards in words.
func (m *Model) shown(all []casework.Hazard) []Hazard {
	var shown []Hazard
	for _, h := range all {
		if len(h.Clocks) == 0 || h.NotHazard != "" {
			continue
		}
		kind, _ := m.world.Policies.Hazard(h.Kind)
		first := h.Clocks[0]
		shown = append(shown, Hazard{
			Title: kind.Title, Why: h.What, Told: toldWords(h), Sum: hazardSum(first.Deadline),
			First: fmt.Sprintf("%s by %s", first.Step.Title(), first.Words()), Date: dated(first.Day()),
			Late: first.Late(m.deps.Now()),
		})
	}
	return shown
}

func toldWords(h casework.Hazard) string {
	if h.Rough {
		return "Counted from the first minute of " + calendar.Of(h.Told).Letter() + ", because only the day is known"
	}
	return fmt.Sprintf("Told at %s on %s", minuteWords(h.Told), calendar.Of(h.Told).Letter())
}

// hazardSum is how a clock was counted, with the rule it comes from.
func hazardSum(d policy.Deadline) string {
	from := d.Working.From.Letter()
	if d.Working.At != "" {
		from = d.Working.At + " on " + from
	}
	words := fmt.Sprintf("%d %s after %s", d.Working.Days, d.Working.Unit, from)
	if source := d.Source.String(); source != "" {
		words += " (" + source + ")"
	}
	return words
}

// foreseen remembers the hazards of the words last looked at.
type foreseen struct {
	of    string
	found []casework.Hazard
}

// hazards are those that a record would start, found by recording it without
// keeping it, so that the form never says anything else than the register does.
// Whether anything is missing in the rest of the form plays no part.
func (m *Model) hazards(r casework.Record) []casework.Hazard {
	if m.world.Policies == nil || r.Story == "" || r.Received.IsZero() {
		return nil
	}
	of := fmt.Sprint(r.Story, "\n", r.Wanted, r.Received, r.ToldAt, r.ToldTo, r.Home.Tenure, len(m.people))
	if m.foreseen.of == of {
		return m.foreseen.found
	}
	world := m.world
	world.Today, world.Now = m.deps.Today(), m.deps.Now()
	probe := casework.Record{
		Draft: r.Draft, Office: r.Office, Received: r.Received, Channel: casework.Counter, Home: r.Home,
		Answer: casework.ServiceOnly, Story: r.Story, Wanted: r.Wanted, ToldAt: r.ToldAt, ToldTo: r.ToldTo,
	}
	result, err := casework.Apply(casework.Case{}, probe, world)
	if err != nil { // a minute that cannot be: the day is what is known
		probe.ToldAt = calendar.FirstMinute(r.Received)
		result, _ = casework.Apply(casework.Case{}, probe, world)
	}
	m.foreseen = foreseen{of, result.Case.Hazards}
	return m.foreseen.found
}

// hazardLines are hazards as lines of "What happens next".
func hazardLines(all []Hazard) []Coming {
	var lines []Coming
	for _, h := range all {
		lines = append(lines, Coming{Date: h.Date, Words: h.Title + ". " + h.First + ".", Late: h.Late, Hazard: true})
	}
	return lines
}

// hazardParts are hazards as a section of the read-back.
func (m *Model) hazardParts() []Part {
	all := m.Hazards()
	if len(all) == 0 {
		return nil
	}
	p := Part{Title: "Danger in the home", Field: JobTold}
	for _, h := range all {
		p.Lines = append(p.Lines, Line{h.Title, h.First}, Line{"How counted", h.Sum}, Line{"Because", h.Why + ". " + h.Told})
	}
	p.Lines = append(p.Lines, Line{"Told to", given(m.toldTo())},
		Line{"Repairs told", given(m.form.line(JobTold))}, Line{"Repairs job", given(m.form.line(Job))})
	return []Part{p}
}

// AsksJob reports that the repairs job is asked for: the words name a hazard,
// or it was typed when they did.
func (m *Model) AsksJob() bool {
	return len(m.Hazards()) > 0 || m.form.line(Job) != "" || m.form.line(JobTold) != ""
}
