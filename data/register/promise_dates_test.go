package register

import (
	"errors"
	"testing"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
)

// TestTheOfficesOwnPromisesReachEveryAct: what the office says of petitions and
// of the days of a promise is in the rules of the next act, and only there.
func TestTheOfficesOwnPromisesReachEveryAct(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		o.clock.set(calendar.On(2026, 12, 1))
		petition := func() casework.Case {
			out, err := o.RecordPromised(o.ctx, o.manager, casework.RecordPetition{Signatures: 40, Record: casework.Record{
				Received: calendar.On(2026, 12, 1), Channel: casework.Counter, Resident: casework.Person{Name: "Grace Adeyemi"}, Story: "Mend the lights in the court.",
			}}, 0, "")
			if err != nil {
				t.Fatal(err)
			}
			return out.Case
		}
		save := func(change func(*casework.Settings)) error {
			s, err := o.Settings(o.ctx, o.manager)
			if err != nil {
				t.Fatal(err)
			}
			change(&s)
			_, err = o.SaveSettings(o.ctx, o.manager, s)
			return err
		}

		// Fifteen days from Tuesday 1 December are Wednesday 16; fifteen working
		// days end on Tuesday 22.
		first := petition()
		if err := save(func(s *casework.Settings) { s.PetitionWorking = true }); err != nil {
			t.Fatal(err)
		}
		second := petition()
		for _, d := range []struct {
			got  policy.Deadline
			want calendar.Date
		}{{first.Petition.InvestigateBy, calendar.On(2026, 12, 16)}, {second.Petition.InvestigateBy, calendar.On(2026, 12, 22)}} {
			if d.got.Due != d.want {
				t.Errorf("to be investigated by %s, want %s", d.got.Due, d.want)
			}
		}
		if first.Reference[0] != 'P' || second.Reference == first.Reference {
			t.Errorf("the references are %s and %s", first.Reference, second.Reference)
		}

		// A promise that ended on 30 November is no promise on 1 December.
		err := save(func(s *casework.Settings) {
			s.PromiseDates = []casework.PromiseDates{{Promise: "petition", Until: calendar.On(2026, 11, 30)}}
		})
		if err != nil {
			t.Fatal(err)
		}
		_, err = o.RecordPromised(o.ctx, o.manager, casework.RecordPetition{Signatures: 1, Record: casework.Record{
			Received: calendar.On(2026, 12, 1), Channel: casework.Counter, Story: "Again.",
		}}, 0, "")
		var refusal *casework.Refusal
		if !errors.As(err, &refusal) || refusal.Code != "ended" {
			t.Errorf("a petition after the promise ended: %v", err)
		}

		for name, dates := range map[string][]casework.PromiseDates{
			"no promise":             {{Promise: "kindness"}},
			"law":                    {{Promise: "right-to-repair", Until: calendar.On(2026, 12, 31)}},
			"over before it began":   {{Promise: "letter", From: calendar.On(2026, 2, 1), Until: calendar.On(2026, 1, 31)}},
			"the same promise twice": {{Promise: "letter"}, {Promise: "letter", Until: calendar.On(2026, 1, 31)}},
		} {
			err := save(func(s *casework.Settings) { s.PromiseDates = dates })
			if !errors.As(err, &refusal) || refusal.Code != "promise-dates" {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}
