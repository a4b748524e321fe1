package signin

import (
	"context"
	"errors"

	"casebook/app/field"
	"casebook/app/keys"
	"casebook/app/look"
	"casebook/data/casework"
	"casebook/data/register"
	"casebook/data/register/desk"
)

// People are those who can sign in at this computer: everybody with a
// password, and the computer's own user.
func People(all []register.SignInName, user string) []register.SignInName {
	var can []register.SignInName
	for _, n := range all {
		if n.Password || sameUser(n.Login, user) {
			can = append(can, n)
		}
	}
	return can
}

// namesView is the sign-in on the screen.
type namesView struct {
	g        *Gate
	f        *field.Form
	people   []register.SignInName
	who      *field.Select
	password *field.Secret
}

// showNames asks who is there.
func (g *Gate) showNames() {
	r := g.in.Register
	work(g, "Reading who may sign in", func(ctx context.Context, _ func(int, int)) ([]register.SignInName, error) {
		return r.SignInNames(ctx)
	}, func(all []register.SignInName, err error) {
		if err != nil {
			g.log(err)
			g.showTrouble(g.in.Address, err)
			return
		}
		people := People(all, g.deps.User)
		if len(people) == 0 {
			g.showNobody()
			return
		}
		g.showWho(people)
	})
}

func (g *Gate) showWho(people []register.SignInName) {
	v := &namesView{g: g, f: field.NewForm(), people: people}
	names := make([]string, len(people))
	for i, n := range people {
		names[i] = n.Name
	}
	v.who = v.f.Select("who", "Your name", names...)
	v.who.Set(v.last())
	v.who.Changed = func(string) { v.arrange() }
	v.password = v.f.Secret("password", "Password")
	v.password.Tall()
	v.f.Default = v.signIn
	enter := look.NewPrimary("Sign in", v.signIn).With(look.IconUser, "Enter")
	body := look.AtMost(440, look.Column(16, v.f.Summary(), v.who.Object(), v.password.Object()))
	g.show(page{
		title: "Who is at the desk?", second: Shown(g.in.Address),
		form: v.f, body: body,
		short: true,
		foot:  look.Line(12, enter, look.Gap(), look.NewLink("Choose another register", g.forget)),
		keys:  map[keys.Chord]func(){"Ctrl+Enter": v.signIn, "Ctrl+S": v.signIn},
	})
	v.arrange()
	if v.who.Value() != "" && v.password.Visible() {
		v.password.Focus()
	} else {
		v.who.Focus()
	}
}

// last is the name to begin with: who signed in here last, or the only one.
func (v *namesView) last() string {
	if len(v.people) == 1 {
		return v.people[0].Name
	}
	login, err := v.g.deps.Desk.Preference(desk.LastOfficer)
	v.g.log(err)
	for _, n := range v.people {
		if login != "" && sameUser(n.Login, login) {
			return n.Name
		}
	}
	return ""
}

// arrange asks for a password only from those who have one.
func (v *namesView) arrange() {
	n, chosen := v.chosen()
	appear(&v.password.Row, !chosen || n.Password)
}

func (v *namesView) chosen() (register.SignInName, bool) {
	for _, n := range v.people {
		if n.Name == v.who.Value() {
			return n, true
		}
	}
	return register.SignInName{}, false
}

func (v *namesView) signIn() {
	n, chosen := v.chosen()
	switch {
	case !chosen:
		v.who.Err("Choose your name")
		v.who.Focus()
		return
	case n.Password && v.password.Value() == "":
		v.wrong("Enter your password")
		return
	}
	v.f.ShowErrors(nil)
	v.who.Err("")
	v.g.letIn(n.Login, v.password.Value(), func(err error) {
		var refused *casework.Refusal
		if errors.As(err, &refused) {
			v.wrong(refused.Reason)
			return
		}
		v.g.log(err)
		v.f.ShowErrors(map[string]string{"": said(err)})
	})
}

// wrong says under the password why nobody is in yet. With two fields there is
// no need of a summary, and the next attempt begins at once.
func (v *namesView) wrong(say string) {
	if !v.password.Visible() {
		v.who.Err(say)
		v.who.Focus()
		return
	}
	v.password.Err(say)
	v.password.Focus()
}

// showNobody says that nobody of this register can sign in at this computer.
func (g *Gate) showNobody() {
	words := "Nobody of this register can sign in at this computer."
	do := "Ask a complaints manager to add you under Settings, Officers, with a password."
	if g.deps.User != "" {
		do = "Ask a complaints manager to add you under Settings, Officers: with a password, or as the computer’s user “" + g.deps.User + "”."
	}
	again := look.NewPrimary("Look again", g.showNames).With("", "F5")
	g.show(page{
		title: "You are not on the list yet", second: Shown(g.in.Address),
		body:  look.Card(look.Column(8, look.NewSentence(look.Bold(words)), look.NewSentence(look.Words(do)))),
		short: true,
		foot:  look.Line(12, again, look.NewButton("Choose another register", g.forget)),
		keys:  map[keys.Chord]func(){"F5": g.showNames},
	})
	look.Focus(again)
}
