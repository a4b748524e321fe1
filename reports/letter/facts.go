package letter

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/reports/paper"
)

// Facts are the only things that a letter's text may say: plain words, already
// in the form in which they are printed. A text that names anything else does
// not fill.
type Facts struct {
	Landlord    string
	Telephone   string // the office's
	Address     string // the office's, in one line
	Email       string
	Reference   string
	Date        string // of the letter, "13 November 2026"
	Received    string
	Stage       int    // 0 for a contact without one
	Appeal      bool   // the earlier policy's appeal
	AppointedBy string // who named the manager that hears the appeal
	Asked       string // the day stage 2 or the appeal was asked for; stage 1's is Received
	Recipient   string // who the letter is addressed to
	Greeting    string // "Maureen Tilley", or how the person likes to be addressed
	Name        string // of the resident, "" where none was given
	ActsFor     string // the resident, where the letter goes to a representative
	Died        bool   // the resident has died: the letter goes to whoever deals with their affairs

	Definition string // what counts as a complaint
	Points     []PointFacts
	Ours       string // "points 1 and 2"; "" where none is or all are
	AllOurs    bool
	NotOurs    []PointFacts
	NotTaken   []PointFacts // points that are not dealt with as a complaint (ruling 13)
	Wanted     string
	Overturned []OverturnedFacts
	Because    string // why an appeal was asked for, in the resident's words

	Handler          string
	HandlerTitle     string
	HandlerTelephone string
	HandlerEmail     string

	Due       string // "Tuesday 17 November 2026"
	Late      string // the day by which this letter had to go, where that has passed
	RespondIn string // "10 working days"
	Again     bool   // the complaint was acknowledged before: its clock runs already
	Extended  bool   // the answer's date was moved, and the resident was told
	Needs     string // adjustments asked for: "large print and extra time"
	DoNot     string // how the resident does not want to be reached

	Upheld    bool
	Mixed     bool
	Remedies  []string
	Promises  []PromiseFacts
	Offer     []OfferFacts
	OfferSum  string       // "" where no money is offered
	SumWords  string       // the same as a cheque says it
	Outright  string       // what of it is owed whether or not the resident accepts; "" where nothing is
	Rest      string       // what of it is owed only if the resident accepts; "" where nothing is
	Parts     []OfferFacts // each of several sums that wait for the resident's yes
	PayIn     string       // how soon it is paid: "10 working days"
	Offset    string       // what of it may go towards rent that is owed; "" where none may
	Before    string       // what stage 1 had offered within it (ruling 21)
	Offered   bool         // stage 1 had remedies of its own
	Last      bool         // our last answer: the Ombudsman is next
	Bodies    string       // "the Housing Ombudsman and the Building Safety Regulator"
	Stage2    bool         // stage 2 is open to this case
	AckIn     string       // stage 2: "five working days"
	ReplyIn   string       // stage 2: "20 working days"
	AppealBy  string       // who names the manager that hears an appeal
	Retired   bool         // the letter is dated before the designated person ended in law
	WaitWeeks string       // "eight weeks", where the wait still was the law
	Routes    []RouteFacts
}

// PointFacts is one complaint point.
type PointFacts struct {
	Number   int
	Text     string
	Title    string // "1. The leak took 23 days to mend. Upheld."
	NotOurs  string
	Still    string // what is not settled after stage 1, in the resident's words
	First    string // what stage 1 found: "Not upheld"
	Decision string // "Upheld", or a mark
	Upheld   bool
	Reasons  string
}

// OverturnedFacts is one refusal that the resident was told of and that was set
// aside since (ruling 13).
type OverturnedFacts struct {
	Number int // of the point; 0 for stage 2
	On     string
}

// PromiseFacts is one action with its day.
type PromiseFacts struct {
	Number int
	Text   string
	Owner  string
	Day    string
	Done   bool
}

// OfferFacts is one sum of the offer.
type OfferFacts struct {
	Number  int
	For     string // "Financial loss: cleaning bills"
	Title   string // what the desk calls it, where that says more: "Landing carpet"
	Working string
	Sum     string
	First   bool // offered at stage 1 already
}

// filling is everything gathered for one letter.
type filling struct {
	Facts
	policy   *policy.Policy
	stage    *casework.Stage // nil for a contact without one
	handler  casework.Officer
	to       []string
	envelope paper.Envelope
}

// about stands beside the address: date, reference, who writes.
func (f filling) about() []string {
	lines := []string{f.Date, "Our ref: " + f.Reference, f.Handler}
	if f.HandlerTelephone != "" {
		lines = append(lines, f.HandlerTelephone)
	}
	return lines
}

