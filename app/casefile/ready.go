package casefile

import (
	"errors"
	"fmt"
	"slices"

	"casebook/data/casework"
)

// typed stands for whatever an officer would write: only the case decides
// whether the act could be done at all.
const typed = "-"

// Shut says why an act cannot be done to the case as it stands, whatever is
// typed; "" where it can. The case itself is asked: a refusal that names a
// field is one that an officer can mend, and any other shuts the act.
func (m *Model) Shut(act casework.ActName) string {
	if err := m.May(act); err != nil {
		return "Not for " + string(m.by.Role)
	}
	tries, none := m.tries(act)
	if len(tries) == 0 {
		return none
	}
	why := ""
	for _, try := range tries {
		_, err := casework.Apply(m.Page.Case, try, m.moment)
		var r *casework.Refusal
		switch {
		case err == nil, errors.As(err, &r) && r.Field != "":
			return ""
		case why == "":
			why = err.Error()
		}
	}
	return why
}

// tries are acts that differ in what cannot be typed: which point, which
// letter. Where the case has nothing that the act could be about there are
// none, and a sentence says so.
func (m *Model) tries(act casework.ActName) (tries []casework.Act, none string) {
	for _, about := range []func(casework.ActName) ([]casework.Act, string){m.triesCase, m.triesPoints, m.triesMoney, m.triesPromised, m.triesLists, m.triesBeyond, m.triesLetters} {
		if tries, none = about(act); len(tries) > 0 || none != "" {
			return tries, none
		}
	}
	return nil, "This is not done here"
}

// triesCase are the acts on the case as a whole.
func (m *Model) triesCase(act casework.ActName) ([]casework.Act, string) {
	today := m.moment.Today
	one := map[casework.ActName]casework.Act{
		casework.ActDescribe:      casework.Describe{Points: []casework.PointText{{}}},
		casework.ActChangeContact: casework.ChangeContact{Resident: m.Page.Case.Resident, Home: m.Page.Case.Home, Representative: m.Page.Case.Representative, Contact: m.Page.Case.Contact},
		casework.ActAuthority:     casework.Authority{}, casework.ActEndAuthority: casework.EndAuthority{},
		casework.ActAddMember: casework.AddMember{}, casework.ActLink: casework.LinkTo{},
		casework.ActRefuseStage2: casework.RefuseStage2{}, casework.ActAssign: casework.Assign{}, casework.ActCover: casework.CoverFor{},
		casework.ActReview: casework.ReviewAnswer{}, casework.ActAddRemedy: casework.AddRemedy{Text: typed},
		casework.ActEvidence: casework.AddEvidence{},
		casework.ActLogCall:  casework.LogCall{}, casework.ActNote: casework.AddNote{}, casework.ActProtect: casework.Protect{},
		casework.ActRestrict: casework.Restrict{What: typed, Why: typed, Equality: typed},
		casework.ActExtend:   casework.Extend{}, casework.ActAgreeUpdates: casework.AgreeUpdates{},
		casework.ActAskStage2: casework.AskStage2{}, casework.ActAskAppeal: casework.AskAppeal{On: today},
		casework.ActWithdraw: casework.Withdraw{}, casework.ActClose: casework.Close{}, casework.ActReopen: casework.Reopen{Why: typed},
		casework.ActRecount: casework.Recount{}, casework.ActVoid: casework.Void{Why: typed}, casework.ActPromise: casework.MakePromise{},
		casework.ActRefer: casework.Refer{}, casework.ActSetRisk: casework.SetRisk{}, casework.ActEnquire: casework.Enquire{},
		casework.ActAskOthers: casework.AskOthers{}, casework.ActMoved: casework.Moved{}, casework.ActDied: casework.Died{},
		casework.ActRenamed: casework.Renamed{}, casework.ActHousingRef: casework.SetHousingRef{Reference: m.Page.Case.HousingRef},
	}
	if try, ok := one[act]; ok {
		return []casework.Act{try}, ""
	}
	if act != casework.ActConflict {
		return nil, ""
	}
	tries := []casework.Act{casework.DeclareConflict{What: typed}}
	for _, o := range m.officers {
		tries = append(tries, casework.DeclareConflict{Officer: o.ID, What: typed})
	}
	return tries, ""
}

// triesPoints are the acts on one complaint point.
func (m *Model) triesPoints(act casework.ActName) (tries []casework.Act, none string) {
	today := m.moment.Today
	points := m.Page.Case.Points
	for _, p := range points {
		switch act {
		case casework.ActAnswer:
			tries = append(tries, casework.AnswerPoint{Point: p.ID})
		case casework.ActExclude:
			tries = append(tries, casework.Exclude{Point: p.ID})
		case casework.ActPassOn:
			tries = append(tries, casework.PassOn{Point: p.ID, To: typed, On: today, How: typed})
		case casework.ActOverturn:
			tries = append(tries, casework.Overturn{Point: p.ID, On: today})
		}
	}
	switch act {
	case casework.ActAnswer, casework.ActExclude:
		none = "The complaint has no points yet. Set it out first"
	case casework.ActPassOn, casework.ActOverturn:
		whole := casework.Act(casework.Overturn{On: today})
		if act == casework.ActPassOn {
			whole = casework.PassOn{To: typed, On: today, How: typed}
		}
		if m.Page.Case.Kind != casework.Complaint || act == casework.ActOverturn {
			tries = append(tries, whole)
		}
		none = "The complaint has no points yet. Set it out first"
	}
	return tries, none
}

