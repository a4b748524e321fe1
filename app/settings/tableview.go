package settings

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/casework"
)

// tableView is one of the two tables on the page Money. Every change of a row
// is saved at once and can be undone, as those of the promises beside it.
type tableView struct {
	v     *View
	kind  TableKind
	table *look.Table[TableLine]
	box   *fyne.Container // the table at the height of its rows
	about *look.Sentence  // the whole of the row under the cursor
	reset *look.Button
	row   *field.Row
	next  string // the row that the cursor goes to once it is there
}

// tableWords are what a table is called on the screen.
type tableWords struct {
	label, number, add, thing, hint string
	key                             keys.Chord
}

func (k TableKind) words() tableWords {
	if k == LivesTable {
		return tableWords{"How long things last", "Usually lasts", "Add a thing", "a thing", "Of a range the longest counts, which is the kinder to the resident.", "Alt+N"}
	}
	return tableWords{"Conditions", "Worth left", "Add a condition", "a condition", "The part of its worth that a thing has left, by its condition on the day of the damage.", "Alt+C"}
}

// The most rows of a table that show at once, and their height and that of the
// head, as the kit draws them at 100 %.
const (
	rowsShown   = 8
	fewRows     = 4
	rowHeight   = 36
	tableExtras = 42
)

// newTable puts a table on a form, as the field of its name.
func (v *View) newTable(s *sheet, k TableKind) *tableView {
	w := k.words()
	t := &tableView{v: v, kind: k, box: look.Stack(), about: look.Hint("")}
	t.table = look.NewTable(false,
		look.ColumnOf[TableLine]{Name: "What it is", Width: 96, Grow: true, Cell: func(l TableLine) look.Cell { return look.Cell{Words: l.Title, Bold: true} }},
		look.ColumnOf[TableLine]{Name: w.number, Width: 104, Right: true, Cell: func(l TableLine) look.Cell { return look.Cell{Words: l.Number} }},
		look.ColumnOf[TableLine]{Name: "Where that comes from", Width: 120, Grow: true, Yields: true, Cell: func(l TableLine) look.Cell { return look.Cell{Words: l.Source, Ink: look.Muted} }},
		look.ColumnOf[TableLine]{Name: "Whose reading", Width: 132, Cell: markCell},
	)
	t.table.Words = func(place int) string { return t.table.Rows()[place].Title }
	t.table.OnOpen = t.change
	t.table.Moved = func(int) { t.tell() }
	t.table.Keys = t.key
	edge := look.NewFrame(look.Nothing, 2, 8)
	t.reset = look.NewSmall("As shipped", t.asShipped)
	buttons := look.Flow(10, 8,
		look.NewSmall(w.add, t.add).With(look.IconPlus, w.key),
		look.NewSmall("Change the row", t.changeCurrent).With("", "F2"),
		look.NewSmall("Take it off", t.dropCurrent).With("", "Del"), t.reset)
	t.row = s.form.Held(string(k), w.label, look.Column(8, buttons, look.Stack(t.box, edge), t.about), t.table.List, func(bad bool) {
		ink := look.Nothing
		if bad {
			ink = look.Red
		}
		edge.Paint(look.Nothing, ink, 2)
	})
	t.row.Hint(w.hint)
	s.keys[w.key] = t.add
	return t
}

func markCell(l TableLine) look.Cell {
	tones := map[string]look.Tone{
		markUnverified: look.Soon.As(look.IconWarn), markOwn: look.Told.As(look.IconHome), markReading: look.Past.As(look.IconInfo),
	}
	tone, ok := tones[l.Mark]
	if !ok {
		return look.Cell{}
	}
	return look.Cell{Words: l.Mark, Chip: &tone}
}

