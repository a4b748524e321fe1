// Package casework holds the words of the field (case, resident, home, stage,
// complaint point, remedy, promise, officer, office) and what may happen to a
// case. Each act is a pure function: the case as it is, the act, the day and
// the officer go in; the case as it becomes, or a refusal that says why, comes
// out. Nothing here knows how a case is kept or shown.
package casework

import (
	"casebook/data/calendar"
	"casebook/data/redress"
)

// Kind says what a contact is.
type Kind string

// The kinds of contact (Code 1.2, 1.4). A service request is recorded,
// monitored and reviewed, and is never counted as stage 1 (ruling 24).
// Information is what is kept and is neither: an anonymous report, and a
// dissatisfaction that its resident would not have as a complaint today
// (rulings 12 and 13).
const (
	Complaint      Kind = "complaint"
	ServiceRequest Kind = "service request"
	Information    Kind = "information"

	// What the landlord's pages promise besides complaints. None of them is ever
	// stage 1 (ruling 24).
	PetitionKind Kind = "petition"
	ClaimKind    Kind = "insurance claim"
	FixedSum     Kind = "fixed payment" // a missed visit, a letter, the door entry, Right to Repair
)

// Kinds lists every kind in the order of the constants.
func Kinds() []Kind {
	return []Kind{Complaint, ServiceRequest, Information, PetitionKind, ClaimKind, FixedSum}
}

// one says a kind with its article, for a sentence.
func (k Kind) one() string {
	switch k {
	case Information:
		return "kept as information"
	case ClaimKind:
		return "an insurance claim"
	}
	return "a " + string(k)
}

// Noun is what a record of a kind is called in a sentence: "the petition". What
// is only kept as information is a record and nothing more.
func (k Kind) Noun() string {
	if k == Information {
		return "record"
	}
	return string(k)
}

// Promised says whether a kind is one of the pages' standing promises, with
// clocks of its own and without stages.
func (k Kind) Promised() bool { return k == PetitionKind || k == ClaimKind || k == FixedSum }

// Grievance is what a resident is dissatisfied with. Conduct, a delay or a
// decision of ours is never a service request (ruling 12).
type Grievance string

// The grievances. NoGrievance means that nothing but a service is asked for.
const (
	NoGrievance    Grievance = ""
	Conduct        Grievance = "conduct"
	Delay          Grievance = "delay"
	Decision       Grievance = "decision"
	OtherGrievance Grievance = "other"
)

// Grievances lists what a dissatisfaction may be with.
func Grievances() []Grievance { return []Grievance{Conduct, Delay, Decision, OtherGrievance} }

// Channel is how a contact reached us: any way, to any member of staff
// (Code 3.1, 3.2).
type Channel string

// The channels, in the order in which a desk meets them.
const (
	Counter     Channel = "counter"
	Telephone   Channel = "telephone"
	ByLetter    Channel = "letter"
	ByEmail     Channel = "email"
	WebForm     Channel = "web form"
	SocialMedia Channel = "social media"
	Survey      Channel = "survey"
	Councillor  Channel = "councillor or MP"
	ThirdParty  Channel = "third party"
)

// Channels lists every channel in the order of the constants.
func Channels() []Channel {
	return []Channel{Counter, Telephone, ByLetter, ByEmail, WebForm, SocialMedia, Survey, Councillor, ThirdParty}
}

