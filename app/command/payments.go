package command

import (
	"fmt"
	"io"
	"strings"

	"casebook/data/calendar"
	"casebook/data/register"
	"casebook/reports/payments"
)

// Payments makes the workbook that finance pays and reconciles by, and with
// --json prints what is in it.
type Payments struct {
	From string `placeholder:"DATE" help:"The first day of the payments; without it, the first of the month of the last."`
	To   string `placeholder:"DATE" help:"The last day of the payments; without it, today."`
	Out  string `placeholder:"FILE.xlsx" help:"Where to save the workbook; needed unless --json prints the sums."`
}

// Run reads what is owed now and what was paid in the period.
func (c Payments) Run(s *Session) error {
	switch {
	case c.Out == "" && !s.JSON:
		return usage("say where to save the workbook with --out FILE.xlsx, or print the sums with --json")
	case c.Out != "" && !strings.HasSuffix(strings.ToLower(c.Out), ".xlsx"):
		return usage("the workbook %q must be named .xlsx, or Excel will not open it", c.Out)
	}
	from, to, err := c.period(s)
	if err != nil {
		return err
	}
	opened, err := s.open()
	if err != nil {
		return err
	}
	defer opened.Close()
	book, err := c.book(s, opened, from, to)
	if err != nil {
		return err
	}
	if c.Out != "" {
		if err := SaveWhole(c.Out, func(w io.Writer) error { return payments.Workbook(book, w) }, nil); err != nil {
			return err
		}
	}
	if s.JSON {
		return s.WriteJSON(book)
	}
	return s.Say("To pay: %s (%d)\nPaid from %s to %s: %s (%d)\nSaved as %s", book.ToPay(), len(book.Owed),
		from.Letter(), to.Letter(), book.PaidBy(""), len(book.Paid), c.Out)
}

// period reads the days; both are included.
func (c Payments) period(s *Session) (from, to calendar.Date, err error) {
	read := func(flag, text string, otherwise calendar.Date) calendar.Date {
		if text == "" || err != nil {
			return otherwise
		}
		on, wrong := calendar.Parse(text, s.Today, calendar.England())
		if wrong != nil {
			err = usage("--%s: %v", flag, wrong)
		}
		return on
	}
	to = read("to", c.To, s.Today)
	from = read("from", c.From, calendar.On(to.Year(), to.Month(), 1))
	if err == nil && from.After(to) {
		err = usage("--from: %s is after %s", from.Letter(), to.Letter())
	}
	return from, to, err
}

func (c Payments) book(s *Session, opened *office, from, to calendar.Date) (payments.Book, error) {
	settings, err := opened.Settings(s.Context, opened.officer)
	if err != nil {
		return payments.Book{}, err
	}
	book := payments.Book{Landlord: settings.Landlord, Today: s.Today, From: from, To: to, Owed: []payments.Owed{}, Paid: []payments.Paid{}}
	if book.Office, err = s.onlyOffice(opened); err != nil {
		return book, err
	}
	owed, err := opened.Owed(s.Context, opened.officer)
	if err != nil {
		return book, err
	}
	for _, o := range owed {
		book.Owed = append(book.Owed, payments.Owed{Reference: o.Reference, Resident: o.Resident, PayTo: o.PayTo, For: o.Title, Head: o.Head, Sum: o.Sum,
			Since: o.Since, Due: o.Due, Days: o.Since.DaysUntil(s.Today), Officer: o.HandlerName})
	}
	paid, err := opened.Payments(s.Context, opened.officer, from, to)
	if err != nil {
		return book, fmt.Errorf("reading the payments: %w", err)
	}
	for _, p := range paid {
		book.Paid = append(book.Paid, paidOf(p))
	}
	return book, nil
}

func paidOf(p register.PaidRow) payments.Paid {
	return payments.Paid{Reference: p.Reference, Resident: p.Resident, For: p.Titles, Sum: p.Sum, On: p.On, Method: p.Method,
		Theirs: p.Theirs, Officer: p.ByName, Error: p.Error, Erred: p.Erred}
}

// onlyOffice is the name of the office that an officer sees alone; none for one
// who sees them all.
func (s *Session) onlyOffice(opened *office) (string, error) {
	if opened.officer.AllOffices {
		return "", nil
	}
	offices, err := opened.Offices(s.Context, opened.officer)
	for _, o := range offices {
		if o.ID == opened.officer.Office {
			return o.Name, nil
		}
	}
	return "", err
}
