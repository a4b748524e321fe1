package intake

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
)

func TestAMinuteIsReadAsItIsTyped(t *testing.T) {
	for text, want := range map[string]string{
		"18:20": "18:20", "18.20": "18:20", "1820": "18:20", "6.20pm": "18:20", "6:20 PM": "18:20", "6 pm": "18:00",
		"at 6.20 p.m.": "18:20", "about 09:05": "09:05", "905": "09:05", "12 am": "00:00", "12.30am": "00:30", "12pm": "12:00",
		"noon": "12:00", "midnight": "00:00", "0:00": "00:00", "23:59": "23:59",
		"24:00": "", "18:60": "", "13pm": "", "0 am": "", "6": "", "": "", "evening": "", "18:20:30": "", "-5": "",
	} {
		got := ""
		if minute, ok := minuteOf(text); ok {
			got = minuteWords(minuteOn(calendar.On(2026, time.November, 13), minute))
		}
		if got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

func TestTheHourThatSpringLeavesOutIsNoMinute(t *testing.T) {
	// On Sunday 29 March 2026 London's clocks go from 01:00 to 02:00.
	day := calendar.On(2026, time.March, 29)
	if at := minuteOn(day, 90); !at.IsZero() {
		t.Errorf("01:30 is %s", at)
	}
	if at := minuteOn(day, 150); !at.Equal(time.Date(2026, 3, 29, 1, 30, 0, 0, time.UTC)) {
		t.Errorf("02:30 in summer time is %s", at)
	}
}

func FuzzAMinuteIsOfItsDayOrNone(f *testing.F) {
	for _, text := range []string{"18:20", "6.20pm", "1820", "noon", "evening", "99:99", "٣", "6\x00pm", "  7 . 05 a.m. "} {
		f.Add(text, 20771)
	}
	f.Fuzz(func(t *testing.T, text string, days int) {
		minute, ok := minuteOf(text)
		if !ok {
			return
		}
		if minute < 0 || minute >= 24*60 {
			t.Fatalf("%q is minute %d", text, minute)
		}
		day := calendar.On(2026, time.January, 1).AddDays(days % 3660)
		if at := minuteOn(day, minute); !at.IsZero() && (calendar.Of(at) != day || at.In(calendar.London()).Hour()*60+at.In(calendar.London()).Minute() != minute) {
			t.Fatalf("%q on %s is %s", text, day, at)
		}
	})
}

func TestToWhomAndWhenIsAskedOnlyWhenItMatters(t *testing.T) {
	m := newOffice(t).filled(priya)
	if m.AsksTold() || m.AsksJob() {
		t.Error("a plain contact of today is asked to whom it was told")
	}
	m.Type(Received, "yesterday")
	if !m.AsksTold() || m.AsksJob() {
		t.Error("what was told yesterday is not asked to whom")
	}
	m.Type(Received, "today")
	m.Type(Story, "There is black mould in the bedroom.")
	if !m.AsksTold() || !m.AsksJob() {
		t.Error("a hazard asks neither to whom nor for the repairs job")
	}
}

func TestTheDayStaysADayWhereOnlyTheEveningIsKnown(t *testing.T) {
	// Friday 13 November 2026 is today: Friday evening was the 6th.
	for text, want := range map[string]calendar.Date{
		"Friday evening": calendar.On(2026, 11, 6), "on tuesday night": calendar.On(2026, 11, 10), "yesterday afternoon": calendar.On(2026, 11, 12),
		"this morning": calendar.On(2026, 11, 13), "last night": calendar.On(2026, 11, 12), "6 nov in the evening": calendar.On(2026, 11, 6),
		"some evening": {}, "evening all": {},
	} {
		m := newOffice(t).model(priya)
		m.Type(Received, text)
		if m.ReceivedOn() != want {
			t.Errorf("%q is %s, want %s", text, m.ReceivedOn(), want)
		}
	}
}

func TestAHazardIsSaidAtOnceWithItsMinute(t *testing.T) {
	o := newOffice(t)
	m := o.filled(priya)
	m.Type(Story, "There is a smell of gas in the hall and mould in the bedroom.")
	all := m.Hazards()
	if len(all) != 2 || all[0].Title != "Emergency hazard" || all[1].Title != "Damp and mould" {
		t.Fatalf("the hazards are %+v", all)
	}
	// Told at the counter at 10:00 on Friday 13 November: 24 hours end on
	// Saturday at 10:00; ten working days are 16 to 20 and 23 to 27 November.
	if !strings.HasSuffix(all[0].First, "10:00 on 14 November 2026") || !strings.HasPrefix(all[0].Sum, "24 hours after 10:00 on 13 November 2026") {
		t.Errorf("the emergency is %+v", all[0])
	}
	if !strings.HasSuffix(all[1].First, "27 November 2026") || !strings.HasPrefix(all[1].Sum, "10 working days after 13 November 2026") {
		t.Errorf("damp is %+v", all[1])
	}
	m.Type(ToldTo, "Steve the plumber")
	m.Type(ToldAt, "8.15")
	if got := m.Hazards()[0].First; !strings.HasSuffix(got, "08:15 on 14 November 2026") {
		t.Errorf("told at 8.15 it is %q", got)
	}
	m.Type(ToldAt, "this morning")
	if got := m.Hazards()[0]; !strings.HasSuffix(got.First, "the end of 13 November 2026") || !strings.Contains(got.Told, "only the day is known") {
		t.Errorf("told this morning it is %+v", got)
	}
	if next := m.Next(); !next[0].Hazard || next[0].Date != "Fri 13 Nov 2026" || len(next) != 5 {
		t.Errorf("what happens next is %+v", next)
	}
}

func TestThePlumberOnFridayEvening(t *testing.T) {
	// Recorded on Monday 16 November 2026, told to a plumber on Friday 13 at
	// 18:40: the 24 hours ended on Saturday at 18:40.
	o := newOffice(t)
	o.today, o.now = calendar.On(2026, 11, 16), time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC)
	m := o.filled(priya)
	m.Type(Story, "The socket is sparking.")
	m.Type(Received, "friday evening")
	m.Type(ToldAt, "6.40pm")
	m.Type(ToldTo, "Steve the plumber")
	m.Type(Job, "J-88123")
	m.Type(JobTold, "Sam in repairs")
	record(t, m)
	h := m.Done().Hazards[0]
	if !h.Told.Equal(time.Date(2026, 11, 13, 18, 40, 0, 0, time.UTC)) || h.Rough || h.ToldTo != "Steve the plumber" ||
		h.Job != "J-88123" || h.JobTold != "Sam in repairs" || !h.Clocks[0].By.Equal(time.Date(2026, 11, 14, 18, 40, 0, 0, time.UTC)) {
		t.Errorf("the hazard is %+v", h)
	}
	if len(m.DangerToDo()) != 0 || !m.DoneDates()[0].Hazard || !m.DoneDates()[0].Late {
		t.Errorf("still to do are %v, dates %+v", m.DangerToDo(), m.DoneDates())
	}
}

func TestAJobThatIsNotKnownStopsNothingAndIsListed(t *testing.T) {
	m := newOffice(t).filled(priya)
	m.Type(Story, "There is black mould in the bedroom.")
	record(t, m)
	if len(m.DangerToDo()) != 2 {
		t.Errorf("still to do are %v", m.DangerToDo())
	}
}

func TestAJobThatCannotBeKeptIsSaidAndTheContactStands(t *testing.T) {
	o := newOffice(t)
	m := o.filled(priya)
	m.Type(Story, "There is black mould in the bedroom.")
	m.Type(Job, "J-1")
	m.ReadBack()
	o.stuck = errors.New("the register's server does not answer")
	m.Record()
	if m.Page() != Recorded || !strings.Contains(m.LeftOver(), "The repairs job was not recorded") || len(o.drafts) != 0 {
		t.Errorf("page %d, %q, %d drafts", m.Page(), m.LeftOver(), len(o.drafts))
	}
}

func TestWhoWasToldIsKeptWhereThereIsNoHazard(t *testing.T) {
	m := newOffice(t).filled(priya)
	m.Type(Received, "yesterday")
	m.Type(Before, "I rang on Monday.")
	m.Type(ToldTo, "Steve the plumber")
	m.Type(ToldAt, "18:20")
	record(t, m)
	if got := m.Done().Before; got != "I rang on Monday.\nTold to Steve the plumber at 18:20." {
		t.Errorf("told before is %q", got)
	}
}

func TestATimeThatCannotBeIsSaidUnderItsField(t *testing.T) {
	for text, wrong := range map[string]bool{"25:00": true, "18:20": true /* later than now */, "9:30": false, "in the morning": false, "7": true} {
		m := newOffice(t).filled(priya)
		m.Type(Story, "There is black mould in the bedroom.")
		m.Type(ToldTo, "Sam")
		m.Type(ToldAt, text)
		m.ReadBack()
		if got := m.Wrong()[ToldAt]; (got != "") != wrong {
			t.Errorf("%q says %q", text, got)
		}
	}
}

func TestWordsPointAtTheQuestionAndAnswerNothing(t *testing.T) {
	for story, want := range map[string]string{
		"The boiler is off. Please send somebody.": "", "You said Saturday and nobody came.": "nobody came", "He didn’t turn up": "didnt turn up",
	} {
		m := newOffice(t).model(priya)
		m.SetAnswer(casework.ServiceOnly)
		m.Type(Story, story)
		hint := m.GrievanceHint()
		if (want == "") != (hint == "") || !strings.Contains(hint, want) {
			t.Errorf("%q says %q", story, hint)
		}
		if m.Answer() != casework.ServiceOnly || m.Grievance() != "" || m.GrievanceAnswer() != "" || len(m.Answers()) != 3 {
			t.Errorf("%q marked %q and %q", story, m.Answer(), m.Grievance())
		}
	}
}

func TestAServiceOnlyWithWordsOfReproachIsAskedAboutOnce(t *testing.T) {
	m := newOffice(t).filled(priya)
	m.SetAnswer(casework.ServiceOnly)
	if m.ReadBack() || len(m.Doubts()) != 1 || m.Doubts()[0].Field != Grievance {
		t.Fatalf("doubts are %v", m.Doubts())
	}
	m.SetGrievance(casework.NoGrievance)
	record(t, m)
	if m.Done().Kind != casework.ServiceRequest {
		t.Errorf("recorded is a %s", m.Done().Kind)
	}
}

func TestConductDelayAndADecisionAreNeverAServiceRequest(t *testing.T) {
	for _, g := range casework.Grievances() {
		m := newOffice(t).filled(priya)
		m.SetAnswer(casework.ServiceOnly)
		m.SetGrievance(g)
		if m.ReadBack() || m.Wrong()[Choice] == "" {
			t.Errorf("%s as a service request is not refused: %v", g, m.Wrong())
		}
		if slices.Contains(m.Answers(), casework.ServiceOnly) {
			t.Errorf("%s: a service request is offered", g)
		}
		m.SetAnswer(casework.Complain)
		if len(m.Wrong()) != 0 || !m.ReadBack() {
			t.Errorf("%s as a complaint is refused: %v", g, m.Wrong())
		}
	}
}

func TestNotTodayPrintsTheSlipAndIsCounted(t *testing.T) {
	o := newOffice(t)
	m := o.filled(priya)
	m.SetGrievance(casework.Delay)
	m.SetAnswer(casework.NotToday)
	if !strings.Contains(m.OfferLine(), "counted") {
		t.Errorf("the offer says %q", m.OfferLine())
	}
	record(t, m)
	c := m.Done()
	if c.Kind != casework.Information || c.Choice.By != priya.ID || len(o.slips) != 1 || len(o.receipts) != 0 || !strings.Contains(m.DoneOffer(), "counted") {
		t.Errorf("%s by %d with %d slips, %q", c.Kind, c.Choice.By, len(o.slips), m.DoneOffer())
	}
}
