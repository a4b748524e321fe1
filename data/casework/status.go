package casework

import (
	"fmt"
	"strings"

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

// LeftOf says the time left of a kind of duty: what only waits is never late, and
// says for how long it has waited.
func LeftOf(kind DutyKind, due, today calendar.Date, h *calendar.Holidays) (string, Tone) {
	if !kind.Ages() || !due.Before(today) {
		return TimeLeft(due, today, h)
	}
	n := max(1, -h.Between(today, due))
	return "Waits for " + count(n, "working day", "working days"), Late
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
	Act    ActName // empty when there is nothing to do
	Point  int     // the point to answer, for ActAnswer
	Letter LetterKind
	Label  string
}

var toClose = Next{Act: ActClose, Label: "Close the case"}

// StatusOf says how a case stands on a day.
func StatusOf(c Case, today calendar.Date, h *calendar.Holidays) Status {
	s := c.Current()
	switch {
	case !c.Void.IsZero():
		return Status{Sentence: "Recorded in error, " + c.Void.Long() + ".", Tone: Ended}
	case !c.Closed.IsZero():
		return owing(c, Status{Sentence: closedSentence(c), Tone: Ended}, today, h)
	case !c.Withdrawn.IsZero():
		return withdrawnStatus(c, today, h)
	case c.Kind.Promised():
		return promisedStatus(c, today, h)
	case s == nil:
		return Status{Sentence: recordSentence(c), Tone: Fine, Next: Next{Act: ActClose, Label: "Close"}}
	case c.refused(s):
		return refusedStatus(c, s, today, h)
	}
	if due, ok := untold(c, s); ok && tellFirst(s, due) {
		return leftOutStatus(c, s, due, today, h)
	}
	switch {
	case !s.Responded.IsZero():
		return afterAnswer(c, s, today, h)
	case s.Acknowledged.IsZero() && s.AcknowledgeBy.Act != "":
		return acknowledgeStatus(c, s, today, h)
	}
	return answeringStatus(c, s, today, h)
}

// afterAnswer is of a stage whose answer went, and what is left of it. What is
// owed is paid first, also while the resident has not answered the offer: fixed
// payments and Right to Repair money wait for no answer, and paying is ours to
// do, by a day. The resident's answer is theirs to give, on no day that we set,
// so it never stands before a payment; once nothing is owed it is what the case
// waits for, before it is closed.
func afterAnswer(c Case, s *Stage, today calendar.Date, h *calendar.Holidays) Status {
	status := Status{Sentence: answeredSentence(c, s), Tone: Ended, Next: toClose}
	if _, waits := c.Unreplied(); waits {
		status.Next = Next{Act: ActAnswerOffer, Label: "Record the resident's answer"}
	}
	return owing(c, status, today, h)
}

// owing adds what is owed and not paid, which outlives the closing of a case.
func owing(c Case, status Status, today calendar.Date, h *calendar.Holidays) Status {
	sum, due := toPay(c)
	if sum == 0 {
		return status
	}
	status.Sentence += fmt.Sprintf(" %s is to be paid by %s.", sum, due.Long())
	status.Left, status.Tone = TimeLeft(due, today, h)
	status.Next = Next{Act: ActPay, Label: "Record the payment"}
	return status
}

func closedSentence(c Case) string {
	on := "Closed on " + c.Closed.Long()
	switch s := c.Current(); {
	case c.Ended == WithdrawnEnding:
		return on + ": withdrawn."
	case c.Ended == NotAccepted && s != nil && s.Number > 1:
		return fmt.Sprintf("%s: stage %d was not opened.", on, s.Number)
	case c.Ended == NotAccepted:
		return on + ": not accepted as a complaint."
	}
	return on + "."
}

// recordSentence says what a contact is that is no complaint.
func recordSentence(c Case) string {
	what := "Service request"
	switch {
	case c.Anonymous:
		what = "Anonymous report, kept as information"
	case c.Choice.Answer == NotToday:
		what = "Not a complaint today, kept as information"
	case c.Kind == Information:
		what = "Kept as information"
	}
	return what + ", received " + c.Received.Long() + "."
}

func withdrawnStatus(c Case, today calendar.Date, h *calendar.Holidays) Status {
	if confirmed(c) {
		return Status{Sentence: fmt.Sprintf("Withdrawn on %s, and confirmed.", c.Withdrawn.Long()), Tone: Ended, Next: toClose}
	}
	left, tone := TimeLeft(c.Withdrawn, today, h)
	return Status{
		Sentence: fmt.Sprintf("Withdrawn on %s; the letter that confirms it has not gone.", c.Withdrawn.Long()),
		Left:     left, Tone: tone, Next: nextLetterAct(c, WithdrawalLetter),
	}
}

// refusedStatus is of a stage of which nothing is dealt with as a complaint.
func refusedStatus(c Case, s *Stage, today calendar.Date, h *calendar.Holidays) Status {
	what, kind, due := "Not accepted as a complaint", RefusalLetter, s.Refused.TellBy.Due
	if s.Refused.Stands() {
		what, kind = fmt.Sprintf("Stage %d is not opened", s.Number), EscalationRefusal
	} else {
		due, _ = untold(c, s)
		kind = leftOutLetter(c, s)
	}
	if c.toldOfRefusal(s) {
		return Status{Sentence: fmt.Sprintf("%s; the resident was told on %s.", what, c.lastTold(s).Long()), Tone: Ended, Next: toClose}
	}
	left, tone := TimeLeft(due, today, h)
	return Status{
		Sentence: fmt.Sprintf("%s; the letter that says so is due %s.", what, due.Long()),
		Left:     left, Tone: tone, Next: nextLetterAct(c, kind),
	}
}

// tellFirst says whether the letter about points that are left out comes before
// whatever else the stage owes. Where it falls on the acknowledgement's day the
// acknowledgement goes first.
func tellFirst(s *Stage, due calendar.Date) bool {
	waits := s.Acknowledged.IsZero() && s.AcknowledgeBy.Act != "" && s.Responded.IsZero()
	return !waits || due.Before(s.AcknowledgeBy.Due)
}

func leftOutStatus(c Case, s *Stage, due, today calendar.Date, h *calendar.Holidays) Status {
	var points []string
	for _, p := range c.StagePoints(s) {
		if p.untold() {
			points = append(points, fmt.Sprint(p.ID))
		}
	}
	what := "Point " + points[0] + " is"
	if len(points) > 1 {
		what = "Points " + strings.Join(points, ", ") + " are"
	}
	left, tone := TimeLeft(due, today, h)
	return Status{
		Sentence: fmt.Sprintf("%s left out of the complaint; the letter that says so is due %s.", what, due.Long()),
		Left:     left, Tone: tone, Next: nextLetterAct(c, leftOutLetter(c, s)),
	}
}

// leftOutLetter is the letter that the first point without one needs.
func leftOutLetter(c Case, s *Stage) LetterKind {
	for _, p := range c.StagePoints(s) {
		switch {
		case p.Passed.untold(), p.Excluded.untold() && p.Excluded.ReRoute:
			return PassOnLetter
		case p.Excluded.untold():
			return RefusalLetter
		}
	}
	return RefusalLetter
}

func answeredSentence(c Case, s *Stage) string {
	what := fmt.Sprintf("Stage %d", s.Number)
	if s.Appeal {
		what = "The appeal"
	}
	sentence := fmt.Sprintf("%s was answered on %s: %s", what, s.Responded.Long(), s.Outcome)
	if _, waits := c.Unreplied(); waits {
		sentence += "; the resident has not answered the offer"
	}
	return sentence + "."
}

func acknowledgeStatus(c Case, s *Stage, today calendar.Date, h *calendar.Holidays) Status {
	left, tone := TimeLeft(s.AcknowledgeBy.Due, today, h)
	sentence := fmt.Sprintf("Stage %d acknowledgement is due %s", s.Number, s.AcknowledgeBy.Due.Long())
	if first := s.FirstAcknowledgeBy.Due; !first.IsZero() {
		sentence += fmt.Sprintf(", since the refusal was set aside; it was first due %s", first.Long())
	}
	return Status{Sentence: sentence + ".", Left: left, Tone: tone, Next: nextLetterAct(c, Acknowledgement)}
}

// answeringStatus is of a stage that waits for its answer.
func answeringStatus(c Case, s *Stage, today calendar.Date, h *calendar.Holidays) Status {
	due := s.Due().Due
	left, tone := TimeLeft(due, today, h)
	status := Status{Left: left, Tone: tone, Next: nextAnswer(c, s)}
	what := fmt.Sprintf("Stage %d response", s.Number)
	if s.Appeal {
		what = "Answer to the appeal"
	}
	status.Sentence = fmt.Sprintf("%s is due %s", what, due.Long())
	if expected := s.Beyond.Expected; !expected.IsZero() {
		was := "is"
		if today.After(due) {
			was = "was"
		}
		status.Sentence = fmt.Sprintf("%s %s due %s and is expected %s", what, was, due.Long(), expected.Long())
	}
	if e := s.pending(); e != nil && !today.After(due) {
		status.Sentence += fmt.Sprintf("; an extension to %s counts once its letter has gone", e.Due.Due.Long())
		status.Next = nextLetterAct(c, ExtensionNotice)
	}
	if u, ok := s.NextUpdate(); ok {
		status.Sentence += fmt.Sprintf("; the next update is due %s", u.Due.Long())
		if _, tone := TimeLeft(u.Due, today, h); tone != Fine {
			status.Next = nextLetterAct(c, HoldingUpdate)
		}
	}
	status.Sentence += "."
	return status
}

// nextAnswer is the first point without an answer, what the offer in it waits
// for, or the response itself.
func nextAnswer(c Case, s *Stage) Next {
	if open := c.Unanswered(s); len(open) > 0 {
		return Next{Act: ActAnswer, Point: open[0].ID, Label: fmt.Sprintf("Answer point %d", open[0].ID)}
	}
	for _, o := range c.ToOffer() {
		switch {
		case o.Waiting():
			return Next{Act: ActApprove, Label: "Approve the offer"}
		case !o.Agreed() && len(o.SentBack) > 0:
			return Next{Act: ActPropose, Label: "Propose the offer again"}
		}
	}
	return nextLetterAct(c, Response)
}

// nextLetterAct is to say how a letter went once it is made, or to write it.
func nextLetterAct(c Case, kind LetterKind) Next {
	for _, l := range c.Letters {
		if l.Kind == kind && l.Stage == c.StageNumber() && l.Sent.IsZero() && l.Printer != "" && l.Printer != PrintFailed {
			return Next{Act: SendAct(kind), Letter: kind, Label: fmt.Sprintf("Say how the %s went", letterNoun(kind))}
		}
	}
	return Next{Act: MakeAct(kind), Letter: kind, Label: fmt.Sprintf("Write the %s", letterNoun(kind))}
}

// letterNoun is a kind of letter as a button names it.
func letterNoun(kind LetterKind) string {
	switch kind {
	case ExtensionNotice, RefusalLetter, EscalationRefusal, WithdrawalLetter, PassOnLetter:
		return string(kind) + " letter"
	}
	return string(kind)
}

// ToDo lists what is "not yet" on a complaint and has to be known before it is
// acknowledged (ruling 27; Code 5.6), or on a petition, a claim or a fixed
// payment before anybody is written to or paid.
func ToDo(c Case) []string {
	if c.Kind != Complaint && !c.Kind.Promised() {
		return nil
	}
	complaint := c.Kind == Complaint
	var todo []string
	add := func(missing bool, what string) {
		if missing {
			todo = append(todo, what)
		}
	}
	add(c.Resident.Name == "", "Name of the resident")
	add(len(c.Home.Lines) == 0 && c.Contact.Reply != ReplyEmail && c.Contact.Reply != ReplyCollect, "Address to write to")
	add(complaint && c.Wanted == "", "What would put it right (Code 5.6)")
	add(complaint && c.Subject == "", "What it is about")
	add(c.Contact.Reply == "", "How to reply")
	add(c.HandledBy() == 0 && c.Kind != PetitionKind, "Who handles it") // anybody may thank for a petition
	add(c.Representative.Name != "" && c.Representative.Authority == "", "The resident's authority for "+c.Representative.Name)
	return todo
}
