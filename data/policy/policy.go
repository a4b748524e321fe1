// Package policy holds the landlord's promises as dated data: clocks, stages,
// exclusions, outcomes, remedies, sums and ombudsmen, each with the place it
// comes from. Every number of days and every sum of money that Casebook uses is
// in the files this package reads; no other package has one of its own.
package policy

import (
	"strings"

	"casebook/data/calendar"
)

// Act names something that a clock runs for. The names are part of the --json
// interface and of stored cases, and stay.
type Act string

// The acts that have a clock in a shipped policy or promise.
const (
	Acknowledge            Act = "acknowledge"
	Respond                Act = "respond"
	RespondExtended        Act = "respond-extended"
	AcknowledgeStage2      Act = "acknowledge-stage-2"
	RespondStage2          Act = "respond-stage-2"
	RespondStage2Extended  Act = "respond-stage-2-extended"
	Refuse                 Act = "refuse"
	AcknowledgeOverturned  Act = "acknowledge-overturned"
	AnswerAppeal           Act = "answer-appeal" // no clock: an officer types the day (ruling 3)
	AcknowledgePetition    Act = "acknowledge-petition"
	InvestigatePetition    Act = "investigate-petition"
	SendInsuranceClaim     Act = "send-insurance-claim"
	AcknowledgeLetter      Act = "acknowledge-letter"
	RepairFirst            Act = "repair-first"  // the first period of the Right to Repair
	RepairSecond           Act = "repair-second" // the second contractor's period
	Pay                    Act = "pay"           // money that became owed
	FinancialOmbudsmanOpen Act = "financial-ombudsman-open"
	HazardEmergency        Act = "hazard-emergency"
	HazardInvestigate      Act = "hazard-investigate"
	HazardMakeSafe         Act = "hazard-make-safe"
	HazardSummary          Act = "hazard-summary"
	HazardWorks            Act = "hazard-works"
)

// titles are the acts as they are said to an officer.
var titles = map[Act]string{
	Acknowledge:            "Acknowledge",
	Respond:                "Respond",
	RespondExtended:        "Respond (extended)",
	AcknowledgeStage2:      "Acknowledge stage 2",
	RespondStage2:          "Respond at stage 2",
	RespondStage2Extended:  "Respond at stage 2 (extended)",
	Refuse:                 "Send the refusal",
	AcknowledgeOverturned:  "Acknowledge after the refusal was overturned",
	AnswerAppeal:           "Answer the appeal",
	AcknowledgePetition:    "Acknowledge the petition",
	InvestigatePetition:    "Investigate the petition",
	SendInsuranceClaim:     "Send the claim form on",
	AcknowledgeLetter:      "Acknowledge the letter",
	RepairFirst:            "Do the repair",
	RepairSecond:           "Do the repair, second contractor",
	Pay:                    "Pay what is owed",
	FinancialOmbudsmanOpen: "The Financial Ombudsman can be asked",
	HazardEmergency:        "Investigate the emergency and make the home safe",
	HazardInvestigate:      "Investigate the hazard",
	HazardMakeSafe:         "Make the home safe",
	HazardSummary:          "Give the resident the written summary",
	HazardWorks:            "Start the further works",
}

// Title says the act in words, for screens and plain output; an act of an
// office's own policy is said by its name.
func (a Act) Title() string {
	if title, ok := titles[a]; ok {
		return title
	}
	return string(a)
}

// What a clock starts from.
const (
	FromReceipt         = "receipt"
	FromAcknowledgement = "acknowledgement"
	FromDue             = "due"           // the original due date of the same stage
	FromOverturning     = "overturning"   // the day a refusal was set aside
	FromTold            = "told"          // the minute any of our people was told of a hazard
	FromInvestigation   = "investigation" // the day the investigation of a hazard ended
)

// Source is where a rule comes from. At least one part is filled in for every
// rule in the files.
type Source struct {
	Page     string `toml:"page" json:"page,omitempty"`         // the landlord's published page, and the part of it
	Code     string `toml:"code" json:"code,omitempty"`         // provision of the Complaint Handling Code
	Ruling   string `toml:"ruling" json:"ruling,omitempty"`     // how the office reads what the others leave open
	Law      string `toml:"law" json:"law,omitempty"`           // act or regulations
	Guidance string `toml:"guidance" json:"guidance,omitempty"` // the Ombudsman's guidance, which is not the Code
}

// String prints the source small, as it stands beside a rule on the screen: its
// weightiest part, such as "Code 6.3".
func (s Source) String() string {
	if parts := s.Parts(); len(parts) > 0 {
		return parts[0]
	}
	return ""
}

