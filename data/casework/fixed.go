package casework

import (
	"slices"

	"casebook/data/calendar"
)

// RecordFixed puts a fixed payment in the register: a failing that the pages
// give a price to, outside any complaint. Happened is the day of the failing,
// which the tariff goes by (ruling 1); a day that is not known is the day of
// receipt.
type RecordFixed struct {
	Record
	Promise string // the policy's id: one of FixedPromises
}

// FixedPromises lists the promises that a fixed payment may be under, by the
// policy's ids.
func FixedPromises() []string {
	return []string{missedPromise, letterPromise, doorPromise, repairPromise}
}

// Name is the act's name in history.
func (a RecordFixed) Name() ActName { return ActRecordFixed }

// Kind is what the contact is.
func (a RecordFixed) Kind() Kind { return FixedSum }

// WithCommon is the fixed payment with other parts of what every contact has.
func (a RecordFixed) WithCommon(r Record) Recording {
	a.Record = r
	return a
}

func (a RecordFixed) summary(_ Case, m Moment) string {
	title := "Fixed payment"
	if p, ok := m.Policies.Promise(a.Promise); ok {
		title = p.Title
	}
	return title + ": asked for " + channelWords[a.Channel]
}

func (a RecordFixed) decide(c *Case, m Moment) error {
	if err := a.check(*c, m); err != nil {
		return err
	}
	if err := a.checkNoComplaint("fixed payment"); err != nil {
		return err
	}
	if err := a.checkPromise(m); err != nil {
		return err
	}
	return a.begin(c, FixedSum, m, func() error {
		c.Handler, c.Promised = a.Handler, a.Promise
		return nil
	})
}

// checkPromise wants a promise that stood on the day of the failing. The current
// page has a payment for missed appointments of its own, which goes on when the
// earlier page's ends.
func (a RecordFixed) checkPromise(m Moment) error {
	if !slices.Contains(FixedPromises(), a.Promise) {
		return &Refusal{Code: "no-promise", Field: "promise", Source: "ruling 1", Reason: "Choose what the payment is for"}
	}
	failed := a.failing()
	if a.Promise == missedPromise && m.Policies.InForceOn(failed).MissedAppointment != nil {
		return nil
	}
	return inForce(m, a.Promise, failed)
}

// failing is the day that the tariff goes by.
func (a RecordFixed) failing() calendar.Date {
	if !a.Happened.Date.IsZero() {
		return a.Happened.Date
	}
	return a.Received
}
