package casework

import (
	"fmt"
	"strings"
)

// SentInError records that something was wrong with a letter that went: the
// wrong person, sum or date. The letter and the day it went stay as they were,
// and with them the clock; a corrected letter may follow (ruling 16).
type SentInError struct {
	Letter int
	What   string // what was wrong
}

// Name is the act's name in history.
func (a SentInError) Name() ActName { return ActSentInError }

func (a SentInError) summary(c Case, _ Moment) string {
	l := c.Letter(a.Letter)
	return fmt.Sprintf("%s of %s marked as sent in error", c.letterWords(l.Kind, l.Stage), l.Sent.Letter())
}

func (a SentInError) decide(c *Case, m Moment) error {
	l := c.Letter(a.Letter)
	switch {
	case l == nil:
		return refuse("no-letter", "", "There is no letter number %d on this case", a.Letter)
	case l.Sent.IsZero():
		return refuse("not-sent", "", "This letter has not gone. Make it again, rightly, and send that")
	case !l.Erred.IsZero():
		return refuse("marked", "", "This letter was marked as sent in error on %s", l.Erred.Letter())
	case strings.TrimSpace(Tidy(a.What)) == "":
		return &Refusal{Code: "no-reason", Field: "what", Reason: "Write what was wrong with the letter"}
	}
	l.Error, l.Erred = a.What, m.Today
	return nil
}

// erred is the letter that a new one would correct: the last of its kind that
// went for the stage, where that was marked as sent in error. About 0 means
// whatever the last one told of.
func erred(c *Case, l *Letter) *Letter {
	var last *Letter
	for i := range c.Letters {
		old := &c.Letters[i]
		if old.Kind == l.Kind && old.Stage == l.Stage && !old.Sent.IsZero() && (l.About == 0 || old.About == l.About) {
			last = old
		}
	}
	if last == nil || last.Erred.IsZero() {
		return nil
	}
	return last
}
