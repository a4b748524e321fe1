package board

import (
	"casebook/data/casework"
	"fmt"
	"slices"
	"strings"
)

// terms is a formula over the columns of the data sheet's table. {row} stands
// for the row of the check, whose columns C and D hold the period.
type terms string

func (t terms) at(row int) string { return strings.ReplaceAll(string(t), "{row}", fmt.Sprint(row)) }

// recount is how one figure is counted again: above and below its line. Where
// there is no line, below is 1.
type recount struct {
	over, below terms
	array       bool
}

// cond is a condition on the rows of the table: as criteria of COUNTIFS, which
// is quick, and as an array of 1 and 0 for what criteria cannot say, such as
// one date against another.
type cond struct {
	criteria string // empty: it cannot be said so
	product  string
}

// all joins conditions so that every one must hold.
func all(conds ...cond) cond {
	var criteria, product []string
	for _, c := range conds {
		criteria = append(criteria, c.criteria)
		product = append(product, c.product)
	}
	joined := cond{product: strings.Join(product, "*")}
	if !slices.Contains(criteria, "") {
		joined.criteria = strings.Join(criteria, ",")
	}
	return joined
}

// Conditions on one column.
func filled(column string) cond            { return compare(column, "<>", `""`, `"<>"`) }
func empty(column string) cond             { return compare(column, "=", `""`, `""`) }
func says(column, text string) cond        { return compare(column, "=", `"`+text+`"`, `"`+text+`"`) }
func more(column string) cond              { return compare(column, ">", "0", `">0"`) }
func against(column, op, cell string) cond { return compare(column, op, cell, `"`+op+`"&`+cell) }

// stageIs is what counts at a stage and judgedAt what of it is judged, as the
// tests of the same kind say of a row.
func stageIs(n int) cond {
	return all(atStage(n), isNot("Standing", string(notAccepted)), isNot("Standing", string(anAppeal)))
}
func judgedAt(n int) cond { return all(stageIs(n), isNot("Standing", string(wasWithdrawn))) }
func listed(n int, at standing) cond {
	return all(atStage(n), says("Standing", string(at)))
}
func atStage(n int) cond { return compare("Stage", "=", fmt.Sprint(n), fmt.Sprint(n)) }
func isNot(column, text string) cond {
	return compare(column, "<>", `"`+text+`"`, `"<>`+text+`"`)
}

// A day is over when the report's day is later; a date that is empty is
// neither.
func dayOver(column string) cond    { return all(filled(column), against(column, "<", dayCell)) }
func dayNotOver(column string) cond { return against(column, ">=", dayCell) }
func within(column string) cond {
	return all(against(column, ">=", "$C{row}"), against(column, "<=", "$D{row}"))
}

func compare(column, op, value, criterion string) cond {
	return cond{criteria: fmt.Sprintf("Cases[%s],%s", column, criterion), product: fmt.Sprintf("(Cases[%s]%s%s)", column, op, value)}
}

// Conditions on one column against another.
func onOrBefore(column, by string) cond {
	return cond{product: fmt.Sprintf("(Cases[%s]<=Cases[%s])", column, by)}
}
func after(column, by string) cond {
	return cond{product: fmt.Sprintf("(Cases[%s]>Cases[%s])", column, by)}
}

func either(one, other cond) cond {
	return cond{product: "((" + one.product + "+" + other.product + ")>0)"}
}

// The conditions in Excel's words.
var (
	xAckInTime   = all(filled("Acknowledged"), onOrBefore("Acknowledged", "Acknowledge by"))
	xAckPending  = all(empty("Acknowledged"), dayNotOver("Acknowledge by"))
	xAckLate     = all(filled("Acknowledge by"), either(after("Acknowledged", "Acknowledge by"), all(empty("Acknowledged"), dayOver("Acknowledge by"))))
	xInTime      = all(filled("Answered"), onOrBefore("Answered", "Answer by"))
	xPending     = all(empty("Answered"), dayNotOver("Answer by"))
	xExtended    = all(filled("Answer by"), filled("Extended to"))
	xPlain       = all(filled("Answer by"), empty("Extended to"))
	xExtInTime   = all(filled("Answered"), either(all(xExtended, onOrBefore("Answered", "Extended to")), all(xPlain, onOrBefore("Answered", "Answer by"))))
	xWholeInTime = all(filled("Answered"), onOrBefore("Answered", "Whole time to"))
	xOpen        = all(empty("Answered"), empty("Closed"))
	xUpheld      = says("Outcome", "upheld")
	xNotUpheld   = says("Outcome", "not upheld")
	xMixed       = all(xUpheld, says("Some points not", "yes"))
	xOffered     = more("Offered")
)

