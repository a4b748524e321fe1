package letter

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// letterKind is what Casebook knows of one kind of letter: where its text
// stands, what it says beyond the facts of every letter, and what is looked for
// on it.
type letterKind struct {
	name casework.LetterKind

	// script names the file of assets/letters with its text.
	script func(f *filling) string
	// facts is what the text is filled with: a struct that embeds Facts, so that
	// the text may say those too. Without it the text has Facts alone. The error
	// is one sentence: the case has no such letter.
	facts func(f *filling, in Input) (any, error)
	// about is the number of what the letter tells of, and points are those it
	// tells of where not all; both may be left out.
	about  func(in Input, s *casework.Stage) int
	points func(in Input, s *casework.Stage) []int
	// stage is the stage of a letter that need not belong to the one the case is
	// at; it may be left out.
	stage func(in Input) int
	// lay sets a paper that is not written on the office's letterhead.
	lay func(k letterKind, in Input) (Letter, error)

	// obliged is the policy's name for the letter, by which its obligations go.
	obliged func(s *casework.Stage) string
	// looks reads for obligations and house rules that mean something else on
	// this kind than on others; nil there leaves a house rule out.
	looks map[string]look
	// house is what holds for this kind alone, whatever the policy.
	house []houseRule
	// days are those that the letter may name beside the ones of every letter.
	days func(r *reader) []calendar.Date

	// residents and officers name the blocks, beside those of every letter, in
	// which a resident or an officer speaks freely.
	residents, officers []string

	staged bool // it belongs to a stage: a service request has none
	slip   bool // handed over at the counter, without address or letterhead
	// subjectless is for a letter whose heading need not say "complaint", since
	// it may be about something that is none.
	subjectless bool
}

// letterKinds are the kinds that Fill writes, in the order in which a case
// needs them.
var letterKinds = []letterKind{
	receiptKind, acknowledgementKind, refusalKind, escalationKind, extensionKind, updateKind, responseKind,
	serviceKind, passOnKind, consentKind, complaintSlipKind, progressKind, withdrawalKind, completedKind, restrictionKind,
	offerKind, fixedPaymentKind, repairPaymentKind, repairNoticeKind, secondNoticeKind, petitionKind, petitionOutcomeKind, claimCoverKind,
}

// Kinds lists the kinds of letter that Fill writes, in the order in which a
// case needs them.
func Kinds() []casework.LetterKind {
	all := make([]casework.LetterKind, len(letterKinds))
	for i, k := range letterKinds {
		all[i] = k.name
	}
	return all
}

func kindNamed(name casework.LetterKind) (letterKind, bool) {
	i := slices.IndexFunc(letterKinds, func(k letterKind) bool { return k.name == name })
	if i < 0 {
		return letterKind{}, false
	}
	return letterKinds[i], true
}

// noKind says which kinds there are.
func noKind(name casework.LetterKind) error {
	var words []string
	for _, k := range Kinds() {
		words = append(words, string(k))
	}
	return fmt.Errorf("there is no letter of the kind %q: use one of %s", name, strings.Join(words, ", "))
}

// plainly is the script of a kind that has one text for every case.
func plainly(name string) func(*filling) string {
	return func(*filling) string { return name }
}

// staged is the script of a kind that has a text of its own for each policy and
// stage: "current-stage-2-response", "earlier-appeal-response".
func staged(name string) func(*filling) string {
	return func(f *filling) string { return f.policy.Name + "-" + atStage(f.stage, name) }
}

// always is the policy's name of a kind that is the same at every stage.
func always(name string) func(*casework.Stage) string {
	return func(*casework.Stage) string { return name }
}

// byStage is the policy's name of a kind that differs from stage to stage:
// "response", "stage-2-response", "appeal-response".
func byStage(name string) func(*casework.Stage) string {
	return func(s *casework.Stage) string { return atStage(s, name) }
}

func atStage(s *casework.Stage, name string) string {
	switch {
	case s == nil || s.Number < 2:
		return name
	case s.Appeal:
		return "appeal-" + name
	}
	return fmt.Sprintf("stage-%d-%s", s.Number, name)
}

var receiptKind = letterKind{
	name: casework.Receipt, slip: true, subjectless: true, lay: fillReceipt, obliged: always(policy.Receipt),
	house: []houseRule{{"read-back", true, "", nil, lookReadBack}},
}

var acknowledgementKind = letterKind{
	name: casework.Acknowledgement, staged: true, script: staged("acknowledgement"), obliged: byStage(policy.Acknowledgement),
	house: []houseRule{
		{"responsibility", true, "Code 5.7", nil, lookResponsibility},
		{"support", true, "Code 5.10", nil, lookSupport},
		{"needs", true, "Code 5.10", nil, lookNeeds},
		{"money", true, "", nil, lookNoMoney},
		{"late", true, "Code 6.2", nil, lookLate},
		{"still", false, "Code 6.12", nil, lookStill},
		{"overturned", true, "ruling 13", nil, lookOverturned},
	},
	days: func(r *reader) []calendar.Date {
		days := []calendar.Date{lateFor(r.in, r.stage)}
		for _, o := range overturnedIn(r.in.Case, r.stage) {
			days = append(days, o.on)
		}
		return days
	},
}

var responseKind = letterKind{
	name: casework.Response, staged: true, script: staged("response"), obliged: byStage(policy.Response),
	looks:    map[string]look{"stage": lookLast},
	officers: []string{"slip line"},
	house: []houseRule{
		{"offer", true, "ruling 21", nil, lookOffer},
		{"approved", true, "ruling 21", nil, lookAnswerApproved},
		{"in-words", true, "", nil, whereOffered(lookSumWords)},
		{"accept", true, "", nil, lookAccept},
		{"slip", true, "ruling 21", nil, lookSlip},
		{"paid-by", true, "Code 7.3", nil, whereOffered(lookPaidBy)},
		{"arrears", true, "ruling 21", nil, whereOffered(lookArrears)},
		{"late", true, "Code 6.3", nil, lookLate},
		{"call", true, "our page, Stage one", nil, lookCall},
		{"apology", false, "Code 7.1", nil, lookApology},
		{"unpromised", false, "Code 6.6", nil, lookUnpromised},
		{"overdue", false, "Code 6.6", nil, lookOverdue},
	},
}
