package redress

// Further is what a resident can still ask us for after an answer.
type Further string

// What can still be asked for. Nothing: only the Ombudsman is left.
const (
	ToStage2 Further = "stage 2"
	ToAppeal Further = "an appeal"
	Nothing  Further = ""
)

// Paragraph is what the letter of a stage says about the money: every line with
// its sum, the total, and that accepting stops nobody from going further. At
// stage 2 the total is of both stages and what stage 1 had offered is said
// within it (ruling 21). What an ombudsman ordered stands apart: it is not an
// offer. A stage without money has no paragraph.
func (l Ledger) Paragraph(stage int, further Further) string {
	return ""
}
