package intake

import (
	"context"
	"errors"
	"slices"
	"strings"

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
	m.pace.Stop()
	m.busy, m.trouble = true, ""
	by, act, rest := m.deps.By, m.recording(m.act()), m.rest()
	task.Run(m.deps.Tasks, func(ctx context.Context) (put, error) {
		c, err := m.put(ctx, by, act)
		if err != nil {
			return put{}, err
		}
		return rest(ctx, c), nil
	}, m.recorded)
	m.Changed()
}

// put is a contact in the register, and what could not be kept with it.
type put struct {
	casework.Case
	left []string
}

// put records the contact, with the link to what it comes from in the same
// transaction.
func (m *Model) put(ctx context.Context, by casework.Officer, act casework.Recording) (casework.Case, error) {
	common := act.Common()
	from := common.From
	common.From = casework.Link{}
	if act.Kind().Promised() {
		result, err := m.deps.Register.RecordPromised(ctx, by, act.WithCommon(common), from.Case, from.Kind)
		return result.Case, err
	}
	if from.Case == 0 {
		result, err := m.deps.Register.Record(ctx, by, common)
		return result.Case, err
	}
	result, err := m.deps.Register.RecordLinked(ctx, by, common, from.Case, from.Kind)
	return result.Case, err
}

// rest is what is recorded right after the contact: the repairs job of its
// hazards, and its further links. The contact stands whether or not they do,
// and what failed is said on the page with the reference.
func (m *Model) rest() func(ctx context.Context, c casework.Case) put {
	by, job, told := m.deps.By, m.form.line(Job), m.form.line(JobTold)
	links := slices.Clone(m.form.Links)
	return func(ctx context.Context, c casework.Case) put {
		done := put{Case: c}
		for _, h := range c.Hazards {
			if job+told == "" || h.Job == job && h.JobTold == told {
				continue
			}
			result, err := m.deps.Register.Do(ctx, by, c.ID, 0, casework.HazardJob{Hazard: h.ID, Job: job, Told: told})
			if err != nil {
				done.left = append(done.left, "The repairs job was not recorded: "+lower(sentence(err))+". Record it on the case")
				continue
			}
			done.Case = result.Case
		}
		for _, l := range links {
			result, err := m.deps.Register.Link(ctx, by, c.ID, l.Case, l.Kind)
			var refusal *casework.Refusal
			switch {
			case err == nil && result.Case.ID == c.ID:
				done.Case = result.Case
			case errors.As(err, &refusal) && refusal.Code == "linked": // recorded before, and linked then
			case err != nil:
				done.left = append(done.left, "It was not linked to "+string(l.Reference)+": "+lower(sentence(err))+". Link it on the case")
			}
		}
		return done
	}
}

// Busy reports that the register is at work; nothing may be pressed meanwhile.
func (m *Model) Busy() bool { return m.busy }

func (m *Model) recorded(p put, err error) {
	c := p.Case
	m.busy = false
	if err != nil {
		m.refused(err)
		m.Changed()
		return
	}
	m.done, m.page, m.leftOver = c, Recorded, strings.Join(p.left, ". ")
	m.keeper.Drop(m.draft.ID)
	if m.deps.News != nil {
		m.deps.News.Case.Publish(news.CaseChanged{Reference: string(c.Reference), Act: string(casework.ActRecord)})
	}
	m.tellDraft()
	if c.Anonymous {
		m.paperNote = "Nothing was printed, because there is nobody to give it to. Ctrl+P prints a receipt all the same."
	} else {
		m.PrintReceipt()
	}
	m.Changed()
}

// refused shows why nothing was recorded: under its field where the reason has
// one, otherwise at the top of the page.
func (m *Model) refused(err error) {
	var refusal *casework.Refusal
	if errors.As(err, &refusal) && refusal.Field != "" {
		m.page = Asking
		m.wrong = map[string]string{fieldOf(refusal): refusal.Error()}
		return
	}
	m.trouble = sentence(err) + ". Nothing was recorded, and your typing is kept on this computer. Try again (Ctrl+S)"
	if refusal != nil {
		m.trouble = refusal.Error()
	}
}

// PrintReceipt prints the paper of the contact just recorded, again where the
// first one did not come out: the slip on the right to complain for somebody
// who would not today (ruling 12), otherwise the receipt.
func (m *Model) PrintReceipt() {
	if m.page != Recorded {
		return
	}
	c, paper, print := m.done, "receipt", m.deps.Paper.Receipt
	if c.Choice.Answer == casework.NotToday {
		paper, print = "slip on the right to complain", m.deps.Paper.ComplaintSlip
	}
	m.paperNote = "Printing the " + paper
	task.Run(m.deps.Tasks, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, print(ctx, c)
	}, func(_ struct{}, err error) {
		if m.page != Recorded || m.done.ID != c.ID {
			return
		}
		m.paperNote = "The " + paper + " went to the printer. It is not an acknowledgement, and says so."
		if err != nil {
			m.paperNote = "The " + paper + " was not printed: " + lower(sentence(err)) + ". The contact is recorded all the same."
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

// Acknowledge opens the acknowledgement of the complaint just recorded.
func (m *Model) Acknowledge() {
	if m.MayAcknowledge() {
		m.deps.Ways.WriteLetter(m.done.ID, m.acknowledgement())
	}
}

// MayAcknowledge reports whether there is a complaint to acknowledge and the
// officer may do so.
func (m *Model) MayAcknowledge() bool {
	return m.page == Recorded && (m.done.Kind == casework.Complaint || m.done.Kind == casework.PetitionKind) &&
		casework.May(m.deps.By, casework.MakeAct(m.acknowledgement()), m.done) == nil
}

// acknowledgement is the letter that acknowledges the contact just recorded.
func (m *Model) acknowledgement() casework.LetterKind {
	if m.done.Kind == casework.PetitionKind {
		return casework.PetitionAcknowledgement
	}
	return casework.Acknowledgement
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
