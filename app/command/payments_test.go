package command

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
	"casebook/data/register"
)

// withMoney records a complaint whose resident was offered £75.00 and £45.00 on
// 20 July 2026 and accepted both that day; the first was paid on the 22nd.
func (d *counter) withMoney(t *testing.T) {
	t.Helper()
	d.withRegister(t, plainSettings(), "")
	opened, err := d.session(t, globals{}).open()
	if err != nil {
		t.Fatal(err)
	}
	july := func(day int) calendar.Date { return calendar.On(2026, time.July, day) }
	err = opened.Batch(context.Background(), opened.officer, func(b *register.Batch) error {
		made, err := b.Record(july(6), casework.Record{
			Received: july(6), Channel: casework.Counter, Answer: casework.Complain, Subject: "repairs", Story: "The boiler has no pressure.",
			Resident: casework.Person{Name: "Asha Bell"}, Home: casework.Home{Lines: []string{"4 Example Road"}, Tenure: casework.Secure},
		})
		if err != nil {
			return err
		}
		for _, step := range []struct {
			on  calendar.Date
			act casework.Act
		}{
			{july(8), casework.SentElsewhere{Kind: casework.Acknowledgement, On: july(8), How: casework.Posted, To: "Asha Bell"}},
			{july(8), casework.Assign{To: opened.officer.ID}},
			{july(20), casework.AnswerPoint{Point: made.Case.Points[0].ID, Finding: casework.Upheld, Reasons: "We were late."}},
			{july(20), casework.OfferRedress{Input: redress.Judge("delay", "service-failure", 7500, "Nine days without heating.")}},
			{july(20), casework.OfferRedress{Input: redress.Input{Kind: redress.Spent, Title: "Fan heater", Reason: "utilities", Cost: redress.Cost{Sum: 4500, On: july(7)}}}},
			{july(20), casework.Propose{}},
			{july(20), casework.SentElsewhere{Kind: casework.Response, On: july(20), How: casework.Posted, To: "Asha Bell"}},
			{july(20), casework.AnswerOffer{On: july(20), Answer: casework.AcceptedAll, Said: "By telephone"}},
			{july(22), casework.Pay{Lines: []int{1}, Sum: 7500, On: july(22), Method: casework.BankTransfer, Reference: "BACS 117"}},
		} {
			if _, err := b.Do(step.on, made.Case.ID, step.act); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := opened.Close(); err != nil {
		t.Fatal(err)
	}
}

// paymentsAnswer is what payments --json promises other programs.
type paymentsAnswer struct {
	Landlord string `json:"landlord"`
	Today    string `json:"today"`
	From     string `json:"from"`
	To       string `json:"to"`
	ToPay    []struct {
		Reference, Resident, For, Head, Since, Due string
		Sum, Days                                  int
	} `json:"to_pay"`
	Paid []struct {
		Reference, Resident, On, Method, Officer string
		For                                      []string
		Sum                                      int
		Theirs                                   string `json:"payment_reference"`
	} `json:"paid"`
}

func (d *counter) payments(t *testing.T, args ...string) paymentsAnswer {
	t.Helper()
	if status := d.run(append([]string{"payments", "--json"}, args...)...); status != 0 {
		t.Fatalf("status %d: %s", status, &d.err)
	}
	var answer paymentsAnswer
	if err := json.Unmarshal(d.out.Bytes(), &answer); err != nil {
		t.Fatalf("%v in %s", err, &d.out)
	}
	return answer
}

func TestFinanceIsToldWhatIsOwedAndWhatWasPaid(t *testing.T) {
	d := newCounter()
	d.withMoney(t)
	// The computer's day is 21 November 2026: 124 days after 20 July.
	answer := d.payments(t, "--from", "1 7 2026", "--to", "31 7 2026")
	if answer.From != "2026-07-01" || answer.To != "2026-07-31" || len(answer.ToPay) != 1 || len(answer.Paid) != 1 {
		t.Fatalf("%+v", answer)
	}
	if o := answer.ToPay[0]; o.Resident != "Asha Bell" || o.For != "Fan heater" || o.Sum != 4500 || o.Since != "2026-07-20" || o.Days != 124 {
		t.Errorf("to pay: %+v", o)
	}
	if p := answer.Paid[0]; p.Sum != 7500 || p.On != "2026-07-22" || p.Theirs != "BACS 117" || len(p.For) != 1 || p.Method != "bank transfer" {
		t.Errorf("paid: %+v", p)
	}
	if answer := d.payments(t); len(answer.ToPay) != 1 || len(answer.Paid) != 0 || answer.From != "2026-11-01" || answer.To != "2026-11-21" {
		t.Errorf("this month: %+v", answer)
	}
	out := filepath.Join(t.TempDir(), "finance.xlsx")
	if status := d.run("payments", "--from", "1 7 2026", "--out", out); status != 0 || !strings.Contains(d.out.String(), "To pay: £45.00 (1)") ||
		!strings.Contains(d.out.String(), "£75.00 (1)") {
		t.Errorf("status %d, %s %s", status, &d.out, &d.err)
	}
	if _, err := os.Stat(out); err != nil {
		t.Error(err)
	}
}

func TestPaymentsThatCannotBeListedAreRefused(t *testing.T) {
	d := newCounter()
	d.withMoney(t)
	folder := t.TempDir()
	for _, refused := range []struct {
		status int
		says   string
		args   []string
	}{
		{2, "say where to save", nil},
		{2, "named .xlsx", []string{"--out", filepath.Join(folder, "finance.csv")}},
		{2, "--from: 1 August 2026 is after 31 July 2026", []string{"--json", "--from", "1 8 2026", "--to", "31 7 2026"}},
		{2, "--to:", []string{"--json", "--to", "whenever"}},
		{1, "choose another folder", []string{"--out", filepath.Join(folder, "missing", "finance.xlsx")}},
	} {
		if status := d.run(append([]string{"payments"}, refused.args...)...); status != refused.status || !strings.Contains(d.err.String(), refused.says) {
			t.Errorf("%v gives status %d and says %q; want %d and %q", refused.args, status, &d.err, refused.status, refused.says)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("refused lists left %v, %v", left, err)
	}
}
