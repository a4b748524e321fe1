package command

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"casebook/data/casework"
	"casebook/data/intake"
	"casebook/data/register"
)

// Import reads what the office already has into the register.
type Import struct {
	File   string `arg:"" help:"The list: CSV or Excel (.xlsx)."`
	Kind   string `default:"homes" enum:"homes" help:"What the list holds: ${enum} (the housing system's homes and residents)."`
	Sheet  string `placeholder:"NAME" help:"The sheet of a workbook; without it the one that looks like the list."`
	Map    string `placeholder:"FILE.toml" help:"Which column is which, where the headings do not say."`
	DryRun bool   `help:"Say what would be done and change nothing."`
}

// imported is what import prints for other programs.
type imported struct {
	File    string          `json:"file"`
	Sheet   string          `json:"sheet,omitempty"`
	DryRun  bool            `json:"dry_run"`
	Columns []intake.Column `json:"columns"`
	register.HousingReport
}

// Run reads the list and then loads it. A list that cannot be read makes no
// register.
func (c Import) Run(s *Session) error {
	list, err := c.read()
	if err != nil {
		return err
	}
	opened, err := s.openOrMake(c.DryRun)
	if err != nil {
		return err
	}
	done := imported{File: c.File, Sheet: list.Sheet, DryRun: c.DryRun, Columns: list.Columns}
	switch {
	case opened == nil: // a trial on an office that is not there yet: everything is new
		done.HousingReport = allNew(list.Rows)
	case c.DryRun:
		done.HousingReport, err = opened.TryHousing(s.Context, opened.officer, list.Rows, nil)
	default:
		done.HousingReport, err = opened.LoadHousing(s.Context, opened.officer, list.Rows, nil)
	}
	if opened != nil {
		err = errors.Join(err, opened.Close())
	}
	if err != nil {
		return err
	}
	done.Verdicts = append(done.Verdicts, list.Verdicts...)
	if s.JSON {
		return s.WriteJSON(done)
	}
	return s.sayImported(done)
}

func (c Import) read() (intake.Housing, error) {
	content, err := readList(c.File)
	if err != nil {
		return intake.Housing{}, fmt.Errorf("%s cannot be read: check its name and place", c.File)
	}
	var m intake.Map
	if c.Map != "" {
		text, err := os.ReadFile(c.Map)
		if err != nil {
			return intake.Housing{}, fmt.Errorf("the map %s cannot be read: check its name and place", c.Map)
		}
		if m, err = intake.ReadMap(text); err != nil {
			return intake.Housing{}, fmt.Errorf("%s: %w", c.Map, err)
		}
	}
	return intake.ReadHousing(filepath.Base(c.File), content, c.Sheet, m)
}

// readList reads no more of a file than a list may have, whatever its size.
func readList(name string) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, intake.MostBytes+1))
}

func allNew(rows []casework.HousingRow) register.HousingReport {
	report := register.HousingReport{Lines: len(rows), New: len(rows)}
	for _, row := range rows {
		reference := row.Person
		if reference == "" {
			reference = row.Home.Reference
		}
		report.Verdicts = append(report.Verdicts, casework.LineVerdict{Line: row.Line, Reference: reference, Verdict: casework.LineNew, Notes: row.Notes})
	}
	return report
}

// sayImported prints the counts, and each line that needs somebody's eye.
func (s *Session) sayImported(done imported) error {
	left, noted := 0, 0
	for _, v := range done.Verdicts {
		switch {
		case v.Verdict == casework.LineTwice || v.Verdict == casework.LineNeedsLook:
			left++
		case len(v.Notes) > 0:
			noted++
		default:
			continue
		}
		if err := s.Say("line %d, %s: %s. %s", v.Line, v.Reference, v.Verdict, strings.Join(append(v.Why, v.Notes...), ". ")); err != nil {
			return err
		}
	}
	verb := "Loaded"
	if done.DryRun {
		verb = "Would load"
	}
	return s.Say("%s %s: %d new, %d changed (%d moved home), %d the same, %d of them with something to look at.\nLeft out: %d. No longer on the list, kept and marked: %d.",
		verb, count(done.Lines, "line"), done.New, done.Changed, done.Moved, done.Same, noted, left, done.Gone)
}
