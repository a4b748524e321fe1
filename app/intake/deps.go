package intake

import (
	"context"
	"time"

	"casebook/app/drafts"
	"casebook/app/news"
	"casebook/app/task"
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// Register is what the screen asks of the register.
type Register interface {
	Moment(ctx context.Context, by casework.Officer, today calendar.Date) (casework.Moment, error)
	Officers(ctx context.Context, by casework.Officer) ([]casework.Officer, error)
	Residents(ctx context.Context, by casework.Officer, text string, limit int) ([]register.Known, error)
	Dwellings(ctx context.Context, by casework.Officer, text string, limit int) ([]casework.Dwelling, error)
	// Alike finds the cases that may be the same matter as what is being typed.
	Alike(ctx context.Context, by casework.Officer, l register.Likeness, limit int) ([]register.AlikeCase, error)
	Case(ctx context.Context, by casework.Officer, id int64) (casework.Case, error)
	Record(ctx context.Context, by casework.Officer, act casework.Record) (casework.Result, error)
	// RecordLinked records a contact that comes from a case; both get their end
	// of the link.
	RecordLinked(ctx context.Context, by casework.Officer, act casework.Record, from int64, kind casework.LinkKind) (casework.Result, error)
	// RecordPromised records a petition, an insurance claim or a fixed payment,
	// which comes from a case where from is not 0.
	RecordPromised(ctx context.Context, by casework.Officer, act casework.Recording, from int64, kind casework.LinkKind) (casework.Result, error)
	Link(ctx context.Context, by casework.Officer, one, other int64, kind casework.LinkKind) (casework.Result, error)
	Do(ctx context.Context, by casework.Officer, id int64, version int, act casework.Act) (casework.Result, error)
}

// Paper is what the screen has printed. Both are called away from the
// interface's goroutine.
type Paper interface {
	// Receipt prints the read-back of a recorded contact for the resident to
	// take away. It is never an acknowledgement (ruling 7).
	Receipt(ctx context.Context, c casework.Case) error
	// ComplaintSlip prints the right to complain for somebody who would not
	// complain today (ruling 12).
	ComplaintSlip(ctx context.Context, c casework.Case) error
	// BlankForm prints the questions in the order of the screen, to be filled
	// in by hand while nothing else works.
	BlankForm(ctx context.Context) error
}

// Ways are the ways out of the screen.
type Ways interface {
	// OpenCase shows a case.
	OpenCase(id int64)
	// WriteLetter shows the letter of a kind for the case's current stage.
	WriteLetter(id int64, kind casework.LetterKind)
	// Leave goes back to where the officer came from; the draft is kept.
	Leave()
}

// Deps is what the screen is wired to. All of it is needed but News.
type Deps struct {
	By       casework.Officer
	Register Register
	Desk     drafts.Desk
	Paper    Paper
	Ways     Ways
	Tasks    *task.Runner
	News     *news.Desk // may be nil
	Today    func() calendar.Date
	Now      func() time.Time
}
