package redress

import (
	"errors"
	"slices"
	"testing"
	"time"

	"casebook/data/calendar"
)

func sep(d int) calendar.Date { return calendar.On(2026, time.September, d) }

// Lines as other rules make them: what counts here is what went in.
func paid(id int, in Input) Line {
	return Line{ID: id, Title: in.Title, Input: in, Sum: 1000, Also: in.Also}
}

func visits(days ...calendar.Date) Input {
	in := Input{Kind: Visits, Title: "Missed appointments"}
	for _, d := range days {
		in.Visits = append(in.Visits, Visit{On: d, Slot: Morning})
	}
	return in
}

func unheard(days ...calendar.Date) Input {
	in := Input{Kind: Letters, Title: "Letters"}
	for _, d := range days {
		in.Letters = append(in.Letters, Unheard{Received: d, Acknowledged: d.AddDays(10)})
	}
	return in
}

func judgedFor(reason string, from, until calendar.Date) Input {
	in := harm()
	in.Reason, in.Harm.From, in.Harm.Until = reason, from, until
	return in
}

func door(from, until calendar.Date) Input {
	return Input{Kind: DoorOut, Door: Door{From: from, Until: until}}
}

func mending(defect string, reported, done calendar.Date) Input {
	return Input{Kind: Repaired, Repair: Repair{Defect: defect, Reported: reported, Done: done}}
}

func numbered(id int, defect string, reported calendar.Date) Input {
	in := mending(defect, reported, sep(30))
	in.Repair.ID = id
	return in
}

func lost(tariff string, from, until calendar.Date) Input {
	in := judgedFor("facility", from, until)
	in.Harm.Lost = tariff
	return in
}

func bill(sum Pence, on calendar.Date) Input {
	return Input{Kind: Spent, Reason: "cleaning", Cost: Cost{sum, on}}
}

func meals(title string, each Pence, from, until calendar.Date) Input {
	return Input{Kind: Rated, Title: title, Reason: "meals", Rate: Rate{Count: 3, Unit: "meal", Each: each, From: from, Until: until}}
}

func running(watts int, from, until calendar.Date) Input {
	return Input{Kind: Powered, Reason: "utilities", Power: Power{Watts: watts, Hours: 1, Price: 1, From: from, Until: until}}
}

// One loss may be worked out in several ways.
func spentOn(title, reason string, on calendar.Date) Input {
	return Input{Kind: Spent, Title: title, Reason: reason, Cost: Cost{42000, on}}
}

func byDay(title string, from, until calendar.Date) Input {
	return Input{Kind: Rated, Title: title, Reason: "utilities", Rate: Rate{Count: 14, Unit: "day", Each: 162, From: from, Until: until}}
}

func named(title string, in Input) Input {
	in.Title, in.Reason = title, "utilities"
	return in
}

func order(referral, order int) Input {
	return Input{Kind: Ordered, Award: AwardedSum{Body: "housing", Referral: referral, Order: order, Sum: 1000}}
}

func item(title string, price Pence) Input {
	in := carpet()
	in.Title, in.Reason, in.Item.Replacement = title, "flooring", price
	return in
}

func TestAnItemsHeadIsPlainFromWhatItIs(t *testing.T) {
	r := under(t, "current")
	l := Ledger{worked(t, carpet(), r)}
	if l[0].Input.Reason != "" || l[0].Reason != "flooring" {
		t.Fatalf("%+v", l[0])
	}
	if err := CheckAlso(l, worked(t, spentOn("", "flooring", oct(3)), r)); err == nil {
		t.Error("a carpet is paid by its age and by the bill, and nobody decided that")
	}
}

