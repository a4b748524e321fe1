package command

import "fmt"

// Version says which program this is.
type Version struct{}

// Run prints the version, for people or as JSON.
func (Version) Run(s *Session) error {
	if s.JSON {
		return s.WriteJSON(s.Build)
	}
	line := fmt.Sprintf("Casebook %s (build %d, %s)", s.Build.Version, s.Build.Number, s.Build.Go)
	if s.Build.Revision != "" {
		line += " from " + s.Build.Revision
	}
	return s.Say("%s", line)
}
