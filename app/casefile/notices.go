package casefile

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// Notice is one line under the banner: something that must not be missed while
// the case is dealt with. It stands there only while it matters.
type Notice struct {
	Head  string // bold, in the tone
	Text  string
	Tone  casework.Tone
	Does  string // what its link says; "" has none
	Leads Errand
}

// notices are what must not be missed, danger first. The front desk sees them
// too: it is where the resident stands.
func notices(c casework.Case, m casework.Moment, name func(int64) string) []Notice {
	var all []Notice
	if !c.Void.IsZero() {
		return nil
	}
	for _, h := range c.Hazards {
		if h.Running() {
			all = append(all, hazardNotice(h, m))
		}
	}
	all = append(all, riskNotice(c, m)...)
	all = append(all, residentNotices(c, m, name)...)
	all = append(all, contactNotices(c, m)...)
	for _, text := range beforeBody(c, m) {
		all = append(all, Notice{Head: "Before an ombudsman: ", Text: text + ".", Tone: casework.Soon})
	}
	return append(all, historyNotice(c, m)...)
}

// hazardNotice says which step comes next and how long is left for it (ruling
// 10).
func hazardNotice(h casework.Hazard, m casework.Moment) Notice {
	n := Notice{Head: "Hazard: ", Does: "Record the step"}
	if kind, ok := m.Policies.Hazard(h.Kind); ok {
		n.Head = kind.Title + ": "
	}
	next := nextClock(h)
	n.Leads = Errand{Act: casework.ActHazardStep, Item: h.ID, Step: next.Step}
	left := ""
	left, n.Tone = casework.TimeLeft(next.Deadline.Due, m.Today, m.Holidays)
	if next.Deadline.Working.Unit == calendar.Hours {
		left, n.Tone = minutesLeft(next.By, next.Deadline.Due, m)
	}
	if n.Tone == casework.Fine {
		n.Tone = casework.Soon
	}
	n.Text = fmt.Sprintf("%s by %s, %s.", lowerFirst(next.Step.Title()), next.Words(), strings.ToLower(left))
	if h.Job == "" {
		n.Text += " Repairs has given no job number yet."
	}
	return n
}

// nextClock is the step of a running hazard that has to be taken first.
func nextClock(h casework.Hazard) casework.HazardClock {
	var next casework.HazardClock
	for _, k := range h.Clocks {
		if k.Done.IsZero() && (next.By.IsZero() || k.By.Before(next.By)) {
			next = k
		}
	}
	return next
}

// riskNotice is of a building safety matter: how dangerous it is comes before
// its date (Building Safety Act 2022, s.93).
func riskNotice(c casework.Case, m casework.Moment) []Notice {
	if !c.Closed.IsZero() {
		return nil
	}
	n := Notice{Head: "Building safety: ", Does: "Say how urgent", Leads: Errand{Act: casework.ActSetRisk}}
	switch {
	case c.Risk == casework.RiskDanger:
		n.Text, n.Tone = "danger now. It comes before every date.", casework.Late
	case c.Risk == casework.RiskSerious:
		n.Text, n.Tone = "serious.", casework.Soon
	case c.Risk != "":
		n.Text, n.Tone = "no serious risk was found.", casework.Ended
	case safetyMatter(c, m):
		n.Text, n.Tone = "how dangerous it is has not been recorded, and comes before every date.", casework.Late
	default:
		return nil
	}
	return []Notice{n}
}

// safetyMatter says whether the Building Safety Regulator can be asked about a
// case.
func safetyMatter(c casework.Case, m casework.Moment) bool {
	return slices.ContainsFunc(casework.Routes(c, m.Today, m.Policies, m.Holidays), func(r casework.Route) bool { return r.Body.ID == "bsr" })
}

