package demo

import (
	"casebook/data/calendar"
	"casebook/data/casework"
)

// earlier is a record that is no complaint, whose resident may come back.
type earlier struct {
	c     casework.Case
	story story
	row   casework.HousingRow
}

// request records that nothing but a service is asked for (ruling 12).
func (k contact) request() error {
	k.story, k.row = k.storyWhere(func(s story) bool { return s.request != "" && s.toldIn(k.received) }), k.resident()
	r := k.record()
	r.Answer, r.Grievance, r.Story, r.Wanted, r.Points = casework.ServiceOnly, casework.NoGrievance, k.story.request, "", nil
	c, err := k.keep.Record(k.recorded, k.by, r)
	if err != nil {
		return err
	}
	l := &life{contact: k, c: c, day: k.recorded}
	done := k.Holidays.Add(k.recorded, 2+k.rng.IntN(12))
	if err := l.do(k.recorded, k.by, casework.AskOthers{Whom: "Repairs", What: k.story.request, Due: done}); err != nil {
		return err
	}
	if err := l.send(k.recorded, k.by, casework.ServiceLetter); err != nil {
		return err
	}
	l.plan(done, k.by, casework.GotAnswer{Request: 1, On: done, Answer: "Done, and the resident has signed for it."})
	if k.chance(60) {
		if err := l.do(l.day, k.by, casework.SetHousingRef{Reference: k.job()}); err != nil {
			return err
		}
	}
	return l.dealtWith(k.Holidays.Between(k.recorded, done), 6, 22)
}

// decline records somebody who is dissatisfied and would not complain today:
// the offer is counted, and its slip goes with them (ruling 12).
func (k contact) decline() error {
	k.story, k.row = k.maker.story(k.received), k.resident()
	r := k.record()
	r.Answer, r.Channel = casework.NotToday, casework.Counter
	c, err := k.keep.Record(k.recorded, k.by, r)
	if err != nil {
		return err
	}
	l := &life{contact: k, c: c, day: k.recorded}
	if l.real {
		if err := l.hand(k.recorded, k.by, casework.ComplainSlip); err != nil {
			return err
		}
	}
	return l.dealtWith(5, 15, 30)
}

// report records what somebody says who gives no name. It is no complaint; a
// hazard in it is acted on all the same (ruling 13).
func (k contact) report() error {
	k.row = pick(k.maker, k.Homes)
	k.story = story{subject: "estate-services", told: pick(k.maker, unsigned)}
	r := k.record()
	r.Answer, r.Grievance, r.Anonymous, r.Resident, r.Contact = "", casework.NoGrievance, true, casework.Person{}, casework.Contact{}
	r.Channel = pick(k.maker, []casework.Channel{casework.Telephone, casework.ByLetter, casework.WebForm})
	c, err := k.keep.Record(k.recorded, k.by, r)
	if err != nil {
		return err
	}
	l := &life{contact: k, c: c, day: k.recorded}
	l.watchHazards()
	l.plan(k.Holidays.Add(l.day, 1), l.manager, casework.AddNote{Text: "The caretaker has been asked to look. There is nobody to write to."})
	return l.dealtWith(4, 8, 0)
}

// unsigned is what is written or said without a name.
var unsigned = []string{
	"Somebody keeps motorbikes and cans of petrol under the stairs of the block. I am not saying who I am.",
	"The lights in the car park behind the flats have been out all week.",
	"There is a smell of gas on the stairs by the bin store. I will not give my name.",
	"A skip has stood in front of the garages for a month and people fill it at night.",
}

// dealtWith closes a record that is no complaint, some working days on. So many
// of a hundred come back later to complain.
func (l *life) dealtWith(least, more, back int) error {
	on, come := l.later(l.day, least+l.rng.IntN(more))
	if !come {
		l.finish()
		return l.fault
	}
	if err := l.do(on, pick(l.maker, l.answer), casework.Close{On: on}); err != nil {
		return err
	}
	if l.chance(back) {
		l.maker.gone = append(l.maker.gone, earlier{l.c, l.story, l.row})
	}
	l.finish()
	return l.fault
}

// comesBack is an earlier request or declined offer whose resident complains
// now.
func (m *maker) comesBack(received calendar.Date) (earlier, bool) {
	for i, old := range m.gone {
		if old.c.Closed.Before(received) && m.chance(35) {
			m.gone = append(m.gone[:i:i], m.gone[i+1:]...)
			return old, true
		}
	}
	return earlier{}, false
}

// complainAfter records the complaint that an earlier record became: both are
// joined, and each keeps its own clock (Code 1.5).
func (k contact) complainAfter(old earlier) error {
	k.story, k.row = old.story, old.row
	r := k.record()
	r.Before = "I told you about this on " + old.c.Received.Letter() + "."
	r.Handler = pick(k.maker, k.answer).ID
	c, err := k.keep.RecordFrom(k.recorded, k.by, r, old.c, casework.CameFrom)
	if err != nil {
		return err
	}
	return k.live(c)
}
