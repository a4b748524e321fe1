package casework

import (
	"slices"

	"casebook/data/calendar"
	"casebook/data/redress"
)

// readiness says, for each kind of letter that not every case may have at any
// time, what has to be there before it is written. It also fills in what the
// letter tells of: About and Points.
var readiness = map[LetterKind]func(c *Case, l *Letter, on calendar.Date) error{
	Acknowledgement:   readyToAcknowledge,
	Response:          readyToRespond,
	ExtensionNotice:   readyToExtend,
	RefusalLetter:     readyToRefuse,
	PassOnLetter:      readyToPassOn,
	EscalationRefusal: readyToRefuseStage2,
	ServiceLetter:     readyForService,
	WithdrawalLetter:  readyToConfirm,
	HoldingUpdate:     readyToUpdate,
	ConsentForm:       readyForConsent,
	ComplainSlip:      readyForSlip,
	ProgressSlip:      readyForProgress,
	ActionLetter:      readyForAction,
	RestrictionLetter: readyToRestrict,

	OfferLetter:             readyToOffer,
	FixedPaymentLetter:      readyToPay(redress.FixedPayment),
	RepairPaymentLetter:     readyToPay(redress.RightToRepair),
	RepairNotice:            readyForFirst,
	SecondNotice:            readyForSecond,
	PetitionAcknowledgement: readyToThank,
	PetitionOutcome:         readyToTellPetition,
	ClaimCover:              readyToSendClaim,
}

// ready refuses a letter that the case is not ready for. A letter that was sent
// in error may be written once more, rightly, about the same things; the day
// the first one went still counts (ruling 16).
func ready(c *Case, l *Letter, on calendar.Date) error {
	if !c.Void.IsZero() {
		return refuse("void", "", "%s was recorded in error on %s. Nothing is written about it", c.Reference, c.Void.Letter())
	}
	rule := readiness[l.Kind]
	if rule == nil {
		if slices.Contains(LetterKinds(), l.Kind) {
			return nil
		}
		return refuse("no-letter", "", "There is no such letter")
	}
	about := l.About
	err := rule(c, l, on)
	if err == nil {
		return nil
	}
	l.About = about
	if old := erred(c, l); old != nil {
		l.About, l.Points = old.About, slices.Clone(old.Points)
		if s := c.Current(); l.Kind == Response && s != nil {
			return fresh(c, s, l.By) // also the second writing is stage 2's (Code 6.13)
		}
		return nil
	}
	return err
}

// stageFor is the stage that a letter of a complaint is about, while it waits
// for its answer.
func stageFor(c *Case) (*Stage, error) {
	s := c.Current()
	switch {
	case s == nil:
		return nil, refuse("no-stage", "Code 1.4", "This is %s, and is not acknowledged or answered as a complaint", c.Kind.one())
	case !c.Withdrawn.IsZero():
		return nil, refuse("withdrawn", "", "The resident withdrew this on %s. Reopen it first", c.Withdrawn.Letter())
	case !s.Responded.IsZero():
		return nil, refuse("answered", "ruling 16", "The stage %d response went on %s. The letter that went is kept with the case", s.Number, s.Responded.Letter())
	}
	return s, open(c)
}

// accepted is the stage that a letter is about, where something of it is dealt
// with as a complaint.
func accepted(c *Case) (*Stage, error) {
	s, err := stageFor(c)
	if err == nil && c.refused(s) {
		return nil, refuse("not-accepted", "ruling 13", "Nothing of this is dealt with as a complaint. Its letter is the refusal or the pass-on")
	}
	return s, err
}

func readyToAcknowledge(c *Case, l *Letter, on calendar.Date) error {
	s := c.Current()
	if s != nil && l.Elsewhere && !s.Appeal && s.Acknowledged.IsZero() && !s.Responded.IsZero() && !on.After(s.Responded) {
		return open(c) // it went before the response and is recorded after it
	}
	_, err := accepted(c)
	return err
}

// readyToRespond holds the response until every point has its answer (Code 6.7).
func readyToRespond(c *Case, l *Letter, on calendar.Date) error {
	s, err := accepted(c)
	if err != nil {
		return err
	}
	if open := c.Unanswered(s); len(open) > 0 {
		return refuse("unanswered", "Code 6.7", "Point %d has no answer. Answer every point before the response goes", open[0].ID)
	}
	if len(c.StagePoints(s)) == 0 {
		return refuse("no-points", "Code 5.6", "The complaint has no points. Set out what we understand it to be")
	}
	if err := fresh(c, s, l.By); err != nil {
		return err
	}
	return approved(c, s.Number, on)
}

// readyToExtend wants an extension that was decided and not told, while the
// date that stands has not passed (ruling 8).
func readyToExtend(c *Case, l *Letter, on calendar.Date) error {
	s, err := accepted(c)
	if err != nil {
		return err
	}
	e := s.pending()
	if e == nil || l.About != 0 && l.About != e.ID {
		return refuse("no-extension", "ruling 8", "There is no extension that the resident has still to be told of. Extend the response date first")
	}
	if err := stillInTime(s, on); err != nil {
		return err
	}
	l.About = e.ID
	return nil
}

