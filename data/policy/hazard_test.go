package policy

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"casebook/data/calendar"
)

func TestWordsOpenAHazard(t *testing.T) {
	set := shipped(t)
	for _, c := range []struct{ text, hazard, word string }{
		{"There is black mould over my daughter's bed.", "damp-mould", "mould"},
		{"MOULDY wallpaper", "damp-mould", "mouldy"},
		{"Black  spots\non the ceiling", "damp-mould", "black spot"},
		{"a kind of fungus by the bath", "damp-mould", "fungus"},
		{"The flat's damp, and nobody came.", "damp-mould", "damp"},
		{"It isn't the damp but the cold", "damp-mould", "damp"},
		{"There is a smell of gas in the hall.", "emergency", "smell of gas"},
		{"Smells of gas in the kitchen", "emergency", "smell of gas"},
		{"The carbon-monoxide alarm goes off", "emergency", "carbon monoxide"},
		{"Sparks come from the socket", "emergency", "spark"},
		{"The ceiling collapsed. There is mould too", "emergency", "ceiling collapsed"},
		{"no water since yesterday", "emergency", "no water"},
		{"Exposed wires in the hall", "emergency", "exposed wire"},
		{"No heating since Friday and we have a newborn", "emergency", "no heating, newborn"},
		{"Mould everywhere. My son can’t breathe at night", "emergency", "mould, cant breathe"},

		{"Heating and hot water off since last Friday.", "", ""},
		{"No heating since 6 November.", "", ""},
		{"no hot water", "", ""},
		{"There is no damp here and no mould, only noise.", "", ""},
		{"The party was a damp squib, wiped up with a damp cloth", "", ""},
		{"You have had a flood of calls; I was flooded with letters", "", ""},
		{"Paul Moulding of Dampier Street", "", ""},
		{"The gas engineer was a bright spark", "", ""},
		{"I wrote about water. Smell. Of gas I said nothing", "", ""},
		{"no damp. Mould there is", "damp-mould", "mould"},
		{"no damp, nothing at all", "", ""},
		{"We were promised a survey and no damp inspection was ever done", "damp-mould", "damp"},
		{"No mould treatment since March", "damp-mould", "mould"},
		{"There has never been a gas leak. Nor is there", "emergency", "gas leak"}, // one too many
		{"", "", ""},
	} {
		h, word, ok := set.HazardIn(c.text)
		if h.ID != c.hazard || word != c.word || ok != (c.hazard != "") {
			t.Errorf("%q opens %q by %q, want %q by %q", c.text, h.ID, word, c.hazard, c.word)
		}
	}
	if all := set.HazardsIn("The ceiling fell and there is mould behind it"); len(all) != 2 || all[0].Hazard.ID != "emergency" || all[1].Word != "mould" {
		t.Errorf("a ceiling down and mould are two hazards, the more urgent first: %v", all)
	}
}

func TestWordsShowDissatisfaction(t *testing.T) {
	set := shipped(t)
	for _, c := range []struct{ text, word string }{
		{"I am FED UP with this", "fed up"},
		{"Still waiting for the plumber", "still waiting"},
		{"Nobody came on Saturday", "nobody came"},
		{"he was rude to me", "rude"},
		{"This is the third time I ring", "third time"},
		{"I want to complain", "complain"},
		{"My complaints were lost", "complaint"},
		{"They didn’t turn up", "didnt turn up"},
		{"Please mend the tap", ""},
		{"No complaint at all, only a question", ""},
		{"Prudence Rudeman asks about her rent", ""},
		{"", ""},
	} {
		if word, yes := set.Dissatisfied(c.text); word != c.word || yes != (c.word != "") {
			t.Errorf("%q: %q, want %q", c.text, word, c.word)
		}
	}
}

