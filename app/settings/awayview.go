package settings

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell"
	"casebook/app/task"
	"casebook/data/casework"
	"casebook/data/register"
)

// awayDialog asks who is away from when until when and who covers for them,
// and shows beforehand what falls due meanwhile.
type awayDialog struct {
	desk    awayDesk
	form    *field.Form
	who     *field.Select
	cover   *field.Select
	from    *field.Date
	until   *field.Date
	preview *fyne.Container
	do      *look.Button
	sheet   *look.Sheet
	looked  *Absence // what the preview shows; nil before, and after a change
	lane    *task.Latest
}

// awayDesk is where the dialog is opened: the settings, or any other screen.
type awayDesk struct {
	shell *shell.Shell
	model *Model // with officers and holidays read
	cover func(a Absence)
}

// Away opens the dialog over whatever screen is shown, for an officer who may
// have somebody look after cases. It begins with the officer's own absence.
func Away(d Deps) {
	m := New(d.Register, d.By, d.Today)
	task.Run(d.Shell.Tasks(), m.LoadOfficers, func(n *Model, err error) {
		if err != nil {
			d.Shell.Problem(err)
			return
		}
		openAway(awayDesk{shell: d.Shell, model: n, cover: func(a Absence) {
			task.Long(d.Shell.Tasks(), d.Shell.Progress(), handingOver, func(ctx context.Context, _ func(task.Progress)) ([]register.Covered, error) {
				return n.Cover(ctx, a)
			}, func(found []register.Covered, err error) {
				if err != nil {
					d.Shell.Problem(err)
					return
				}
				d.Shell.Toast(CoverSentence(a, found), nil)
				d.News.Settings.Publish("officers")
			})
		}}, d.By)
	})
}

const handingOver = "Handing over"

// openAway begins with the officer under the cursor.
func (v *View) openAway(o casework.Officer) {
	v.open = openAway(awayDesk{shell: v.deps.Shell, model: v.model, cover: func(a Absence) {
		long(v, handingOver, func(ctx context.Context, _ func(done, total int)) ([]register.Covered, error) {
			return v.model.Cover(ctx, a)
		}, func(found []register.Covered, err error) {
			if err != nil {
				v.deps.Shell.Problem(err)
				return
			}
			v.told("officers", CoverSentence(a, found))
		})
	}}, o)
}

func openAway(desk awayDesk, away casework.Officer) *awayDialog {
	d := &awayDialog{desk: desk, form: field.NewForm(), lane: task.NewLatest(desk.shell.Tasks())}
	d.who = d.form.Select("who", "Who is away", namesOf(desk.model.Covers(casework.Officer{}))...)
	d.who.Set(away.Name)
	d.cover = d.form.Select("cover", "Who looks after the cases", namesOf(desk.model.Covers(away))...)
	d.from, d.until = d.form.Date("from", "First day away", desk.model.DayAhead), d.form.Date("until", "Last day away", desk.model.DayAhead)
	changed := func(string) { d.show(nil, nil) }
	d.cover.Changed, d.from.Changed, d.until.Changed = changed, changed, changed
	d.who.Changed = func(string) {
		covers := d.cover.Value()
		d.cover.SetOptions(namesOf(desk.model.Covers(d.away()))...)
		d.cover.Set(covers) // nobody covers for themselves
		d.show(nil, nil)
	}
	d.preview = look.Column(8)
	d.do = look.NewPrimary("See what falls due", d.press).With("", "Ctrl+Enter")
	d.form.Default = d.press
	all := look.Edges(look.Pad(0, 0, 12, 0, look.Column(12, look.NewTxt("Away: who covers", look.SizeSection, look.Text, true), d.form.Summary())), nil,
		look.AtLeast(0, 400, look.Scroll(look.Column(12, field.Beside([]float32{1, 1}, &d.who.Row, &d.cover.Row), field.Beside([]float32{1, 1}, &d.from.Row, &d.until.Row), d.preview))), nil,
		look.Pad(12, 0, 0, 0, look.Line(10, look.Gap(), look.NewButton("Not now", func() { d.sheet.Close() }).With("", "Esc"), d.do)))
	d.form.Relay = func() { d.sheet.Refit() }
	first := d.cover.Focusable()
	if d.who.Value() == "" {
		first = d.who.Focusable()
	}
	d.sheet = look.OpenDialog(desk.shell.Window().Canvas(), formWidth, all, keys.NewBlocking().On("Ctrl+Enter", d.press).On("Ctrl+S", d.press), first)
	d.sheet.Closed = d.lane.Drop
	d.show(nil, nil)
	return d
}

// away is the officer chosen; none has no number.
func (d *awayDialog) away() casework.Officer {
	for _, o := range d.desk.model.Officers {
		if o.Name == d.who.Value() {
			return o
		}
	}
	return casework.Officer{}
}

func namesOf(officers []casework.Officer) []string {
	names := make([]string, len(officers))
	for i, o := range officers {
		names[i] = o.Name
	}
	return names
}

// press looks first; once what is shown was looked at, it does it.
func (d *awayDialog) press() {
	if d.looked != nil {
		d.sheet.Close()
		d.desk.cover(*d.looked)
		return
	}
	a, wrong := d.desk.model.Absent(Absence{Officer: d.away(), Cover: d.cover.Value(), From: d.from.Value(), Until: d.until.Value()})
	d.form.ShowErrors(wrong)
	if len(wrong) > 0 {
		return
	}
	task.RunLatest(d.lane, func(ctx context.Context) ([]register.Covered, error) { return d.desk.model.TryAbsence(ctx, a) },
		func(found []register.Covered, err error) {
			if err != nil {
				failed(d.desk.shell, d.form, err)
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
			d.preview.Objects = append(d.preview.Objects, look.NewSentence(look.Words(casework.ShortName(d.away().Name)+" has no open case that you may see.").In(look.Muted)))
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