// triesLists are the acts on something that the case has a list of.
func (m *Model) triesLists(act casework.ActName) ([]casework.Act, string) {
	c, today := m.Page.Case, m.moment.Today
	switch act {
	case casework.ActDropMember:
		return each(c.Group, func(g casework.Member) casework.Act { return casework.DropMember{Member: g.ID, Why: typed} }), "One resident complains here, not a group"
	case casework.ActUnlink:
		return each(c.Links, func(l casework.Link) casework.Act { return casework.Unlink{Link: l.ID} }), "This case is not linked to another"
	case casework.ActDropRemedy:
		return each(c.Remedies, func(r casework.Remedy) casework.Act { return casework.DropRemedy{Remedy: r.ID} }), "No remedy has been added"
	case casework.ActCorrectNote:
		return each(c.Notes, func(n casework.Note) casework.Act { return casework.CorrectNote{Note: n.ID} }), "There is no note yet"
	case casework.ActReviewLimit:
		return each(c.Restrictions, func(r casework.Restriction) casework.Act {
			return casework.ReviewRestriction{Restriction: r.ID, Why: typed}
		}), "Contact is not restricted"
	case casework.ActSentInError:
		return each(c.Letters, func(l casework.Letter) casework.Act { return casework.SentInError{Letter: l.ID} }), "No letter has gone"
	case casework.ActKeepPromise:
		return each(m.Unkept(), func(p casework.Promise) casework.Act { return casework.KeepPromise{Promise: p.ID, On: today} }), "Nothing is promised that has still to be kept"
	case casework.ActExplainPromise:
		return each(m.Unkept(), func(p casework.Promise) casework.Act { return casework.ExplainPromise{Promise: p.ID} }), "Nothing is promised that has still to be kept"
	case casework.ActRemind:
		return each(c.Requests, func(r casework.Request) casework.Act { return casework.Remind{Request: r.ID} }), "Nobody was asked for anything"
	case casework.ActGotAnswer:
		return each(c.Requests, func(r casework.Request) casework.Act { return casework.GotAnswer{Request: r.ID} }), "Nobody was asked for anything"
	}
	return nil, ""
}

// triesBeyond are the acts on hazards and before an ombudsman.
func (m *Model) triesBeyond(act casework.ActName) ([]casework.Act, string) {
	c, now := m.Page.Case, m.moment.Now
	referral := "Nobody has taken this case to an ombudsman. Record that first"
	hazard := "No hazard's clocks run on this case"
	switch act {
	case casework.ActStartHazard:
		return each(m.Hazards(), func(h hazardKind) casework.Act { return casework.StartHazard{Kind: h.ID, What: typed, Told: now} }), ""
	case casework.ActHazardJob:
		return each(c.Hazards, func(h casework.Hazard) casework.Act { return casework.HazardJob{Hazard: h.ID} }), hazard
	case casework.ActNotHazard:
		return each(c.Hazards, func(h casework.Hazard) casework.Act { return casework.NotHazard{Hazard: h.ID} }), hazard
	case casework.ActHazardStep:
		return each(m.HazardSteps(), func(s HazardStep) casework.Act {
			return casework.HazardStep{Hazard: s.Hazard, Step: s.Clock.Step}
		}), hazard
	case casework.ActEvidenceAsked:
		return each(c.Referrals, func(r casework.Referral) casework.Act { return casework.AskedForEvidence{Referral: r.ID} }), referral
	case casework.ActDetermine:
		return each(c.Referrals, func(r casework.Referral) casework.Act { return casework.Determine{Referral: r.ID} }), referral
	case casework.ActProgress:
		return each(c.Referrals, func(r casework.Referral) casework.Act { return casework.ReportProgress{Referral: r.ID} }), referral
	case casework.ActEvidenceSent:
		return each(m.Asks(), func(a Ask) casework.Act { return casework.SendEvidence{Referral: a.Referral, Ask: a.ID} }), "No ombudsman has asked for evidence"
	case casework.ActComply:
		return each(m.Orders(), func(o Order) casework.Act { return casework.Comply{Referral: o.Referral, Order: o.ID} }), "No ombudsman has ordered anything"
	}
	return nil, ""
}

