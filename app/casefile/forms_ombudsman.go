package casefile

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/data/casework"
	"casebook/data/policy"
)

// refer records that the case is before an ombudsman or a regulator. None is
// ever refused; what is open today and why stands below the choice.
func (v *View) refer() {
	v.form("The case was taken to an ombudsman", "Record it", "Recorded.", casework.ActRefer, func(f *field.Form) (fyne.CanvasObject, filled) {
		body := picks(f, "body", "To whom", v.model.Ombudsmen(), func(o policy.Ombudsman) string { return o.Name })
		body.Changed = func(string) {
			if o, ok := body.chosen(); ok {
				body.Hint(v.model.WhyRoute(o.ID))
			}
		}
		on := v.dayField(f, "on", "When")
		theirs := f.Text("theirs", "Their reference")
		what := f.Notes("what", "What they are asked to look at", 2)
		optional(theirs, what)
		return rows(&body.Row, &on.Row, &theirs.Row, &what.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			o, _ := body.chosen()
			return casework.Refer{Body: o.ID, On: v.day(on, wrong), Theirs: theirs.Value(), What: what.Value()}, wrong
		}
	})
}

// WhyRoute says whether a body may be asked about the case today, and why.
func (m *Model) WhyRoute(id string) string {
	for _, r := range casework.Routes(m.Page.Case, m.moment.Today, m.moment.Policies, m.moment.Holidays) {
		if r.Body.ID == id {
			return r.Why
		}
	}
	return "Not the usual way for this subject. Whether it looks at the case is for it to decide."
}

func (v *View) referralField(f *field.Form, fits func(casework.Referral) bool) *pick[casework.Referral] {
	var some []casework.Referral
	for _, r := range v.model.Page.Case.Referrals {
		if fits(r) {
			some = append(some, r)
		}
	}
	return picks(f, "referral", "Before whom", some, func(r casework.Referral) string {
		return strings.TrimSuffix(fmt.Sprintf("%s, since %s, %s", v.model.body(r.Body), r.On.Short(), r.Theirs), ", ")
	})
}

func (v *View) evidenceAsked() {
	v.form("An ombudsman asks for evidence", "Record it", "Request recorded. It stands on Today.", casework.ActEvidenceAsked, func(f *field.Form) (fyne.CanvasObject, filled) {
		referral := v.referralField(f, func(casework.Referral) bool { return true })
		what := f.Notes("what", "What they ask for", 3)
		asked := v.dayField(f, "on", "When they asked")
		due := v.comingDay(f, "due", "By when they want it")
		return rows(&referral.Row, &what.Row, &asked.Row, &due.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			r := referral.must(wrong, "Choose the ombudsman")
			return casework.AskedForEvidence{Referral: r.ID, What: what.Value(), Asked: v.day(asked, wrong), Due: v.ahead(due, wrong)}, wrong
		}
	})
}

func (v *View) evidenceSent() {
	v.form("Evidence went to an ombudsman", "Record it", "Evidence recorded as sent.", casework.ActEvidenceSent, func(f *field.Form) (fyne.CanvasObject, filled) {
		ask := picks(f, "ask", "Which request", v.model.Asks(), func(a Ask) string {
			return fmt.Sprintf("%s, by %s: %s", v.model.body(v.model.Page.Case.Referral(a.Referral).Body), a.Due.Short(), short(a.What))
		})
		on := v.dayField(f, "on", "When it went")
		return rows(&ask.Row, &on.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			a := ask.must(wrong, "Choose the request")
			return casework.SendEvidence{Referral: a.Referral, Ask: a.ID, On: v.day(on, wrong)}, wrong
		}
	})
}

// orderFields are one order or recommendation.
type orderFields struct {
	text *field.Text
	sum  *field.Money
	due  *field.Date
	only *field.Check
}

// findingRow is one matter with what was found of it.
type findingRow struct {
	matter *field.Text
	found  *pick[casework.Maladministration]
}

// determine records an ombudsman's decision: a finding on each matter and each
// order, with more lines as they are asked for.
func (v *View) determine() {
	v.form("An ombudsman decided", "Record the decision", "Decision recorded. What is ordered stands on Today.", casework.ActDetermine, func(f *field.Form) (fyne.CanvasObject, filled) {
		referral := v.referralField(f, func(r casework.Referral) bool { return r.Determined.IsZero() })
		on := v.dayField(f, "on", "When")
		var found []findingRow
		var orders []orderFields
		findings := more(f, "One more finding", 1, func(n int) fyne.CanvasObject {
			row, object := findingFor(f, n)
			found = append(found, row)
			return object
		})
		ordered := more(f, "One more order", 1, func(n int) fyne.CanvasObject {
			row, object := v.orderFor(f, n)
			orders = append(orders, row)
			return object
		})
		body := look.Column(12, referral.Object(), on.Object(), look.NewTxt("What was found", look.SizeCard, look.Text, true), findings,
			look.NewTxt("What was ordered", look.SizeCard, look.Text, true), ordered)
		return body, func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			act := casework.Determine{Referral: referral.must(wrong, "Choose the ombudsman").ID, On: v.day(on, wrong)}
			for _, r := range found {
				finding, ok := r.found.chosen()
				if ok || r.matter.Value() != "" {
					act.Findings = append(act.Findings, casework.OmbudsmanFinding{Matter: r.matter.Value(), Finding: finding})
				}
			}
			for _, r := range orders {
				act.Orders = append(act.Orders, v.orderOf(r, wrong)...)
			}
			return act, wrong
		}
	})
}

