package intake

import (
	"strconv"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
)

// ledgerKinds is how each part of the account is drawn.
var ledgerKinds = map[Place]look.DayKind{
	Outside: look.DayPlain, Start: look.DayStart, Counts: look.DayCounted, AckDue: look.DayFirstDue,
	Due: look.DayDue, Weekend: look.DayWeekend, Holiday: look.DayHoliday,
}

// why opens the account of the dates beside the form (F4).
func (v *View) why() {
	if v.m.Page() != Asking {
		return
	}
	w, ok := v.m.Why()
	if !ok {
		v.frame.Toast("There are no complaint dates to explain here.", nil)
		return
	}
	var rows []fyne.CanvasObject
	for _, sum := range w.Sums {
		rows = append(rows, look.Line(8, look.NewIco(look.IconCalendar, look.Accent, 18), look.Stretch(1, look.NewSentence(look.Words(sum)))))
	}
	rows = append(rows, look.NewLedger(ledger(w.Weeks)), look.Hint(w.Foot))
	v.frame.Drawer(w.Question, look.Scroll(look.Column(12, rows...)), keys.NewBlocking(), nil)
}

func ledger(weeks []Week) []look.Week {
	drawn := make([]look.Week, len(weeks))
	for i, w := range weeks {
		drawn[i].Month = w.Month
		for d, day := range w.Days {
			drawn[i].Days[d] = look.Day{
				Date: strconv.Itoa(day.Date.Day()), Words: day.Words, Kind: ledgerKinds[day.Part], Today: day.Today,
			}
		}
	}
	return drawn
}
