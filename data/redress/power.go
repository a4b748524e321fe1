package redress

import (
	"fmt"
	"strings"
)

// The most that an appliance can be: what goes beyond is a slip of the finger,
// and keeps the sum far from the edge of the integer.
const (
	mostWatts = 100_000
	mostHours = 24
	mostDays  = 36_600
	mostPrice = 100_000 // hundredths of a penny
)

// utilities is the head of loss for electricity that a failing used up.
const utilities = "utilities"

// powered is the electricity of an appliance that had to run because of us. The
// watts, hours, days and price are multiplied out whole and divided once.
func powered(in Input, r Rules) (Line, error) {
	line, err := loss(headOr(in.Reason, utilities, r), r)
	if err != nil {
		return Line{}, err
	}
	p, when := in.Power, period{in.Power.From, in.Power.Until}
	days, err := when.days(p.Days, r.Today, "days")
	if err != nil {
		return Line{}, err
	}
	for _, part := range []struct {
		field, what string
		n, most     int
	}{
		{"watts", "watts", p.Watts, mostWatts}, {"hours", "hours a day", p.Hours, mostHours},
		{"days", "days", days, mostDays}, {"price", "hundredths of a penny a unit", p.Price, mostPrice},
	} {
		if part.n < 1 || part.n > part.most {
			return Line{}, refuse("no-"+part.field, part.field, "", "Enter the %s, from 1 to %d", part.what, part.most)
		}
	}
	wattHours := int64(p.Watts) * int64(p.Hours) * int64(days)
	total, exact := halfUp(wattHours*int64(p.Price), 1000*100)
	line.Sum = total
	line.Working = fmt.Sprintf("%d watts × %s a day × %s = %s kWh. %s kWh × %sp = %s%s.%s", p.Watts, many(p.Hours, "hour"), many(days, "day"),
		decimal(wattHours, 3), decimal(wattHours, 3), decimal(int64(p.Price), 2), total, rounded(exact), when.words())
	return line, nil
}

// decimal writes a whole number of parts with so many places as a decimal,
// without the noughts at its end.
func decimal(n int64, places int) string {
	text := fmt.Sprintf("%0*d", places+1, n)
	whole, part := text[:len(text)-places], strings.TrimRight(text[len(text)-places:], "0")
	if part == "" {
		return whole
	}
	return whole + "." + part
}
