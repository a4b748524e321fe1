package signin

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/casework"
	"casebook/data/register"
)

// The two ways to sign in that the first officer chooses from.
const withPassword = "With a password"

func asUser(user string) string { return fmt.Sprintf("As %s, who is at this computer", user) }

// firstView is the first start on the screen.
type firstView struct {
	g      *Gate
	f      *field.Form
	lane   *task.Latest // visits of the register's place
	second *task.Latest // and of the second place
	pause  *task.Debounce
	joins  bool // there is a register at the place typed

	landlord, office, server, name *field.Text
	where                          *field.Tiles
	folder, copies                 *field.Picker
	way                            *field.Choice
	password, again                *field.Secret
	later                          *field.Check
	parts                          [4]*part
	create                         *look.Button
}

// part is one numbered question with its fields.
type part struct {
	box    *fyne.Container
	number *fyne.Container
	rows   []*field.Row
}

func (p *part) show(on bool) {
	p.box.Hidden = !on
	for _, r := range p.rows {
		if on {
			r.Show()
		} else {
			r.Hide()
		}
	}
}

// showFirst asks for everything that a register begins with.
func (g *Gate) showFirst() {
	v := &firstView{g: g, f: field.NewForm(), lane: task.NewLatest(g.deps.Tasks), second: task.NewLatest(g.deps.Tasks),
		pause: task.NewDebounce(g.deps.Tasks, 0)}
	v.make()
	body := look.Column(20, v.f.Summary(), v.parts[0].box, v.parts[1].box, v.parts[2].box, v.parts[3].box)
	v.create = look.NewPrimary("Create the register", v.begin).With("", "Ctrl+Enter")
	foot := look.Line(12, v.create, look.Gap(), look.NewLink("Restore from a backup", func() { g.showRestore("", g.showFirst) }))
	v.f.Default = v.begin
	g.show(page{
		title: "Set up Casebook", second: "A few answers, about a minute. You can change them later in Settings.",
		form: v.f, body: body, foot: foot,
		keys: map[keys.Chord]func(){
			"Ctrl+Enter": v.begin, "Ctrl+S": v.begin,
			"1": func() { v.choose(OnThisComputer) }, "2": func() { v.choose(OnServer) }, "3": func() { v.choose(TryFirst) },
		},
	})
	v.choose(OnThisComputer)
	v.f.First()
}

// make builds the fields in the order in which they are asked.
func (v *firstView) make() {
	f, d := v.f, v.g.deps
	v.landlord = f.Text("landlord", "Landlord")
	v.landlord.Hint("Shown to residents on every letter. " + Promised(d.Policies, d.Today()))
	v.landlord.EchoOf(func(text string) string {
		if strings.TrimSpace(text) == "" {
			return ""
		}
		return Promised(d.Policies, d.Today())
	})
	v.office = f.Text("office", "Office")
	v.where = f.Tiles("where",
		look.Tile{Word: "On this computer", Line: "Start a new register here. You can share it later.", Icon: look.IconComputer, Key: "1"},
		look.Tile{Word: "On a shared server", Line: "Join your office’s PostgreSQL register. ICT has the address.", Icon: look.IconStore, Key: "2"},
		look.Tile{Word: "Try it first", Line: fmt.Sprintf("%d made-up cases to practise on. No real people.", PracticeCases), Icon: look.IconPlay, Key: "3"})
	v.where.Changed = func(place int) { v.choose(Where(place)) }
	v.folder = f.Path("folder", "Folder", d.Tasks)
	v.folder.Set(d.Folder)
	v.folder.Changed = func(string) { v.look() }
	v.server = f.Text("server", "Address of the server")
	v.server.Changed = func(string) { v.look() }
	v.server.Hint("It looks like postgres://name:password@server/database")
	v.name = f.Text("name", "Full name")
	v.name.Set(d.FullName)
	v.name.Hint("You begin as complaints manager: you may change settings and add the other officers.")
	if d.User != "" {
		v.way = f.Choice("way", "You sign in", asUser(d.User), withPassword)
		v.way.Set(asUser(d.User))
		v.way.Changed = func(string) { v.arrange() }
	}
	v.password, v.again = f.Secret("password", "Password"), f.Secret("again", "The same password again")
	v.copies = f.Path("copies", "Folder for backups", d.Tasks)
	v.copies.Hint("A memory stick, another disk or a folder of the office’s file server.")
	v.copies.Changed = func(string) { v.lookAtCopies() }
	v.later = f.Check("later", "I will choose it later. Casebook reminds me until it is done.")
	v.later.Changed = func(bool) { v.arrange() }
	for _, t := range []*field.Text{v.landlord, v.office, v.folder.Text, v.server, v.name, v.password.Text, v.again.Text, v.copies.Text} {
		t.Tall()
	}
	v.lay()
}

func (v *firstView) lay() {
	two := []float32{1.15, 1}
	v.parts[0] = newPart("Which landlord and office?", []*field.Row{&v.landlord.Row, &v.office.Row}, field.Beside(two, &v.landlord.Row, &v.office.Row))
	v.parts[1] = newPart("Where will the register live?", []*field.Row{&v.where.Row},
		v.where.Object(), v.folder.Object(), v.server.Object())
	who := []fyne.CanvasObject{v.name.Object()}
	rows := []*field.Row{&v.name.Row}
	if v.way != nil {
		who, rows = append(who, v.way.Object()), append(rows, &v.way.Row)
	}
	who = append(who, field.Beside(two, &v.password.Row, &v.again.Row))
	v.parts[2] = newPart("Who are you?", append(rows, &v.password.Row, &v.again.Row), who...)
	v.parts[3] = newPart("Where is the second copy kept?", []*field.Row{&v.copies.Row, &v.later.Row}, v.copies.Object(), v.later.Object())
}