func TestOneEventIsNotPaidTwice(t *testing.T) {
	none := calendar.Date{}
	outside := visits(sep(24))
	outside.Visits[0].Excluded = "access refused"
	shut := door(sep(1), sep(30))
	shut.Door.Excluded = "a third party"
	for _, c := range []struct {
		name string
		a, b Input
		want []string
	}{
		{"the same visit day", visits(sep(24), oct(15)), visits(oct(15)), []string{"the appointment on 15 October 2026"}},
		{"two visit days", visits(sep(24), oct(15)), visits(oct(15), sep(24)), []string{"the appointment on 24 September 2026", "the appointment on 15 October 2026"}},
		{"other visit days", visits(sep(24)), visits(sep(25)), nil},
		{"a visit that is excluded", outside, visits(sep(24)), nil},

		{"visits and inconvenience from visits", visits(sep(24)), judgedFor("visits", none, none), []string{"the appointment on 24 September 2026"}},
		{"on the first day of it", visits(sep(24)), judgedFor("visits", sep(24), sep(30)), []string{"the appointment on 24 September 2026"}},
		{"on the day before it", visits(sep(23)), judgedFor("visits", sep(24), sep(30)), nil},
		{"on its last day", visits(sep(30)), judgedFor("visits", sep(24), sep(30)), []string{"the appointment on 30 September 2026"}},
		{"on the day after it", visits(oct(1)), judgedFor("visits", sep(24), sep(30)), nil},
		{"visits and inconvenience from delay", visits(sep(24)), judgedFor("delay", none, none), nil},

		{"door entry and entryphone", door(sep(1), sep(30)), mending("entryphone", sep(30), oct(9)), []string{"the door entry from 1 September 2026"}},
		{"the entryphone a day later", door(sep(1), sep(30)), mending("entryphone", oct(1), oct(9)), nil},
		{"the entryphone mended the day before", door(sep(10), sep(30)), mending("entryphone", sep(1), sep(9)), nil},
		{"neither mended yet", door(sep(10), none), mending("entryphone", oct(1), none), []string{"the door entry from 10 September 2026"}},
		{"door entry and another defect", door(sep(1), sep(30)), mending("insecure", sep(1), sep(30)), nil},
		{"door entry that is excluded", shut, mending("entryphone", sep(1), sep(30)), nil},

		{"heating lost and its repair", lost("heating-and-hot-water", sep(1), sep(9)), mending(HeatingLoss, sep(9), sep(12)), []string{"the heating or hot water reported on 9 September 2026"}},
		{"one of the two, days not given", lost("heating-or-hot-water", none, none), mending("heating-winter", sep(1), none), []string{"the heating or hot water reported on 1 September 2026"}},
		{"heating lost before", lost("heating-and-hot-water", sep(1), sep(8)), mending(HeatingLoss, sep(9), sep(12)), nil},
		{"heating lost and the roof", lost("heating-and-hot-water", sep(1), sep(9)), mending("roof", sep(1), sep(9)), nil},
		{"power lost and its repair", lost("power", sep(1), sep(9)), mending("total-power", sep(1), sep(9)), []string{"the electric power reported on 1 September 2026"}},
		{"something else lost", lost("", sep(1), sep(9)), mending(HeatingLoss, sep(1), sep(9)), nil},

		{"a letter and poor handling", unheard(sep(1)), judgedFor("complaint-handling", none, none), []string{"the letter received on 1 September 2026"}},
		{"a letter and having to pursue it", unheard(sep(1)), judgedFor("pursuing", none, none), []string{"the letter received on 1 September 2026"}},
		{"a letter acknowledged on its first day", unheard(sep(1)), judgedFor("complaint-handling", sep(11), sep(30)), []string{"the letter received on 1 September 2026"}},
		{"a letter acknowledged the day before", unheard(sep(1)), judgedFor("complaint-handling", sep(12), sep(30)), nil},
		{"a letter and delay", unheard(sep(1)), judgedFor("delay", none, none), nil},
		{"the same letter", unheard(sep(1), sep(2)), unheard(sep(2)), []string{"the letter received on 2 September 2026"}},

		{"the same item by name", item("Sofa", 40000), item(" sofa", 50000), []string{"the same item"}},
		{"the same item by what it was", item("", 40000), item("Sofa", 40000), []string{"the same item"}},
		{"two items alike with two names", item("Left chair", 40000), item("Right chair", 40000), nil},
		{"two items without names", item("", 40000), item("", 40001), nil},

		{"the same bill", bill(8500, oct(3)), bill(8500, oct(3)), []string{"the bill of 3 October 2026"}},
		{"the same sum on another day", bill(8500, oct(3)), bill(8500, oct(4)), nil},
		{"another sum on that day", bill(8500, oct(3)), bill(8501, oct(3)), nil},
		{"two bills without a day", bill(8500, none), bill(8500, none), []string{"exactly the same"}},

		{"meals of the same days", meals("", 750, oct(1), oct(9)), meals("", 750, oct(9), oct(12)), []string{"the days from 9 October 2026"}},
		{"meals of the days after", meals("", 750, oct(1), oct(9)), meals("", 750, oct(10), oct(12)), nil},
		{"meals for two people by name", meals("Ann", 750, oct(1), oct(9)), meals("Bob", 750, oct(1), oct(9)), nil},
		{"two machines of one make", running(500, oct(1), oct(9)), running(500, oct(1), oct(9)), []string{"the days from 1 October 2026"}},
		{"two machines", running(500, oct(1), oct(9)), running(750, oct(1), oct(9)), nil},

		{"a carpet by its age and by the bill", item("Landing carpet", 42000), spentOn("landing carpet", "flooring", none), []string{"the same loss"}},
		{"a carpet and a bill for flooring", item("Landing carpet", 42000), spentOn("", "flooring", oct(3)), []string{"the same loss"}},
		{"a carpet and another bill by name", item("Landing carpet", 42000), spentOn("Fitting it", "flooring", oct(3)), nil},
		{"a carpet and a bill for cleaning", item("", 42000), spentOn("", "cleaning", oct(3)), nil},
		{"a machine by the day and by its watts", byDay("", oct(1), oct(14)), running(500, oct(14), oct(20)), []string{"the same loss"}},
		{"on the days after", byDay("", oct(1), oct(14)), running(500, oct(15), oct(20)), nil},
		{"two machines by name", byDay("Fan heater", oct(1), oct(14)), named("Dehumidifier", running(500, oct(1), oct(14))), nil},
		{"one by name, without its days", byDay("Dehumidifier", none, none), named("dehumidifier", running(500, oct(1), oct(14))), []string{"the same loss"}},
		{"neither named, without their days", byDay("", none, none), running(500, none, none), nil},
		{"meals by the bill and by the meal", spentOn("", "meals", oct(9)), meals("", 750, oct(1), oct(9)), []string{"the same loss"}},
		{"a bill on the day after", spentOn("", "meals", oct(10)), meals("", 750, oct(1), oct(9)), nil},

		{"one door twice", door(sep(1), sep(30)), door(sep(30), none), []string{"the door entry from 30 September 2026"}},
		{"the door again later", door(sep(1), sep(30)), door(oct(1), none), nil},
		{"one repair twice", mending("roof", sep(1), sep(9)), mending("roof", sep(1), sep(10)), []string{"the repair reported on 1 September 2026"}},
		{"the roof again", mending("roof", sep(1), sep(9)), mending("roof", sep(2), sep(9)), nil},
		{"one repair by its number", numbered(1, "roof", sep(1)), numbered(1, "roof", sep(2)), []string{"the repair reported on 2 September 2026"}},
		{"two repairs of one defect and day", numbered(1, "leaking-pipe", sep(1)), numbered(2, "leaking-pipe", sep(1)), nil},
		{"one with a number and one without", numbered(1, "roof", sep(1)), mending("roof", sep(1), sep(9)), []string{"the repair reported on 1 September 2026"}},
		{"one order twice", order(1, 2), order(1, 2), []string{"the same order of the ombudsman"}},
		{"two orders", order(1, 2), order(1, 3), nil},
		{"two referrals", order(1, 2), order(2, 2), nil},
		{"one judgement twice", harm(), harm(), []string{"exactly the same"}},
		{"a sum raised", harm(), judgedFor("visits", none, none), nil},
	} {
		for _, way := range []struct {
			name string
			a, b Line
		}{{"", paid(1, c.a), paid(2, c.b)}, {" the other way round", paid(1, c.b), paid(2, c.a)}} {
			var events []string
			for _, clash := range Clashes([]Line{way.a, way.b}) {
				if clash.First.ID != 1 || clash.Second.ID != 2 || clash.Why != "" {
					t.Errorf("%s%s: the clash is %+v", c.name, way.name, clash)
				}
				events = append(events, clash.Event)
			}
			want := slices.Sorted(slices.Values(c.want))
			if slices.Sort(events); !slices.Equal(events, want) {
				t.Errorf("%s%s: %q, want %q", c.name, way.name, events, want)
			}
			err := CheckAlso(Ledger{way.a}, paid(0, way.b.Input))
			if (err != nil) != (len(want) > 0) {
				t.Errorf("%s%s: adding the second gives %v", c.name, way.name, err)
			}
		}
	}
}

