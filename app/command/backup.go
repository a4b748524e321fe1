package command

// Backup makes a verified copy of the register.
type Backup struct {
	Dest string `arg:"" help:"A file to make, or the folder to make it in."`
}

// Run copies and says what the copy holds. It needs no officer: who may read
// the register's file may copy it, and a scheduled task has no name.
func (c Backup) Run(s *Session) error {
	opened, err := s.openUnattended()
	if err != nil {
		return err
	}
	defer opened.Close()
	report, err := opened.Backup(s.Context, c.Dest, nil)
	if err != nil {
		return err
	}
	if s.JSON {
		return s.WriteJSON(report)
	}
	return s.Say("%s holds %s, read back and the same in everything.\nSeal %s",
		report.File, whole(report.Cases, report.Entries, report.Documents), report.Seal)
}
