package letter

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/reports/paper"
)

// lookOmbudsman finds the Housing Ombudsman's details in full wherever the
// resident has the right to them (Code 3.7).
func lookOmbudsman(r *reader, base Finding) []Finding {
	if !slices.ContainsFunc(bodies(r.in, r.policy), func(o policy.Ombudsman) bool { return o.ID == housing }) {
		return base.holds("Not our resident: the Financial Ombudsman only")
	}
	o, _ := r.policy.Ombudsman(housing)
	wrong := r.details(o, base)
	if !strings.Contains(r.blocks["route "+o.ID], "at any time") {
		wrong = append(wrong, base.fails("The letter does not say that the Housing Ombudsman can be asked at any time", "route "+o.ID, Fix{Page: PageWords}))
	}
	return base.or(wrong, "Gives the Housing Ombudsman's details")
}

// details finds a body's name, telephone, website and address in its own
// paragraph.
func (r *reader) details(o policy.Ombudsman, base Finding) []Finding {
	tag := "route " + o.ID
	var missing []string
	for _, want := range []struct{ what, text string }{
		{"telephone number, " + o.Telephone, "Telephone: " + o.Telephone},
		{"website, " + o.Website, "Website: " + o.Website},
		{"address", "Post: " + strings.Join(o.Address, ", ")},
	} {
		if !r.has(tag, want.text) {
			missing = append(missing, want.what)
		}
	}
	if named := r.blocks["heading "+tag] + " " + r.blocks[tag]; !strings.Contains(named, plain(o.Short)) && !strings.Contains(named, plain(o.Name)) {
		missing = append(missing, "name")
	}
	last := lastAnswer(r.kind.name, r.stage)
	if wait := number(o.Weeks) + " weeks"; o.Weeks > 0 && !last && !strings.Contains(r.blocks[tag], wait) {
		missing = append(missing, "wait of "+wait)
	}
	if within := number(o.Months) + " months"; o.Months > 0 && last && !r.retired() && !strings.Contains(r.blocks[tag], within) {
		missing = append(missing, "time of "+within)
	}
	if len(missing) == 0 {
		return nil
	}
	return base.wrong(fmt.Sprintf("The %s is not given in full or not right: its %s", o.Short, listed(missing)), tag, Fix{Page: PageWords})
}

// retired says whether the way to the Housing Ombudsman still had the
// conditions that ended in law (ruling 2).
func (r *reader) retired() bool { return len(stillLaw(r.in, r.policy)) > 0 }

// lookRoute finds the bodies for the subject and no others (ruling 17).
func lookRoute(r *reader, base Finding) []Finding {
	route := bodies(r.in, r.policy)
	var wrong []Finding
	if len(route) == 0 {
		return base.wrong("The case has no subject, so the letter cannot name an ombudsman. Choose what it is about", "", Fix{Act: casework.ActDescribe})
	}
	if _, known := r.policy.Subject(r.in.Case.Subject); !known && !r.kind.slip && !r.in.Case.Kind.Promised() {
		wrong = append(wrong, base.fails("Choose what the complaint is about: it decides which ombudsman the letter names", "", Fix{Act: casework.ActDescribe}))
	}
	for _, o := range r.policy.Ombudsmen {
		if slices.ContainsFunc(route, func(b policy.Ombudsman) bool { return b.ID == o.ID }) {
			if o.ID != housing {
				wrong = append(wrong, r.details(o, base)...)
			}
			continue
		}
		if tag, found := r.mentions(o); found {
			wrong = append(wrong, base.fails(fmt.Sprintf("The letter sends the resident to the %s, which does not deal with this subject", o.Short), tag, again))
		}
	}
	return base.or(wrong, "Names the right ombudsman for the subject")
}

// mentions finds a body that our own words name, outside the definition of a
// complaint, which is the Housing Ombudsman's by name.
func (r *reader) mentions(o policy.Ombudsman) (tag string, found bool) {
	names := []string{plain(o.Name), plain(o.Short), plain(o.Telephone), plain(o.Website)}
	r.each(func(t, words string) {
		named := slices.ContainsFunc(names, func(name string) bool { return strings.Contains(words, name) })
		if named && t != "definition" && !found {
			tag, found = t, true
		}
	}, ours)
	return tag, found
}

