package casework

import "casebook/data/calendar"

// tells is what the dispatch of each letter about money or a standing promise
// sets (ruling 7). The letter has its About.
var tells = map[LetterKind]func(c *Case, l Letter, on calendar.Date, m Moment){
	OfferLetter: tellOffer, FixedPaymentLetter: tellOffer, RepairPaymentLetter: tellOffer,
	RepairNotice:            func(c *Case, l Letter, on calendar.Date, _ Moment) { c.repairNumbered(l.About).FirstTold = on },
	SecondNotice:            func(c *Case, l Letter, on calendar.Date, _ Moment) { c.repairNumbered(l.About).SecondTold = on },
	PetitionAcknowledgement: func(c *Case, _ Letter, on calendar.Date, _ Moment) { c.Petition.Acknowledged = on },
	PetitionOutcome:         func(c *Case, _ Letter, on calendar.Date, _ Moment) { c.Petition.OutcomeTold = on },
	ClaimCover: func(c *Case, l Letter, on calendar.Date, _ Moment) {
		c.Claim.Sent, c.Claim.SentTo, c.Claim.SentHow = on, l.To, l.How
	},
}

// takesTold sets what a letter sets, if the case is still ready for it. One
// that corrects a letter sent in error sets no day: the first one did. Who has
// the form of a claim is whom the corrected cover went to.
func takesTold(c *Case, l Letter, on calendar.Date, tell func(c *Case, l Letter, on calendar.Date, m Moment), m Moment) error {
	again := Letter{Kind: l.Kind, Stage: l.Stage, About: l.About, By: l.By, To: l.To, How: l.How}
	if err := readiness[l.Kind](c, &again, on); err != nil {
		if erred(c, &l) != nil {
			if l.Kind == ClaimCover {
				c.Claim.SentTo, c.Claim.SentHow = l.To, l.How
			}
			return nil
		}
		return err
	}
	tell(c, again, on, m)
	return nil
}

// tellOffer marks the offer of a letter's stage as told.
func tellOffer(c *Case, l Letter, on calendar.Date, m Moment) { c.tell(l.Stage, on, m) }

func (c *Case) repairNumbered(id int) *RepairRight {
	for i := range c.Repairs {
		if c.Repairs[i].ID == id {
			return &c.Repairs[i]
		}
	}
	return &RepairRight{} // readiness has found it already
}
