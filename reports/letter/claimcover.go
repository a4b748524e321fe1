package letter

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/reports/paper"
)

// ClaimFacts are what the cover of an insurance claim may say beyond
// AnytimeFacts.
type ClaimFacts struct {
	AnytimeFacts
	Claimant string
	Home     string
	Against  string
	Injury   bool
	Visited  string
	Enclosed []EnclosedFacts
}

// EnclosedFacts is one thing that goes with a letter.
type EnclosedFacts struct {
	Number int
	Text   string
}

var claimCoverKind = letterKind{
	name: casework.ClaimCover, script: plainly("insurance-claim-cover"), obliged: always(policy.ClaimCover),
	subjectless: true, facts: claimFacts, residents: []string{"claim", "enclosed"},
	days: func(r *reader) []calendar.Date { return []calendar.Date{r.in.Case.Claim.Visited} },
	looks: map[string]look{
		"ombudsman": lookNoRoute, "route": nil, "large-print": nil, "do-not": nil, "authority": nil,
		"recipient": lookInsurer, "claim": lookClaim, "enclosed": lookEnclosed, "no-view": lookNoView,
	},
	house: []houseRule{
		{"reply", true, "", nil, saying("view", "what we ask for", fixed("It is for you to decide", "your own reference", "write to the person who claims"))},
		{"private", true, "", nil, saying("privacy", "that it is about a person", fixed("for this claim alone"))},
		{"visited", false, "our earlier page, Insurance claims", nil, lookVisited},
	},
}

func claimFacts(f *filling, in Input) (any, error) {
	c := in.Case
	if c.Kind != casework.ClaimKind {
		return nil, fmt.Errorf("%s is a %s and not an insurance claim", c.Reference, c.Kind)
	}
	home := c.Concerns()
	facts := ClaimFacts{
		AnytimeFacts: anytime(f, in), Claimant: known(c.Resident.Name, "name of the resident"),
		Home:    known(oneLine(append(slices.Clone(home.Lines), held(spaced(home.Postcode)))), "address"),
		Against: against(in), Injury: c.Claim.Injury,
	}
	if v := visited(in); !v.IsZero() {
		facts.Visited = day(v, "")
	}
	for i, text := range enclosed(in) {
		facts.Enclosed = append(facts.Enclosed, EnclosedFacts{i + 1, text})
	}
	return facts, nil
}

// against is whom a claim is made against: ourselves, unless a contractor is
// named.
func against(in Input) string {
	if named := in.Case.Claim.Contractor(in.Settings); named != "" {
		return named
	}
	return known(author(in.Settings), "the landlord's name")
}

// insurer is who the form goes to: the contractor whom the claim is against, or
// our insurance section, as the settings have it. A contractor whose address was
// typed after the name, with commas, gets it by post; to any other it goes by
// hand or by e-mail.
func insurer(in Input) recipient {
	named := in.Case.Claim.Contractor(in.Settings)
	if named == "" {
		return section(in.Settings)
	}
	parts := strings.Split(named, ",")
	name := strings.TrimSpace(parts[0])
	if lines, ok := Postal(name, parts[1:]); ok {
		return recipient{Name: name, Greeting: name, Lines: lines}
	}
	return recipient{Name: name, Greeting: name, Carried: true, Lines: []string{name, byHand}}
}

// section is our insurance section, at the address that the settings have.
func section(s casework.Settings) recipient {
	to := recipient{Name: s.InsuranceSection(), Greeting: "colleague"}
	lines, ok := Postal(to.Name, s.InsuranceAddress)
	switch {
	case ok:
		to.Lines = lines
		return to
	case s.InsuranceEmail != "":
		to.Lines = []string{to.Name, "By e-mail to", s.InsuranceEmail}
	default:
		to.Lines = []string{to.Name, byHand}
	}
	to.Carried = true
	return to
}

const byHand = "By hand or by e-mail"

// Postal sets a name and an address whose last line ends in a postcode for an
// envelope; false where there is no postcode to go by.
func Postal(name string, lines []string) (set []string, ok bool) {
	if len(lines) == 0 {
		return nil, false
	}
	last := strings.ToUpper(strings.TrimSpace(lines[len(lines)-1]))
	code := postcodeAtEnd.FindString(last)
	if code == "" {
		return nil, false
	}
	return addressed(name, append(slices.Clone(lines[:len(lines)-1]), strings.TrimSuffix(last, code)), code), true
}

var postcodeAtEnd = regexp.MustCompile(`\b(?:GIR ?0AA|[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2})$`)

// enclosed are the form and whatever the case has as evidence for the claim.
func enclosed(in Input) []string {
	all := []string{"The completed claim form"}
	for _, e := range in.Case.Evidence {
		if !e.Received.After(in.Today) {
			all = append(all, e.Name)
		}
	}
	return all
}