func findingFor(f *field.Form, n int) (findingRow, fyne.CanvasObject) {
	name := "findings"
	if n > 1 {
		name = fmt.Sprintf("finding %d", n)
	}
	row := findingRow{matter: f.Text(name, fmt.Sprintf("Finding %d: on what", n)),
		found: picks(f, fmt.Sprintf("found %d", n), "What", casework.Maladministrations(), func(m casework.Maladministration) string { return capital(string(m)) })}
	return row, field.Beside([]float32{3, 2}, &row.matter.Row, &row.found.Row)
}

func (v *View) orderFor(f *field.Form, n int) (orderFields, fyne.CanvasObject) {
	name := "orders"
	if n > 1 {
		name = fmt.Sprintf("order %d", n)
	}
	o := orderFields{text: f.Text(name, fmt.Sprintf("Order %d: what we must do", n)), sum: f.Money(fmt.Sprintf("sum %d", n), "Sum"),
		due: v.comingDay(f, fmt.Sprintf("due %d", n), "By when"), only: f.Check(fmt.Sprintf("only %d", n), "Recommended only")}
	o.due.Hint("")
	optional(o.text, o.sum)
	return o, look.Column(6, o.text.Object(), field.Beside([]float32{1, 1}, &o.due.Row, &o.sum.Row), o.only.Object())
}

// orderOf is an order as filled in; none where nothing was typed.
func (v *View) orderOf(o orderFields, wrong map[string]string) []casework.Order {
	if o.text.Value() == "" && o.due.Value() == "" && o.sum.Value() == "" {
		return nil
	}
	order := casework.Order{Text: o.text.Value(), Due: v.ahead(o.due, wrong), Recommended: o.only.On()}
	if o.sum.Value() != "" {
		sum, err := o.sum.Pence()
		if err != nil {
			wrong[o.sum.Name()] = capital(err.Error())
		}
		order.Sum = sum
	}
	return []casework.Order{order}
}

// more is a column of like fields with a button for one more.
func more(f *field.Form, words string, first int, add func(n int) fyne.CanvasObject) fyne.CanvasObject {
	lines := look.Column(10)
	n := 0
	another := func() {
		n++
		lines.Add(add(n))
	}
	for range first {
		another()
	}
	button := look.NewSmall(words, func() {
		another()
		if f.Relay != nil {
			f.Relay()
		}
	}).With(look.IconPlus, "")
	return look.Column(10, lines, look.Line(0, button, look.Gap()))
}

func (v *View) comply() {
	v.form("An order was carried out", "Record it", "Order recorded as carried out.", casework.ActComply, func(f *field.Form) (fyne.CanvasObject, filled) {
		order := picks(f, "order", "Which order", v.model.Orders(), func(o Order) string {
			if o.Due.IsZero() {
				return short(o.Text)
			}
			return fmt.Sprintf("By %s: %s", o.Due.Short(), short(o.Text))
		})
		on := v.dayField(f, "on", "When")
		proof := f.Text("proof", "What proves it")
		evidence := picks(f, "evidence", "Or the evidence", v.model.Page.Case.Evidence, func(e casework.Evidence) string { return fmt.Sprintf("%d. %s", e.ID, e.Name) })
		evidence.Set("")
		optional(proof, evidence)
		return rows(&order.Row, &on.Row, &proof.Row, &evidence.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			o := order.must(wrong, "Choose the order")
			e, _ := evidence.chosen()
			return casework.Comply{Referral: o.Referral, Order: o.ID, On: v.day(on, wrong), Proof: proof.Value(), Evidence: e.ID}, wrong
		}
	})
}

func (v *View) reportProgress() {
	v.form("Report progress on severe maladministration", "Keep the report", "Progress kept.", casework.ActProgress, func(f *field.Form) (fyne.CanvasObject, filled) {
		referral := v.referralField(f, casework.Referral.Severe)
		on := v.dayField(f, "on", "When")
		text := f.Notes("text", "What has been put right and what is left", 4)
		text.Hint("It is published with the landlord's report (Code 9.7).")
		return rows(&referral.Row, &on.Row, &text.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			r := referral.must(wrong, "Choose the decision")
			return casework.ReportProgress{Referral: r.ID, On: v.day(on, wrong), Text: text.Value()}, wrong
		}
	})
}
