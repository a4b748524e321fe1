package letter

import (
	"fmt"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// RestrictionFacts are what the letter about a limit on contact, or its review,
// may say beyond AnytimeFacts.
type RestrictionFacts struct {
	AnytimeFacts
	What     string
	Why      string // of the limit, or of what its review decided
	From     string
	Review   string // the day by which it is looked at again
	Reviewed bool   // looked at again, and kept
	Ended    bool
	EndedOn  string
}

var restrictionKind = letterKind{
	name: casework.RestrictionLetter, script: plainly("restriction"), obliged: always(policy.RestrictionLetter),
	subjectless: true, facts: restrictionFacts, about: func(in Input, _ *casework.Stage) int { l, _ := limitOf(in); return l.ID },
	officers: []string{"restriction"}, days: restrictionDays,
	looks: map[string]look{
		"received":        nil, // it tells of contact with us, not of the matter
		"restriction":     lookRestriction,
		"restriction-why": lookRestrictionWhy,
		"considered":      lookConsidered,
		"review":          unlessEnded(lookReviewDay),
		"still-works": unlessEnded(saying("still works", "that a complaint can still be made and a repair or danger reported",
			fixed("make a complaint at any time", "report a repair", "dangerous"))),
		"challenge": saying("challenge", "how to challenge it", fixed("complain about it", "go to the Ombudsman")),
	},
	house: []houseRule{{"needs", true, "Code 5.10, 5.15", nil, lookNeeds}},
}

func restrictionFacts(f *filling, in Input) (any, error) {
	l, ok := limitOf(in)
	if !ok {
		return nil, fmt.Errorf("contact is not restricted in %s: record the restriction first", in.Case.Reference)
	}
	why, reviewed := limitWhy(l)
	return RestrictionFacts{
		AnytimeFacts: anytime(f, in), What: known(l.What, "what the limit is"), Why: known(why, "why"),
		From: day(l.From, "the day"), Review: day(l.Review, "the day we look at it again"),
		Reviewed: reviewed, Ended: !l.Ended.IsZero(), EndedOn: day(l.Ended, "the day"),
	}, nil
}

// limitOf is the restriction that the letter tells of, as it stood on the
// letter's day: the one asked for, or the newest.
func limitOf(in Input) (casework.Restriction, bool) {
	var found casework.Restriction
	for _, l := range in.Case.Restrictions {
		if in.About == 0 || l.ID == in.About {
			found = l
		}
	}
	if found.Ended.After(in.Today) {
		found.Ended = calendar.Date{}
	}
	var reviews []casework.LimitReview
	for _, v := range found.Reviews {
		if !v.On.After(in.Today) {
			reviews = append(reviews, v)
		}
	}
	found.Reviews = reviews
	return found, found.ID != 0
}

// limitWhy is the reason that the letter gives: the last review's, or that of
// the restriction itself where it has not been reviewed.
func limitWhy(l casework.Restriction) (why string, reviewed bool) {
	if n := len(l.Reviews); n > 0 {
		return l.Reviews[n-1].Why, true
	}
	return l.Why, false
}

func restrictionDays(r *reader) []calendar.Date {
	l, _ := r.limit()
	return []calendar.Date{l.From, l.Review, l.Ended}
}

// limit is the restriction that the letter being read tells of.
func (r *reader) limit() (casework.Restriction, bool) {
	in := r.in
	in.About = r.letter.About
	return limitOf(in)
}

// lookRestriction finds how contact is limited and from when, or when that
// ended (Code 5.14).
func lookRestriction(r *reader, base Finding) []Finding {
	l, ok := r.limit()
	if !ok || !r.ends("restriction", l.What) || l.What == "" {
		return base.wrong("How contact is limited is not on the page as it is in the case. Make the letter again", "restriction", again)
	}
	day, says := l.From, "from "
	if !l.Ended.IsZero() {
		day, says = l.Ended, "ended on "
	}
	if !r.has("opening", says+day.Letter()+".") {
		return base.wrong(fmt.Sprintf("The letter does not say that the limit holds %s%s", says, day.Letter()), "opening", again)
	}
	_, reviewed := limitWhy(l)
	if stays := r.has("opening", "the limit stays for now."); stays != (reviewed && l.Ended.IsZero()) {
		return base.wrong("The letter and the case differ on whether the limit was reviewed and kept. Make the letter again", "opening", again)
	}
	return base.holds("Says how contact is limited")
}

func lookRestrictionWhy(r *reader, base Finding) []Finding {
	l, _ := r.limit()
	if why, _ := limitWhy(l); why == "" || !r.ends("restriction why", why) {
		return base.wrong("The reason is not on the page as it is in the case. Make the letter again", "restriction why", again)
	}
	return base.holds("Says why")
}

// lookConsidered finds that the resident's needs were considered, and that the
// case has how. What was considered is not printed: it may name a diagnosis
// (Code 5.15).
func lookConsidered(r *reader, base Finding) []Finding {
	l, _ := r.limit()
	switch {
	case l.Equality == "":
		return base.wrong("The case does not say how the Equality Act 2010 was considered. Record the restriction with it", "considered", Fix{Act: casework.ActRestrict})
	case !l.Ended.IsZero():
		return base.holds("The limit has ended")
	}
	return saying("considered", "that the resident's needs were considered", fixed("any disability", "asked us to do differently"))(r, base)
}

func lookReviewDay(r *reader, base Finding) []Finding {
	l, _ := r.limit()
	if l.Review.IsZero() || !r.has("review", "by "+l.Review.Letter()+".") {
		return base.wrong("The letter does not give the day by which we look at it again", "review", again)
	}
	if l.Review.Before(r.in.Today) {
		return base.wrong("The day for looking at the restriction again has passed. Review it first", "review", Fix{Act: casework.ActReviewLimit})
	}
	return base.holds("Looked at again by " + l.Review.Letter())
}

// unlessEnded reads for what a limit that has ended no longer needs.
func unlessEnded(inner look) look {
	return func(r *reader, base Finding) []Finding {
		if l, _ := r.limit(); !l.Ended.IsZero() {
			return base.holds("The limit has ended")
		}
		return inner(r, base)
	}
}
