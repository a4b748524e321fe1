package casework

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
)

// Correction is something of a petition or an insurance claim that had been
// written down wrongly, with the reason. What letters said before stays said
// (ruling 16).
type Correction struct {
	ID     int           `json:"id"`
	On     calendar.Date `json:"on"`
	By     int64         `json:"by"`
	Why    string        `json:"why" history:"personal"`
	Letter int           `json:"letter,omitempty"` // the last letter that was made before it

	// What stood there before; empty where it was not corrected.
	Signatures int    `json:"signatures,omitempty"`
	Story      string `json:"story,omitempty" history:"personal"`
	Subject    string `json:"subject,omitempty"`
	Against    string `json:"against,omitempty"` // "ourselves" where nobody else was named
	Injury     string `json:"injury,omitempty"`  // "yes" or "no"
}

// CorrectPetition puts right how many people signed a petition, what it says or
// what it is about. All three are as they should be, also those that stay.
type CorrectPetition struct {
	Signatures int
	Story      string
	Subject    string
	Why        string
}

// Name is the act's name in history.
func (a CorrectPetition) Name() ActName { return ActCorrectPetition }

func (a CorrectPetition) summary(c Case, _ Moment) string {
	return "Petition corrected: " + c.corrected()
}

func (a CorrectPetition) decide(c *Case, m Moment) error {
	p, err := petitionOf(c)
	switch {
	case err != nil:
		return err
	case a.Signatures < 1:
		return &Refusal{Code: "no-signatures", Field: "signatures", Reason: "Enter how many people signed the petition"}
	case blank(a.Story):
		return &Refusal{Code: "no-story", Field: "story", Reason: "Write what the petition asks for"}
	}
	was := Correction{}
	if a.Signatures != p.Signatures {
		was.Signatures = p.Signatures
	}
	if Tidy(a.Story) != c.Story {
		was.Story = c.Story
	}
	if a.Subject != c.Subject {
		was.Subject = orWords(c.Subject, "not set")
	}
	if err := c.correct(was, a.Why, "signatures", m); err != nil {
		return err
	}
	p.Signatures, c.Story, c.Subject = a.Signatures, a.Story, a.Subject
	return nil
}

// CorrectClaim puts right whom an insurance claim is made against, and whether
// somebody was hurt. Both are as they should be, also the one that stays.
type CorrectClaim struct {
	Against string // ourselves, or the contractor by name; empty is ourselves
	Injury  bool
	Why     string
}

// Name is the act's name in history.
func (a CorrectClaim) Name() ActName { return ActCorrectClaim }

func (a CorrectClaim) summary(c Case, _ Moment) string { return "Claim corrected: " + c.corrected() }

func (a CorrectClaim) decide(c *Case, m Moment) error {
	v, err := claimOf(c)
	switch {
	case err != nil:
		return err
	case !v.Decided.IsZero():
		return refuse("decided", "ruling 13", "The insurer decided this claim on %s as it stands. Record a claim against somebody else by itself", v.Decided.Letter())
	}
	was, now := Correction{}, Claim{Against: strings.TrimSpace(Tidy(a.Against)), Injury: a.Injury}
	if now.against() != v.against() {
		was.Against = v.against()
	}
	if a.Injury != v.Injury {
		was.Injury = yesNo(v.Injury)
	}
	if err := c.correct(was, a.Why, "against", m); err != nil {
		return err
	}
	v.Against, v.Injury = now.Against, now.Injury
	return nil
}

// correct keeps what stood there before and why it was wrong, or refuses what
// would change nothing.
func (c *Case) correct(was Correction, why, field string, m Moment) error {
	switch {
	case was == Correction{}:
		return &Refusal{Code: "same", Field: field, Reason: "Nothing here differs from the record. Change what is wrong"}
	case blank(why):
		return &Refusal{Code: "no-reason", Field: "why", Reason: "Write how you know, such as who told you or who counted again. It stays in history"}
	}
	was.ID = nextID(c.Corrections, func(k Correction) int { return k.ID })
	was.On, was.By, was.Why, was.Letter = m.Today, m.By.ID, why, nextLetter(c)-1
	c.Corrections = append(c.Corrections, was)
	return nil
}

