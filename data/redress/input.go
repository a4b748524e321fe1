package redress

import (
	"casebook/data/calendar"
	"casebook/data/policy"
)

// Kind says how a line is worked out, and so which part of its Input counts.
type Kind string

// The kinds of line.
const (
	Damaged  Kind = "damaged item"  // replacement cost by age, life and condition (ruling 22)
	Spent    Kind = "money spent"   // a bill or receipt
	Rated    Kind = "so many times" // a number of days, meals or weeks at one price
	Powered  Kind = "electricity"   // an appliance that had to run
	Judged   Kind = "inconvenience" // a judgement of severity, in a band (ruling 18)
	Visits   Kind = "missed appointments"
	Letters  Kind = "letters not acknowledged"
	DoorOut  Kind = "communal door entry"
	Repaired Kind = "right to repair"
	Ordered  Kind = "ombudsman award"
)

// Kinds lists every kind in the order of the constants.
func Kinds() []Kind {
	return []Kind{Damaged, Spent, Rated, Powered, Judged, Visits, Letters, DoorOut, Repaired, Ordered}
}

// Input is what an officer gave for one line. Kind says which part of it
// counts; the others are empty.
type Input struct {
	Kind   Kind   `json:"kind"`
	Title  string `json:"title" history:"personal"` // empty: the kind's own words
	Reason string `json:"reason,omitempty"`         // the policy's id, for a loss or an inconvenience
	Also   string `json:"also,omitempty" history:"personal"`

	Item    Item        `json:"item,omitzero"`
	Cost    Cost        `json:"cost,omitzero"`
	Rate    Rate        `json:"rate,omitzero"`
	Power   Power       `json:"power,omitzero"`
	Harm    Harm        `json:"harm,omitzero"`
	Visits  []Visit     `json:"visits,omitempty"`
	Letters []Unheard   `json:"letters,omitempty"`
	Door    Door        `json:"door,omitzero"`
	Repair  Repair      `json:"repair,omitzero"`
	Award   AwardedSum  `json:"award,omitzero"`
	Proofs  []ProofSeen `json:"proofs,omitempty"` // receipts, quotes and photographs
}

// only is the input with the part that counts: what was typed for another kind
// before this one was chosen is not kept.
func (in Input) only() Input {
	kept := Input{Kind: in.Kind, Title: in.Title, Reason: in.Reason, Also: in.Also, Proofs: in.Proofs}
	switch in.Kind {
	case Damaged:
		kept.Item = in.Item
	case Spent:
		kept.Cost = in.Cost
	case Rated:
		kept.Rate = in.Rate
	case Powered:
		kept.Power = in.Power
	case Judged:
		kept.Harm = in.Harm
	case Visits:
		kept.Visits = in.Visits
	case Letters:
		kept.Letters = in.Letters
	case DoorOut:
		kept.Door = in.Door
	case Repaired:
		kept.Repair = in.Repair
	case Ordered:
		kept.Award = in.Award
	}
	return kept
}

// ProofSeen is a receipt, quote or photograph that an officer looked at.
type ProofSeen struct {
	What     string        `json:"what" history:"personal"`
	On       calendar.Date `json:"on,omitzero"`
	Evidence int           `json:"evidence,omitempty"` // its number among the case's evidence; 0 when it was only seen
}

// Item is a damaged thing (ruling 22; current page, Financial loss).
type Item struct {
	Replacement Pence  `json:"replacement"`      // what a new one of the same kind costs
	Age         int    `json:"age"`              // months old on the day of the damage
	Life        string `json:"life"`             // the id of its row in the table of lives; empty where Months is typed
	Months      int    `json:"months,omitempty"` // how long it usually lasts, where no row fits
	LifeWhy     string `json:"life_why,omitempty" history:"personal"`
	Condition   string `json:"condition"` // the id of its row in the table of conditions
}

// Cost is money that the resident spent.
type Cost struct {
	Sum Pence         `json:"sum"`
	On  calendar.Date `json:"on,omitzero"`
}

// Rate is a number of days, meals or weeks at one price. With From and Until,
// both days counted, Count is the number of days.
type Rate struct {
	Count int           `json:"count"`
	Unit  string        `json:"unit"` // "day", "week", "meal", "visit"
	Each  Pence         `json:"each"`
	From  calendar.Date `json:"from,omitzero"`
	Until calendar.Date `json:"until,omitzero"`
}

// Power is an appliance that had to run: watts, hours a day, days, and the
// price of a kilowatt-hour in hundredths of a penny.
type Power struct {
	Watts int           `json:"watts"`
	Hours int           `json:"hours"`
	Days  int           `json:"days"`
	Price int           `json:"price"`
	From  calendar.Date `json:"from,omitzero"`
	Until calendar.Date `json:"until,omitzero"`
}

