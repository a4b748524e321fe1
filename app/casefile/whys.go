package casefile

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// Why explains the date that the case waits for now, or waited for last.
func (m *Model) Why() (Why, bool) {
	all := m.Whys()
	if len(all) == 0 {
		return Why{}, false
	}
	return all[0], true
}

// Whys explain every date of the case that has a working: the one it waits for
// first, then the others of its stages, then those of its hazards.
func (m *Model) Whys() []Why {
	c := m.Page.Case
	var all []Why
	for i := len(c.Stages) - 1; i >= 0; i-- {
		all = append(all, m.stageWhys(&c.Stages[i])...)
	}
	all = append(all, m.promisedWhys()...)
	all = append(all, m.payWhys()...)
	for _, h := range c.Hazards {
		all = append(all, m.hazardWhys(h)...)
	}
	return all
}

// stageWhys are the dates of one stage, what it waits for first.
func (m *Model) stageWhys(s *casework.Stage) []Why {
	c := m.Page.Case
	var all []Why
	switch {
	case s.Refused.Stands():
		all = append(all, m.tellWhy(s, s.Refused, "that stage 2 is not opened"))
	case leftOut(c, s):
	case s.Acknowledged.IsZero() && s.Responded.IsZero() && s.AcknowledgeBy.Act != "":
		all = append(all, m.acknowledgeWhy(s))
	default:
		all = append(all, m.respondWhy(s))
	}
	for _, p := range c.StagePoints(s) {
		if p.Excluded.Stands() {
			all = append(all, m.tellWhy(s, p.Excluded, fmt.Sprintf("of point %d", p.ID)))
		}
	}
	if !s.Acknowledged.IsZero() && s.AcknowledgeBy.Act != "" {
		all = append(all, m.acknowledgeWhy(s))
	}
	if first := s.FirstAcknowledgeBy; !first.Due.IsZero() {
		w := m.count(first, nil, began(s))
		w.Name = "Before it was set aside"
		w.Steps = []WhyStep{step("The acknowledgement was first due", first), {Text: "The refusal was set aside, and it is due again from then", Source: "ruling 13", Date: s.AcknowledgeBy.Working.From.Short()}}
		w.What, w.From = "the first date for our acknowledgement", "you told us"
		all = append(all, w)
	}
	for _, u := range s.Updates {
		all = append(all, agreed(s, u))
	}
	return all
}

// began says what a stage's first clock counts from.
func began(s *casework.Stage) string {
	if s.Number > 1 {
		return fmt.Sprintf("the resident asked for stage %d", s.Number)
	}
	return "we received the complaint"
}

func (m *Model) acknowledgeWhy(s *casework.Stage) Why {
	since := began(s)
	if !s.FirstAcknowledgeBy.Due.IsZero() {
		since = "the refusal was set aside"
	}
	w := m.count(s.AcknowledgeBy, nil, since)
	w.Name = stageName(s) + " acknowledgement"
	w.Steps = []WhyStep{step(fmt.Sprintf("%s to acknowledge", length(s.AcknowledgeBy.Working)), s.AcknowledgeBy)}
	if s.Acknowledged.IsZero() {
		w.Steps = append(w.Steps, step(fmt.Sprintf("%d more to answer, at the latest", s.RespondBy.Working.Days), s.RespondBy))
	} else {
		w.Steps = append(w.Steps, WhyStep{Text: "Acknowledged, " + inTime(s.Acknowledged, s.AcknowledgeBy), Date: s.Acknowledged.Short()})
	}
	w.What, w.From = fmt.Sprintf("our stage %d acknowledgement", s.Number), "you told us"
	if !s.FirstAcknowledgeBy.Due.IsZero() {
		w.From = "our refusal was set aside"
	}
	return w
}

func (m *Model) respondWhy(s *casework.Stage) Why {
	if s.Appeal {
		return m.appealWhy(s)
	}
	due := s.Due()
	since := "the complaint was received"
	w := Why{}
	if s.RespondBy.Working.From == s.Acknowledged {
		since = "we acknowledged the complaint"
		if s.Number > 1 {
			since = "we acknowledged the stage 2 request"
		}
		w.Steps = append(w.Steps, WhyStep{
			Text:   fmt.Sprintf("Acknowledged on day %d of %d", m.moment.Holidays.Between(s.AcknowledgeBy.Working.From, s.Acknowledged), s.AcknowledgeBy.Working.Days),
			Source: s.AcknowledgeBy.Source.String(), Date: s.Acknowledged.Short(),
		})
	} else if s.Number > 1 {
		since = began(s)
	}
	w.Steps = append(w.Steps, step(length(s.RespondBy.Working)+" to answer", s.RespondBy))
	var more *policy.Deadline
	for i := range s.Extensions {
		e := &s.Extensions[i]
		text := fmt.Sprintf("%d more: %s", e.Days, e.Reason)
		if e.Told.IsZero() {
			text += " (counts once the resident is told)"
		} else if e.Due.Due == due.Due {
			more = &e.Due
		}
		w.Steps = append(w.Steps, step(text, e.Due))
	}
	if b := s.Beyond; !b.Expected.IsZero() {
		w.Steps = append(w.Steps, WhyStep{Text: "Expected, and counts as late: " + b.Reason, Source: "Code 5.9", Date: b.Expected.Short()})
	}
	made := m.count(s.RespondBy, more, since)
	made.Steps, made.Name = w.Steps, stageName(s)+" response"
	made.limit(s.Latest)
	made.What, made.From = fmt.Sprintf("our stage %d answer", s.Number), "you told us"
	made.Deadline = due
	switch {
	case more != nil:
		made.From = "the first date for our answer"
	case s.RespondBy.Working.From == s.Acknowledged:
		made.From = "we acknowledged your complaint"
	}
	return made
}

