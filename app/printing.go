package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"casebook/app/casefile"
	"casebook/app/letters"
	"casebook/data/casework"
	"casebook/data/register/desk"
	"casebook/reports/guide"
	"casebook/reports/letter"
	"casebook/reports/paper"
)

// Receipt prints the read-back of a contact on A5 for the resident to take
// away, and keeps it with the case. It is never an acknowledgement (ruling 7).
func (o *office) Receipt(ctx context.Context, c casework.Case) error {
	_, err := o.printSlip(ctx, c.ID, casework.Receipt)
	return err
}

// ComplaintSlip prints the right to complain for somebody who would not today,
// and keeps it with the case (ruling 12).
func (o *office) ComplaintSlip(ctx context.Context, c casework.Case) error {
	_, err := o.printSlip(ctx, c.ID, casework.ComplainSlip)
	return err
}

// printSlip makes, keeps and prints a slip for the resident to take away.
func (o *office) printSlip(ctx context.Context, caseID int64, kind casework.LetterKind) (string, error) {
	m := letters.New(o.reg, o, o.by, o.program.today, letters.Open{Case: caseID, Kind: kind})
	m.Office = o.name
	now, err := m.Load(ctx)
	if err != nil {
		return "", err
	}
	m.Show(now)
	if failing := letter.Failing(now.Findings); len(failing) > 0 {
		return "", fmt.Errorf("the %s cannot be printed: %s", kind.Words(), failing[0].Words)
	}
	return m.Print(ctx)
}

// readFile reads a file of this computer, as much of it as a case may keep and
// one byte more, so that a larger one is seen to be too large.
func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return io.ReadAll(io.LimitReader(f, casework.MaxEvidence+1))
}

// BlankForm prints the questions of New contact, to be filled in by hand while
// nothing else works.
func (o *office) BlankForm(ctx context.Context) error {
	moment, err := o.reg.Moment(ctx, o.by, o.program.today())
	if err != nil {
		return err
	}
	form, err := letter.BlankForm(moment.Settings, moment.Policies.InForceOn(o.program.today()), o.program.today())
	if err != nil {
		return err
	}
	return o.printPage(ctx, form)
}

// huddle prints the morning's list.
func (o *office) huddle(ctx context.Context, h letter.Huddle) error {
	return o.printPage(ctx, letter.HuddleSheet(h))
}

// printWhy prints the account of one of a case's dates for the resident.
func (o *office) printWhy(ctx context.Context, c casework.Case, w casefile.Why) (string, error) {
	if w.Deadline.Working.From.IsZero() {
		return "", errors.New("this day was agreed with the resident and not counted: write to them what was agreed")
	}
	moment, err := o.reg.Moment(ctx, o.by, o.program.today())
	if err != nil {
		return "", err
	}
	why := letter.Why{Reference: c.Reference, Settings: moment.Settings, Today: o.program.today(), LargePrint: c.Contact.Needs(casework.LargePrint),
		What: w.What, From: w.From, Deadline: w.Deadline}
	page, err := letter.WhyPage(why)
	if err != nil {
		return "", err
	}
	pdf, err := letter.PDF(page)
	return o.said(ctx, pdf, err)
}

// printSheet prints the test sheet of an envelope's window.
func (o *office) printSheet(ctx context.Context, envelope string) (string, error) {
	e, ok := paper.EnvelopeNamed(envelope)
	if !ok {
		return "", fmt.Errorf("there is no envelope %q: choose another", envelope)
	}
	pdf, err := paper.PDF(paper.WindowTestSheet(e), paper.PDFOptions{Made: o.program.session.Now()})
	return o.said(ctx, pdf, err)
}

// printTold prints the residents to write to after a late bank holiday.
func (o *office) printTold(ctx context.Context, l letter.ToldList) (string, error) {
	pdf, err := letter.PDF(letter.ToldSheet(l))
	return o.said(ctx, pdf, err)
}

// guide prints what can be done with a case, and when, for officers who work
// with cases; others have no use for it.
func (o *office) guide() func(context.Context) (string, error) {
	if casework.MayDo(o.by, casework.SeeCases) != nil {
		return nil
	}
	return func(ctx context.Context) (string, error) {
		policies, err := o.reg.Policies(ctx)
		if err != nil {
			return "", err
		}
		holidays, err := o.reg.Holidays(ctx)
		if err != nil {
			return "", err
		}
		pdf, err := guide.PDF(policies, holidays, o.program.today())
		return o.said(ctx, pdf, err)
	}
}

// said prints a page that was drawn, or was not, and says what became of it.
func (o *office) said(ctx context.Context, pdf []byte, err error) (string, error) {
	if err != nil {
		return "", err
	}
	result, err := o.program.print(ctx, pdf, paper.A4)
	if err != nil {
		return "", err
	}
	return result.Sentence(), nil
}

func (o *office) printPage(ctx context.Context, page letter.Letter) error {
	pdf, err := letter.PDF(page)
	if err != nil {
		return err
	}
	_, err = o.program.print(ctx, pdf, paper.A4)
	return err
}

// print hands a page to this desk's printer by way of the private spool.
func (p *program) print(ctx context.Context, pdf []byte, size paper.Size) (paper.Result, error) {
	path, err := p.spool.Put(pdf)
	if err != nil {
		return paper.Result{}, err
	}
	printer, err := p.desk.Preference(desk.Printer)
	if err != nil {
		return paper.Result{}, err
	}
	return paper.Print(ctx, path, paper.Options{Printer: printer, Size: size})
}