// Harm is a judgement of how severe an inconvenience was. The band is chosen,
// never worked out from the sum, and the sum lies in it, both ends included,
// or under every band with a reason (ruling 18).
type Harm struct {
	Band     string   `json:"band"` // the policy's id; empty for below the bands
	Sum      Pence    `json:"sum"`
	Impact   string   `json:"impact" history:"personal"`
	Factors  []Factor `json:"factors,omitempty"`
	Below    string   `json:"below,omitempty" history:"personal"` // why a sum under every band is right
	Route    string   `json:"route,omitempty"`                    // "yes" or "no": would a legal or insurance route be right
	RouteWhy string   `json:"route_why,omitempty" history:"personal"`

	Lost  string        `json:"lost,omitempty"` // the id of the guidance's tariff for what was lost, to compare with
	From  calendar.Date `json:"from,omitzero"`
	Until calendar.Date `json:"until,omitzero"`
}

// Factor is something that made it worse or better, with a note.
type Factor struct {
	Factor string `json:"factor"` // the policy's id
	Note   string `json:"note" history:"personal"`
}

// Slot is the part of the day an appointment was for.
type Slot string

// The slots of an appointment. The page defines the first two; one for all day
// goes by the morning's hour, as a setting.
const (
	Morning   Slot = "morning"
	Afternoon Slot = "afternoon"
	AllDay    Slot = "all day"
)

// Visit is one appointment that was not kept.
type Visit struct {
	On         calendar.Date `json:"on"`
	Slot       Slot          `json:"slot"`
	Told       bool          `json:"told"`              // the resident was told beforehand, on the day or before it
	ToldOn     calendar.Date `json:"told_on,omitzero"`  // the day they were told; the day itself when empty
	ToldAt     policy.Minute `json:"told_at"`           // the time of that day
	Came       bool          `json:"came"`              // somebody came, but late
	Late       int           `json:"late,omitempty"`    // by so many minutes
	Contact    bool          `json:"contact,omitempty"` // and got in touch about it
	Contractor bool          `json:"contractor,omitempty"`
	Excluded   string        `json:"excluded,omitempty"` // the exclusion that applies, in words; nothing is paid then
}

// Unheard is one letter that was not acknowledged in time.
type Unheard struct {
	Received     calendar.Date `json:"received"`
	Acknowledged calendar.Date `json:"acknowledged,omitzero"` // none: not yet
	Paper        bool          `json:"paper"`                 // on paper, not e-mail
	Delivered    bool          `json:"delivered"`             // addressed and delivered to one housing office
	OwnMatter    bool          `json:"own_matter"`            // about something that office can settle
	Excluded     string        `json:"excluded,omitempty"`
}

// Door is a communal door entry system that did not work.
type Door struct {
	From     calendar.Date `json:"from"`           // the first day it did not work
	Until    calendar.Date `json:"until,omitzero"` // the day it worked again; none: not yet, counted to today
	Excluded string        `json:"excluded,omitempty"`
}

// Repair is one qualifying repair under the Right to Repair (SI 1994/133).
type Repair struct {
	ID       int           `json:"id,omitempty"` // its number among the case's repairs; 0 at the counter
	Defect   string        `json:"defect"`       // a row of the schedule; HeatingLoss for either heating row
	Right    bool          `json:"right"`        // the tenancy has the right
	Cost     Pence         `json:"cost"`         // the estimate, at most the limit
	Reported calendar.Date `json:"reported"`
	Asked    calendar.Date `json:"asked,omitzero"`  // the second contractor was asked for
	Done     calendar.Date `json:"done,omitzero"`   // none: not yet, counted to today
	Ended    string        `json:"ended,omitempty"` // what ended the right: access refused, not the landlord's repair

	// The periods as the tenant was told them: a bank holiday proclaimed since
	// moves neither. One that nobody was told is counted.
	FirstBy  policy.Deadline `json:"first_by,omitzero"`
	SecondBy policy.Deadline `json:"second_by,omitzero"`
}

// HeatingLoss is the defect of either heating row: which of the two applies is
// the season of the day on which each period starts (ruling 20).
const HeatingLoss = policy.HeatingLoss

// AwardedSum is money that an ombudsman ordered.
type AwardedSum struct {
	Body     string `json:"body"`
	Referral int    `json:"referral"`
	Order    int    `json:"order,omitempty"`
	Sum      Pence  `json:"sum"`
}
