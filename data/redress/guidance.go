package redress

import "casebook/data/policy"

// Compared is what the Ombudsman's guidance names for the same event as a line.
// It binds nobody and has to be taken into account (Code 7.4).
type Compared struct {
	Tariff  policy.Tariff
	Sum     Pence
	Working string // "2 appointments × £15.00 = £30.00"
}

// Guidance works out what the guidance names for the event of a line, false
// where it names nothing.
func Guidance(l Line, r Rules) (Compared, bool) {
	return Compared{}, false
}
