package app

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"casebook/app/news"
	"casebook/app/redress"
	"casebook/app/shell"
	"casebook/data/casework"
	ledger "casebook/data/redress"
)

// openRedress shows the money of a case; with an act, the form of that act on
// it.
func (o *office) openRedress(id int64, act casework.ActName) {
	o.shell.Go(shell.Route{Screen: screenRedress, Arg: redress.Open{Case: id, Act: act}})
}

// keepAll keeps at once whatever is typed and not on the disk yet.
func (o *office) keepAll() error {
	return errors.Join(o.intake.KeepAll(), o.unkept.KeepAll())
}

// keptTyping says in the status bar whether all that is typed is kept on this
// computer, or what keeps a screen from it.
func (o *office) keptTyping(k news.Kept) {
	o.unsaved[k.Screen] = k.Trouble
	for _, trouble := range o.unsaved {
		if trouble != nil {
			o.shell.Saved(capital(trouble.Error()), false)
			return
		}
	}
	o.shell.Saved("All work saved", true)
}

// place tells one register from another, however its address was typed.
func place(address string) string {
	if abs, err := filepath.Abs(address); err == nil && !strings.Contains(address, "://") {
		return abs
	}
	return address
}

// whatIf works a sum out and keeps nothing.
func (o *office) whatIf() { o.shell.Go(shell.Route{Screen: screenRedress, Arg: redress.Open{}}) }

// others tells what was given before, to those who may see the figures (ruling
// 29); nil for everybody else.
func (o *office) others() redress.Others {
	if casework.MayDo(o.by, casework.SeeFigures) != nil {
		return nil
	}
	return givenBefore{o}
}

// givenBefore asks the register as the officer.
type givenBefore struct{ office *office }

// Like is part of redress.Others.
func (g givenBefore) Like(ctx context.Context, head ledger.Head, band, subject string, except int64) (ledger.Spread, bool, error) {
	return g.office.reg.Like(ctx, g.office.by, head, band, subject, except)
}
