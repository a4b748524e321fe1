package demo

import (
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
)

// oneCase records one contact and lives its life up to today.
func (m *maker) oneCase(i int, received calendar.Date) error {
	s := m.story(received)
	row := m.resident()
	recorded := received
	if !m.Holidays.IsWorking(received) || m.chance(6) {
		if next, come := m.later(received, 1); come {
			recorded = next // told on a Saturday or to a plumber, recorded on Monday
		}
	}
	by := pick(m, m.desk)
	c, err := m.keep.Record(recorded, by, m.record(s, row, received, by))
	if err != nil {
		return err
	}
	if c.Kind != casework.Complaint {
		return m.closeRequest(c)
	}
	life := life{maker: m, story: s, real: i >= m.Cases-m.LastReal, c: c, day: recorded}
	return life.run()
}

// closeRequest closes a service request once it is dealt with.
func (m *maker) closeRequest(c casework.Case) error {
	on, come := m.later(c.Recorded, 2+m.rng.IntN(18))
	if !come {
		return nil
	}
	_, err := m.keep.Do(on, pick(m, m.answer), c.ID, casework.Close{On: on})
	return err
}

// story draws a story that is told at this time of the year.
func (m *maker) story(d calendar.Date) story {
	total := 0
	for _, s := range stories {
		if s.toldIn(d) {
			total += s.weight
		}
	}
	n := m.rng.IntN(total)
	for _, s := range stories {
		if s.toldIn(d) {
			if n -= s.weight; n < 0 {
				return s
			}
		}
	}
	return stories[0]
}

// resident draws somebody: one in eight has complained before.
func (m *maker) resident() casework.HousingRow {
	if len(m.repeat) > 0 && m.chance(12) {
		return pick(m, m.repeat)
	}
	row := pick(m, m.Homes)
	if m.chance(20) {
		m.repeat = append(m.repeat, row)
	}
	return row
}

var channels = []casework.Channel{
	casework.Counter, casework.Counter, casework.Counter, casework.Telephone, casework.Telephone, casework.Telephone,
	casework.ByEmail, casework.ByEmail, casework.WebForm, casework.WebForm, casework.ByLetter, casework.SocialMedia,
	casework.Councillor, casework.Survey,
}

var replies = []casework.Reply{casework.RingThenLetter, casework.ReplyLetter, casework.ReplyLetter, casework.ReplyEmail, casework.ReplyCollect}

func (m *maker) record(s story, row casework.HousingRow, received calendar.Date, by casework.Officer) casework.Record {
	r := casework.Record{
		Office: by.Office, Received: received, Channel: pick(m, channels), Resident: row.Given, Home: row.Home,
		Answer: casework.Complain, Story: s.told, Wanted: s.wanted, Subject: s.subject, Points: s.points,
		Contact: casework.Contact{Reply: pick(m, replies)},
	}
	if r.Contact.Reply == casework.ReplyEmail && row.Given.Email == "" {
		r.Contact.Reply = casework.ReplyLetter
	}
	if m.chance(9) {
		r.Contact.Adjustments = []casework.Adjustment{{Kind: pick(m, casework.AdjustmentKinds())}}
	}
	if m.chance(6) {
		r.Contact.DoNot = "Not before 10 am"
	}
	switch {
	case s.service && m.chance(45):
		r.Answer = casework.ServiceOnly
	case m.chance(8):
		r.Answer = casework.NotToday
	}
	if r.Answer == casework.Complain && m.chance(92) {
		r.Handler = pick(m, m.answer).ID
	}
	return r
}

// life is one complaint between its recording and today.
type life struct {
	*maker
	story story
	real  bool
	c     casework.Case
	day   calendar.Date // the day of the last act
}

// run lives both stages, as far as they have come.
func (l *life) run() error {
	if l.c.Current().Handler == 0 {
		if l.c.Received.AddDays(3).After(l.Today) {
			return nil // still unassigned, as a few of the newest are
		}
		if err := l.do(l.day, l.manager, casework.Assign{To: pick(l.maker, l.answer).ID}); err != nil {
			return err
		}
	}
	if done, err := l.stage(); err != nil || !done {
		return err
	}
	if l.chance(11) {
		return l.secondStage()
	}
	return l.close()
}

func (l *life) secondStage() error {
	asked, come := l.later(l.day, 3+l.rng.IntN(25))
	if !come {
		return nil
	}
	if _, err := casework.PolicyOf(l.c, 2, asked, l.Policies); err != nil {
		return l.close() // the earlier policy had an appeal in rare circumstances, and no stage 2
	}
	handler := l.manager.ID
	for _, o := range l.answer {
		if o.ID != l.c.Current().Handler && l.chance(50) {
			handler = o.ID
		}
	}
	l.day = asked
	if err := l.do(asked, l.manager, casework.AskStage2{On: asked, Handler: handler}); err != nil {
		return err
	}
	if done, err := l.stage(); err != nil || !done {
		return err
	}
	return l.close()
}

func (l *life) close() error {
	on, come := l.later(l.day, 5+l.rng.IntN(20))
	if !come {
		return nil
	}
	for _, p := range l.c.Promises {
		if kept := l.Holidays.Add(p.Due, l.rng.IntN(4)-2); !kept.After(l.Today) && !kept.Before(p.Made) && (p.Due.AddDays(recent).Before(l.Today) || l.chance(70)) {
			if err := l.do(kept, l.manager, casework.KeepPromise{Promise: p.ID, On: kept}); err != nil {
				return err
			}
		}
	}
	return l.do(on, l.manager, casework.Close{On: on})
}

// recent is how long ago a promise may have fallen due and still be broken.
const recent = 45

