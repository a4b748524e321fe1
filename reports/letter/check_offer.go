package letter

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/casework"
	"casebook/data/redress"
	"casebook/reports/paper"
)

// lookOpenWays finds that accepting closes nothing: not stage 2, not a
// complaint, not the Ombudsman. An offer is never full and final.
func lookOpenWays(r *reader, base Finding) []Finding {
	words := r.blocks["accept"]
	want := []string{"you can still", "go to the Ombudsman"}
	c := r.in.Case
	switch _, stage2 := r.in.Policies.SecondStage(r.policy, c.Closed, r.in.Today); {
	case c.Kind != casework.Complaint:
		want = append(want, "complain")
	case r.stage != nil && r.stage.Number < 2 && stage2:
		want = append(want, "stage 2")
	}
	for _, w := range want {
		if !strings.Contains(words, w) {
			return base.wrong("The letter does not say that accepting leaves every way open: "+quoted(w), "accept", Fix{Page: PageWords})
		}
	}
	if closing.MatchString(words) {
		return base.wrong("The letter says that accepting closes something", "accept", Fix{Page: PageWords})
	}
	return base.holds("Accepting closes nothing")
}

// lookSlip finds the slip to answer on: all, each part by itself, or none, each
// with the ledger's sum; who it is from; and where it goes. It asks about what
// the resident has to accept, and says that the rest is theirs. Where nothing
// waits for an answer there is none.
func lookSlip(r *reader, base Finding) []Finding {
	c := r.in.Case
	asks := toAccept(c.Redress)
	if asks.Total() == 0 {
		return r.noSlip(base)
	}
	var wrong []Finding
	need := func(ok bool, tag, words string) {
		if !ok {
			wrong = append(wrong, base.fails(words, tag, again))
		}
	}
	it := "it"
	if owed := c.Redress.Total() - asks.Total(); owed > 0 {
		it = "the rest"
		need(r.has("slip keeps", owed.String()+" of our offer is yours whatever you tick."), "slip keeps", "The slip does not say that "+owed.String()+" is the resident's whatever the answer is")
	}
	if offeredBefore(c, r.letter.Stage) > 0 {
		need(r.has("slip keeps", "before still stands, whatever you tick."), "slip keeps", "The slip does not say that what was accepted before still stands")
	}
	need(strings.Contains(r.blocks["choice"], "send the slip back"), "choice", "The letter does not say that the slip can be sent back")
	need(r.has("slip", string(c.Reference)+","), "slip", "The slip does not have the reference, so nobody would know whose it is")
	need(r.ends("slip all", "all of "+it+": "+asks.Total().String()), "slip all", "The slip has no box for accepting all of "+it+", "+asks.Total().String())
	need(r.ends("slip none", "do not accept any of "+it), "slip none", "The slip has no box for accepting nothing")
	need(strings.Contains(r.blocks["slip sign"], "the date"), "slip sign", "The slip has no line to sign on")
	need(r.has("slip return", strings.Join(r.in.Settings.Address, ", ")+"."), "slip return", "The slip does not say where to send it")
	need(strings.Contains(r.blocks["slip return"], "bank details"), "slip return", "The slip does not say that bank details are not to be written on it")
	wrong = append(wrong, r.slipLines(base, asks)...)
	if len(wrong) == 0 && r.slipParts() {
		base.Must = false
		return base.wrong("The slip is too long for one page. Give the sums shorter names", "cut", Fix{Act: casework.ActChangeRedress})
	}
	return base.or(wrong, "Has a slip to answer on")
}

// slipParts says whether the slip is on more than one page, so that half of it
// may not come back.
func (r *reader) slipParts() bool {
	pages := 0
	for _, page := range r.letter.Document.Pages {
		if slices.ContainsFunc(page.Words, func(w paper.Word) bool { return oneOf(w.Tag, []string{"cut", "slip"}) }) {
			pages++
		}
	}
	return pages > 1
}

