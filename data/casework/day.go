package casework

import (
	"fmt"

	"casebook/data/calendar"
)

// past refuses a day that is missing, after today or before a first day. Where
// no day would do, the computer's clock is wrong and it says so.
func past(on, first calendar.Date, m Moment) error {
	switch {
	case first.After(m.Today):
		return &Refusal{Code: "clock", Field: "on", Reason: fmt.Sprintf(
			"This computer's clock says that today is %s, and the register has %s for what came before this. Set the clock right, then do it again",
			m.Today.Long(), first.Long())}
	case on.IsZero():
		return &Refusal{Code: "no-day", Field: "on", Reason: "Enter the day, such as today or 27 3 2026"}
	case on.After(m.Today):
		return &Refusal{Code: "future", Field: "on", Reason: "Enter the day. It cannot be after today, " + m.Today.Long()}
	case on.Before(first):
		return &Refusal{Code: "too-early", Field: "on", Reason: "Enter the day. It cannot be before " + first.Long()}
	}
	return nil
}
