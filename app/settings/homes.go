package settings

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/data/casework"
	"casebook/data/register"
)

// mostLines is how many doubtful lines of a list are shown.
const mostLines = 40

// homesSheet is the number of homes and the housing system's list.
func (v *View) homesSheet() *sheet {
	s := &sheet{form: field.NewForm()}
	homes := s.form.Text("homes", "Homes that the landlord owns")
	v.text(s, homes, func(x casework.Settings) string { return HomesText(x.Homes) })
	homes.Hint(HomesUse(0))
	homes.EchoOf(func(text string) string {
		if n, err := Homes(text); err == nil && n > 0 {
			return HomesUse(n)
		}
		return ""
	})
	s.save = func() {
		n, err := Homes(homes.Value())
		wrong := map[string]string{}
		if err != nil {
			wrong["homes"] = sentence(err.Error())
		}
		v.keep(s, wrong, func(x *casework.Settings) { x.Homes = n }, "The number of homes is saved.", nil)
	}
	file := s.form.Path("file", "The housing system's list", v.deps.Shell.Tasks(), ".csv", ".xlsx", ".txt")
	file.Hint("A CSV file or an Excel workbook with person and property references. It is only read.")
	outcome := look.Column(8)
	h := &housing{v: v, s: s, outcome: outcome, file: file}
	h.try = look.NewButton("Try the list", h.tryList).With(look.IconSearch, "")
	h.load = look.NewButton("Load the list", h.loadList).With(look.IconSave, "")
	h.load.Shut("Try it first")
	s.form.Default = s.save
	content := []fyne.CanvasObject{s.form.Summary(), look.AtMost(300, homes.Object()),
		look.Line(0, v.saveButton("Save the number", s.save)), look.NewRule(look.Border),
		look.NewTxt("Bring the housing list up to date", look.SizeCard, look.Text, true),
		look.NewSentence(look.Words("Residents and homes are known again by their references. Nobody is deleted, and no case is changed.")),
		file.Object(), look.Line(12, h.try, h.load), outcome}
	s.object = s.form.In(page("Homes", "How many there are, and who lives where.", formWidth, content, nil))
	return s
}

// housing is one list on its way in.
type housing struct {
	v         *View
	s         *sheet
	file      *field.Picker
	outcome   *fyne.Container
	try, load *look.Button
	tried     List
}

func (h *housing) tryList() {
	file := strings.TrimSpace(h.file.Value())
	if file == "" {
		h.s.form.ShowErrors(map[string]string{"file": "Enter the file of the list"})
		return
	}
	h.s.form.ShowErrors(nil)
	m := h.v.model
	long(h.v, "Trying the list", func(ctx context.Context, progress func(int, int)) (List, error) {
		return m.TryList(ctx, file, progress)
	}, func(l List, err error) {
		if err != nil {
			h.show()
			h.load.Shut("Try it first")
			h.v.failed(h.s.form, err)
			return
		}
		h.tried = l
		h.load.Open()
		doubtful := l.Doubtful()
		well := "Every line can be loaded."
		if len(doubtful) > 0 {
			well = plural(len(doubtful), "line needs a look.", "lines need a look.")
		}
		objs := []fyne.CanvasObject{verdict(true, "Nothing is changed yet. "+l.Counts()), verdict(len(doubtful) == 0, well)}
		objs = append(objs, wordsOf(doubtful, mostLines)...)
		objs = append(objs, look.NewTxt("How the columns were read", look.SizeSmall, look.Text, true))
		h.show(append(objs, wordsOf(l.Columns(), mostLines)...)...)
		look.Focus(h.load)
	})
}

func (h *housing) loadList() {
	m, l := h.v.model, h.tried
	long(h.v, "Loading the list", func(ctx context.Context, progress func(int, int)) (register.HousingReport, error) {
		return m.LoadList(ctx, l, progress)
	}, func(r register.HousingReport, err error) {
		l.Outcome = r
		switch {
		case errors.Is(err, context.Canceled):
			h.show(verdict(false, "Stopped. Lines loaded so far are kept; load the list again from its start whenever you like."))
			return
		case err != nil:
			h.v.failed(h.s.form, err)
			return
		}
		h.load.Shut("Loaded")
		h.show(verdict(true, "Loaded. "+l.Counts()))
		h.v.told("homes", "The housing list is up to date.")
	})
}

func (h *housing) show(objs ...fyne.CanvasObject) {
	h.outcome.Objects = objs
	h.s.form.Relay()
}
