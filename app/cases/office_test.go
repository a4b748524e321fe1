package cases

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// office is a real register with a few officers.
type office struct {
	*register.Register
	t     *testing.T
	today calendar.Date
	// helen sees everything; dan, ros and sam answer; priya is at the counter.
	helen, dan, ros, sam, priya casework.Officer
	fails                       error // what listing says, when not nil
	asked                       []register.View
}

// Cases is the register's, remembered and made to fail.
func (o *office) Cases(ctx context.Context, by casework.Officer, v register.View, after register.Cursor, limit int) (register.Page, error) {
	o.asked = append(o.asked, v)
	if o.fails != nil {
		return register.Page{}, o.fails
	}
	return o.Register.Cases(ctx, by, v, after, limit)
}

func day(text string) calendar.Date {
	d, err := calendar.ParseISO(text)
	if err != nil {
		panic(err)
	}
	return d
}

func newOffice(t *testing.T) *office {
	t.Helper()
	o := &office{t: t, today: day("2026-11-13")}
	now := func() time.Time { return time.Date(2026, 11, 13, 10, 0, 0, 0, time.UTC) }
	r, err := register.Create(context.Background(), filepath.Join(t.TempDir(), "office.casebook"), register.First{
		Settings: casework.Settings{Landlord: "Derby Homes"}, Office: casework.Office{Name: "Alvaston"},
		Officer: casework.Officer{Name: "Helen Marsh", Role: casework.Manager, Login: "helen", AllOffices: true},
	}, register.Options{Now: now, Today: func() calendar.Date { return o.today }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
	o.Register = r
	if o.helen, err = r.SignIn(context.Background(), "helen", ""); err != nil {
		t.Fatal(err)
	}
	o.dan, o.ros = o.officer("Dan Okafor", casework.Investigator), o.officer("Ros Castell", casework.Investigator)
	o.sam, o.priya = o.officer("Sam Pryce", casework.Investigator), o.officer("Priya Nair", casework.FrontDesk)
	return o
}

func (o *office) officer(name string, role casework.Role) casework.Officer {
	o.t.Helper()
	saved, err := o.SaveOfficer(context.Background(), o.helen,
		casework.Officer{Name: name, Role: role, Office: o.helen.Office, Login: name}, "")
	if err != nil {
		o.t.Fatal(err)
	}
	return saved
}

// contact is a complaint as the tests need it.
func contact(resident, story, street, received string, handler casework.Officer) casework.Record {
	return casework.Record{
		Received: day(received), Channel: casework.Counter, Handler: handler.ID, Answer: casework.Complain, Subject: "repairs",
		Resident: casework.Person{Name: resident}, Story: story, Wanted: "It put right.",
		Home: casework.Home{Lines: []string{street, "Derby"}, Postcode: "DE24 7QH"},
	}
}

func (o *office) record(acts ...casework.Record) []casework.Case {
	o.t.Helper()
	var all []casework.Case
	err := o.Batch(context.Background(), o.helen, func(b *register.Batch) error {
		for _, act := range acts {
			act.Office = o.helen.Office
			out, err := b.Record(act.Received, act)
			if err != nil {
				return err
			}
			all = append(all, out.Case)
		}
		return nil
	})
	if err != nil {
		o.t.Fatal(err)
	}
	return all
}

func (o *office) do(by casework.Officer, c casework.Case, on string, act casework.Act) casework.Case {
	o.t.Helper()
	var out casework.Result
	err := o.Batch(context.Background(), o.helen, func(b *register.Batch) error {
		var err error
		out, err = b.DoAs(by, day(on), c.ID, act)
		return err
	})
	if err != nil {
		o.t.Fatal(err)
	}
	return out.Case
}

// many are n complaints received on the working days before today, newest last.
func (o *office) many(n int) []casework.Case {
	o.t.Helper()
	acts := make([]casework.Record, n)
	from := day("2026-10-01")
	for i := range acts {
		acts[i] = contact(fmt.Sprintf("Resident %c%d", 'A'+i%26, i), "The bins were not emptied.", fmt.Sprintf("%d Ladywell Rise", i+1),
			from.AddDays(i*40/n).String(), o.dan)
	}
	return o.record(acts...)
}

// street is the office of the pictures: eight complaints, one of them at
// stage 2, one service request, one closed.
func (o *office) street() map[string]casework.Case {
	o.t.Helper()
	all := map[string]casework.Case{}
	for _, c := range o.record(
		contact("Leon Brackley", "Fence down since the July storm", "8 Tannery Row", "2026-10-13", o.sam),
		contact("Oliver Finch", "Bins not emptied", "3 Ladywell Rise", "2026-11-05", o.priya),
		contact("Aneta Kowalska", "Roof leak into bedroom", "19 Cloverfield Road", "2026-10-22", o.dan),
		contact("Samuel Idowu", "Rent account shows the wrong sum", "6 Foundry Gate", "2026-11-06", o.priya),
		contact("Paweł Zieliński", "Allocations letter to the wrong home", "27 Peartree Street", "2026-11-09", o.ros),
		contact("Hannah Voss", "Service charge not explained", "15 Foundry Gate", "2026-11-12", casework.Officer{}),
		contact("", "Parking permits", "71 Harebell Court", "2026-11-13", casework.Officer{}),
		contact("Nasreen Akhtar", "Moved with no notice of works", "52 Silkweaver Way", "2026-09-01", o.sam),
	) {
		all[c.Resident.Name] = c
	}
	request := contact("Joan Pickard", "Wants a new bin", "1 Tannery Row", "2026-11-10", casework.Officer{})
	request.Answer = casework.ServiceOnly
	all["Joan Pickard"] = o.record(request)[0]
	for _, name := range []string{"Leon Brackley", "Aneta Kowalska"} {
		all[name] = o.do(o.dan, all[name], "2026-10-27", casework.SentElsewhere{Kind: casework.Acknowledgement, On: day("2026-10-27"), How: casework.Posted, To: name})
	}
	n := all["Nasreen Akhtar"]
	n = o.do(o.sam, n, "2026-09-03", casework.SentElsewhere{Kind: casework.Acknowledgement, On: day("2026-09-03"), How: casework.Posted, To: "Nasreen Akhtar"})
	n = o.do(o.sam, n, "2026-09-10", casework.AnswerPoint{Point: 1, Finding: casework.Upheld, Reasons: "No notice was given."})
	n = o.do(o.sam, n, "2026-09-14", casework.SentElsewhere{Kind: casework.Response, On: day("2026-09-14"), How: casework.Posted, To: "Nasreen Akhtar"})
	all["Nasreen Akhtar"] = o.do(o.sam, n, "2026-11-02", casework.AskStage2{On: day("2026-11-02"), Handler: o.ros.ID})
	return all
}