// slipLines finds a box for each of several sums, and for no other.
func (r *reader) slipLines(base Finding, asks redress.Ledger) []Finding {
	var wrong []Finding
	known := map[string]bool{}
	if len(asks) > 1 {
		if !strings.Contains(r.blocks["slip part"], "only") {
			wrong = append(wrong, base.fails("The slip does not say that part of it can be accepted", "slip part", again))
		}
		for _, l := range asks {
			tag := fmt.Sprintf("slip line %d", l.ID)
			known[tag] = true
			if !r.ends(tag, l.Sum.String()) || len(sumLike.FindAllString(r.blocks[tag], -1)) != 1 {
				wrong = append(wrong, base.fails(fmt.Sprintf("The slip has no box for %s, %s", quoted(l.Title), l.Sum), tag, again))
			}
		}
	}
	for _, tag := range r.starting("slip line") {
		if !known[tag] {
			wrong = append(wrong, base.fails("The slip has a sum that the resident does not have to accept: "+r.blocks[tag], tag, again))
		}
	}
	return wrong
}

// noSlip finds that nobody is asked for an answer that changes nothing.
func (r *reader) noSlip(base Finding) []Finding {
	for _, tag := range r.tags {
		if oneOf(tag, []string{"cut", "slip"}) {
			return base.wrong("The page has a slip, and there is nothing that the resident has to accept. Make the letter again", tag, again)
		}
	}
	return base.holds("Nothing that the resident has to accept")
}

// lookPaidBy finds how soon it is paid, and whom to tell how (Code 7.3). No
// letter asks for bank details on paper.
func lookPaidBy(r *reader, base Finding) []Finding {
	words := r.blocks["paid by"]
	if nothingPaid(r.in) {
		return r.asksNothing(base, "paid by")
	}
	if !strings.Contains(words, "within "+r.in.Policies.Paying().Words()) || !strings.Contains(words, "how you would like to be paid") {
		return base.wrong("The letter does not say how soon it is paid: within "+r.in.Policies.Paying().Words(), "paid by", again)
	}
	return base.holds("Paid within " + r.in.Policies.Paying().Words())
}

// asksNothing finds that a letter which pays nothing does not speak of being
// paid.
func (r *reader) asksNothing(base Finding, tag string) []Finding {
	if r.blocks[tag] != "" || !strings.Contains(r.blocks["offer"], "nothing to pay") {
		return base.wrong("Nothing is payable, and the letter speaks of a payment. Make it again", tag, again)
	}
	return base.holds("Says that there is nothing to pay")
}

// lookArrears finds that the money is the resident's own, or which part of it
// may go towards rent (ruling 21).
func lookArrears(r *reader, base Finding) []Finding {
	const tag = "arrears"
	words, sum := r.blocks[tag], offset(r.in)
	if nothingPaid(r.in) {
		return r.asksNothing(base, tag)
	}
	switch {
	case sum == 0 && !strings.Contains(words, "do not take any of it for rent"):
		return base.wrong("The letter does not say that none of it is taken for rent that is owed", tag, again)
	case sum > 0 && !r.has(tag, sum.String()):
		return base.wrong("The letter does not say that "+sum.String()+" of it may go towards rent that is owed", tag, again)
	case sum > 0 && sum < r.in.Case.Redress.Total() && !strings.Contains(words, "do not take the rest"):
		return base.wrong("The letter does not say that the rest is not taken for rent", tag, again)
	}
	return base.holds("Says what may be taken for rent")
}

// lookSumWords finds the total in words beside the figures.
func lookSumWords(r *reader, base Finding) []Finding {
	want := sumWords(r.in.Case.Redress.Total())
	if !strings.Contains(r.blocks["offer"], "("+want+")") {
		return base.wrong("The sum in words is not the ledger's: "+want, "offer", again)
	}
	return base.holds("Words and figures agree")
}

