package casefile

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/data/casework"
)

// declareConflict keeps an officer with an interest away from the case
// (Code 5.8). Everybody declares their own; a manager may record another's.
func (v *View) declareConflict() {
	v.form("Declare a conflict of interest", "Declare it", "Conflict of interest declared.", casework.ActConflict, func(f *field.Form) (fyne.CanvasObject, filled) {
		who := officers(f, "officer", "Whose", v.model.Colleagues())
		who.set(func(o casework.Officer) bool { return o.ID == v.deps.By.ID })
		if v.deps.By.Role != casework.Manager {
			who.Hide()
		}
		what := f.Notes("what", "What the interest is", 2)
		what.Hint("Such as a relation to the resident, or a part in what is complained of.")
		return rows(&who.Row, &what.Row), func() (casework.Act, map[string]string) {
			o, _ := who.chosen()
			return casework.DeclareConflict{Officer: o.ID, What: what.Value()}, nil
		}
	})
}

// protect says who may see the case and who never may (ruling 26).
func (v *View) protect() {
	c := v.model.Page.Case
	v.form("Say who may see the case", "Keep it", "Who may see the case was changed.", casework.ActProtect, func(f *field.Form) (fyne.CanvasObject, filled) {
		who := v.model.Colleagues()
		names := make([]string, len(who))
		for i, o := range who {
			names[i] = apart(o.Name, names[:i])
		}
		only := f.Check("confidential", "Only the officers named here may see it")
		only.Set(c.Confidential)
		access := f.Toggles("access", "Who may see it", names...)
		access.Hint("For everybody else it is absent: from search, lists and Today.")
		barred := f.Toggles("barred", "Who may never see it", names...)
		barred.Hint("Those whom the case is about.")
		set := func(t *field.Toggles, ids []int64) {
			var on []string
			for i, o := range who {
				if slices.Contains(ids, o.ID) {
					on = append(on, names[i])
				}
			}
			t.Set(on)
		}
		read := func(t *field.Toggles) (ids []int64) {
			for _, name := range t.Value() {
				ids = append(ids, who[slices.Index(names, name)].ID)
			}
			return ids
		}
		set(access, c.Access)
		set(barred, c.Barred)
		if len(c.Access) == 0 {
			set(access, v.model.Workers())
		}
		handOver := f.Check("hand over", "I hand it over and will not see it any more")
		show := func(bool) {
			showRow(&access.Row, only.On())
			showRow(&handOver.Row, only.On())
		}
		only.Changed = show
		show(false)
		why := f.Notes("why", "Why", 2)
		why.Hint("So that the next manager can judge whether it still holds.")
		return rows(&only.Row, &access.Row, &handOver.Row, &barred.Row, &why.Row), func() (casework.Act, map[string]string) {
			act := casework.Protect{Confidential: only.On(), Barred: read(barred), Why: why.Value()}
			if act.Confidential {
				act.Access, act.HandOver = read(access), handOver.On()
			}
			return act, nil
		}
	})
}

// Workers are whoever works on the case now and the officer at this desk.
func (m *Model) Workers() []int64 {
	ids := []int64{m.by.ID}
	if s := m.Page.Case.Current(); s != nil && s.Handler != 0 {
		ids = append(ids, s.Handler)
		for _, cover := range s.Covers {
			if !cover.Until.Before(m.moment.Today) {
				ids = append(ids, cover.Officer)
			}
		}
	}
	return ids
}

// restrict limits how the resident may contact us, and goes on to the letter
// that says so (Code 5.14, 5.15).
func (v *View) restrict() {
	v.form("Restrict contact", "Restrict it", "Contact restricted. The letter tells the resident.", casework.ActRestrict, func(f *field.Form) (fyne.CanvasObject, filled) {
		what := f.Notes("what", "How contact is limited, and what stays open", 2)
		what.Hint("It never keeps a new complaint from being recorded.")
		why := f.Notes("why", "What happened, and when", 2)
		equality := f.Notes("equality", "How the Equality Act 2010 was considered", 2)
		equality.Hint("Such as a disability or a need that it must allow for (Code 5.15).")
		from := v.dayField(f, "from", "From")
		review := v.comingDay(f, "review", "Reviewed on")
		review.Hint("")
		body := look.Column(12, what.Object(), why.Object(), equality.Object(), field.Beside([]float32{1, 1}, &from.Row, &review.Row))
		return body, func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.Restrict{What: what.Value(), Why: why.Value(), Equality: equality.Value(), From: v.day(from, wrong), Review: v.ahead(review, wrong)}, wrong
		}
	})
}

func (v *View) reviewRestriction() {
	v.form("Review the restriction of contact", "Keep the review", "Restriction reviewed. The letter tells the resident.", casework.ActReviewLimit, func(f *field.Form) (fyne.CanvasObject, filled) {
		var stand []casework.Restriction
		for _, r := range v.model.Page.Case.Restrictions {
			if r.Ended.IsZero() {
				stand = append(stand, r)
			}
		}
		which := picks(f, "restriction", "Which", stand, func(r casework.Restriction) string {
			return fmt.Sprintf("Since %s: %s", r.From.Short(), short(r.What))
		})
		on := v.dayField(f, "on", "When")
		keep := f.Choice("keep", "What becomes of it", "It stays", "It ends")
		review := v.comingDay(f, "review", "The next review")
		keep.Changed = func(string) { showRow(&review.Row, keep.Place() == 0) }
		review.Hide()
		why := f.Notes("why", "Why", 3)
		return rows(&which.Row, &on.Row, &keep.Row, &review.Row, &why.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			if keep.Place() < 0 {
				wrong["keep"] = "Choose whether it stays or ends"
			}
			act := casework.ReviewRestriction{Restriction: which.must(wrong, "Choose the restriction").ID, On: v.day(on, wrong), Keep: keep.Place() == 0, Why: why.Value()}
			if act.Keep {
				act.Review = v.ahead(review, wrong)
			}
			return act, wrong
		}
	})
}
