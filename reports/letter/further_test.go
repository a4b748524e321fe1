package letter_test

import (
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/letter"
)

// further are the letters that come beside the answer at stage 1 and after it,
// each of which is right, by the name of its golden text.
func further(tb testing.TB) map[string]letter.Input {
	tb.Helper()
	before, after := calendar.On(2022, 5, 3), calendar.On(2022, 11, 1)
	all := map[string]letter.Input{
		"stage 2 acknowledgement":                             input(tb, casework.Acknowledgement, atStage2(tb), started2),
		"stage 2 response":                                    input(tb, casework.Response, answeredAgain(tb), finished2),
		"stage 2 response about allocations":                  input(tb, casework.Response, answeredAgain(tb, func(r *casework.Record) { r.Subject = "allocations" }), finished2),
		"stage 2 response about Money Advice":                 input(tb, casework.Response, answeredAgain(tb, func(r *casework.Record) { r.Subject = "money-advice" }), finished2),
		"extension":                                           input(tb, casework.ExtensionNotice, extending(tb), today),
		"stage 2 extension":                                   input(tb, casework.ExtensionNotice, extendingAgain(tb), finished2),
		"holding update":                                      input(tb, casework.HoldingUpdate, waiting(tb), calendar.On(2026, 11, 20)),
		"holding update, the last":                            lastUpdate(tb),
		"refusal of a point":                                  input(tb, casework.RefusalLetter, refusedPoint(tb), received.AddDays(1)),
		"refusal of the whole":                                input(tb, casework.RefusalLetter, inCourt(tb), received.AddDays(1)),
		"acknowledgement with a point refused":                input(tb, casework.Acknowledgement, refusedPoint(tb), acknowledged),
		"escalation refusal":                                  input(tb, casework.EscalationRefusal, notOpened(tb), asked2.AddDays(1)),
		"appeal acknowledgement":                              input(tb, casework.Acknowledgement, appealed(tb, after), after.AddDays(1)),
		"appeal response after it ended":                      input(tb, casework.Response, appealAnswered(tb, after), after.AddDays(20)),
		"appeal response while the designated person was law": input(tb, casework.Response, appealAnswered(tb, before), before.AddDays(20)),
		"acknowledgement to an executor":                      input(tb, casework.Acknowledgement, bereaved(tb), acknowledged),
	}
	for _, name := range []string{"stage 2 response", "extension", "refusal of the whole"} {
		in := all[name]
		in.LargePrint = true
		all[name+" in large print"] = in
	}
	return all
}

func TestFurtherLettersPass(t *testing.T) {
	for name, in := range further(t) {
		t.Run(name, func(t *testing.T) { mustPass(t, in) })
	}
}
