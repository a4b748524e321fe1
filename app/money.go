package app

import (
	"context"

	"casebook/app/redress"
	"casebook/app/shell"
	"casebook/data/casework"
	ledger "casebook/data/redress"
)

// openRedress shows the money of a case.
func (o *office) openRedress(id int64) {
	o.shell.Go(shell.Route{Screen: screenRedress, Arg: redress.Open{Case: id}})
}

// whatIf works a sum out and keeps nothing.
func (o *office) whatIf() { o.shell.Go(shell.Route{Screen: screenRedress, Arg: redress.Open{}}) }

// before is a register that knows what was given before.
type before interface {
	Like(ctx context.Context, by casework.Officer, head ledger.Head, band, subject string, except int64) (ledger.Spread, bool, error)
}

// others tells what was given before, to those who may see the figures (ruling
// 29); nil where nothing is known.
func (o *office) others() redress.Others {
	reg, ok := any(o.reg).(before)
	if !ok || casework.MayDo(o.by, casework.SeeFigures) != nil {
		return nil
	}
	return givenBefore{reg, o.by}
}

// givenBefore asks the register as the officer.
type givenBefore struct {
	reg before
	by  casework.Officer
}

// Like is part of redress.Others.
func (g givenBefore) Like(ctx context.Context, head ledger.Head, band, subject string, except int64) (ledger.Spread, bool, error) {
	return g.reg.Like(ctx, g.by, head, band, subject, except)
}