// gather turns a case into the facts of every letter. The error is one
// sentence.
func gather(k letterKind, in Input) (filling, error) {
	c := in.Case
	s := c.Current()
	if s == nil && k.staged {
		return filling{}, fmt.Errorf("%s is no complaint, so it is not acknowledged or answered as one: it has letters of its own", c.Reference)
	}
	p, ok := policyOf(in, s)
	if !ok {
		return filling{}, fmt.Errorf("the policy %q of this case is not among the office's policies", c.Policy)
	}
	handler, _ := handlerOf(in, s)
	f := filling{policy: p, stage: s, handler: handler, envelope: envelope(in)}
	set := in.Settings
	f.Facts = Facts{
		Landlord:  known(set.Landlord, "the landlord's name"),
		Telephone: held(known(set.Telephone, "our telephone number")),
		Address:   known(strings.Join(set.Address, ", "), "our address"),
		Email:     set.Email,
		Reference: string(c.Reference),
		Date:      day(in.Today, "date"),
		Received:  day(c.Received, "the day we were told"),

		Definition: p.Definition.Text,
		Wanted:     known(wantedOf(c, s), "what would put it right"),
		Needs:      needs(c.Contact),
		DoNot:      c.Contact.DoNot,
	}
	f.people(in)
	if s != nil {
		f.Because, f.AppointedBy = s.Reason, known(s.AppointedBy, "who chose the manager")
		f.Asked, f.Stage, f.Appeal = day(s.Asked, "the day you asked us"), s.Number, s.Appeal
		f.points(in)
		f.deadline(in)
		f.answer(in)
	}
	f.next(in)
	f.Routes = routes(in, p)
	return f, nil
}

// wantedOf is what the resident would like to happen: what was said when
// stage 2 was asked for, or at the start (Code 5.6).
func wantedOf(c casework.Case, s *casework.Stage) string {
	if s != nil && strings.TrimSpace(s.Wanted) != "" {
		return s.Wanted
	}
	return c.Wanted
}

// policyOf finds the policy whose rules hold for a letter: that of its stage,
// or the case's own where it has no stage or is heard on appeal (rulings 1, 3).
func policyOf(in Input, s *casework.Stage) (*policy.Policy, bool) {
	if s == nil || s.Appeal {
		return in.Policies.Named(in.Case.PolicyName())
	}
	p, err := casework.PolicyOf(in.Case, s.Number, s.Asked, in.Policies)
	return p, err == nil
}

// handlerOf is who writes and signs: the stage's handler, whoever looks after it
// on the letter's day while the handler is away, or who has or recorded a
// contact that has no stage.
func handlerOf(in Input, s *casework.Stage) (casework.Officer, bool) {
	o, ok := in.Officers[holder(in, s)]
	return o, ok && o.Name != ""
}

// holder is the number of whoever writes and signs: who looks after it on the
// letter's day, since who is away cannot be rung, or who has it.
func holder(in Input, s *casework.Stage) int64 {
	c := in.Case
	has, covers := c.Handler, c.Covers
	switch {
	case s != nil && s.Handler == 0 && s.Refused.Stands():
		has, covers = s.Refused.By, nil // a stage 2 that was never opened has nobody else
	case s != nil:
		has, covers = s.Handler, s.Covers
	case has == 0 && c.Kind != casework.PetitionKind:
		has = c.RecordedBy // a petition says who looks into it, which is not who took it in
	}
	for _, v := range slices.Backward(covers) {
		if !in.Today.Before(v.From) && !in.Today.After(v.Until) && in.Officers[v.Officer].Name != "" {
			return v.Officer
		}
	}
	return has
}

// people fills in who writes to whom.
func (f *filling) people(in Input) {
	r := recipientOf(in)
	f.Recipient, f.Greeting, f.to = r.Name, r.Greeting, r.Lines
	if r.Represents {
		f.ActsFor = known(in.Case.Resident.Name, "name of the resident")
	}
	f.Name, f.Died = in.Case.Resident.Name, !in.Case.Died.IsZero()
	f.Handler = known(f.handler.Name, "who handles it")
	f.HandlerTitle, f.HandlerEmail = f.handler.Title, f.handler.Email
	f.HandlerTelephone = held(f.handler.Telephone)
	if f.HandlerTelephone == "" {
		f.HandlerTelephone = f.Telephone
	}
}

// needs names the adjustments asked for, in the resident's own words where
// there are some.
func needs(c casework.Contact) string {
	var words []string
	for _, a := range c.Adjustments {
		switch {
		case a.Note != "" && a.Kind == casework.OtherNeed:
			words = append(words, a.Note)
		case a.Note != "":
			words = append(words, adjustmentWords[a.Kind]+" ("+a.Note+")")
		default:
			words = append(words, adjustmentWords[a.Kind])
		}
	}
	return listed(words)
}

var adjustmentWords = map[string]string{
	casework.TextFirst:   "a text before we call",
	casework.LargePrint:  "large print",
	casework.Interpreter: "an interpreter",
	casework.ExtraTime:   "extra time",
	casework.OtherNeed:   "something else",
}
