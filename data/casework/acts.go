package casework

// Names of the acts, as kept in history. Those of letters are made from the
// letter's kind: "make response", "print response", "dispatch response".
const (
	ActRecord         ActName = "record"
	ActRecordPetition ActName = "record petition"
	ActRecordClaim    ActName = "record claim"
	ActRecordFixed    ActName = "record fixed payment"
	ActDescribe       ActName = "describe"
	ActChangeContact  ActName = "change contact"
	ActAuthority      ActName = "record authority"
	ActEndAuthority   ActName = "end authority"
	ActAddMember      ActName = "add member"
	ActDropMember     ActName = "drop member"
	ActLink           ActName = "link"
	ActUnlink         ActName = "unlink"

	ActExclude      ActName = "exclude"
	ActOverturn     ActName = "overturn"
	ActRefuseStage2 ActName = "refuse stage 2"

	ActAssign       ActName = "assign"
	ActCover        ActName = "cover"
	ActConflict     ActName = "declare conflict"
	ActReview       ActName = "review"
	ActAnswer       ActName = "answer"
	ActAddRemedy    ActName = "add remedy"
	ActDropRemedy   ActName = "drop remedy"
	ActOfferRedress ActName = "offer redress"
	ActDropRedress  ActName = "drop redress"
	ActEvidence     ActName = "add evidence"
	ActLogCall      ActName = "log call"
	ActNote         ActName = "note"
	ActCorrectNote  ActName = "correct note"
	ActProtect      ActName = "protect"
	ActRestrict     ActName = "restrict contact"
	ActReviewLimit  ActName = "review restriction"

	ActChangeRedress ActName = "change redress"
	ActPropose       ActName = "propose offer"
	ActApprove       ActName = "approve offer"
	ActSendBackOffer ActName = "send offer back"
	ActAnswerOffer   ActName = "answer to offer"
	ActPay           ActName = "pay"
	ActPaidInError   ActName = "paid in error"
	ActWaiveLate     ActName = "waive late handling"

	ActExtend       ActName = "extend"
	ActAgreeUpdates ActName = "agree updates"
	ActAskStage2    ActName = "ask for stage 2"
	ActAskAppeal    ActName = "ask for appeal"
	ActWithdraw     ActName = "withdraw"
	ActClose        ActName = "close"
	ActReopen       ActName = "reopen"
	ActRecount      ActName = "recount"
	ActSentInError  ActName = "sent in error"
	ActTakeBack     ActName = "take back"
	ActVoid         ActName = "recorded in error"

	ActPromise        ActName = "promise"
	ActKeepPromise    ActName = "keep promise"
	ActExplainPromise ActName = "explain promise"

	ActRefer         ActName = "refer"
	ActEvidenceAsked ActName = "evidence asked for"
	ActEvidenceSent  ActName = "evidence sent"
	ActDetermine     ActName = "determine"
	ActComply        ActName = "comply"
	ActProgress      ActName = "report progress"
	ActSetRisk       ActName = "set risk"

	ActStartHazard ActName = "start hazard"
	ActHazardJob   ActName = "hazard job"
	ActHazardStep  ActName = "hazard step"
	ActNotHazard   ActName = "not a hazard"

	ActInvestigatePetition ActName = "investigate petition"
	ActSetBoard            ActName = "set board"
	ActPetitionReported    ActName = "petition reported"
	ActCorrectPetition     ActName = "correct petition"
	ActVisitClaim          ActName = "visit claim"
	ActSendClaim           ActName = "send claim"
	ActClaimTheirs         ActName = "claim reference"
	ActDecideClaim         ActName = "decide claim"
	ActCorrectClaim        ActName = "correct claim"
	ActStartRepair         ActName = "start repair"
	ActAskSecond           ActName = "ask second contractor"
	ActRepairDone          ActName = "repair done"
	ActEndRepair           ActName = "end repair"

	ActEnquire    ActName = "enquire"
	ActAskOthers  ActName = "ask others"
	ActRemind     ActName = "remind"
	ActGotAnswer  ActName = "got answer"
	ActPassOn     ActName = "pass on"
	ActMoved      ActName = "moved"
	ActDied       ActName = "died"
	ActRenamed    ActName = "renamed"
	ActSamePerson ActName = "same person"
	ActHousingRef ActName = "housing reference"
)

// Names of the acts on the letters that most is said about.
var (
	ActMakeReceipt    = MakeAct(Receipt)
	ActMakeAck        = MakeAct(Acknowledgement)
	ActMakeResponse   = MakeAct(Response)
	ActPrintReceipt   = PrintAct(Receipt)
	ActPrintAck       = PrintAct(Acknowledgement)
	ActPrintResponse  = PrintAct(Response)
	ActSendReceipt    = SendAct(Receipt)
	ActSendAck        = SendAct(Acknowledgement)
	ActSendResponse   = SendAct(Response)
	ActRecordAck      = ElsewhereAct(Acknowledgement)
	ActRecordResponse = ElsewhereAct(Response)
)

// MakeAct names the making of a kind of letter, PrintAct its way to the
// printer, SendAct its dispatch and ElsewhereAct the record of one that was
// written outside Casebook.
func MakeAct(k LetterKind) ActName      { return ActName("make " + k) }
func PrintAct(k LetterKind) ActName     { return ActName("print " + k) }
func SendAct(k LetterKind) ActName      { return ActName("dispatch " + k) }
func ElsewhereAct(k LetterKind) ActName { return ActName("record " + k + " sent elsewhere") }
