package intake

import (
	"context"
	"errors"

	"casebook/app/news"
	"casebook/app/task"
	"casebook/data/casework"
)

// Record puts the contact in the register, once it has been read back. The
// draft goes after the commit; a crash between the two records nothing twice,
// because the case carries the draft's id. The receipt is printed after that,
// and a printer without paper undoes nothing.
func (m *Model) Record() {
	if m.page != ReadBack || m.busy {
		return
	}
	m.pause.Stop()
	m.busy, m.trouble = true, ""
	by, act := m.deps.By, m.form.record(m.draft.ID, m.deps.By)
	task.Run(m.deps.Tasks, func(ctx context.Context) (casework.Case, error) {
		result, err := m.deps.Register.Record(ctx, by, act)
		return result.Case, err
	}, m.recorded)
	m.Changed()
}

// Busy reports that the register is at work; nothing may be pressed meanwhile.
func (m *Model) Busy() bool { return m.busy }

func (m *Model) recorded(c casework.Case, err error) {
	m.busy = false
	if err != nil {
		m.refused(err)
		m.Changed()
		return
	}
	m.done, m.page = c, Recorded
	m.keeper.drop(m.draft.ID)
	if m.deps.News != nil {
		m.deps.News.Case.Publish(news.CaseChanged{Reference: string(c.Reference), Act: string(casework.ActRecord)})
	}
	m.tellDraft()
	m.PrintReceipt()
	m.Changed()
}

// refused shows why nothing was recorded: under its field where the reason has
// one, otherwise at the top of the page.
func (m *Model) refused(err error) {
	var refusal *casework.Refusal
	if errors.As(err, &refusal) && refusal.Field != "" {
		m.page = Asking
		m.wrong = map[string]string{refusal.Field: refusal.Error()}
		return
	}
	m.trouble = sentence(err) + ". Nothing was recorded, and your typing is kept on this computer. Try again (Ctrl+S)"
	if refusal != nil {
		m.trouble = refusal.Error()
	}
}

// PrintReceipt prints the receipt of the contact just recorded, again where
// the first one did not come out.
func (m *Model) PrintReceipt() {
	if m.page != Recorded {
		return
	}
	c := m.done
	m.paperNote = "Printing the receipt"
	task.Run(m.deps.Tasks, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, m.deps.Paper.Receipt(ctx, c)
	}, func(_ struct{}, err error) {
		if m.page != Recorded || m.done.ID != c.ID {
			return
		}
		m.paperNote = "The receipt went to the printer. It is not an acknowledgement, and says so."
		if err != nil {
			m.paperNote = "The receipt was not printed: " + lower(sentence(err)) + ". The contact is recorded all the same."
		}
		m.Changed()
	})
}

// BlankForm prints the questions to be filled in by hand, and says what became
// of it.
func (m *Model) BlankForm(say func(words string)) {
	task.Run(m.deps.Tasks, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, m.deps.Paper.BlankForm(ctx)
	}, func(_ struct{}, err error) {
		if err != nil {
			say("The blank form was not printed: " + lower(sentence(err)))
			return
		}
		say("The blank form went to the printer")
	})
}

// Done is the contact just recorded.
func (m *Model) Done() casework.Case { return m.done }

// PaperNote says what became of the receipt.
func (m *Model) PaperNote() string { return m.paperNote }

// DoneWords say what was recorded, above its reference.
func (m *Model) DoneWords() string {
	if m.done.Kind == casework.Complaint {
		return "Complaint recorded"
	}
	if m.done.Choice.Answer == casework.NotToday {
		return "Recorded, with the choice we offered"
	}
	return "Service request recorded"
}

// DoneDates are the dates that now stand in the register, with what is still
// to do before the acknowledgement (ruling 27).
func (m *Model) DoneDates() []Coming {
	s := m.done.Current()
	if s == nil {
		return m.Next()
	}
	today := m.deps.Today()
	lines := []Coming{
		{Date: dated(s.AcknowledgeBy.Due), Words: "Acknowledge by", Late: s.AcknowledgeBy.Due.Before(today)},
		{Date: dated(s.RespondBy.Due), Words: "Response at the latest", Late: s.RespondBy.Due.Before(today)},
	}
	return lines
}

// ToDo lists what is still to be known before it is acknowledged.
func (m *Model) ToDo() []string { return casework.ToDo(m.done) }

// Acknowledge opens the acknowledgement of the complaint just recorded.
func (m *Model) Acknowledge() {
	if m.MayAcknowledge() {
		m.deps.Ways.WriteLetter(m.done.ID, casework.Acknowledgement)
	}
}

// MayAcknowledge reports whether there is a complaint to acknowledge and the
// officer may do so.
func (m *Model) MayAcknowledge() bool {
	return m.page == Recorded && m.done.Kind == casework.Complaint &&
		casework.May(m.deps.By, casework.ActMakeAck, m.done) == nil
}

// OpenDone opens the case just recorded.
func (m *Model) OpenDone() {
	if m.page == Recorded {
		m.deps.Ways.OpenCase(m.done.ID)
	}
}

// Another starts the next contact after one is recorded. It reports false
// where a draft is still on screen, which then stays.
func (m *Model) Another() bool {
	if m.page != Recorded {
		return false
	}
	m.fresh()
	m.Changed()
	return true
}

// Leave keeps the draft and goes back to where the officer came from; from the
// read-back page it goes back to the form first.
func (m *Model) Leave() {
	if m.busy {
		return
	}
	switch m.page {
	case ReadBack:
		m.Change()
		return
	case Recorded:
		m.fresh()
	default:
		m.Keep()
	}
	m.deps.Ways.Leave()
}
