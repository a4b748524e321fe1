package casefile

import (
	"casebook/data/casework"
	"casebook/data/policy"
)

// Errand is what a line leads to: an act with what it is about, another case,
// or a piece of evidence. The zero value leads nowhere.
type Errand struct {
	Act      casework.ActName
	Item     int                 // the promise, request, hazard, referral, restriction or point
	Part     int                 // the ask or order of a referral
	Step     policy.Act          // of a hazard
	Letter   casework.LetterKind // the letter to write or to send
	About    int                 // what that letter tells of
	Case     int64
	Evidence int
}

// Row is one row of the tabs beside a case.
type Row struct {
	Name   string
	Second string
	Mark   string // at the right, in the tone
	Tone   casework.Tone
	Struck bool // put right or ended since: a line through it, and words that say so
	Leads  Errand
}

// Tab is one of the lists beside a case.
type Tab struct {
	Name  string
	Count int // 0 is not shown
	Rows  []Row
	Empty string // why there is nothing, in one line
}

// The tabs, in their order.
const (
	TabToDo = iota
	TabEvidence
	TabPeople
	TabOmbudsman
	TabTalk
)

// tabNames are what the tabs are called. The log is of all that was said and
// noted.
var tabNames = [...]string{TabToDo: "To do", TabEvidence: "Evidence", TabPeople: "People", TabOmbudsman: "Ombudsman", TabTalk: "Log"}

// tabs are the lists beside a case as they stand today.
func tabs(c casework.Case, linked map[int64]casework.Case, m casework.Moment, names func(int64) string) []Tab {
	todo, open := toDoLines(c, m, names)
	ombudsman, before := ombudsmanLines(c, m)
	people, count := peopleLines(c, linked, m, names)
	talk := talkLines(c, names)
	return []Tab{
		TabToDo:      {tabNames[TabToDo], open, todo, "Nothing owed on this case."},
		TabEvidence:  {tabNames[TabEvidence], len(c.Evidence), evidenceLines(c, names), "No paper, picture or recording yet."},
		TabPeople:    {tabNames[TabPeople], count, people, "Nobody else, and no other case."},
		TabOmbudsman: {tabNames[TabOmbudsman], before, ombudsman, "No ombudsman looks at a record like this."},
		TabTalk:      {tabNames[TabTalk], len(talk), talk, "Nobody has been spoken to yet, and nothing is noted."},
	}
}

// namer gives an officer's name, or says that somebody did it.
func namer(m casework.Moment, officers []casework.Officer) func(int64) string {
	return func(id int64) string {
		for _, o := range officers {
			if o.ID == id && o.Name != "" {
				return o.Name
			}
		}
		if m.Officer != nil {
			if o, ok := m.Officer(id); ok && o.Name != "" {
				return o.Name
			}
		}
		return "an officer"
	}
}
