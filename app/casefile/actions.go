package casefile

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/keys"
	"casebook/app/look"
	"casebook/app/shell"
	"casebook/data/casework"
)

// action is one thing to do on the case. Act is empty where nothing of the case
// is changed by it.
type action struct {
	act   casework.ActName
	words string
	key   keys.Chord
	do    func()
}

// group is what belongs together on the list of all that can be done.
type group struct {
	title   string
	actions []action
}

// groups are everything that can be done on the case.
func (v *View) groups() []group {
	all := append([]group{{"Answer it", v.answerActions()}}, v.promisedGroups()...)
	all = append(all, []group{
		{"Money", v.moneyActions()},
		{"Clocks", v.clockActions()},
		{"Letters", v.letterActions()},
		{"People", v.peopleActions()},
		{"Others", v.otherActions()},
		{"Evidence and notes", v.noteActions()},
		{"Hazards", v.hazardActions()},
		{"Ombudsman", v.ombudsmanActions()},
		{"Who may see it", v.protectActions()},
		{"Put right", v.rightActions()},
	}...)
	if v.model.Page.Case.Kind.Promised() {
		return withoutStages(all)
	}
	return all
}

// withoutStages leaves out what only a complaint or a service request can have:
// a petition, a claim and a fixed payment have no stages, points or answers.
func withoutStages(groups []group) []group {
	var all []group
	for _, g := range groups {
		g.actions = slices.DeleteFunc(g.actions, func(a action) bool { return ofStages[a.act] })
		if len(g.actions) > 0 {
			all = append(all, g)
		}
	}
	return all
}

// ofStages are the acts on a complaint's stages, its points and their letters.
var ofStages = func() map[casework.ActName]bool {
	all := map[casework.ActName]bool{}
	for _, act := range []casework.ActName{casework.ActDescribe, casework.ActAnswer, casework.ActReview, casework.ActExclude, casework.ActAskStage2, casework.ActAskAppeal,
		casework.ActRefuseStage2, casework.ActExtend, casework.ActAgreeUpdates, casework.ActOverturn, casework.ActWaiveLate} {
		all[act] = true
	}
	for _, k := range []casework.LetterKind{casework.Acknowledgement, casework.Response, casework.ExtensionNotice, casework.RefusalLetter, casework.EscalationRefusal,
		casework.ServiceLetter, casework.HoldingUpdate} {
		all[casework.MakeAct(k)], all[casework.ElsewhereAct(k)] = true, true
	}
	return all
}()

func (v *View) answerActions() []action {
	return []action{
		{casework.ActDescribe, "Set out the " + v.model.Page.Case.Kind.Noun(), "F2", v.describe},
		{casework.ActAssign, "Give the case to an officer", "Alt+A", v.assign},
		{casework.ActAnswer, "Answer a point", "", v.answerOne},
		{casework.ActReview, "Review the answer before it goes", "", v.review},
		{casework.ActAddRemedy, "Add a remedy", "", v.addRemedy},
		{casework.ActDropRemedy, "Take a remedy back", "", v.dropRemedy},
		{casework.ActPromise, "Promise something by a day", "Alt+P", v.makePromise},
		{casework.ActKeepPromise, "A promise was kept", "", v.keepOne},
		{casework.ActExplainPromise, "Explain a promise not kept in time", "", v.explainPromise},
		{casework.ActExclude, "Leave a point out of the complaint", "", v.exclude},
		{casework.ActAskStage2, "The resident asks for stage 2", "Alt+S", v.askStage2},
		{casework.ActAskAppeal, "The resident appeals, under the earlier policy", "", v.askAppeal},
		{casework.ActRefuseStage2, "Refuse to open stage 2", "", v.refuseStage2},
		{casework.ActWithdraw, "The resident withdraws", "", v.withdraw},
		{casework.ActClose, "Close the case", "", v.closeCase},
	}
}

func (v *View) clockActions() []action {
	return []action{
		{"", "Why this date?", "F4", v.openWhy},
		{casework.ActExtend, "Extend the response date", "Alt+X", v.extend},
		{casework.ActAgreeUpdates, "Agree days for updates", "Alt+U", v.agreeUpdates},
		{casework.ActCover, "Have somebody look after it during an absence", "", v.cover},
		{"", "Pause the clock", "", v.noPause},
	}
}

// noPause says why nothing stops a clock (ruling 9).
func (v *View) noPause() { v.explain("There is no pause", casework.NoPause) }

