package app

import (
	"casebook/app/casefile"
	"casebook/app/cases"
	"casebook/app/shell"
	"casebook/app/today"
	"casebook/data/casework"
	"casebook/data/register"
)

// OpenList shows the whole of one of Today's lists among the cases. What is
// owed may outlive the closing of a case, so closed ones are among them.
func (o *office) OpenList(l today.List, owing register.Owing, whose register.Scope) {
	arg := cases.Open{View: register.View{Owing: owing}, Name: l.Title()}
	if l == today.Unassigned {
		arg = cases.Open{View: register.View{Open: true, Nobody: true}} // the standing view, where Assign is
	}
	if whose == register.OwnOffice {
		arg.View.Office = o.by.Office
	}
	o.shell.Go(shell.Route{Screen: screenCases, Arg: arg})
}

// OpenForm shows a case with the form of an act on one of its items.
func (o *office) OpenForm(id int64, act casework.ActName, item int) {
	o.shell.Go(shell.Route{Screen: screenCase, Arg: casefile.Open{ID: id, Act: act, Point: item}})
}

// OpenMonth shows what falls due day by day.
func (o *office) OpenMonth() { o.shell.Go(shell.Route{Screen: screenMonth}) }

// commands are the palette's own lines for this officer.
func (o *office) commands() []shell.Command {
	all := []shell.Command{{Words: "Switch officer", Do: func() { o.switchOfficer() }}}
	if casework.MayDo(o.by, casework.SeeCases) == nil {
		all = append(all, shell.Command{Words: "Month: what falls due day by day", Do: o.OpenMonth})
	}
	sum := shell.Command{Words: "What would it be? Work a sum out", Do: o.whatIf}
	if casework.MayDo(o.by, casework.SeeFigures) == nil {
		sum.Key = "Ctrl+R" // those who offer money; a front desk finds it by name (ruling 29)
	}
	return append(all, sum)
}
