package letter

import (
	"fmt"
	"slices"
	"strings"

	"casebook/data/casework"
)

// saying looks in a block for words that it must hold, each of them. What they
// tell is named for the officer.
func saying(tag, what string, words func(r *reader) []string) look {
	return func(r *reader, base Finding) []Finding {
		for _, want := range words(r) {
			if want == "" || !strings.Contains(r.blocks[tag], plain(want)) {
				return base.wrong("The paper does not say "+what, tag, again)
			}
		}
		return base.holds("Says " + what)
	}
}

// fixed are words that are the same for every case.
func fixed(words ...string) func(*reader) []string {
	return func(*reader) []string { return words }
}

// together are several things that one rule asks for.
func together(holds string, looks ...look) look {
	return func(r *reader, base Finding) []Finding {
		var wrong []Finding
		for _, look := range looks {
			for _, f := range look(r, base) {
				if !f.OK {
					wrong = append(wrong, f)
				}
			}
		}
		return base.or(wrong, holds)
	}
}

// lookTold finds the day the resident first told us, whatever the stage.
func lookTold(r *reader, base Finding) []Finding {
	if want := r.in.Case.Received.Letter(); !r.has("opening", "on "+want+".") {
		return base.wrong("The letter does not give the day we were told, "+want, "opening", again)
	}
	return base.holds("Gives the day we were told")
}

// lookTimeLimit finds how long a matter can wait, where the policy has a limit
// (Code 2.3).
func lookTimeLimit(r *reader, base Finding) []Finding {
	limit := limitMonths(r.in)
	if got := r.blocks["time limit"]; (limit == "") != (got == "") || limit != "" && !strings.Contains(got, "within "+limit) {
		return base.wrong("The paper does not say how long the matter can wait: "+known(limit, "no limit"), "time limit", again)
	}
	return base.holds("Says how long it can wait")
}

// promised finds some promises on the page, each with its owner and its day,
// and no others but those whose blocks are let.
func (r *reader) promised(base Finding, list []casework.Promise, let []string) []Finding {
	var wrong []Finding
	known := map[string]bool{}
	for _, p := range list {
		text, owner, by := fmt.Sprintf("promise %d", p.ID), fmt.Sprintf("owner %d", p.ID), fmt.Sprintf("promised %d", p.ID)
		known[text] = true
		day := p.Due.Letter()
		if !p.Kept.IsZero() {
			day = "Done on " + p.Kept.Letter()
		}
		switch {
		case p.Due.IsZero():
			wrong = append(wrong, base.fails(fmt.Sprintf("The promise %s has no day", quoted(p.Text)), by, Fix{Act: casework.ActPromise}))
		case !r.ends(text, p.Text):
			wrong = append(wrong, base.fails(fmt.Sprintf("The promise %s is not on the page. Make the letter again", quoted(p.Text)), text, again))
		case strings.TrimPrefix(r.blocks[by], "By when: ") != day:
			wrong = append(wrong, base.fails(fmt.Sprintf("The promise %s is due on %s, and the page does not say so", quoted(p.Text), p.Due.Letter()), by, again))
		case !r.ends(owner, p.Owner):
			wrong = append(wrong, base.fails(fmt.Sprintf("The page does not say that %s sees to %s", p.Owner, quoted(p.Text)), owner, again))
		}
	}
	for _, tag := range r.starting("promise") {
		if !known[tag] && !slices.Contains(let, tag) {
			wrong = append(wrong, base.fails("The page has a promise that is not in the case. Make the letter again", tag, again))
		}
	}
	return wrong
}

// lookOpenPromises finds what is still to be done on the page, or that nothing
// is, in the block and the words that say so. The promise that the letter
// itself tells of may stand there too.
func lookOpenPromises(none, nothing string) look {
	return func(r *reader, base Finding) []Finding {
		open := openPromises(r.in)
		var let []string
		if r.letter.Kind == casework.ActionLetter {
			let = []string{fmt.Sprintf("promise %d", r.letter.About)}
		}
		wrong := r.promised(base, open, let)
		if says := strings.Contains(r.blocks[none], nothing); says != (len(open) == 0) {
			wrong = append(wrong, base.fails("The letter and the case differ on whether a promise is still open. Make the letter again", none, again))
		}
		return base.or(wrong, "Says what is still to be done")
	}
}