// explain says why something cannot be done, which is no fault of anybody's.
func (v *View) explain(title, why string) {
	var sheet *look.Sheet
	shut := look.NewPrimary("Close", func() { sheet.Close() }).With("", "Esc")
	content := look.Column(12, look.NewTxt(title, look.SizeSection, look.Text, true), look.NewSentence(look.Words(why)), look.Line(10, look.Gap(), shut))
	sheet = look.OpenDialog(v.deps.Shell.Window().Canvas(), formWidth, content, keys.NewBlocking(), shut)
}

// letterActions are every kind of letter: the list of those that fit the case
// begins with them, and those that do not say why.
func (v *View) letterActions() []action {
	all := []action{{"", "The letter that is to go next", "Alt+L", v.lettersKey}}
	for _, k := range casework.LetterKinds() {
		all = append(all, action{casework.MakeAct(k), "Write the " + k.Words(), "", func() { v.write(k) }})
	}
	for _, k := range casework.LetterKinds() {
		if !k.Slip() {
			all = append(all, action{casework.ElsewhereAct(k), fmt.Sprintf("Record the %s sent outside Casebook", k.Words()), "", func() { v.sentElsewhere(k) }})
		}
	}
	return all
}

func (v *View) peopleActions() []action {
	all := []action{
		{casework.ActEnquire, "The resident asked for progress: log it and print the slip", "Alt+Q", v.enquireNow},
		{casework.ActEnquire, "The resident asked for progress, another way or day", "", v.enquire},
		{casework.ActChangeContact, "Change contact details and who speaks for the resident", "", v.changeContact},
		{casework.ActAuthority, "Record the representative's authority", "", v.authority},
		{casework.ActEndAuthority, "End the representative's authority", "", v.endAuthority},
		{casework.ActMoved, "The resident moved", "", v.moved},
		{casework.ActRenamed, "The resident changed their name", "", v.renamed},
		{casework.ActDied, "The resident died", "", v.died},
		{casework.ActAddMember, "Add somebody to the group", "", v.addMember},
		{casework.ActDropMember, "Take somebody out of the group", "", v.dropMember},
		{casework.ActHousingRef, "Record the housing system's reference", "", v.housingRef},
	}
	if v.deps.Complain == nil || v.model.May(casework.ActRecord) != nil {
		return all
	}
	if v.model.Page.Case.Kind != casework.Complaint {
		return append([]action{{"", "The resident complains now", "Alt+B", func() { v.deps.Complain(v.model.id, casework.CameFrom) }}}, all...)
	}
	if v.deps.OpenClaim != nil && len(casework.ClaimsToOpen(v.model.Page.Case)) > 0 {
		all = append(all, action{"", "Open the insurance claim that a point asks for", "", func() { v.deps.OpenClaim(v.model.id) }})
	}
	return append(all,
		action{"", "New matters: a new complaint linked to this one", "", func() { v.deps.Complain(v.model.id, casework.RaisedIn) }},
		action{"", "It happened again: a new complaint linked to this one", "", func() { v.deps.Complain(v.model.id, casework.Repeat) }})
}

func (v *View) otherActions() []action {
	return []action{
		{casework.ActAskOthers, "Ask another team or contractor", "Alt+O", v.askOthers},
		{casework.ActRemind, "Remind them", "", v.remind},
		{casework.ActGotAnswer, "They answered", "", v.gotAnswer},
		{casework.ActPassOn, "Pass on what is not ours", "", v.passOn},
		{casework.ActLink, "Link it to another case", "", v.link},
		{casework.ActUnlink, "Take a link away", "", v.unlink},
	}
}

func (v *View) noteActions() []action {
	return []action{
		{casework.ActNote, "Add a note", "Alt+N", v.addNote},
		{casework.ActCorrectNote, "Correct a note", "", v.correctNote},
		{casework.ActLogCall, "Record a conversation or an attempt", "Alt+C", v.logCall},
		{casework.ActEvidence, "Add evidence", "Alt+E", v.addEvidence},
		{"", "Copy the closing note for the housing system", "Alt+K", v.copyClosingNote},
	}
}

func (v *View) hazardActions() []action {
	return []action{
		{casework.ActStartHazard, "Start a hazard's clocks", "Alt+H", v.startHazard},
		{casework.ActHazardJob, "Record the repairs job and who was told", "", v.hazardJob},
		{casework.ActHazardStep, "A step on a hazard was taken", "", v.hazardStep},
		{casework.ActNotHazard, "Say that there is no hazard", "", v.notHazard},
		{casework.ActSetRisk, "Say how urgent a building safety matter is", "", v.setRisk},
	}
}

