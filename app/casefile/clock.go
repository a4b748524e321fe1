package casefile

import (
	"fmt"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// Clock is the card of one stage: its days and its dates.
type Clock struct {
	Name  string // "Stage 1", "Appeal"
	Title string // "Stage 1, day 8 of 10"
	Day   int    // working days gone
	Of    int    // working days there are; 0 where none are counted any more
	First int    // of them before an extension; equal to Of without one
	Dates []Fact
	Note  string // what has to be known of the dates; "" mostly
}

// Fact is a labelled line.
type Fact struct {
	Label  string
	Text   string
	Strong bool
}

func (k *Clock) add(label, text string, strong bool) {
	k.Dates = append(k.Dates, Fact{Label: label, Text: text, Strong: strong})
}

// clocks are the cards of every stage, the current one last.
func clocks(c casework.Case, m casework.Moment, name func(int64) string) []Clock {
	var all []Clock
	for i := range c.Stages {
		all = append(all, clock(c, &c.Stages[i], m, name))
	}
	return all
}

// clock counts a stage's working days from its acknowledgement, or from the day
// it was asked for until then.
func clock(c casework.Case, s *casework.Stage, m casework.Moment, name func(int64) string) Clock {
	k := Clock{Name: stageName(s)}
	over := !c.Withdrawn.IsZero() && s.Responded.IsZero() && s.Number == c.StageNumber()
	switch {
	case !c.Void.IsZero():
		k.Title = k.Name + ", recorded in error"
	case over:
		k.Title = k.Name + ", withdrawn"
	case s.Refused.Stands():
		k.Title = k.Name + ", not opened"
	case leftOut(c, s):
		k.Title = k.Name + ", not accepted"
	default:
		k.count(s, m)
	}
	first := "Received"
	if s.Number > 1 {
		first = "Asked"
	}
	k.add(first, dayIn(s.Asked, m.Today), false)
	if k.Of > 0 {
		k.dates(s, m)
	} else {
		k.ended(c, s, over, m)
	}
	k.hands(s, m, name)
	return k
}

func stageName(s *casework.Stage) string {
	if s.Appeal {
		return "Appeal"
	}
	return fmt.Sprintf("Stage %d", s.Number)
}

// leftOut says whether nothing of a stage is dealt with as a complaint.
func leftOut(c casework.Case, s *casework.Stage) bool {
	points := c.StagePoints(s)
	for _, p := range points {
		if !p.Excluded.Stands() {
			return false
		}
	}
	return len(points) > 0
}

// count works out which day of how many it is.
func (k *Clock) count(s *casework.Stage, m casework.Moment) {
	due, from := s.AcknowledgeBy, s.AcknowledgeBy.Working.From
	if !s.Acknowledged.IsZero() || !s.Responded.IsZero() || s.AcknowledgeBy.Act == "" {
		due, from = s.Due(), s.RespondBy.Working.From
	}
	if from.IsZero() {
		from = s.Asked
	}
	k.Of = max(1, m.Holidays.Between(from, due.Due))
	k.First = k.Of
	if len(s.Extensions) > 0 && due.Due == s.Due().Due {
		k.First = min(k.Of, m.Holidays.Between(from, s.RespondBy.Due))
	}
	last := m.Today
	if !s.Responded.IsZero() {
		last = s.Responded
	}
	k.Day = max(0, m.Holidays.Between(from, last))
	k.Title = fmt.Sprintf("%s, day %d of %d", k.Name, k.Day, k.Of)
	if !s.Responded.IsZero() {
		k.Title = k.Name + ", answered"
	}
}

// dates are those of a stage that is, or was, answered.
func (k *Clock) dates(s *casework.Stage, m casework.Moment) {
	today := m.Today
	k.acknowledgement(s, today)
	answered := !s.Responded.IsZero()
	due := s.Due()
	switch {
	case s.Appeal:
		k.add("Answer by", dayIn(due.Due, today), !answered)
		k.Note = "The page of the earlier policy gives no time for this answer. The day was chosen when the appeal was opened."
	case s.Acknowledged.IsZero():
		k.add("Response due", due.Due.Short()+" at the latest", false)
	case due.Due != s.RespondBy.Due:
		k.add("First due", dayIn(s.RespondBy.Due, today), false)
		k.add("Extended to", dayIn(due.Due, today), !answered)
	default:
		k.add("Due", dayIn(due.Due, today), !answered)
	}
	if answered {
		k.add("Answered", fmt.Sprintf("%s, day %d, %s", dayIn(s.Responded, today), k.Day, inTime(s.Responded, due)), true)
		return
	}
	k.later(s, today)
}

func (k *Clock) acknowledgement(s *casework.Stage, today calendar.Date) {
	if s.AcknowledgeBy.Act == "" {
		return // an appeal has none
	}
	if first := s.FirstAcknowledgeBy; !first.Due.IsZero() {
		k.add("First due", first.Due.Short()+", to acknowledge", false)
		k.add("Set aside", dayIn(s.AcknowledgeBy.Working.From, today), false)
	}
	if s.Acknowledged.IsZero() {
		k.add("Acknowledge", "by "+dayIn(s.AcknowledgeBy.Due, today), s.Responded.IsZero())
		return
	}
	k.add("Acknowledged", s.Acknowledged.Short()+", "+inTime(s.Acknowledged, s.AcknowledgeBy), false)
}

// later is by how much the answer may still move, and when the resident hears
// how it stands (Code 5.9, 6.4, 6.15; ruling 8).
func (k *Clock) later(s *casework.Stage, today calendar.Date) {
	for _, e := range s.Extensions {
		if e.Told.IsZero() {
			k.add("To extend to", e.Due.Due.Short()+", once told", false)
		} else if due := s.Due(); e.Due.Due != due.Due && e.Due.Due.After(due.Due) {
			k.add("Told late", e.Due.Due.Short()+" is no extension", false)
		}
	}
	if !s.Beyond.Expected.IsZero() {
		k.add("Expected", s.Beyond.Expected.Short()+", counts as late", true)
	} else if s.Latest.Act != "" && !s.Acknowledged.IsZero() && s.Latest.Due.After(s.Due().Due) {
		k.add("If extended", "Up to "+s.Latest.Due.Short(), false)
	}
	if u, ok := s.NextUpdate(); ok {
		k.add("Next update", dayIn(u.Due, today), true)
	}
}

// ended are the dates of a stage that gets no answer.
func (k *Clock) ended(c casework.Case, s *casework.Stage, withdrawn bool, m casework.Moment) {
	if !s.Acknowledged.IsZero() {
		k.add("Acknowledged", s.Acknowledged.Short()+", "+inTime(s.Acknowledged, s.AcknowledgeBy), false)
	}
	if withdrawn {
		k.add("Withdrawn", dayIn(c.Withdrawn, m.Today), true)
		if c.WithdrawnWhy != "" {
			k.Note = "They said: " + c.WithdrawnWhy
		}
		return
	}
	e, label := s.Refused, "Not opened"
	if !e.Stands() {
		for _, p := range c.StagePoints(s) {
			if p.Excluded.Stands() {
				e, label = p.Excluded, "Not accepted"
				break
			}
		}
	}
	if !e.Stands() {
		return
	}
	k.add(label, dayIn(e.On, m.Today), false)
	k.add("Tell them by", dayIn(e.TellBy.Due, m.Today), e.Told.IsZero())
	if !e.Told.IsZero() {
		k.add("Told", e.Told.Short()+", "+inTime(e.Told, e.TellBy), true)
	}
}

// hands are who has the stage, who looks after it meanwhile and who read the
// answer before it went: all of them had a part in it (ruling 14).
func (k *Clock) hands(s *casework.Stage, m casework.Moment, name func(int64) string) {
	officer := "Nobody yet"
	if s.Handler != 0 {
		officer = name(s.Handler)
	}
	k.add("Officer", officer, false)
	if s.AppointedBy != "" {
		k.add("Appointed by", s.AppointedBy, false)
	}
	for _, v := range s.Covers {
		if !m.Today.After(v.Until) && s.Responded.IsZero() {
			k.add("Covered by", fmt.Sprintf("%s, %s to %s", name(v.Officer), v.From.Short(), v.Until.Short()), false)
		}
	}
	for _, r := range s.Reviews {
		k.add("Reviewed by", name(r.By)+", "+r.On.Short(), false)
	}
}

// dayIn is a day as a card shows it, with its year where that is another one.
func dayIn(d, today calendar.Date) string {
	if d.IsZero() || d.Year() == today.Year() {
		return d.Short()
	}
	return fmt.Sprintf("%s %d", d.Short(), d.Year())
}

func inTime(on calendar.Date, d policy.Deadline) string {
	if on.After(d.Due) {
		return "late"
	}
	return "in time"
}