// appealWhy says that the earlier policy's page gives no time (ruling 3).
func (m *Model) appealWhy(s *casework.Stage) Why {
	w := m.count(s.RespondBy, nil, "the appeal was asked for")
	w.Name = "Answer to the appeal"
	w.Answer = fmt.Sprintf("The page of the earlier policy gives no time for the answer to an appeal. %s was chosen when it was opened.", s.RespondBy.Due.Long())
	w.Steps = []WhyStep{{Text: "Asked for", Date: s.Asked.Short()}, {Text: "Answer chosen for", Source: s.RespondBy.Source.String(), Date: s.RespondBy.Due.Short()}}
	w.What, w.From = "our answer to your appeal", "you asked for it"
	return w
}

// tellWhy is the last day for the letter about what is left out (ruling 13).
func (m *Model) tellWhy(s *casework.Stage, e casework.Exclusion, of string) Why {
	w := m.count(e.TellBy, nil, began(s))
	w.Name = "Letter " + of
	w.Steps = []WhyStep{{Text: "Decided", Date: e.On.Short()}, step("Last day to tell the resident "+of, e.TellBy)}
	if !e.Told.IsZero() {
		w.Steps = append(w.Steps, WhyStep{Text: "Told, " + inTime(e.Told, e.TellBy), Date: e.Told.Short()})
	}
	w.What, w.From = "our letter about what we cannot deal with", "you told us"
	return w
}

// agreed is a day that was agreed with the resident: it is not counted.
func agreed(s *casework.Stage, u casework.Update) Why {
	w := Why{Name: "Update " + u.Due.Short(), Question: "Why " + u.Due.Long() + "?", Due: u.Due,
		Answer: "It was agreed with the resident that they hear by then how it stands, because the answer comes later than any extension allows.",
		Steps:  []WhyStep{{Text: "Agreed: " + s.Beyond.Reason, Source: "Code 5.9", Date: s.Beyond.On.Short()}, {Text: "Update due", Source: "Code 5.9", Date: u.Due.Short()}},
		Foot:   casework.NoPause + "."}
	if !u.Given.IsZero() {
		w.Steps = append(w.Steps, WhyStep{Text: "Given", Date: u.Given.Short()})
	}
	w.Foot = strings.ReplaceAll(w.Foot, "..", ".")
	return w
}

// hazardWhys are the clocks that the law sets for a hazard (ruling 10).
func (m *Model) hazardWhys(h casework.Hazard) []Why {
	title := "Hazard"
	if kind, ok := m.moment.Policies.Hazard(h.Kind); ok {
		title = kind.Title
	}
	var all []Why
	for _, k := range h.Clocks {
		since := "we were told of the hazard"
		if !k.Deadline.Working.From.IsZero() && k.Deadline.Working.From != calendar.Of(h.Told) {
			since = "the investigation ended"
			if k.Deadline.Provisional {
				since = "the last day for the investigation"
			}
		}
		w := m.count(k.Deadline, nil, since)
		w.Name = title + ": " + lowerFirst(k.Step.Title())
		told := "Told " + orNot(h.ToldTo, "one of us")
		if h.Rough {
			told += "; the hour is not known, so it counts from the first minute of the day"
		}
		w.Steps = []WhyStep{{Text: told, Source: "ruling 10", Date: calendar.Of(h.Told).Short()}, step(k.Step.Title(), k.Deadline)}
		if !k.Done.IsZero() {
			w.Steps = append(w.Steps, WhyStep{Text: sentenceOf("Done", k.Note), Date: calendar.Of(k.Done).Short()})
		}
		if k.Deadline.Provisional {
			w.Foot = "It is counted again when the investigation ends. " + w.Foot
		}
		w.What, w.From = "what the law asks of us: "+lowerFirst(k.Step.Title()), strings.Replace(since, "we were told", "you told us", 1)
		all = append(all, w)
	}
	return all
}
