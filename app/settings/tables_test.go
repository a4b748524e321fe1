package settings

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell/shelltest"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"

	"fyne.io/fyne/v2"
)

// tabled is a model of an office with tables as shipped.
func tabled(t *testing.T) *Model {
	t.Helper()
	m := New(nil, casework.Officer{Role: casework.Manager}, func() calendar.Date { return calendar.On(2026, 11, 13) })
	m.Policies = shippedSet(t)
	return m
}

func entryOf(t *testing.T, m *Model, k TableKind, id string) Entry {
	t.Helper()
	rows := k.Entries(m.Settings, m.Policies)
	i := placeOf(rows, id)
	if i < 0 {
		t.Fatalf("no row %s among %v", id, rows)
	}
	return rows[i]
}

func TestARowSaysItsNumberWithItsUnitAndWhoseReadingItIs(t *testing.T) {
	m := tabled(t)
	line := func(k TableKind, id string) TableLine {
		lines := m.TableLines(k)
		return lines[slices.IndexFunc(lines, func(l TableLine) bool { return l.ID == id })]
	}
	for _, c := range []struct {
		line         TableLine
		number, mark string
	}{
		{line(LivesTable, "carpet"), "8 to 10 years", "Not verified"},
		{line(LivesTable, "mattress"), "8 years", "Not verified"},
		{line(ConditionsTable, "good"), "100%", "Our reading"},
		{line(ConditionsTable, "fair"), "75%", "Not verified"},
	} {
		if c.line.Number != c.number || c.line.Mark != c.mark || !strings.Contains(c.line.About, c.line.Source) {
			t.Errorf("%s: %q, %q, %q", c.line.Title, c.line.Number, c.line.Mark, c.line.About)
		}
	}
	mattress := entryOf(t, m, LivesTable, "mattress")
	mattress.Number, mattress.Least, mattress.Source, mattress.Unverified = 30, 18, "our supplier", false
	LivesTable.Put(mattress, -1, m.Policies)(&m.Settings)
	if l := line(LivesTable, "mattress"); l.Number != "18 months to 30 months" || l.Mark != "Office's own" {
		t.Errorf("%q, %q", l.Number, l.Mark)
	}
	if l := line(LivesTable, "carpet"); l.Mark != "Not verified" {
		t.Errorf("another row of the office's table: %q", l.Mark)
	}
}

func TestARowIsReadAsTyped(t *testing.T) {
	m := tabled(t)
	carpet := m.RowOf(LivesTable, entryOf(t, m, LivesTable, "carpet"))
	if carpet.Number != "10" || carpet.Least != "8" || carpet.Head != "Carpet or flooring" {
		t.Errorf("the fields begin with %+v", carpet)
	}
	same, wrong := m.Entry(LivesTable, carpet)
	if len(wrong) > 0 || same != entryOf(t, m, LivesTable, "carpet") {
		t.Errorf("kept as it was: %+v, %v", same, wrong)
	}
	for _, c := range []struct {
		number, least string
		most, from    int
	}{
		{"7", "", 84, 0}, {" 7 years ", "5", 84, 60}, {"1 year", "6 months", 12, 6}, {"18 months", "", 18, 0}, {"100", "100", 1200, 1200},
	} {
		e, wrong := m.Entry(LivesTable, TableRow{Title: " Garden  shed ", Number: c.number, Least: c.least, Source: "our own records", Head: askHead})
		if len(wrong) > 0 || e.ID != "garden-shed" || e.Title != "Garden shed" || e.Number != c.most || e.Least != c.from || e.Head != "" {
			t.Errorf("%s, %s: %+v, %v", c.number, c.least, e, wrong)
		}
	}
	e, wrong := m.Entry(ConditionsTable, TableRow{Title: "Torn", Number: "0 %", Source: "us", Unverified: true})
	if len(wrong) > 0 || e.Number != 0 || !e.Unverified || e.ID != "torn" {
		t.Errorf("%+v, %v", e, wrong)
	}
}

