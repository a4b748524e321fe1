package board

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// Input is all that a report is made from: one read of the register, and what
// the office says of itself. The same input gives the same report.
type Input struct {
	Period   Period
	Facts    []casework.StageFact // everything received or answered from Period.FactsFrom to Today, and everything open
	Homes    int                  // homes owned, below the line of the per 1,000 figures; 0 means not known
	Holidays *calendar.Holidays   // for working days between two dates
	Policies *policy.Set          // for each policy's whole time from receipt; nil leaves those figures n/a
	CutOff   time.Time            // the instant at which the facts were read
	Today    calendar.Date        // the day up to which is counted; zero means the day of CutOff
	Seal     string               // the register's seal at that instant
	Landlord string
	Office   string // one office's name, or empty for all
}

// Report is what the board receives: every figure for the quarter and the year
// to date, the same figures for the quarters that it is compared with, and the
// facts behind them.
type Report struct {
	Period   Period
	Landlord string
	Office   string
	Homes    int
	CutOff   time.Time
	Today    calendar.Date // what happened later is not counted
	Seal     string

	Figures  []Figure  // the quarter's and the year to date's, in the order of the report
	Previous []Figure  // the quarter before; plain ids, without cases
	LastYear []Figure  // the same quarter a year before; plain ids, without cases
	Trend    []Quarter // eight quarters, oldest first; the last is Period

	rows   []row // what the figures were counted from, for the data sheet
	groups groups
	byID   map[string]int
}

// Quarter is one quarter of the trend.
type Quarter struct {
	Period  Period
	Figures []Figure // plain ids, without cases
}

// Figure finds a figure of the trend's quarter by its plain id.
func (q Quarter) Figure(id string) (Figure, bool) { return find(q.Figures, id) }

// Figure finds a figure by its id.
func (r Report) Figure(id string) (Figure, bool) {
	at, ok := r.byID[id]
	if !ok {
		return Figure{}, false
	}
	return r.Figures[at], true
}

// Before finds the figure of the quarter before, by its plain id.
func (r Report) Before(id string) (Figure, bool) { return find(r.Previous, id) }

// YearBefore finds the figure of the same quarter a year before, by its plain
// id.
func (r Report) YearBefore(id string) (Figure, bool) { return find(r.LastYear, id) }

// SoFar says that the quarter is not over on the day of the report.
func (r Report) SoFar() bool { return !r.Today.After(r.Period.To()) }

// YearToDate is what follows the id of a year-to-date figure.
const YearToDate = ".ytd"

// Hash is a digest of every figure of the report. The same facts counted on
// the same day give the same hash, whatever order they were read in.
func (r Report) Hash() string {
	trend := make([][]Figure, len(r.Trend))
	for i, q := range r.Trend {
		trend[i] = q.Figures
	}
	text, err := json.Marshal(struct {
		Period             Period
		Today              calendar.Date
		Homes              int
		Figures, Prev, Old []Figure
		Trend              [][]Figure
	}{r.Period, r.Today, r.Homes, r.Figures, r.Previous, r.LastYear, trend})
	if err != nil {
		panic(err) // plain values always marshal
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// MarshalJSON writes the report under the names that other programs lean on.
func (r Report) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Quarter Period        `json:"quarter"`
		From    calendar.Date `json:"from"`
		To      calendar.Date `json:"to"`
		CutOff  string        `json:"cut_off"`
		Homes   int           `json:"homes"`
		Seal    string        `json:"seal"`
		Figures []Figure      `json:"figures"`
	}{r.Period, r.Period.From(), r.Period.To(), r.CutOff.In(calendar.London()).Format(time.RFC3339), r.Homes, r.Seal, r.Figures})
}

func find(figures []Figure, id string) (Figure, bool) {
	at := slices.IndexFunc(figures, func(f Figure) bool { return f.ID == id })
	if at < 0 {
		return Figure{}, false
	}
	return figures[at], true
}

// plain is the id without its ".ytd".
func plain(id string) string { return strings.TrimSuffix(id, YearToDate) }
