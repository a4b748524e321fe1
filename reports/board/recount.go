package board

import (
	"fmt"
	"strings"
)

// terms is a formula over the columns of the data sheet's table. {row} stands
// for the row of the check, whose columns C and D hold the period.
type terms string

func (t terms) at(row int) string { return strings.ReplaceAll(string(t), "{row}", fmt.Sprint(row)) }

// recount is how one figure is counted again.
type recount struct {
	over  terms
	below terms // empty: under as it is
	under int64
	array bool
}

// cond is a condition on the rows of the table, as 1 or 0 for each.
type cond string

// all joins conditions so that every one must hold.
func all(conds ...cond) cond {
	text := make([]string, len(conds))
	for i, c := range conds {
		text[i] = string(c)
	}
	return cond(strings.Join(text, "*"))
}

func not1(c cond) cond { return "(1-" + c + ")" }

// how a condition is spelled: a column against a number or a column.
func filled(column string) cond { return cond(fmt.Sprintf(`(Cases[%s]<>"")`, column)) }
func empty(column string) cond  { return cond(fmt.Sprintf(`(Cases[%s]="")`, column)) }
func says(column, text string) cond {
	return cond(fmt.Sprintf(`(Cases[%s]="%s")`, column, text))
}
func within(column string) cond {
	return cond(fmt.Sprintf("(Cases[%[1]s]>=$C{row})*(Cases[%[1]s]<=$D{row})", column))
}
func onOrBefore(column, by string) cond {
	return cond(fmt.Sprintf("(Cases[%s]<=Cases[%s])", column, by))
}
func over(column string) cond { return cond(fmt.Sprintf("(Cases[%s]<%s)", column, dayCell)) }
func stageIs(n int) cond      { return cond(fmt.Sprintf("(Cases[Stage]=%d)", n)) }

// either picks by whether a stage was extended.
func either(extended, plain cond) cond {
	return "(" + filled("Extended to") + "*" + extended + "+" + empty("Extended to") + "*" + plain + ")"
}

// The conditions in Excel's words.
var (
	xAckInTime  = all(filled("Acknowledged"), filled("Acknowledge by"), onOrBefore("Acknowledged", "Acknowledge by"))
	xAckPending = all(empty("Acknowledged"), filled("Acknowledge by"), not1(over("Acknowledge by")))
	xAckJudged  = all(filled("Acknowledge by"), not1(xAckPending))
	xAckLate    = all(xAckJudged, not1(xAckInTime))

	xInTime  = all(filled("Answered"), filled("Answer by"), onOrBefore("Answered", "Answer by"))
	xPending = all(empty("Answered"), filled("Answer by"), not1(over("Answer by")))
	xJudged  = all(filled("Answer by"), not1(xPending))

	xExtInTime  = all(filled("Answered"), filled("Answer by"), either(onOrBefore("Answered", "Extended to"), onOrBefore("Answered", "Answer by")))
	xExtOver    = either(over("Extended to"), over("Answer by"))
	xExtPending = all(empty("Answered"), filled("Answer by"), not1(xExtOver))
	xExtJudged  = all(filled("Answer by"), not1(xExtPending))
	xExtLate    = all(xExtJudged, not1(xExtInTime))

	xWholeInTime = all(filled("Answered"), filled("Whole time to"), onOrBefore("Answered", "Whole time to"))
	xWholeJudged = all(filled("Whole time to"), cond("(("+filled("Answered")+"+"+over("Whole time to")+")>0)"))

	xDueIn   = all(either(within("Extended to"), within("Answer by")), xExtJudged)
	xOpen    = all(empty("Answered"), empty("Closed"))
	xOverdue = all(xOpen, cond("(("+filled("Extended to")+"+"+filled("Answer by")+")>0)"), xExtOver)

	xUpheld    = says("Outcome", "upheld")
	xNotUpheld = says("Outcome", "not upheld")
	xMixed     = all(xUpheld, says("Some points not", "yes"))
	xMeasured  = says("In the measures", "yes")
	xOffered   = cond("(Cases[Offered]>0)")
)

func tally(c cond) terms { return terms("SUMPRODUCT(" + c + "*1)") }

func counts(c cond) recount { return recount{over: tally(c), under: 1} }

func shares(under, hit cond) recount {
	return recount{over: tally(all(under, hit)), below: tally(under)}
}

func perHome(c cond) recount { return recount{over: tally(c), below: homesCell} }

func average(c cond, column string) recount {
	return recount{over: terms(fmt.Sprintf("SUMPRODUCT(%s,Cases[%s])", c, column)), below: tally(c)}
}

func middle(c cond, column string) recount {
	return recount{
		over:  terms(fmt.Sprintf("IF(%s=0,0,MEDIAN(IF(%s>0,Cases[%s])))", tally(c), c, column)),
		below: terms(fmt.Sprintf("IF(%s=0,0,1)", tally(c))), array: true,
	}
}

func sum(c cond) recount {
	return recount{over: terms(fmt.Sprintf("ROUND(SUMPRODUCT(%s,Cases[Offered]),2)", c)), under: 1}
}

// recounts says for every standing figure how it is counted again.
var recounts = allRecounts()