// lookNoRoute holds that a letter to somebody else names no body that a
// resident could go to: it would be read as one of theirs.
func lookNoRoute(r *reader, base Finding) []Finding {
	if tags := r.starting("route"); len(tags) > 0 || strings.Contains(strings.ToLower(r.whole), "ombudsman") {
		return base.wrong("This letter does not go to a resident, and names an ombudsman", "", again)
	}
	return base.holds("Not to a resident: no ombudsman")
}

// lookInsurer finds who the form goes to.
func lookInsurer(r *reader, base Finding) []Finding {
	want := insurer(r.in)
	switch {
	case r.blocks[paper.TagAddress] != plain(strings.Join(want.Lines, " ")):
		return base.wrong("The letter is not addressed to "+want.Name+". Make it again", paper.TagAddress, again)
	case r.blocks["greeting"] != plain("Dear "+want.Greeting):
		return base.wrong("The greeting is not to "+want.Name, "greeting", again)
	}
	return base.holds("Addressed to " + want.Name)
}

// lookClaim finds who claims, about which home and against whom, as the case
// has it.
func lookClaim(r *reader, base Finding) []Finding {
	c := r.in.Case
	home := c.Concerns()
	for _, want := range []struct{ what, text string }{
		{"who claims", c.Resident.Name}, {"the home", oneLine(append(slices.Clone(home.Lines), spaced(home.Postcode)))},
		{"whom it is against", against(r.in)},
	} {
		if want.text == "" || !r.has("claim", want.text) {
			return base.wrong("The letter does not say "+want.what, "claim", again)
		}
	}
	if c.Claim.Injury != strings.Contains(r.blocks["claim"], "Yes: somebody was hurt") {
		return base.wrong("The letter and the case differ on whether somebody was hurt. Make the letter again", "claim", again)
	}
	var visits []string
	if v := visited(r.in); !v.IsZero() {
		visits = []string{v.Letter()}
	}
	if !slices.Equal(dayLike.FindAllString(r.blocks["claim"], -1), visits) {
		return base.wrong("The letter does not give the day of the visit as it is in the case. Make it again", "claim", again)
	}
	return base.holds("Says who claims, and about which home")
}

// lookEnclosed finds everything that goes with the letter, and nothing else.
func lookEnclosed(r *reader, base Finding) []Finding {
	want := enclosed(r.in)
	if got := r.starting("enclosed"); len(got) != len(want) {
		return base.wrong(fmt.Sprintf("%d things go with this letter, and it names %d. Make it again", len(want), len(got)), "enclosed 1", again)
	}
	for i, text := range want {
		if tag := fmt.Sprintf("enclosed %d", i+1); !r.ends(tag, text) {
			return base.wrong("The letter does not say that "+quoted(text)+" is enclosed", tag, again)
		}
	}
	if !strings.Contains(r.blocks["opening"], "enclose the completed claim form") {
		return base.wrong("The letter does not say that the completed form is enclosed", "opening", Fix{Page: PageWords})
	}
	return base.holds("Says what is enclosed")
}

// views are words that take a side, or that come out of a complaint. Who is
// liable is for whoever decides the claim (ruling 13).
var views = regexp.MustCompile(`\b(?:liab\w+|negligen\w+|faults?|faulty|blame\w*|sorry|apolog\w+|admit\w*|admission|responsib\w+|upheld|complain\w*|findings?|redress|compensat\w+|goodwill|we should have|our mistake)\b|£`)

// lookNoView finds nothing on who is at fault, and nothing of a complaint, in
// what we write ourselves.
func lookNoView(r *reader, base Finding) []Finding {
	var wrong []Finding
	head := []string{paper.TagName, paper.TagDetails, paper.TagFooter, paper.TagAbout, "signature"}
	r.each(func(tag, _ string) {
		if slices.Contains(head, tag) {
			return // a team's name
		}
		if got := views.FindString(r.lower[tag]); got != "" {
			wrong = append(wrong, base.fails(fmt.Sprintf("“%s” takes a view of the claim, or tells of a complaint. Take it out", got), tag, Fix{Page: PageWords}))
		}
	}, ours, officers)
	if !strings.Contains(r.blocks["view"], "take no view") {
		wrong = append(wrong, base.fails("The letter does not say that we take no view of the claim", "view", Fix{Page: PageWords}))
	}
	return base.or(wrong, "Takes no view of the claim")
}

// visited is the day of the visit, where it was before the letter.
func visited(in Input) calendar.Date {
	v := in.Case.Claim.Visited
	forget(&v, in.Today)
	return v
}

// lookVisited reminds of the visit that our page promises. A claim may have to
// go without one.
func lookVisited(r *reader, base Finding) []Finding {
	v := visited(r.in)
	if v.IsZero() {
		return base.wrong("We promise to visit the home before the form goes, and no visit is recorded", "claim", Fix{Act: casework.ActVisitClaim})
	}
	return base.holds("Visited on " + v.Letter())
}
