package command

import (
	"context"
	"math"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// went is how the answers of one stage went: so many in time, so many late, so
// many of both upheld, and so many of those with some points that were not.
type went struct{ inTime, late, upheld, mixed int }

func (w went) all() int { return w.inTime + w.late }

// reported is what a landlord published for a span of time.
type reported struct {
	from           calendar.Date // complaints are received from the next working day on
	over           int           // for so many working days
	stage1, stage2 went
}

// figureOf is a figure as it was printed, with its decimal places.
type figureOf struct {
	value  float64
	places int
}

// published makes an office with the current policy in force from 1 April
// 2023, and keeps what a landlord reported through the acts.
func (d *counter) published(t *testing.T, spans ...reported) {
	t.Helper()
	own := plainSettings()
	own.CurrentFrom = calendar.On(2023, 4, 1)
	d.withRegister(t, own, "")
	opened, err := d.session(t, globals{}).open()
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	reviewer, err := opened.SaveOfficer(context.Background(), opened.officer,
		casework.Officer{Name: "Rhys Morgan", Login: "rhys", Role: casework.Manager, Office: opened.officer.Office}, "")
	if err != nil {
		t.Fatal(err)
	}
	holidays, err := opened.Holidays(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	err = opened.Batch(context.Background(), opened.officer, func(b *register.Batch) error {
		clerk := &clerk{Batch: b, holidays: holidays, handler: opened.officer, reviewer: reviewer}
		for _, s := range spans {
			if err := clerk.keep(s); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// clerk keeps published figures case by case.
type clerk struct {
	*register.Batch
	holidays          *calendar.Holidays
	handler, reviewer casework.Officer
}

// keep records every case of a span. Those upheld, and those that go on to
// stage 2, are spread evenly over the others.
func (k *clerk) keep(s reported) error {
	n, second := s.stage1.all(), 0
	for i := range n {
		received := k.holidays.Add(s.from, 1+i*s.over/n)
		c, err := k.RecordAs(k.handler, received, complaintOn(received))
		if err != nil {
			return err
		}
		answered, err := k.stage(c.Case.ID, k.handler, received, s.stage1, i, 10)
		if err != nil {
			return err
		}
		if !among(i, n, s.stage2.all()) {
			continue
		}
		asked := k.holidays.Add(answered, 1)
		if _, err := k.DoAs(k.handler, asked, c.Case.ID, casework.AskStage2{On: asked, Handler: k.reviewer.ID}); err != nil {
			return err
		}
		if _, err := k.stage(c.Case.ID, k.reviewer, asked, s.stage2, second, 20); err != nil {
			return err
		}
		second++
	}
	return nil
}

// stage acknowledges and answers the i-th case of a stage, on the last day for
// the answer or on the working day after it, and returns that day.
func (k *clerk) stage(id int64, by casework.Officer, asked calendar.Date, how went, i, allowed int) (calendar.Date, error) {
	acknowledged := k.holidays.Add(asked, 2)
	if among(i, how.all(), how.late) {
		allowed++
	}
	answered := k.holidays.Add(acknowledged, allowed)
	findings := []casework.Outcome{casework.NotUpheld, casework.NotUpheld}
	if among(i, how.all(), how.upheld) {
		findings[0] = casework.Upheld
		if before := i * how.upheld / how.all(); !among(before, how.upheld, how.mixed) {
			findings[1] = casework.Upheld
		}
	}
	type step struct {
		on  calendar.Date
		act casework.Act
	}
	steps := []step{{acknowledged, casework.SentElsewhere{Kind: casework.Acknowledgement, On: acknowledged, How: casework.Posted, To: "Asha Bell"}}}
	for point, finding := range findings {
		steps = append(steps, step{answered, casework.AnswerPoint{Point: point + 1, Finding: finding, Reasons: "The log shows it."}})
	}
	steps = append(steps, step{answered, casework.SentElsewhere{Kind: casework.Response, On: answered, How: casework.Posted, To: "Asha Bell"}})
	for _, s := range steps {
		if _, err := k.DoAs(by, s.on, id, s.act); err != nil {
			return answered, err
		}
	}
	return answered, nil
}

func complaintOn(received calendar.Date) casework.Record {
	return casework.Record{
		Received: received, Channel: casework.Counter, Answer: casework.Complain, Subject: "repairs", Story: "The boiler has no pressure.",
		Points: []string{"The boiler has no pressure", "Nobody came"}, Resident: casework.Person{Name: "Asha Bell"},
		Home: casework.Home{Lines: []string{"4 Example Road"}, Tenure: casework.Secure},
	}
}

// among picks k of n evenly: whether the i-th is one of them.
func among(i, n, k int) bool { return (i+1)*k/n > i*k/n }

// shows asks the command for a quarter's figures and compares them with those
// published, to their decimal places.
func (d *counter) shows(t *testing.T, want map[string]figureOf, args ...string) {
	t.Helper()
	_, figures := d.figures(t, args...)
	for id, w := range want {
		f, there := figures[id]
		switch {
		case !there || f.Value == nil:
			t.Errorf("%v: %s is not there", args, id)
		case math.Abs(*f.Value-w.value) > 0.5*math.Pow10(-w.places)+1e-9:
			t.Errorf("%v: %s is %v; published as %v", args, id, *f.Value, w.value)
		}
	}
}

func TestWestLancashiresHousingYearThroughTheActsGivesItsPublishedFigures(t *testing.T) {
	d := newCounter()
	d.published(t, reported{from: calendar.On(2023, 4, 2), over: 205,
		stage1: went{inTime: 230, late: 63, upheld: 167}, stage2: went{inTime: 22, late: 10, upheld: 19}})
	for _, homes := range []string{"5831", "5837", "5842"} {
		d.shows(t, map[string]figureOf{
			"ch01.stage1": {50.2, 1}, "ch01.stage2": {5.5, 1}, "ch02.stage1": {78.5, 1}, "ch02.stage2": {69, 0},
			"stage1.received.ytd": {293, 0}, "stage2.received.ytd": {32, 0}, "stage1.responded_late.ytd": {63, 0},
			"stage1.upheld.ytd": {57, 0}, "stage2.upheld.ytd": {59, 0}, "escalation.ytd": {10.9, 1},
		}, "--quarter", "2023-24Q4", "--homes", homes, "--today", "2024-04-20")
	}
	d.beyond(t, "ch01.stage1", figureOf{50.2, 1}, "2023-24Q4", "5830", "5843")
	if status := d.run("check"); status != 0 {
		t.Errorf("status %d: %s%s", status, &d.out, &d.err)
	}
}

// beyond makes sure that the interval of homes is the right one: a home fewer
// or more gives another figure.
func (d *counter) beyond(t *testing.T, id string, not figureOf, quarter string, homes ...string) {
	t.Helper()
	for _, n := range homes {
		_, figures := d.figures(t, "--quarter", quarter, "--homes", n)
		f := figures[id]
		if f.Value == nil || math.Abs(*f.Value-not.value) <= 0.5*math.Pow10(-not.places) {
			t.Errorf("over %s homes %s is %v; it should not round to %v", n, id, f.Value, not.value)
		}
	}
}

func TestWestLancashiresHousingQuarterThroughTheActsGivesItsPublishedFigures(t *testing.T) {
	d := newCounter()
	d.published(t, reported{from: calendar.On(2024, 4, 1), over: 20,
		stage1: went{inTime: 68, late: 6, upheld: 57}, stage2: went{inTime: 11, upheld: 9}})
	d.shows(t, map[string]figureOf{
		"stage1.received": {74, 0}, "stage1.responded_in_time": {92, 0}, "stage1.responded_in_time_with_extension": {92, 0}, "stage1.upheld": {77, 0},
		"stage2.received": {11, 0}, "stage2.responded_in_time": {100, 0}, "stage2.upheld": {82, 0},
	}, "--quarter", "2024-25Q1", "--today", "2024-07-05")
}

func TestWestLancashiresYearOfAllServicesThroughTheActsGivesItsPublishedFigures(t *testing.T) {
	d := newCounter()
	d.published(t, reported{from: calendar.On(2023, 4, 2), over: 205,
		stage1: went{inTime: 507, late: 97, upheld: 302}, stage2: went{inTime: 56, late: 16, upheld: 28}})
	d.shows(t, map[string]figureOf{
		"stage1.received.ytd": {604, 0}, "stage1.responded_in_time.ytd": {84, 0}, "stage1.upheld.ytd": {50, 0},
		"stage2.received.ytd": {72, 0}, "stage2.responded_in_time.ytd": {78, 0}, "stage2.upheld.ytd": {39, 0},
	}, "--quarter", "2023-24Q4", "--today", "2024-04-20")
}

func TestCCHAsHalfYearThroughTheActsGivesItsPublishedFigures(t *testing.T) {
	d := newCounter()
	d.published(t,
		reported{from: calendar.On(2025, 4, 1), over: 40,
			stage1: went{inTime: 60, late: 1, upheld: 49, mixed: 17}, stage2: went{inTime: 10, upheld: 5}},
		reported{from: calendar.On(2025, 7, 1), over: 35,
			stage1: went{inTime: 66, upheld: 53, mixed: 19}, stage2: went{inTime: 11, upheld: 5}})
	for _, homes := range []string{"7471", "7475", "7478"} {
		d.shows(t, map[string]figureOf{"stage1.received": {61, 0}, "stage1.per_1000": {8.16, 2}, "ch01.stage1": {8.16, 2}},
			"--quarter", "2025-26Q1", "--homes", homes, "--today", "2025-11-01")
		d.shows(t, map[string]figureOf{
			"stage1.received": {66, 0}, "stage1.per_1000": {8.83, 2}, "stage1.per_1000.ytd": {17, 0}, "ch01.stage1": {17, 0}, "escalation.ytd": {16.5, 1},
			"stage1.responded_in_time_with_extension.ytd": {99, 0}, "ch02.stage1": {99, 0},
			"stage1.upheld_all_points.ytd": {52, 0}, "stage1.upheld_some_points_not.ytd": {28, 0}, "stage1.not_upheld.ytd": {20, 0},
		}, "--quarter", "2025-26Q2", "--homes", homes, "--today", "2025-11-01")
	}
}
