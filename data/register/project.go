package register

import (
	"encoding/json"
	"slices"
	"strings"
	"time"
	"unicode"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// noDay stands where a case owes nothing: it sorts after every day.
const noDay = "9999-12-31"

// projection is everything kept beside a case's body so that lists, search and
// counts need not read it. project alone makes it; Check compares it with the
// rows.
type projection struct {
	columns  []any // of cases, in the order of caseColumns, without case_id
	access   []int64
	barred   []int64
	links    []int64
	stages   []stageRow
	duties   []dutyRow
	lines    []lineRow
	payments []paymentRow
	words    []string
}

type stageRow struct {
	stage                       int
	received, responded, closed string
	fact                        string
}

type dutyRow struct {
	number, clock, answer int
	soonest               int
	minute                string
	handler, cover        int64
	due, duty             string
	kind                  string
	coverFrom, coverUntil string
}

// longest is how much of a text a list shows, in characters.
const longest = 140

// caseColumns are the columns that a projection fills, in its order.
const caseColumns = `reference, draft, office, confidential, kind, stage, handler, subject,
	received, closed, due, due_kind, resident_id, home_id, block, resident, about, address,
	state, channel, ombudsman, choice, offered_by, offered_on, hazard, risk`

var columnNames = strings.FieldsFunc(caseColumns, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })

// project takes a case apart into the rows kept beside it.
func project(c casework.Case) (projection, error) {
	p, err := projectRows(c)
	p.words = caseWords(c)
	return p, err
}

// projectRows is project without the words, which few acts change.
func projectRows(c casework.Case) (projection, error) {
	p := projection{access: once(c.Access), barred: once(c.Barred), lines: lineRows(c), payments: paymentRows(c)}
	for _, l := range c.Links {
		p.links = append(p.links, l.Case)
	}
	p.links = once(p.links)
	duties := casework.Duties(c)
	next := soonest(duties)
	for i, d := range duties {
		body, err := json.Marshal(d)
		if err != nil {
			return p, err
		}
		p.duties = append(p.duties, dutyRow{
			number: i + 1, clock: truth(d.Kind.Timed()), answer: truth(d.Kind == casework.DutyRespond),
			handler: d.Handler, due: dueText(d.Due), duty: string(body),
			kind: string(d.Kind), cover: d.Cover, coverFrom: d.From.String(), coverUntil: d.Until.String(),
			soonest: truth(i == slices.Index(duties, next)), minute: minuteText(d.At),
		})
	}
	for _, f := range casework.Facts(c) {
		body, err := json.Marshal(f)
		if err != nil {
			return p, err
		}
		p.stages = append(p.stages, stageRow{f.Stage, f.Received.String(), f.Responded.String(), f.Closed.String(), string(body)})
	}
	p.columns = []any{
		string(c.Reference), c.Draft, c.Office, truth(c.Confidential), string(c.Kind), c.StageNumber(), c.HandledBy(), clip(c.Subject, longest),
		c.Received.String(), c.Closed.String(), dueText(next.Due), string(next.Kind),
		c.ResidentID, c.HomeID, clip(c.Home.Block, longest), c.Resident.Name, about(c), address(c.Home),
		string(stateOf(c)), string(c.Channel), truth(beforeOmbudsman(c)), string(c.Choice.Answer), c.Choice.By, c.Choice.On.String(),
		truth(slices.ContainsFunc(duties, isHazard)), string(next.Risk),
	}
	return p, nil
}

// once is a list of ids in order, each once.
func once(ids []int64) []int64 {
	sorted := slices.Clone(ids)
	slices.Sort(sorted)
	return slices.Compact(sorted)
}

// soonest is the next duty that the policy, the law or an ombudsman times, or
// else the next that we set ourselves: what a list shows as due.
func soonest(duties []casework.Duty) casework.Duty {
	var next casework.Duty
	for _, d := range duties {
		timed, had := d.Kind.Timed(), next.Kind.Timed()
		if next.Kind == "" || timed && !had || timed == had && d.Due.Before(next.Due) {
			next = d
		}
	}
	return next
}

