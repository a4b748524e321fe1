package demo

import (
	"fmt"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// speaker lets somebody else speak for the resident: with authority that runs,
// or one that lapses before the answer (Code 3.6).
func speaker(k *contact, r *casework.Record, until calendar.Date) {
	how := pick(k.maker, []string{"a signed form", "said by the resident at the counter", "an e-mail from the resident"})
	relation := pick(k.maker, []string{"daughter", "son", "neighbour", "support worker", "councillor"})
	r.Representative = casework.Representative{
		Name: k.invented(), Relation: relation, Telephone: fmt.Sprintf("07700 900%03d", k.rng.IntN(1000)),
		Lines: []string{fmt.Sprintf("%d Tannery Row", 100+k.rng.IntN(80)), "Derby"}, Postcode: "DE24 7BZ",
		Authority: how, Given: r.Received, Until: until, WriteToRep: true,
	}
	r.Channel, r.Contact.Reply = casework.ThirdParty, casework.ReplyLetter
	if relation == "councillor" {
		r.Channel, r.Representative.Scope = casework.Councillor, "To be told how the complaint stands"
	}
}

// invented is a name of nobody.
func (m *maker) invented() string { return pick(m, firstNames) + " " + pick(m, lastNames) }

func spokenFor(k *contact, r *casework.Record) { speaker(k, r, r.Received.AddMonths(6)) }
func lapses(k *contact, r *casework.Record)    { speaker(k, r, k.Holidays.Add(k.recorded, 7)) }

// unsure is somebody who says that they speak for the resident and shows
// nothing for it yet: the form is sent first.
func unsure(k *contact, r *casework.Record) {
	speaker(k, r, calendar.Date{})
	r.Representative.Authority, r.Representative.Given, r.Representative.Scope, r.Representative.WriteToRep = "", calendar.Date{}, "", false
}

// consent sends the form and records the authority when it comes back.
func (l *life) consent() (over bool, err error) {
	if err := l.send(l.day, l.handler(), casework.ConsentForm); err != nil {
		return false, err
	}
	l.then(l.Holidays.Add(l.day, 3), func(on calendar.Date) error {
		return l.act(on, l.counter(), casework.Authority{Given: on, How: "a signed form, handed in", Until: on.AddMonths(6)})
	})
	return false, nil
}

// grouped is a group of residents who complain together (Code 1.2).
func grouped(k *contact, r *casework.Record) {
	seen := map[string]bool{k.row.Given.Tenancy: true}
	for range 2 + k.rng.IntN(3) {
		row := pick(k.maker, k.Homes)
		if seen[row.Given.Tenancy] || row.Given.Name == k.row.Given.Name {
			continue
		}
		seen[row.Given.Tenancy] = true
		r.Group = append(r.Group, casework.Member{Person: row.Given, Lines: row.Home.Lines, Postcode: row.Home.Postcode})
	}
}

// visitor is somebody who lives nowhere near the block (Building Safety Act
// 2022, s.93).
func visitor(k *contact, r *casework.Record) {
	r.Resident = casework.Person{Name: k.invented(), Telephones: []string{fmt.Sprintf("07700 900%03d", k.rng.IntN(1000))}}
	r.Home = casework.Home{Lines: []string{"Lamplighter House", "Derby"}, Postcode: "DE23 9HA", Block: "Lamplighter House", Storeys: 11, HighRise: true,
		Tenure: casework.OtherTenure, Landlord: r.Home.Landlord, Area: r.Home.Area}
	r.Contact = casework.Contact{Reply: casework.ReplyLetter}
}

// leaves is a resident who moves while the case is open: it stays about the
// old home.
func (l *life) leaves() error {
	on, err := l.step(1 + l.rng.IntN(3))
	if err != nil {
		return err
	}
	home := l.c.Home
	home.Reference, home.Block, home.Storeys, home.HighRise = "", "", 2, false
	home.Lines, home.Postcode = []string{fmt.Sprintf("%d Skylark Avenue", 120+l.rng.IntN(60)), "Derby"}, "DE23 9UZ"
	return l.do(on, l.counter(), casework.Moved{On: on, Home: home})
}

// marries is a resident who changes their name.
func (l *life) marries() error {
	on, err := l.step(1)
	if err != nil {
		return err
	}
	return l.do(on, l.counter(), casework.Renamed{On: on, NewName: l.invented()})
}

// dies is a resident who dies while the case is open. The executor speaks for
// the estate once that is shown.
func (l *life) dies() error {
	on, err := l.step(2)
	if err != nil {
		return err
	}
	died := on.AddDays(-2)
	if died.Before(l.c.Received) {
		died = l.c.Received
	}
	executor := casework.Person{Name: l.invented(), Telephones: []string{"07700 900100"}}
	if err := l.do(on, l.counter(), casework.Died{On: died, Executor: executor, Relation: "executor"}); err != nil {
		return err
	}
	rep := l.c.Representative
	rep.Lines, rep.Postcode = []string{"3 Coopers Yard", "Derby"}, "DE24 7YZ"
	if err := l.do(on, l.counter(), casework.ChangeContact{Resident: l.c.Resident, Home: l.c.Home, Representative: rep, Contact: casework.Contact{Reply: casework.ReplyLetter}}); err != nil {
		return err
	}
	return l.do(on, l.counter(), casework.Authority{Given: on, How: "the will, shown at the counter"})
}