// tally counts the rows on which a condition holds.
func tally(c cond) terms {
	if c.criteria != "" {
		return terms("COUNTIFS(" + c.criteria + ")")
	}
	return terms("SUMPRODUCT(" + c.product + "*1)")
}

// byDate counts rows by the extended date where there is one and by the
// original one otherwise.
func byDate(c cond, on func(column string) cond) terms {
	return tally(all(c, xExtended, on("Extended to"))) + "+" + tally(all(c, xPlain, on("Answer by")))
}

func counts(c cond) recount { return recount{over: tally(c), below: "1"} }

func perHome(c cond) recount { return recount{over: tally(c), below: homesCell} }

func average(c cond, column string) recount {
	return recount{over: terms(fmt.Sprintf("SUMIFS(Cases[%s],%s)", column, c.criteria)), below: tally(c)}
}

func middle(c cond, column string) recount {
	return recount{
		over:  terms(fmt.Sprintf("IF(%s=0,0,MEDIAN(IF(%s>0,Cases[%s])))", tally(c), c.product, column)),
		below: terms(fmt.Sprintf("IF(%s=0,0,1)", tally(c))), array: true,
	}
}

func sum(c cond) recount {
	return recount{over: terms(fmt.Sprintf("ROUND(SUMIFS(Cases[Offered],%s),2)", c.criteria)), below: "1"}
}

// recounts says for every standing figure how it is counted again.
var recounts = allRecounts()

func allRecounts() map[string]recount {
	list := map[string]recount{}
	for n := 1; n <= 2; n++ {
		stage := stageIs(n)
		for _, part := range []map[string]recount{timelyRecounts(judgedAt(n)), answerRecounts(stage), apartRecounts(n)} {
			for name, r := range part {
				list[fmt.Sprintf("stage%d.%s", n, name)] = r
			}
		}
		measureRecounts(list, n)
	}
	offered := all(compare("Stage", ">", "0", `">0"`), within("Answered"), xOffered)
	again := all(atStage(2), within("Answered"), xOffered, more("Stage 1 offered"), within("Stage 1 answered"))
	cases := tally(offered) + "-" + tally(again)
	contact := all(stageIs(0), within("Received"))
	request := all(contact, says("Kind", string(casework.ServiceRequest)))
	list["escalation"] = recount{over: tally(all(stageIs(2), within("Received"))), below: tally(all(stageIs(1), within("Answered")))}
	list["redress.offered"] = sum(offered)
	list["redress.stage1"] = sum(all(stageIs(1), offered))
	list["redress.stage2"] = sum(all(atStage(2), offered))
	list["redress.cases"] = recount{over: cases, below: "1"}
	list["redress.average"] = recount{over: sum(offered).over, below: cases}
	list["service_requests.received"] = counts(request)
	list["service_requests.not_today"] = counts(all(contact, says("Choice", "not today")))
	list["service_requests.service_only"] = counts(all(request, says("Choice", "service only")))
	list["information.received"] = counts(all(contact, says("Kind", string(casework.Information))))
	promiseRecounts(list)
	list["appeals.received"] = counts(all(listed(2, anAppeal), within("Received")))
	return list
}

// apartRecounts counts what was received whether or not it was withdrawn, and
// what stands outside it.
func apartRecounts(n int) map[string]recount {
	came := all(stageIs(n), within("Received"))
	return map[string]recount{
		"received": counts(came), "per_1000": perHome(came),
		"withdrawn":    counts(all(listed(n, wasWithdrawn), within("Received"))),
		"not_accepted": counts(all(listed(n, notAccepted), within("Received"))),
	}
}