func isHazard(d casework.Duty) bool { return d.Kind == casework.DutyHazard }

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// noMinute stands where a day is owed and not a minute: it sorts after every
// minute.
const noMinute = "~"

func minuteText(at time.Time) string {
	if at.IsZero() {
		return noMinute
	}
	return at.UTC().Format(time.RFC3339)
}

func dueText(d calendar.Date) string {
	if d.IsZero() {
		return noDay
	}
	return d.String()
}

// day reads a kept day; empty and noDay are no day.
func day(text string) (calendar.Date, error) {
	if text == "" || text == noDay {
		return calendar.Date{}, nil
	}
	return calendar.ParseISO(text)
}

// about is a case in one line: its first point, or the start of its story.
func about(c casework.Case) string {
	text := c.Story
	if len(c.Points) > 0 {
		text = c.Points[0].Text
	}
	line := strings.Join(strings.Fields(text), " ")
	if short := clip(line, longest-1); short != line {
		return short + "…"
	}
	return line
}

// clip is the start of a text, at most so many characters long.
func clip(text string, most int) string {
	if len(text) <= most {
		return text
	}
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most])
	}
	return text
}

func address(h casework.Home) string {
	lines := slices.Clone(h.Lines)
	if h.Postcode != "" {
		lines = append(lines, h.Postcode)
	}
	return strings.Join(lines, ", ")
}

// insertCase writes a new case and all that stands beside it.
func (w *work) insertCase(c casework.Case) error {
	p, err := project(c)
	if err != nil {
		return err
	}
	body, err := json.Marshal(c)
	if err != nil {
		return err
	}
	err = w.exec(`INSERT INTO cases (case_id, `+caseColumns+`, changed)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
		$21, $22, $23, $24, $25, $26, $27, $28)`,
		append(append([]any{c.ID}, p.columns...), w.now.Format(time.RFC3339))...)
	if err != nil {
		return err
	}
	if err := w.exec(`INSERT INTO bodies (case_id, body, undo) VALUES ($1, $2, '')`, c.ID, string(body)); err != nil {
		return err
	}
	return w.writeBeside(c, projection{}, p)
}

// updateCase writes a changed case, and beside it only what changed. It keeps
// nothing to take the change back with.
func (w *work) updateCase(before, after casework.Case) error {
	return w.replaceCase(before, after, `''`)
}

// replaceCase is updateCase with what undo becomes, as SQL.
func (w *work) replaceCase(before, after casework.Case, undo string) error {
	old, err := projectRows(before)
	if err != nil {
		return err
	}
	p, err := projectRows(after)
	if err != nil {
		return err
	}
	if !sameWords(before, after) {
		old.words, p.words = caseWords(before), caseWords(after)
	}
	body, err := json.Marshal(after)
	if err != nil {
		return err
	}
	if err := w.setColumns(after.ID, old.columns, p.columns); err != nil {
		return err
	}
	err = w.changeOne(`UPDATE bodies SET undo = `+undo+`, body = $1 WHERE case_id = $2`, string(body), after.ID)
	if err != nil {
		return err
	}
	if before.Office != after.Office || before.Confidential != after.Confidential {
		old.stages, old.duties, old.lines, old.payments = nil, nil, nil, nil // they carry both, so they are written again
		for _, table := range []string{"stages", "duties", "lines", "payments"} {
			if err := w.exec(`DELETE FROM `+table+` WHERE case_id = $1`, after.ID); err != nil {
				return err
			}
		}
	}
	return w.writeBeside(after, old, p)
}

// setColumns writes the columns of a case that are others than they were, and
// the instant where anything was done. A column that stays is not named: the
// indexes that have it are then left alone.
func (w *work) setColumns(id int64, old, now []any) error {
	var values arguments
	var sets []string
	if old != nil {
		sets = append(sets, "changed = "+values.add(w.now.Format(time.RFC3339)))
	}
	for i, value := range now {
		if old == nil || old[i] != value {
			sets = append(sets, columnNames[i]+" = "+values.add(value))
		}
	}
	query := `UPDATE cases SET ` + strings.Join(sets, ", ")
	return w.changeOne(query+` WHERE case_id = `+values.add(id), values.values...)
}

