package letter

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/reports/paper"
)

var (
	stageNamed = regexp.MustCompile(`\bstage (?:\d+|zero|one|two|three)\b`)
	noReason   = regexp.MustCompile(`(?i)\b(?:do not|don't) (?:have|need) to (?:give|say|have) (?:us )?(?:a|any) reasons?|\bno reasons? (?:is |are )?needed|\bwithout (?:giving )?(?:a|any) reasons?`)
)

// retiredWord is wording that no letter of ours has. Near is what every
// match holds, a quick first look.
type retiredWord struct {
	near    string
	pattern *regexp.Regexp // of words in small letters
	voices  []voice        // in whose words it is looked for
	why     string
}

const (
	twoOutcomes = "the outcomes are upheld and not upheld"
	noStageZero = "there is no stage before stage 1"
	byName      = "we write to a resident by name"

	closesNothing = "an offer never closes the way to stage 2 or the Ombudsman"
)

var (
	everywhere = []voice{ours, officers}
	inOurs     = []voice{ours}
)

var retiredWords = []retiredWord{
	{"final", regexp.MustCompile(`\bfull (?:and|&) final\b`), everywhere, closesNothing},
	{"settlement", regexp.MustCompile(`\bfinal settlement\b|\bin settlement of\b`), everywhere, closesNothing},
	{"waiv", regexp.MustCompile(`\bwaiv(?:e|es|ed|ing) (?:your|his|her|their|any|all|the) (?:\w+ )?(?:rights?|claims?)\b`), everywhere, closesNothing},
	{"you w", regexp.MustCompile(`\b(?:if|once|when|provided|providing|so long as|as long as|on condition)(?: that)? you withdraw\b`), everywhere, closesNothing},
	{"you d", regexp.MustCompile(`\b(?:if|once|when|provided|providing|so long as|as long as|on condition)(?: that)? you drop (?:your|the) (?:complaint|claim)\b`), everywhere, closesNothing},
	{"upheld", regexp.MustCompile(`\bpart(?:ly|ially)[ -]upheld\b`), everywhere, twoOutcomes},
	{"informal", regexp.MustCompile(`\binformal (?:complaint|stage|resolution|process)\b`), everywhere, noStageZero},
	{"informal", regexp.MustCompile(`\binformal(?:ly)?\b`), inOurs, noStageZero},
	{"customer", regexp.MustCompile(`\b(?:valued|our|dear|the) customers?\b`), everywhere, byName},
	{"customer", regexp.MustCompile(`\bcustomers?\b`), inOurs, byName},
	{"stage", regexp.MustCompile(`\bstage (?:0|3|zero|three)\b`), everywhere, "there are two stages"},
	{"prejudice", regexp.MustCompile(`\bwithout prejudice\b`), everywhere, "an answer is given openly"},
}

// goneWords ended in law; a policy's retired provisions say when.
var goneWords = []struct {
	id, near string
	pattern  *regexp.Regexp
}{
	{"designated-person", "designated person", regexp.MustCompile(`\bdesignated persons?\b`)},
	{"designated-person", "democratic filter", regexp.MustCompile(`\bdemocratic filter\b`)},
	{"eight-weeks", "weeks", regexp.MustCompile(`\b(?:eight|8) weeks\b`)},
}

// lookRetired finds provisions that had ended on the day of the letter,
// whenever the case began (ruling 2).
func lookRetired(r *reader, base Finding) []Finding {
	held := map[string]bool{}
	for _, ended := range stillLaw(r.in, r.policy) {
		held[ended.ID] = true
	}
	var wrong []Finding
	for _, w := range goneWords {
		if held[w.id] {
			continue
		}
		r.each(func(tag, _ string) {
			got := r.near(tag, w.near, w.pattern)
			if w.id == "eight-weeks" && r.voices[tag] == officers && !strings.Contains(r.lower[tag], "ombudsman") {
				return // a time like any other
			}
			if got != "" && tag != "route fos" {
				wrong = append(wrong, base.fails(fmt.Sprintf("“%s” ended in law on 1 October 2022. Take it out", got), tag, Fix{Page: PageWords}))
			}
		}, ours, officers)
	}
	return base.or(wrong, "No condition that has ended in law")
}

// lookWording finds words that no letter of ours has.
func lookWording(r *reader, base Finding) []Finding {
	var wrong []Finding
	for _, w := range retiredWords {
		r.each(func(tag, _ string) {
			if got := r.near(tag, w.near, w.pattern); got != "" {
				wrong = append(wrong, base.fails(fmt.Sprintf("“%s” has to go: %s", got, w.why), tag, Fix{Page: PageWords}))
			}
		}, w.voices...)
	}
	return base.or(wrong, "No retired wording")
}

// near is the first match in a block's words in small letters, without the
// names of departments that carry the word.
func (r *reader) near(tag, near string, pattern *regexp.Regexp) string {
	words := r.lower[tag]
	if !strings.Contains(words, near) {
		return ""
	}
	return pattern.FindString(strings.ReplaceAll(words, teamName, ""))
}

// teamName is a department's or a manager's, the one place where its word may
// stand.
const teamName = "customer service"