// Parts returns every part of the source in words, the weightiest first.
func (s Source) Parts() []string {
	var parts []string
	for _, part := range []struct{ prefix, text string }{
		{"", s.Law}, {"Code ", s.Code}, {"", s.Guidance}, {"", s.Page}, {"ruling ", s.Ruling},
	} {
		if part.text != "" {
			parts = append(parts, part.prefix+part.text)
		}
	}
	return parts
}

// Full returns every part of the source on one line.
func (s Source) Full() string { return strings.Join(s.Parts(), "; ") }

// Clock is one length of time promised for an act.
type Clock struct {
	Act    Act    `toml:"act"`
	Days   int    `toml:"days"` // how many of Unit
	Unit   string `toml:"unit"` // calendar.WorkingDays, calendar.CalendarDays or calendar.Weeks; Hours for a hazard only
	From   string `toml:"from"` // FromReceipt and its neighbours
	Note   string `toml:"note"`
	Source Source `toml:"source"`
}

// Policy is one complete version of how complaints are dealt with.
type Policy struct {
	Name       string        `toml:"name"`    // "earlier", "current": what --policy takes
	Version    string        `toml:"version"` // changes whenever a rule in the file changes
	Title      string        `toml:"title"`
	From       calendar.Date `toml:"from"` // the first day of receipt it applies to; no date for the oldest
	FromSource Source        `toml:"from-source"`

	Definition Definition   `toml:"definition"`
	Clocks     []Clock      `toml:"clock"`
	Stages     []StageRule  `toml:"stage"`
	Appeal     *Appeal      `toml:"appeal"` // only where a policy has one in place of stage 2
	Exclusions []Exclusion  `toml:"exclusion"`
	Others     []Elsewhere  `toml:"elsewhere"` // who deals with what is not ours
	Outcomes   []Outcome    `toml:"outcome"`
	Remedies   []Remedy     `toml:"remedy"`
	Retired    []Retired    `toml:"retired"`
	Gaps       []Gap        `toml:"gap"`
	Letters    []Obligation `toml:"obligation"`

	Bands                []Band             `toml:"band"`
	LossHeads            []Reason           `toml:"loss-head"`
	InconvenienceReasons []Reason           `toml:"inconvenience"`
	Valuation            []Reason           `toml:"valuation"` // what the worth of an item is judged by
	MissedAppointment    *MissedAppointment `toml:"missed-appointment"`

	Ombudsmen []Ombudsman `toml:"ombudsman"`
	Subjects  []Subject   `toml:"subject"`
}

// ID names the policy and its version as they are kept with each case:
// "current@1".
func (p *Policy) ID() string { return p.Name + "@" + p.Version }

// Definition is what counts as a complaint.
type Definition struct {
	Text   string `toml:"text"` // word for word where a rule demands it
	Source Source `toml:"source"`
}

// StageRule names the acts of one stage and what holds for it.
type StageRule struct {
	Number       int    `toml:"number"` // 1 or 2
	Title        string `toml:"title"`
	Acknowledge  Act    `toml:"acknowledge"`
	Respond      Act    `toml:"respond"`
	Extended     Act    `toml:"extended"`      // "" where the policy promises no extension
	OtherOfficer bool   `toml:"other-officer"` // nobody who had a part in the stage before may have it
	Source       Source `toml:"source"`
}

// Appeal is the one appeal of a policy without a second stage.
type Appeal struct {
	NeedsReasons bool   `toml:"needs-reasons"` // why the complaint was not fully investigated
	AppointedBy  string `toml:"appointed-by"`  // who names the manager that hears it
	NoTime       bool   `toml:"no-time"`       // the page promises no time for the answer: an officer types one
	Text         string `toml:"text"`
	Source       Source `toml:"source"`
}

// Retired is a provision that ended in law: history for older cases, and a
// condition in no letter dated on or after Ended.
type Retired struct {
	ID     string        `toml:"id"`
	Title  string        `toml:"title"`
	Text   string        `toml:"text"`
	Weeks  int           `toml:"weeks"` // the wait it once asked for, if any
	Ended  calendar.Date `toml:"ended"`
	Source Source        `toml:"source"`
}

// Gap is a point where the page and the Code differ. Both are held; Used says
// which one the program goes by.
type Gap struct {
	ID     string `toml:"id"`
	Title  string `toml:"title"`
	Page   string `toml:"page"`
	Code   string `toml:"code"`
	Used   string `toml:"used"` // "page" or "code"
	Why    string `toml:"why"`
	Source Source `toml:"source"`
}

// Clock returns the clock of an act, if the policy has one.
func (p *Policy) Clock(a Act) (Clock, bool) {
	for _, c := range p.Clocks {
		if c.Act == a {
			return c, true
		}
	}
	return Clock{}, false
}

// Stage returns the rule of stage n, if the policy has that stage.
func (p *Policy) Stage(n int) (StageRule, bool) {
	for _, s := range p.Stages {
		if s.Number == n {
			return s, true
		}
	}
	return StageRule{}, false
}
