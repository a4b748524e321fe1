package demo

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"

	"github.com/google/go-cmp/cmp"
)

// memory keeps a demonstration office in memory, deciding every act for real.
type memory struct {
	t      *testing.T
	m      casework.Moment
	cases  []casework.Case
	number map[string]int
}

// sound fails on a case that breaks a rule.
func (k *memory) sound(c casework.Case) {
	k.t.Helper()
	for _, fault := range casework.Faults(c) {
		k.t.Errorf("%s: %s", c.Reference, fault)
	}
}

func (k *memory) moment(on calendar.Date, by casework.Officer) casework.Moment {
	m := k.m
	m.Today, m.By = on, by
	m.Now = time.Date(on.Year(), on.Month(), on.Day(), 10, 0, 0, 0, calendar.London())
	return m
}

func (k *memory) Record(on calendar.Date, by casework.Officer, act casework.Recording) (casework.Case, error) {
	key := fmt.Sprint(act.Kind(), on.Year())
	k.number[key]++
	common := act.Common()
	common.ID, common.Reference = int64(len(k.cases)+1), casework.NewReference(act.Kind(), on.Year(), k.number[key])
	out, err := casework.Apply(casework.Case{}, act.WithCommon(common), k.moment(on, by))
	if err != nil {
		return casework.Case{}, err
	}
	out.Case.Version = 1
	k.sound(out.Case)
	k.cases = append(k.cases, out.Case)
	return out.Case, nil
}

func (k *memory) Do(on calendar.Date, by casework.Officer, id int64, act casework.Act) (casework.Case, error) {
	out, err := casework.Apply(k.cases[id-1], act, k.moment(on, by))
	if err != nil {
		return casework.Case{}, err
	}
	out.Case.Version = k.cases[id-1].Version + 1
	k.sound(out.Case)
	k.cases[id-1] = out.Case
	return out.Case, nil
}

func (k *memory) Letter(on calendar.Date, by casework.Officer, c casework.Case, kind casework.LetterKind, about int) (casework.Case, error) {
	return k.Do(on, by, c.ID, casework.MakeLetter{Kind: kind, About: about, Dated: on, Document: fmt.Sprintf("%d-%s", c.ID, kind), Pages: 1})
}

func (k *memory) RecordFrom(on calendar.Date, by casework.Officer, act casework.Record, from casework.Case, kind casework.LinkKind) (casework.Case, error) {
	act.From = casework.Link{Case: from.ID, Reference: from.Reference, Kind: kind}
	c, err := k.Record(on, by, act)
	if err != nil {
		return c, err
	}
	_, err = k.Do(on, by, from.ID, casework.LinkTo{Case: c.ID, Reference: c.Reference, Kind: casework.Opposite(kind)})
	return c, err
}

func (k *memory) Evidence(on calendar.Date, by casework.Officer, id int64, act casework.AddEvidence, content []byte) (casework.Case, error) {
	var err error
	if act.Type, err = casework.EvidenceType(act.File, content); err != nil {
		return casework.Case{}, err
	}
	sum := sha256.Sum256(content)
	act.Size, act.Document = len(content), hex.EncodeToString(sum[:])
	return k.Do(on, by, id, act)
}

var today = calendar.On(2026, 11, 13)

func office(t *testing.T, cases int, seed uint64) []casework.Case {
	t.Helper()
	policies, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	staff := Officers(1)
	for i := range staff {
		staff[i].ID = int64(i + 1)
	}
	keep := &memory{t: t, number: map[string]int{}, m: casework.Moment{Policies: policies, Holidays: calendar.England(),
		Officer: func(id int64) (casework.Officer, bool) {
			if id < 1 || id > int64(len(staff)) {
				return casework.Officer{}, false
			}
			return staff[id-1], true
		}}}
	err = Make(context.Background(), Plan{
		Cases: cases, Seed: seed, Today: today, Policies: policies, Holidays: keep.m.Holidays,
		Officers: staff, Homes: Homes(200, seed), LastReal: 20, Batch: func(do func(Keeper) error) error { return do(keep) },
	})
	if err != nil {
		t.Fatal(err)
	}
	return keep.cases
}

func TestAnOfficeIsBelievable(t *testing.T) {
	cases := office(t, 600, 1)
	if len(cases) != 600 {
		t.Fatalf("made %d cases", len(cases))
	}
	var earlier, complaints, stage2, open, late, upheld, answered, withMoney, promises, repeat int
	people := map[string]int{}
	for _, c := range cases {
		people[c.Resident.Tenancy]++
		if people[c.Resident.Tenancy] == 2 {
			repeat++
		}
		if c.Kind != casework.Complaint {
			continue
		}
		complaints++
		if c.PolicyName() == "earlier" {
			earlier++
		}
		s := c.Stages[0]
		stage2 += len(c.Stages) - 1
		switch {
		case s.Responded.IsZero():
			open++
		default:
			answered++
			if s.Responded.After(s.Due().Due) {
				late++
			}
			if s.Outcome == casework.Upheld {
				upheld++
			}
		}
		if c.Redress.Total() > 0 {
			withMoney++
		}
		promises += len(c.Promises)
	}
	for name, got := range map[string][3]int{
		"complaints among 600": {complaints, 400, 580}, "under the earlier policy": {earlier, 10, 200}, "at stage 2": {stage2, 15, 100},
		"open": {open, 20, 120}, "answered late": {late, 15, 100}, "upheld of the answered": {upheld * 100 / answered, 45, 90},
		"with money": {withMoney, 50, 300}, "promises": {promises, 100, 500}, "complained again": {repeat, 20, 200},
	} {
		if got[0] < got[1] || got[0] > got[2] {
			t.Errorf("%s: %d, want %d to %d", name, got[0], got[1], got[2])
		}
	}
}

func TestTheSamePlanMakesTheSameOffice(t *testing.T) {
	if diff := cmp.Diff(office(t, 60, 7), office(t, 60, 7), cmp.AllowUnexported(calendar.Date{})); diff != "" {
		t.Error(diff)
	}
	if cmp.Equal(office(t, 60, 7), office(t, 60, 8), cmp.AllowUnexported(calendar.Date{})) {
		t.Error("another seed made the same office")
	}
}

func TestNobodyInItCanBeReached(t *testing.T) {
	for _, row := range Homes(500, 3) {
		for _, number := range row.Given.Telephones {
			if !strings.HasPrefix(number, "07700 900") {
				t.Errorf("%s is not a number kept for drama", number)
			}
		}
		if e := row.Given.Email; e != "" && !strings.HasSuffix(e, "@example.org") {
			t.Errorf("%s may be somebody's", e)
		}
	}
	if !strings.Contains(Settings().Landlord, "demonstration") {
		t.Error("the landlord's name does not say that it is a demonstration")
	}
}

func TestEveryStoryHasItsAnswers(t *testing.T) {
	policies, err := policy.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range policies.Policies() {
		for _, s := range stories {
			if len(s.reasons) != len(s.points) {
				t.Errorf("%q has %d points and %d reasons", s.told, len(s.points), len(s.reasons))
			}
			if _, ok := p.Subject(s.subject); !ok {
				t.Errorf("the %s policy has no subject %q", p.Name, s.subject)
			}
		}
	}
	current, _ := policies.Named("current")
	for _, s := range stories {
		if !hasRemedy(current, s.remedy) {
			t.Errorf("there is no remedy %q", s.remedy)
		}
	}
}
