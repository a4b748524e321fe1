package casework

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
)

// Maladministrations lists what an ombudsman may find, in the order of the
// constants.
func Maladministrations() []Maladministration {
	return []Maladministration{Severe, Maladmin, ServiceFailure, NoMaladmin, PutRight, OutsideScheme, FaultFound, NoFault}
}

// Determine records an ombudsman's decision: a finding on each matter, and what
// was ordered or recommended with the day for each. What is ordered outlives
// the closing of the case.
type Determine struct {
	Referral int
	On       calendar.Date
	Findings []OmbudsmanFinding
	Orders   []Order
}

// Name is the act's name in history.
func (a Determine) Name() ActName { return ActDetermine }

func (a Determine) happened() calendar.Date { return a.On }

func (a Determine) summary(c Case, m Moment) string {
	var found []string
	for _, f := range a.Findings {
		if !slices.Contains(found, string(f.Finding)) {
			found = append(found, string(f.Finding))
		}
	}
	return fmt.Sprintf("The %s decided: %s", bodyName(c, c.Referral(a.Referral).Body, m), strings.Join(found, ", "))
}

func (a Determine) decide(c *Case, m Moment) error {
	r, err := theReferral(c, a.Referral)
	if err != nil {
		return err
	}
	if !r.Determined.IsZero() {
		return refuse("determined", "", "The decision of %s is recorded. Record a review of it as a new referral", r.Determined.Letter())
	}
	if err := past(a.On, r.On, m); err != nil {
		return err
	}
	if err := a.check(); err != nil {
		return err
	}
	r.Determined, r.Findings, r.Orders = a.On, nil, nil
	for i, f := range a.Findings {
		r.Findings = append(r.Findings, OmbudsmanFinding{ID: i + 1, Matter: f.Matter, Finding: f.Finding})
	}
	for i, o := range a.Orders {
		r.Orders = append(r.Orders, Order{ID: i + 1, Text: o.Text, Recommended: o.Recommended, Sum: o.Sum, Due: o.Due})
	}
	r.settle(a.On)
	return nil
}

func (a Determine) check() error {
	if len(a.Findings) == 0 {
		return &Refusal{Code: "no-finding", Field: "findings", Reason: "Enter what was found, one line for each matter"}
	}
	for i, f := range a.Findings {
		switch {
		case strings.TrimSpace(Tidy(f.Matter)) == "":
			return &Refusal{Code: "no-matter", Field: "findings", Reason: fmt.Sprintf("Write what finding %d is about", i+1)}
		case !slices.Contains(Maladministrations(), f.Finding):
			return &Refusal{Code: "no-finding", Field: "findings", Reason: fmt.Sprintf("Choose what was found in finding %d", i+1)}
		}
	}
	for i, o := range a.Orders {
		switch {
		case strings.TrimSpace(Tidy(o.Text)) == "":
			return &Refusal{Code: "no-order", Field: "orders", Reason: fmt.Sprintf("Write what order %d tells us to do", i+1)}
		case o.Sum < 0:
			return &Refusal{Code: "no-sum", Field: "orders", Reason: fmt.Sprintf("Enter the sum of order %d as a positive amount", i+1)}
		case o.Due.IsZero() && !o.Recommended, !o.Due.IsZero() && o.Due.Before(a.On):
			return &Refusal{Code: "no-due", Field: "orders",
				Reason: fmt.Sprintf("Enter the day by which order %d has to be carried out, on or after the decision", i+1)}
		}
	}
	return nil
}

// settle closes a decided referral once nothing that binds us is left to do.
func (r *Referral) settle(on calendar.Date) {
	for _, o := range r.Orders {
		if o.Done.IsZero() && !o.Recommended {
			return
		}
	}
	r.Closed = on
}

// Severe says whether the ombudsman found severe maladministration, on which
// progress is reported (Code 9.7).
func (r Referral) Severe() bool {
	return slices.ContainsFunc(r.Findings, func(f OmbudsmanFinding) bool { return f.Finding == Severe })
}

// Comply records that an order or a recommendation was carried out, with proof
// in words or as a piece of the case's evidence.
type Comply struct {
	Referral, Order int
	On              calendar.Date
	Proof           string
	Evidence        int
}

// Name is the act's name in history.
func (a Comply) Name() ActName { return ActComply }

func (a Comply) happened() calendar.Date { return a.On }

func (a Comply) summary(c Case, m Moment) string {
	r := c.Referral(a.Referral)
	for _, o := range r.Orders {
		if o.ID == a.Order {
			return fmt.Sprintf("Done for the %s: %s", bodyName(c, r.Body, m), o.Text)
		}
	}
	return ""
}

func (a Comply) decide(c *Case, m Moment) error {
	r, err := theReferral(c, a.Referral)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(r.Orders, func(o Order) bool { return o.ID == a.Order })
	if i < 0 {
		return refuse("no-order", "", "There is no order %d", a.Order)
	}
	o := &r.Orders[i]
	if !o.Done.IsZero() {
		return refuse("done", "", "This order was carried out on %s", o.Done.Letter())
	}
	if err := past(a.On, r.Determined, m); err != nil {
		return err
	}
	has := slices.ContainsFunc(c.Evidence, func(e Evidence) bool { return e.ID == a.Evidence })
	switch {
	case a.Evidence != 0 && !has:
		return &Refusal{Code: "no-evidence", Field: "evidence", Reason: fmt.Sprintf("There is no evidence %d on this case", a.Evidence)}
	case a.Evidence == 0 && strings.TrimSpace(Tidy(a.Proof)) == "":
		return &Refusal{Code: "no-proof", Field: "proof", Reason: "Write what proves that it was done, or choose the evidence"}
	}
	o.Done, o.Proof, o.Evidence = a.On, a.Proof, a.Evidence
	r.settle(a.On)
	return nil
}

// ReportProgress records how far severe maladministration has been put right,
// for the report that is published on it (Code 9.7(c)).
type ReportProgress struct {
	Referral int
	On       calendar.Date
	Text     string
}

// Name is the act's name in history.
func (a ReportProgress) Name() ActName { return ActProgress }

func (a ReportProgress) happened() calendar.Date { return a.On }

func (a ReportProgress) summary(Case, Moment) string {
	return "Progress on severe maladministration reported"
}

func (a ReportProgress) decide(c *Case, m Moment) error {
	r, err := theReferral(c, a.Referral)
	if err != nil {
		return err
	}
	switch {
	case !r.Severe():
		return refuse("not-severe", "Code 9.7", "Progress is reported on severe maladministration. This decision did not find it")
	case strings.TrimSpace(Tidy(a.Text)) == "":
		return &Refusal{Code: "no-words", Field: "text", Reason: "Write what has been put right and what is left"}
	}
	if err := past(a.On, r.Determined, m); err != nil {
		return err
	}
	id := 1
	for _, n := range r.Progress {
		id = max(id, n.ID+1)
	}
	r.Progress = append(r.Progress, ProgressNote{ID: id, On: a.On, Text: a.Text, By: m.By.ID})
	return nil
}
