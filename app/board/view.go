package board

import (
	"context"
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/board"
)

// Deps are what the screen needs of the program round it.
type Deps struct {
	Shell    *shell.Shell
	Register Register
	By       casework.Officer
	Today    func() calendar.Date
	Office   string // of the officer, said on the report of one office
	// Folder is where the workbook is saved unless the officer says otherwise.
	Folder string
	// Write keeps a file whole or not at all, from what draws it; before is done
	// once the file is whole and before it stands under its name.
	Write func(path string, draw func(io.Writer) error, before func() error) error
	// OpenCase shows a case behind a figure.
	OpenCase func(id int64)
}

// View is the board's screen.
type View struct {
	deps    Deps
	model   *Model
	stop    func() // the counting under way
	count   int    // number of the last counting: an older one's result is dropped
	layer   *keys.Layer
	whole   *fyne.Container
	save    *look.Button
	quarter *field.Select
}

// NewView counts the last quarter that has ended.
func NewView(deps Deps) *View {
	v := &View{deps: deps, model: New(deps.Register, deps.By, deps.Today, deps.Office), whole: look.Stack(), stop: func() {}}
	v.layer = keys.NewLayer().On("Ctrl+S", v.saveAs).On("F4", v.figures).On("Alt+C", v.declined).On("Alt+Q", func() { v.quarter.Focus() })
	v.Refresh()
	return v
}

// Object is part of shell.Page.
func (v *View) Object() fyne.CanvasObject { return v.whole }

// Title is part of shell.Titled.
func (v *View) Title() string { return "Board report" }

// Keys is part of shell.Keyed.
func (v *View) Keys() *keys.Layer { return v.layer }

// Close is part of shell.Closer.
func (v *View) Close() { v.stop() }

// Hints is part of shell.Hinted.
func (v *View) Hints() []shell.Hint {
	return []shell.Hint{{Key: "F4", Words: "Figures and their cases"}, {Key: "Alt+Q", Words: "Quarter"}, {Key: "Ctrl+S", Words: "Save workbook"}}
}

// FocusFirst puts the cursor on what there is to do.
func (v *View) FocusFirst() {
	if v.save != nil {
		look.Focus(v.save)
	}
}

// Refresh counts again.
func (v *View) Refresh() {
	m := v.model
	v.stop()
	v.count++
	mine := v.count
	v.stop = task.Long(v.deps.Shell.Tasks(), v.deps.Shell.Progress(), "Counting the quarter",
		func(ctx context.Context, _ func(task.Progress)) (Made, error) { return m.Load(ctx) },
		func(made Made, err error) {
			if mine != v.count {
				return
			}
			if err != nil {
				v.deps.Shell.Problem(err)
				return
			}
			m.Show(made)
			mine := look.Holds(v.deps.Shell.Window().Canvas(), v.whole)
			v.draw()
			if mine {
				v.FocusFirst()
			}
		})
}

func (v *View) saveAs() {
	m := v.model
	if err := m.MaySave(); err != nil {
		v.deps.Shell.Problem(err)
		return
	}
	v.deps.Shell.SaveAs("Save the workbook", filepath.Join(v.deps.Folder, m.FileName()), func(path string) string {
		made := m.Made
		task.Long(v.deps.Shell.Tasks(), v.deps.Shell.Progress(), "Drawing the workbook",
			func(ctx context.Context, report func(task.Progress)) (struct{}, error) {
				return struct{}{}, m.Save(ctx, made, func(done, total int) {
					report(task.Progress{Words: "Drawing the workbook", Done: done, Total: total})
				}, func(draw func(io.Writer) error, before func() error) error { return v.deps.Write(path, draw, before) })
			},
			func(_ struct{}, err error) {
				if err != nil {
					v.deps.Shell.Problem(err)
					return
				}
				v.deps.Shell.Toast("Saved as "+path+".", nil)
			})
		return ""
	})
}

// draw lays the screen out from the model.
func (v *View) draw() {
	m := v.model
	r := m.Made.Report
	v.save = look.NewPrimary("Save workbook", v.saveAs).With(look.IconSave, "Ctrl+S")
	if m.MaySave() != nil {
		v.save.Shut("Saving is for the complaints manager")
	}
	period := look.NewSentence(look.Words(r.Period.From().Letter() + " to " + r.Period.To().Letter() + ". " + scope(r)).In(look.Muted))
	head := look.Titled("Board report", look.Stretch(1, look.Line(14, look.AtLeast(230, 40, v.quarters()), look.Stretch(1, period))), v.save)
	left := look.Column(12, v.keyCard(), look.Stretch(1, v.trendCard()), v.tableCard())
	right := look.Column(12, v.measuresCard(), v.notesCard(), v.workbookCard())
	v.whole.Objects = []fyne.CanvasObject{look.Screen(look.Edges(look.Pad(0, 0, 12, 0, head), nil, look.Scroll(look.Beside(16, besideWidth, left, right)), nil, nil))}
	v.whole.Refresh()
	v.deps.Shell.ShowHints()
}

// besideWidth is that of the cards beside the figures, at 100 %. With large text
// or in a narrow window they stand below.
const besideWidth = 456

func scope(r board.Report) string {
	if r.Office == "" {
		return "All offices."
	}
	return r.Office + " office."
}

func (v *View) quarters() fyne.CanvasObject {
	f := field.NewForm()
	all := v.model.Quarters()
	names := make([]string, len(all))
	for i, p := range all {
		names[i] = p.Name()
	}
	v.quarter = f.Select("quarter", "", names...)
	v.quarter.Set(v.model.Period.Name())
	v.quarter.Changed = func(name string) {
		for _, p := range all {
			if p.Name() == name {
				v.model.Period = p
			}
		}
		v.Refresh()
	}
	return v.quarter.Object()
}