// lookApproved finds that nobody's approval is waited for: a sum that goes out
// is a sum that was agreed to (ruling 21). An offer that nobody has proposed is
// agreed to by whoever makes the letter, where it is within their own limit.
func lookApproved(r *reader, base Finding) []Finding {
	o, ok := offerIn(r.in)
	switch {
	case !ok:
		return base.wrong("This offer has been changed or taken back since. Make the letter again", "offer", Fix{Act: casework.ActOfferRedress})
	case o.Waiting():
		return base.wrong("The offer waits for approval. It can go when somebody has agreed to it", "offer", Fix{Act: casework.ActApprove})
	case !o.Agreed():
		base.Must = false
		return base.wrong("Nobody has approved this offer yet. Making the letter does, where it is within your own limit", "offer", Fix{Act: casework.ActPropose})
	}
	return base.holds("Approved")
}

// lookAnswerApproved holds an answer with money in it back while that waits for
// somebody's approval (ruling 21).
func lookAnswerApproved(r *reader, base Finding) []Finding {
	for _, o := range r.in.Case.ToOffer() {
		if o.Stage == r.letter.Stage && o.Waiting() {
			return base.wrong("The offer waits for approval. The answer can go when somebody has agreed to it", "offer", Fix{Act: casework.ActApprove})
		}
	}
	return base.holds("No offer waits for approval")
}

// lookEvents finds each thing that is paid for with its days, and no other
// (ruling 1).
func lookEvents(r *reader, base Finding) []Finding {
	var wrong []Finding
	known := map[string]bool{}
	for _, e := range events(r.in.Case.Redress) {
		tag := "event " + e.Tag
		known[tag] = true
		var want []string
		for _, d := range e.days {
			want = append(want, d.Letter())
		}
		if got := shortDays(r.blocks[tag]); !slices.Equal(got, want) {
			wrong = append(wrong, base.fails("What the payment is for is not on the page with its day: "+e.Day, tag, again))
		}
		if e.ToldAt != "" && !r.has(tag, "told at "+e.ToldAt) || e.Late > 0 && !r.has(tag, fmt.Sprintf("%d minutes late", e.Late)) || e.Contractor != strings.Contains(r.blocks[tag], "Our contractor") {
			wrong = append(wrong, base.fails("How the appointment was missed is not on the page as it is in the ledger", tag, again))
		}
		if e.Excluded != "" && !r.ends(tag, e.Excluded) {
			wrong = append(wrong, base.fails("The page does not say why nothing is paid for one of them", tag, again))
		}
	}
	for _, tag := range r.starting("event") {
		if !known[tag] {
			wrong = append(wrong, base.fails("The page has something that is not paid for. Make the letter again", tag, again))
		}
	}
	if len(known) == 0 {
		return base.wrong("The ledger does not say what the payment is for. Work the sum out again", "event", Fix{Act: casework.ActChangeRedress})
	}
	return base.or(wrong, "Names each thing that is paid for, with its day")
}

// shortDays are the days in some words, each without its weekday.
func shortDays(words string) []string {
	var days []string
	for _, d := range dayLike.FindAllString(words, -1) {
		if _, rest, ok := strings.Cut(d, "day "); ok {
			d = rest
		}
		days = append(days, d)
	}
	return days
}

// lookRepairs finds which repair is paid for, and the days that the payment is
// reckoned from (SI 1994/133).
func lookRepairs(r *reader, base Finding) []Finding {
	var wrong []Finding
	for _, p := range repairs(r.in) {
		what, tag := fmt.Sprintf("repair what %d", p.Number), fmt.Sprintf("repair days %d", p.Number)
		if !r.ends(what, p.What) {
			wrong = append(wrong, base.fails("Which repair is paid for is not on the page: "+quoted(p.What), what, again))
		}
		var want []string
		for _, d := range p.days {
			want = append(want, d.Letter())
		}
		if got := shortDays(r.blocks[tag]); !slices.Equal(got, want) {
			wrong = append(wrong, base.fails("The days that the payment is reckoned from are not on the page", tag, again))
		}
	}
	if len(r.in.Case.Redress) > 0 && r.in.Case.Redress.Head(redress.RightToRepair) == 0 {
		wrong = append(wrong, base.fails("The ledger has nothing under the Right to Repair", "", Fix{Act: casework.ActOfferRedress}))
	}
	return base.or(wrong, "Says which repair it is, and its days")
}
