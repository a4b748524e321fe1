package casefile

import (
	"fmt"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// ombudsmanLines are what is before an ombudsman, and then the ways to one, from
// when and why (ruling 17; Code 3.7). count is of the referrals.
func ombudsmanLines(c casework.Case, m casework.Moment) (lines []Row, count int) {
	for _, r := range c.Referrals {
		lines = append(lines, referralLines(c, r, m)...)
	}
	if m.Policies == nil || c.Kind == "" {
		return lines, len(c.Referrals)
	}
	for _, r := range casework.Routes(c, m.Today, m.Policies, m.Holidays) {
		line := Row{Name: r.Body.Name, Second: r.Why, Mark: "Open now", Tone: casework.Fine, Leads: Errand{Act: casework.ActRefer}}
		switch {
		case r.Open:
		case r.From.IsZero():
			line.Mark, line.Tone = "Not yet", casework.Ended
		default:
			line.Mark, line.Tone = "From "+r.From.Short(), casework.Ended
		}
		lines = append(lines, line)
	}
	for _, was := range before(c, m) {
		lines = append(lines, Row{Name: was.Title, Second: sentenceOf("Ended "+was.Ended.Letter(), was.Text), Mark: "History", Tone: casework.Ended})
	}
	return lines, len(c.Referrals)
}

// referralLines are one case before one body: itself, its findings, and what it
// asked for and ordered.
func referralLines(c casework.Case, r casework.Referral, m casework.Moment) []Row {
	head := Row{Name: bodyName(c, r.Body, m), Mark: "Being looked at", Tone: casework.Soon, Leads: Errand{Act: casework.ActEvidenceAsked, Item: r.ID}}
	theirs := ""
	if r.Theirs != "" {
		theirs = "Their reference " + r.Theirs
	}
	head.Second = sentenceOf("Since "+r.On.Short(), theirs, r.What)
	switch {
	case !r.Closed.IsZero():
		head.Mark, head.Tone, head.Leads = "Over "+r.Closed.Short(), casework.Ended, Errand{}
	case !r.Determined.IsZero():
		head.Mark, head.Tone, head.Leads = "Decided "+r.Determined.Short(), casework.Ended, Errand{Act: casework.ActProgress, Item: r.ID}
	}
	lines := []Row{head}
	for _, a := range r.Asks {
		line := Row{Name: "Evidence: " + a.What, Second: "Asked for " + a.Asked.Short() + ", due " + a.Due.Short()}
		line.Mark, line.Tone = casework.TimeLeft(a.Due, m.Today, m.Holidays)
		line.Leads = Errand{Act: casework.ActEvidenceSent, Item: r.ID, Part: a.ID}
		if !a.Sent.IsZero() {
			line.Mark, line.Tone, line.Leads = "Sent "+a.Sent.Short(), casework.Ended, Errand{}
		}
		lines = append(lines, line)
	}
	for _, f := range r.Findings {
		lines = append(lines, Row{Name: capital(string(f.Finding)), Second: f.Matter, Mark: "Finding", Tone: found(f.Finding)})
	}
	for _, o := range r.Orders {
		lines = append(lines, orderLine(r.ID, o, m))
	}
	for _, p := range r.Progress {
		lines = append(lines, Row{Name: "Progress, " + p.On.Short(), Second: p.Text})
	}
	return lines
}

func orderLine(referral int, o casework.Order, m casework.Moment) Row {
	kind := "Order"
	if o.Recommended {
		kind = "Recommended"
	}
	sum := ""
	if o.Sum > 0 {
		sum = "To pay " + o.Sum.String()
	}
	line := Row{Name: kind + ": " + o.Text, Second: sentenceOf("Due "+o.Due.Short(), sum), Leads: Errand{Act: casework.ActComply, Item: referral, Part: o.ID}}
	line.Mark, line.Tone = casework.TimeLeft(o.Due, m.Today, m.Holidays)
	if o.Recommended {
		line.Tone = casework.Fine // it binds nobody
	}
	if !o.Done.IsZero() {
		line.Mark, line.Tone, line.Leads = "Done "+o.Done.Short(), casework.Ended, Errand{}
		line.Second = sentenceOf(line.Second, "Proof: "+o.Proof)
	}
	return line
}

// found is how a finding is shown: severe maladministration needs reports on
// putting it right (Code 9.7).
func found(f casework.Maladministration) casework.Tone {
	switch f {
	case casework.Severe:
		return casework.Late
	case casework.Maladmin, casework.ServiceFailure, casework.FaultFound:
		return casework.Soon
	}
	return casework.Ended
}

func bodyName(c casework.Case, id string, m casework.Moment) string {
	if p, err := casework.PolicyOf(c, 1, c.Received, m.Policies); err == nil {
		if o, ok := p.Ombudsman(id); ok {
			return o.Name
		}
	}
	if o, ok := m.Policies.InForceOn(m.Today).Ombudsman(id); ok {
		return o.Name
	}
	return id
}

// retired is what once stood before the Housing Ombudsman.
type retired struct {
	Title, Text string
	Ended       calendar.Date
}

// before is what stood between a resident and the Housing Ombudsman when an older
// case was received, and has ended since (ruling 2).
func before(c casework.Case, m casework.Moment) []retired {
	var all []retired
	if m.Policies == nil || c.Received.IsZero() || c.Kind != casework.Complaint {
		return nil
	}
	for _, r := range casework.Routes(c, c.Received, m.Policies, m.Holidays) {
		for _, was := range r.History {
			if !m.Today.Before(was.Ended) {
				all = append(all, retired{was.Title, was.Text, was.Ended})
			}
		}
	}
	return all
}

// beforeBody says how a case stands before each body that has it now.
func beforeBody(c casework.Case, m casework.Moment) []string {
	var all []string
	for _, r := range c.Referrals {
		if !r.Closed.IsZero() {
			continue
		}
		owed := 0
		for _, a := range r.Asks {
			if a.Sent.IsZero() {
				owed++
			}
		}
		for _, o := range r.Orders {
			if o.Done.IsZero() && !o.Recommended {
				owed++
			}
		}
		state := "since " + r.On.Letter()
		if !r.Determined.IsZero() {
			state = "decided " + r.Determined.Letter()
		}
		switch owed {
		case 0:
			all = append(all, fmt.Sprintf("%s, %s", bodyName(c, r.Body, m), state))
		case 1:
			all = append(all, fmt.Sprintf("%s, %s; it waits for 1 thing from us", bodyName(c, r.Body, m), state))
		default:
			all = append(all, fmt.Sprintf("%s, %s; it waits for %d things from us", bodyName(c, r.Body, m), state, owed))
		}
	}
	return all
}
