package demo

import (
	"casebook/data/calendar"
	"casebook/data/casework"
)

// taken takes a closed case to the Housing Ombudsman and plans what it asks for
// and decides. How far it has come goes by today.
func (l *life) taken(findings []casework.OmbudsmanFinding, orders func(on calendar.Date) []casework.Order) error {
	on, err := l.step(15 + l.rng.IntN(20))
	if err != nil {
		return err
	}
	if err := l.do(on, l.manager, casework.Refer{Body: "housing", On: on, Theirs: "DEMO" + l.job()[7:], What: "How long the repair took and how we answered."}); err != nil {
		return err
	}
	wanted := l.Holidays.Add(on, 12)
	l.plan(wanted, l.manager, casework.AskedForEvidence{Referral: 1, What: "The whole file, with the job history", Asked: wanted, Due: l.Holidays.Add(wanted, 15)})
	sent := l.Holidays.Add(wanted, 9)
	l.plan(sent, l.manager, casework.SendEvidence{Referral: 1, Ask: 1, On: sent})
	if len(findings) == 0 {
		return nil
	}
	l.then(l.Holidays.Add(sent, 60+l.rng.IntN(20)), func(on calendar.Date) error { return l.decided(on, findings, orders(on)) })
	return nil
}

// decided records the determination and carries its orders out, each with its
// proof.
func (l *life) decided(on calendar.Date, findings []casework.OmbudsmanFinding, orders []casework.Order) error {
	if err := l.act(on, l.manager, casework.Determine{Referral: 1, On: on, Findings: findings, Orders: orders}); err != nil {
		return err
	}
	for i, o := range orders {
		l.then(l.Holidays.Add(o.Due, -2-l.rng.IntN(4)), func(on calendar.Date) error { return l.comply(on, i+1) })
	}
	if findings[0].Finding == casework.Severe {
		report := l.Holidays.Add(on, 40)
		l.plan(report, l.manager, casework.ReportProgress{Referral: 1, On: report, Text: "The resident has had the apology and the money. Every open damp case of the block has been looked at again; two are left."})
	}
	return nil
}

func (l *life) comply(on calendar.Date, order int) error {
	comply := casework.Comply{Referral: 1, Order: order, On: on, Proof: "Letter of " + on.Letter() + ", with a copy to the Ombudsman."}
	if order == 2 {
		pdf := sheet("DEMONSTRATION", "Proof of payment", "Case "+string(l.c.Reference), "Nobody named here exists.")
		if err := l.evidence(on, l.manager, casework.AddEvidence{File: "proof of payment.pdf", From: "Accounts", Note: "The payment that was ordered.", Received: on}, pdf); err != nil {
			return err
		}
		comply.Proof, comply.Evidence = "", l.c.Evidence[len(l.c.Evidence)-1].ID
	}
	return l.act(on, l.manager, comply)
}

// asksOmbudsman is a case that the Housing Ombudsman has not decided yet.
func (l *life) asksOmbudsman() error { return l.taken(nil, nil) }

// determined is a case with several findings and orders.
func (l *life) determined() error {
	return l.taken([]casework.OmbudsmanFinding{
		{Matter: "The repair", Finding: casework.ServiceFailure}, {Matter: "How the complaint was handled", Finding: casework.NoMaladmin},
	}, func(on calendar.Date) []casework.Order {
		return []casework.Order{
			{Text: "Apologise in writing for the delay", Due: l.Holidays.Add(on, 20)},
			{Text: "Pay £150.00 for the time and trouble", Sum: 15000, Due: l.Holidays.Add(on, 20)},
			{Text: "Look at how missed visits are recorded", Recommended: true, Due: l.Holidays.Add(on, 60)},
		}
	})
}

// severe is a case with severe maladministration, on which progress is
// reported (Code 9.7).
func (l *life) severe() error {
	return l.taken([]casework.OmbudsmanFinding{
		{Matter: "The damp in the bedroom", Finding: casework.Severe}, {Matter: "The record of the visits", Finding: casework.Maladmin},
	}, func(on calendar.Date) []casework.Order {
		return []casework.Order{
			{Text: "Have the chief executive apologise to the resident", Due: l.Holidays.Add(on, 20)},
			{Text: "Pay £900.00", Sum: 90000, Due: l.Holidays.Add(on, 20)},
			{Text: "Look again at every open damp case of the block", Due: l.Holidays.Add(on, 60)},
		}
	})
}