// marks is whatever a template or a hurried hand leaves behind, in small
// letters; markSigns and markWords are a quick first look for it.
var (
	marks     = regexp.MustCompile(`\[[^\]]*\]?|\{\{|\}\}|<no value>|<nil>|%!|\bx{3,}\b|\btb[ca]\b|\b(?:insert|enter) (?:name|date|address|text)\b|_{3,}|\.{4,}|\?\?+`)
	markWords = []string{"xxx", "tbc", "tba", "insert ", "enter ", "....", "??"}
)

const markSigns = "[{}<%_"

// lookMarks finds blanks and left-over marks, in whoever's words.
func lookMarks(r *reader, base Finding) []Finding {
	var wrong []Finding
	for _, tag := range r.tags {
		words := r.lower[tag]
		if !strings.ContainsAny(words, markSigns) && !slices.ContainsFunc(markWords, func(w string) bool { return strings.Contains(words, w) }) {
			continue
		}
		pattern := marks
		if r.voices[tag] == residents {
			pattern = machineMarks // what a resident says is theirs
		}
		if got := pattern.FindString(words); got != "" {
			wrong = append(wrong, base.fails("“"+got+"” is left over or still to be filled in", tag, markFix(tag)))
		}
	}
	if r.whole == "" {
		wrong = append(wrong, base.fails("The page is empty", "", again))
	}
	return base.or(wrong, "No blanks")
}

// machineMarks are those that no person types.
var machineMarks = regexp.MustCompile(`\{\{|\}\}|<no value>|<nil>|\[(?:name of the resident|address|postcode|what would put it right|e-mail address)\]`)

// markFix guesses from the block what fills a blank.
func markFix(tag string) Fix {
	switch {
	case oneOf(tag, []string{"decision", "reasons"}):
		_, number, _ := strings.Cut(tag, " ")
		point, _ := strconv.Atoi(number) // 0 where there is none: any point
		return Fix{Act: casework.ActAnswer, Point: point}
	case tag == paper.TagAddress, tag == "greeting", tag == "acts for", tag == paper.TagRunning:
		return Fix{Act: casework.ActChangeContact}
	case tag == "wanted":
		return Fix{Act: casework.ActDescribe}
	case tag == "handler", tag == "signature", tag == paper.TagAbout:
		return Fix{Act: casework.ActAssign}
	case tag == "no remedies":
		return Fix{Act: casework.ActAddRemedy}
	}
	return Fix{Page: PageWords}
}

// lookGlyphs finds characters that no face of ours can print.
func lookGlyphs(r *reader, base Finding) []Finding {
	if missing := r.letter.Document.Missing; len(missing) > 0 {
		words := strings.TrimSuffix((&paper.MissingError{Runes: missing}).Error(), ".")
		return base.wrong(words, "", Fix{Page: PageWords})
	}
	if strings.ContainsRune(r.whole, '\uFFFD') {
		return base.wrong("A character on the page cannot be printed", "", Fix{Page: PageWords})
	}
	return base.holds("Every character can be printed")
}

// lookDated finds today's date on the letter. A letter that goes on another
// day is made again first (ruling 7).
func lookDated(r *reader, base Finding) []Finding {
	switch {
	case r.letter.Dated.Before(r.in.Case.Received):
		return base.wrong(fmt.Sprintf("This computer's clock says that today is %s, before the complaint was received. Set the clock right, then make the letter again",
			r.letter.Dated.Letter()), paper.TagAbout, again)
	case r.letter.Dated != r.in.Today:
		return base.wrong(fmt.Sprintf("This letter is dated %s. Make it again for today", r.letter.Dated.Letter()), paper.TagAbout, again)
	case !r.kind.slip && !r.has(paper.TagAbout, r.in.Today.Letter()):
		return base.wrong("Today's date, "+r.in.Today.Letter()+", is not at the top", paper.TagAbout, again)
	}
	return base.holds("Dated today")
}

// lookReceived finds the day the complaint was received, and no other day
// beside it.
func lookReceived(r *reader, base Finding) []Finding {
	const tag = "opening"
	want := r.asked().Letter()
	if days := dayLike.FindAllString(r.blocks[tag], -1); len(days) != 1 || days[0] != want {
		return base.wrong("The letter does not give the day we were told, "+want, tag, again)
	}
	return base.holds("Gives the day we were told")
}

// asked is the day on which the resident told us what the letter is about:
// the complaint, or that they wanted stage 2 or the appeal.
func (r *reader) asked() calendar.Date {
	if r.stage != nil && r.stage.Number > 1 {
		return r.stage.Asked
	}
	return r.in.Case.Received
}

