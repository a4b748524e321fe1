package policy

import (
	"fmt"
	"strings"
)

// Elsewhere is somebody outside the landlord to whom matters are passed that
// are not ours, with how to reach them, for the letter that says so.
type Elsewhere struct {
	ID        string   `toml:"id"`
	Name      string   `toml:"name"`  // as within a sentence: "the council's Corporate Complaints Officer"
	Known     []string `toml:"known"` // words by which an officer's own name for it is recognised
	Telephone string   `toml:"telephone"`
	Address   []string `toml:"address"`
	Source    Source   `toml:"source"`
}

// Elsewhere finds who is meant by an officer's name for them. Nobody is found
// where the name has none of the words known.
func (p *Policy) Elsewhere(named string) (Elsewhere, bool) {
	named = strings.ToLower(named)
	return find(p.Others, func(e Elsewhere) bool {
		for _, word := range e.Known {
			if strings.Contains(named, word) {
				return true
			}
		}
		return false
	})
}

// validOthers holds that whoever a letter names can be recognised and reached.
func (p *Policy) validOthers() error {
	for _, e := range p.Others {
		if e.Name == "" || len(e.Known) == 0 || e.Telephone == "" && len(e.Address) == 0 {
			return fmt.Errorf("elsewhere %q: it needs a name, the words it is known by, and a telephone number or an address", e.ID)
		}
		for _, word := range e.Known {
			if word != strings.ToLower(word) || strings.TrimSpace(word) == "" {
				return fmt.Errorf("elsewhere %q: the word %q is not in small letters", e.ID, word)
			}
		}
	}
	return nil
}
