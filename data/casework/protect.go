package casework

import (
	"fmt"
	"slices"
)

// Protect says who may see a case: a confidential one is absent for all but
// those named on it, and those it is about never see it (ruling 26). The list
// always holds whoever works on the case and a manager who can change it, so
// that nobody is locked out unawares.
type Protect struct {
	Confidential bool
	Access       []int64 // who may see it, where it is confidential
	Barred       []int64 // who may never see it: those it is about
	HandOver     bool    // the manager who does this knows that they will not see it any more
	Why          string
}

// Name is the act's name in history.
func (a Protect) Name() ActName { return ActProtect }

func (a Protect) summary(c Case, _ Moment) string {
	text := "Open again to everybody in the office"
	if c.Confidential {
		text = "Made confidential to " + count(len(c.Access), "officer", "officers")
	}
	if n := len(c.Barred); n > 0 {
		text += fmt.Sprintf(", %s barred from it", count(n, "officer", "officers"))
	}
	return text + unheld(c)
}

func (a Protect) decide(c *Case, m Moment) error {
	if blank(a.Why) {
		return &Refusal{Code: "no-reason", Field: "why", Reason: "Write why, so that the next manager can judge whether it still holds"}
	}
	if err := a.checkBarred(m); err != nil {
		return err
	}
	if a.Confidential {
		if err := a.checkAccess(m); err != nil {
			return err
		}
	}
	for _, officer := range a.Barred {
		standDown(c, officer, m)
	}
	if err := a.checkWorkers(c, m); err != nil {
		return err
	}
	c.Confidential, c.Access, c.Barred = a.Confidential, nil, sorted(a.Barred)
	if a.Confidential {
		c.Access = sorted(a.Access)
	}
	addNote(c, Note{Text: "Who may see this case was changed. " + a.Why}, m)
	return nil
}

// checkBarred holds the list of those who may never see the case to officers
// that there are. A manager whom a case is about does not decide on it.
func (a Protect) checkBarred(m Moment) error {
	for _, id := range a.Barred {
		o, ok := m.Officer(id)
		switch {
		case !ok:
			return &Refusal{Code: "no-officer", Field: "barred", Reason: "Choose the officers whom the case is about"}
		case id == m.By.ID:
			return &Refusal{Code: "yourself", Field: "barred", Source: "Code 5.8",
				Reason: "You cannot bar yourself. Declare a conflict of interest, and ask another complaints manager to do this"}
		case a.Confidential && slices.Contains(a.Access, id):
			return &Refusal{Code: "barred-access", Field: "access", Reason: fmt.Sprintf("%s cannot both see the case and be barred from it", o.Name)}
		}
	}
	return nil
}

// checkAccess holds the list of those who may see a confidential case to
// officers who work here, with a manager among them and, unless it is handed
// over knowingly, the one who makes the list.
func (a Protect) checkAccess(m Moment) error {
	if len(a.Access) == 0 {
		return &Refusal{Code: "no-access", Field: "access", Reason: "Choose who may see the case. A case that nobody may see cannot be answered"}
	}
	manager := false
	for _, id := range a.Access {
		o, ok := m.Officer(id)
		if !ok || MayDo(o, SeeCases) != nil {
			return &Refusal{Code: "no-officer", Field: "access", Reason: "Choose officers who still work here and see cases"}
		}
		manager = manager || o.Role == Manager
	}
	switch {
	case !slices.Contains(a.Access, m.By.ID) && !a.HandOver:
		return &Refusal{Code: "locked-out", Field: "access",
			Reason: "You would not see this case any more. Add yourself, or say that you hand it over"}
	case !manager:
		return &Refusal{Code: "no-manager", Field: "access",
			Reason: "Add a complaints manager. Without one nobody could change this list again"}
	}
	return nil
}

// checkWorkers holds the list to the officers who work on the case now: its
// handler and who looks after it.
func (a Protect) checkWorkers(c *Case, m Moment) error {
	s := c.Current()
	if !a.Confidential || s != nil && !s.Responded.IsZero() {
		return nil
	}
	handler, covers := c.post()
	workers := []int64{*handler}
	for _, v := range *covers {
		if !v.Until.Before(m.Today) {
			workers = append(workers, v.Officer)
		}
	}
	for _, id := range workers {
		if id == 0 || slices.Contains(a.Access, id) || slices.Contains(a.Barred, id) {
			continue
		}
		who := "The officer who has it"
		if o, ok := m.Officer(id); ok {
			who = o.Name
		}
		return &Refusal{Code: "handler", Field: "access",
			Reason: who + " works on this case. Add them, or give it to somebody else first"}
	}
	return nil
}

// sorted is a list of officers in the order of their numbers, each once.
func sorted(ids []int64) []int64 {
	return slices.Compact(slices.Sorted(slices.Values(ids)))
}