// lookDue finds the day that the policy's clock gives for the answer, and no
// other day beside it (Code 6.2, 6.3).
func lookDue(r *reader, base Finding) []Finding {
	due := dueOf(r.in, r.policy, r.stage)
	words := r.blocks["due"]
	days := dayLike.FindAllString(words, -1)
	if due.Due.IsZero() || len(days) != 1 || days[0] != due.Due.Long() || !strings.Contains(words, "by "+due.Due.Long()) {
		return base.wrong("The day we will answer by is not "+due.Due.Long()+". Make the letter again", "due", again)
	}
	rule, _ := r.policy.Stage(r.stage.Number)
	if c, ok := r.policy.Clock(rule.Respond); ok && !extended(r.stage) && !strings.Contains(words, number(c.Days)+" "+c.Unit) {
		return base.wrong(fmt.Sprintf("Our time for the answer, %s %s, is not there", number(c.Days), c.Unit), "due", again)
	}
	return base.holds("Answer by " + due.Due.Long())
}

var dayLike = regexp.MustCompile(`(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b`)

// lookDates finds days in our own words that are none of the letter's.
func lookDates(r *reader, base Finding) []Finding {
	known := map[string]bool{}
	add := func(days ...calendar.Date) {
		for _, d := range days {
			if !d.IsZero() {
				known[d.Letter()], known[d.Long()] = true, true
			}
		}
	}
	c := r.in.Case
	add(c.Received, r.in.Today)
	if r.stage != nil {
		add(r.stage.Asked, r.stage.Acknowledged, dueOf(r.in, r.policy, r.stage).Due)
		for _, p := range r.points() {
			add(p.Excluded.Told)
		}
	}
	for _, p := range c.Promises {
		add(p.Due, p.Kept)
	}
	if r.kind.days != nil {
		add(r.kind.days(r)...)
	}
	var wrong []Finding
	for _, tag := range r.tags {
		if r.voices[tag] == officers || r.voices[tag] == residents && tag != paper.TagRunning {
			continue
		}
		for _, got := range dayLike.FindAllString(r.blocks[tag], -1) {
			if !known[got] {
				wrong = append(wrong, base.fails(got+" is not a day of this case", tag, again))
			}
		}
	}
	return base.or(wrong, "Every date is the case's own")
}

// lookSupport finds the question about support and adjustments.
func lookSupport(r *reader, base Finding) []Finding {
	words := r.blocks["support"]
	if !strings.Contains(words, "support") || !strings.Contains(words, "?") {
		return base.wrong("The letter does not ask whether the resident needs support", "support", Fix{Page: PageWords})
	}
	return base.holds("Asks about support")
}

// lookSubject finds the heading that says what the paper is.
func lookSubject(r *reader, base Finding) []Finding {
	words := strings.ToLower(r.blocks["subject"])
	if words == "" || !r.kind.subjectless && !strings.Contains(words, "complaint") {
		return base.wrong("The paper does not say at the top what it is about", "subject", Fix{Page: PageWords})
	}
	return base.holds("Says what it is about")
}

// lookNeeds finds what the resident asked for, as they said it.
func lookNeeds(r *reader, base Finding) []Finding {
	c := r.in.Case.Contact
	words := r.blocks["needs"]
	switch {
	case needs(c) == "" && c.DoNot == "":
		if words != "" {
			return base.wrong("The letter names needs that are not in the case. Make it again", "needs", again)
		}
	case !strings.Contains(words, plain(needs(c))) || c.DoNot != "" && !r.ends("needs", c.DoNot+"."),
		c.DoNot == "" && !r.ends("needs", needs(c)+"."):
		return base.wrong("What the resident asked us for is not on the page as it is in the case. Make the letter again", "needs", again)
	}
	return base.holds("Says back what the resident asked us for")
}

// lookReadBack finds what was recorded, as it is in the register.
func lookReadBack(r *reader, base Finding) []Finding {
	c := r.in.Case
	var wrong []Finding
	for _, want := range []struct{ what, text string }{
		{"the day we were told", c.Received.Long()}, {"the name", notGiven(c.Resident.Name)},
		{"what happened", c.Story}, {"what would put it right", c.Wanted}, {"the postcode", c.Home.Postcode},
	} {
		if !strings.Contains(r.blocks["recorded"], plain(want.text)) {
			wrong = append(wrong, base.fails("The receipt does not read back "+want.what+" as it was recorded", "recorded", again))
		}
	}
	return base.or(wrong, "Reads back what was recorded")
}

// lookReceipt finds that a receipt says what it is and by when the
// acknowledgement will come (ruling 7).
func lookReceipt(r *reader, base Finding) []Finding {
	const tag = "not an acknowledgement"
	words := r.blocks[tag]
	switch {
	case !strings.Contains(words, "not an acknowledgement"):
		return base.wrong("The receipt does not say that it is not an acknowledgement", tag, Fix{Page: PageWords})
	case r.stage != nil && !strings.Contains(words, r.stage.AcknowledgeBy.Due.Long()):
		return base.wrong("The receipt does not say by when we will acknowledge: "+r.stage.AcknowledgeBy.Due.Long(), tag, again)
	case !strings.Contains(words, receiptDay(r.in.Case)):
		return base.wrong("The receipt does not say by when it goes on: "+receiptDay(r.in.Case), tag, again)
	case !strings.Contains(r.blocks["right to complain"], "complain"):
		return base.wrong("The receipt does not say that the resident can complain", "right to complain", Fix{Page: PageWords})
	}
	return base.holds("Says that it is not an acknowledgement")
}
