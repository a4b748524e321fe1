package command

import "casebook/data/register"

// Restore fills an empty place from a copy that backup made.
type Restore struct {
	File string `arg:"" help:"The copy to restore."`
}

// Run restores to the register that is named, or to this computer's own place,
// on either engine. Nothing is ever replaced.
func (c Restore) Run(s *Session) error {
	address, err := s.placeToMake()
	if err != nil {
		return err
	}
	report, err := register.Restore(s.Context, c.File, address, s.options(), nil)
	if err != nil {
		return err
	}
	if s.JSON {
		return s.WriteJSON(report)
	}
	return s.Say("Restored %s, read back and the same in everything.\nSeal %s", whole(report.Cases, report.Entries, report.Documents), report.Seal)
}