// lookReference finds the case's reference beside the address and the right
// one wherever a reference stands in our words.
func lookReference(r *reader, base Finding) []Finding {
	ref := string(r.in.Case.Reference)
	tag := paper.TagAbout
	if r.kind.slip {
		tag = "recorded"
	}
	if ref == "" || !r.has(tag, ref) {
		return base.wrong("The reference "+ref+" is not where the resident looks for it", tag, again)
	}
	var wrong []Finding
	in := r.in
	in.Kind = r.letter.Kind
	if later := len(r.letter.Document.Pages) - 1; r.blocks[paper.TagRunning] != strings.TrimSpace(strings.Repeat(plain(runningHead(in))+" ", max(later, 0))) {
		wrong = append(wrong, base.fails("The later pages do not say whose letter it is. Make the letter again", paper.TagRunning, again))
	}
	for _, t := range r.tags {
		if r.voices[t] == officers || r.voices[t] == residents && t != paper.TagRunning {
			continue
		}
		for _, got := range referenceLike.FindAllString(r.blocks[t], -1) {
			if got != ref {
				wrong = append(wrong, base.fails(fmt.Sprintf("The page has the reference %s, and this is %s", got, ref), t, again))
			}
		}
	}
	return base.or(wrong, "Gives the reference")
}

var referenceLike = regexp.MustCompile(`\b[A-Z]-\d{4}-\d{3,}(?:-[A-Z])?\b`)

// lookContact finds who deals with the complaint and how to reach them.
func lookContact(r *reader, base Finding) []Finding {
	if r.kind.slip {
		if tel := r.in.Settings.Telephone; tel == "" || !strings.Contains(r.blocks["correct us"], plain(tel)) {
			return base.wrong("The "+string(r.kind.name)+" does not say how to reach us. Set the office's telephone number", "correct us", Fix{Page: PageSettings})
		}
		return base.holds("Says how to reach us")
	}
	h, ok := handlerOf(r.in, r.stage)
	if !ok {
		return base.wrong("Nobody handles this complaint yet. Give it to an officer", "signature", Fix{Act: casework.ActAssign})
	}
	telephone := h.Telephone
	if telephone == "" {
		telephone = r.in.Settings.Telephone
	}
	if telephone == "" {
		return base.wrong(fmt.Sprintf("There is no telephone number for %s or for the office", h.Name), "signature", Fix{Page: PageOfficers})
	}
	tag := "contact"
	if r.blocks["handler"] != "" {
		tag = "handler" // an acknowledgement introduces the handler
	}
	words := r.blocks[tag]
	var wrong []Finding
	if tag == "handler" && !strings.Contains(words, plain(h.Name)) {
		wrong = append(wrong, base.fails("The letter does not say that "+h.Name+" handles it", tag, again))
	}
	if !strings.Contains(words, plain(telephone)) {
		wrong = append(wrong, base.fails(fmt.Sprintf("The letter does not say how to ring %s: %s", h.Name, telephone), tag, again))
	}
	if !strings.HasSuffix(r.blocks[paper.TagAbout], plain(h.Name+" "+telephone)) {
		wrong = append(wrong, base.fails("The top of the letter does not name "+h.Name+" with their telephone number", paper.TagAbout, again))
	}
	if !strings.HasPrefix(strings.TrimPrefix(r.blocks["signature"], "Yours sincerely "), plain(h.Name)) {
		wrong = append(wrong, base.fails(h.Name+" handles it, and another name signs", "signature", again))
	}
	return base.or(wrong, "Says who deals with it and how to reach them")
}

// lookLetterhead finds the landlord's own details as the settings have them,
// and the pages numbered.
func lookLetterhead(r *reader, base Finding) []Finding {
	head := letterhead(r.in.Settings)
	fix := Fix{Page: PageSettings}
	if strings.TrimSpace(head.Name) == "" || len(r.in.Settings.Address) == 0 {
		return base.wrong("The office has no name or address to write from. Set them", paper.TagName, fix)
	}
	for _, want := range []struct {
		tag   string
		lines []string
	}{{paper.TagName, []string{head.Name}}, {paper.TagDetails, head.Details}, {paper.TagFooter, head.Footer}} {
		if r.blocks[want.tag] != plain(strings.Join(want.lines, " ")) {
			return base.wrong("The letterhead is not as it is in the settings. Make the letter again", want.tag, again)
		}
	}
	if f := lookPages(r, base); !f[0].OK {
		return f
	}
	return base.holds("Our own details, and every page")
}