// writeBeside brings the rows beside a case from one projection to the next.
func (w *work) writeBeside(c casework.Case, old, p projection) error {
	confidential := truth(c.Confidential)
	for _, part := range []struct {
		table, id string
		old, now  []int64
	}{
		{"case_access", "officer", old.access, p.access}, {"case_barred", "officer", old.barred, p.barred}, {"case_links", "other", old.links, p.links},
	} {
		if err := w.writeIDs(part.table, part.id, c.ID, part.old, part.now); err != nil {
			return err
		}
	}
	if err := w.writeWords("words", "case_id", c.ID, old.words, p.words); err != nil {
		return err
	}
	if err := w.writeMoney(c, old, p); err != nil {
		return err
	}
	err := replaceRows(old.stages, p.stages, func(s stageRow) error {
		return w.changeOne(`DELETE FROM stages WHERE case_id = $1 AND stage = $2`, c.ID, s.stage)
	}, func(s stageRow) error {
		return w.exec(`INSERT INTO stages (case_id, stage, office, confidential, received, responded, closed, fact)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
			c.ID, s.stage, c.Office, confidential, s.received, s.responded, s.closed, s.fact)
	})
	if err != nil {
		return err
	}
	return replaceRows(old.duties, p.duties, func(d dutyRow) error {
		return w.changeOne(`DELETE FROM duties WHERE case_id = $1 AND number = $2`, c.ID, d.number)
	}, func(d dutyRow) error {
		return w.exec(`INSERT INTO duties (case_id, number, office, confidential, clock, answer, handler, due, duty,
			kind, cover, cover_from, cover_until, soonest, minute)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
			c.ID, d.number, c.Office, confidential, d.clock, d.answer, d.handler, d.due, d.duty,
			d.kind, d.cover, d.coverFrom, d.coverUntil, d.soonest, d.minute)
	})
}

// writeIDs brings the officers or cases named beside a case from one list to
// the next.
func (w *work) writeIDs(table, column string, of int64, old, now []int64) error {
	return replaceRows(old, now, func(id int64) error {
		return w.changeOne(`DELETE FROM `+table+` WHERE case_id = $1 AND `+column+` = $2`, of, id)
	}, func(id int64) error {
		return w.exec(`INSERT INTO `+table+` (case_id, `+column+`) VALUES ($1, $2)`, of, id)
	})
}

// writeWords brings the words of one owner from one list to the next. Both
// lists are sorted and have each word once.
func (w *work) writeWords(table, id string, owner int64, old, now []string) error {
	for _, word := range old {
		if _, stays := slices.BinarySearch(now, word); !stays {
			if err := w.changeOne(`DELETE FROM `+table+` WHERE `+id+` = $1 AND word = $2`, owner, word); err != nil {
				return err
			}
		}
	}
	added := slices.DeleteFunc(slices.Clone(now), func(word string) bool {
		_, had := slices.BinarySearch(old, word)
		return had
	})
	for chunk := range slices.Chunk(added, 100) {
		var values arguments
		place := values.add(owner)
		rows := make([]string, len(chunk))
		for i, word := range chunk {
			rows[i] = "(" + place + ", " + values.add(word) + ")"
		}
		if err := w.exec(`INSERT INTO `+table+` (`+id+`, word) VALUES `+strings.Join(rows, ", "), values.values...); err != nil {
			return err
		}
	}
	return nil
}

// replaceRows removes the rows that are gone and then adds those that are new.
func replaceRows[T comparable](old, now []T, remove, add func(T) error) error {
	for _, row := range old {
		if !slices.Contains(now, row) {
			if err := remove(row); err != nil {
				return err
			}
		}
	}
	for _, row := range now {
		if !slices.Contains(old, row) {
			if err := add(row); err != nil {
				return err
			}
		}
	}
	return nil
}
