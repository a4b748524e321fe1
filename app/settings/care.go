package settings

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"casebook/data/casework"
	"casebook/data/intake"
	"casebook/data/register"
)

// copyLayout is how a copy is named after its moment, in UTC.
const copyLayout = "casebook-20060102-150405.db"

// LastCopy is the newest copy in a folder. A copy has its name only once it
// was opened again and verified, so the name says when.
func LastCopy(folder string) (at time.Time, found bool) {
	names, err := filepath.Glob(filepath.Join(folder, "casebook-*.db"))
	if err != nil || folder == "" {
		return time.Time{}, false
	}
	for _, name := range names {
		if t, err := time.Parse(copyLayout, filepath.Base(name)); err == nil && t.After(at) {
			at, found = t, true
		}
	}
	return at, found
}

// BackupWords says how the office stands with its copies, for the status bar
// and the settings. Without a second place it reminds of one.
func BackupWords(folder string, now time.Time) (words string, well bool) {
	at, found := LastCopy(folder)
	switch {
	case folder == "":
		return "No second place for backups yet", false
	case !found:
		return "No backup yet", false
	}
	days := int(now.Sub(at).Hours()) / 24
	switch {
	case now.YearDay() == at.In(now.Location()).YearDay() && days == 0:
		return "Backup tested today " + at.In(now.Location()).Format("15:04"), true
	case days <= 7:
		return "Backup tested " + at.In(now.Location()).Format("Mon 2 Jan 15:04"), true
	}
	return fmt.Sprintf("Last backup %d days ago", days), false
}

// CopyWords says what a copy holds.
func CopyWords(b register.BackupReport) string {
	return fmt.Sprintf("Copied and checked: %s, %s and %s in %s (%.1f MB, %.0f seconds).",
		plural(b.Cases, "case", "cases"), plural(b.Entries, "history entry", "history entries"),
		plural(b.Documents, "letter", "letters"), filepath.Base(b.File), float64(b.Bytes)/(1<<20), b.Seconds)
}

// CheckWords says what a check found, in one line.
func CheckWords(r register.Report) (words string, well bool) {
	held := fmt.Sprintf("%s, %s and %s", plural(r.Cases, "case", "cases"),
		plural(r.Entries, "history entry", "history entries"), plural(r.Documents, "letter", "letters"))
	if len(r.Problems) == 0 {
		return "All is well: " + held + " agree with one another.", true
	}
	return fmt.Sprintf("%s among %s.", plural(len(r.Problems), "kind of problem", "kinds of problems"), held), false
}

// mostFile is the largest list that is read.
const mostFile = 200 << 20

// List is a housing list that was read and tried, and changes nothing yet.
type List struct {
	File    string
	Read    intake.Housing
	Outcome register.HousingReport
}

// TryList reads a housing list from a file and says what loading it would do.
func (m *Model) TryList(ctx context.Context, file string, progress func(done, total int)) (List, error) {
	info, err := os.Stat(file)
	switch {
	case err != nil:
		return List{}, &casework.Refusal{Code: "no-file", Field: "file", Reason: "There is no file " + file + ". Check the name"}
	case info.IsDir():
		return List{}, &casework.Refusal{Code: "folder", Field: "file", Reason: file + " is a folder. Enter the file of the list"}
	case info.Size() > mostFile:
		return List{}, &casework.Refusal{Code: "too-large", Field: "file", Reason: file + " is too large for a housing list. Check that it is the right file"}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return List{}, &casework.Refusal{Code: "unreadable", Field: "file", Reason: "You may not read " + file + ". Ask for the right to"}
	}
	l := List{File: file}
	if l.Read, err = intake.ReadHousing(filepath.Base(file), data, "", intake.Map{}); err != nil {
		return List{}, &casework.Refusal{Code: "list", Field: "file", Reason: sentence(err.Error())}
	}
	l.Outcome, err = m.reg.TryHousing(ctx, m.By, l.Read.Rows, progress)
	return l, err
}

// LoadList loads a list that was tried.
func (m *Model) LoadList(ctx context.Context, l List, progress func(done, total int)) (register.HousingReport, error) {
	return m.reg.LoadHousing(ctx, m.By, l.Read.Rows, progress)
}

// Counts says in one line what becomes of a list's lines.
func (l List) Counts() string {
	r := l.Outcome
	return fmt.Sprintf("%s: %d new, %d changed (%d moved), %d as before. %s no longer on the list: kept, and marked.",
		plural(r.Lines, "line", "lines"), r.New, r.Changed, r.Moved, r.Same, plural(r.Gone, "resident or home is", "residents and homes are"))
}

// Columns says how each column was understood.
func (l List) Columns() []string {
	var words []string
	for _, c := range l.Read.Columns {
		if c.Field == "" {
			words = append(words, "“"+c.Heading+"” is not used.")
			continue
		}
		words = append(words, fmt.Sprintf("“%s” is read as the %s.", c.Heading, c.Field))
	}
	return words
}

// Doubtful are the lines that are not loaded, and those that are and have a
// note, each in one sentence.
func (l List) Doubtful() []string {
	noted := map[int]bool{}
	for _, row := range l.Read.Rows {
		noted[row.Line] = len(row.Notes) > 0
	}
	var words []string
	say := func(v casework.LineVerdict) {
		words = append(words, fmt.Sprintf("Line %d, %s: %s. %s", v.Line, v.Reference, v.Verdict, strings.Join(v.Why, ". ")))
	}
	for _, v := range l.Read.Verdicts {
		say(v)
	}
	for _, v := range l.Outcome.Verdicts {
		if noted[v.Line] {
			say(v)
		}
	}
	return words
}
