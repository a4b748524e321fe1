package command

import (
	"archive/zip"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/register"
)

// withComplaints records three complaints through the acts: one acknowledged
// and answered in time, one answered late, one not yet acknowledged.
func (d *counter) withComplaints(t *testing.T) {
	t.Helper()
	own := plainSettings()
	own.Homes = 12500
	d.withRegister(t, own, "")
	opened, err := d.session(t, globals{}).open()
	if err != nil {
		t.Fatal(err)
	}
	july := func(day int) calendar.Date { return calendar.On(2026, time.July, day) }
	err = opened.Batch(context.Background(), opened.officer, func(b *register.Batch) error {
		for _, c := range []struct{ received, acknowledged, answered calendar.Date }{
			{july(6), july(8), july(20)}, {july(7), july(10), july(31)}, {july(9), calendar.Date{}, calendar.Date{}},
		} {
			made, err := b.Record(c.received, casework.Record{
				Received: c.received, Channel: casework.Counter, Answer: casework.Complain, Subject: "repairs", Story: "The boiler has no pressure.",
				Resident: casework.Person{Name: "Asha Bell"}, Home: casework.Home{Lines: []string{"4 Example Road"}, Tenure: casework.Secure},
			})
			if err != nil {
				return err
			}
			if c.acknowledged.IsZero() {
				continue
			}
			for _, step := range []struct {
				on  calendar.Date
				act casework.Act
			}{
				{c.acknowledged, casework.SentElsewhere{Kind: casework.Acknowledgement, On: c.acknowledged, How: casework.Posted, To: "Asha Bell"}},
				{c.acknowledged, casework.Assign{To: opened.officer.ID}},
				{c.answered, casework.AnswerPoint{Point: made.Case.Points[0].ID, Finding: casework.Upheld, Reasons: "We were late."}},
				{c.answered, casework.SentElsewhere{Kind: casework.Response, On: c.answered, How: casework.Posted, To: "Asha Bell"}},
			} {
				if _, err := b.Do(step.on, made.Case.ID, step.act); err != nil {
					return err
				}
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

// boardAnswer is what board --json promises other programs.
type boardAnswer struct {
	Quarter string   `json:"quarter"`
	From    string   `json:"from"`
	To      string   `json:"to"`
	CutOff  string   `json:"cut_off"`
	Homes   int      `json:"homes"`
	Seal    string   `json:"seal"`
	Figures []figure `json:"figures"`
}

type figure struct {
	ID          string   `json:"id"`
	Value       *float64 `json:"value"`
	Unit        string   `json:"unit"`
	Numerator   *int64   `json:"numerator"`
	Denominator *int64   `json:"denominator"`
	Cases       []string `json:"cases"`
}

func (d *counter) figures(t *testing.T, args ...string) (boardAnswer, map[string]figure) {
	t.Helper()
	if status := d.run(append([]string{"board", "--json"}, args...)...); status != 0 {
		t.Fatalf("status %d: %s", status, &d.err)
	}
	var answer boardAnswer
	if err := json.Unmarshal(d.out.Bytes(), &answer); err != nil {
		t.Fatalf("%v in %s", err, &d.out)
	}
	found := map[string]figure{}
	for _, f := range answer.Figures {
		found[f.ID] = f
	}
	return answer, found
}

func TestTheBoardsFiguresComeFromTheRegister(t *testing.T) {
	d := newCounter()
	d.withComplaints(t)
	answer, figures := d.figures(t, "--quarter", "2026-27Q2")
	if answer.Quarter != "2026-27Q2" || answer.From != "2026-07-01" || answer.To != "2026-09-30" || answer.Homes != 12500 ||
		len(answer.Seal) != 64 || answer.CutOff != "2026-11-21T23:30:00Z" {
		t.Errorf("the head is %+v", answer)
	}
	for id, want := range map[string]float64{
		"stage1.received": 3, "stage1.responded_in_time": 100.0 / 3, "stage1.acknowledged_in_time": 200.0 / 3, "stage1.overdue": 1,
		"stage1.upheld": 100, "ch01.stage1": 0.24, "ch02.stage1": 100.0 / 3, "stage1.subject.repairs": 3, "stage1.received.ytd": 3,
	} {
		f := figures[id]
		if f.Value == nil || *f.Value < want-1e-9 || *f.Value > want+1e-9 {
			t.Errorf("%s is %v; want %v", id, f.Value, want)
		}
	}
	if f := figures["stage2.upheld"]; f.Value != nil || f.Denominator == nil || *f.Denominator != 0 {
		t.Errorf("the outcomes of no answer are %+v", f)
	}
	if f := figures["stage1.overdue"]; len(f.Cases) != 1 || !strings.HasPrefix(f.Cases[0], "C-2026-0003-") {
		t.Errorf("overdue is %v", f.Cases)
	}
	_, again := d.figures(t, "--quarter", "2026/27 Q2", "--homes", "1000")
	if f := again["ch01.stage1"]; f.Value == nil || *f.Value != 3 {
		t.Errorf("over 1,000 homes CH01 is %v", f.Value)
	}
	if d.err.Len() > 0 {
		t.Errorf("it also said %s", &d.err)
	}
}

func TestTheBoardsWorkbookIsSavedWithItsSealOnRecord(t *testing.T) {
	d := newCounter()
	d.withComplaints(t)
	out := filepath.Join(t.TempDir(), "board.xlsx")
	if status := d.run("board", "--quarter", "2026-27Q2", "--out", out); status != 0 {
		t.Fatalf("status %d: %s", status, &d.err)
	}
	if !strings.Contains(d.out.String(), "Stage 1 answered in time, extensions included: 33.3% (1 of 3)") {
		t.Errorf("it says %s", &d.out)
	}
	_, seal, _ := strings.Cut(strings.TrimSpace(d.out.String()), "register seal ")
	if words := wordsOf(t, out); len(seal) != 64 || !strings.Contains(words, "Register seal: "+seal) || !strings.Contains(words, "Arden Homes") {
		t.Errorf("the workbook does not say the seal %q and whose it is", seal)
	}
	answer, _ := d.figures(t, "--quarter", "2026-27Q2")
	if answer.Seal == seal {
		t.Error("saving the report left nothing in the register's history")
	}
	left, err := os.ReadDir(filepath.Dir(out))
	if err != nil || len(left) != 1 {
		t.Errorf("beside the workbook stand %v, %v", left, err)
	}
}

// wordsOf reads the words of a workbook's cells.
func wordsOf(t *testing.T, path string) string {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	part, err := archive.Open("xl/sharedStrings.xml")
	if err != nil {
		t.Fatal(err)
	}
	words, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	return string(words)
}

func TestABoardReportThatCannotBeIsRefused(t *testing.T) {
	d := newCounter()
	d.withComplaints(t)
	folder := t.TempDir()
	for _, refused := range []struct {
		status int
		says   string
		args   []string
	}{
		{2, "say where to save", []string{"--quarter", "2026-27Q2"}},
		{2, "write it as 2026-27Q2", []string{"--quarter", "summer", "--json"}},
		{2, "named .xlsx", []string{"--quarter", "2026-27Q2", "--out", filepath.Join(folder, "board.pdf")}},
		{2, "not a number of homes", []string{"--quarter", "2026-27Q2", "--homes", "0", "--json"}},
		{1, "has not begun", []string{"--quarter", "2026-27Q4", "--json"}},
		{1, "choose another folder", []string{"--quarter", "2026-27Q2", "--out", filepath.Join(folder, "missing", "board.xlsx")}},
	} {
		if status := d.run(append([]string{"board"}, refused.args...)...); status != refused.status || !strings.Contains(d.err.String(), refused.says) || d.out.Len() > 0 {
			t.Errorf("%v gives status %d and says %q; want %d and %q", refused.args, status, &d.err, refused.status, refused.says)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("refused reports left %v, %v", left, err)
	}
}
