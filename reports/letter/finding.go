package letter

import (
	"cmp"
	"slices"

	"casebook/data/casework"
)

// Finding is one thing that was looked for on a letter.
type Finding struct {
	ID     string // stable: "reasons 4", "ombudsman"
	Must   bool   // false: advice, which never shuts the printer
	OK     bool
	Words  string // one sentence for the officer
	Source string // the rule: "Code 6.7"
	Block  string // tag of the block it is about, "" for the whole page
	Fix    Fix
}

// Fix is what mends a finding: an act of the case, or a place in the settings.
// The zero Fix means making the letter again with its own words.
type Fix struct {
	Act   casework.ActName
	Point int  // the point, for casework.ActAnswer and casework.ActDescribe
	Page  Page // where no act of the case mends it
}

// Page is a place in the program where something other than the case is
// mended.
type Page string

// The places.
const (
	PageSettings   Page = "settings" // the landlord's details, the envelope
	PageOfficers   Page = "officers" // the handler's name and telephone
	PageToday      Page = "make again"
	PageWords      Page = "words" // the text of the letter
	PageLargePrint Page = "large print"
)

// Shut reports whether anything keeps the letter from being printed.
func Shut(findings []Finding) bool {
	return slices.ContainsFunc(findings, Finding.shuts)
}

func (f Finding) shuts() bool { return f.Must && !f.OK }

// Failing are the findings that keep the letter from being printed.
func Failing(findings []Finding) []Finding {
	var failing []Finding
	for _, f := range findings {
		if f.shuts() {
			failing = append(failing, f)
		}
	}
	return failing
}

// rank orders findings as they are shown: what keeps the printer shut, what
// holds, then advice.
func (f Finding) rank() int {
	switch {
	case f.shuts():
		return 0
	case f.OK:
		return 1
	}
	return 2
}

func arranged(findings []Finding) []Finding {
	slices.SortStableFunc(findings, func(a, b Finding) int { return cmp.Compare(a.rank(), b.rank()) })
	return findings
}
