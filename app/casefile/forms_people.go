package casefile

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/casework"
)

// authority records that the resident let the representative speak for them
// (Code 1.3, 3.6).
func (v *View) authority() {
	v.form("Record the representative's authority", "Record it", "Authority recorded.", casework.ActAuthority, func(f *field.Form) (fyne.CanvasObject, filled) {
		given := v.dayField(f, "on", "The day it was given")
		how := f.Text("how", "How")
		how.Hint("Such as a signed form, or in person at the counter.")
		scope := f.Text("scope", "What they may be told and decide")
		scope.Hint("Empty means everything.")
		until := v.comingDay(f, "until", "Last day")
		until.Hint("Empty where it has no end.")
		optional(scope, until)
		body := look.Column(12, said(orNot(v.model.Page.Contact.Rep, "Nobody speaks for the resident yet.")), given.Object(), how.Object(), scope.Object(), until.Object())
		return body, func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.Authority{Given: v.day(given, wrong), How: how.Value(), Scope: scope.Value(), Until: v.ahead(until, wrong)}, wrong
		}
	})
}

func (v *View) endAuthority() {
	v.form("End the representative's authority", "End it", "Authority ended. Letters go to the resident.", casework.ActEndAuthority, func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "From which day they are told nothing")
		why := f.Text("why", "Why it ended")
		return rows(&on.Row, &why.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.EndAuthority{On: v.day(on, wrong), Why: why.Value()}, wrong
		}
	})
}

// mostHomes is how many homes of the housing list are offered below an address.
const mostHomes = 8

// moved records the new address: one of the housing list, or as typed. The case
// stays about the home it was recorded for.
func (v *View) moved() {
	v.form("The resident moved", "Record the move", "Letters go to the new address.", casework.ActMoved, func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "When")
		lane := task.NewLatest(v.deps.Shell.Tasks())
		home := f.Picker("home", "New address, with commas between its lines", func(text string, show func([]field.Suggestion)) {
			task.RunLatest(lane, func(ctx context.Context) ([]field.Suggestion, error) { return v.model.Homes(ctx, text) },
				func(found []field.Suggestion, _ error) { show(found) })
		})
		home.Hint("Type to choose from the housing list, or type it whole. Letters go here; the case stays about the old home.")
		postcode := f.Postcode("postcode", "Postcode")
		var chosen casework.Dwelling
		home.Chosen = func(s field.Suggestion) {
			chosen = s.Value.(casework.Dwelling)
			postcode.Set(chosen.Home.Postcode)
		}
		return rows(&on.Row, &home.Row, &postcode.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			act := casework.Moved{On: v.day(on, wrong)}
			if chosen.ID != 0 && home.Value() == homeWords(chosen.Home) {
				act.Home, act.HomeID = chosen.Home, chosen.ID
				return act, wrong
			}
			act.Home.Lines = listed(home.Value())
			act.Home.Postcode, _ = casework.TidyPostcode(postcode.Value())
			return act, wrong
		}
	})
}

// Homes finds homes of the housing list as an address is typed.
func (m *Model) Homes(ctx context.Context, text string) ([]field.Suggestion, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	found, err := m.reg.Dwellings(ctx, m.by, text, mostHomes)
	var all []field.Suggestion
	for _, d := range found {
		all = append(all, field.Suggestion{Words: homeWords(d.Home), Second: d.Home.Postcode, Value: d})
	}
	return all, err
}

func homeWords(h casework.Home) string { return strings.Join(h.Lines, ", ") }

func (v *View) renamed() {
	v.form("The resident changed their name", "Record it", "Letters use the new name.", casework.ActRenamed, func(f *field.Form) (fyne.CanvasObject, filled) {
		name := f.Text("name", "The name they use now")
		name.Hint("The old name stays in the history. How they like to be addressed is asked again.")
		on := v.dayField(f, "on", "Since when")
		return rows(&name.Row, &on.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.Renamed{On: v.day(on, wrong), NewName: name.Value()}, wrong
		}
	})
}

