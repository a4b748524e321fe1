package letter

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// ExtensionFacts are what the notice of an extension may say.
type ExtensionFacts struct {
	Facts
	Why  string // as the officer wrote it for the resident
	Was  string // the day that stands until this letter goes
	New  string // the day that it moves to
	More string // "five working days", after the day first given
}

var extensionKind = letterKind{
	name: casework.ExtensionNotice, staged: true, script: byPolicy("extension"), obliged: byStage(policy.Extension),
	facts: extensionFacts, about: aboutExtension, officers: []string{"why"},
	looks: map[string]look{
		"new-date": lookNewDate, "reasons": lookWhyLonger, "ombudsman-address": lookOmbudsman, "in-time": lookInTime,
	},
	house: []houseRule{{"money", true, "", nil, lookNoMoney}, {"sorry", true, "", nil, lookSorry}},
	days: func(r *reader) []calendar.Date {
		if e := extensionOf(r.in, r.stage); e != nil {
			return []calendar.Date{e.Due.Due, dueBefore(r.stage, e)}
		}
		return nil
	},
}

// byPolicy is the script of a kind that has a text of its own for each policy.
func byPolicy(name string) func(*filling) string {
	return func(f *filling) string { return f.policy.Name + "-" + name }
}

// extensionOf is the extension that a letter tells of: the one asked for, the
// one that the resident has still to be told of, or the one told that day.
func extensionOf(in Input, s *casework.Stage) *casework.Extension {
	for i := len(s.Extensions) - 1; i >= 0; i-- {
		e := &s.Extensions[i]
		if in.About == e.ID || in.About == 0 && (e.Told.IsZero() || e.Told == in.Today) {
			return e
		}
	}
	return nil
}

func aboutExtension(in Input, s *casework.Stage) int {
	if e := extensionOf(in, s); e != nil {
		return e.ID
	}
	return 0
}

// dueBefore is the day for the answer that stood until an extension was told.
func dueBefore(s *casework.Stage, e *casework.Extension) calendar.Date {
	before := *s
	i := slices.IndexFunc(s.Extensions, func(x casework.Extension) bool { return x.ID == e.ID })
	before.Extensions = s.Extensions[:max(i, 0)]
	return before.Due().Due
}

func extensionFacts(f *filling, in Input) (any, error) {
	e := extensionOf(in, f.stage)
	if e == nil {
		return nil, fmt.Errorf("%s has no extension that the resident has still to be told of: extend the response date first", in.Case.Reference)
	}
	return ExtensionFacts{
		Facts: f.Facts, Why: known(e.Reason, "why we need more time"), Was: long(dueBefore(f.stage, e), "the day we said"),
		New: long(e.Due.Due, "the new day"), More: counted(e.Days, e.Due.Working.Unit),
	}, nil
}

// counted is a length of time in words: "five working days", "one working day".
func counted(n int, unit string) string {
	if n == 1 {
		unit = strings.TrimSuffix(unit, "s")
	}
	return number(n) + " " + unit
}

// noExtension is what is wrong where the case no longer has the extension.
func noExtension(base Finding) []Finding {
	return base.wrong("There is no extension that the resident has still to be told of. Extend the response date first", "new day", Fix{Act: casework.ActExtend})
}

// lookNewDate finds the day that stood, the new one and no other, and how much
// longer that is (Code 6.4, 6.15).
func lookNewDate(r *reader, base Finding) []Finding {
	e := extensionOf(r.in, r.stage)
	if e == nil {
		return noExtension(base)
	}
	was, now := dueBefore(r.stage, e), e.Due.Due
	var wrong []Finding
	if days := dayLike.FindAllString(r.blocks["new day"], -1); len(days) != 1 || days[0] != now.Long() || !r.has("new day", "by "+now.Long()+".") {
		wrong = append(wrong, base.fails("The new day for our answer, "+now.Long()+", is not there", "new day", again))
	}
	if !r.has("new day", counted(e.Days, e.Due.Working.Unit)) {
		wrong = append(wrong, base.fails("The letter does not say how much longer it takes: "+counted(e.Days, e.Due.Working.Unit), "new day", again))
	}
	if days := dayLike.FindAllString(r.blocks["was due"], -1); len(days) != 1 || days[0] != was.Long() {
		wrong = append(wrong, base.fails("The day that we had given, "+was.Long()+", is not there", "was due", again))
	}
	return base.or(wrong, "New day for our answer: "+now.Long())
}

// lookWhyLonger finds the reason as the officer wrote it (Code 6.4, 6.15).
func lookWhyLonger(r *reader, base Finding) []Finding {
	e := extensionOf(r.in, r.stage)
	switch {
	case e == nil:
		return noExtension(base)
	case !r.ends("why", e.Reason):
		return base.wrong("Why we need more time is not on the page as it is in the case. Make the letter again", "why", again)
	}
	return base.holds("Says why we need more time")
}

// lookInTime holds an extension to the day that stands: told later it is none,
// and the answer counts as late (ruling 8).
func lookInTime(r *reader, base Finding) []Finding {
	e := extensionOf(r.in, r.stage)
	if e == nil {
		return noExtension(base)
	}
	told := e.Told
	if told.IsZero() {
		told = r.in.Today
	}
	if due := dueBefore(r.stage, e); told.After(due) {
		return base.wrong(fmt.Sprintf("The answer was due on %s. Told after that day it is no extension. Agree days for updates with the resident, and send an update", due.Letter()),
			"", Fix{Act: casework.ActAgreeUpdates})
	}
	return base.holds("Goes in time")
}

// lookSorry finds that we apologise for what the letter brings.
func lookSorry(r *reader, base Finding) []Finding {
	if !strings.Contains(strings.ToLower(r.blocks["opening"]+" "+r.blocks["was due"]), "sorry") {
		return base.wrong("The letter does not say sorry", "opening", Fix{Page: PageWords})
	}
	return base.holds("Says sorry")
}
