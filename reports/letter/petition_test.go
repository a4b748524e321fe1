package letter_test

import (
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
)

var (
	handedIn = calendar.On(2026, 12, 1) // Tuesday
	board    = calendar.On(2027, 2, 9)
)

// petitioned is the petition of the check vectors: to acknowledge by Tuesday
// 8 December, and to look into by Wednesday 16 December.
func petitioned(tb testing.TB, change ...func(*casework.Record)) casework.Case {
	tb.Helper()
	return apply(tb, casework.Case{}, handedIn, casework.RecordPetition{
		Record: common(handedIn, casework.PetitionKind, "We ask for lights on the path behind Ladywell Rise.", change...), Signatures: 214})
}

// lookedAt is that petition looked into on a day, before anybody was written to.
func lookedAt(tb testing.TB, looked calendar.Date) casework.Case {
	tb.Helper()
	return apply(tb, petitioned(tb), looked, casework.InvestigatePetition{On: looked, Findings: "I walked the path at night with two residents. Three lamps are missing between numbers 4 and 30."})
}

// heard is that petition after the Board, looked into in time or not.
func heard(tb testing.TB, looked calendar.Date) casework.Case {
	tb.Helper()
	c := apply(tb, lookedAt(tb, looked), looked, casework.SentElsewhere{Kind: casework.PetitionAcknowledgement, On: handedIn.AddDays(2), How: casework.Posted, To: "Maureen Tilley"})
	return apply(tb, c, board, casework.PetitionReported{On: board, Outcome: "The Board has set £12,000.00 aside. The lamps are to be up by 30 April 2027."})
}