// lookPages finds the pages numbered one after the other.
func lookPages(r *reader, base Finding) []Finding {
	var numbers []string
	pages := len(r.letter.Document.Pages)
	for i := range pages {
		numbers = append(numbers, fmt.Sprintf("Page %d of %d", i+1, pages))
	}
	if r.blocks[paper.TagPageNumber] != strings.Join(numbers, " ") {
		return base.wrong("The pages are not numbered one after the other. Make the letter again", paper.TagPageNumber, again)
	}
	return base.holds("Every page is numbered")
}

// lookRecipient finds the right person and a whole address (Code 3.6).
func lookRecipient(r *reader, base Finding) []Finding {
	fix := Fix{Act: casework.ActChangeContact}
	c := r.in.Case
	want := recipientOf(r.in)
	got := r.blocks[paper.TagAddress]
	switch {
	case !c.Died.IsZero() && !c.ActsForDead():
		return base.wrong("The resident has died, and nobody is recorded who deals with their affairs. Record them before you write", paper.TagAddress, Fix{Act: casework.ActDied})
	case strings.HasPrefix(want.Name, markOpen):
		return base.wrong("We do not know the resident's name. Add it to the case", paper.TagAddress, fix)
	case want.Carried && c.Contact.Reply == casework.ReplyEmail && c.Resident.Email == "":
		return base.wrong("The resident wants an e-mail, and there is no e-mail address", paper.TagAddress, fix)
	case !want.Carried && !postcode.MatchString(want.Lines[len(want.Lines)-1]):
		return base.wrong("The address has no postcode, or one that cannot be right. Put it right in the case", paper.TagAddress, fix)
	case !want.Carried && strings.HasPrefix(want.Lines[1], markOpen):
		return base.wrong("There is no address to write to. Add it to the case", paper.TagAddress, fix)
	case got != plain(strings.Join(want.Lines, " ")) && unauthorised(r.in) != "" && strings.HasPrefix(got, plain(c.Representative.Name)+" "):
		return base.wrong(unauthorised(r.in)+". Record it, or make the letter again for the resident", paper.TagAddress, Fix{Act: casework.ActAuthority})
	case got != plain(strings.Join(want.Lines, " ")):
		return base.wrong(fmt.Sprintf("The letter is not addressed to %s as in the case. Make it again", want.Name), paper.TagAddress, again)
	case r.blocks["greeting"] != plain("Dear "+want.Greeting):
		return base.wrong("The greeting is not to "+want.Greeting, "greeting", again)
	case want.Represents && !r.ends("acts for", r.actsFor()):
		return base.wrong("The letter goes to a representative and does not say for whom they act", "acts for", again)
	}
	return base.holds("Addressed to " + want.Name)
}

// actsFor is how a letter to somebody else has to end its sentence on whom it
// is for.
func (r *reader) actsFor() string {
	if !r.in.Case.Died.IsZero() {
		return "it also means " + r.in.Case.Resident.Name + "."
	}
	return "it means " + r.in.Case.Resident.Name + "."
}

// unauthorised says why a representative gets no letter although the letters
// are meant for them, or nothing (Code 3.6).
func unauthorised(in Input) string {
	rep := in.Case.Representative
	switch {
	case rep.Name == "" || !rep.WriteToRep || !in.Case.Died.IsZero() || authorised(rep, in.Today):
		return ""
	case rep.Authority == "":
		return "We do not have the resident's authority to write to " + rep.Name
	case rep.Given.After(in.Today):
		return fmt.Sprintf("The authority of %s starts on %s", rep.Name, rep.Given.Letter())
	}
	return fmt.Sprintf("The authority of %s ended on %s", rep.Name, rep.Until.Letter())
}

