package casework

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"casebook/data/calendar"
	"casebook/data/policy"
)

// StartHazard starts the clocks that the law sets for a danger in the home, at
// the minute any of our people or contractors was told (ruling 10; SI
// 2025/1042). The front desk may; the repairs job and who was told of it are
// asked for at once, and listed as to do until they are known.
type StartHazard struct {
	Kind    string    // the policy's id of the hazard
	What    string    // what is wrong, and where
	Told    time.Time // the minute, or any minute of the day where Rough
	Rough   bool      // only the day is known: counted from its first minute
	ToldTo  string    // who of ours was told
	Job     string    // the repairs job number
	JobTold string    // who in repairs was told
}

// Name is the act's name in history.
func (a StartHazard) Name() ActName { return ActStartHazard }

func (a StartHazard) happened() calendar.Date { return calendar.Of(a.Told) }

func (a StartHazard) summary(c Case, m Moment) string {
	h := c.Hazards[len(c.Hazards)-1]
	return fmt.Sprintf("%s: clocks started, %s", hazardTitle(h.Kind, m), firstStep(h))
}

// Doubts are the answers that are possible but unlikely, as for Record.
func (a StartHazard) Doubts(m Moment) map[string]string {
	doubts := map[string]string{}
	if told := calendar.Of(a.Told); !a.Told.IsZero() && told.AddMonths(longAgo).Before(m.Today) {
		doubts["told"] = fmt.Sprintf("%s is more than %d months ago. Is that the day we were told of the hazard?", told.Long(), longAgo)
	}
	return doubts
}

func (a StartHazard) decide(c *Case, m Moment) error {
	kind, ok := m.Policies.Hazard(a.Kind)
	if !ok {
		return &Refusal{Code: "no-hazard", Field: "kind", Reason: "Choose the kind of hazard"}
	}
	if err := a.check(c, kind, m); err != nil {
		return err
	}
	h := addHazard(c, kind, a.Told, a.Rough, m)
	h.What, h.ToldTo, h.Job, h.JobTold, h.By = a.What, a.ToldTo, a.Job, a.JobTold, m.By.ID
	return nil
}

func (a StartHazard) check(c *Case, kind policy.Hazard, m Moment) error {
	told := calendar.Of(a.Told)
	switch {
	case !c.Void.IsZero():
		return refuse("void", "", "%s was recorded in error. Record the hazard on a new contact", c.Reference)
	case strings.TrimSpace(Tidy(a.What)) == "":
		return &Refusal{Code: "no-words", Field: "what", Reason: "Write what the danger is and where in the home"}
	case a.Told.IsZero():
		return &Refusal{Code: "no-time", Field: "told", Source: "ruling 10",
			Reason: "Enter the day and the time we were told of the hazard, or the day alone"}
	case told.After(m.Today) || !a.Rough && m.ahead(a.Told):
		return &Refusal{Code: "future", Field: "told", Reason: "Enter when we were told of the hazard. It cannot be later than now"}
	case !kind.InForceOn(told):
		return &Refusal{Code: "before-law", Field: "told", Source: kind.Source.String(),
			Reason: fmt.Sprintf("The law's times for this hazard began on %s. The %s goes on, and so does the repair", kind.From.Letter(), c.Kind.Noun())}
	case !kind.Covers(string(c.Home.Tenure)):
		return &Refusal{Code: "other-tenure", Field: "kind", Source: kind.Source.String(),
			Reason: fmt.Sprintf("The law's times for a hazard do not hold for this tenure (%s). Report the danger all the same. The %s goes on", c.Home.Tenure, c.Kind.Noun())}
	}
	for _, h := range c.Hazards {
		if h.Kind == kind.ID && h.Running() {
			return refuse("started", "", "The clocks of this hazard run already, since %s", clockTime(h.Told))
		}
	}
	return nil
}

// startHazards starts every kind of hazard that the words of a contact speak
// of (ruling 10). Told is the minute any of our people was told; where none is
// known it is the first minute of the day of receipt.
func startHazards(c *Case, m Moment, told time.Time, rough bool, toldTo string) {
	if told.IsZero() {
		told, rough = calendar.FirstMinute(c.Received), true
	}
	words := []string{c.Story, c.Wanted}
	for _, p := range c.Points {
		words = append(words, p.Text)
	}
	startSpoken(c, m, words, told, rough, toldTo)
}

// startAdded does the same for the points that were added to a case today: we
// were told of them in the course of the day.
func startAdded(c *Case, m Moment, first int) {
	var words []string
	for _, p := range c.Points {
		if p.ID >= first {
			words = append(words, p.Text)
		}
	}
	startSpoken(c, m, words, calendar.FirstMinute(m.Today), true, "")
}

// startSpoken starts each kind of hazard that words speak of, by itself and
// once. What the law does not cover is passed over: the complaint goes on.
func startSpoken(c *Case, m Moment, words []string, told time.Time, rough bool, toldTo string) {
	for _, found := range m.Policies.HazardsIn(strings.Join(words, "\n")) {
		has := slices.ContainsFunc(c.Hazards, func(h Hazard) bool { return h.Kind == found.Hazard.ID })
		if has || !found.Hazard.InForceOn(calendar.Of(told)) || !found.Hazard.Covers(string(c.Home.Tenure)) {
			continue
		}
		h := addHazard(c, found.Hazard, told, rough, m)
		h.What, h.ToldTo = fmt.Sprintf("Started by the words “%s”", found.Word), toldTo
	}
}

