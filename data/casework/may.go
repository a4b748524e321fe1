package casework

import "slices"

// permission is one line of the table of who may do what to a case: the act,
// the least role that may, and what it is in words for the printed table.
type permission struct {
	act   ActName
	least Role
	words string
}

// permissions is the table.
var permissions = append(caseActs, letterActs()...)

var caseActs = []permission{
	{ActRecord, FrontDesk, "Record a contact"},
	{ActRecordPetition, FrontDesk, "Record a petition"},
	{ActRecordClaim, FrontDesk, "Record an insurance claim"},
	{ActRecordFixed, FrontDesk, "Record a fixed payment asked for"},
	{ActDescribe, FrontDesk, "Set out the points and the outcome sought"},
	{ActChangeContact, FrontDesk, "Change who and where the resident is and how to reach them"},
	{ActAuthority, FrontDesk, "Record a representative's authority"},
	{ActEndAuthority, FrontDesk, "End a representative's authority"},
	{ActAddMember, FrontDesk, "Add somebody to a group of residents"},
	{ActDropMember, FrontDesk, "Take somebody out of a group of residents"},
	{ActLink, FrontDesk, "Link two cases"},
	{ActUnlink, Investigator, "Take a link away"},
	{ActExclude, Investigator, "Leave a point out of the complaint"},
	{ActOverturn, Manager, "Set a refusal aside"},
	{ActRefuseStage2, Manager, "Refuse to open stage 2"},
	{ActAssign, Investigator, "Give the case to an officer"},
	{ActCover, Investigator, "Have somebody look after the case during an absence"},
	{ActConflict, FrontDesk, "Declare a conflict of interest"},
	{ActReview, Investigator, "Review an answer before it goes"},
	{ActAnswer, Investigator, "Answer a point"},
	{ActAddRemedy, Investigator, "Add a remedy"},
	{ActDropRemedy, Investigator, "Take a remedy back"},
	{ActOfferRedress, Investigator, "Offer money"},
	{ActDropRedress, Investigator, "Take a sum back"},
	{ActChangeRedress, Investigator, "Change a sum"},
	{ActPropose, Investigator, "Propose an offer of money"},
	{ActApprove, Investigator, "Approve an offer of money within the role's limit"},
	{ActSendBackOffer, Investigator, "Send an offer of money back"},
	{ActAnswerOffer, FrontDesk, "Record the resident's answer to an offer"},
	{ActPay, Investigator, "Record a payment"},
	{ActPaidInError, Investigator, "Record that a payment was made in error"},
	{ActWaiveLate, Investigator, "Decide that our own lateness needs no sum"},
	{ActEvidence, FrontDesk, "Add evidence"},
	{ActLogCall, FrontDesk, "Record a conversation or an attempt"},
	{ActNote, FrontDesk, "Add a note"},
	{ActCorrectNote, FrontDesk, "Correct a note"},
	{ActProtect, Manager, "Say who may see the case"},
	{ActRestrict, Manager, "Restrict contact"},
	{ActReviewLimit, Manager, "Review or end a restriction of contact"},
	{ActExtend, Investigator, "Extend the response date"},
	{ActAgreeUpdates, Investigator, "Agree days for updates"},
	{ActAskStage2, FrontDesk, "Record that stage 2 was asked for"},
	{ActAskAppeal, Investigator, "Open the earlier policy's appeal"},
	{ActWithdraw, FrontDesk, "Record that the resident withdrew"},
	{ActClose, Investigator, "Close the case"},
	{ActReopen, Investigator, "Reopen the case"},
	{ActRecount, Manager, "Count the dates again after a change of bank holidays"},
	{ActSentInError, Investigator, "Record that a letter was sent in error"},
	{ActTakeBack, FrontDesk, "Take back one's own last act within ten minutes"},
	{ActVoid, Manager, "Mark the record as made in error"},
	{ActPromise, Investigator, "Promise something by a day"},
	{ActKeepPromise, FrontDesk, "Record that a promise was kept"},
	{ActExplainPromise, Investigator, "Explain a promise not kept and give a new day"},
	{ActRefer, Investigator, "Record a referral to an ombudsman"},
	{ActEvidenceAsked, Investigator, "Record an ombudsman's request for evidence"},
	{ActEvidenceSent, Investigator, "Record evidence sent to an ombudsman"},
	{ActDetermine, Manager, "Record an ombudsman's determination"},
	{ActComply, Investigator, "Record that an order was carried out"},
	{ActProgress, Investigator, "Report progress on severe maladministration"},
	{ActSetRisk, FrontDesk, "Say how urgent a building safety matter is"},
	{ActStartHazard, FrontDesk, "Start a hazard's clocks"},
	{ActHazardJob, FrontDesk, "Record a hazard's repairs job"},
	{ActHazardStep, Investigator, "Record a step taken on a hazard"},
	{ActNotHazard, Investigator, "Say that there is no hazard"},
	{ActInvestigatePetition, Investigator, "Record the investigation of a petition"},
	{ActSetBoard, Investigator, "Say which Operational Board has a petition"},
	{ActPetitionReported, Investigator, "Record what the Operational Board decided on a petition"},
	{ActCorrectPetition, FrontDesk, "Correct how many signed a petition, or what it says"},
	{ActVisitClaim, Investigator, "Record the visit for an insurance claim"},
	{ActSendClaim, Investigator, "Record that the claim form went"},
	{ActClaimTheirs, FrontDesk, "Record the insurer's reference"},
	{ActDecideClaim, Investigator, "Record what the insurer decided"},
	{ActCorrectClaim, FrontDesk, "Correct whom an insurance claim is against"},
	{ActStartRepair, FrontDesk, "Start a repair's periods under the Right to Repair"},
	{ActAskSecond, FrontDesk, "Record that a second contractor was asked for"},
	{ActRepairDone, FrontDesk, "Record that a repair was done"},
	{ActEndRepair, Investigator, "End the right to a repair"},
	{ActEnquire, FrontDesk, "Record that the resident asked for progress"},
	{ActAskOthers, FrontDesk, "Ask another team or contractor"},
	{ActRemind, FrontDesk, "Remind them"},
	{ActGotAnswer, FrontDesk, "Record their answer"},
	{ActPassOn, FrontDesk, "Pass on what is not ours"},
	{ActMoved, FrontDesk, "Record that the resident moved"},
	{ActDied, FrontDesk, "Record that the resident died"},
	{ActRenamed, FrontDesk, "Record that the resident changed their name"},
	{ActSamePerson, Investigator, "Join two records of one person"},
	{ActHousingRef, FrontDesk, "Record the housing system's reference"},
}