func TestALineThatPaysNothingIsAboutNoEvent(t *testing.T) {
	a, b := paid(1, visits(sep(24))), paid(2, visits(sep(24)))
	b.Sum = 0
	if c := Clashes([]Line{a, b}); len(c) != 0 {
		t.Errorf("found %+v", c)
	}
}

func TestOneLineWithOneEventTwice(t *testing.T) {
	for _, in := range []Input{visits(sep(24), oct(15), sep(24)), unheard(sep(24), sep(24))} {
		line := paid(0, in)
		if all := Clashes([]Line{line}); len(all) != 1 || all[0].First.Input.Kind != in.Kind {
			t.Errorf("%s: found %+v", in.Kind, all)
		}
		wantSameEvent(t, CheckAlso(nil, line))
		line.Also = "One in the morning and one in the afternoon"
		if err := CheckAlso(nil, line); err != nil {
			t.Errorf("decided, and still %v", err)
		}
	}
	// Two lines that are not numbered yet, at the counter, are two lines.
	if all := Clashes([]Line{paid(0, visits(sep(24))), paid(0, visits(oct(15)))}); len(all) != 0 {
		t.Errorf("two days: %+v", all)
	}
	if all := Clashes([]Line{paid(0, visits(sep(24))), paid(0, visits(sep(24)))}); len(all) != 1 {
		t.Errorf("one day in two lines: %+v", all)
	}
}

