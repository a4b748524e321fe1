package policy

// dissatisfaction are the words by which people show that they are not
// satisfied.
type dissatisfaction struct {
	Words  []string `toml:"words"`
	NotIn  []string `toml:"not-in"`
	Source Source   `toml:"source"`

	words finder
}

// Dissatisfied looks for a word that shows dissatisfaction, so that the choice
// to complain is offered (ruling 12; Code 1.3). It decides nothing: only the
// resident does.
func (s *Set) Dissatisfied(text string) (word string, yes bool) {
	return s.hazards.Unhappy.words.find(text)
}

// Found is a kind of hazard and the words that speak of it.
type Found struct {
	Hazard Hazard
	Word   string
}

// HazardsIn looks for every kind of hazard that a text speaks of, the most
// urgent first. A word too many starts a clock that an officer can end with a
// reason; a word missed is a home in danger.
func (s *Set) HazardsIn(text string) []Found {
	var all []Found
	words := spoken(text)
	for _, h := range s.hazards.Hazards {
		if word, ok := h.in(words); ok {
			all = append(all, Found{h, word})
		}
	}
	return all
}

// HazardIn is the most urgent kind of hazard that a text speaks of, with the
// word that does.
func (s *Set) HazardIn(text string) (h Hazard, word string, ok bool) {
	if all := s.HazardsIn(text); len(all) > 0 {
		return all[0].Hazard, all[0].Word, true
	}
	return Hazard{}, "", false
}

// in looks for the hazard's own words, then for those that speak of it
// together only.
func (h Hazard) in(words []string) (string, bool) {
	if word, ok := h.words.in(words); ok {
		return word, true
	}
	for _, p := range h.Pairs {
		if first, ok := p.words.in(words); ok {
			if second, ok := p.with.in(words); ok {
				return first + ", " + second, true
			}
		}
	}
	return "", false
}
