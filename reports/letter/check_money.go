package letter

import (
	"fmt"
	"regexp"
	"strings"

	"casebook/data/casework"
	"casebook/data/redress"
)

// lookRemedies finds each remedy, or that there is none (Code 6.9 e).
func lookRemedies(r *reader, base Finding) []Finding {
	wrong := r.firstRemedies(base)
	count := 0
	for _, remedy := range r.in.Case.Remedies {
		if remedy.Stage != r.stage.Number {
			continue
		}
		count++
		if !r.has("remedies", remedy.Text) {
			wrong = append(wrong, base.fails(fmt.Sprintf("The remedy %s is not on the page. Make the letter again", quoted(remedy.Text)), "remedies", again))
		}
	}
	if count > 0 {
		return base.or(wrong, "Says how we put it right")
	}
	words := r.blocks["no remedies"]
	switch {
	case len(wrong) > 0:
		return wrong
	case r.blocks["remedies"] != "":
		return base.wrong("The page has a remedy that is not in the case. Make the letter again", "remedies", again)
	case len(r.in.Case.Redress) > 0 || len(r.in.Case.Promises) > 0:
		if !strings.Contains(words, "set out below") {
			return base.wrong("The letter does not say how we put it right", "no remedies", again)
		}
		return base.holds("Says how we put it right")
	case r.upheld():
		return base.wrong("Something is upheld, and nothing puts it right. Add a remedy", "no remedies", Fix{Act: casework.ActAddRemedy})
	case !strings.Contains(words, "not offering a remedy"):
		return base.wrong("The letter does not say that we offer no remedy", "no remedies", again)
	}
	return base.holds("Says that there is no remedy")
}

// upheld says whether any point of the stage is upheld.
func (r *reader) upheld() bool {
	for _, p := range r.points() {
		if decisionOf(r, p) == decisions[casework.Upheld] {
			return true
		}
	}
	return false
}

// lookPromises finds each action with its day and owner, or that nothing is
// left to do (Code 6.9 f, 7.3).
func lookPromises(r *reader, base Finding) []Finding {
	wrong := r.promised(base, r.in.Case.Promises, nil)
	if len(r.in.Case.Promises) > 0 {
		return base.or(wrong, "Says what we will do, and by when")
	}
	if !strings.Contains(r.blocks["no promises"], "Nothing is left") {
		wrong = append(wrong, base.fails("The letter does not say that nothing is left to do", "no promises", again))
	}
	return base.or(wrong, "Says that nothing is left to do")
}

var sumLike = regexp.MustCompile(`£ ?\d[\d,]*(?:\.\d+)?`)

// lookOffer finds the ledger on the page: each line, the total, and no sum of
// ours that differs (ruling 21).
func lookOffer(r *reader, base Finding) []Finding {
	ledger := r.in.Case.Redress
	sums := map[string]bool{}
	var wrong []Finding
	fail := func(block, format string, args ...any) {
		wrong = append(wrong, base.fails(fmt.Sprintf(format, args...), block, again))
	}
	for _, l := range ledger {
		tag := fmt.Sprintf("sum %d", l.ID)
		sums[tag] = true
		if got := strings.TrimPrefix(r.blocks[tag], "Sum: "); got != l.Sum.String() {
			fail(tag, "The ledger has %s for line %d, and the page does not", l.Sum, l.ID)
		}
		what := fmt.Sprintf("line %d", l.ID)
		if l.Working == "" || !r.ends(what, l.Working) {
			fail(what, "How the sum of %s was reached is not on the page", l.Sum)
		}
		if before := l.Stage > 0 && l.Stage < r.letter.Stage; before && !r.has(what, "(offered "+r.before()+")") {
			fail(what, "The page does not say that %s was offered %s", l.Sum, r.before())
		}
	}
	for _, tag := range r.starting("sum") {
		if !sums[tag] {
			fail(tag, "The page offers a sum that is not in the ledger: %s", r.blocks[tag])
		}
	}
	rest := toAccept(ledger).Total()
	asks := r.in.Kind == casework.Response || r.in.Kind == casework.OfferLetter // the others say that all of it is the resident's
	if owed := ledger.Total() - rest; owed > 0 && asks && !(rest > 0 && r.has("choice", owed.String()+" of it is yours whether or not you accept the rest.") || rest == 0 && r.has("choice", "All of it is yours.")) {
		fail("choice", "%s of it is owed whatever the resident says, and the page does not say so", owed)
	}
	if len(ledger) == 0 {
		if r.blocks["offer"] != "" || r.blocks["total"] != "" || !strings.Contains(r.blocks["no offer"], "not offering you a payment") {
			fail("no offer", "The ledger has no money, and the letter does not say so")
		}
		wrong = append(wrong, r.strays(base, ledger)...)
		return base.or(wrong, "Offers no money, as in the ledger")
	}
	if before := offeredBefore(r.in.Case, r.letter.Stage); before > 0 && (!r.has("offered before", before.String()) || !r.has("offered before", r.before()+".")) {
		fail("offered before", "Stage 1 had offered %s within this sum, and the page does not say so", before)
	}
	total := ledger.Total().String()
	for _, tag := range []string{"offer", "total"} {
		if got := sumLike.FindAllString(r.blocks[tag], -1); len(got) != 1 || got[0] != total {
			fail(tag, "The offer is %s in all, and the page does not say so", total)
		}
	}
	wrong = append(wrong, r.strays(base, ledger)...)
	return base.or(wrong, "Offer equals the ledger, "+total)
}

