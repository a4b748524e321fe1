package letter

import (
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/paper"
)

// recipient is who a letter is addressed to.
type recipient struct {
	Name       string
	Greeting   string
	Lines      []string // of the address, the name first
	Represents bool     // somebody who speaks for the resident
	Carried    bool     // emailed or collected: there is nowhere to post it
}

// recipientOf decides whom a letter goes to: the representative only where the
// resident's authority holds on the day and the letters are meant for them
// (Code 3.6). Who has died is never written to; whoever deals with their
// affairs is.
func recipientOf(in Input) recipient {
	c := in.Case
	if in.Kind == casework.ClaimCover {
		return insurer(in)
	}
	if !c.Died.IsZero() {
		rep := c.Representative
		if !c.ActsForDead() {
			rep = casework.Representative{}
		}
		name := known(rep.Name, "who deals with the affairs")
		return recipient{Name: name, Greeting: name, Represents: true, Lines: addressed(name, rep.Lines, rep.Postcode)}
	}
	if rep := c.Representative; mayWriteTo(rep, in.Today) {
		return recipient{
			Name: rep.Name, Greeting: rep.Name, Represents: true,
			Lines: addressed(rep.Name, rep.Lines, rep.Postcode),
		}
	}
	name := known(c.Resident.Name, "name of the resident")
	r := recipient{Name: name, Greeting: name}
	if c.Resident.Address != "" {
		r.Greeting = c.Resident.Address
	}
	if len(c.Home.Lines) == 0 && (c.Contact.Reply == casework.ReplyEmail || c.Contact.Reply == casework.ReplyCollect) {
		r.Carried = true
		if c.Contact.Reply == casework.ReplyCollect {
			r.Lines = []string{name, "To be collected from our office"}
		} else {
			r.Lines = []string{name, "By e-mail to", known(c.Resident.Email, "e-mail address")}
		}
		return r
	}
	r.Lines = addressed(name, c.Home.Lines, c.Home.Postcode)
	return r
}

// mayWriteTo says whether letters go to a representative on a day.
func mayWriteTo(rep casework.Representative, on calendar.Date) bool {
	return rep.Name != "" && rep.WriteToRep && authorised(rep, on)
}

// authorised says whether the resident's authority holds on a day.
func authorised(rep casework.Representative, on calendar.Date) bool {
	return rep.Authority != "" && !rep.Given.After(on) && (rep.Until.IsZero() || !on.After(rep.Until))
}

// addressed sets an address for an envelope: one part a line, the town in
// capitals, the postcode alone at the end.
func addressed(name string, lines []string, postcode string) []string {
	var parts []string
	for _, line := range lines {
		parts = append(parts, strings.Split(line, ",")...)
	}
	const room = paper.MaxAddressLines - 2 // the name and the postcode
	if len(parts) > room {
		parts = lines
	}
	all := []string{name}
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	if len(all) == 1 {
		all = append(all, known("", "address"))
	} else if len(all) > 2 {
		all[len(all)-1] = strings.ToUpper(all[len(all)-1])
	}
	return append(all, spaced(postcode))
}

// inward is the length of a postcode's second half.
const inward = 3

// spaced sets a postcode in capitals with its one space, as sorting machines
// want it.
func spaced(postcode string) string {
	compact := strings.ToUpper(strings.Join(strings.Fields(postcode), ""))
	if len(compact) <= inward {
		return known(compact, "postcode")
	}
	at := len(compact) - inward
	return compact[:at] + " " + compact[at:]
}

// envelope is the one asked for, the office's own, or DL.
func envelope(in Input) paper.Envelope {
	for _, name := range []string{in.Envelope, in.Settings.Envelope} {
		if e, ok := paper.EnvelopeNamed(name); ok {
			return e
		}
	}
	dl, _ := paper.EnvelopeNamed(paper.EnvelopeDL)
	return dl
}

// letterhead is the landlord's stationery as the settings have it.
func letterhead(s casework.Settings) paper.Letterhead {
	details := append([]string{}, s.Address...)
	for _, line := range []string{s.Telephone, s.Email, s.Hours} {
		if line != "" {
			details = append(details, line)
		}
	}
	head := paper.Letterhead{Name: s.Landlord, Details: details}
	if s.Footer != "" {
		head.Footer = append(head.Footer, s.Footer)
	}
	return head
}