// residentNotices are of who may be spoken to and who deals with it.
func residentNotices(c casework.Case, m casework.Moment, name func(int64) string) []Notice {
	var all []Notice
	if !c.Died.IsZero() {
		text := fmt.Sprintf("on %s. Nobody is known yet who speaks for them.", c.Died.Letter())
		if r := c.Representative; r.Name != "" {
			text = fmt.Sprintf("on %s. %s speaks for them.", c.Died.Letter(), sentenceOf(r.Name+relation(r)))
		}
		notice := Notice{Head: "The resident died ", Text: text, Tone: casework.Late, Does: "Who speaks for them", Leads: Errand{Act: casework.ActDied}}
		if c.Kind == casework.PetitionKind { // it is everybody's who signed it
			notice.Head, notice.Text = "The lead petitioner died ", fmt.Sprintf("on %s. Ask who else of those who signed leads the petition now.", c.Died.Letter())
			notice.Does, notice.Leads = "Who leads it now", Errand{Act: casework.ActChangeContact}
		}
		all = append(all, notice)
	}
	if why := noAuthority(c, m.Today); why != "" && c.Closed.IsZero() {
		all = append(all, Notice{Head: "Tell " + c.Representative.Name + " nothing about the case. ", Text: why + ".", Tone: casework.Late,
			Does: "Record the authority", Leads: Errand{Act: casework.ActAuthority}})
	} else if r := c.Representative; r.Scope != "" && c.Closed.IsZero() {
		all = append(all, Notice{Head: "Tell " + r.Name + " only: ", Text: strings.TrimRight(r.Scope, ".") + ".", Tone: casework.Soon})
	}
	if c.Confidential {
		all = append(all, Notice{Head: "Confidential. ", Text: fmt.Sprintf("Seen by %s. To everybody else there is no such case.", counted(len(c.Access), "officer", "officers")), Tone: casework.Soon})
	}
	for _, k := range c.Conflicts {
		if c.Closed.IsZero() {
			all = append(all, Notice{Head: name(k.Officer) + " declared an interest. ", Text: sentenceOf(k.What) + ".", Tone: casework.Soon})
		}
	}
	return all
}

func relation(r casework.Representative) string {
	if r.Relation == "" {
		return ""
	}
	return ", " + r.Relation + ","
}

// contactNotices are of how the resident may be reached: a restriction that
// stands, and what they asked us not to do while the next thing is to speak to
// them. It always stands beside their telephone number as well.
func contactNotices(c casework.Case, m casework.Moment) []Notice {
	var all []Notice
	for _, r := range c.Restrictions {
		if r.Ended.IsZero() && !r.From.After(m.Today) {
			all = append(all, Notice{Head: "Contact is restricted: ", Text: fmt.Sprintf("%s. Review by %s.", strings.TrimRight(r.What, "."), r.Review.Letter()), Tone: casework.Soon,
				Does: "Review it", Leads: Errand{Act: casework.ActReviewLimit, Item: r.ID}})
		}
	}
	if c.Contact.DoNot != "" && toSpeak(c) {
		all = append(all, Notice{Head: "Before you ring: ", Text: strings.TrimRight(c.Contact.DoNot, ".") + ".", Tone: casework.Late})
	}
	return all
}

// toSpeak says whether the resident should be rung now: every point is decided
// and nobody has tried to speak to them before the response goes.
func toSpeak(c casework.Case) bool {
	s := c.Current()
	if s == nil || !c.Closed.IsZero() || !c.Withdrawn.IsZero() || !s.Responded.IsZero() || s.Acknowledged.IsZero() || len(c.Unanswered(s)) > 0 {
		return false
	}
	return !slices.ContainsFunc(c.Calls, func(k casework.Call) bool { return k.Stage == s.Number })
}

// historyNotice tells of the conditions that stood before the Housing Ombudsman
// when an older case was received, and are no more (ruling 2).
func historyNotice(c casework.Case, m casework.Moment) []Notice {
	past := before(c, m)
	if len(past) == 0 {
		return nil
	}
	var what []string
	for _, was := range past {
		what = append(what, lowerFirst(was.Title))
	}
	return []Notice{{Head: "History: ", Tone: casework.Ended, Text: fmt.Sprintf("%s ended on %s. The resident can go to the Housing Ombudsman at any time.",
		strings.Join(what, " and "), past[0].Ended.Letter())}}
}

func lowerFirst(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToLower(text[:1]) + text[1:]
}
