package casework

import (
	"fmt"

	"casebook/data/calendar"
)

// Approve agrees to what a colleague proposed. The approver is never the
// proposer. Above every limit here a manager records who agreed outside
// Casebook (ruling 21).
type Approve struct{ Outside string }

// Name is the act's name in history.
func (a Approve) Name() ActName { return ActApprove }

func (a Approve) summary(c Case, _ Moment) string {
	if !blank(a.Outside) {
		return fmt.Sprintf("%s of %s approved, as agreed by %s", c.Kind.offers(), c.Whole(), a.Outside)
	}
	return fmt.Sprintf("%s of %s approved", c.Kind.offers(), c.Whole())
}

func (a Approve) decide(c *Case, m Moment) error {
	waiting, err := forApproval(c, m)
	if err != nil {
		return err
	}
	whole := c.Whole()
	switch {
	case !recordsOutside(m.By, whole, m):
		if err := withinLimit(m.By, whole, m); err != nil {
			return err
		}
	case blank(a.Outside):
		return &Refusal{Code: "no-outside", Field: "outside", Source: "ruling 21",
			Reason: fmt.Sprintf("The whole offer is %s, above every limit here. Enter who agreed to it outside Casebook", whole)}
	}
	for _, o := range waiting {
		o.Approved, o.ApprovedBy, o.Outside = m.Today, m.By.ID, a.Outside
		c.keepOffer(o)
	}
	return nil
}

// SendBackOffer is an approver's answer that an offer is not right yet.
type SendBackOffer struct{ Why string }

// Name is the act's name in history.
func (a SendBackOffer) Name() ActName { return ActSendBackOffer }

func (a SendBackOffer) summary(c Case, _ Moment) string {
	return c.Kind.offers() + " sent back: " + a.Why
}

func (a SendBackOffer) decide(c *Case, m Moment) error {
	waiting, err := forApproval(c, m)
	if err != nil {
		return err
	}
	if blank(a.Why) {
		return &Refusal{Code: "no-reason", Field: "why", Reason: "Write what has to change before you can approve it"}
	}
	for _, o := range waiting {
		o.SentBack = append(o.SentBack, SentBack{
			ID: nextID(o.SentBack, func(b SentBack) int { return b.ID }), On: m.Today, By: m.By.ID, Why: a.Why,
		})
		c.keepOffer(Offer{ID: o.ID, Stage: o.Stage, SentBack: o.SentBack})
	}
	return nil
}

// forApproval are the offers that wait, where the officer may answer them:
// somebody else proposed them, and the officer had no part in the stage before.
func forApproval(c *Case, m Moment) ([]Offer, error) {
	if !c.Void.IsZero() {
		return nil, refuse("void", "", "%s was recorded in error on %s", c.Reference, c.Void.Letter())
	}
	if err := open(c); err != nil {
		return nil, err
	}
	var waiting []Offer
	for _, o := range c.ToOffer() {
		if !o.Waiting() {
			continue
		}
		if o.ProposedBy == m.By.ID {
			return nil, refuse("own-offer", "ruling 21", "You proposed this offer. Somebody else has to approve it or send it back")
		}
		waiting = append(waiting, o)
	}
	if len(waiting) == 0 {
		return nil, refuse("not-proposed", "ruling 21", "No offer waits for approval")
	}
	return waiting, mayDecide(c, waiting, m.By.ID)
}

// Offers says whether a kind of letter makes an offer of money.
func (k LetterKind) Offers() bool {
	return k == Response || k == OfferLetter || k == FixedPaymentLetter || k == RepairPaymentLetter
}

// letterStage is the stage that a new letter belongs to: the one the case is at,
// but a letter about money that is owed outside an answer belongs to none. One
// that is written again belongs where the last of its kind did.
func (c *Case) letterStage(kind LetterKind) int {
	if !kind.Offers() || kind == Response {
		return c.StageNumber()
	}
	if drafts := c.ToOffer(); len(drafts) > 0 {
		return drafts[0].Stage
	}
	for i := len(c.Letters) - 1; i >= 0; i-- {
		if c.Letters[i].Kind == kind {
			return c.Letters[i].Stage
		}
	}
	return c.StageNumber()
}

// agreeByWriting approves an offer within the writer's own limit by the writing
// of the letter that makes it. Who writes the sum into a letter under their own
// name has decided on it; asking for a second key would add nothing but the
// key. The proposal is kept with who and when like any other. Where it is not
// theirs to approve, or a colleague was asked or sent it back, nothing happens
// here: the letter's own readiness says what is missing.
func agreeByWriting(c *Case, kind LetterKind, m Moment) {
	if !kind.Offers() {
		return
	}
	for _, o := range c.ToOffer() {
		if o.Waiting() || len(o.SentBack) > 0 {
			return
		}
	}
	_ = Propose{}.decide(c, m) // it changes nothing where it refuses
}

// approved refuses a letter with money in it that nobody has agreed to, or that
// leaves our own lateness out.
func approved(c *Case, stage int, on calendar.Date) error {
	for _, o := range c.ToOffer() {
		if o.Stage != stage {
			continue
		}
		if err := suggested(c, on); err != nil {
			return err
		}
		switch {
		case o.Agreed():
		case o.Waiting():
			return refuse("not-approved", "ruling 21", "The offer waits for approval. It can go to the resident when somebody has agreed to it")
		default:
			return refuse("not-approved", "ruling 21", "The whole offer of %s has not been approved. Send it to somebody who may approve it", c.Whole())
		}
	}
	return nil
}

// tell marks what a stage offers as told: its letter left us (ruling 7). What is
// owed whatever the resident says is owed from then on.
func (c *Case) tell(stage int, on calendar.Date, m Moment) {
	for _, o := range c.ToOffer() {
		if o.Stage == stage && o.Agreed() {
			o.Told, o.Offset = on, m.Settings.Redress.Offset
			c.keepOffer(o)
			c.owe(c.OfferOf(o.Lines[0]), on, m)
		}
	}
}