func wantSameEvent(t *testing.T, err error) {
	t.Helper()
	var p *Problem
	if !errors.As(err, &p) || p.Code != "same-event" || p.Field != "also" {
		t.Errorf("one event twice gives %v", err)
	}
}

func TestTheSameEventIsPaidTwiceOnlyByADecision(t *testing.T) {
	first := paid(1, visits(sep(24)))
	second := paid(0, judgedFor("visits", calendar.Date{}, calendar.Date{}))
	err := CheckAlso(Ledger{first}, second)
	wantSameEvent(t, err)
	if want := "Missed appointments pays for the appointment on 24 September 2026 already. Say why both are right, or leave one of them out"; err.Error() != want {
		t.Errorf("the refusal says %q", err)
	}
	second.Also = "The inconvenience is of nine further visits"
	if err := CheckAlso(Ledger{first}, second); err != nil {
		t.Errorf("with the reason: %v", err)
	}
	second.ID = 2
	if all := Clashes([]Line{first, second}); len(all) != 1 || all[0].Why != second.Also {
		t.Errorf("the decision is not said: %+v", all)
	}
}

func TestADecisionStandsWhenALineChanges(t *testing.T) {
	decided := judgedFor("visits", calendar.Date{}, calendar.Date{})
	decided.Also = "The inconvenience is of further visits"
	ledger := Ledger{paid(1, visits(sep(24))), paid(2, decided)}

	if err := CheckAlso(ledger, paid(1, visits(sep(24)))); err != nil {
		t.Errorf("the same line again: %v", err)
	}
	// A further day is a further event, and nobody has decided about it.
	wantSameEvent(t, CheckAlso(ledger, paid(1, visits(sep(24), oct(15)))))
	// The line that held the reason has none any more.
	wantSameEvent(t, CheckAlso(ledger, paid(2, judgedFor("visits", calendar.Date{}, calendar.Date{}))))
	// A new line is decided about by nobody, whatever another line says.
	wantSameEvent(t, CheckAlso(ledger, paid(0, visits(oct(15)))))
}