func allRecounts() map[string]recount {
	list := map[string]recount{}
	for n := 1; n <= 2; n++ {
		for name, r := range stageRecounts(stageIs(n)) {
			list[fmt.Sprintf("stage%d.%s", n, name)] = r
		}
		measureRecounts(list, n)
	}
	offered := all(cond("(Cases[Stage]>0)"), within("Answered"), xOffered)
	again := all(stageIs(2), within("Answered"), xOffered, cond("(Cases[Stage 1 offered]>0)"), within("Stage 1 answered"))
	cases := tally(offered) + "-" + tally(again)
	request := all(stageIs(0), within("Received"))
	list["escalation"] = recount{over: tally(all(stageIs(2), within("Received"))), below: tally(all(stageIs(1), within("Answered")))}
	list["redress.offered"] = sum(offered)
	list["redress.stage1"] = sum(all(stageIs(1), offered))
	list["redress.stage2"] = sum(all(stageIs(2), offered))
	list["redress.cases"] = recount{over: cases, under: 1}
	list["redress.average"] = recount{over: sum(offered).over, below: cases}
	list["service_requests.received"] = counts(request)
	list["service_requests.not_today"] = counts(all(request, says("Choice", "not today")))
	list["service_requests.service_only"] = counts(all(request, says("Choice", "service only")))
	return list
}

func stageRecounts(stage cond) map[string]recount {
	came, gone := all(stage, within("Received")), all(stage, within("Answered"))
	acknowledged := all(gone, filled("Acknowledged"))
	due := all(stage, xDueIn)
	return map[string]recount{
		"received":                                     counts(came),
		"per_1000":                                     perHome(came),
		"acknowledged_in_time":                         shares(all(came, xAckJudged), xAckInTime),
		"acknowledged_late":                            counts(all(came, xAckLate)),
		"acknowledgement_not_yet_due":                  counts(all(came, xAckPending)),
		"responded_in_time":                            shares(all(came, xJudged), xInTime),
		"responded_in_time_with_extension":             shares(all(came, xExtJudged), xExtInTime),
		"responded_late":                               counts(all(came, xExtLate)),
		"not_yet_due":                                  counts(all(came, xPending)),
		"not_yet_due_with_extension":                   counts(all(came, xExtPending)),
		"no_due_date":                                  counts(all(came, empty("Answer by"))),
		"extended":                                     counts(all(came, filled("Extended to"))),
		"responded_in_time_from_receipt":               shares(all(came, xWholeJudged), xWholeInTime),
		"acknowledged_and_responded_in_time":           shares(all(came, xExtJudged), all(xAckInTime, xExtInTime)),
		"responded_in_time_after_late_acknowledgement": counts(all(came, xInTime, xAckLate, xWholeJudged, not1(xWholeInTime))),
		"due":                          counts(due),
		"due_in_time":                  shares(due, xExtInTime),
		"open":                         counts(all(stage, xOpen)),
		"overdue":                      counts(all(stage, xOverdue)),
		"answered":                     counts(gone),
		"upheld":                       shares(gone, xUpheld),
		"upheld_all_points":            shares(gone, all(xUpheld, not1(xMixed))),
		"upheld_some_points_not":       shares(gone, xMixed),
		"not_upheld":                   shares(gone, xNotUpheld),
		"outcome_not_recorded":         counts(all(gone, not1(xUpheld), not1(xNotUpheld))),
		"average_from_receipt":         average(gone, "Days from receipt"),
		"median_from_receipt":          middle(gone, "Days from receipt"),
		"average_from_acknowledgement": average(acknowledged, "Days from acknowledgement"),
		"median_from_acknowledgement":  middle(acknowledged, "Days from acknowledgement"),
	}
}

func measureRecounts(list map[string]recount, n int) {
	ch01, ch02 := fmt.Sprintf("ch01.stage%d", n), fmt.Sprintf("ch02.stage%d", n)
	came := all(stageIs(n), within("Received"))
	counted := all(came, xMeasured)
	list[ch01] = perHome(counted)
	list[ch01+".counted"] = counts(counted)
	list[ch01+".left_out"] = counts(all(came, not1(xMeasured)))
	list[ch01+".all"] = counts(came)
	list[ch02] = shares(all(counted, xExtJudged), xExtInTime)
	list[ch02+".both_in_time"] = shares(all(counted, xExtJudged), all(xAckInTime, xExtInTime))
	list[ch02+".acknowledged_late"] = counts(all(counted, xAckLate))
	list[ch02+".not_yet_due"] = counts(all(counted, xExtPending))
	list[ch02+".no_due_date"] = counts(all(counted, empty("Answer by")))
}

// groupRecount counts a group again by the words in its cell, compared letter
// by letter: they are never part of a formula.
func groupRecount(s shown) recount {
	column := map[string]string{"subject": "Subject", "channel": "Channel", "area": "Area"}
	parts := strings.SplitN(s.figure.ID, ".", 3)
	stage := 1
	if parts[0] == "stage2" {
		stage = 2
	}
	name := cond(fmt.Sprintf("EXACT(Cases[%s],%s!%s)", column[parts[1]], s.sheet, s.label))
	return counts(all(stageIs(stage), within("Received"), name))
}
