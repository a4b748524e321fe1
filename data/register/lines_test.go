package register

import (
	"testing"

	"casebook/data/casework"
	"casebook/data/redress"
)

// harm is a sum of inconvenience in the band it is chosen for.
func harm(sum redress.Pence) redress.Input {
	band := "service-failure"
	if sum > 10000 {
		band = "serious"
	}
	return redress.Judge("delay", band, sum, "Nine days without heating.")
}

// offered is a complaint of today, answered today with these sums.
func (o *office) offered(act casework.Record, sums ...redress.Input) casework.Case {
	o.t.Helper()
	c := o.answering(act)
	for _, in := range sums {
		o.do(c.ID, casework.OfferRedress{Input: in})
	}
	o.do(c.ID, casework.Propose{})
	return o.do(c.ID, casework.SentElsewhere{Kind: casework.Response, On: o.clock.Today(), How: casework.Posted, To: act.Resident.Name})
}

// answering is a complaint of today whose answer is ready but for the money.
func (o *office) answering(act casework.Record) casework.Case {
	o.t.Helper()
	c := o.record(act)
	o.do(c.ID, casework.SentElsewhere{Kind: casework.Acknowledgement, On: o.clock.Today(), How: casework.Posted, To: act.Resident.Name})
	for p := range c.Points {
		c = o.do(c.ID, casework.AnswerPoint{Point: p + 1, Finding: casework.Upheld, Reasons: "It took nine days."})
	}
	return c
}

// accepted is offered, and the resident said yes to all of it.
func (o *office) accepted(act casework.Record, sums ...redress.Input) casework.Case {
	o.t.Helper()
	c := o.offered(act, sums...)
	return o.do(c.ID, casework.AnswerOffer{On: o.clock.Today(), Answer: casework.AcceptedAll, Said: "By telephone"})
}

// paid is accepted, and the first sum has been paid.
func (o *office) paid(act casework.Record, sums ...redress.Input) casework.Case {
	o.t.Helper()
	c := o.accepted(act, sums...)
	return o.do(c.ID, casework.Pay{Lines: []int{1}, Sum: c.Redress[0].Sum, On: o.clock.Today(), Method: casework.BankTransfer, Reference: "BACS 117"})
}

// count is the number of rows of a table.
func (o *office) count(table string) int {
	o.t.Helper()
	var n int
	if err := o.engine.read.QueryRowContext(o.ctx, `SELECT count(*) FROM `+table).Scan(&n); err != nil {
		o.t.Fatal(err)
	}
	return n
}

func TestOnlyMoneyHasRowsBesideACase(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		rows := func(when string, lines, payments int) {
			t.Helper()
			if gotLines, gotPayments := o.count("lines"), o.count("payments"); gotLines != lines || gotPayments != payments {
				t.Errorf("%s: %d lines and %d payments, want %d and %d", when, gotLines, gotPayments, lines, payments)
			}
			o.clean(t)
		}
		o.record(o.walkIn("Ann Patel"))
		rows("without money", 0, 0)
		c := o.answering(o.walkIn("Bob Ray"))
		o.do(c.ID, casework.OfferRedress{Input: harm(7500)})
		c = o.do(c.ID, casework.OfferRedress{Input: harm(22000)})
		rows("two sums", 2, 0)
		if _, err := o.Undo(o.ctx, o.manager, c.ID, c.Version); err != nil {
			t.Fatal(err)
		}
		rows("one undone", 1, 0)
		o.do(c.ID, casework.DropRedress{Line: 1})
		rows("one taken back", 0, 0)
		paid := o.paid(o.walkIn("Cat Day"), harm(7500))
		rows("paid", 1, 1)
		o.hide(paid.ID, o.manager.ID)
		rows("made confidential", 1, 1)
		o.do(paid.ID, casework.PaidInError{Payment: 1, What: "The wrong person"})
		rows("marked as paid in error", 1, 1)
	})
}