func timelyRecounts(stage cond) map[string]recount {
	came := all(stage, within("Received"))
	acks := tally(all(came, filled("Acknowledge by"))) + "-" + tally(all(came, xAckPending))
	dated := tally(all(came, filled("Answer by")))
	pending := tally(all(came, xPending))
	extPending := byDate(all(came, empty("Answered")), dayNotOver)
	extJudged := dated + "-(" + extPending + ")"
	whole := tally(all(came, filled("Whole time to"), filled("Answered"))) + "+" + tally(all(came, empty("Answered"), dayOver("Whole time to")))
	due := byDate(stage, within) + "-(" + byDate(all(stage, empty("Answered")), func(column string) cond {
		return all(within(column), dayNotOver(column))
	}) + ")"
	dueInTime := all(stage, xExtInTime, either(all(xExtended, within("Extended to")), all(xPlain, within("Answer by"))))
	return map[string]recount{
		"acknowledged_in_time":                         {over: tally(all(came, xAckInTime)), below: acks},
		"acknowledged_late":                            counts(all(came, xAckLate)),
		"acknowledgement_not_yet_due":                  counts(all(came, xAckPending)),
		"responded_in_time":                            {over: tally(all(came, xInTime)), below: dated + "-" + pending},
		"responded_in_time_with_extension":             {over: tally(all(came, xExtInTime)), below: extJudged},
		"responded_late":                               {over: extJudged + "-" + tally(all(came, xExtInTime)), below: "1"},
		"not_yet_due":                                  {over: pending, below: "1"},
		"not_yet_due_with_extension":                   {over: extPending, below: "1"},
		"no_due_date":                                  counts(all(came, empty("Answer by"))),
		"extended":                                     counts(all(came, filled("Extended to"))),
		"responded_in_time_from_receipt":               {over: tally(all(came, xWholeInTime)), below: whole},
		"acknowledged_and_responded_in_time":           {over: tally(all(came, xAckInTime, xExtInTime)), below: extJudged},
		"responded_in_time_after_late_acknowledgement": counts(all(came, xInTime, xAckLate, filled("Whole time to"), after("Answered", "Whole time to"))),
		"due":         {over: due, below: "1"},
		"due_in_time": {over: tally(dueInTime), below: due},
		"open":        counts(all(stage, xOpen)),
		"overdue":     {over: byDate(all(stage, xOpen), dayOver), below: "1"},
	}
}

func answerRecounts(stage cond) map[string]recount {
	gone := all(stage, within("Answered"))
	acknowledged := all(gone, filled("Acknowledged"))
	of := func(over terms) recount { return recount{over: over, below: tally(gone)} }
	upheld, mixed, not := tally(all(gone, xUpheld)), tally(all(gone, xMixed)), tally(all(gone, xNotUpheld))
	return map[string]recount{
		"answered":                     counts(gone),
		"upheld":                       of(upheld),
		"upheld_all_points":            of(upheld + "-" + mixed),
		"upheld_some_points_not":       of(mixed),
		"not_upheld":                   of(not),
		"outcome_not_recorded":         {over: tally(gone) + "-" + upheld + "-" + not, below: "1"},
		"average_from_receipt":         average(gone, "Days from receipt"),
		"median_from_receipt":          middle(gone, "Days from receipt"),
		"average_from_acknowledgement": average(acknowledged, "Days from acknowledgement"),
		"median_from_acknowledgement":  middle(acknowledged, "Days from acknowledgement"),
	}
}

// measureRecounts counts the regulator's measures: the timely figures of what
// is in the measures.
func measureRecounts(list map[string]recount, n int) {
	ch01, ch02 := fmt.Sprintf("ch01.stage%d", n), fmt.Sprintf("ch02.stage%d", n)
	stage := stageIs(n)
	came := all(stage, says("In the measures", "yes"), within("Received"))
	counted := timelyRecounts(all(judgedAt(n), says("In the measures", "yes")))
	list[ch01] = perHome(came)
	list[ch01+".counted"] = counts(came)
	list[ch02+".withdrawn"] = counts(all(came, says("Standing", string(wasWithdrawn))))
	list[ch01+".left_out"] = counts(all(stage, says("In the measures", "no"), within("Received")))
	list[ch01+".all"] = counts(all(stage, within("Received")))
	list[ch02] = counted["responded_in_time_with_extension"]
	list[ch02+".both_in_time"] = counted["acknowledged_and_responded_in_time"]
	list[ch02+".acknowledged_late"] = counted["acknowledged_late"]
	list[ch02+".not_yet_due"] = counted["not_yet_due_with_extension"]
	list[ch02+".no_due_date"] = counted["no_due_date"]
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
	name := cond{product: fmt.Sprintf("EXACT(Cases[%s],%s!%s)", column[parts[1]], s.sheet, s.label)}
	return counts(all(stageIs(stage), within("Received"), name))
}
