package casework

import "slices"

// Names of the acts, as kept in history and listed in the table of who may do
// what. Letters have one name for each kind, since a front desk may
// acknowledge and may not answer.
const (
	ActRecord         ActName = "record"
	ActDescribe       ActName = "describe"
	ActChangeContact  ActName = "change contact"
	ActAssign         ActName = "assign"
	ActAnswer         ActName = "answer"
	ActAddRemedy      ActName = "add remedy"
	ActDropRemedy     ActName = "drop remedy"
	ActOfferRedress   ActName = "offer redress"
	ActDropRedress    ActName = "drop redress"
	ActPromise        ActName = "promise"
	ActKeepPromise    ActName = "keep promise"
	ActLogCall        ActName = "log call"
	ActNote           ActName = "note"
	ActExtend         ActName = "extend"
	ActAskStage2      ActName = "ask for stage 2"
	ActClose          ActName = "close"
	ActMakeReceipt    ActName = "make receipt"
	ActMakeAck        ActName = "make acknowledgement"
	ActMakeResponse   ActName = "make response"
	ActPrintReceipt   ActName = "print receipt"
	ActPrintAck       ActName = "print acknowledgement"
	ActPrintResponse  ActName = "print response"
	ActSendReceipt    ActName = "dispatch receipt"
	ActSendAck        ActName = "dispatch acknowledgement"
	ActSendResponse   ActName = "dispatch response"
	ActRecordAck      ActName = "record acknowledgement sent elsewhere"
	ActRecordResponse ActName = "record response sent elsewhere"
)

// counter is what everybody who meets residents may do.
var counter = []ActName{
	ActRecord, ActDescribe, ActChangeContact, ActLogCall, ActNote, ActKeepPromise, ActAskStage2,
	ActMakeReceipt, ActPrintReceipt, ActSendReceipt, ActMakeAck, ActPrintAck, ActSendAck,
}

// investigating is what those who answer complaints may do besides.
var investigating = []ActName{
	ActAssign, ActAnswer, ActAddRemedy, ActDropRemedy, ActOfferRedress, ActDropRedress, ActPromise,
	ActExtend, ActClose, ActMakeResponse, ActPrintResponse, ActSendResponse, ActRecordAck, ActRecordResponse,
}

// acts is the table of who may do what to a case.
var acts = map[Role][]ActName{
	FrontDesk:    counter,
	Investigator: append(slices.Clone(counter), investigating...),
	Manager:      append(slices.Clone(counter), investigating...),
	BoardReader:  nil,
}

// ActNames lists every act in the table, for the printed document of who may
// do what and for the tests that walk it.
func ActNames() []ActName { return append(slices.Clone(counter), investigating...) }

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
	if o.Left || !slices.Contains(acts[o.Role], act) {
		return refuse("not-yours", "", "As %s, %s may not %s. Ask an investigating officer or a complaints manager",
			o.Role, name(o), act)
	}
	if c.ID != 0 && !Visible(o, c) {
		return refuse("not-seen", "", "There is no such case")
	}
	return nil
}

// Visible says whether an officer may see a case: their own office or all,
// and for a confidential case only those named on it. What may not be seen is
// absent from every read and every count. The register says the same in SQL.
func Visible(o Officer, c Case) bool {
	if MayDo(o, SeeCases) != nil {
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
