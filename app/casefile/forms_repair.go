package casefile

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
)

// defect is a row of the schedule of the Right to Repair.
type defect struct{ ID, Words string }

// heatingWords name the row that has a time for either season (SI 1994/133).
const heatingWords = "Total or partial loss of heating or hot water"

// Defects are the repairs that the law has a time for. Heating is one row here:
// the day of the report decides which time it has.
func (m *Model) Defects() []defect {
	p, ok := m.moment.Policies.Promise("right-to-repair")
	if !ok || p.Repair == nil {
		return nil
	}
	var all []defect
	heating := false
	for _, r := range p.Repair.Repairs {
		switch {
		case r.Season == "":
			all = append(all, defect{r.ID, r.Title})
		case !heating:
			heating = true
			all = append(all, defect{redress.HeatingLoss, heatingWords})
		}
	}
	return all
}

// NotUnderTheRight says what the law's list does not cover, such as the door entry
// system of a block, which has a payment of its own (ruling 20).
func (m *Model) NotUnderTheRight() string {
	p, _ := m.moment.Policies.Promise("right-to-repair")
	return "Not under the right: " + strings.Join(p.Excludes, " ")
}

// RepairEnds says the last day that a repair would have, as it is typed; ""
// while that cannot be said.
func (m *Model) RepairEnds(id string, on calendar.Date, second bool) string {
	if id == "" || on.IsZero() {
		return ""
	}
	rules, ends := casework.RulesOf(m.Page.Case, 0, m.moment), redress.RepairDeadline
	if second {
		ends = redress.SecondDeadline
	}
	by, err := ends(id, on, rules)
	if err != nil {
		return ""
	}
	return by.Due.Long()
}

// Repairing are the repairs that are not done and whose right has not ended.
func (m *Model) Repairing() []casework.RepairRight {
	var all []casework.RepairRight
	for _, r := range m.Page.Case.Repairs {
		if r.Running() {
			all = append(all, r)
		}
	}
	return all
}

// repairField asks which repair, of those that an act may be about; what was
// pressed on the page is chosen already.
func (v *View) repairField(f *field.Form, act casework.ActName, from []casework.RepairRight) *pick[casework.RepairRight] {
	from = narrow(v.model, act, from, func(r casework.RepairRight) bool { return r.ID == v.model.about.Item })
	return picks(f, "repair", "Which repair", from, func(r casework.RepairRight) string {
		return fmt.Sprintf("%s, by %s", r.What, r.By().Due.Short())
	})
}

// startRepair asks for what the notice to the tenant says, and shows the last
// day as it is typed.
func (v *View) startRepair() {
	v.form("Start a repair under the Right to Repair", "Start its first period", "The first period runs. Give the tenant the notice.", casework.ActStartRepair, func(f *field.Form) (fyne.CanvasObject, filled) {
		which := picks(f, "defect", "What is wrong", v.model.Defects(), func(d defect) string { return d.Words })
		which.Hint(v.model.NotUnderTheRight())
		what := f.Text("what", "What it is, and where in the home")
		cost := f.Money("cost", "What the repair is thought to cost")
		contractor := f.Text("contractor", "Contractor who is to do it")
		reported := v.dayField(f, "reported", "Reported on")
		ends := look.NewSentence(look.Words("Choose what is wrong to see the last day.").In(look.Muted))
		show := func() {
			d, _ := which.chosen()
			on, _ := v.model.Day(reported.Value())
			if by := v.model.RepairEnds(d.ID, on, false); by != "" {
				ends.Say(look.Words("First period: to the end of "), look.Bold(by+"."))
			}
		}
		which.Changed = func(string) { show() }
		reported.Changed = func(string) { show() }
		body := look.Column(12, which.Object(), what.Object(), field.Beside([]float32{1, 1}, &cost.Row, &contractor.Row), reported.Object(), ends)
		return body, func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			sum, err := cost.Pence()
			if err != nil {
				wrong["cost"] = capital(err.Error())
			}
			d := which.must(wrong, "Choose what is wrong")
			return casework.StartRepair{Defect: d.ID, What: what.Value(), Cost: sum, Contractor: contractor.Value(), Reported: v.day(reported, wrong)}, wrong
		}
	})
}

func (v *View) askSecond() {
	v.form("The tenant asks for a second contractor", "Start the second period", "The second period runs. Give the tenant the notice.", casework.ActAskSecond, func(f *field.Form) (fyne.CanvasObject, filled) {
		var first []casework.RepairRight
		for _, r := range v.model.Page.Case.Repairs {
			if r.Asked.IsZero() && r.Ended.IsZero() {
				first = append(first, r)
			}
		}
		repair := v.repairField(f, casework.ActAskSecond, first)
		on := v.dayField(f, "on", "Asked on")
		on.Hint("It can be asked for from the day after the first period.")
		who := f.Text("contractor", "Second contractor")
		return rows(&repair.Row, &on.Row, &who.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.AskSecond{Repair: repair.must(wrong, "Choose the repair").ID, On: v.day(on, wrong), Contractor: who.Value()}, wrong
		}
	})
}

func (v *View) repairDone() {
	v.form("The repair was done", "Record it", "Repair recorded as done.", casework.ActRepairDone, func(f *field.Form) (fyne.CanvasObject, filled) {
		repair := v.repairField(f, casework.ActRepairDone, v.model.Repairing())
		on := v.dayField(f, "on", "Done on")
		on.Hint("Nothing is payable for the first period alone. A late second contractor is paid for by the law.")
		return rows(&repair.Row, &on.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.RepairDone{Repair: repair.must(wrong, "Choose the repair").ID, On: v.day(on, wrong)}, wrong
		}
	})
}

func (v *View) endRepair() {
	v.form("The right to a repair ended", "End it", "The right to the repair has ended.", casework.ActEndRepair, func(f *field.Form) (fyne.CanvasObject, filled) {
		repair := v.repairField(f, casework.ActEndRepair, v.model.Repairing())
		on := v.dayField(f, "on", "Ended on")
		why := f.Notes("why", "What ended it", 3)
		why.Hint("Such as access that was refused, or a repair that is not ours. Nothing is payable under the law then.")
		return rows(&repair.Row, &on.Row, &why.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.EndRepair{Repair: repair.must(wrong, "Choose the repair").ID, On: v.day(on, wrong), Why: why.Value()}, wrong
		}
	})
}
