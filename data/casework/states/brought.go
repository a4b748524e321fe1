package states

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
)

// bringing brings an example to its state, act by act. It remembers the first
// refusal and does nothing more.
type bringing struct {
	world
	c     casework.Case
	today calendar.Date
	err   error
}

func (w world) begin(on string, record casework.Recording) *bringing {
	b := &bringing{world: w, today: date(on)}
	return b.do(counter, numbered(record, b.today))
}

// numbered is a record as the register would take it on a day.
func numbered(record casework.Recording, today calendar.Date) casework.Recording {
	r := record.Common()
	r.ID, r.Office, r.Received = 7, 1, today
	r.Reference = casework.NewReference(record.Kind(), today.Year(), 7)
	return record.WithCommon(r)
}

// on moves to another day.
func (b *bringing) on(day string) *bringing {
	b.today = date(day)
	return b
}

func (b *bringing) do(by casework.Officer, acts ...casework.Act) *bringing {
	for _, act := range acts {
		if b.err != nil {
			return b
		}
		out, err := casework.Apply(b.c, act, b.moment(by, b.today))
		if err != nil {
			b.err = fmt.Errorf("%s on %s: %w", act.Name(), b.today, err)
			return b
		}
		out.Case.Version = b.c.Version + 1
		b.c = out.Case
	}
	return b
}

// send makes a letter and posts it the same day.
func (b *bringing) send(by casework.Officer, kind casework.LetterKind) *bringing {
	b.do(by, letterMade(kind, b.moment(by, b.today)))
	if b.err != nil {
		return b
	}
	last := b.c.Letters[len(b.c.Letters)-1].ID
	return b.do(by, casework.DispatchLetter{Kind: kind, Letter: last, On: b.today, How: casework.Posted, To: "Grace Adeyemi"})
}

// is ends the bringing with the state's name and words.
func (b *bringing) is(name, words string) (State, error) {
	if b.err != nil {
		return State{}, fmt.Errorf("%s: %w", name, b.err)
	}
	return State{Name: name, Words: words, Case: b.c, Today: b.today}, nil
}

func letterMade(kind casework.LetterKind, m casework.Moment) casework.MakeLetter {
	return casework.MakeLetter{Kind: kind, Dated: m.Today, Document: strings.Repeat("ab", 32), Pages: 1}
}

func date(text string) calendar.Date {
	d, err := calendar.ParseISO(text)
	if err != nil {
		panic(err) // a day of an example is written, not typed
	}
	return d
}

// complaint is the record that most examples begin with.
func complaint() casework.Record {
	return casework.Record{
		Channel: casework.Counter, ResidentID: 11, Answer: casework.Complain, Grievance: casework.Delay,
		Resident: casework.Person{Name: "Grace Adeyemi"}, Contact: casework.Contact{Reply: casework.ReplyLetter},
		Home:  casework.Home{Lines: []string{"31 Harebell Court", "Derby"}, Postcode: "DE24 7LN", Tenure: casework.Secure},
		Story: "The stair light has been out for three weeks.", Wanted: "The light mended.", Subject: "repairs",
		Points: []string{"The stair light has been out for three weeks.", "Nobody came on Saturday."},
	}
}

// The stages in the life of a complaint that other examples go on from.

func (w world) recorded() *bringing {
	return w.begin("2026-11-02", complaint()).do(dan, casework.Assign{To: dan.ID})
}

func (w world) acknowledged() *bringing {
	return w.recorded().on("2026-11-03").send(dan, casework.Acknowledgement)
}

func (w world) decided() *bringing {
	return w.acknowledged().on("2026-11-12").do(dan,
		casework.AnswerPoint{Point: 1, Finding: casework.Upheld, Reasons: "We took three weeks."},
		casework.AnswerPoint{Point: 2, Finding: casework.NotUpheld, Reasons: "The visit was for Monday."},
		casework.AddRemedy{Kind: "carry-out-service", Text: "Mend the light", Due: date("2026-11-30"), Owner: "Repairs"},
		casework.OfferRedress{Input: redress.Judge("delay", "service-failure", 6000, "Three weeks in the dark.")})
}

func (w world) answered() *bringing {
	return w.decided().on("2026-11-16").send(dan, casework.Response)
}

func (w world) closed() *bringing {
	return w.answered().on("2026-11-18").do(dan, casework.Close{On: date("2026-11-18")})
}

func (w world) stage2() *bringing {
	return w.answered().on("2026-11-24").do(counter, casework.AskStage2{On: date("2026-11-24")}).do(kit, casework.Assign{To: kit.ID})
}

func (w world) stage2Acknowledged() *bringing {
	return w.stage2().on("2026-11-26").send(kit, casework.Acknowledgement)
}

func (w world) excluded(points ...int) *bringing {
	b := w.recorded().on("2026-11-04")
	for _, p := range points {
		b.do(dan, tooOld(p))
	}
	return b
}

// tooOld refuses a point for its age.
func tooOld(point int) casework.Exclude {
	return casework.Exclude{Point: point, Reason: "over-12-months", Happened: date("2025-05-01"), Aware: date("2025-05-01"),
		Discretion: "Considered by Dan Okafor.", Merits: "It was put right in June 2025."}
}