// fill shows the rows as they are in the register.
func (t *tableView) fill() {
	lines := t.v.model.TableLines(t.kind)
	t.table.SetRows(lines)
	for i, l := range lines {
		if l.ID == t.next {
			t.table.GoTo(i)
		}
	}
	t.next = ""
	most := max(fewRows, int(rowsShown/look.Px(1))) // large text leaves room for fewer
	height := float32(tableExtras + rowHeight*max(1, min(len(lines), most)))
	t.box.Objects = []fyne.CanvasObject{look.Framed(look.AtLeast(0, height, t.table.Object())), look.NewWheel(t.table.List)}
	t.box.Refresh()
	if t.kind.Own(t.v.model.Settings) {
		t.reset.Open()
	} else {
		t.reset.Shut("The table is as shipped")
	}
	t.tell()
}

// tell says the whole of the row under the cursor: a column may cut it.
func (t *tableView) tell() {
	words := ""
	if l, ok := t.table.Current(); ok {
		words = l.About
	}
	if t.about.Text() == words {
		return
	}
	t.about.Say(look.Words(words).In(look.Muted).At(look.SizeSmall))
	if sh := t.v.sheets["Money"]; sh != nil && sh.form.Relay != nil {
		sh.form.Relay() // it may take another line
	}
}

func (t *tableView) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyDelete:
		t.dropCurrent()
	case fyne.KeyF2:
		t.changeCurrent()
	case fyne.KeyInsert:
		t.add()
	default:
		return false
	}
	return true
}

func (t *tableView) add() { t.change(TableLine{}) }

func (t *tableView) changeCurrent() {
	if l, ok := t.table.Current(); ok {
		t.change(l)
	}
}

// dropCurrent takes the row under the cursor off the table, and can be undone.
func (t *tableView) dropCurrent() {
	l, ok := t.table.Current()
	if !ok {
		return
	}
	set, rows := t.v.model.Policies, t.kind.Entries(t.v.model.Settings, t.v.model.Policies)
	if why := t.kind.MayDrop(rows, l.Entry); why != "" {
		t.row.Err(why)
		return
	}
	place := placeOf(rows, l.ID)
	t.keep("“"+l.Title+"” is off the table. Sums already kept stay as they are.", t.kind.Drop(l.ID, set), t.kind.Put(l.Entry, place, set), l.ID)
}

// asShipped goes back to the table that comes with Casebook, and can be undone.
func (t *tableView) asShipped() {
	set := t.v.model.Policies
	own := t.kind.Entries(t.v.model.Settings, set)
	t.keep("The table is as shipped again. Sums already kept stay as they are.", t.kind.AsShipped(set), t.kind.Replace(own, set), "")
}

// keep saves a change that no field stands for; the message undoes it.
func (t *tableView) keep(said string, edit, undo func(*casework.Settings), back string) {
	t.save(t.v.model.Settings, edit, func(_ casework.Settings, err error) {
		if t.failed(err) {
			return
		}
		t.saved(said, undo, "", back)
	})
}

func (t *tableView) save(base casework.Settings, edit func(*casework.Settings), then func(casework.Settings, error)) {
	task.Run(t.v.deps.Shell.Tasks(), func(ctx context.Context) (casework.Settings, error) {
		return t.v.model.Save(ctx, base, edit)
	}, then)
}

// failed shows under the table why nothing was saved.
func (t *tableView) failed(err error) bool {
	var clash *Clash
	if errors.As(err, &clash) {
		t.row.Err(clash.Who + " changed this table meanwhile. Look at what is new, then do it again")
		t.v.Refresh()
		return true
	}
	if wrong, theirs := Problems(err); theirs {
		for _, why := range wrong {
			t.row.Err(why)
		}
		return true
	}
	if err != nil {
		t.v.failed(t.v.sheets["Money"].form, err)
	}
	return err != nil
}

// saved tells of a change, goes to a row, and offers to undo it; back is the row
// that undoing it goes to.
func (t *tableView) saved(said string, undo func(*casework.Settings), next, back string) {
	t.row.Err("")
	t.next = next
	t.v.told("money", said)
	t.v.deps.Shell.Toast(said, func() {
		t.save(t.v.model.Settings, undo, func(_ casework.Settings, err error) {
			if t.failed(err) {
				return
			}
			t.row.Err("")
			t.next = back
			t.v.told("money", "Undone. The table is as it was.")
		})
	})
}

