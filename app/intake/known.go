package intake

import (
	"context"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"casebook/app/task"
	"casebook/data/casework"
	"casebook/data/register"
)

const (
	// mostFound is how many lines a list under a field shows.
	mostFound = 6
	// searchRest is how long typing rests before the housing list is asked.
	searchRest = 60 * time.Millisecond
)

// finder is the search under a field: residents under the name, homes under
// the address.
type finder struct {
	pause *task.Debounce
	lane  *task.Latest
	found hits
}

// hits is what the last search found.
type hits struct {
	field  string
	people []register.Known
	homes  []casework.Dwelling
}

func newFinder(tasks *task.Runner) finder {
	return finder{pause: task.NewDebounce(tasks, searchRest), lane: task.NewLatest(tasks)}
}

func (f *finder) close() {
	f.pause.Stop()
	f.lane.Drop()
	f.found = hits{}
}

// Found is one line of the list under a field.
type Found struct{ Bold, Rest string }

// lines is the list as it is shown.
func (h hits) lines() []Found {
	var lines []Found
	for _, k := range h.people {
		lines = append(lines, Found{k.Resident.Person.Name, place(k.Dwelling.Home)})
	}
	for _, d := range h.homes {
		lines = append(lines, Found{joinAddress(d.Home), strings.TrimSpace(d.Home.Postcode + "  " + d.Home.Tenure.Words())})
	}
	return lines
}

// Find asks the housing list for what stands in the name or the address and
// gives the lines to show, at once or later. A single letter waits: it would
// find everybody.
func (m *Model) Find(field string, show func([]Found)) {
	m.found.close()
	text := m.form.line(field)
	if len([]rune(text)) < 2 {
		show(nil)
		return
	}
	by := m.deps.By
	m.found.pause.Call(func() {
		task.RunLatest(m.found.lane, func(ctx context.Context) (hits, error) {
			h := hits{field: field}
			var err error
			if field == Name || field == MemberName {
				h.people, err = m.deps.Register.Residents(ctx, by, text, mostFound)
			} else {
				h.homes, err = m.deps.Register.Dwellings(ctx, by, text, mostFound)
			}
			return h, err
		}, func(h hits, err error) {
			if err != nil {
				h = hits{} // the look-up is a help: without it the typing goes on
			}
			m.found.found = h
			show(h.lines())
		})
	})
}

func place(h casework.Home) string { return strings.TrimSpace(joinAddress(h) + " " + h.Postcode) }

// Choose takes a line of what Find found last. It returns the field that is to
// be asked next: nothing that is known is asked again.
func (m *Model) Choose(field string, line int) (next string) {
	h := m.found.found
	if h.field != field || line < 0 || line >= len(h.people)+len(h.homes) {
		return field
	}
	next = Story
	switch field {
	case MemberName:
		m.takeMember(h.people[line])
		m.found.close()
		m.touched()
		return MemberPlace
	case Name:
		m.takeResident(h.people[line])
		if len(m.form.Dwelling.Home.Lines) == 0 {
			next = Address
		}
	default:
		m.takeHome(h.homes[line])
	}
	m.found.close()
	m.look()
	m.touched()
	return next
}

func (m *Model) takeResident(k register.Known) {
	f := &m.form
	f.Resident = k.Resident
	f.Text[Name] = k.Resident.Person.Name
	f.Text[Phone] = strings.Join(k.Resident.Person.Telephones, ", ")
	f.Text[Email] = k.Resident.Person.Email
	m.takeHome(k.Dwelling)
}

func (m *Model) takeHome(d casework.Dwelling) {
	m.form.Dwelling = d
	m.form.Text[Address] = joinAddress(d.Home)
	m.form.Text[Postcode] = d.Home.Postcode
}

// nameTyped is called when the name has changed. A known resident's name may
// be corrected; a name without a word of the known one is somebody else, who
// then gets nothing of what was known.
func (m *Model) nameTyped() {
	f := &m.form
	if f.Resident.ID != 0 {
		if shareWord(f.Text[Name], f.Resident.Person.Name) {
			return
		}
		m.forgetResident()
	}
}

func (m *Model) forgetResident() {
	f := &m.form
	person := f.Resident.Person
	if f.Text[Phone] == strings.Join(person.Telephones, ", ") {
		f.Text[Phone] = ""
	}
	if f.Text[Email] == person.Email {
		f.Text[Email] = ""
	}
	if f.Dwelling.ID != 0 && f.Dwelling.ID == f.Resident.HomeID {
		f.Text[Address], f.Text[Postcode] = "", ""
		f.Dwelling = casework.Dwelling{}
	}
	f.Resident = casework.Resident{}
	m.look()
}

// addressTyped is called when the address has changed: another number is
// another home, so what was known of the first one goes.
func (m *Model) addressTyped() {
	f := &m.form
	if f.Dwelling.ID != 0 {
		home := f.home()
		if sameWords(place(f.Dwelling.Home), place(home)) {
			return
		}
		f.Dwelling = casework.Dwelling{}
		m.look()
	}
}

// KnownLine says what the housing list knows of the resident.
func (m *Model) KnownLine() string {
	r := m.form.Resident
	if r.ID == 0 {
		return ""
	}
	words := "Known"
	if t := m.form.Dwelling.Home.Tenure.Words(); t != "" {
		words += ": " + lower(t)
	}
	if r.Person.Tenancy != "" {
		words += ", " + r.Person.Tenancy
	}
	return words
}

// HomeLine says what the housing list knows of the home, or how the postcode
// was understood; usual is false where it has not the shape of a postcode.
func (m *Model) HomeLine() (line string, usual bool) {
	home := m.form.home()
	if m.form.Dwelling.ID == 0 {
		if home.Postcode == "" {
			return "", true
		}
		if _, ok := casework.TidyPostcode(home.Postcode); !ok {
			return "Not the usual shape of a postcode; kept as typed", false
		}
		return "Postcode " + home.Postcode, true
	}
	parts := []string{}
	if t := home.Tenure.Words(); t != "" {
		parts = append(parts, t)
	}
	if home.Block != "" {
		parts = append(parts, home.Block)
	}
	if home.Storeys > 1 {
		parts = append(parts, many(home.Storeys, "storey"))
	}
	if home.HighRise {
		parts = append(parts, "high-rise")
	}
	if len(parts) == 0 {
		return "On the housing list", true
	}
	return strings.Join(parts, ", "), true
}

// lower makes words begin with a small letter, to go on within a sentence.
func lower(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(r)) + text[n:]
}

func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(casework.Tidy(text)), func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '\n' })
}

func shareWord(a, b string) bool {
	for _, x := range words(a) {
		for _, y := range words(b) {
			if x == y {
				return true
			}
		}
	}
	return false
}

func sameWords(a, b string) bool { return strings.Join(words(a), " ") == strings.Join(words(b), " ") }