func instant(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// Each row's days are counted by hand. In 2026 Good Friday is 3 April and
// Easter Monday 6 April; Christmas Day is a Friday, Monday 28 December stands
// in for Boxing Day, and 1 January 2027 is a Friday.
func TestAHazardHasItsTimes(t *testing.T) {
	set, h := shipped(t), calendar.England()
	for _, c := range []struct {
		name, kind, told, investigated string
		want                           map[Act]string // in UTC
	}{
		{
			// 27 March=1 30=2 31=3 1 April=4 2=5 7=6 8=7 9=8 10=9 13=10; from
			// Monday 13 April three days are 16, five are 20, twelve weeks 6 July.
			"over Easter, not looked at yet", "damp-mould", "2026-03-26T10:40:00Z", "",
			map[Act]string{HazardInvestigate: "2026-04-13T22:59:00Z", HazardSummary: "2026-04-16T22:59:00Z?",
				HazardMakeSafe: "2026-04-20T22:59:00Z?", HazardWorks: "2026-07-06T22:59:00Z?"},
		},
		{
			// Looked at on Thursday 2 April: 7=1 8=2 9=3 10=4 13=5; twelve weeks
			// end on Thursday 25 June.
			"looked at before Easter", "damp-mould", "2026-03-26T10:40:00Z", "2026-04-02",
			map[Act]string{HazardInvestigate: "2026-04-13T22:59:00Z", HazardSummary: "2026-04-09T22:59:00Z",
				HazardMakeSafe: "2026-04-13T22:59:00Z", HazardWorks: "2026-06-25T22:59:00Z"},
		},
		{
			// Saturday 26 December is day 0: 29=1 30=2 31=3 4=4 5=5 6=6 7=7 8=8 11=9 12=10.
			"told on Boxing Day, a Saturday", "damp-mould", "2026-12-26T16:00:00Z", "2027-01-12",
			map[Act]string{HazardInvestigate: "2027-01-12T23:59:00Z", HazardSummary: "2027-01-15T23:59:00Z",
				HazardMakeSafe: "2027-01-19T23:59:00Z", HazardWorks: "2027-04-06T22:59:00Z"},
		},
		{
			// 22:30 in UTC is half past eleven of Wednesday 1 July in London: 2=1 3=2
			// 6=3 7=4 8=5 9=6 10=7 13=8 14=9 15=10.
			"half an hour before midnight", "damp-mould", "2026-07-01T22:30:00Z", "2026-07-02",
			map[Act]string{HazardInvestigate: "2026-07-15T22:59:00Z", HazardSummary: "2026-07-07T22:59:00Z",
				HazardMakeSafe: "2026-07-09T22:59:00Z", HazardWorks: "2026-09-24T22:59:00Z"},
		},
		{
			// An hour later it is Thursday: one working day more, Thursday 16.
			"half an hour after midnight", "damp-mould", "2026-07-01T23:30:00Z", "2026-07-02",
			map[Act]string{HazardInvestigate: "2026-07-16T22:59:00Z", HazardSummary: "2026-07-07T22:59:00Z",
				HazardMakeSafe: "2026-07-09T22:59:00Z", HazardWorks: "2026-09-24T22:59:00Z"},
		},
		{
			// Friday 18:20 and 24 hours: weekends count. Summary from Saturday 12
			// December: 14=1 15=2 16=3; twelve weeks end on Saturday 6 March.
			"a smell of gas on Friday evening", "emergency", "2026-12-11T18:20:00Z", "",
			map[Act]string{HazardEmergency: "2026-12-12T18:20:00Z", HazardSummary: "2026-12-16T23:59:00Z?", HazardWorks: "2027-03-06T23:59:00Z?"},
		},
		{
			// 14:30 on Saturday 28 March and 24 hours are 15:30 on Sunday, summer time.
			"the clocks go forward", "emergency", "2026-03-28T14:30:00Z", "2026-03-29",
			map[Act]string{HazardEmergency: "2026-03-29T14:30:00Z", HazardSummary: "2026-04-01T22:59:00Z", HazardWorks: "2026-06-21T22:59:00Z"},
		},
		{
			// 14:30 summer time on Saturday 24 October and 24 hours are 13:30 on Sunday.
			"the clocks go back", "emergency", "2026-10-24T13:30:00Z", "2026-10-25",
			map[Act]string{HazardEmergency: "2026-10-25T13:30:00Z", HazardSummary: "2026-10-28T23:59:00Z", HazardWorks: "2027-01-17T23:59:00Z"},
		},
	} {
		var investigated calendar.Date
		if c.investigated != "" {
			investigated, _ = calendar.ParseISO(c.investigated)
		}
		times := set.HazardTimes(c.kind, instant(t, c.told), investigated, h)
		if len(times) != len(c.want) {
			t.Errorf("%s: %d steps, want %d", c.name, len(times), len(c.want))
		}
		for _, got := range times {
			want, provisional := strings.CutSuffix(c.want[got.Deadline.Act], "?")
			if got.By.Format(time.RFC3339) != want || got.Deadline.Provisional != provisional {
				t.Errorf("%s: %s by %s, provisional %v; want %s", c.name, got.Deadline.Act, got.By.Format(time.RFC3339), got.Deadline.Provisional, c.want[got.Deadline.Act])
			}
			if got.Deadline.Due != calendar.Of(got.By) || len(got.Deadline.Working.Steps) == 0 || got.Deadline.Working.Due != got.Deadline.Due ||
				got.Deadline.Source == (Source{}) || got.Deadline.Policy != "hazards@1" {
				t.Errorf("%s: %s cannot be explained: %+v", c.name, got.Deadline.Act, got.Deadline)
			}
		}
	}
	if set.HazardTimes("draught", instant(t, "2026-07-01T12:00:00Z"), calendar.Date{}, h) != nil ||
		set.HazardTimes("emergency", time.Time{}, calendar.Date{}, h) != nil {
		t.Error("an unknown hazard, or one nobody was told of, has times")
	}
}

func TestTheLawCoversTenantsFromItsDay(t *testing.T) {
	first := calendar.On(2025, time.October, 27)
	all := shipped(t).Hazards()
	if len(all) != 2 {
		t.Fatalf("%d kinds of hazard, want 2", len(all))
	}
	for _, h := range all {
		if !h.InForceOn(first) || h.InForceOn(first.AddDays(-1)) {
			t.Errorf("%s is in force from %s, want %s", h.ID, h.From, first)
		}
		for tenure, want := range map[string]bool{
			"": true, "secure": true, "introductory": true, "assured": true, "other": true,
			"leasehold": false, "shared ownership": false, "temporary": false,
		} {
			if h.Covers(tenure) != want {
				t.Errorf("%s for the tenure %q: %v", h.ID, tenure, !want)
			}
		}
	}
}

func TestAFaultyHazardIsRefusedWithItsPlace(t *testing.T) {
	for _, c := range []struct{ name, old, new, says string }{
		{"no start", `from = "2025-10-27"`, "", `hazard "damp-mould": it needs`},
		{"no words", `words = ["damp"]`, "", `hazard "damp-mould": it needs`},
		{"an unknown name", `title = "Damp"`, "title = \"Damp\"\nspeed = 1", "means nothing here"},
		{"no source", "source = { law = \"regulations\" }\n[[", "[[", "source is missing"},
		{"no investigation", "hazard-investigate", "hazard-works", "there is no clock"},
		{"an unknown step", "[dissatis", clockOf("hazard-dance", "working days", "told", 1) + "[dissatis", "known act"},
		{"a step twice", "[dissatis", clockOf("hazard-investigate", "working days", "told", 1) + "[dissatis", "known act of its own"},
		{"no length", "days = 10", "days = 0", "not a length of time"},
		{"an unknown unit", "[dissatis", clockOf("hazard-works", "fortnights", "told", 1) + "[dissatis", "not a unit"},
		{"hours from a day", "[dissatis", clockOf("hazard-works", "hours", "investigation", 1) + "[dissatis", "hours run from"},
		{"a start of another clock", `from = "told"`, `from = "receipt"`, "there is no clock"},
		{"a later start of another clock", "[dissatis", clockOf("hazard-works", "weeks", "receipt", 1) + "[dissatis", "runs from"},
		{"half a pair", "[[hazard.clock]]", "[[hazard.pair]]\nwords = [\"x\"]\n[[hazard.clock]]", "both sides"},
		{"no dissatisfaction", `words = ["fed up"]`, "", "no words of dissatisfaction"},
		{"a ruling there is not", "regulations", "regulations\", ruling = \"99", "ruling"},
	} {
		text := strings.Replace(smallHazards, c.old, c.new, 1)
		if text == smallHazards {
			t.Fatalf("%s: nothing was spoilt", c.name)
		}
		_, err := Load(fstest.MapFS{
			"only.toml": {Data: []byte(small)}, "promises.toml": {Data: []byte(smallPromises)},
			"hazards.toml": {Data: []byte(text)}, "rulings.toml": {Data: []byte(smallRulings)}, "redress.toml": {Data: []byte(smallRedress)},
		})
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: got %v, which should say %q", c.name, err, c.says)
		}
	}
}

func clockOf(act, unit, from string, days int) string {
	return "[[hazard.clock]]\nact = \"" + act + "\"\ndays = " + string(rune('0'+days)) + "\nunit = \"" + unit + "\"\nfrom = \"" + from + "\"\nsource = { law = \"regulations\" }\n"
}