// died records the death and who deals with the resident's affairs, or takes
// back a report that was a mistake.
func (v *View) died() {
	c := v.model.Page.Case
	v.form("The resident died", "Record it", "Recorded.", casework.ActDied, func(f *field.Form) (fyne.CanvasObject, filled) {
		on := f.Date("on", "When", v.model.EchoDay)
		name := f.Text("executor", "Who speaks for them now")
		relation := f.Text("relation", "Who that is to the resident")
		relation.Hint("Executor, administrator or next of kin.")
		telephone, email := f.Text("telephone", "Telephone"), f.Text("email", "E-mail")
		optional(name, relation, telephone, email)
		name.Hint("Leave it empty until somebody is known. The case goes on with them.")
		objs := []fyne.CanvasObject{on.Object(), name.Object(), relation.Object(), field.Beside([]float32{1, 1}, &telephone.Row, &email.Row)}
		mistaken := f.Notes("mistaken", "If the report was a mistake: why", 2)
		mistaken.Optional()
		if c.Died.IsZero() {
			mistaken.Hide()
		} else {
			on.Set(c.Died.String())
			on.Again()
		}
		return look.Column(12, append(objs, mistaken.Object())...), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			act := casework.Died{On: v.day(on, wrong), Relation: relation.Value(), Mistaken: mistaken.Value()}
			act.Executor = casework.Person{Name: name.Value(), Email: email.Value(), Telephones: listed(telephone.Value())}
			return act, wrong
		}
	})
}

// addMember adds somebody to a group of residents (Code 1.2).
func (v *View) addMember() {
	v.form("Add somebody to the group", "Add them", "Added to the group.", casework.ActAddMember, func(f *field.Form) (fyne.CanvasObject, filled) {
		name := f.Text("name", "Full name")
		telephone, email := f.Text("telephone", "Telephone"), f.Text("email", "E-mail")
		address := f.Text("address", "Address, with commas between its lines")
		postcode := f.Postcode("postcode", "Postcode")
		optional(telephone, email, address, postcode)
		body := look.Column(12, name.Object(), field.Beside([]float32{1, 1}, &telephone.Row, &email.Row), field.Beside([]float32{3, 1}, &address.Row, &postcode.Row))
		return body, func() (casework.Act, map[string]string) {
			act := casework.AddMember{Lines: listed(address.Value())}
			act.Person = casework.Person{Name: name.Value(), Email: email.Value(), Telephones: listed(telephone.Value())}
			act.Postcode, _ = casework.TidyPostcode(postcode.Value())
			return act, nil
		}
	})
}

func (v *View) dropMember() {
	v.form("Take somebody out of the group", "Take them out", "Taken out of the group.", casework.ActDropMember, func(f *field.Form) (fyne.CanvasObject, filled) {
		who := picks(f, "member", "Who leaves", v.model.Page.Case.Group, func(m casework.Member) string {
			return strings.TrimSuffix(fmt.Sprintf("%s, %s", m.Person.Name, m.Postcode), ", ")
		})
		why := f.Text("why", "Why")
		return rows(&who.Row, &why.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.DropMember{Member: who.must(wrong, "Choose who leaves the group").ID, Why: why.Value()}, wrong
		}
	})
}

func (v *View) housingRef() {
	v.form("The housing system's reference", "Keep it", "Reference kept.", casework.ActHousingRef, func(f *field.Form) (fyne.CanvasObject, filled) {
		ref := f.Text("reference", "Reference")
		ref.Set(v.model.Page.Case.HousingRef)
		ref.Hint("Of this matter in the housing system, so that either record leads to the other. Empty takes it away.")
		return rows(&ref.Row), func() (casework.Act, map[string]string) {
			return casework.SetHousingRef{Reference: ref.Value()}, nil
		}
	})
}
