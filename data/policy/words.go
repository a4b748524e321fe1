package policy

import "slices"

// What an exclusion does to a complaint point (ruling 13).
const (
	ReRoute = "re-route" // dealt with elsewhere, never refused
	Refusal = "refusal"  // may be refused, with reasons and the right to the Ombudsman
)

// Exclusion is a matter that is not, or need not be, dealt with as a complaint.
// It works on one complaint point; the rest of the case goes on.
type Exclusion struct {
	ID       string   `toml:"id"`
	Title    string   `toml:"title"`
	Kind     string   `toml:"kind"`     // ReRoute or Refusal
	To       string   `toml:"to"`       // where a re-route goes
	Except   string   `toml:"except"`   // what stays a complaint all the same
	Letter   string   `toml:"letter"`   // the reason as the resident is told it, where it may refuse
	Evidence []string `toml:"evidence"` // what has to be recorded before it may be used
	Months   int      `toml:"months"`   // the age beyond which it applies, where it has one
	Never    []string `toml:"never"`    // subjects it may not be used for
	Source   Source   `toml:"source"`
}

// Refuses reports whether the exclusion may refuse a point, rather than pass it
// to somebody else.
func (e Exclusion) Refuses() bool { return e.Kind == Refusal }

// Exclusion returns the exclusion with this id.
func (p *Policy) Exclusion(id string) (Exclusion, bool) {
	return find(p.Exclusions, func(e Exclusion) bool { return e.ID == id })
}

// Outcome is how a complaint point can end.
type Outcome struct {
	ID     string `toml:"id"`
	Title  string `toml:"title"`
	Text   string `toml:"text"`
	Fault  bool   `toml:"fault"` // we were at fault: the answer says what we will do
	Source Source `toml:"source"`
}

// Remedy is one way of putting things right.
type Remedy struct {
	ID     string `toml:"id"`
	Title  string `toml:"title"`
	Money  bool   `toml:"money"`
	Source Source `toml:"source"`
}

// Reason is one entry of a list to choose from.
type Reason struct {
	ID     string `toml:"id"`
	Title  string `toml:"title"`
	Source Source `toml:"source"`
}

// Ombudsman is a body that a resident can turn to.
type Ombudsman struct {
	ID        string   `toml:"id"`
	Name      string   `toml:"name"`
	Short     string   `toml:"short"`
	Telephone string   `toml:"telephone"`
	Website   string   `toml:"website"` // without https://
	Address   []string `toml:"address"` // lines as they stand on an envelope
	When      string   `toml:"when"`    // when a resident can go there, in our words
	Facts     []string `toml:"facts"`   // what it looks at and what it can do, in our words
	Weeks     int      `toml:"weeks"`   // its usual patience with us, where it has one
	Months    int      `toml:"months"`  // how long after our last answer it can be asked, where that ends
	Any       bool     `toml:"any-time"`
	Source    Source   `toml:"source"`
}

// Ombudsman returns the one with this id: "housing", "lgsco", "bsr" or "fos".
func (p *Policy) Ombudsman(id string) (Ombudsman, bool) {
	return find(p.Ombudsmen, func(o Ombudsman) bool { return o.ID == id })
}

// Subject is what a complaint is about.
type Subject struct {
	ID       string   `toml:"id"`
	Title    string   `toml:"title"`
	Route    []string `toml:"route"`     // ombudsmen, by id
	HighRise []string `toml:"high-rise"` // in their place, where the home is in a high-rise building
	// Residents is true where somebody who is not our resident gets only the
	// route, without the line about the Housing Ombudsman (ruling 17).
	Residents bool   `toml:"residents-only-line"`
	Note      string `toml:"note"`
	Source    Source `toml:"source"`
}

// Subject returns the subject with this id.
func (p *Policy) Subject(id string) (Subject, bool) {
	return find(p.Subjects, func(s Subject) bool { return s.ID == id })
}

// Route returns the ombudsmen whose paragraph a letter about this subject
// carries, none for a subject that the policy does not know. A case about two
// subjects prints both.
func (p *Policy) Route(subject string, highRise bool) []Ombudsman {
	s, ok := p.Subject(subject)
	if !ok {
		return nil
	}
	ids := s.Route
	if highRise && len(s.HighRise) > 0 {
		ids = s.HighRise
	}
	var route []Ombudsman
	for _, id := range ids {
		if o, ok := p.Ombudsman(id); ok {
			route = append(route, o)
		}
	}
	return route
}

// HousingLine reports whether a letter carries the line that the Housing
// Ombudsman can be asked at any time. It always does for a resident; a client of
// a subject such as money advice who is not one gets the route alone.
func (p *Policy) HousingLine(subject string, resident bool) bool {
	s, _ := p.Subject(subject)
	return resident || !s.Residents
}

// The kinds of letter that obligations are written for.
const (
	AnyLetter             = "any"
	Acknowledgement       = "acknowledgement"
	Response              = "response"
	Extension             = "extension"
	Stage2Acknowledgement = "stage-2-acknowledgement"
	Stage2Response        = "stage-2-response"
	Stage2Extension       = "stage-2-extension"
	RefusalLetter         = "refusal"
	EscalationRefusal     = "escalation-refusal"
	ServiceRequestLetter  = "service-request"
	HoldingUpdate         = "holding-update"
	Receipt               = "receipt"
	AppealAcknowledgement = "appeal-acknowledgement"
	AppealResponse        = "appeal-response"
	WithdrawalLetter      = "withdrawal"
	PassOnLetter          = "pass-on"
	ConsentForm           = "consent-form"
	ComplaintSlip         = "complaint-slip"
	ProgressSlip          = "progress-slip"
	ActionLetter          = "action-completed"
	RestrictionLetter     = "restriction"

	OfferLetter             = "offer"
	FixedPaymentLetter      = "fixed-payment"
	RepairNotice            = "right-to-repair-notice"
	SecondNotice            = "second-contractor-notice"
	RepairPaymentLetter     = "right-to-repair-compensation"
	PetitionAcknowledgement = "petition-acknowledgement"
	PetitionOutcome         = "petition-outcome"
	ClaimCover              = "insurance-claim-cover"
)

// Obligation is one thing that a kind of letter must say.
type Obligation struct {
	Letter string `toml:"letter"` // AnyLetter for every letter to a resident
	ID     string `toml:"id"`
	Text   string `toml:"text"` // what is missing, in words an officer can act on
	Must   bool   `toml:"must"` // false: a warning that does not keep the letter from printing
	Source Source `toml:"source"`
}

// Obligations returns what a kind of letter must say, those of every letter
// first.
func (p *Policy) Obligations(letter string) []Obligation {
	var every, own []Obligation
	for _, o := range p.Letters {
		switch o.Letter {
		case AnyLetter:
			every = append(every, o)
		case letter:
			own = append(own, o)
		}
	}
	return append(every, own...)
}

func find[T any](all []T, is func(T) bool) (T, bool) {
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i], true
	}
	var none T
	return none, false
}
