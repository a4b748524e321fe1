package intake

import (
	"fmt"
	"strconv"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// What is what a contact can be at the counter: a complaint or a request, or one
// of the promises that the pages make besides complaints (rulings 1 and 11).
type What struct {
	Kind  casework.Kind // "" is a complaint or a request
	Words string
}

// Whats lists them in the order of the screen.
func Whats() []What {
	return []What{{"", "Complaint or request"}, {casework.PetitionKind, "Petition"}, {casework.ClaimKind, "Insurance claim"}, {casework.FixedSum, "Fixed payment"}}
}

// What is what the contact on screen is.
func (m *Model) What() What {
	for _, w := range Whats() {
		if w.Kind == m.form.Kind {
			return w
		}
	}
	return Whats()[0]
}

// SetWhat makes the contact another one. What was typed stays.
func (m *Model) SetWhat(kind casework.Kind) {
	m.form.Kind = kind
	m.touched()
}

// Promised reports that the contact has no complaint's choice and no stages.
func (m *Model) Promised() bool { return m.form.Kind.Promised() }

// Injury reports that somebody was hurt. SetInjury says so.
func (m *Model) Injury() bool        { return m.form.Injury }
func (m *Model) SetInjury(hurt bool) { m.form.Injury = hurt; m.touched() }

// Payments are the promises that a fixed payment may be under.
func (m *Model) Payments() []policy.Promise {
	var all []policy.Promise
	if m.world.Policies == nil {
		return nil
	}
	for _, id := range casework.FixedPromises() {
		if p, ok := m.world.Policies.Promise(id); ok {
			all = append(all, p)
		}
	}
	return all
}

// Payment is the title of the promise chosen; "" while none is.
func (m *Model) Payment() string {
	for _, p := range m.Payments() {
		if p.ID == m.form.Promise {
			return p.Title
		}
	}
	return ""
}

// SetPayment chooses a promise by its title.
func (m *Model) SetPayment(title string) {
	for _, p := range m.Payments() {
		if p.Title == title {
			m.form.Promise = p.ID
		}
	}
	m.touched()
}

// WhoHead, StoryHead and AboutHead name the parts of the form that say
// something else where it is no complaint.
func (m *Model) WhoHead() string {
	if m.form.Kind == casework.PetitionKind {
		return "Lead petitioner"
	}
	return "Who"
}

func (m *Model) StoryHead() string {
	if m.form.Kind == casework.PetitionKind {
		return "What it asks for"
	}
	return "What happened"
}

func (m *Model) AboutHead() string {
	if m.Promised() {
		return "Subject"
	}
	return "What would put it right"
}

// HappenedWords ask for the day that the contact is about: of a failing that was
// over at once, when it was.
func (m *Model) HappenedWords() string {
	if m.Promised() {
		return "When did it happen?"
	}
	return "Since when?"
}

// recording is the act of the kind that is chosen.
func (m *Model) recording(r casework.Record) casework.Recording {
	switch m.form.Kind {
	case casework.PetitionKind:
		signed, _ := strconv.Atoi(m.form.line(Signatures))
		return casework.RecordPetition{Record: r, Signatures: signed}
	case casework.ClaimKind:
		return casework.RecordClaim{Record: r, Injury: m.form.Injury, Against: m.form.line(Against)}
	case casework.FixedSum:
		return casework.RecordFixed{Record: r, Promise: m.form.Promise}
	}
	return r
}

// onlyPromised takes from a record what only a complaint has.
func (f form) onlyPromised(r casework.Record, by casework.Officer) casework.Record {
	r.Answer, r.Grievance, r.Anonymous, r.Wanted, r.Before = "", "", false, "", ""
	r.Handler = f.Handler
	if f.Kind == casework.PetitionKind {
		r.Happened = casework.Day{}
	}
	return r
}

// checkPromised says what is wrong with the fields of these kinds alone.
func (m *Model) checkPromised(wrong map[string]string) {
	switch m.form.Kind {
	case casework.PetitionKind:
		if n, err := strconv.Atoi(m.form.line(Signatures)); err != nil || n < 1 {
			wrong[Signatures] = "Enter how many people signed the petition, such as 48"
		}
	case casework.FixedSum:
		if m.form.Promise == "" {
			wrong[Promise] = "Choose what the payment is for"
		}
	}
}

// promiseID is the promise that the contact is under; "" while it is not known.
func (m *Model) promiseID() string {
	return map[casework.Kind]string{casework.PetitionKind: "petition", casework.ClaimKind: "insurance", casework.FixedSum: m.form.Promise}[m.form.Kind]
}

// promisedClocks are the dates that the promise gives, counted from receipt.
func (m *Model) promisedClocks() []policy.Deadline {
	if m.world.Policies == nil || m.form.Received.IsZero() || m.form.Received.After(m.deps.Today()) {
		return nil
	}
	p, ok := m.world.Policies.Promise(m.promiseID())
	if !ok || !p.InForceOn(m.form.Received) {
		return nil
	}
	return m.world.Policies.PromiseDeadlines(p.ID, m.form.Received, m.holidays())
}

// promisedNext is "What happens next" of these kinds.
func (m *Model) promisedNext() []Coming {
	var lines []Coming
	today := m.deps.Today()
	for _, d := range m.promisedClocks() {
		lines = append(lines, Coming{Date: dated(d.Due), Words: fmt.Sprintf("%s, %d %s", d.Act.Title(), d.Working.Days, d.Working.Unit), Late: d.Due.Before(today)})
	}
	if p, ok := m.world.Policies.Promise(m.promiseID()); ok && !m.form.Received.IsZero() && !p.InForceOn(m.form.Received) && m.form.Kind != casework.FixedSum {
		return []Coming{{Words: fmt.Sprintf("The office does not stand by the promise “%s” on %s. Record a service request or, if the resident wishes, a complaint.", p.Title, m.form.Received.Letter())}}
	}
	switch m.form.Kind {
	case casework.PetitionKind:
		lines = append(lines, Coming{Words: "Then it goes to the Operational Board, and the lead petitioner is told the outcome. The page gives no time for either."})
	case casework.ClaimKind:
		lines = append(lines, Coming{Words: "The insurer decides who is liable. That is no finding on any complaint."})
	case casework.FixedSum:
		words := "The sum goes by the day of the failing. It is worked out on the case, under Redress (Alt+R)."
		if p, ok := m.world.Policies.Promise(m.form.Promise); !ok || p.Repair != nil {
			words = strings.TrimSuffix(words, ".") + "; Right to Repair needs the repair's days first."
		}
		lines = append(lines, Coming{Words: words})
	}
	return append(lines, Coming{Words: "The resident may complain about the same at any time. The two are then linked."})
}

// promisedWhy explains the dates of these kinds.
func (m *Model) promisedWhy() (Why, bool) {
	sums := m.promisedClocks()
	if len(sums) == 0 {
		return Why{}, false
	}
	last := sums[0]
	w := Why{Question: "Why these dates?"}
	days := map[calendar.Date]Day{m.form.Received: {Words: "Day 0", Part: Start}}
	for _, d := range sums {
		w.Sums = append(w.Sums, account("to "+lower(d.Act.Title()), d))
		if d.Due.After(last.Due) {
			last = d
		}
	}
	count(days, last.Working)
	for _, d := range sums {
		if d.Due != last.Due {
			mark(days, d, AckDue, "Due")
		}
	}
	mark(days, last, Due, "Due")
	w.Foot = fmt.Sprintf("The day after is day 1. Counted by the promise as the office stands by it (%s).", last.Policy)
	w.Weeks = calendarOf(days, m.form.Received, last.Due, m.deps.Today())
	return w, true
}

// promisedPart is what is read back in place of the choice.
func (m *Model) promisedPart() Part {
	switch m.form.Kind {
	case casework.PetitionKind:
		return Part{"What it is", Signatures, []Line{{"It is", "A petition"}, {"Signatures", given(m.form.line(Signatures))}}}
	case casework.ClaimKind:
		injury := "No, damage"
		if m.form.Injury {
			injury = "Yes"
		}
		against := m.form.line(Against)
		if against == "" {
			against = "Ourselves"
		}
		return Part{"What it is", Against, []Line{{"It is", "An insurance claim"}, {"Somebody was hurt", injury}, {"Against", against}}}
	}
	return Part{"What it is", Promise, []Line{{"It is", "A fixed payment"}, {"For", given(m.Payment())}}}
}

// promisedWords name the kind in the middle of a sentence.
func promisedWords(k casework.Kind) string { return strings.ToLower(string(k)) }
