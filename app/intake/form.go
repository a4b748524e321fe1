package intake

import (
	"encoding/json"
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// The names of the fields, as the form, the errors and the register's refusals
// know them.
const (
	Name        = "name"
	Phone       = "phone"
	Email       = "email"
	RepName     = "rep name"
	RepRelation = "rep relation"
	RepPaper    = "rep authority"
	RepPhone    = "rep phone"
	RepEmail    = "rep email"
	RepAddress  = "rep address"
	RepGiven    = "rep given"
	RepScope    = "rep scope"
	RepUntil    = "rep until"
	RepWrite    = "rep write"
	Nameless    = "anonymous"
	MemberName  = "member name"
	MemberPlace = "member address"
	Address     = "address"
	Postcode    = "postcode"
	Story       = "story"
	Happened    = "happened"
	Before      = "before"
	ToldAt      = "told at"
	ToldTo      = "told to"
	Job         = "job"
	JobTold     = "job told"
	Wanted      = "wanted"
	Subject     = "subject"
	Adjustments = "adjustments"
	NeedNote    = "need note"
	Reply       = "reply"
	DoNot       = "do not"
	Grievance   = "grievance"
	Choice      = "choice"
	Channel     = "channel"
	Received    = "received"
	Handler     = "handler"
	Kind        = "kind"
	Signatures  = "signatures"
	Against     = "against"
	Injury      = "injury"
	Promise     = "promise"
)

// form is everything that has been typed or chosen. It is the body of the
// draft in the desk's file, so its names stay.
//
// A day is kept as the day it was understood as when it was typed, beside the
// words: "yesterday" never moves, however long the draft sleeps (ruling 5).
type form struct {
	Text     map[string]string `json:"text"` // what stands in each text field
	Received calendar.Date     `json:"received"`
	Happened casework.Day      `json:"happened"`

	Channel  casework.Channel  `json:"channel"`
	Handler  int64             `json:"handler"`
	Behalf   bool              `json:"behalf"`
	Subject  string            `json:"subject"`
	Needs    []string          `json:"needs"`    // of casework.AdjustmentKinds
	NoNeeds  bool              `json:"no_needs"` // asked, and none
	Reply    casework.Reply    `json:"reply"`
	Answer   casework.Answer   `json:"answer"`
	Unhappy  bool              `json:"unhappy,omitempty"` // of older drafts: dissatisfied, not said with what
	Settled  map[string]string `json:"settled"`           // doubts answered: field, and what stood there
	Resident casework.Resident `json:"resident"`
	Dwelling casework.Dwelling `json:"dwelling"`

	Grievance   casework.Grievance `json:"grievance,omitempty"`
	ServiceOnly bool               `json:"service_only,omitempty"` // asked, and dissatisfied with nothing
	Anonymous   bool               `json:"anonymous,omitempty"`
	RepGiven    calendar.Date      `json:"rep_given,omitzero"`
	RepUntil    calendar.Date      `json:"rep_until,omitzero"`
	WriteToRep  bool               `json:"write_to_rep,omitempty"`
	Group       []casework.Member  `json:"group,omitempty"`
	Member      register.Known     `json:"member,omitzero"` // of the housing list, for the next of the group
	From        casework.Link      `json:"from,omitzero"`   // the record that it comes from
	Links       []casework.Link    `json:"links,omitempty"` // the others that it is linked to
	NotSame     []int64            `json:"not_same,omitempty"`

	Kind    casework.Kind `json:"kind,omitempty"`    // "" is a complaint or a request
	Promise string        `json:"promise,omitempty"` // of a fixed payment, by the policy's id
	Injury  bool          `json:"injury,omitempty"`
}

// blank is the form that fits a walk-in: at the counter, today.
func blank(today calendar.Date, by casework.Officer) form {
	f := form{
		Text: map[string]string{Received: today.Letter()}, Received: today,
		Channel: casework.Counter, Reply: casework.RingThenLetter,
	}
	if casework.May(by, casework.ActAnswer, casework.Case{}) == nil {
		f.Handler = by.ID
	}
	return f
}

// empty reports that nothing has been put into the form, so that nothing is
// worth keeping. What a blank form starts with does not count.
func (f form) empty() bool {
	for name, text := range f.Text {
		if name != Received && strings.TrimSpace(text) != "" {
			return false
		}
	}
	asked := f.Kind != "" || f.Answer != "" || f.Grievance != "" || f.ServiceOnly || len(f.Needs) > 0
	who := f.Behalf || f.Anonymous || len(f.Group) > 0 || f.Resident.ID != 0 || f.Dwelling.ID != 0
	return !asked && !who && f.From.Case == 0
}

func (f form) encode() ([]byte, error) { return json.Marshal(f) }

// decode reads a form back. The words of a day that was understood give way to
// the day itself, so that reading them again tomorrow finds the same day.
func decode(body []byte) (form, error) {
	f := form{}
	if err := json.Unmarshal(body, &f); err != nil {
		return form{}, fmt.Errorf("this draft cannot be read: %w", err)
	}
	if f.Text == nil {
		f.Text = map[string]string{}
	}
	for field, day := range map[string]calendar.Date{
		Received: f.Received, Happened: f.Happened.Date, RepGiven: f.RepGiven, RepUntil: f.RepUntil,
	} {
		if f.Text[field] != "" && !day.IsZero() {
			f.Text[field] = day.Letter()
		}
	}
	if f.Unhappy && f.Grievance == "" {
		f.Grievance = casework.OtherGrievance
	}
	f.Unhappy = false
	return f, nil
}