// stage acknowledges, sometimes extends, and answers; done says that today has
// not come in between.
func (l *life) stage() (done bool, err error) {
	s := l.c.Current()
	wait := l.waiting(s.AcknowledgeBy, s.Asked, 4, 7)
	acknowledged, come := l.later(s.Asked, wait)
	if acknowledged.Before(l.day) {
		acknowledged = l.day
	}
	if !come {
		return false, nil
	}
	if err := l.send(acknowledged, l.handler(), casework.Acknowledgement); err != nil {
		return false, err
	}
	s = l.c.Current()
	if s.Latest.Act != "" && l.chance(14) {
		told := l.Holidays.Add(s.RespondBy.Due, -l.rng.IntN(3))
		if told.After(l.Today) || told.Before(acknowledged) {
			return false, nil
		}
		extend := casework.Extend{Days: 2 + l.rng.IntN(8), Reason: "We are waiting for the survey of the wall.", Told: told, How: casework.Posted}
		if err := l.do(told, l.handler(), extend); err != nil {
			return false, err
		}
		s = l.c.Current()
	}
	due := s.Due()
	from := acknowledged
	if n := len(s.Extensions); n > 0 {
		from = s.Extensions[n-1].Told
	}
	answered := l.Holidays.Add(due.Due, -l.rng.IntN(4))
	if l.chance(12) {
		answered = l.Holidays.Add(due.Due, 1+l.rng.IntN(9)) // late
	}
	if answered.Before(from) {
		answered = from
	}
	if answered.After(l.Today) {
		return false, nil
	}
	return true, l.respond(answered)
}

// waiting draws after how many working days something is done: mostly in time,
// some of a hundred late.
func (l *life) waiting(d policy.Deadline, from calendar.Date, late, most int) int {
	days := l.Holidays.Between(from, d.Due)
	if l.chance(late) {
		return days + 1 + l.rng.IntN(most)
	}
	return l.rng.IntN(days + 1)
}

// respond answers every point and sends the response.
func (l *life) respond(on calendar.Date) error {
	by := l.handler()
	s := l.c.Current()
	if err := l.do(on, by, casework.LogCall{On: on, Reached: l.chance(70), Note: "Rang before the response goes."}); err != nil {
		return err
	}
	upheld := false
	for i, p := range l.c.StagePoints(s) {
		finding := casework.Upheld
		if i > 0 && l.chance(35) || i == 0 && l.chance(30) || s.Number == 2 && l.chance(30) {
			finding = casework.NotUpheld
		}
		upheld = upheld || finding == casework.Upheld
		reasons := l.story.reasons[(p.ID-1)%len(l.story.reasons)]
		if err := l.do(on, by, casework.AnswerPoint{Point: p.ID, Finding: finding, Reasons: reasons}); err != nil {
			return err
		}
	}
	if upheld {
		if err := l.remedy(on, by); err != nil {
			return err
		}
	}
	return l.send(on, by, casework.Response)
}

// remedy puts an upheld complaint right: an act, often a promise with a date,
// sometimes money.
func (l *life) remedy(on calendar.Date, by casework.Officer) error {
	kinds := []string{l.story.remedy, "apology"}
	for _, kind := range kinds {
		p, err := casework.PolicyOf(l.c, l.c.StageNumber(), on, l.Policies)
		if err != nil {
			return err
		}
		if !hasRemedy(p, kind) {
			continue
		}
		text := l.story.does
		if kind == "apology" {
			text = "We are sorry that this happened and for the trouble it caused."
		}
		if err := l.do(on, by, casework.AddRemedy{Kind: kind, Text: text}); err != nil {
			return err
		}
	}
	if l.chance(55) {
		due := l.Holidays.Add(on, 5+l.rng.IntN(25))
		if err := l.do(on, by, casework.MakePromise{Text: "Check with you that all is well", Owner: "Repairs", Due: due}); err != nil {
			return err
		}
	}
	if l.chance(38) {
		sum := redress.Pence(1000 * (5 + l.rng.IntN(30)))
		return l.do(on, by, casework.OfferRedress{Head: redress.Inconvenience, Reason: "delay", Working: "For the time and trouble this took.", Sum: sum})
	}
	return nil
}

func hasRemedy(p *policy.Policy, kind string) bool {
	for _, r := range p.Remedies {
		if r.ID == kind {
			return true
		}
	}
	return false
}

// send makes and dispatches a letter on one day: a real one for the last
// cases, else recorded as sent elsewhere.
func (l *life) send(on calendar.Date, by casework.Officer, kind casework.LetterKind) error {
	to, how := l.c.Resident.Name, casework.Posted
	if l.c.Contact.Reply == casework.ReplyEmail {
		to, how = l.c.Resident.Email, casework.Emailed
	}
	if !l.real || l.c.StageNumber() > 1 {
		return l.do(on, by, casework.SentElsewhere{Kind: kind, On: on, How: how, To: to})
	}
	c, err := l.keep.Letter(on, by, l.c, kind)
	if err != nil {
		return err
	}
	l.c = c
	return l.do(on, by, casework.DispatchLetter{Kind: kind, Letter: c.Letters[len(c.Letters)-1].ID, On: on, How: how, To: to})
}

// do keeps one act and remembers the case as it became.
func (l *life) do(on calendar.Date, by casework.Officer, act casework.Act) error {
	c, err := l.keep.Do(on, by, l.c.ID, act)
	if err != nil {
		return err
	}
	l.c = c
	if on.After(l.day) {
		l.day = on
	}
	return nil
}

// handler is the officer who has the current stage.
func (l *life) handler() casework.Officer {
	id := l.c.Current().Handler
	for _, o := range l.Officers {
		if o.ID == id {
			return o
		}
	}
	return l.manager
}
