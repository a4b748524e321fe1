package casefile

import (
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/data/casework"
)

// promisedGroups are the acts on a petition, on an insurance claim, and on
// repairs: each where its record is. A repair may be in any of them.
func (v *View) promisedGroups() []group {
	repairs := group{"Right to Repair", []action{
		{casework.ActStartRepair, "Start a repair under the Right to Repair", "", v.startRepair},
		{casework.ActAskSecond, "The tenant asks for a second contractor", "", v.askSecond},
		{casework.ActRepairDone, "The repair was done", "", v.repairDone},
		{casework.ActEndRepair, "The right to a repair ended", "", v.endRepair},
	}}
	switch v.model.Page.Case.Kind {
	case casework.PetitionKind:
		return []group{{"Petition", []action{
			{casework.ActInvestigatePetition, "Record the investigation", "", v.investigatePetition},
			{casework.ActSetBoard, "Set the Operational Board", "", v.setBoard},
			{casework.ActPetitionReported, "Record what the Board decided", "", v.petitionReported},
			{casework.ActCorrectPetition, "Correct the signatures, or what it asks for", "", v.correctPetition},
		}}}
	case casework.ClaimKind:
		return []group{{"Insurance claim", []action{
			{casework.ActVisitClaim, "Record the visit to the home", "", v.visitClaim},
			{casework.ActSendClaim, "The claim form was sent on", "", v.sendClaim},
			{casework.ActClaimTheirs, "Record the insurer's reference", "", v.claimTheirs},
			{casework.ActDecideClaim, "Record the insurer's decision", "", v.decideClaim},
			{casework.ActCorrectClaim, "Correct whom it is against, or whether somebody was hurt", "", v.correctClaim},
		}}}
	}
	return []group{repairs}
}

func (v *View) investigatePetition() {
	v.form("Record the investigation of the petition", "Record it", "Investigation recorded.", casework.ActInvestigatePetition, func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "Investigated on")
		found := f.Notes("findings", "What was found", 5)
		found.Hint("It goes into the report to the Operational Board.")
		return rows(&on.Row, &found.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.InvestigatePetition{On: v.day(on, wrong), Findings: found.Value()}, wrong
		}
	})
}

func (v *View) setBoard() {
	v.form("Set the Operational Board", "Set it", "Operational Board set.", casework.ActSetBoard, func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.comingDay(f, "on", "Day of the Operational Board")
		on.Hint("The page gives no time for it: enter the day of the meeting.")
		return rows(&on.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.SetBoard{On: v.ahead(on, wrong)}, wrong
		}
	})
}

func (v *View) petitionReported() {
	v.form("Record what the Board decided", "Record it", "Outcome recorded. Now tell the lead petitioner.", casework.ActPetitionReported, func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "The Operational Board had it on")
		if board := v.model.Page.Case.Petition.Board; !board.IsZero() && !board.After(v.model.moment.Today) {
			on.Set(board.String())
			on.Again()
		}
		outcome := f.Notes("outcome", "What it decided", 5)
		outcome.Hint("In the words that the lead petitioner will be told.")
		return rows(&on.Row, &outcome.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.PetitionReported{On: v.day(on, wrong), Outcome: outcome.Value()}, wrong
		}
	})
}

func (v *View) visitClaim() {
	v.form("Record the visit to the home", "Record it", "Visit recorded.", casework.ActVisitClaim, func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "Visited on")
		seen := f.Notes("seen", "What was seen", 5)
		seen.Hint("What is damaged and where. Who is liable is the insurer's to say.")
		return rows(&on.Row, &seen.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.VisitClaim{On: v.day(on, wrong), Seen: seen.Value()}, wrong
		}
	})
}

func (v *View) sendClaim() {
	v.form("The claim form was sent on", "Record it", "Claim form recorded as sent.", casework.ActSendClaim, func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "When it went")
		how := f.Choice("how", "How it went", dispatches()...)
		to := f.Text("to", "To whom")
		to.Hint("The insurance section, or the contractor whom the claim is against.")
		v.goes(how, to)
		return rows(&on.Row, &how.Row, &to.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.SendClaim{On: v.day(on, wrong), How: dispatch(how.Value()), To: to.Value()}, wrong
		}
	})
}

// goes fills in whom the form of the claim goes to, and how where the office's
// settings say it.
func (v *View) goes(how *field.Choice, to *field.Text) {
	s := v.model.moment.Settings
	whom, way := v.model.Page.Case.Claim.Goes(s)
	to.Set(whom)
	if way != "" {
		how.Set(capital(string(way)))
	}
	if way == casework.Posted {
		to.Hint("Its address is " + strings.Join(s.InsuranceAddress, ", ") + ".")
	}
}

func (v *View) claimTheirs() {
	v.form("Record the insurer's reference", "Keep it", "Reference kept.", casework.ActClaimTheirs, func(f *field.Form) (fyne.CanvasObject, filled) {
		ref := f.Text("reference", "Their reference")
		ref.Set(v.model.Page.Case.Claim.Theirs)
		return rows(&ref.Row), func() (casework.Act, map[string]string) {
			return casework.ClaimTheirs{Reference: ref.Value()}, nil
		}
	})
}

func (v *View) decideClaim() {
	v.form("Record the insurer's decision", "Record it", "Decision recorded.", casework.ActDecideClaim, func(f *field.Form) (fyne.CanvasObject, filled) {
		on := v.dayField(f, "on", "Decided on")
		decision := picks(f, "decision", "What was decided", casework.ClaimDecisions(), func(d casework.ClaimDecision) string { return capital(string(d)) })
		note := f.Notes("note", "What they wrote", 3)
		note.Optional()
		note.Hint("The decision is theirs. No finding of ours follows from it.")
		return rows(&on.Row, &decision.Row, &note.Row), func() (casework.Act, map[string]string) {
			wrong := map[string]string{}
			return casework.DecideClaim{On: v.day(on, wrong), Decision: decision.must(wrong, "Choose what was decided"), Note: note.Value()}, wrong
		}
	})
}
