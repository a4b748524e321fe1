package letter

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// NoticeFacts are what the notices of the Right to Repair may say beyond
// AnytimeFacts.
type NoticeFacts struct {
	AnytimeFacts
	What       string
	Defect     string // in the law's words
	Contractor string
	LastDay    string
	Passed     bool // that day is over, and the repair is not done
	Reported   string
	Asked      string // the second contractor was asked for
	First      string // what is paid when the second contractor is late too
	Daily      string
	Most       string
}

var (
	repairNoticeKind = noticeKind(casework.RepairNotice, "right-to-repair-notice", policy.RepairNotice)
	secondNoticeKind = noticeKind(casework.SecondNotice, "second-contractor-notice", policy.SecondNotice)
)

// noticeKind is a notice of one of the two periods of a repair.
func noticeKind(name casework.LetterKind, script, obliged string) letterKind {
	return letterKind{
		name: name, script: plainly(script), obliged: always(obliged), subjectless: true,
		facts: noticeFacts, about: func(in Input, _ *casework.Stage) int { r, _ := repairIn(in); return r.ID },
		officers: []string{"repair", "contractor"},
		days: func(r *reader) []calendar.Date {
			p, _ := r.repair()
			return []calendar.Date{p.Reported, p.Asked, periodOf(r.letter.Kind, p).by}
		},
		looks: map[string]look{
			"received": nil, // it tells of the repair, not of the matter
			"repair":   lookNoticeRepair, "contractor": lookContractor, "last-day": lookLastDay, "payable": lookPayable,
			"second-contractor": saying("second contractor", "that a second contractor can be asked for, and how", func(r *reader) []string {
				return []string{"From the day after, you can ask us to send a second contractor", "any of us", r.in.Settings.Telephone, "nothing for the first time alone"}
			}),
			"right-ends": saying("right ends", "what ends the right", fixed("nobody is let in", "not to be ours")),
		},
		house: []houseRule{
			{"money", true, "ruling 20", nil, lookNoticeMoney},
			{"can-complain", true, "Code 1.5", nil, saying("complain", "that the resident can complain", fixed("not a complaint", "you can complain at any time"))},
			{"needs", true, "Code 5.10", nil, lookNeeds},
		},
	}
}

// period is one of the two times that a repair has.
type period struct {
	contractor string
	from, by   calendar.Date
}

func periodOf(kind casework.LetterKind, r casework.RepairRight) period {
	if kind == casework.SecondNotice {
		return period{r.Second, r.Asked, r.SecondBy.Due}
	}
	return period{r.Contractor, r.Reported, r.FirstBy.Due}
}

// repairIn is the repair that a notice tells of: the one asked for, or the
// newest that has such a period and no notice of it.
func repairIn(in Input) (casework.RepairRight, bool) {
	var found casework.RepairRight
	for _, r := range in.Case.Repairs {
		told := r.FirstTold
		if in.Kind == casework.SecondNotice {
			told = r.SecondTold
			if r.Asked.IsZero() || r.Asked.After(in.Today) {
				continue
			}
		}
		if r.ID == in.About || in.About == 0 && (told.IsZero() || !told.Before(in.Today)) {
			found = r
		}
	}
	return found, found.ID != 0
}

// repair is the repair that the notice being read tells of.
func (r *reader) repair() (casework.RepairRight, bool) {
	in := r.in
	in.Kind, in.About = r.letter.Kind, r.letter.About
	return repairIn(in)
}

func noticeFacts(f *filling, in Input) (any, error) {
	r, ok := repairIn(in)
	if !ok && in.Kind == casework.SecondNotice {
		return nil, fmt.Errorf("nobody has asked for a second contractor in %s: record that first", in.Case.Reference)
	}
	if !ok {
		return nil, fmt.Errorf("%s has no repair under the Right to Repair: start its times first", in.Case.Reference)
	}
	p := periodOf(in.Kind, r)
	n := NoticeFacts{
		AnytimeFacts: anytime(f, in), What: known(r.What, "what is broken"), Defect: defectTitle(in, r.Defect, p.from),
		Contractor: known(p.contractor, "who does the repair"), LastDay: long(p.by, "the last day"), Passed: in.Today.After(p.by),
		Reported: day(r.Reported, "the day"), Asked: day(r.Asked, "the day"),
	}
	if law := rightToRepair(in); law != nil {
		n.First, n.Daily, n.Most = law.First.String(), law.Daily.String(), law.Most.String()
	}
	return n, nil
}

