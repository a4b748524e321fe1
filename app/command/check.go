package command

import (
	"fmt"

	"casebook/data/register"
)

// Check reads the whole register and says whether it is sound.
type Check struct{}

// Run prints what was found. Anything wrong is a refusal, so that a scheduled
// task notices. It needs no officer: it shows counts and references, no names.
func (Check) Run(s *Session) error {
	opened, err := s.openUnattended()
	if err != nil {
		return err
	}
	defer opened.Close()
	report, err := opened.Check(s.Context, nil)
	if err != nil {
		return err
	}
	if err := s.sayCheck(report); err != nil {
		return err
	}
	if n := len(report.Problems); n > 0 {
		return fmt.Errorf("the register is not sound: keep it as it is and restore the last copy (%s of problem)", count(n, "kind"))
	}
	return nil
}

func (s *Session) sayCheck(report register.Report) error {
	if s.JSON {
		return s.WriteJSON(struct {
			Sound bool `json:"sound"`
			register.Report
		}{len(report.Problems) == 0, report})
	}
	for _, p := range report.Problems {
		if err := s.Say("%s: %s (%d of this kind)", p.Kind, p.First, p.Count); err != nil {
			return err
		}
	}
	if len(report.Problems) > 0 {
		return nil
	}
	return s.Say("The register is sound: %s.\nSeal %s", whole(report.Cases, report.Entries, report.Documents), report.Seal)
}

// openUnattended opens the register for a task that acts for nobody and shows
// nothing of anybody.
func (s *Session) openUnattended() (*register.Register, error) {
	address, err := s.existing()
	if err != nil {
		return nil, err
	}
	return register.Open(s.Context, address, s.options())
}
