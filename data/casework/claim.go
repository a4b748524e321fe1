package casework

import (
	"casebook/data/calendar"
	"casebook/data/policy"
)

// RecordClaim puts an insurance claim in the register. Who is liable is the
// insurer's to say and never part of a complaint, though both may be about one
// event and are then linked. Personal injury comes here (ruling 13).
type RecordClaim struct {
	Record
	Injury  bool
	Against string // ourselves, or the contractor by name; empty is ourselves
}

// Name is the act's name in history.
func (a RecordClaim) Name() ActName { return ActRecordClaim }

// Kind is what the contact is.
func (a RecordClaim) Kind() Kind { return ClaimKind }

// WithCommon is the claim with other parts of what every contact has.
func (a RecordClaim) WithCommon(r Record) Recording {
	a.Record = r
	return a
}

func (a RecordClaim) summary(c Case, _ Moment) string {
	text := "Insurance claim made, "
	if c.Claim.Injury {
		text = "Insurance claim for an injury made, "
	}
	return text + channelWords[a.Channel]
}

func (a RecordClaim) decide(c *Case, m Moment) error {
	if err := a.check(*c, m); err != nil {
		return err
	}
	if err := a.checkNoComplaint("claim"); err != nil {
		return err
	}
	clocks, err := promiseClocks(m, insurancePromise, a.Received)
	if err != nil {
		return err
	}
	return a.begin(c, ClaimKind, m, func() error {
		c.Handler = a.Handler
		c.Claim = Claim{Injury: a.Injury, Against: a.Against, SendBy: clocks[policy.SendInsuranceClaim]}
		return nil
	})
}

// claimOf refuses what only an insurance claim that goes on may have.
func claimOf(c *Case) (*Claim, error) {
	if c.Kind != ClaimKind {
		return nil, refuse("not-a-claim", "ruling 13", "This is for an insurance claim. %s is %s", c.Reference, c.Kind.one())
	}
	return &c.Claim, goesOn(c)
}

// VisitClaim records the visit to the home and what was seen.
type VisitClaim struct {
	On   calendar.Date
	Seen string
}

// Name is the act's name in history.
func (a VisitClaim) Name() ActName { return ActVisitClaim }

func (a VisitClaim) happened() calendar.Date { return a.On }

func (a VisitClaim) summary(Case, Moment) string { return "Home visited about the claim" }

func (a VisitClaim) decide(c *Case, m Moment) error {
	v, err := claimOf(c)
	switch {
	case err != nil:
		return err
	case !v.Visited.IsZero():
		return refuse("visited", "", "The home was visited on %s. Add a note for what was seen since", v.Visited.Letter())
	case blank(a.Seen):
		return &Refusal{Code: "no-visit", Field: "seen", Reason: "Write what was seen on the visit"}
	}
	if err := past(a.On, c.Received, m); err != nil {
		return err
	}
	v.Visited, v.Visit = a.On, a.Seen
	return nil
}

// SendClaim records that the completed form left us for the insurance section
// or the contractor.
type SendClaim struct {
	On  calendar.Date
	To  string
	How Dispatch
}

// Name is the act's name in history.
func (a SendClaim) Name() ActName { return ActSendClaim }

func (a SendClaim) happened() calendar.Date { return a.On }

func (a SendClaim) summary(c Case, _ Moment) string { return "Claim form sent to " + c.Claim.SentTo }

func (a SendClaim) decide(c *Case, m Moment) error {
	v, err := claimOf(c)
	switch {
	case err != nil:
		return err
	case !v.Sent.IsZero():
		return refuse("sent", "ruling 16", "The form went to %s on %s", v.SentTo, v.Sent.Letter())
	}
	if err := past(a.On, c.Received, m); err != nil {
		return err
	}
	if err := howTo(a.How, a.To); err != nil {
		return err
	}
	v.Sent, v.SentTo, v.SentHow = a.On, a.To, a.How
	return nil
}

// ClaimTheirs keeps the insurer's or the contractor's own reference.
type ClaimTheirs struct{ Reference string }

// Name is the act's name in history.
func (a ClaimTheirs) Name() ActName { return ActClaimTheirs }

func (a ClaimTheirs) summary(Case, Moment) string { return "Insurer's reference recorded" }

func (a ClaimTheirs) decide(c *Case, _ Moment) error {
	v, err := claimOf(c)
	switch {
	case err != nil:
		return err
	case v.Sent.IsZero():
		return refuse("not-sent", "", "The form has not gone to anybody yet. Record that first")
	case blank(a.Reference):
		return &Refusal{Code: "no-reference", Field: "reference", Reason: "Enter the reference that the insurer uses"}
	}
	v.Theirs = a.Reference
	return nil
}

// DecideClaim records what the insurer decided. It is theirs, not ours: no
// complaint shows it, and no finding follows from it.
type DecideClaim struct {
	On       calendar.Date
	Decision ClaimDecision
	Note     string
}

// Name is the act's name in history.
func (a DecideClaim) Name() ActName { return ActDecideClaim }

func (a DecideClaim) happened() calendar.Date { return a.On }

func (a DecideClaim) summary(c Case, _ Moment) string {
	return "Insurance claim: " + string(c.Claim.Decision)
}

func (a DecideClaim) decide(c *Case, m Moment) error {
	v, err := claimOf(c)
	switch {
	case err != nil:
		return err
	case !v.Decided.IsZero():
		return refuse("decided", "", "The insurer's decision of %s is recorded: %s", v.Decided.Letter(), v.Decision)
	case !a.Decision.known():
		return &Refusal{Code: "no-decision", Field: "decision", Reason: "Choose what was decided"}
	case v.Sent.IsZero():
		return refuse("not-sent", "", "The form has not gone to anybody who could decide. Record that first, or that the resident withdrew")
	}
	if err := past(a.On, v.Sent, m); err != nil {
		return err
	}
	v.Decided, v.Decision, v.Note = a.On, a.Decision, a.Note
	return nil
}

func (d ClaimDecision) known() bool {
	return d == ClaimSettled || d == ClaimDenied || d == ClaimWithdrawn
}

// injuryReason is the policy's id of the exclusion that sends a point to the
// insurance section (ruling 13).
const injuryReason = "personal-injury"

// ClaimsToOpen are the claims that a complaint's points ask for: those passed
// to the insurance section for a personal injury, each ready to be recorded and
// linked. Every claim that is linked to the case answers the first point that
// has none, so that nobody's injury is left out because another's is with the
// insurer.
func ClaimsToOpen(c Case) []RecordClaim {
	linked := 0
	for _, l := range c.Links {
		if l.Reference.Kind() == ClaimKind {
			linked++
		}
	}
	var claims []RecordClaim
	for _, p := range c.Points {
		if p.Excluded.Reason != injuryReason || !p.Excluded.Stands() {
			continue
		}
		received := c.Received
		if p.Added.After(c.Recorded) {
			received = p.Added // a point that came later was told to us later
		}
		claims = append(claims, RecordClaim{Injury: true, Record: Record{
			Office: c.Office, Received: received, Channel: c.Channel, ResidentID: c.ResidentID, HomeID: c.HomeID,
			Resident: c.Resident, Home: c.Home, Representative: c.Representative, Contact: c.Contact,
			Story: p.Text, Happened: c.Happened, Subject: c.Subject,
			From: Link{Case: c.ID, Reference: c.Reference, Kind: CameFrom},
		}})
	}
	return claims[min(linked, len(claims)):]
}
