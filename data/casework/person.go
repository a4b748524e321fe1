package casework

import (
	"casebook/data/calendar"
	"strings"
)

// Person is a resident or a representative as given to us. Names may be in
// any script and are kept as typed.
type Person struct {
	Name       string   `json:"name" history:"personal"`       // empty means "not given" (ruling 27)
	Address    string   `json:"address_as" history:"personal"` // how the person likes to be addressed, if said
	Telephones []string `json:"telephones" history:"personal"`
	Email      string   `json:"email" history:"personal"`
	Tenancy    string   `json:"tenancy" history:"personal"` // the housing system's tenancy reference
}

// Tenure is how a home is held; it decides what the law and the measures
// count (ruling 25).
type Tenure string

// The tenures that the rules tell apart.
const (
	Secure          Tenure = "secure"
	Introductory    Tenure = "introductory"
	Assured         Tenure = "assured"
	Leasehold       Tenure = "leasehold"
	SharedOwnership Tenure = "shared ownership"
	Temporary       Tenure = "temporary"
	OtherTenure     Tenure = "other"
)

// Tenures lists every tenure in the order of the constants.
func Tenures() []Tenure {
	return []Tenure{Secure, Introductory, Assured, Leasehold, SharedOwnership, Temporary, OtherTenure}
}

// Words names a tenure to an officer: "Secure tenancy"; "" where none is known.
func (t Tenure) Words() string {
	switch t {
	case "":
		return ""
	case Leasehold, SharedOwnership:
		return strings.ToUpper(string(t[:1])) + string(t[1:])
	case OtherTenure:
		return "Other tenure"
	}
	return strings.ToUpper(string(t[:1])) + string(t[1:]) + " tenancy"
}

// Measured says whether a tenure counts for the regulator's CH01 and CH02,
// which leave out leaseholders and tenures outside social rent (ruling 25).
// An unknown tenure counts, so that nothing is left out by an empty field.
func (t Tenure) Measured() bool {
	switch t {
	case Leasehold, Temporary, OtherTenure:
		return false
	}
	return true
}

// Home is a dwelling as given to us or as on the housing list.
type Home struct {
	Reference string   `json:"reference" history:"personal"` // the housing system's property reference
	Lines     []string `json:"lines" history:"personal"`     // address without the postcode
	Postcode  string   `json:"postcode" history:"personal"`
	Block     string   `json:"block" history:"personal"`
	Storeys   int      `json:"storeys"`
	HighRise  bool     `json:"high_rise"` // Building Safety Regulator's route
	Tenure    Tenure   `json:"tenure"`
	Landlord  string   `json:"landlord"`
	Area      string   `json:"area"`
}

// Representative speaks for the resident (Code 1.3, 3.6).
type Representative struct {
	Name       string        `json:"name" history:"personal"`
	Relation   string        `json:"relation" history:"personal"`
	Telephone  string        `json:"telephone" history:"personal"`
	Email      string        `json:"email" history:"personal"`
	Lines      []string      `json:"lines" history:"personal"`
	Postcode   string        `json:"postcode" history:"personal"`
	Authority  string        `json:"authority"` // how the resident's authority was given; empty means not yet
	Given      calendar.Date `json:"given,omitzero"`
	Scope      string        `json:"scope,omitempty" history:"personal"` // what they may be told and decide; empty means everything
	Until      calendar.Date `json:"until"`                              // last day of the authority, if it ends
	WriteToRep bool          `json:"write_to_rep"`
}

// ActsForDead says whether somebody is known who deals with the affairs of a
// resident who has died. An authority that the resident gave ended that day.
func (c Case) ActsForDead() bool {
	rep := c.Representative
	return rep.Name != "" && rep.Relation != "" && (rep.Until.IsZero() || rep.Until.After(c.Died))
}

// Reply is how the resident wants to hear from us.
type Reply string

// The ways to reply.
const (
	RingThenLetter Reply = "ring, then letter"
	ReplyLetter    Reply = "letter"
	ReplyEmail     Reply = "email"
	ReplyCollect   Reply = "collect"
)

// Contact is how we may and may not reach the resident, and what makes it
// easier for them (Code 5.10): needs, never a diagnosis.
type Contact struct {
	Reply       Reply        `json:"reply"`
	DoNot       string       `json:"do_not" history:"personal"` // "not before 10 am"
	Adjustments []Adjustment `json:"adjustments"`
}

// Adjustment is one reasonable adjustment asked for.
type Adjustment struct {
	Kind   string        `json:"kind"` // one of AdjustmentKinds
	Note   string        `json:"note" history:"personal"`
	Review calendar.Date `json:"review,omitzero"` // when it is looked at again with the resident (Code 5.10)
}

// Member is one of a group of residents who complain together.
type Member struct {
	ID         int           `json:"id"`
	ResidentID int64         `json:"resident_id,omitempty"`
	Person     Person        `json:"person"`
	Lines      []string      `json:"lines" history:"personal"`
	Postcode   string        `json:"postcode" history:"personal"`
	Joined     calendar.Date `json:"joined"`
}

// The kinds of adjustment that change how letters and calls are made.
const (
	TextFirst   = "text before calling"
	LargePrint  = "large print"
	Interpreter = "interpreter"
	ExtraTime   = "extra time"
	OtherNeed   = "other"
)

// AdjustmentKinds lists the kinds in the order of the constants.
func AdjustmentKinds() []string {
	return []string{TextFirst, LargePrint, Interpreter, ExtraTime, OtherNeed}
}

// Needs says whether the contact asks for one kind of adjustment.
func (c Contact) Needs(kind string) bool {
	for _, a := range c.Adjustments {
		if a.Kind == kind {
			return true
		}
	}
	return false
}