// Case is everything that one contact has become: a complaint with its
// stages, or a service request. It is a plain value; acts return a new one.
//
// Fields tagged history:"personal" hold a person's own data: history keeps
// them beside its entries under salted digests, so that they can be erased
// after retention while the chain still verifies.
type Case struct {
	ID        int64     `json:"id" history:"-"`
	Reference Reference `json:"reference"`
	Version   int       `json:"version" history:"-"` // number of the case's last history entry
	Office    int64     `json:"office"`
	Kind      Kind      `json:"kind"`
	Draft     string    `json:"draft"`  // id of the desk's draft it was recorded from; a crash records nothing twice
	Policy    string    `json:"policy"` // name@version, kept for life (ruling 1)

	Received   calendar.Date `json:"received"` // day 0: told to any member of staff or contractor (ruling 5)
	Recorded   calendar.Date `json:"recorded"` // the day it was put in the register
	RecordedBy int64         `json:"recorded_by"`
	Channel    Channel       `json:"channel"`

	ResidentID     int64          `json:"resident_id"` // 0 when the person is not on the housing list
	HomeID         int64          `json:"home_id"`
	Resident       Person         `json:"resident"` // as given for this case; a reload of the list never changes it
	Home           Home           `json:"home"`
	Representative Representative `json:"representative"`
	Contact        Contact        `json:"contact"`

	// Who has a record without stages, and looks after it during an absence.
	// Each stage has its own.
	Handler int64   `json:"handler,omitempty"`
	Covers  []Cover `json:"covers,omitempty"`

	Choice    Choice    `json:"choice"`
	Grievance Grievance `json:"grievance,omitempty"`
	Anonymous bool      `json:"anonymous,omitempty"` // kept as information; hazards in it are acted on (ruling 13)
	Group     []Member  `json:"group,omitempty"`     // the others of a group of residents; Resident leads it (Code 1.2)

	Story    string  `json:"story" history:"personal"`  // what happened, in the resident's words
	Wanted   string  `json:"wanted" history:"personal"` // the outcome sought (Code 5.6)
	Happened Day     `json:"happened"`
	Before   string  `json:"before" history:"personal"` // what the resident told us before
	Subject  string  `json:"subject"`                   // policy subject; decides the ombudsman's route
	Points   []Point `json:"points"`

	Stages   []Stage        `json:"stages"`
	Remedies []Remedy       `json:"remedies"`
	Redress  redress.Ledger `json:"redress"`
	Offers   []Offer        `json:"offers,omitempty"`
	Payments []Payment      `json:"payments,omitempty"`
	Waived   []Waiver       `json:"waived,omitempty"`
	Repairs  []RepairRight  `json:"repairs,omitempty"`
	Promised string         `json:"promised,omitempty"` // the policy's id of the promise a fixed payment is under
	Petition Petition       `json:"petition,omitzero"`  // of a petition only
	Claim    Claim          `json:"claim,omitzero"`     // of an insurance claim only

	Corrections []Correction `json:"corrections,omitempty"` // of a petition or a claim: what had been written down wrongly

	Promises []Promise `json:"promises"`
	Letters  []Letter  `json:"letters"`
	Calls    []Call    `json:"calls"`
	Notes    []Note    `json:"notes"`

	Links        []Link        `json:"links,omitempty"`
	Evidence     []Evidence    `json:"evidence,omitempty"`
	Hazards      []Hazard      `json:"hazards,omitempty"`
	Referrals    []Referral    `json:"referrals,omitempty"`
	Requests     []Request     `json:"requests,omitempty"`
	Enquiries    []Enquiry     `json:"enquiries,omitempty"`
	Restrictions []Restriction `json:"restrictions,omitempty"`
	Conflicts    []Conflict    `json:"conflicts,omitempty"`
	Risk         Risk          `json:"risk,omitempty"`                           // how urgent a building safety matter is
	Moves        []Move        `json:"moves,omitempty"`                          // homes the resident has left since; the first is what the case is about
	HousingRef   string        `json:"housing_ref,omitempty" history:"personal"` // the housing system's own reference of this matter
	Died         calendar.Date `json:"died,omitzero"`                            // the resident's death, as we were told

	Closed       calendar.Date `json:"closed"`
	Ended        Ending        `json:"ended,omitempty"`    // how it closed
	Withdrawn    calendar.Date `json:"withdrawn,omitzero"` // the day the resident withdrew it
	WithdrawnWhy string        `json:"withdrawn_why,omitempty" history:"personal"`
	Void         calendar.Date `json:"void,omitzero"` // the day it was found to be recorded in error
	VoidWhy      string        `json:"void_why,omitempty" history:"personal"`
	Reopenings   []Reopening   `json:"reopenings,omitempty"`
	Confidential bool          `json:"confidential"`
	Access       []int64       `json:"access"`           // officers who may see a confidential case
	Barred       []int64       `json:"barred,omitempty"` // officers who may never see it: those it is about
}

// Ending is how a case came to be closed.
type Ending string

// The endings.
const (
	Answered        Ending = "answered"
	DealtWith       Ending = "dealt with" // a service request or information
	NotAccepted     Ending = "not accepted"
	WithdrawnEnding Ending = "withdrawn"
	RecordedInError Ending = "recorded in error"
)

// Answer is the resident's answer when asked whether to treat their
// dissatisfaction as a complaint.
type Answer string

// The answers. ServiceOnly stands only where nothing but a service is asked
// for; any dissatisfaction shows the choice (ruling 12; Code 1.3, 1.4).
const (
	Complain    Answer = "complain"
	NotToday    Answer = "not today"
	ServiceOnly Answer = "service only"
)

// Choice is the record that the resident was offered the choice to complain.
type Choice struct {
	Answer Answer        `json:"answer"`
	By     int64         `json:"by"` // the officer who offered it
	On     calendar.Date `json:"on"`
}

// Day is a day that may be known only roughly ("early March").
type Day struct {
	Date  calendar.Date `json:"date"`
	Rough string        `json:"rough" history:"personal"`
}
