package redress

import (
	"fmt"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
)

// do does one step of the offer on its way to the resident.
func (v *View) do(s Step) {
	m := v.model
	switch s.Deed {
	case Propose:
		said := "The offer is approved within your limit."
		if s.To != 0 {
			said = "Sent to " + m.officer(s.To) + "."
		}
		v.acts.Do(casework.Propose{To: s.To}, said, nil)
	case Approve:
		v.approve()
	case SendBack:
		v.sendBack()
	case Write:
		v.deps.Letter(m.id, s.Letter, 0, 0)
	case Reply:
		v.reply(s.Offer)
	case Pay:
		v.pay("")
	}
}

// approve agrees to the offer. Above every limit it names who agreed outside.
func (v *View) approve() {
	m := v.model
	if !m.Outside() {
		v.acts.Do(casework.Approve{}, "Approved. Its letter can go to the resident now.", nil)
		return
	}
	v.ask(fmt.Sprintf("Who agreed to %s?", m.Case.Whole()), "Approve it", "Approved. Its letter can go to the resident now.", func(f *field.Form) (fyne.CanvasObject, filled) {
		who := f.Text("outside", "Who agreed to it outside Casebook, and how")
		who.Hint("It is above every limit here. Such as: Director of Housing, by e-mail of 12 November.")
		return who.Object(), func() (casework.Act, map[string]string) { return casework.Approve{Outside: who.Value()}, nil }
	})
}

// sendBack says what has to change before the offer is right.
func (v *View) sendBack() {
	v.ask("Send the offer back", "Send it back", "Sent back.", func(f *field.Form) (fyne.CanvasObject, filled) {
		why := f.Notes("why", "What has to change before you can approve it", 3)
		return why.Object(), func() (casework.Act, map[string]string) { return casework.SendBackOffer{Why: why.Value()}, nil }
	})
}

// waive decides that a lateness of ours needs no sum.
func (v *View) waive(s casework.Suggestion) {
	v.ask("Why is no sum due?", "Keep the reason", "Kept: no sum for it, with your name and the reason.", func(f *field.Form) (fyne.CanvasObject, filled) {
		why := f.Notes("why", "Reason", 3)
		why.Hint(s.Words() + ". Your name stands with the reason.")
		return why.Object(), func() (casework.Act, map[string]string) {
			return casework.WaiveLate{Stage: s.Stage, What: s.What, Why: why.Value()}, nil
		}
	})
}

// paidInError marks the record of a payment as wrong; the lines are owed again.
func (v *View) paidInError(p casework.Payment) {
	v.ask(fmt.Sprintf("What was wrong with the payment of %s?", p.Sum), "Mark it", "Marked. The lines are owed again.", func(f *field.Form) (fyne.CanvasObject, filled) {
		what := f.Notes("what", "What was wrong", 2)
		return what.Object(), func() (casework.Act, map[string]string) {
			return casework.PaidInError{Payment: p.ID, What: what.Value()}, nil
		}
	})
}

// ticks are lines of the ledger to choose from.
type ticks struct {
	ids   []int
	words []string
	field *field.Toggles
}

func (v *View) ticks(f *field.Form, name, label string, ids []int) *ticks {
	t := &ticks{ids: ids}
	for i, id := range ids {
		l, _ := v.model.line(id)
		t.words = append(t.words, fmt.Sprintf("%d. %s, %s", i+1, l.Title, l.Sum))
	}
	t.field = f.Toggles(name, label, t.words...)
	return t
}

func (t *ticks) chosen() []int {
	var ids []int
	for _, word := range t.field.Value() {
		for i, w := range t.words {
			if w == word {
				ids = append(ids, t.ids[i])
			}
		}
	}
	return ids
}

var offerAnswers = []casework.OfferAnswer{casework.AcceptedAll, casework.AcceptedPart, casework.DeclinedAll}

// replyKey opens the resident's answer wherever it stands among what else can be
// done: they may give it while a payment comes first, and by letter weeks later.
const replyKey = "Alt+Y"

// replyNow records the resident's answer, or says why none can be recorded.
func (v *View) replyNow() {
	m := v.model
	if m.Alone() {
		return
	}
	step, ok := m.step(Reply)
	if ok && m.shut(step) == "" {
		v.do(step)
		return
	}
	if err := casework.May(m.by, casework.ActAnswerOffer, m.Case); err != nil {
		v.deps.Shell.Problem(err)
		return
	}
	if err := m.mayReply(0); err != nil {
		v.deps.Shell.Problem(err)
		return
	}
	v.deps.Shell.Toast("All of it is the resident's, whatever they say to it. No answer is asked for.", nil)
}

