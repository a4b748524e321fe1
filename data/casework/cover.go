package casework

import (
	"fmt"

	"casebook/data/calendar"
)

// CoverFor has an officer look after the current stage, or a record without
// stages, while its handler is away. What falls due meanwhile is shown to both, and who covered had a part
// in the stage (Code 6.13, ruling 14).
type CoverFor struct {
	Officer     int64
	From, Until calendar.Date
}

// Name is the act's name in history.
func (a CoverFor) Name() ActName { return ActCover }

func (a CoverFor) summary(c Case, m Moment) string {
	who := "A colleague"
	if o, ok := m.Officer(a.Officer); ok {
		who = o.Name
	}
	if c.Current() == nil {
		return fmt.Sprintf("%s looks after it from %s to %s", who, a.From.Letter(), a.Until.Letter())
	}
	return fmt.Sprintf("%s looks after stage %d from %s to %s", who, c.StageNumber(), a.From.Letter(), a.Until.Letter())
}

func (a CoverFor) decide(c *Case, m Moment) error {
	s, err := held(c)
	if err != nil {
		return err
	}
	handler, covers := c.post()
	switch {
	case *handler == 0:
		return refuse("no-handler", "", "Nobody has this. Give it to an officer; there is nobody to cover for")
	case a.Officer == *handler:
		return &Refusal{Code: "handler", Field: "officer", Reason: "This officer handles the case. Choose who looks after it meanwhile"}
	case a.From.IsZero():
		return &Refusal{Code: "no-from", Field: "from", Reason: "Enter the first day of the absence"}
	case a.Until.IsZero():
		return &Refusal{Code: "no-until", Field: "until", Reason: "Enter the last day of the absence"}
	case a.Until.Before(a.From):
		return &Refusal{Code: "too-early", Field: "until", Reason: "Enter the last day of the absence. It cannot be before " + a.From.Long()}
	case a.Until.Before(m.Today):
		return &Refusal{Code: "over", Field: "until", Reason: "That absence is over. Enter a last day from today on"}
	}
	if err := mayHandle(c, s, a.Officer, "officer", m); err != nil {
		return err
	}
	if err := relieve(covers, a, m); err != nil {
		return err
	}
	*covers = append(*covers, Cover{
		ID:      nextID(*covers, func(v Cover) int { return v.ID }),
		Officer: a.Officer, From: a.From, Until: a.Until,
	})
	return nil
}

// held is the stage that somebody has, or none for a record without stages: while
// it goes on, and after its answer and its closing as long as anything of it is
// owed. Promises, payments, orders and hazards outlive both, and an officer who
// leaves must not take them along.
func held(c *Case) (*Stage, error) {
	s, err := c.Current(), goesOn(c)
	if s != nil {
		_, err = answering(c)
	}
	if err != nil && len(Duties(*c)) == 0 {
		return nil, err
	}
	return s, nil
}

// post is who has a case and who looks after it meanwhile: its stage, or a
// record without stages.
func (c *Case) post() (handler *int64, covers *[]Cover) {
	if s := c.Current(); s != nil {
		return &s.Handler, &s.Covers
	}
	return &c.Handler, &c.Covers
}

// mayHandle refuses an officer who may not have a stage: who has left, may not
// see the case, has a conflict of interest, or had a part in the stage before
// (Code 5.8, 6.13).
func mayHandle(c *Case, s *Stage, officer int64, field string, m Moment) error {
	o, ok := m.Officer(officer)
	switch {
	case !ok || o.Left:
		return &Refusal{Code: "no-officer", Field: field, Reason: "Choose an officer who still works here"}
	case May(o, ActAnswer, *c) != nil && May(o, ActMakeAck, *c) != nil:
		return &Refusal{Code: "not-theirs", Field: field, Reason: fmt.Sprintf("%s may not see or handle this case", o.Name)}
	case c.Conflicted(officer):
		return &Refusal{Code: "conflict", Field: field, Source: "Code 5.8",
			Reason: fmt.Sprintf("%s has declared a conflict of interest. Choose somebody else", o.Name)}
	}
	return fresh(c, s, officer)
}

// relieve makes the new cover the only one from here on: an absence has one
// officer who looks after it, so that nobody thinks that the other does. While
// somebody covers already, the next is named when they end or to take over now.
func relieve(covers *[]Cover, a CoverFor, m Moment) error {
	for _, v := range *covers {
		if a.From.After(m.Today) && v.runs(m.Today) {
			who := "Somebody"
			if o, ok := m.Officer(v.Officer); ok {
				who = o.Name
			}
			return &Refusal{Code: "covered", Field: "from", Reason: fmt.Sprintf(
				"%s looks after this case until %s. Choose the next officer then, or have them take over today", who, v.Until.Letter())}
		}
	}
	endCovers(covers, 0, m.Today)
	return nil
}

// runs says whether somebody looks after a stage on a day.
func (v Cover) runs(on calendar.Date) bool { return !v.From.After(on) && !v.Until.Before(on) }

// endCovers ends an officer's covers of a stage, or everybody's for 0: one that
// has begun ends today, since that officer had a part in the stage; one that
// has not begun is taken away. It says whether a cover was running.
func endCovers(covers *[]Cover, officer int64, today calendar.Date) (running bool) {
	var kept []Cover
	for _, v := range *covers {
		if officer == 0 || v.Officer == officer {
			if v.From.After(today) {
				continue
			}
			if v.runs(today) {
				v.Until, running = today, true
			}
		}
		kept = append(kept, v)
	}
	*covers = kept
	return running
}
