package casework

import (
	"strings"
	"time"
)

// TakeBackTime is how long an officer may take back what they just did.
const TakeBackTime = 10 * time.Minute

// TakeBack gives a case the state that it had before its last act. Nothing is
// erased: the act stays in history and this entry follows it. What put paper,
// e-mail or money in someone's hands is corrected, never undone (ruling 16).
type TakeBack struct {
	Act     ActName   // the last act
	Summary string    // and its line in the timeline
	Before  Case      // the case as it was before it
	By      int64     // who did it
	At      time.Time // when
}

// Name is the act's name in history.
func (a TakeBack) Name() ActName { return ActTakeBack }

func (a TakeBack) summary(Case, Moment) string { return "Taken back: " + a.Summary }

func (a TakeBack) decide(c *Case, m Moment) error {
	passed := m.Now.Sub(a.At)
	switch {
	case !Undoable(a.Act):
		return refuse("not-undoable", "ruling 16", "This cannot be taken back: %s. What is in someone's hands is corrected by a new entry", a.Act.Words())
	case a.By != m.By.ID:
		return refuse("another", "", "Only the officer who did this can take it back")
	case passed < 0 || passed > TakeBackTime:
		return refuse("too-late", "", "An act can be taken back for %d minutes. Correct it with a new entry", int(TakeBackTime.Minutes()))
	case a.Before.ID != c.ID || a.Before.Reference != c.Reference:
		return refuse("other-case", "", "That is not what this case was before")
	case handedOver(c) != handedOver(&a.Before):
		return refuse("not-undoable", "ruling 16", "The resident has been told of this. It is corrected by a new entry, not taken back")
	}
	version := c.Version
	*c = clone(a.Before)
	c.Version = version
	return nil
}

// fixed are the acts that are never taken back: they put something in
// someone's hands, stand on two cases at once, or made the case.
var fixed = map[ActName]bool{
	ActRecord: true, ActTakeBack: true, ActLink: true, ActUnlink: true, ActSamePerson: true, ActRecount: true,
	ActPay: true, ActKeepPromise: true, ActPassOn: true, ActEvidenceSent: true,
	ActRecordPetition: true, ActRecordClaim: true, ActRecordFixed: true, ActSendClaim: true,
}

// Undoable says whether an act can be taken back at all.
func Undoable(act ActName) bool {
	if fixed[act] || act.Words() == string(act) {
		return false
	}
	for _, start := range []string{"make ", "print ", "dispatch "} {
		if strings.HasPrefix(string(act), start) {
			return false
		}
	}
	return !strings.HasSuffix(string(act), " sent elsewhere")
}

// handedOver counts what has reached the resident: letters and money that went
// and extensions that were told.
func handedOver(c *Case) int {
	n := len(c.Payments)
	for _, l := range c.Letters {
		if !l.Sent.IsZero() {
			n++
		}
	}
	for _, s := range c.Stages {
		for _, e := range s.Extensions {
			if !e.Told.IsZero() {
				n++
			}
		}
	}
	return n
}