// step is the first step of a kind among all that can be done.
func (m *Model) step(deed Deed) (Step, bool) {
	for _, s := range m.Stands() {
		for _, step := range s.Does {
			if step.Deed == deed {
				return step, true
			}
		}
	}
	return Step{}, false
}

// reply records what the resident says to an offer.
func (v *View) reply(offer int) {
	c := v.model.Case
	lines := c.ToAccept(c.OfferLines(offer))
	v.ask("What does the resident say?", "Keep the answer", "Answer kept.", func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "Answered on")
		var words []string
		for _, a := range offerAnswers {
			words = append(words, capital(string(a)))
		}
		answer := f.Boxes("answer", "Their answer", words...)
		which := v.ticks(f, "lines", "Which sums they accept", lines)
		which.field.Hide()
		answer.Changed = func(place int) { visible(which.field, offerAnswers[place] == casework.AcceptedPart) }
		said := f.Notes("said", "How, and what they said", 2)
		said.Optional()
		said.Hint(v.model.replyHint(offer))
		return look.Column(12, on.Object(), answer.Object(), which.field.Object(), said.Object()), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			act := casework.AnswerOffer{On: v.readDay(on, wrong), Said: said.Value(), Offer: offer}
			if at := answer.Place(); at >= 0 {
				act.Answer = offerAnswers[at]
			}
			if act.Answer == casework.AcceptedPart {
				act.Lines = which.chosen()
			}
			return act, wrong
		}
	})
}

// replyHint says what an answer changes and what it never does.
func (m *Model) replyHint(offer int) string {
	hint := "Whatever they say, stage 2 and the Ombudsman stay open to them."
	for _, o := range m.Case.Offers {
		if o.ID == offer && o.Answer != "" {
			hint = fmt.Sprintf("Recorded until now: %s on %s. History keeps both. ", o.Answer, o.Replied.Letter()) + hint
		}
	}
	return hint
}

// pay records money that left us. A method that is given is chosen, and only
// the lines that it may pay are there.
func (v *View) pay(method casework.PayMethod) {
	m := v.model
	var ids []int
	var due redress.Pence
	for _, o := range casework.Owed(m.Case) {
		if method != casework.Arrears || o.Head == redress.RightToRepair && m.Case.MayOffset(o.Line) {
			ids, due = append(ids, o.Line), due+o.Sum
		}
	}
	v.ask("Record a payment", "Keep the payment", "Payment kept.", func(f *field.Form) (fyne.CanvasObject, filled) {
		which := v.ticks(f, "lines", "What was paid", ids)
		which.field.Set(which.words)
		sum := f.Money("sum", "Sum paid")
		sum.Set(due.String())
		which.field.Changed = func([]string) { sum.Set(m.due(which.chosen()).String()) }
		on := v.dayField(f, "on", "Paid on")
		ways := m.PayMethods()
		var words []string
		for _, w := range ways {
			words = append(words, capital(string(w)))
		}
		way := f.Select("method", "How", words...)
		way.Set(capital(string(method)))
		reference := f.Text("reference", "Finance's reference")
		reference.Hint("So that the list of payments can be reconciled with theirs.")
		return look.Column(12, which.field.Object(), sum.Object(), on.Object(), way.Object(), reference.Object()), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			paid, err := sum.Pence()
			if err != nil {
				wrong["sum"] = capital(err.Error())
			}
			act := casework.Pay{Lines: which.chosen(), Sum: paid, On: v.readDay(on, wrong), Reference: reference.Value()}
			for _, w := range ways {
				if capital(string(w)) == way.Value() {
					act.Method = w
				}
			}
			return act, wrong
		}
	})
}

// due is what is owed on lines.
func (m *Model) due(lines []int) redress.Pence {
	var sum redress.Pence
	for _, o := range casework.Owed(m.Case) {
		for _, id := range lines {
			if o.Line == id {
				sum += o.Sum
			}
		}
	}
	return sum
}

// PayMethods are the ways to pay here: arrears only where the office allows it.
func (m *Model) PayMethods() []casework.PayMethod {
	var all []casework.PayMethod
	for _, w := range casework.PayMethods() {
		if w != casework.Arrears || m.rules.Office.Offset {
			all = append(all, w)
		}
	}
	return all
}

// dayField is a date that says how it was understood; it begins as today.
func (v *View) dayField(f *field.Form, name, label string) *field.Date {
	d := f.Date(name, label, v.model.EchoDay)
	d.Set("today")
	d.Again()
	return d
}

// readDay reads a date field into a day, or says what to type.
func (v *View) readDay(d *field.Date, wrong map[string]string) calendar.Date {
	on, err := v.model.Day(d.Value())
	if err != nil {
		wrong[d.Name()] = capital(err.Error())
	}
	return on
}