// offering is a sentence that promises money.
var offering = regexp.MustCompile(`(?i)\b(?:we (?:will |shall |can |now )?(?:offer|pay|award|give)|our offer|offer you|pay you|paying you|offering you)\b`)

// strays finds sums that claim to be the offer and are not: any in our own
// words, and in an officer's where the sentence offers or pays.
func (r *reader) strays(base Finding, ledger redress.Ledger) []Finding {
	known := map[string]bool{ledger.Total().String(): len(ledger) > 0}
	if len(ledger) > 0 {
		rest := toAccept(ledger).Total()
		known[offeredBefore(r.in.Case, r.letter.Stage).String()], known[rest.String()], known[(ledger.Total()-rest).String()] = true, true, true
	}
	for _, l := range ledger {
		known[l.Sum.String()] = true
	}
	var wrong []Finding
	r.each(func(tag, words string) {
		if oneOf(tag, []string{"line"}) || !strings.Contains(words, "£") {
			return // the working names what things cost
		}
		for _, s := range sentences(words) {
			if r.voices[tag] == officers && !offering.MatchString(s) {
				continue
			}
			for _, got := range sumLike.FindAllString(s, -1) {
				if !known[got] && !known[got+".00"] {
					wrong = append(wrong, base.fails(got+" is offered here, and the ledger has no such sum", tag, Fix{Act: casework.ActOfferRedress}))
				}
			}
		}
	}, ours, officers)
	return wrong
}

// lookNoMoney finds sums in an acknowledgement, which offers nothing yet.
func lookNoMoney(r *reader, base Finding) []Finding {
	return base.or(r.strays(base, nil), "Offers nothing before the answer")
}

// lookAccept finds that accepting an offer closes nothing.
func lookAccept(r *reader, base Finding) []Finding {
	if len(r.in.Case.Redress) == 0 {
		return base.holds("No offer to accept")
	}
	words := r.blocks["accept"]
	if !strings.Contains(words, "still") || !strings.Contains(words, "Ombudsman") || closing.MatchString(words) {
		return base.wrong("The letter does not say that accepting leaves the way to the Ombudsman open", "accept", Fix{Page: PageWords})
	}
	return base.holds("Accepting closes nothing")
}

var closing = regexp.MustCompile(`(?i)\b(?:cannot|can not|can't|may not|must not|no longer|settle[sd]?)\b`)

// lookApology looks for an apology where we were at fault.
func lookApology(r *reader, base Finding) []Finding {
	if r.upheld() && !strings.Contains(strings.ToLower(r.whole), "sorry") {
		return base.wrong("We were at fault, and the letter does not say sorry", "opening", Fix{Page: PageWords})
	}
	return base.holds("Says sorry where we were at fault")
}

// whereOffered reads for what a letter says of the money it offers, and passes
// one that offers none.
func whereOffered(l look) look {
	return func(r *reader, base Finding) []Finding {
		if len(r.in.Case.Redress) == 0 {
			return base.holds("No offer to pay")
		}
		return l(r, base)
	}
}
