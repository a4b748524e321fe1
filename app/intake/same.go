package intake

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"casebook/app/news"
	"casebook/app/task"
	"casebook/data/casework"
)

// AddToMatch adds what was typed to a case that is the same matter, and opens
// it: as a note, or as a question for progress where nothing was said of what
// happened. A hazard in the words starts its clocks there. The draft goes only
// once the case has it; where that fails it stays as it is.
func (m *Model) AddToMatch(place int) {
	row, ok := m.matched(place)
	if !ok || m.busy {
		return
	}
	if m.form.Received.IsZero() || m.form.Received.After(m.deps.Today()) {
		m.trouble = "Enter the day we were told before adding to " + string(row.Reference) + " (F2)"
		m.Changed()
		return
	}
	m.pace.Stop()
	m.busy, m.trouble = true, ""
	by, acts, hazards := m.deps.By, m.additions(), m.hazardActs()
	task.Run(m.deps.Tasks, func(ctx context.Context) (casework.Case, error) {
		for _, act := range hazards { // danger first; a clock that runs there already, or a tenure the law leaves out, is no reason to stop
			var refusal *casework.Refusal
			if _, err := m.deps.Register.Do(ctx, by, row.ID, 0, act); err != nil && !errors.As(err, &refusal) {
				return casework.Case{}, err
			}
		}
		var c casework.Case
		for _, act := range acts {
			result, err := m.deps.Register.Do(ctx, by, row.ID, 0, act)
			if err != nil {
				return c, err
			}
			c = result.Case
		}
		return c, nil
	}, func(c casework.Case, err error) { m.added(row.ID, c, err) })
	m.Changed()
}

func (m *Model) added(id int64, c casework.Case, err error) {
	m.busy = false
	if err != nil {
		m.trouble = sentence(err) + ". Your typing is kept as a draft"
		m.Keep()
		m.Changed()
		return
	}
	m.keeper.Drop(m.draft.ID)
	if m.deps.News != nil {
		m.deps.News.Case.Publish(news.CaseChanged{Reference: string(c.Reference), Act: string(casework.ActNote)})
	}
	m.fresh()
	m.tellDraft()
	m.Changed()
	m.deps.Ways.OpenCase(id)
}

// additions are the acts that keep what was typed with another case.
func (m *Model) additions() []casework.Act {
	if m.form.text(Story) == "" && m.form.text(Wanted) == "" {
		return []casework.Act{casework.Enquire{On: m.form.Received, Way: m.form.Channel}}
	}
	return []casework.Act{casework.AddNote{Text: m.toldAgain()}}
}

// toldAgain is what was typed, as a note on another case.
func (m *Model) toldAgain() string {
	r := m.act()
	who := r.Resident.Name
	switch {
	case r.Anonymous:
		who = "somebody who gave no name"
	case who == "":
		who = "name not given"
	}
	lines := []string{fmt.Sprintf("Told again on %s, %s, by %s.", r.Received.Letter(), lower(channelWords[r.Channel]), who)}
	add := func(label, text string) {
		if text != "" {
			lines = append(lines, label+": "+text)
		}
	}
	add("Spoken for by", r.Representative.Name)
	add("Address", place(r.Home))
	add("Telephone", strings.Join(r.Resident.Telephones, ", "))
	add("E-mail", r.Resident.Email)
	add("What happened", r.Story)
	if r.Happened != (casework.Day{}) {
		add("Since", m.started(r.Happened))
	}
	add("Told us before", r.Before)
	add("Would put it right", r.Wanted)
	add("Unhappy with", strings.TrimSpace(m.form.dissatisfied()))
	if r.Answer != "" {
		add("Treat it as a complaint?", AnswerLine(r.Answer))
	}
	add("Also complaining", groupLine(r.Group))
	if needs := m.needsLine(r.Contact); needs != NotProvided {
		add("Adjustments", needs)
	}
	add("Do not", r.Contact.DoNot)
	return strings.Join(lines, "\n")
}

func (f form) dissatisfied() string {
	if f.Grievance == "" {
		return ""
	}
	return GrievanceWords(f.Grievance)
}

// hazardActs start the clocks of what the words name on another case.
func (m *Model) hazardActs() []casework.Act {
	var acts []casework.Act
	for _, h := range m.hazards(m.act()) {
		acts = append(acts, casework.StartHazard{
			Kind: h.Kind, What: h.What, Told: h.Told, Rough: h.Rough, ToldTo: h.ToldTo, Job: m.form.line(Job), JobTold: m.form.line(JobTold),
		})
	}
	return acts
}
