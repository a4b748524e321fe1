package letter

import (
	"slices"
	"strings"

	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/reports/paper"
)

// ReceiptFacts are what a receipt may say: what was put in the register, read
// back in the resident's own words.
type ReceiptFacts struct {
	Landlord, Telephone     string
	Reference, Date         string
	Complaint               bool   // false: a service request
	NotToday                bool   // unhappy, and chose not to complain today (ruling 12)
	Received, Recorded, By  string // Recorded only where it was another day
	Channel, Name, Address  string
	Phones, Email           string
	ActsFor                 string // who speaks for the resident
	Story, Wanted, Happened string
	Before, Subject         string
	Needs, DoNot, Reply     string
	Acknowledge             string // the day by which the acknowledgement goes
	Signatures              string // of a petition: "214 signatures"
	Claim, Payment          bool   // an insurance claim, or a payment that a page promises
	SendBy                  string // the day by which a claim goes on
	Routes                  []RouteFacts
}

// fillReceipt reads a contact back on A5. A receipt is not an acknowledgement
// and says so (ruling 7).
func fillReceipt(k letterKind, in Input) (Letter, error) {
	return k.sheet(in, "receipt", receiptFacts(in))
}

// sheet lays a slip on A5, without an address or a letterhead.
func (k letterKind) sheet(in Input, script string, facts any) (Letter, error) {
	s, err := scriptNamed(script)
	if err != nil {
		return Letter{}, err
	}
	title, blocks, err := s.write(facts)
	if err != nil {
		return Letter{}, err
	}
	l := k.letter(in, title)
	l.Document = paper.Lay(paper.Sheet{
		Title: title + " " + string(in.Case.Reference), Size: slipSize(in), Large: in.LargePrint,
		Running: runningHead(in),
	}, blocks)
	return l, nil
}

// slipSize is A5; large print and a form to fill in need the wider sheet.
func slipSize(in Input) paper.Size {
	if in.LargePrint || !in.Kind.Slip() {
		return paper.A4
	}
	return paper.A5
}

func receiptFacts(in Input) ReceiptFacts {
	c := in.Case
	p := receiptPolicy(in)
	f := ReceiptFacts{
		Landlord: known(in.Settings.Landlord, "the landlord's name"), Telephone: held(known(in.Settings.Telephone, "our telephone number")),
		Reference: string(c.Reference), Date: long(in.Today, "date"),
		Complaint: c.Kind == casework.Complaint, NotToday: c.Choice.Answer == casework.NotToday,
		Received: long(c.Received, "the day we were told"), Channel: channelWords[c.Channel],
		Name: notGiven(c.Resident.Name), Phones: strings.Join(c.Resident.Telephones, ", "), Email: c.Resident.Email,
		Address: oneLine(append(slices.Clone(c.Home.Lines), held(c.Home.Postcode))),
		ActsFor: c.Representative.Name, Story: c.Story, Wanted: c.Wanted, Happened: happened(c.Happened),
		Before: c.Before, Subject: subjectTitle(c, p), Needs: needs(c.Contact), DoNot: c.Contact.DoNot,
		Reply: replyWords[c.Contact.Reply], Routes: routes(in, p),
	}
	f.By = in.Officers[c.RecordedBy].Name
	if c.Recorded != c.Received {
		f.Recorded = long(c.Recorded, "")
	}
	if st := c.Current(); st != nil {
		f.Acknowledge = long(st.AcknowledgeBy.Due, "the day we will acknowledge it by")
	}
	f.promised(c)
	return f
}

// promised is what a receipt says of a record that is under a promise of the
// pages, with the day that the page gives.
func (f *ReceiptFacts) promised(c casework.Case) {
	switch c.Kind {
	case casework.PetitionKind:
		f.Signatures = held(known(signatures(c.Petition), "how many signatures"))
		f.Acknowledge = long(c.Petition.AcknowledgeBy.Due, "the day we will acknowledge it by")
	case casework.ClaimKind:
		f.Claim, f.SendBy = true, long(c.Claim.SendBy.Due, "the day it goes on")
	case casework.FixedSum:
		f.Payment = true
	}
}

// receiptDay is the day that a page promises for a petition or a claim.
func receiptDay(c casework.Case) string {
	switch c.Kind {
	case casework.PetitionKind:
		return c.Petition.AcknowledgeBy.Due.Long()
	case casework.ClaimKind:
		return c.Claim.SendBy.Due.Long()
	}
	return ""
}

// oneLine joins the parts of an address that there are.
func oneLine(parts []string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return strings.TrimSpace(p) == "" }), ", ")
}

// receiptPolicy is the case's own policy, or the one in force when it was
// received.
func receiptPolicy(in Input) *policy.Policy {
	if p, ok := in.Policies.Named(in.Case.PolicyName()); ok {
		return p
	}
	return in.Policies.InForceOn(in.Case.Received)
}

func notGiven(name string) string {
	if name == "" {
		return "Not given"
	}
	return name
}

func happened(d casework.Day) string {
	if !d.Date.IsZero() {
		return d.Date.Letter()
	}
	return d.Rough
}

var channelWords = map[casework.Channel]string{
	casework.Counter: "at the counter", casework.Telephone: "by telephone", casework.ByLetter: "by letter",
	casework.ByEmail: "by e-mail", casework.WebForm: "by our web form", casework.SocialMedia: "on social media",
	casework.Survey: "in a survey", casework.Councillor: "through a councillor or MP",
	casework.ThirdParty: "through somebody else",
}

var replyWords = map[casework.Reply]string{
	casework.RingThenLetter: "Ring, then a letter", casework.ReplyLetter: "A letter",
	casework.ReplyEmail: "E-mail", casework.ReplyCollect: "Collect it from our office",
}