// triesLetters are the acts that make a letter or record one made elsewhere.
func (m *Model) triesLetters(act casework.ActName) ([]casework.Act, string) {
	for _, k := range casework.LetterKinds() {
		switch act {
		case casework.MakeAct(k):
			return []casework.Act{casework.MakeLetter{Kind: k, Dated: m.moment.Today, Document: typed, Pages: 1}}, ""
		case casework.ElsewhereAct(k):
			return []casework.Act{casework.SentElsewhere{Kind: k, On: m.moment.Today, How: casework.Posted, To: typed}}, ""
		}
	}
	return nil, ""
}

func each[T any](list []T, act func(T) casework.Act) []casework.Act {
	var acts []casework.Act
	for _, item := range list {
		acts = append(acts, act(item))
	}
	return acts
}

// owed names the letter that each act owes the resident.
var owed = map[casework.ActName][]casework.LetterKind{
	casework.ActExtend:       {casework.ExtensionNotice},
	casework.ActExclude:      {casework.RefusalLetter, casework.PassOnLetter},
	casework.ActRefuseStage2: {casework.EscalationRefusal},
	casework.ActPassOn:       {casework.PassOnLetter},
	casework.ActWithdraw:     {casework.WithdrawalLetter},
	casework.ActAgreeUpdates: {casework.HoldingUpdate},
	casework.ActRestrict:     {casework.RestrictionLetter}, casework.ActReviewLimit: {casework.RestrictionLetter},
	casework.ActKeepPromise:   {casework.ActionLetter},
	casework.ActChangeContact: {casework.ConsentForm},

	casework.ActStartRepair: {casework.RepairNotice}, casework.ActAskSecond: {casework.SecondNotice},
	casework.ActPropose: moneyLetters, casework.ActApprove: moneyLetters,
	casework.ActPetitionReported: {casework.PetitionOutcome}, casework.ActVisitClaim: {casework.ClaimCover},
}

// moneyLetters tell of what is owed outside an answer; the first that fits does.
var moneyLetters = []casework.LetterKind{casework.FixedPaymentLetter, casework.RepairPaymentLetter, casework.OfferLetter}

// Owes is the letter to go on to after an act: the one that the act owes the
// resident now, if the case has it and the officer may write it. About is what
// it tells of where there may be several.
func (m *Model) Owes(out casework.Result) (kind casework.LetterKind, about int) {
	for _, kind := range owed[out.Act] {
		about = m.tellsOf(out, kind)
		try := casework.MakeLetter{Kind: kind, Dated: m.moment.Today, Document: typed, Pages: 1, About: about}
		if about < 0 || m.May(try.Name()) != nil {
			continue
		}
		if _, err := casework.Apply(out.Case, try, m.moment); err == nil {
			return kind, about
		}
	}
	return "", 0
}

// tellsOf is what the letter after an act tells of: the promise just kept. It is
// -1 where nothing new is there to tell: an update that is not due today, a
// representative who was there before, a letter about another point.
func (m *Model) tellsOf(out casework.Result, kind casework.LetterKind) int {
	was, now := m.Page.Case, out.Case
	switch kind {
	case casework.ActionLetter:
		for i, p := range now.Promises {
			if !p.Kept.IsZero() && i < len(was.Promises) && was.Promises[i].Kept.IsZero() {
				return p.ID
			}
		}
	case casework.HoldingUpdate:
		if u, ok := now.Current().NextUpdate(); !ok || u.Due.After(m.moment.Today) {
			return -1
		}
	case casework.ConsentForm:
		if now.Representative.Name == was.Representative.Name {
			return -1
		}
	case casework.RepairNotice, casework.SecondNotice:
		return repairTold(out, kind)
	case casework.FixedPaymentLetter, casework.RepairPaymentLetter, casework.OfferLetter:
		if drafts := now.ToOffer(); len(drafts) == 0 || !drafts[0].Agreed() || drafts[0].Stage > 0 {
			return -1 // what an answer offers goes with the answer
		}
	case casework.RefusalLetter, casework.PassOnLetter:
		if !leftOutAs(was, now, kind) {
			return -1
		}
	}
	return 0
}

// repairTold is the repair that an act has just given a period to.
func repairTold(out casework.Result, kind casework.LetterKind) int {
	for _, r := range slices.Backward(out.Case.Repairs) {
		if kind == casework.RepairNotice && r.FirstTold.IsZero() || kind == casework.SecondNotice && !r.Asked.IsZero() && r.SecondTold.IsZero() {
			return r.ID
		}
	}
	return -1
}

// leftOutAs says whether a point was just left out or passed on in a way that
// its resident is told of in a kind of letter.
func leftOutAs(was, now casework.Case, kind casework.LetterKind) bool {
	for _, p := range now.Points {
		before := was.Point(p.ID)
		if before == nil {
			before = &casework.Point{}
		}
		passed := before.Passed.On.IsZero() && !p.Passed.On.IsZero()
		left := before.Excluded.Reason == "" && p.Excluded.Reason != ""
		switch {
		case kind == casework.PassOnLetter && (passed || left && p.Excluded.ReRoute), kind == casework.RefusalLetter && left && !p.Excluded.ReRoute:
			return true
		}
	}
	return false
}

// counted says one or many: "1 of them", "3 of them".
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
