package command

import (
	"fmt"
	"io"
	"strings"

	"casebook/data/register"
	"casebook/reports/board"
)

// Board makes the workbook that the board receives for one quarter, and with
// --json prints every figure in it.
type Board struct {
	Quarter string `required:"" placeholder:"2026-27Q2" help:"The quarter of a financial year; quarter 1 is April to June."`
	Homes   *int   `placeholder:"N" help:"Homes owned, for the figures per 1,000 homes. Without it, the office's setting."`
	Out     string `placeholder:"FILE.xlsx" help:"Where to save the workbook; needed unless --json prints the figures."`
}

// Run makes the report from one read of the register. A saved workbook's seal
// is recorded in the register before the file stands under its name.
func (c Board) Run(s *Session) error {
	period, err := c.period(s)
	if err != nil {
		return err
	}
	opened, err := s.open()
	if err != nil {
		return err
	}
	defer opened.Close()
	snapshot, err := opened.Facts(s.Context, opened.officer, period.FactsFrom(), s.Today)
	if err != nil {
		return err
	}
	report, err := c.report(s, opened, period, snapshot)
	if err != nil {
		return err
	}
	if c.Out != "" {
		if err := c.save(s, opened, report, snapshot); err != nil {
			return err
		}
	}
	if s.JSON {
		return s.WriteJSON(report)
	}
	return s.summarise(report, c.Out)
}

// period reads the quarter and refuses what cannot be reported on.
func (c Board) period(s *Session) (board.Period, error) {
	period, err := board.ParsePeriod(c.Quarter)
	if err != nil {
		return period, usage("--quarter: %v", err)
	}
	switch {
	case c.Out == "" && !s.JSON:
		return period, usage("say where to save the workbook with --out FILE.xlsx, or print the figures with --json")
	case c.Out != "" && !strings.HasSuffix(strings.ToLower(c.Out), ".xlsx"):
		return period, usage("the workbook %q must be named .xlsx, or Excel will not open it", c.Out)
	case c.Homes != nil && *c.Homes < 1:
		return period, usage("--homes: %d is not a number of homes", *c.Homes)
	case period.From().After(s.Today):
		return period, fmt.Errorf("%s has not begun: choose one that began by %s", period.Name(), s.Today.Letter())
	}
	return period, nil
}

func (c Board) report(s *Session, opened *office, period board.Period, snapshot register.Snapshot) (board.Report, error) {
	settings, err := opened.Settings(s.Context, opened.officer)
	if err != nil {
		return board.Report{}, err
	}
	in := board.Input{
		Period: period, Facts: snapshot.Facts, Homes: snapshot.Homes, CutOff: snapshot.CutOff, Today: s.Today,
		Seal: snapshot.Seal, Landlord: settings.Landlord,
	}
	if c.Homes != nil {
		in.Homes = *c.Homes
	}
	if in.Policies, err = opened.Policies(s.Context); err != nil {
		return board.Report{}, err
	}
	if in.Holidays, err = opened.Holidays(s.Context); err != nil {
		return board.Report{}, err
	}
	if in.Office, err = s.onlyOffice(opened); err != nil {
		return board.Report{}, err
	}
	return board.Make(in), nil
}

func (c Board) save(s *Session, opened *office, report board.Report, snapshot register.Snapshot) error {
	draw := func(w io.Writer) error {
		return board.Workbook(report, w, func(int, int) error { return s.Context.Err() })
	}
	record := func() error {
		return opened.KeepSeal(s.Context, opened.officer, snapshot, "Board report, "+report.Period.Name())
	}
	return SaveWhole(c.Out, draw, record)
}

// summarise tells people what was counted.
func (s *Session) summarise(report board.Report, saved string) error {
	lines := []string{report.Period.Long()}
	for _, id := range []string{"stage1.received", "stage1.responded_in_time_with_extension", "stage2.received", "stage2.responded_in_time_with_extension"} {
		f, _ := report.Figure(id)
		line := f.Label + ": " + f.Text()
		if made := f.MadeOf(); made != "" {
			line += " (" + made + ")"
		}
		lines = append(lines, line)
	}
	lines = append(lines, "Saved as "+saved+", register seal "+report.Seal)
	return s.Say("%s", strings.Join(lines, "\n"))
}