// lookNoticeRepair finds which repair it is, and the day from which its time
// runs, and no other day beside it.
func lookNoticeRepair(r *reader, base Finding) []Finding {
	p, ok := r.repair()
	from := periodOf(r.letter.Kind, p).from
	days := dayLike.FindAllString(r.blocks["opening"], -1)
	switch {
	case !ok || !p.Ended.IsZero() && !p.Ended.After(r.in.Today):
		return base.wrong("The right to this repair has ended, or the repair is not in the case any more. This notice must not go", "repair", Fix{})
	case !p.Done.IsZero() && !p.Done.After(r.in.Today):
		return base.wrong("The repair was done on "+p.Done.Letter()+". This notice is not needed any more", "repair", Fix{})
	case !r.ends("repair", p.What) || p.What == "" || !r.ends("defect", defectTitle(r.in, p.Defect, from)):
		return base.wrong("Which repair it is does not stand there as it is in the case. Make the notice again", "repair", again)
	case len(days) != 1 || days[0] != from.Letter():
		return base.wrong("The notice does not give the day from which the time runs, "+from.Letter(), "opening", again)
	}
	return base.holds("Says which repair it is")
}

func lookContractor(r *reader, base Finding) []Finding {
	p, _ := r.repair()
	if c := periodOf(r.letter.Kind, p).contractor; c == "" || !r.ends("contractor", c) {
		return base.wrong("The notice does not say who does the repair: "+known(c, "nobody is recorded"), "contractor", again)
	}
	return base.holds("Says who does the repair")
}

// lookLastDay finds the last day as the case has it, and no other beside it
// (SI 1994/133).
func lookLastDay(r *reader, base Finding) []Finding {
	p, _ := r.repair()
	by := periodOf(r.letter.Kind, p).by
	days := dayLike.FindAllString(r.blocks["last day"], -1)
	if by.IsZero() || len(days) != 1 || days[0] != by.Long() || !r.has("last day", "by the end of "+by.Long()+".") {
		return base.wrong("The last day for the repair is not "+by.Long()+". Make the notice again", "last day", again)
	}
	if r.in.Today.After(by) != strings.Contains(r.blocks["last day"], "has passed, and I am sorry") {
		return base.wrong("The notice and the calendar differ on whether "+by.Long()+" is over. Make it again", "last day", again)
	}
	return base.holds("To be done by " + by.Long())
}

// lookPayable finds what is paid when the second contractor is late too: the
// law's own sums and no others (SI 1994/133).
func lookPayable(r *reader, base Finding) []Finding {
	law := rightToRepair(r.in)
	if law == nil {
		return base.wrong("The Right to Repair is not among the office's promises", "payable", Fix{Page: PageSettings})
	}
	words := r.blocks["payable"]
	for _, want := range []string{
		"We have to pay you " + law.First.String() + ".", "For each further day, until the repair is done, we pay you " + law.Daily.String() + " more.",
		"no more than " + law.Most.String() + " for one repair",
	} {
		if !strings.Contains(words, want) {
			return base.wrong("The notice does not say what is paid if it is late: "+quoted(want), "payable", again)
		}
	}
	return base.holds("Says what is paid if it is late")
}

// lookNoticeMoney finds sums anywhere but where the notice says what is paid:
// nothing is paid for the first period alone (ruling 20).
func lookNoticeMoney(r *reader, base Finding) []Finding {
	var wrong []Finding
	r.each(func(tag, words string) {
		most := 0
		if tag == "payable" {
			most = 3 // lookPayable reads which
		}
		if got := sumLike.FindAllString(words, -1); len(got) > most {
			wrong = append(wrong, base.fails(got[0]+" stands here, and the notice has no such sum", tag, Fix{Page: PageWords}))
		}
	}, ours)
	return base.or(wrong, "No sum but the law's own")
}
