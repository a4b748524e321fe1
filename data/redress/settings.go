package redress

// Check refuses settings that no sum could be worked out by, with the field to
// mend.
func (s Settings) Check() error {
	for _, check := range []func() error{s.checkRates, s.checkLives, s.checkConditions, s.checkLimits} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

func (s Settings) checkRates() error {
	switch {
	case s.Missed < 0 || s.Missed > Most:
		return refuse("no-sum", "missed", "ruling 19", "Enter what a missed appointment pays, or leave it empty for the page's own sum")
	case s.Missed > 0 && blank(s.MissedWhy):
		return refuse("no-reason", "missed_why", "ruling 19", "Say why a missed appointment pays %s and not what the page says", s.Missed)
	case s.Floor < none || s.Floor > whole:
		return refuse("table", "floor", "ruling 22", "Enter the least that an item is worth, from 0%% to 100%% of a new one")
	}
	return nil
}

func (s Settings) checkLives() error {
	seen := map[string]bool{}
	for _, l := range s.Lives {
		switch {
		case blank(l.Title):
			return refuse("no-title", "lives", "ruling 22", "Say what lasts that long")
		case blank(l.ID) || seen[l.ID]:
			return refuse("twice", "lives", "ruling 22", "%s: every row of the table of lives needs an id of its own", l.Title)
		case l.Months < 1 || l.Months > longestLife || l.Least < 0 || l.Least > l.Months:
			return refuse("no-life", "lives", "ruling 22", "%s: enter how long it usually lasts, from 1 month to %s, the shortest no more than the longest", l.Title, span(longestLife))
		case blank(l.Source):
			return refuse("no-source", "lives", "ruling 22", "%s: say where that comes from", l.Title)
		}
		seen[l.ID] = true
	}
	return nil
}

func (s Settings) checkConditions() error {
	seen := map[string]bool{}
	for _, c := range s.Conditions {
		switch {
		case blank(c.Title):
			return refuse("no-title", "conditions", "ruling 22", "Name the condition")
		case blank(c.ID) || seen[c.ID]:
			return refuse("twice", "conditions", "ruling 22", "%s: every condition needs an id of its own", c.Title)
		case c.Percent < none || c.Percent > whole:
			return refuse("table", "conditions", "ruling 22", "%s: enter what is left of the worth, from 0%% to 100%%", c.Title)
		case blank(c.Source):
			return refuse("no-source", "conditions", "ruling 22", "%s: say where that comes from", c.Title)
		}
		seen[c.ID] = true
	}
	return nil
}

func (s Settings) checkLimits() error {
	seen := map[string]bool{}
	for _, l := range s.Limits {
		if blank(l.Role) || seen[l.Role] {
			return refuse("twice", "limits", "ruling 21", "Every limit needs a role of its own")
		}
		if l.Most < 0 || l.Most > Most {
			return refuse("no-sum", "limits", "ruling 21", "Enter the largest offer that the %s may decide alone, from £0", l.Role)
		}
		seen[l.Role] = true
	}
	return nil
}
