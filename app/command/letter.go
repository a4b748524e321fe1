package command

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"casebook/data/casework"
	"casebook/data/register"
	"casebook/reports/letter"
)

// Letter makes one letter of a case as a PDF. A letter that is wrong is not
// made: what is wrong is listed instead. The letter is kept with its case as
// it is when the window makes one; saying how it went is a separate act.
type Letter struct {
	Case       string `arg:"" help:"The case's reference, such as C-2026-0377-D."`
	Kind       string `required:"" placeholder:"KIND" enum:"${letters}" help:"Which letter: ${enum}."`
	Out        string `required:"" placeholder:"FILE.pdf" help:"Where to save it."`
	About      int    `placeholder:"NUMBER" help:"Which promise, extension, update, restriction, repair or offer it tells of, where not the newest."`
	LargePrint bool   `help:"In large print. A resident who asked for it gets it without this."`
}

// letterArguments are the kinds of letter as they are typed, in one word each:
// "service-request".
func letterArguments() []string {
	var all []string
	for _, k := range letter.Kinds() {
		all = append(all, argumentOf(k))
	}
	return all
}

func argumentOf(k casework.LetterKind) string { return strings.ReplaceAll(string(k), " ", "-") }

// kind is the kind of letter that was typed; the parser has let no other word
// through.
func (c Letter) kind() casework.LetterKind {
	for _, k := range letter.Kinds() {
		if argumentOf(k) == c.Kind {
			return k
		}
	}
	return casework.LetterKind(c.Kind)
}

// Run fills, checks, keeps and saves the letter, in this order: a file that
// stands under its name is always one that the register has.
func (c Letter) Run(s *Session) error {
	reference, err := casework.ParseReference(c.Case)
	if err != nil {
		return usage("%v", err)
	}
	if !strings.HasSuffix(strings.ToLower(c.Out), ".pdf") {
		return usage("the letter %q must be named .pdf, or it will not open", c.Out)
	}
	opened, err := s.open()
	if err != nil {
		return err
	}
	defer opened.Close()
	of, err := opened.CaseByReference(s.Context, opened.officer, reference)
	if errors.Is(err, register.ErrNotFound) {
		return fmt.Errorf("there is no case %s that you may see: check the reference, and which register is meant", c.Case)
	}
	if err != nil {
		return err
	}
	in, err := c.input(s, opened, of)
	if err != nil {
		return err
	}
	made, err := letter.Fill(in)
	if err != nil {
		return err
	}
	findings := letter.Check(made, in)
	if letter.Shut(findings) {
		return refusedLetter(made, findings)
	}
	pdf, err := letter.PDF(made)
	if err != nil {
		return err
	}
	if err := c.save(s, opened, of, made, pdf); err != nil {
		return err
	}
	return s.advise(made, findings, c.Out)
}

// input gathers what the letter is made from. Colleagues are read whole, since
// the handler signs.
func (c Letter) input(s *Session, opened *office, of casework.Case) (letter.Input, error) {
	settings, errSettings := opened.Settings(s.Context, opened.officer)
	policies, errPolicies := opened.Policies(s.Context)
	holidays, errHolidays := opened.Holidays(s.Context)
	colleagues, errOfficers := opened.Officers(s.Context, opened.officer)
	offices, errOffices := opened.Offices(s.Context, opened.officer)
	if err := errors.Join(errSettings, errPolicies, errHolidays, errOfficers, errOffices); err != nil {
		return letter.Input{}, err
	}
	officers := map[int64]casework.Officer{}
	for _, o := range colleagues {
		officers[o.ID] = o
	}
	at := ""
	for _, o := range offices {
		if o.ID == of.Office {
			at = o.Name
		}
	}
	return letter.Input{
		Kind: c.kind(), About: c.About, Office: at, Case: of, Settings: settings, Officers: officers, Policies: policies,
		Holidays: holidays, Today: s.Today, LargePrint: c.LargePrint || of.Contact.Needs(casework.LargePrint),
	}, nil
}

// refusedLetter says everything that is wrong, so that it is mended in one go.
func refusedLetter(made letter.Letter, findings []letter.Finding) error {
	var lines []string
	for _, f := range letter.Failing(findings) {
		line := "- " + f.Words
		if f.Source != "" {
			line += " (" + f.Source + ")"
		}
		lines = append(lines, line)
	}
	things := "1 thing keeps"
	if len(lines) != 1 {
		things = fmt.Sprintf("%d things keep", len(lines))
	}
	return fmt.Errorf("%s the letter %q from being made:\n%s", things, made.Title, strings.Join(lines, "\n"))
}

func (c Letter) save(s *Session, opened *office, of casework.Case, made letter.Letter, pdf []byte) error {
	write := func(w io.Writer) error {
		_, err := w.Write(pdf)
		return err
	}
	keep := func() error {
		_, err := opened.KeepLetter(s.Context, opened.officer, of.ID, of.Version, pdf, casework.MakeLetter{
			Kind: made.Kind, About: made.About, Dated: made.Dated, Pages: len(made.Document.Pages), LargePrint: made.LargePrint,
		})
		return err
	}
	return SaveWhole(c.Out, write, keep)
}

// advise says where the letter is, and what to think of before it goes.
func (s *Session) advise(made letter.Letter, findings []letter.Finding, path string) error {
	pages := "1 page"
	if n := len(made.Document.Pages); n != 1 {
		pages = fmt.Sprintf("%d pages", n)
	}
	lines := []string{fmt.Sprintf("%s saved as %s (%s). Say how it went once it has gone.", made.Title, path, pages)}
	for _, f := range findings {
		if !f.OK {
			lines = append(lines, "Note: "+f.Words)
		}
	}
	return s.Say("%s", strings.Join(lines, "\n"))
}