// writers are the least roles that may make, print and send each kind of
// letter. A letter that answers or refuses is written by those who investigate.
var writers = map[LetterKind]Role{
	Acknowledgement: FrontDesk, Receipt: FrontDesk, ServiceLetter: FrontDesk, ConsentForm: FrontDesk,
	ComplainSlip: FrontDesk, ProgressSlip: FrontDesk, PassOnLetter: FrontDesk, WithdrawalLetter: FrontDesk, ActionLetter: FrontDesk,
	Response: Investigator, ExtensionNotice: Investigator, RefusalLetter: Investigator, HoldingUpdate: Investigator,
	EscalationRefusal: Manager, RestrictionLetter: Manager,
	RepairNotice: FrontDesk, SecondNotice: FrontDesk, PetitionAcknowledgement: FrontDesk,
	ClaimCover: Investigator, OfferLetter: Investigator, FixedPaymentLetter: Investigator, RepairPaymentLetter: Investigator, PetitionOutcome: Investigator,
}

// letterActs are the lines of the table for every kind of letter.
func letterActs() []permission {
	var all []permission
	for _, k := range LetterKinds() {
		least := writers[k]
		all = append(all,
			permission{MakeAct(k), least, "Write the " + k.Words()},
			permission{PrintAct(k), least, "Print the " + k.Words()},
			permission{SendAct(k), least, "Say how the " + k.Words() + " went"})
		if !k.Slip() {
			all = append(all, permission{ElsewhereAct(k), atLeast(least, Investigator),
				"Record that the " + k.Words() + " was sent outside Casebook"})
		}
	}
	return all
}