func TestWhatARowCannotBeIsNamedUnderItsField(t *testing.T) {
	m := tabled(t)
	life := TableRow{Title: "Kettle", Number: "4", Least: "3", Source: "us"}
	state := TableRow{Title: "Torn", Number: "40", Source: "us"}
	for _, c := range []struct {
		kind   TableKind
		spoil  func(r *TableRow)
		field  string
		naming string
	}{
		{LivesTable, func(r *TableRow) { r.Title = " " }, "title", "what it is"},
		{LivesTable, func(r *TableRow) { r.Title = "CARPET" }, "title", "“CARPET” is in the table already, with 8 to 10 years"},
		{LivesTable, func(r *TableRow) { r.Number = "" }, "number", "“Kettle”"},
		{LivesTable, func(r *TableRow) { r.Number = "0" }, "number", "“Kettle”"},
		{LivesTable, func(r *TableRow) { r.Number = "-4" }, "number", "“Kettle”"},
		{LivesTable, func(r *TableRow) { r.Number = "4.5" }, "number", "“Kettle”"},
		{LivesTable, func(r *TableRow) { r.Number = "101" }, "number", "“Kettle”"},
		{LivesTable, func(r *TableRow) { r.Number = "1201 months" }, "number", "“Kettle”"},
		{LivesTable, func(r *TableRow) { r.Number = "4 weeks" }, "number", "“Kettle”"},
		{LivesTable, func(r *TableRow) { r.Least = "5" }, "least", "“Kettle” cannot last at least 5 years and at most 4 years"},
		{LivesTable, func(r *TableRow) { r.Least = "some" }, "least", "“Kettle”"},
		{LivesTable, func(r *TableRow) { r.Source = "" }, "source", "“Kettle”"},
		{ConditionsTable, func(r *TableRow) { r.Title = "" }, "title", "condition"},
		{ConditionsTable, func(r *TableRow) { r.Title = "as new " }, "title", "100%"},
		{ConditionsTable, func(r *TableRow) { r.Number = "101" }, "number", "“Torn”"},
		{ConditionsTable, func(r *TableRow) { r.Number = "-1" }, "number", "“Torn”"},
		{ConditionsTable, func(r *TableRow) { r.Number = "half" }, "number", "“Torn”"},
		{ConditionsTable, func(r *TableRow) { r.Source = " " }, "source", "“Torn”"},
	} {
		row := map[TableKind]TableRow{LivesTable: life, ConditionsTable: state}[c.kind]
		c.spoil(&row)
		if _, wrong := m.Entry(c.kind, row); len(wrong) != 1 || !strings.Contains(wrong[c.field], c.naming) {
			t.Errorf("%+v: %v, want %q under %s", row, wrong, c.naming, c.field)
		}
	}
	carpet := m.RowOf(LivesTable, entryOf(t, m, LivesTable, "carpet"))
	carpet.Title = "carpet"
	if _, wrong := m.Entry(LivesTable, carpet); len(wrong) > 0 {
		t.Errorf("its own name in another case: %v", wrong)
	}
}

func TestATableIsTheOfficesOwnOnlyWhileItDiffers(t *testing.T) {
	m := tabled(t)
	shipped := LivesTable.Entries(m.Settings, m.Policies)
	kettle := Entry{ID: "kettle", Title: "Kettle", Number: 48, Source: "us"}
	LivesTable.Put(kettle, -1, m.Policies)(&m.Settings)
	if rows := LivesTable.Entries(m.Settings, m.Policies); !LivesTable.Own(m.Settings) || rows[len(rows)-1] != kettle || len(rows) != len(shipped)+1 {
		t.Errorf("after adding: %v", rows)
	}
	LivesTable.Drop("kettle", m.Policies)(&m.Settings)
	if LivesTable.Own(m.Settings) {
		t.Error("the rows are as shipped, and the table is called the office's own")
	}
	LivesTable.Drop(shipped[1].ID, m.Policies)(&m.Settings)
	LivesTable.Put(shipped[1], 1, m.Policies)(&m.Settings)
	if LivesTable.Own(m.Settings) {
		t.Error("a row that came back to its place leaves a table of the office's own")
	}
	ConditionsTable.Drop("poor", m.Policies)(&m.Settings)
	ConditionsTable.AsShipped(m.Policies)(&m.Settings)
	if ConditionsTable.Own(m.Settings) || m.Settings.Redress.Conditions != nil {
		t.Error("as shipped is the office's own")
	}
	if why := LivesTable.MayDrop(shipped, shipped[0]); why != "" {
		t.Error(why)
	}
	if why := LivesTable.MayDrop(shipped[:1], shipped[0]); !strings.Contains(why, "Carpet") {
		t.Errorf("the last row may go: %q", why)
	}
}