// readyToRefuse wants points that were refused and not told of (Code 2.4).
func readyToRefuse(c *Case, l *Letter, _ calendar.Date) error {
	return readyToLeaveOut(c, l, func(p *Point) bool {
		return p.Excluded.Stands() && p.Excluded.Told.IsZero() && !p.Excluded.ReRoute
	}, "No point was refused that the resident has still to be told of")
}

// readyToPassOn wants points that somebody else deals with: a re-route
// (ruling 13), or one that was handed on because it is not ours (Code 5.7).
func readyToPassOn(c *Case, l *Letter, _ calendar.Date) error {
	return readyToLeaveOut(c, l, func(p *Point) bool {
		return p.Excluded.Stands() && p.Excluded.Told.IsZero() && p.Excluded.ReRoute ||
			!p.Passed.On.IsZero() && p.Passed.Told.IsZero()
	}, "Nothing was passed on that the resident has still to be told of")
}

func readyToLeaveOut(c *Case, l *Letter, tells func(*Point) bool, none string) error {
	if err := open(c); err != nil {
		return err
	}
	if !c.Withdrawn.IsZero() {
		return refuse("withdrawn", "", "The resident withdrew this on %s. Reopen it first", c.Withdrawn.Letter())
	}
	l.Points = nil
	for i := range c.Points {
		if tells(&c.Points[i]) {
			l.Points = append(l.Points, c.Points[i].ID)
		}
	}
	if len(l.Points) == 0 {
		return refuse("nothing-to-tell", "ruling 13", "%s", none)
	}
	return nil
}

func readyToRefuseStage2(c *Case, _ *Letter, _ calendar.Date) error {
	s, err := stageFor(c)
	if err != nil {
		return err
	}
	if !s.Refused.Stands() || !s.Refused.Told.IsZero() {
		return refuse("nothing-to-tell", "Code 5.11", "Stage 2 was not refused, or the resident has been told")
	}
	return nil
}

func readyForService(c *Case, _ *Letter, _ calendar.Date) error {
	if c.Kind != ServiceRequest {
		return refuse("not-a-request", "Code 1.4", "This letter is for a service request. This is %s", c.Kind.one())
	}
	return nil
}

func readyToConfirm(c *Case, _ *Letter, on calendar.Date) error {
	if c.Withdrawn.IsZero() || on.Before(c.Withdrawn) {
		return refuse("not-withdrawn", "", "The resident has not withdrawn this")
	}
	return nil
}

// readyToUpdate wants an agreed update that was not given, and something for
// the resident to expect after it: the next update or the answer (Code 5.9).
func readyToUpdate(c *Case, l *Letter, on calendar.Date) error {
	s, err := accepted(c)
	if err != nil {
		return err
	}
	next, ok := s.NextUpdate()
	if !ok || l.About != 0 && l.About != next.ID {
		return refuse("no-update", "Code 5.9", "No update is agreed that the resident has still to be given. Agree days for updates first")
	}
	after := later(on, next.Due)
	if _, ok := s.updateAfter(after); !ok {
		return refuse("no-next", "Code 5.9", "The letter has to say when the resident hears next. Agree a further day or the day the answer is expected")
	}
	l.About = next.ID
	return nil
}

// updateAfter is the next day after another on which the resident hears from
// us: an agreed update, the answer as it is expected, or as it is due.
func (s *Stage) updateAfter(day calendar.Date) (calendar.Date, bool) {
	for _, u := range s.Updates {
		if u.Given.IsZero() && u.Due.After(day) {
			return u.Due, true
		}
	}
	for _, d := range []calendar.Date{s.Beyond.Expected, s.Due().Due} {
		if d.After(day) {
			return d, true
		}
	}
	return calendar.Date{}, false
}

func readyForConsent(c *Case, _ *Letter, on calendar.Date) error {
	r := c.Representative
	switch {
	case r.Name == "":
		return refuse("no-representative", "", "Nobody speaks for the resident in this case. Enter the representative first")
	case r.Authority != "" && (r.Until.IsZero() || !r.Until.Before(on)):
		return refuse("has-authority", "", "The resident's authority for %s is recorded", r.Name)
	}
	return nil
}

// readyForSlip keeps the slip on the right to complain for those who have not
// complained: whoever said not today, and any request (ruling 12).
func readyForSlip(c *Case, _ *Letter, _ calendar.Date) error {
	if c.Kind == Complaint && c.Choice.Answer != NotToday {
		return refuse("is-complaint", "ruling 12", "This is a complaint already")
	}
	return nil
}

func readyForProgress(c *Case, _ *Letter, _ calendar.Date) error { return open(c) }

// readyForAction wants a promise that was kept (Code 6.6); the last of them
// unless one is named.
func readyForAction(c *Case, l *Letter, _ calendar.Date) error {
	for i := len(c.Promises) - 1; i >= 0; i-- {
		if p := c.Promises[i]; !p.Kept.IsZero() && (l.About == 0 || l.About == p.ID) {
			l.About = p.ID
			return nil
		}
	}
	return refuse("not-kept", "Code 6.6", "This letter tells of a promise that was kept. Record that first")
}

func readyToRestrict(c *Case, l *Letter, _ calendar.Date) error {
	for i := len(c.Restrictions) - 1; i >= 0; i-- {
		if r := c.Restrictions[i]; l.About == 0 || l.About == r.ID {
			l.About = r.ID
			return nil
		}
	}
	return refuse("no-restriction", "Code 5.14", "There is no restriction of contact to write about")
}