func (v *View) ombudsmanActions() []action {
	return []action{
		{casework.ActRefer, "The case was taken to an ombudsman", "", v.refer},
		{casework.ActEvidenceAsked, "An ombudsman asks for evidence", "", v.evidenceAsked},
		{casework.ActEvidenceSent, "Evidence went to an ombudsman", "", v.evidenceSent},
		{casework.ActDetermine, "An ombudsman decided", "", v.determine},
		{casework.ActComply, "An order was carried out", "", v.comply},
		{casework.ActProgress, "Report progress on severe maladministration", "", v.reportProgress},
		{"", "Make the case file for the Ombudsman", "Alt+F", v.caseFile},
	}
}

func (v *View) protectActions() []action {
	return []action{
		{casework.ActConflict, "Declare a conflict of interest", "", v.declareConflict},
		{casework.ActProtect, "Say who may see the case", "", v.protect},
		{casework.ActRestrict, "Restrict contact", "", v.restrict},
		{casework.ActReviewLimit, "Review the restriction of contact", "", v.reviewRestriction},
	}
}

func (v *View) rightActions() []action {
	return []action{
		{"", "Take back what I just did", "Ctrl+Z", func() { v.acts.Undo(0) }},
		{casework.ActOverturn, "Set a refusal aside", "", v.overturn},
		{casework.ActSentInError, "A letter was sent in error", "", v.sentInError},
		{casework.ActReopen, "Reopen the case", "", v.reopen},
		{casework.ActRecount, "Count the dates again after a change of bank holidays", "", v.recount},
		{casework.ActVoid, "This was recorded in error", "", v.void},
	}
}

// actions is every action, without its group.
func (v *View) actions() []action {
	var all []action
	for _, g := range v.groups() {
		all = append(all, g.actions...)
	}
	return all
}

// shut says why an action cannot be done now; "" where it can.
func (v *View) shut(a action) string {
	if a.act == "" {
		return ""
	}
	return v.model.Shut(a.act)
}

// press does an action, or says why it cannot be done now.
func (v *View) press(a action) {
	why := ""
	if a.act != "" {
		if err := v.model.May(a.act); err != nil {
			why = err.Error()
		} else {
			why = v.model.Shut(a.act)
		}
	}
	if why != "" {
		v.explain(a.words, "Not now. "+strings.TrimSuffix(why, ".")+".")
		return
	}
	a.do()
}

// bind gives every key its action. What there is to do may change with the case,
// so it is looked up when the key is pressed.
func (v *View) bind(layer *keys.Layer) {
	for _, a := range v.actions() {
		if a.key != "" {
			layer.On(a.key, func() { v.pressKey(a.key) })
		}
	}
	layer.On("Alt+D", func() { v.pressAct(casework.ActDescribe) }).On("Alt+M", v.more)
}

func (v *View) pressKey(key keys.Chord) {
	for _, a := range v.actions() {
		if a.key == key {
			v.press(a)
			return
		}
	}
}

// Commands is part of shell.Commander: everything that an officer of this role
// does on a case. What the case as it stands refuses says why when it is chosen.
func (v *View) Commands() []shell.Command {
	var all []shell.Command
	for _, a := range v.actions() {
		if a.act == "" || v.model.May(a.act) == nil {
			all = append(all, shell.Command{Words: a.words, Key: a.key, Do: func() { v.press(a) }})
		}
	}
	copied := func(what, text string) {
		if text != "" {
			all = append(all, shell.Command{Words: "Copy the " + what, Do: func() { v.copy(text) }})
		}
	}
	copied("reference", v.model.Page.Reference)
	copied("telephone number", v.model.Page.Contact.Telephone)
	copied("address", v.model.Page.Contact.Address)
	return all
}

func (v *View) copy(text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	v.deps.Shell.Toast("Copied.", nil)
}

// openForm opens the form that the case was opened for, once.
func (v *View) openForm() {
	begin := v.begin
	v.begin = Open{}
	if begin.Act == casework.ActAnswer {
		v.answer(begin.Point)
		return
	}
	for _, a := range v.actions() {
		if begin.Act != "" && a.act == begin.Act {
			v.press(a)
			return
		}
	}
}

// doNext does the one next action of the case (Ctrl+Enter).
func (v *View) doNext() {
	next := v.model.Page.Status.Next
	switch {
	case next.Act == "":
	case v.model.May(next.Act) != nil:
		v.deps.Shell.Problem(v.model.May(next.Act))
	case next.Act == casework.ActAnswer:
		v.answer(next.Point)
	case next.Act == casework.ActClose:
		v.closeCase()
	case next.Letter != "" && next.Act == casework.MakeAct(next.Letter):
		v.write(next.Letter)
	case next.Letter != "":
		v.lettersKey()
	default:
		v.settle(Errand{Act: next.Act})
	}
}