// saysCorrected refuses a letter that was made before what it says was put
// right: it says what stood there before.
func (c *Case) saysCorrected(l Letter) error {
	for _, k := range c.Corrections {
		if l.ID <= k.Letter {
			return refuse("corrected", "", "The record was corrected after this letter was made: %s. Make the letter again", c.CorrectionWords(k))
		}
	}
	return nil
}

// corrected says what the last correction put right.
func (c Case) corrected() string { return c.CorrectionWords(c.Corrections[len(c.Corrections)-1]) }

// CorrectionWords say what a correction put right, and what stood there: "64
// signatures, not 46"; never the words of a petition, which are somebody's own.
func (c Case) CorrectionWords(k Correction) string {
	var all []string
	if k.Signatures != 0 {
		all = append(all, fmt.Sprintf("%s, not %d", count(c.after(k).Signatures, "signature", "signatures"), k.Signatures))
	}
	if k.Story != "" {
		all = append(all, "what it asks for")
	}
	if k.Subject != "" {
		all = append(all, "what it is about")
	}
	if k.Against != "" {
		all = append(all, fmt.Sprintf("against %s, not %s", c.after(k).Against, k.Against))
	}
	switch k.Injury {
	case "yes":
		all = append(all, "nobody was hurt")
	case "no":
		all = append(all, "somebody was hurt")
	}
	return strings.Join(all, "; ")
}

// after is what stood there once a correction had been made: what the next one
// to correct it found, or what stands there now.
func (c Case) after(k Correction) Correction {
	stood := c.stands()
	for _, later := range slices.Backward(c.Corrections) {
		if later.ID > k.ID {
			stood = stood.before(later)
		}
	}
	return stood
}

// stands is what stands there now.
func (c Case) stands() Correction {
	return Correction{Signatures: c.Petition.Signatures, Story: c.Story, Against: c.Claim.against(), Injury: yesNo(c.Claim.Injury)}
}

// before is what stood there before a correction.
func (k Correction) before(c Correction) Correction {
	if c.Signatures != 0 {
		k.Signatures = c.Signatures
	}
	k.Story, k.Against, k.Injury = orWords(c.Story, k.Story), orWords(c.Against, k.Against), orWords(c.Injury, k.Injury)
	return k
}

// OldWords says what a letter that went still says of a petition or a claim
// otherwise than the record does now: "46 signatures"; "" where it says nothing
// else. What a letter written outside Casebook says is not known.
func (c Case) OldWords(l Letter) string {
	if l.Sent.IsZero() || l.Elsewhere {
		return ""
	}
	now := c.stands()
	then := now
	for _, k := range slices.Backward(c.Corrections) {
		if l.ID <= k.Letter {
			then = then.before(k)
		}
	}
	var all []string
	say := func(differs bool, text string) {
		if differs {
			all = append(all, text)
		}
	}
	switch l.Kind {
	case PetitionAcknowledgement, PetitionOutcome:
		say(then.Signatures != now.Signatures, count(then.Signatures, "signature", "signatures"))
		say(then.Story != now.Story, "other words of the petition")
	case ClaimCover:
		say(then.Against != now.Against, "against "+then.Against)
		say(then.Injury != now.Injury, map[string]string{"yes": "that somebody was hurt", "no": "nothing of an injury"}[then.Injury])
	}
	return strings.Join(all, " and ")
}

// ourselves stands where a claim names nobody else.
const ourselves = "ourselves"

// against is whom a claim is made against, in words.
func (v Claim) against() string {
	if v.Against == "" || strings.EqualFold(v.Against, ourselves) {
		return ourselves
	}
	return v.Against
}

// orWords is a text, or other words where there is none.
func orWords(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