// change asks for a row in a dialog; a line without an id is a new one.
func (t *tableView) change(l TableLine) {
	v := t.v
	r := newRowForm(v.model, t.kind, l.Entry)
	title, yes := sentence(t.kind.words().thing), "Add the row"
	title = "Add " + strings.ToLower(title)
	if l.ID != "" {
		title, yes = l.Title, "Save the row"
	}
	base := v.model.Settings
	v.dialog(title, yes, r.f, r.object(), func(shut func()) {
		e, wrong := v.model.Entry(t.kind, r.typed(l.ID))
		if r.f.ShowErrors(wrong); len(wrong) > 0 {
			return
		}
		said, undo := "“"+e.Title+"” is in the table.", t.kind.Drop(e.ID, v.model.Policies)
		if l.ID != "" {
			said, undo = "“"+e.Title+"” is changed.", t.kind.Put(l.Entry, -1, v.model.Policies)
		}
		t.save(base, t.kind.Put(e, -1, v.model.Policies), func(_ casework.Settings, err error) {
			var clash *Clash
			if errors.As(err, &clash) {
				base = clash.Theirs
				r.f.ShowErrors(map[string]string{"title": v.model.ClashWords(t.kind, clash, e)})
				return
			}
			if err != nil {
				v.failed(r.f, err)
				return
			}
			shut()
			t.saved(said+" Sums worked out from now on go by it.", undo, e.ID, l.ID)
			look.Focus(t.table.List)
		})
	})
}

// rowForm is the fields of a row.
type rowForm struct {
	f                           *field.Form
	title, number, least, about *field.Text
	head                        *field.Select
	unverified                  *field.Check
}

func newRowForm(m *Model, k TableKind, e Entry) *rowForm {
	f := field.NewForm()
	from := m.RowOf(k, e)
	r := &rowForm{f: f, title: f.Text("title", "What it is")}
	if k == LivesTable {
		r.number, r.least = f.Text("number", "Usually lasts, in years"), f.Text("least", "At least, where it is a range")
		r.number.Hint("Whole years, the longest where there is a range. Write months as 18 months.")
		r.least.Optional()
		r.least.Set(from.Least)
	} else {
		r.number = f.Text("number", "Worth left, in %")
		r.number.Hint("Of a new one of the same age, from 0 to 100. Wear for its age is counted apart.")
	}
	r.about = f.Text("source", "Where that comes from")
	r.about.Hint("Such as our own records, 2026. It stands beside every sum that goes by this row.")
	if words := m.HeadWords(); k == LivesTable && len(words) > 0 {
		r.head = f.Select("head", "What its loss counts as", words...)
		r.head.Set(from.Head)
	}
	r.unverified = f.Check("unverified", "Not verified: no source for it could be checked")
	r.title.Set(from.Title)
	r.number.Set(from.Number)
	r.about.Set(from.Source)
	r.unverified.Set(from.Unverified)
	return r
}

func (r *rowForm) object() fyne.CanvasObject {
	objs := []fyne.CanvasObject{r.title.Object(), r.number.Object()}
	if r.least != nil {
		objs[1] = field.Beside([]float32{1, 1}, &r.number.Row, &r.least.Row)
	}
	objs = append(objs, r.about.Object())
	if r.head != nil {
		objs = append(objs, r.head.Object())
	}
	height := float32(380)
	if r.least == nil {
		height = 300
	}
	return look.AtLeast(0, height, look.Scroll(look.Column(12, append(objs, r.unverified.Object())...)))
}

func (r *rowForm) typed(id string) TableRow {
	row := TableRow{ID: id, Title: r.title.Value(), Number: r.number.Value(), Source: r.about.Value(), Unverified: r.unverified.On()}
	if r.least != nil {
		row.Least = r.least.Value()
	}
	if r.head != nil {
		row.Head = r.head.Value()
	}
	return row
}
