package app

import (
	"context"
	"errors"
	"fmt"

	"casebook/app/casefile"
	"casebook/data/casework"
	"casebook/data/register/desk"
	"casebook/reports/letter"
	"casebook/reports/paper"
)

// Receipt prints the read-back of a contact on A5 for the resident to take
// away, and keeps it with the case. It is never an acknowledgement (ruling 7).
func (o *office) Receipt(ctx context.Context, c casework.Case) error {
	return o.printSlip(ctx, c, casework.Receipt)
}

// ComplaintSlip prints the right to complain for somebody who would not today,
// and keeps it with the case (ruling 12).
func (o *office) ComplaintSlip(ctx context.Context, c casework.Case) error {
	return o.printSlip(ctx, c, casework.ComplainSlip)
}

// printSlip makes a paper that is handed over at the counter, keeps it with its
// case and prints it.
func (o *office) printSlip(ctx context.Context, c casework.Case, kind casework.LetterKind) error {
	moment, err := o.reg.Moment(ctx, o.by, o.program.today())
	if err != nil {
		return err
	}
	officers, err := o.reg.Officers(ctx, o.by)
	if err != nil {
		return err
	}
	in := letter.Input{Kind: kind, Case: c, Settings: moment.Settings, Officers: map[int64]casework.Officer{},
		Policies: moment.Policies, Holidays: moment.Holidays, Today: o.program.today(), LargePrint: c.Contact.Needs(casework.LargePrint)}
	for _, officer := range officers {
		in.Officers[officer.ID] = officer
	}
	made, err := letter.Fill(in)
	if err != nil {
		return err
	}
	if failing := letter.Failing(letter.Check(made, in)); len(failing) > 0 {
		return fmt.Errorf("the %s cannot be printed: %s", kind.Words(), failing[0].Words)
	}
	pdf, err := letter.PDF(made)
	if err != nil {
		return err
	}
	kept, err := o.reg.KeepLetter(ctx, o.by, c.ID, 0, pdf, casework.MakeLetter{Kind: kind, Dated: made.Dated, Pages: len(made.Document.Pages), LargePrint: made.LargePrint})
	if err != nil {
		return err
	}
	result, printErr := o.program.print(ctx, pdf, receiptSize(made))
	outcome := casework.HandedToPrinter
	switch {
	case printErr != nil:
		outcome = casework.PrintFailed
	case result.Outcome == paper.OpenedInViewer:
		outcome = casework.OpenedInViewer
	}
	id := kept.Case.Letters[len(kept.Case.Letters)-1].ID
	_, err = o.reg.Do(ctx, o.by, c.ID, 0, casework.HandToPrinter{Kind: kind, Letter: id, Result: outcome})
	return errors.Join(printErr, err)
}

// receiptSize is the size of the sheet that a receipt was laid out on.
func receiptSize(made letter.Letter) paper.Size {
	if pages := made.Document.Pages; len(pages) > 0 {
		return paper.Size{Width: pages[0].Width, Height: pages[0].Height}
	}
	return paper.A5
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

// printWhy prints the account of a case's date for the resident.
func (o *office) printWhy(ctx context.Context, m *casefile.Model) (string, error) {
	moment, err := o.reg.Moment(ctx, o.by, o.program.today())
	if err != nil {
		return "", err
	}
	c := m.Page.Case
	s := c.Current()
	if s == nil {
		return "", errors.New("a service request has no deadline of the complaints policy")
	}
	why := letter.Why{Reference: c.Reference, Settings: moment.Settings, Today: o.program.today(), LargePrint: c.Contact.Needs(casework.LargePrint),
		What: fmt.Sprintf("our stage %d acknowledgement", s.Number), From: "you told us", Deadline: s.AcknowledgeBy}
	if !s.Acknowledged.IsZero() {
		why.What, why.From, why.Deadline = fmt.Sprintf("our stage %d answer", s.Number), "we acknowledged your complaint", s.Due()
		if len(s.Extensions) > 0 {
			why.From = "the first date for our answer"
		} else if s.RespondBy.Working.From != s.Acknowledged {
			why.From = "you told us"
		}
	}
	page, err := letter.WhyPage(why)
	if err != nil {
		return "", err
	}
	pdf, err := letter.PDF(page)
	if err != nil {
		return "", err
	}
	result, err := o.program.print(ctx, pdf, paper.A4)
	if err != nil {
		return "", err
	}
	return result.Sentence(), nil
}

// printSheet prints the test sheet of an envelope's window.
func (o *office) printSheet(ctx context.Context, envelope string) (string, error) {
	e, ok := paper.EnvelopeNamed(envelope)
	if !ok {
		return "", fmt.Errorf("there is no envelope %q: choose another", envelope)
	}
	pdf, err := paper.PDF(paper.WindowTestSheet(e), paper.PDFOptions{Made: o.program.session.Now()})
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
