package casework

import (
	"casebook/data/calendar"
)

// AskOthers asks another team or a contractor for what the answer waits for.
// The complaint's own clock goes on: there is no pause (ruling 9).
type AskOthers struct {
	Whom, What string
	Due        calendar.Date
}

// Name is the act's name in history.
func (a AskOthers) Name() ActName { return ActAskOthers }

func (a AskOthers) summary(Case, Moment) string {
	return "Asked " + a.Whom + ", answer wanted by " + a.Due.Letter()
}

func (a AskOthers) decide(c *Case, m Moment) error {
	if err := open(c); err != nil {
		return err
	}
	switch {
	case blank(a.Whom):
		return &Refusal{Code: "no-whom", Field: "whom", Reason: "Enter the team or contractor you ask"}
	case blank(a.What):
		return &Refusal{Code: "no-question", Field: "what", Reason: "Write what you ask them"}
	case a.Due.IsZero() || a.Due.Before(m.Today):
		return &Refusal{Code: "no-due", Field: "due", Reason: "Enter the day by which you need the answer, today or later"}
	}
	c.Requests = append(c.Requests, Request{
		ID:   nextID(c.Requests, func(r Request) int { return r.ID }),
		Whom: a.Whom, What: a.What, Asked: m.Today, Due: a.Due, By: m.By.ID,
	})
	return nil
}

// Remind records that those who were asked were reminded.
type Remind struct {
	Request int
	On      calendar.Date
}

// Name is the act's name in history.
func (a Remind) Name() ActName { return ActRemind }

func (a Remind) happened() calendar.Date { return a.On }

func (a Remind) summary(c Case, _ Moment) string {
	if r := c.request(a.Request); r != nil {
		return r.Whom + " reminded"
	}
	return "Reminded"
}

func (a Remind) decide(c *Case, m Moment) error {
	r, err := waiting(c, a.Request)
	if err != nil {
		return err
	}
	if err := past(a.On, r.Asked, m); err != nil {
		return err
	}
	r.Reminded = append(r.Reminded, a.On)
	return nil
}

// GotAnswer records what those who were asked answered, and when.
type GotAnswer struct {
	Request int
	On      calendar.Date
	Answer  string
}

// Name is the act's name in history.
func (a GotAnswer) Name() ActName { return ActGotAnswer }

func (a GotAnswer) happened() calendar.Date { return a.On }

func (a GotAnswer) summary(c Case, _ Moment) string {
	if r := c.request(a.Request); r != nil {
		return r.Whom + " answered"
	}
	return "Answer received"
}

func (a GotAnswer) decide(c *Case, m Moment) error {
	r, err := waiting(c, a.Request)
	if err != nil {
		return err
	}
	if err := past(a.On, r.Asked, m); err != nil {
		return err
	}
	if blank(a.Answer) {
		return &Refusal{Code: "no-answer", Field: "answer", Reason: "Write what they answered"}
	}
	r.Answered, r.Answer = a.On, a.Answer
	return nil
}

// waiting is a question that has no answer yet, or a refusal.
func waiting(c *Case, id int) (*Request, error) {
	r := c.request(id)
	switch {
	case r == nil:
		return nil, refuse("no-request", "", "There is no question %d to another team", id)
	case !r.Answered.IsZero():
		return nil, refuse("answered-request", "", "%s answered on %s. Ask again if you need more", r.Whom, r.Answered.Letter())
	}
	return r, nil
}

func (c *Case) request(id int) *Request {
	for i := range c.Requests {
		if c.Requests[i].ID == id {
			return &c.Requests[i]
		}
	}
	return nil
}