func TestNewIdsAreTakenOnce(t *testing.T) {
	rows := []Entry{{ID: "garden-shed"}, {ID: "garden-shed-2"}}
	for title, want := range map[string]string{"Garden shed": "garden-shed-3", "Cot & pram (new)": "cot-pram-new", "£": "row"} {
		if got := newID(title, rows); got != want {
			t.Errorf("%s: %s", title, got)
		}
	}
}

// table goes to a table of the page Money.
func (s *stand) table(k TableKind) {
	s.t.Helper()
	s.section("Money")
	s.v.sheets["Money"].form.Focus(string(k))
}

func TestARowIsAddedChangedAndTakenOffByKeysAlone(t *testing.T) {
	s := sit(t, seat{})
	s.table(LivesTable)
	s.press("Alt+N")
	s.picture("money-row-new")
	s.press("Ctrl+S")
	s.says("Enter what it is, such as Carpet")
	s.says("Enter how many years it usually lasts")
	s.picture("money-row-wrong")
	s.press("Enter") // the summary's first line leads to its field
	keys.Type(s.c, "Garden shed")
	s.press("Tab")
	keys.Type(s.c, "15")
	s.press("Tab")
	keys.Type(s.c, "10")
	s.press("Tab")
	keys.Type(s.c, "Our own records, 2026")
	s.press("Ctrl+S")
	s.says("“Garden shed” is in the table.")
	lives := s.now().Redress.Lives
	if n := len(lives); n != 7 || lives[6].Title != "Garden shed" || lives[6].Months != 180 || lives[6].Least != 120 {
		t.Fatalf("saved %+v", lives)
	}
	s.says("Office's own")
	s.picture("money-row-added")

	s.press("F2") // the cursor is on the new row
	s.says("Save the row")
	s.press("Tab")
	keys.Type(s.c, "0") // 150 years
	s.press("Ctrl+S")
	s.says("Enter how many years “Garden shed” usually lasts: a whole number from 1 to 100")
	s.press("Esc")
	s.press("Home", "Enter", "Tab", "Ctrl+A")
	keys.Type(s.c, "12")
	s.press("Ctrl+S")
	if l := s.now().Redress.Lives[0]; l.Months != 144 || l.Least != 96 || l.Head != "flooring" || !l.Unverified {
		t.Errorf("changed to %+v", l)
	}
	s.press("Ctrl+Z")
	if l := s.now().Redress.Lives[0]; l.Months != 120 {
		t.Errorf("undone to %+v", l)
	}

	s.press("Down", "Del")
	s.says("“Vinyl or laminate flooring” is off the table")
	if lives := s.now().Redress.Lives; len(lives) != 6 || lives[1].ID != "mattress" {
		t.Errorf("after Del: %+v", lives)
	}
	s.press("Ctrl+Z")
	if lives := s.now().Redress.Lives; len(lives) != 7 || lives[1].ID != "vinyl" {
		t.Errorf("after undoing: %+v", lives)
	}
}