func newPart(title string, rows []*field.Row, objs ...fyne.CanvasObject) *part {
	p := &part{number: look.Stack(), rows: rows}
	head := look.Line(10, p.number, look.NewTxt(title, look.SizeSection, look.Text, true))
	p.box = look.Column(10, append([]fyne.CanvasObject{head}, objs...)...)
	return p
}

// choose takes one of the three ways to begin.
func (v *firstView) choose(w Where) {
	v.where.Set(int(w))
	v.joins = false
	v.arrange()
	v.look()
}

// arrange shows what has to be asked and hides the rest. What was typed stays.
func (v *firstView) arrange() {
	w := Where(v.where.Place())
	v.parts[0].show(w != TryFirst && !v.joins)
	v.parts[2].show(!v.joins)
	v.parts[3].show(w != TryFirst && !v.joins)
	appear(&v.folder.Row, w == OnThisComputer)
	appear(&v.server.Row, w == OnServer)
	if v.way != nil {
		appear(&v.way.Row, w != TryFirst && !v.joins)
	}
	asks := !v.typed().OwnUser && w != TryFirst && !v.joins
	appear(&v.password.Row, asks)
	appear(&v.again.Row, asks)
	appear(&v.copies.Row, w != TryFirst && !v.joins && !v.later.On())
	n := 0
	for _, p := range v.parts {
		if !p.box.Hidden {
			n++
			p.number.Objects = []fyne.CanvasObject{look.Number(strconv.Itoa(n), look.AccentTint)}
		}
	}
	v.create.Say(v.verb(w))
	v.f.Relay()
}

func (v *firstView) verb(w Where) string {
	switch {
	case w == TryFirst:
		return "Open the practice register"
	case v.joins && w == OnServer:
		return "Join the register"
	case v.joins:
		return "Open the register"
	}
	return "Create the register"
}

func appear(r *field.Row, on bool) {
	if on {
		r.Show()
	} else {
		r.Hide()
	}
}

// typed is what the fields hold now.
func (v *firstView) typed() First {
	return First{
		Where: Where(v.where.Place()), Landlord: v.landlord.Value(), Office: v.office.Value(),
		Folder: v.folder.Value(), Server: v.server.Value(), Name: v.name.Value(),
		OwnUser:  v.way != nil && v.way.Value() != withPassword,
		Password: v.password.Value(), Again: v.again.Value(), Copies: v.copies.Value(), Later: v.later.On(),
	}
}

// look visits the place typed, once typing pauses, and says what is there.
func (v *firstView) look() {
	typed := v.typed()
	row := &v.folder.Row
	if typed.Where == OnServer {
		row = &v.server.Row
	}
	row.Echo("")
	if len(typed.Missing(true)) > 0 || typed.Where == TryFirst {
		v.lane.Drop()
		return
	}
	v.pause.Call(func() {
		task.RunLatest(v.lane, func(ctx context.Context) (register.Place, error) {
			return v.g.deps.Places.Visit(ctx, typed.Address())
		}, func(p register.Place, err error) {
			if err != nil {
				row.Hint(said(err))
			} else {
				row.Echo(Found(p))
			}
			if joins := err == nil && p.Register; joins != v.joins {
				v.joins = joins
				v.arrange()
			}
			v.lookAtCopies()
		})
	})
}

// lookAtCopies says how much the second place helps.
func (v *firstView) lookAtCopies() {
	typed := v.typed()
	v.copies.Echo("")
	if strings.TrimSpace(typed.Copies) == "" || typed.Where == TryFirst {
		return
	}
	task.RunLatest(v.second, func(context.Context) (register.Distance, error) {
		return v.g.deps.Places.Apart(typed.Address(), strings.TrimSpace(typed.Copies))
	}, func(d register.Distance, err error) {
		say, good := Copies(d)
		switch {
		case err != nil:
			v.copies.Hint(said(err))
		case good:
			v.copies.Echo(say)
		default:
			v.copies.Hint(say + ".")
		}
	})
}

// begin makes the register, or opens the one that is there.
func (v *firstView) begin() {
	typed := v.typed()
	if wrong := typed.Missing(v.joins); len(wrong) > 0 {
		v.f.ShowErrors(wrong)
		return
	}
	v.f.ShowErrors(nil)
	if typed.Where == TryFirst {
		v.practise(typed)
		return
	}
	g := v.g
	work(g, "Making the register", func(ctx context.Context, _ func(int, int)) (*register.Register, error) {
		return typed.Make(ctx, g.deps.Places, g.deps.User)
	}, func(r *register.Register, err error) {
		if err != nil {
			v.failed(err)
			return
		}
		g.in = In{Register: r, Address: typed.Address()}
		g.letIn(typed.Login(g.deps.User), typed.Password, func(error) { g.showNames() })
	})
}

// practise makes the made-up cases and opens them.
func (v *firstView) practise(typed First) {
	g := v.g
	officer := typed.Register(g.deps.User).Officer
	work(g, fmt.Sprintf("Making up %d cases", PracticeCases), func(ctx context.Context, progress func(int, int)) (string, error) {
		return g.deps.Practice(ctx, officer, progress)
	}, func(address string, err error) {
		if err != nil {
			v.failed(err)
			return
		}
		g.open(address, true, officer.Login)
	})
}

func (v *firstView) failed(err error) {
	v.g.log(err)
	var wrong Wrong
	var refused *casework.Refusal
	switch {
	case errors.As(err, &wrong):
		v.f.ShowErrors(wrong)
	case errors.As(err, &refused):
		v.f.ShowErrors(map[string]string{refused.Field: refused.Reason})
	default:
		v.f.ShowErrors(map[string]string{"": said(err)})
	}
}