// standing orders the roles that act on cases.
var standing = map[Role]int{FrontDesk: 1, Investigator: 2, Manager: 3}

func atLeast(a, b Role) Role {
	if standing[a] > standing[b] {
		return a
	}
	return b
}

// allowed says whether a role may do an act.
func allowed(r Role, act ActName) bool {
	for _, p := range permissions {
		if p.act == act {
			return standing[r] >= standing[p.least]
		}
	}
	return false
}

// ActNames lists every act in the table, for the printed document of who may
// do what and for the tests that walk it.
func ActNames() []ActName {
	names := make([]ActName, len(permissions))
	for i, p := range permissions {
		names[i] = p.act
	}
	return names
}

// Words says an act as the printed table names it.
func (a ActName) Words() string {
	for _, p := range permissions {
		if p.act == a {
			return p.words
		}
	}
	return string(a)
}

// Deed is something an officer does that is not an act on one case.
type Deed string

// The deeds.
const (
	SeeCases       Deed = "see cases"
	SeeFigures     Deed = "see the board's figures"
	SaveReport     Deed = "save the board report"
	SeeLoad        Deed = "see each officer's load"
	ChangeSettings Deed = "change settings"
	ChangeOfficers Deed = "change officers"
	LoadHousing    Deed = "load the housing list"
	CareForRecords Deed = "back up, check and restore"
	ErasePersonal  Deed = "erase a person's data"
)

// deeds is the table of who may do what besides acting on cases (ruling 29).
var deeds = map[Role][]Deed{
	FrontDesk:    {SeeCases},
	Investigator: {SeeCases, SeeFigures},
	Manager: {SeeCases, SeeFigures, SaveReport, SeeLoad, ChangeSettings, ChangeOfficers, LoadHousing,
		CareForRecords, ErasePersonal},
	BoardReader: {SeeFigures, SaveReport},
}

// Deeds lists every deed in the order of the constants.
func Deeds() []Deed { return slices.Clone(deeds[Manager]) }

// MayDo says whether an officer may do a deed; the refusal names who may.
func MayDo(o Officer, d Deed) error {
	if !o.Left && slices.Contains(deeds[o.Role], d) {
		return nil
	}
	return refuse("not-yours", "", "%s may not %s. Ask a complaints manager", name(o), d)
}

// May says whether an officer may do an act to a case: the role allows it and
// the case is one that the officer may see. A new record is an act on the zero
// Case.
func May(o Officer, act ActName, c Case) error {
	if o.Left || !allowed(o.Role, act) {
		return refuse("not-yours", "", "As %s, %s may not do this: %s. Ask an investigating officer or a complaints manager",
			o.Role, name(o), act.Words())
	}
	if c.ID != 0 && !Visible(o, c) {
		return refuse("not-seen", "", "There is no such case")
	}
	return nil
}

// Visible says whether an officer may see a case: their own office or all,
// and for a confidential case only those named on it. Those it is about never
// see it. What may not be seen is
// absent from every read and every count. The register says the same in SQL.
func Visible(o Officer, c Case) bool {
	if MayDo(o, SeeCases) != nil || slices.Contains(c.Barred, o.ID) {
		return false
	}
	if c.Confidential {
		return slices.Contains(c.Access, o.ID)
	}
	return o.AllOffices || o.Office == c.Office
}

func name(o Officer) string {
	if o.Name == "" {
		return "this officer"
	}
	return o.Name
}