func TestAsShippedGoesBackAndIsUndone(t *testing.T) {
	s := sit(t, seat{})
	s.table(ConditionsTable)
	s.press("End", "Del")
	if got := s.now().Redress.Conditions; len(got) != 3 {
		t.Fatalf("after Del: %+v", got)
	}
	s.press("Shift+Tab")
	if b, ok := s.c.Focused().(*look.Button); !ok || b.Label != "As shipped" {
		t.Fatalf("Tab came to %T", s.c.Focused())
	}
	s.press("Enter")
	if got := s.now().Redress.Conditions; got != nil {
		t.Errorf("as shipped: %+v", got)
	}
	s.press("Ctrl+Z")
	if got := s.now().Redress.Conditions; len(got) != 3 {
		t.Errorf("undone: %+v", got)
	}
	s.press("Alt+C")
	s.says("Add a condition")
}

// TestAnotherManagersRowsAreKept: two change the page at once; a row saved
// meanwhile survives the page, and one that both changed is shown.
func TestAnotherManagersRowsAreKept(t *testing.T) {
	s := sit(t, seat{})
	ray := s.officer("R. Castell", casework.Manager)
	s.table(LivesTable)
	s.v.sheets["Money"].form.Focus("floor")
	keys.Type(s.c, "5")
	theirs := s.now()
	set := s.v.model.Policies
	LivesTable.Put(Entry{ID: "kettle", Title: "Kettle", Number: 48, Source: "us"}, -1, set)(&theirs)
	if _, err := s.SaveSettings(t.Context(), ray, theirs); err != nil {
		t.Fatal(err)
	}
	s.press("Ctrl+S")
	if r := s.now().Redress; r.Floor != 5 || len(r.Lives) != 7 {
		t.Fatalf("after the page: floor %d, %d rows", r.Floor, len(r.Lives))
	}
	s.table(LivesTable)
	s.press("End", "F2")
	theirs = s.now()
	LivesTable.Put(Entry{ID: "kettle", Title: "Kettle", Number: 60, Source: "the shop"}, -1, set)(&theirs)
	if _, err := s.SaveSettings(t.Context(), ray, theirs); err != nil {
		t.Fatal(err)
	}
	s.press("Tab", "Ctrl+A")
	keys.Type(s.c, "3")
	s.press("Ctrl+S")
	s.says("R. Castell changed this row meanwhile: Kettle, 5 years, from the shop")
	s.press("Ctrl+S")
	if l := s.now().Redress.Lives[6]; l.Months != 36 {
		t.Errorf("after saving again: %+v", l)
	}
}

// many is a table with more rows than show at once.
func many(set *policy.Set, n int) []Entry {
	rows := LivesTable.Entries(casework.Settings{}, set)
	for i := len(rows); i < n; i++ {
		rows = append(rows, Entry{ID: fmt.Sprint("thing-", i+1), Title: fmt.Sprintf("Thing number %d of the supplier's list", i+1), Number: 12 * (1 + i%20), Source: "Our supplier's list of April 2026"})
	}
	return rows
}

func TestPicturesOfMoney(t *testing.T) {
	for name, how := range map[string]seat{"light": {}, "dark": {mode: look.Dark}, "200": {size: 2}, "narrow": {width: 1024}} {
		s := sit(t, how)
		s.section("Money")
		if least := s.v.whole.MinSize().Width; least > 1366-88*max(1, how.size) {
			t.Errorf("%s: it needs %v of width", name, least)
		}
		shelltest.Picture(t, s.c, "money "+name)
		s.table(LivesTable)
		shelltest.Picture(t, s.c, "money lives "+name)
		edit := LivesTable.Replace(many(s.v.model.Policies, 30), s.v.model.Policies)
		if _, err := s.v.model.Save(t.Context(), s.v.model.Settings, edit); err != nil {
			t.Fatal(err)
		}
		s.v.Refresh()
		s.press("End")
		s.says("Thing number 30")
		shelltest.Picture(t, s.c, "money thirty "+name)
		s.table(ConditionsTable)
		s.v.sheets["Money"].form.Row("conditions").Err("“Good” is the only row. Add another before you take it away")
		look.Reveal(s.c.Focused().(fyne.CanvasObject))
		shelltest.Picture(t, s.c, "money conditions "+name)
		s.press("F2")
		shelltest.Picture(t, s.c, "money row "+name)
	}
}
