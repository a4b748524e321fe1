package redress

import (
	"fmt"
	"strconv"

	"casebook/data/casework"
)

// Evidence is what the case keeps that a proof can point to.
func (m *Model) Evidence() []Choice {
	var all []Choice
	for _, e := range m.Case.Evidence {
		words := e.Name
		if !e.Received.IsZero() {
			words += ", " + e.Received.Short()
		}
		all = append(all, Choice{fmt.Sprint(e.ID), words})
	}
	return all
}

func (m *Model) referral(id string) (casework.Referral, bool) {
	n, _ := strconv.Atoi(id)
	for _, r := range m.Case.Referrals {
		if r.ID == n {
			return r, true
		}
	}
	return casework.Referral{}, false
}

func (m *Model) bodyOf(referral string) string {
	r, _ := m.referral(referral)
	return r.Body
}

// Orders are what was ordered in a referral; a recommendation binds nobody and
// is no award.
func (m *Model) Orders(referral string) []Choice {
	r, _ := m.referral(referral)
	var all []Choice
	for _, o := range r.Orders {
		if !o.Recommended {
			all = append(all, Choice{fmt.Sprint(o.ID), o.Text})
		}
	}
	return all
}

func (m *Model) order(referral, order string) (casework.Order, bool) {
	r, _ := m.referral(referral)
	n, _ := strconv.Atoi(order)
	for _, o := range r.Orders {
		if o.ID == n {
			return o, true
		}
	}
	return casework.Order{}, false
}
