package policy

import (
	"fmt"
	"strconv"
	"strings"

	"casebook/data/calendar"
)

// Pence is a sum of money in whole pence.
type Pence int64

// String writes the sum as "£1,000.00".
func (p Pence) String() string {
	sign := ""
	if p < 0 {
		sign, p = "-", -p
	}
	pounds := strconv.FormatInt(int64(p/100), 10)
	for i := len(pounds) - 3; i > 0; i -= 3 {
		pounds = pounds[:i] + "," + pounds[i:]
	}
	return fmt.Sprintf("%s£%s.%02d", sign, pounds, p%100)
}

// Band is a level of severity of inconvenience with the sums that belong to it.
// It is a judgement, never worked out from a sum, and covers inconvenience
// alone (ruling 18).
type Band struct {
	ID         string `toml:"id"`
	Title      string `toml:"title"`
	Text       string `toml:"text"`
	Least      Pence  `toml:"least"`
	Most       Pence  `toml:"most"`        // 0 where there is no upper end
	LegalRoute bool   `toml:"legal-route"` // whether a legal or insurance route suits better has to be considered
	Source     Source `toml:"source"`
}

// Holds reports whether a sum lies in the band, both ends included.
func (b Band) Holds(sum Pence) bool {
	return sum >= b.Least && (b.Most == 0 || sum <= b.Most)
}

// Band returns the band with this id.
func (p *Policy) Band(id string) (Band, bool) {
	return find(p.Bands, func(b Band) bool { return b.ID == id })
}

// InferBand guesses the band of an old sum that was recorded without one: the
// lower end belongs to the band and the upper to the next (ruling 18). A sum
// below every band has none.
func (p *Policy) InferBand(sum Pence) (Band, bool) {
	return find(p.Bands, func(b Band) bool { return sum >= b.Least && (b.Most == 0 || sum < b.Most) })
}

// Minute is a time of day in minutes after midnight.
type Minute int

// UnmarshalText reads "08:00".
func (m *Minute) UnmarshalText(text []byte) error {
	hours, minutes, ok := strings.Cut(string(text), ":")
	h, errH := strconv.Atoi(hours)
	n, errN := strconv.Atoi(minutes)
	if !ok || errH != nil || errN != nil || h < 0 || h > 23 || n < 0 || n > 59 {
		return fmt.Errorf("%q is not a time of day: write it as 08:00", text)
	}
	*m = Minute(h*60 + n)
	return nil
}

// MarshalText writes the time as UnmarshalText reads it.
func (m Minute) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// String writes the time as "08:00".
func (m Minute) String() string { return fmt.Sprintf("%02d:%02d", m/60, m%60) }

// MissedAppointment is what a missed appointment is and what it pays.
type MissedAppointment struct {
	Payment     Pence  `toml:"payment"`   // the office's rate, a setting (ruling 19)
	Automatic   bool   `toml:"automatic"` // true where the page promises it rather than may consider it
	MorningBy   Minute `toml:"morning-by"`
	AfternoonBy Minute `toml:"afternoon-by"` // told at or before this minute of the day is in time
	AllDayBy    Minute `toml:"all-day-by"`   // for an appointment of no part of the day
	LateOver    int    `toml:"late-over"`    // minutes; lateness up to and including these is not missed; 0 where lateness alone is no matter
	Contractors bool   `toml:"contractors"`  // visits by our contractors count too
	Text        string `toml:"text"`
	Note        string `toml:"note"`    // how the page is read where it is silent
	Warning     string `toml:"warning"` // stands beside every use of the rate
	Source      Source `toml:"source"`
}

// Missed reports whether an appointment that nobody kept counts as missed, given
// when on that day the resident was told; told is false where they were not.
func (m MissedAppointment) Missed(afternoon, told bool, at Minute) bool {
	by := m.MorningBy
	if afternoon {
		by = m.AfternoonBy
	}
	return !told || at > by
}

// TooLate reports whether arriving this many minutes late, unannounced, counts
// as missed.
func (m MissedAppointment) TooLate(minutes int) bool {
	return m.LateOver > 0 && minutes > m.LateOver
}

// Tariff is a fixed sum that the Ombudsman's guidance names. It does not bind
// the office but has to be taken into account (Code 7.4).
type Tariff struct {
	ID     string        `toml:"id"`
	Title  string        `toml:"title"`
	Sum    Pence         `toml:"sum"`
	Per    string        `toml:"per"`  // "day", "week", "appointment"
	Days   int           `toml:"days"` // the days of one, where Per is longer than a day
	Note   string        `toml:"note"` // how it is read where the guidance is silent
	From   calendar.Date `toml:"from"`
	Source Source        `toml:"source"`
}

// Payment is a fixed sum that a promise pays.
type Payment struct {
	Sum    Pence  `toml:"sum"`
	Per    string `toml:"per"`    // "letter", "visit", "period"
	Period int    `toml:"period"` // calendar days of one whole period, where Per is "period"
	Source Source `toml:"source"`
}

// RightToRepair is the statutory scheme: what qualifies, how long each repair
// may take, and what is paid when the second contractor is late too.
type RightToRepair struct {
	CostLimit   Pence     `toml:"cost-limit"` // the dearest repair that qualifies
	First       Pence     `toml:"first"`      // once the second period has passed
	Daily       Pence     `toml:"daily"`      // for every further calendar day
	Most        Pence     `toml:"most"`       // for one repair
	FinishDay   bool      `toml:"finish-day"` // the day the work is finished counts as a further day (setting)
	WinterFrom  string    `toml:"winter-from"`
	WinterUntil string    `toml:"winter-until"` // month-day, both ends included
	Repairs     []Repair  `toml:"repair"`
	Readings    []Reading `toml:"reading"` // what could not be checked, for every screen that shows a sum
	Source      Source    `toml:"source"`
}

// Repair is one row of the schedule.
type Repair struct {
	ID     string `toml:"id"`
	Title  string `toml:"title"`
	Days   int    `toml:"days"`   // working days
	Season string `toml:"season"` // "winter" or "summer" for heating, otherwise ""
	Source Source `toml:"source"`
}

// Reading is how a rule is read whose text could not be checked.
type Reading struct {
	ID     string `toml:"id"`
	Text   string `toml:"text"`
	Source Source `toml:"source"`
}

// HeatingLoss is the defect of either heating row: which of the two applies is
// the season of the day on which each period starts (ruling 20).
const HeatingLoss = "heating"

// Row is the row of the schedule for a defect whose period starts on a day, and
// false where the law has no such defect. Of the heating rows it is the one of
// the season.
func (r RightToRepair) Row(defect string, starts calendar.Date) (Repair, bool) {
	season := "summer"
	if r.Winter(starts) {
		season = "winter"
	}
	row, ok := find(r.Repairs, func(row Repair) bool {
		return row.ID == defect || defect == HeatingLoss && row.Season != ""
	})
	if !ok || row.Season == "" || row.Season == season {
		return row, ok
	}
	return find(r.Repairs, func(row Repair) bool { return row.Season == season })
}

// Winter reports whether a heating repair whose period starts on d has the
// winter time.
func (r RightToRepair) Winter(d calendar.Date) bool {
	day := fmt.Sprintf("%02d-%02d", d.Month(), d.Day())
	return day >= r.WinterFrom || day <= r.WinterUntil
}
