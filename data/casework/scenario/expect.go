package scenario

import (
	"fmt"
	"strings"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// What is expected of the stage that the case is at.

func acknowledge(day, hand string) Expect {
	return deadline("the acknowledgement", day, hand, func(t *Telling) policy.Deadline { return t.Case.Current().AcknowledgeBy })
}

func respond(day, hand string) Expect {
	return deadline("the response", day, hand, func(t *Telling) policy.Deadline { return t.Case.Current().RespondBy })
}

// latest is the furthest that an extension may go.
func latest(day, hand string) Expect {
	return deadline("the latest extension", day, hand, func(t *Telling) policy.Deadline { return t.Case.Current().Latest })
}

// due is when the response is owed as things stand.
func due(day, hand string) Expect {
	return deadline("the date that stands", day, hand, func(t *Telling) policy.Deadline { return t.Case.Current().Due() })
}

// tell is when the letter about an excluded point has to go.
func tell(point int, day, hand string) Expect {
	return deadline("the letter about the point", day, hand, func(t *Telling) policy.Deadline { return t.Case.Point(point).Excluded.TellBy })
}

// hazard is a step that the law times.
func hazard(step policy.Act, day, hand string) Expect {
	return deadline(step.Title(), day, hand, func(t *Telling) policy.Deadline {
		for _, k := range t.Case.Hazards[0].Clocks {
			if k.Step == step {
				return k.Deadline
			}
		}
		return policy.Deadline{}
	})
}

// hazardMinute is a step that the law times in hours.
func hazardMinute(step policy.Act, minute string) Expect {
	return Expect{What: step.Title(), Check: func(t *Telling) error {
		want, err := Minute(minute)
		if err != nil {
			return err
		}
		for _, k := range t.Case.Hazards[0].Clocks {
			if k.Step == step && k.By.Equal(want) {
				return nil
			}
		}
		return fmt.Errorf("is not due at %s: %+v", minute, t.Case.Hazards[0].Clocks)
	}}
}

// that expects something of the case.
func that(what string, holds func(casework.Case) bool) Expect {
	return Expect{What: what, Check: func(t *Telling) error {
		if !holds(t.Case) {
			return fmt.Errorf("does not hold")
		}
		return nil
	}}
}

// stands expects the sentence in which the case is said.
func stands(sentence string) Expect {
	return Expect{What: "the sentence", Check: func(t *Telling) error {
		got := casework.StatusOf(t.Case, t.today(), t.desk.Moment(t.at, t.by).Holidays)
		if !strings.HasPrefix(got.Sentence, sentence) {
			return fmt.Errorf("is %q, want %q", got.Sentence, sentence)
		}
		return nil
	}}
}

// owes expects a duty on a day, and owesNo that there is none of a kind.
func owes(kind casework.DutyKind, day string) Expect {
	return Expect{What: "the duty to " + string(kind), Check: func(t *Telling) error {
		var days []string
		for _, d := range casework.Duties(t.Case) {
			if d.Kind == kind {
				if d.Due == Day(day) {
					return nil
				}
				days = append(days, d.Due.Long())
			}
		}
		return fmt.Errorf("is not on %s but on %v", day, days)
	}}
}

func owesNo(kind casework.DutyKind) Expect {
	return that("no duty to "+string(kind), func(c casework.Case) bool {
		for _, d := range casework.Duties(c) {
			if d.Kind == kind {
				return false
			}
		}
		return true
	})
}

// counted expects something of what the board counts of a stage.
func counted(what string, stage int, holds func(casework.StageFact) bool) Expect {
	return that("counted: "+what, func(c casework.Case) bool {
		for _, f := range casework.Facts(c) {
			if f.Stage == stage {
				return holds(f)
			}
		}
		return false
	})
}

// route expects an ombudsman to be open from a day; now where the day is "".
func route(body, from string) Expect {
	return Expect{What: "the route to " + body, Check: func(t *Telling) error {
		m := t.desk.Moment(t.at, t.by)
		for _, r := range casework.Routes(t.Case, m.Today, m.Policies, m.Holidays) {
			if r.Body.ID != body {
				continue
			}
			if from == "" && !r.Open {
				return fmt.Errorf("is not open: %s", r.Why)
			}
			if from != "" && (r.Open || r.From != Day(from)) {
				return fmt.Errorf("opens %s (open now: %v), want %s", r.From.Long(), r.Open, from)
			}
			return nil
		}
		return fmt.Errorf("is not there")
	}}
}

func noRoute(body string) Expect {
	return Expect{What: "no route to " + body, Check: func(t *Telling) error {
		m := t.desk.Moment(t.at, t.by)
		for _, r := range casework.Routes(t.Case, m.Today, m.Policies, m.Holidays) {
			if r.Body.ID == body {
				return fmt.Errorf("is there: %s", r.Why)
			}
		}
		return nil
	}}
}

// What officers do.

// act does one act that needs nothing of the case.
func act(a casework.Act) func(*Telling) error { return func(t *Telling) error { return t.do(a) } }

// with does an act that is made from the case as it stands.
func with(make func(*Telling) casework.Act) func(*Telling) error {
	return func(t *Telling) error { return t.do(make(t)) }
}

// give hands the stage to an officer.
func give(w Who) func(*Telling) error {
	return with(func(t *Telling) casework.Act { return casework.Assign{To: t.id(w)} })
}

// letter makes a letter, prints it and posts it on the same day.
func letter(kind casework.LetterKind) func(*Telling) error { return letterTo(kind, "") }

// letterTo is letter to somebody other than the resident.
func letterTo(kind casework.LetterKind, to string) func(*Telling) error {
	return func(t *Telling) error {
		if to == "" {
			to = t.Case.Resident.Name
		}
		if to == "" {
			to = "the resident"
		}
		err := t.do(casework.MakeLetter{Kind: kind, Dated: t.today(), Document: strings.Repeat("ab", 32), Pages: 1})
		if err != nil {
			return err
		}
		made := t.Case.Letters[len(t.Case.Letters)-1].ID
		if err := t.do(casework.HandToPrinter{Kind: kind, Letter: made, Result: casework.HandedToPrinter}); err != nil {
			return err
		}
		return t.do(casework.DispatchLetter{Kind: kind, Letter: made, On: t.today(), How: casework.Posted, To: to})
	}
}

// answer answers points and then nothing else.
func answer(findings map[int]casework.Outcome) func(*Telling) error {
	return func(t *Telling) error {
		for _, p := range t.Case.Points {
			if f, ok := findings[p.ID]; ok {
				if err := t.do(casework.AnswerPoint{Point: p.ID, Finding: f, Reasons: "We looked at the records and asked those who were there."}); err != nil {
					return err
				}
			}
		}
		return nil
	}
}

// all does several things in one step.
func all(doings ...func(*Telling) error) func(*Telling) error {
	return func(t *Telling) error {
		for _, do := range doings {
			if err := do(t); err != nil {
				return err
			}
		}
		return nil
	}
}

// complaint is the record of a complaint made at the counter, received on the
// day of the step.
func complaint(change func(*casework.Record)) func(*Telling) error {
	return func(t *Telling) error {
		r := casework.Record{
			Received: t.today(), Channel: casework.Counter, Answer: casework.Complain,
			Resident: casework.Person{Name: "Grace Adeyemi", Telephones: []string{"01632 960 118"}},
			Home:     casework.Home{Lines: []string{"31 Harebell Court", "Derby"}, Postcode: "DE24 7LN", Tenure: casework.Secure},
			Contact:  casework.Contact{Reply: casework.ReplyLetter},
			Story:    "The stair light has been out for three weeks and nobody came on Saturday.",
			Wanted:   "The light mended and an apology.", Subject: "repairs",
			Points: []string{"The stair light has been out for three weeks.", "Nobody came on Saturday."},
		}
		if change != nil {
			change(&r)
		}
		return t.do(r)
	}
}

// minute is an instant for an act's own field.
func minute(text string) time.Time {
	at, err := Minute(text)
	if err != nil {
		panic(err)
	}
	return at
}

// day is a day for an act's own field.
func day(text string) calendar.Date { return Day(text) }
