package redress

import (
	"casebook/data/redress"
)

// needed are the fields that a kind of line cannot be worked out without, with
// what to do about an empty one. The rule itself names one at a time; an officer
// who tries is told of all of them.
var needed = map[redress.Kind]map[string]string{
	redress.Damaged: {"replacement": "Enter what a new one costs", "life": "Choose what it is, or how long it usually lasts",
		"condition": "Choose the condition it was in"},
	redress.Spent:    {"sum": "Enter the sum, such as £75 or £294.00"},
	redress.Rated:    {"unit": "Choose what is counted", "each": "Enter what each one costs"},
	redress.Powered:  {"watts": "Enter the watts, as on its label", "hours": "Enter how many hours a day it ran", "price": "Enter what one kilowatt-hour costs"},
	redress.Judged:   {"sum": "Enter the sum, within the band", "impact": "Describe what it was like for the resident"},
	redress.DoorOut:  {"from": "Enter the first day it did not work"},
	redress.Repaired: {"defect": "Choose what was wrong", "cost": "Enter about what the repair would cost", "reported": "Enter the day it was reported"},
	redress.Ordered:  {"referral": "Choose the referral in which it was ordered", "order": "Choose the order that this pays", "sum": "Enter the sum that was ordered"},
}

// missing are the fields of a draft that are empty and may not be.
func (m *Model) missing(d Draft) map[string]string {
	wrong := map[string]string{}
	if d.Kind == redress.Ordered && len(m.Case.Referrals) == 0 {
		return map[string]string{"": "Record the ombudsman's decision on the case file first"}
	}
	for name, words := range needed[d.Kind] {
		if d.Said[name] == "" {
			wrong[name] = words
		}
	}
	switch d.Kind {
	case redress.Spent, redress.Rated, redress.Judged:
		if len(m.Reasons(d.Kind)) > 0 && d.Said["reason"] == "" {
			wrong["reason"] = "Choose what it is for"
		}
	}
	for i, v := range d.Visits {
		need(wrong, v, "visit", i, map[string]string{"on": "Enter the day of the appointment", "slot": "Choose morning, afternoon or all day"})
	}
	for i, l := range d.Letters {
		need(wrong, l, "letter", i, map[string]string{"received": "Enter the day the letter was received"})
	}
	return wrong
}

func need(wrong map[string]string, row Said, name string, place int, fields map[string]string) {
	for field, words := range fields {
		if row[field] == "" {
			wrong[rowField(name, place, field)] = words
		}
	}
}