func (v *View) keyCard() fyne.CanvasObject {
	var cells []fyne.CanvasObject
	for _, k := range v.model.Keys() {
		second := k.MadeOf
		if second == "" {
			second = k.Change
		}
		cell := look.Pad(0, 6, 0, 6, look.Column(2,
			look.NewCut(k.Title, look.SizeSmall, look.Text, true), look.NewTxt(k.Value, look.SizeFigure, look.Text, true),
			look.NewCut(second, look.SizeSmall, look.Text, false), look.NewCut(k.Before, look.SizeSmall, look.Muted, false), look.NewCut(k.Year, look.SizeSmall, look.Muted, false)))
		if len(cells) > 0 {
			cell = look.Line(6, look.AtLeast(1, 110, look.NewRect(look.Border, 0)), look.Stretch(1, cell))
		}
		cells = append(cells, cell)
	}
	return look.Card(look.Grid(4, 150, 6, cells...))
}

func (v *View) trendCard() fyne.CanvasObject {
	trend := v.model.Made.Report.Trend
	var groups []look.Group
	for i, q := range trend {
		one, _ := q.Figure("stage1.received")
		two, _ := q.Figure("stage2.received")
		timely, _ := q.Figure("stage1.responded_in_time_with_extension")
		groups = append(groups, look.Group{Name: q.Period.Short(), Second: timely.Text(), Counts: []int{int(one.Numerator), int(two.Numerator)}, Now: i == len(trend)-1})
	}
	head := look.Line(10, look.NewTxt("Eight quarters", look.SizeCard, look.Text, true),
		look.Stretch(1, look.NewCut("received; below each, stage 1 answered in time", look.SizeSmall, look.Muted, false)), look.SeriesLegend("Stage 1", "Stage 2"))
	return look.Card(look.Column(4, head, look.AtLeast(300, 140, look.NewChart(groups))))
}

func (v *View) tableCard() fyne.CanvasObject {
	row := func(bold bool, ink look.Token, a, b, c, d string) fyne.CanvasObject {
		return look.Line(8, look.Stretch(1, look.NewSentence(look.Words(a).In(ink))), look.AtLeast(130, 27, look.NewTxt(b, look.SizeBody, ink, bold).Right()),
			look.AtLeast(130, 27, look.NewTxt(c, look.SizeBody, ink, false).Right()), look.AtLeast(130, 27, look.NewTxt(d, look.SizeBody, ink, false).Right()))
	}
	col := look.Column(0, row(false, look.Muted, "Also in the workbook", "This quarter", "Last quarter", "Last year"))
	for _, l := range v.model.Lines() {
		col.Add(look.NewRule(look.Border))
		col.Add(row(true, look.Text, l.Title, l.Now, l.Before, l.Year))
	}
	return look.Card(col)
}

func (v *View) measuresCard() fyne.CanvasObject {
	r := v.model.Made.Report
	three := func(ink look.Token, size look.Size, bold bool, a, b, c string) fyne.CanvasObject {
		return look.Line(8, look.Stretch(1, look.NewCut(a, look.SizeSmall, ink, false)), look.AtLeast(110, 24, look.NewTxt(b, size, ink, bold).Right()), look.AtLeast(110, 24, look.NewTxt(c, size, ink, bold).Right()))
	}
	figure := func(id string) board.Figure { f, _ := r.Figure(id); return f }
	homes := "Of homes owned"
	if r.Homes == 0 {
		homes = "Homes not set"
	}
	col := look.Column(4, look.Line(8, look.NewTxt("Tenant satisfaction measures", look.SizeCard, look.Text, true), look.Gap(), look.NewTxt("Since 1 April", look.SizeSmall, look.Muted, false)),
		look.NewRule(look.Border), three(look.Muted, look.SizeSmall, false, homes, "Stage 1", "Stage 2"))
	for _, m := range []struct{ id, words string }{{"ch01", "CH01 per 1,000 homes"}, {"ch02", "CH02 in Code time"}} {
		one, two := figure(m.id+".stage1"), figure(m.id+".stage2")
		col.Add(look.NewRule(look.Border))
		col.Add(three(look.Text, look.SizeSection, true, m.words, one.Text(), two.Text()))
		col.Add(three(look.Muted, look.SizeSmall, false, "How it is made", one.MadeOf(), two.MadeOf()))
	}
	return look.Card(col)
}

func (v *View) notesCard() fyne.CanvasObject {
	col := look.Column(8, look.NewTxt("Before you save", look.SizeCard, look.Text, true))
	for _, n := range v.model.Notes() {
		icon, ink := look.IconCheck, look.Green
		if n.Look {
			icon, ink = look.IconWarn, look.Amber
		}
		col.Add(look.TopLine(8, look.AtLeast(18, 20, look.NewIco(icon, ink, 18)), look.Stretch(1, look.NewSentence(look.Words(n.Words)))))
	}
	return look.Card(col)
}

func (v *View) workbookCard() fyne.CanvasObject {
	r := v.model.Made.Report
	return look.Card(look.Column(8, look.NewTxt("The workbook", look.SizeCard, look.Text, true), look.NewSentence(look.Bold(v.model.FileName())),
		look.NewSentence(look.Words("Each sheet has its definitions, and one recounts every figure with Excel's own formulas. Counted up to "+r.CutOff.In(calendar.London()).Format("Monday 2 January 2006, 15:04")+".")),
		look.Hint("In time means within the policy's time, agreed extensions included. More complaints is not worse: the Code asks us to welcome them."),
		look.Flow(8, 8, look.NewSmall("Figures and their cases", v.figures).With("", "F4"), look.NewSmall("Choices declined", v.declined).With("", "Alt+C"))))
}