// lookAuthorised reminds that a letter goes to the resident because the one it
// was meant for may not have it. It keeps no letter back.
func lookAuthorised(r *reader, base Finding) []Finding {
	if why := unauthorised(r.in); why != "" {
		return base.wrong(why+", so this goes to the resident", paper.TagAddress, Fix{Act: casework.ActAuthority})
	}
	if rep := r.in.Case.Representative; mayWriteTo(rep, r.in.Today) && rep.Scope != "" && r.in.Case.Died.IsZero() {
		return base.wrong(fmt.Sprintf("The authority of %s is for %s only. See that this letter keeps to that", rep.Name, quoted(rep.Scope)), paper.TagAddress, Fix{})
	}
	return base.holds("Goes to whom it is meant for")
}

// postcode is the shape of a postcode of the United Kingdom.
var postcode = regexp.MustCompile(`^(?:GIR ?0AA|[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2})$`)

// lookWindow finds anything that the envelope would show or hide wrongly.
func lookWindow(r *reader, base Finding) []Finding {
	if recipientOf(r.in).Carried {
		return base.holds("Not posted: no envelope")
	}
	e := envelope(r.in)
	var wrong []Finding
	for _, w := range paper.CheckWindow(r.letter.Document, e) {
		wrong = append(wrong, base.fails(strings.TrimSuffix(w.Text, "."), paper.TagAddress, Fix{Act: casework.ActChangeContact}))
	}
	return base.or(wrong, "Address sits inside the window")
}

// lookNumbers finds telephone numbers and e-mail addresses in our own words
// that belong to nobody whom the letter names.
func lookNumbers(r *reader, base Finding) []Finding {
	known := map[string]bool{}
	add := func(texts ...string) {
		for _, t := range texts {
			known[strings.Join(strings.Fields(t), "")] = true
		}
	}
	add(r.in.Settings.Telephone, r.in.Settings.Email)
	if h, ok := handlerOf(r.in, r.stage); ok {
		add(h.Telephone, h.Email)
	}
	for _, o := range bodies(r.in, r.policy) {
		add(o.Telephone)
	}
	footer := plain(r.in.Settings.Footer)
	var wrong []Finding
	r.each(func(tag, words string) {
		if tag == paper.TagFooter && words == footer || tag == paper.TagDetails {
			return
		}
		if !strings.ContainsAny(words, "0@") {
			return
		}
		for _, got := range append(telephoneLike.FindAllString(words, -1), emailLike.FindAllString(words, -1)...) {
			if !known[strings.ReplaceAll(strings.Trim(got, " ."), " ", "")] {
				wrong = append(wrong, base.fails(strings.Trim(got, " .")+" belongs to nobody whom this letter names", tag, again))
			}
		}
	}, ours)
	return base.or(wrong, "Every number belongs to somebody named")
}

var (
	telephoneLike = regexp.MustCompile(`\b0\d[\d ]{7,11}\d\b`)
	emailLike     = regexp.MustCompile(`[^\s,;]+@[^\s,;]+`)
)

// lookLargePrint finds a letter in small print for somebody who asked for
// large.
func lookLargePrint(r *reader, base Finding) []Finding {
	if r.in.Case.Contact.Needs(casework.LargePrint) && !r.letter.LargePrint {
		return base.wrong("The resident asked for large print. Switch to large print", "", Fix{Page: PageLargePrint})
	}
	return base.holds("Print size as asked for")
}

// lookDoNot reminds of how the resident does not want to be reached. It never
// keeps a letter back.
func lookDoNot(r *reader, base Finding) []Finding {
	c := r.in.Case.Contact
	switch {
	case c.DoNot != "":
		return base.wrong("Before you ring or send: "+quoted(c.DoNot), "", Fix{})
	case c.Needs(casework.Interpreter):
		return base.wrong("The resident asked for an interpreter. See that they can follow this letter", "", Fix{})
	}
	return base.holds("Nothing said against this way of writing")
}

// lookCall finds the attempt to speak to the resident that our page promises
// before the full response.
func lookCall(r *reader, base Finding) []Finding {
	if slices.ContainsFunc(r.in.Case.Calls, func(c casework.Call) bool { return c.Stage == r.stage.Number }) {
		return base.holds("Somebody tried to speak to the resident first")
	}
	return base.wrong("Try to speak to the resident first, and log the call or why there was none", "", Fix{Act: casework.ActLogCall})
}
