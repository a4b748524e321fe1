package settings

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/casework"
	"casebook/data/register"
)

// awayDialog asks who covers for an officer from when until when, and shows
// beforehand what falls due meanwhile.
type awayDialog struct {
	v       *View
	away    casework.Officer
	form    *field.Form
	cover   *field.Select
	from    *field.Date
	until   *field.Date
	preview *fyne.Container
	do      *look.Button
	sheet   *look.Sheet
	looked  *Absence // what the preview shows; nil before, and after a change
	lane    *task.Latest
}

// openAway begins with the officer under the cursor.
func (v *View) openAway(o casework.Officer) {
	d := &awayDialog{v: v, away: o, form: field.NewForm(), lane: task.NewLatest(v.deps.Shell.Tasks())}
	var names []string
	for _, c := range v.model.Covers(o) {
		names = append(names, c.Name)
	}
	d.cover = d.form.Select("cover", "Who looks after the cases", names...)
	d.from, d.until = d.form.Date("from", "First day away", v.model.DayAhead), d.form.Date("until", "Last day away", v.model.DayAhead)
	changed := func(string) { d.show(nil, nil) }
	d.cover.Changed, d.from.Changed, d.until.Changed = changed, changed, changed
	d.preview = look.Column(8)
	d.do = look.NewPrimary("See what falls due", d.press).With("", "Ctrl+Enter")
	d.form.Default = d.press
	all := look.Edges(look.Pad(0, 0, 12, 0, look.Column(12, look.NewTxt("While "+casework.ShortName(o.Name)+" is away", look.SizeSection, look.Text, true), d.form.Summary())), nil,
		look.AtLeast(0, 400, look.Scroll(look.Column(12, d.cover.Object(), field.Beside([]float32{1, 1}, &d.from.Row, &d.until.Row), d.preview))), nil,
		look.Pad(12, 0, 0, 0, look.Line(10, look.Gap(), look.NewButton("Not now", func() { d.sheet.Close() }).With("", "Esc"), d.do)))
	d.form.Relay = func() { d.sheet.Refit() }
	d.sheet = look.OpenDialog(v.deps.Shell.Window().Canvas(), formWidth, all, keys.NewBlocking().On("Ctrl+Enter", d.press).On("Ctrl+S", d.press), d.cover.Focusable())
	d.sheet.Closed = d.lane.Drop
	v.open = d
	d.show(nil, nil)
}

// press looks first; once what is shown was looked at, it does it.
func (d *awayDialog) press() {
	if d.looked != nil {
		d.run(*d.looked)
		return
	}
	v := d.v
	a, wrong := v.model.Absent(Absence{Officer: d.away, Cover: d.cover.Value(), From: d.from.Value(), Until: d.until.Value()})
	d.form.ShowErrors(wrong)
	if len(wrong) > 0 {
		return
	}
	task.RunLatest(d.lane, func(ctx context.Context) ([]register.Covered, error) { return v.model.TryAbsence(ctx, a) },
		func(found []register.Covered, err error) {
			if err != nil {
				v.failed(d.form, err)
				return
			}
			d.show(&a, found)
		})
}

// show names every case with what falls due, or why it cannot be covered so.
func (d *awayDialog) show(a *Absence, found []register.Covered) {
	d.looked = nil
	d.preview.Objects = nil
	d.do.Open()
	d.do.Say("See what falls due")
	if a != nil {
		rows, may := CoverRows(found)
		for _, r := range rows {
			d.preview.Objects = append(d.preview.Objects, coverLine(r))
		}
		if len(rows) == 0 {
			d.preview.Objects = append(d.preview.Objects, look.NewSentence(look.Words(casework.ShortName(d.away.Name)+" has no open case that you may see.").In(look.Muted)))
		}
		if may == 0 {
			d.do.Shut("There is nothing to look after")
		} else {
			d.looked = a
			d.do.Say(fmt.Sprintf("Have %s look after %s", casework.ShortName(a.cover.Name), plural(may, "case", "cases")))
		}
	}
	d.preview.Refresh()
	if d.sheet != nil {
		d.sheet.Refit()
	}
}

func coverLine(r CoverRow) fyne.CanvasObject {
	who := look.NewSentence(look.Bold(r.Name), look.Words("  "+r.Ref).In(look.Muted).At(look.SizeSmall))
	icon, lines := look.NewIco(look.IconOnTrack, look.Green, 18), []fyne.CanvasObject{who, look.Hint(r.Due)}
	if r.Refused != "" {
		icon = look.NewIco(look.IconWarn, look.Red, 18)
		lines = append(lines, look.NewSentence(look.Words("Not covered. "+r.Refused+".").In(look.Red).At(look.SizeSmall)))
	}
	return look.TopLine(10, look.Column(0, icon), look.Stretch(1, look.Column(0, lines...)))
}

func (d *awayDialog) run(a Absence) {
	v := d.v
	d.sheet.Close()
	long(v, "Handing over", func(ctx context.Context, _ func(done, total int)) ([]register.Covered, error) {
		return v.model.Cover(ctx, a)
	}, func(found []register.Covered, err error) {
		if err != nil {
			v.deps.Shell.Problem(err)
			return
		}
		v.told("officers", CoverSentence(a, found))
	})
}
