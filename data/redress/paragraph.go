package redress

import "strings"

// Further is what a resident can still do with us after an answer, as it stands
// in a sentence.
type Further string

// What can still be done. Nothing: only the Ombudsman is left.
const (
	ToStage2   Further = "asking for stage 2"
	ToAppeal   Further = "asking for an appeal"
	ToComplain Further = "making a complaint" // after a payment outside a complaint
	Nothing    Further = ""
)

// Paragraph is the money of a stage in words, to say at the counter or put into
// an e-mail: every line with its sum, the total, and that accepting stops nobody
// from going further. The letters set it out in a table of their own. At
// stage 2 the total is of both stages and what stage 1 had offered is said
// within it (ruling 21). What an ombudsman ordered stands apart: it is not an
// offer. A stage without money has no paragraph; 0 is outside a complaint.
func (l Ledger) Paragraph(stage int, further Further) string {
	offered, ordered := l.saidAt(stage)
	var parts []string
	if total := offered.Total(); total > 0 {
		parts = append(parts, l.opening(stage, offered)+listed(offered)+".")
		if before := offered.before(stage); before > 0 && before < total {
			parts = append(parts, "Of this, we offered "+before.String()+" in our first answer.")
		}
		stops := "going to the Housing Ombudsman."
		if further != Nothing {
			stops = string(further) + " or " + stops
		}
		parts = append(parts, "Accepting does not stop you "+stops)
	}
	for _, line := range ordered {
		parts = append(parts, "Apart from any offer, we pay you "+line.Sum.String()+" ("+called(line)+"). Nothing is taken off that for rent you may owe.")
	}
	return strings.Join(parts, " ")
}

// saidAt are the lines that the words of a stage speak of: those of that stage
// and of the stages before it, and what an ombudsman ordered by then.
func (l Ledger) saidAt(stage int) (offered, ordered Ledger) {
	for _, line := range l {
		switch {
		case line.Sum <= 0:
		case line.Head == Award:
			if line.Stage <= stage {
				ordered = append(ordered, line)
			}
		case line.Stage == stage || stage > 0 && line.Stage > 0 && line.Stage < stage:
			offered = append(offered, line)
		}
	}
	return offered, ordered
}

// before adds what the stages before one had offered.
func (l Ledger) before(stage int) Pence {
	return l.sum(func(line Line) bool { return line.Stage < stage && line.Head != Award })
}

// opening begins the sentence with the total.
func (l Ledger) opening(stage int, offered Ledger) string {
	total, alone := offered.Total(), " "
	start := "We offer you " + total.String()
	switch before := offered.before(stage); {
	case stage == 0 && offered.promised():
		start = "We will pay you " + total.String()
	case before == total:
		start, alone = "We still offer you "+total.String()+", as in our first answer", ", "
	case before > 0:
		start = "We now offer you " + total.String() + " in all"
	}
	if len(offered) == 1 {
		return start + alone
	}
	return start + ": "
}

// promised says whether every line is owed without a complaint.
func (l Ledger) promised() bool {
	for _, line := range l {
		if line.Head != FixedPayment && line.Head != RightToRepair {
			return false
		}
	}
	return true
}

// listed is every line with its sum and what it is for. The total says the sum
// of a line that stands alone.
func listed(lines Ledger) string {
	var all []string
	for _, line := range lines {
		all = append(all, line.Sum.String()+" "+purpose(line))
	}
	last := len(all) - 1
	if last == 0 {
		return purpose(lines[0])
	}
	return strings.Join(all[:last], ", ") + " and " + all[last]
}

// purpose is what a line is for, within a sentence.
func purpose(l Line) string {
	title := called(l)
	switch l.Head {
	case RightToRepair:
		return "under the Right to Repair" + aside(title, "Right to Repair")
	case Inconvenience:
		return "for inconvenience" + aside(title, "inconvenience")
	}
	if title == "" {
		return "for " + string(l.Head)
	}
	return "for " + title
}

// called is a line's title within a sentence.
func called(l Line) string { return lowered(strings.Trim(l.Title, " .")) }

// aside adds a title that says more than the head does.
func aside(title, plain string) string {
	if title == "" || strings.EqualFold(title, plain) {
		return ""
	}
	return " (" + title + ")"
}
