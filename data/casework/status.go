package casework

import (
	"fmt"

	"casebook/data/calendar"
)

// Tone says how time stands with a case, for a colour that never stands alone.
type Tone string

// The tones, from the worst.
const (
	Late  Tone = "late"
	Due   Tone = "due" // today
	Soon  Tone = "soon"
	Fine  Tone = "fine"
	Ended Tone = "ended"
)

// SoonDays is how many working days before a deadline it counts as close: how
// far Today looks, not a promise to anybody.
const SoonDays = 2

// TimeLeft says how far a day is from today in working days: "6 working days
// late", "Today", "2 working days left".
func TimeLeft(due, today calendar.Date, h *calendar.Holidays) (string, Tone) {
	switch {
	case due == today:
		return "Today", Due
	case due.Before(today):
		n := max(1, -h.Between(today, due)) // late by a weekend is late all the same
		return count(n, "working day late", "working days late"), Late
	}
	n := h.Between(today, due)
	if n <= SoonDays {
		return count(n, "working day left", "working days left"), Soon
	}
	return count(n, "working day left", "working days left"), Fine
}

// Status is a case in one sentence and the one thing to do next.
type Status struct {
	Sentence string // "Stage 1 response is due Tuesday 17 November 2026."
	Left     string // "2 working days left"; empty when nothing is due
	Tone     Tone
	Next     Next
}

// Next is the act that moves a case on. Label is what its button says.
type Next struct {
	Act   ActName // empty when there is nothing to do
	Point int     // the point to answer, for ActAnswer
	Label string
}

// StatusOf says how a case stands on a day.
func StatusOf(c Case, today calendar.Date, h *calendar.Holidays) Status {
	s := c.Current()
	switch {
	case !c.Closed.IsZero():
		return Status{Sentence: "Closed on " + c.Closed.Long() + ".", Tone: Ended}
	case s == nil:
		return Status{Sentence: "Service request, received " + c.Received.Long() + ".", Tone: Fine, Next: Next{Act: ActClose, Label: "Close"}}
	case !s.Responded.IsZero():
		return Status{
			Sentence: fmt.Sprintf("Stage %d was answered on %s: %s.", s.Number, s.Responded.Long(), s.Outcome),
			Tone:     Ended, Next: Next{Act: ActClose, Label: "Close the case"},
		}
	case s.Acknowledged.IsZero():
		left, tone := TimeLeft(s.AcknowledgeBy.Due, today, h)
		return Status{
			Sentence: fmt.Sprintf("Stage %d acknowledgement is due %s.", s.Number, s.AcknowledgeBy.Due.Long()),
			Left:     left, Tone: tone, Next: nextLetterAct(c, Acknowledgement),
		}
	}
	due := s.Due().Due
	left, tone := TimeLeft(due, today, h)
	return Status{
		Sentence: fmt.Sprintf("Stage %d response is due %s.", s.Number, due.Long()),
		Left:     left, Tone: tone, Next: nextAnswer(c, s),
	}
}

// nextAnswer is the first point without an answer, or the response itself.
func nextAnswer(c Case, s *Stage) Next {
	if open := c.Unanswered(s); len(open) > 0 {
		return Next{Act: ActAnswer, Point: open[0].ID, Label: fmt.Sprintf("Answer point %d", open[0].ID)}
	}
	return nextLetterAct(c, Response)
}

// nextLetterAct is to say how a letter went once it is made, or to write it.
func nextLetterAct(c Case, kind LetterKind) Next {
	for _, l := range c.Letters {
		if l.Kind == kind && l.Stage == c.StageNumber() && l.Sent.IsZero() && l.Printer != "" && l.Printer != PrintFailed {
			return Next{Act: SendAct(kind), Label: fmt.Sprintf("Say how the %s went", kind)}
		}
	}
	return Next{Act: MakeAct(kind), Label: fmt.Sprintf("Write the %s", kind)}
}

// ToDo lists what is "not yet" on a complaint and has to be known before it is
// acknowledged (ruling 27; Code 5.6).
func ToDo(c Case) []string {
	if c.Kind != Complaint {
		return nil
	}
	var todo []string
	add := func(missing bool, what string) {
		if missing {
			todo = append(todo, what)
		}
	}
	add(c.Resident.Name == "", "Name of the resident")
	add(len(c.Home.Lines) == 0 && c.Contact.Reply != ReplyEmail && c.Contact.Reply != ReplyCollect, "Address to write to")
	add(c.Wanted == "", "What would put it right (Code 5.6)")
	add(c.Subject == "", "What it is about")
	add(c.Contact.Reply == "", "How to reply")
	s := c.Current()
	add(s != nil && s.Handler == 0, "Who handles it")
	add(c.Representative.Name != "" && c.Representative.Authority == "", "The resident's authority for "+c.Representative.Name)
	return todo
}