// addHazard puts a hazard with its clocks on a case.
func addHazard(c *Case, kind policy.Hazard, told time.Time, rough bool, m Moment) *Hazard {
	id := 1
	for _, h := range c.Hazards {
		id = max(id, h.ID+1)
	}
	told = told.UTC().Truncate(time.Minute)
	if rough {
		told = calendar.FirstMinute(calendar.Of(told))
	}
	h := Hazard{ID: id, Kind: kind.ID, Told: told, Rough: rough, Started: m.Today}
	for _, t := range m.Policies.HazardTimes(kind.ID, told, calendar.Date{}, m.Holidays) {
		h.Clocks = append(h.Clocks, HazardClock{Step: t.Deadline.Act, By: t.By, Deadline: t.Deadline})
	}
	c.Hazards = append(c.Hazards, h)
	return &c.Hazards[len(c.Hazards)-1]
}

// recountHazard counts the clocks of a hazard again: those that run from the
// end of the investigation once it is known, and any step not taken yet.
func recountHazard(h *Hazard, m Moment) {
	var ended calendar.Date
	if k := h.investigation(); k != nil && !k.Done.IsZero() {
		ended = calendar.Of(k.Done)
	}
	kind, _ := m.Policies.Hazard(h.Kind)
	for _, t := range m.Policies.HazardTimes(h.Kind, h.Told, ended, m.Holidays) {
		rule, _ := kind.Clock(t.Deadline.Act)
		if k := h.clock(t.Deadline.Act); k != nil && (k.Done.IsZero() || rule.From == policy.FromInvestigation) {
			k.By, k.Deadline = t.By, t.Deadline
		}
	}
}

func (h *Hazard) clock(step policy.Act) *HazardClock {
	for i := range h.Clocks {
		if h.Clocks[i].Step == step {
			return &h.Clocks[i]
		}
	}
	return nil
}

// investigation is the step whose end the later ones are counted from.
func (h *Hazard) investigation() *HazardClock {
	for i := range h.Clocks {
		if h.Clocks[i].Step.Investigates() {
			return &h.Clocks[i]
		}
	}
	return nil
}

// Hazard finds a hazard of the case by its number.
func (c *Case) Hazard(id int) *Hazard {
	for i := range c.Hazards {
		if c.Hazards[i].ID == id {
			return &c.Hazards[i]
		}
	}
	return nil
}

// Late says whether a step was taken after its last minute, or has not been
// taken though that has passed.
func (k HazardClock) Late(now time.Time) bool {
	at := k.Done
	if at.IsZero() {
		at = now
	}
	return at.Truncate(time.Minute).After(k.By)
}

// HazardToDo lists what is still asked for on the hazards of a case, so that
// nobody is in danger while nobody was told.
func HazardToDo(c Case) []string {
	var todo []string
	for _, h := range c.Hazards {
		if !h.Running() {
			continue
		}
		if h.Job == "" {
			todo = append(todo, fmt.Sprintf("The repairs job number for hazard %d", h.ID))
		}
		if h.JobTold == "" {
			todo = append(todo, fmt.Sprintf("Who in repairs was told of hazard %d", h.ID))
		}
	}
	return todo
}

func hazardTitle(kind string, m Moment) string {
	h, _ := m.Policies.Hazard(kind)
	return h.Title
}

// firstStep is the first step still to take: "Investigate the hazard by 18:40
// on Saturday 14 November 2026".
func firstStep(h Hazard) string {
	for _, k := range h.Clocks {
		if k.Done.IsZero() {
			return fmt.Sprintf("%s by %s", lowerFirst(k.Step.Title()), k.Words())
		}
	}
	return "every step taken"
}

// Words say the last moment for a step: the minute where the law counts hours,
// the day otherwise.
func (k HazardClock) Words() string {
	if k.Deadline.Working.Unit == calendar.Hours {
		return lastTime(k.By)
	}
	return k.Deadline.Due.Letter()
}

// Day is the last day for a step. One that is due at midnight is due by the end
// of the day before, as people read it.
func (k HazardClock) Day() calendar.Date {
	if k.Deadline.Working.Unit == calendar.Hours && midnight(k.By) {
		return k.Deadline.Due.AddDays(-1)
	}
	return k.Deadline.Due
}

func midnight(t time.Time) bool {
	at := t.In(calendar.London())
	return at.Hour() == 0 && at.Minute() == 0
}

// lastTime says the instant by which something is due.
func lastTime(t time.Time) string {
	if midnight(t) {
		return "the end of " + calendar.Of(t).AddDays(-1).Letter()
	}
	return clockTime(t)
}

// clockTime says an instant as London's clock shows it.
func clockTime(t time.Time) string {
	return fmt.Sprintf("%s on %s", t.In(calendar.London()).Format("15:04"), calendar.Of(t).Letter())
}

func lowerFirst(text string) string { return strings.ToLower(text[:1]) + text[1:] }

func upperFirst(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
