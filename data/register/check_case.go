package register

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"casebook/data/casework"
	"casebook/data/policy"
)

// casePage is how many cases are read at once.
const casePage = 500

// cases projects every case again and compares the result with the rows, and
// works its deadlines out again.
func (c *checker) cases() error {
	ruled, err := c.w.ruled()
	known := err == nil
	if !known {
		c.found("row", "The settings cannot be read, so no date can be worked out again (%v)", err)
	}
	last := int64(0)
	err = pages(c, casePage, func(values *arguments) string { return caseRowsAfter(last, values) }, scanCaseRow, func(page []caseRow) error {
		b, err := c.w.besides(last, page[len(page)-1].id)
		if err != nil {
			return err
		}
		if err := c.changes(last, page[len(page)-1].id); err != nil {
			return err
		}
		for _, row := range page {
			last = row.id
			var k casework.Case
			if strictly(row.body, &k) != nil {
				continue // told with the case's history
			}
			if err := c.projected(row, k, b); err != nil {
				return err
			}
			c.documentsOf(k)
			c.faults(k)
			c.reference(k)
			if known {
				c.deadlines(k, ruled)
				c.sums(k, ruled)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for sha, named := range c.kept {
		if !named && !c.named[sha] {
			c.found("orphan", "The kept document %.12s… belongs to no case", sha)
		}
	}
	return nil
}

// projected compares the rows of a case with what its body projects.
func (c *checker) projected(row caseRow, k casework.Case, b beside) error {
	p, err := project(k)
	if err != nil {
		return err
	}
	for _, what := range p.differs(row, k, b) {
		c.found("list", "Case %s is not shown as it is: %s", k.Reference, what)
	}
	return nil
}

// faults tells what can never be true of a case and is.
func (c *checker) faults(k casework.Case) {
	for _, fault := range casework.Faults(k) {
		c.found("case", "Case %s: %s", k.Reference, fault)
	}
}

// deadlines works out every kept date again, where the policy and the list of
// holidays it was worked out with are still the ones in use. A date worked out
// with another list is explained by its own working and is left alone.
func (c *checker) deadlines(k casework.Case, now rules) {
	for _, s := range k.Stages {
		p, err := casework.PolicyOf(k, s.Number, s.Asked, now.policies)
		if err != nil {
			continue
		}
		again, err := casework.Deadlines(k, s, now.policies, now.holidays)
		if err != nil {
			continue
		}
		for _, kept := range []policy.Deadline{s.AcknowledgeBy, s.RespondBy, s.Latest} {
			at := slices.IndexFunc(again, func(d policy.Deadline) bool { return d.Act == kept.Act })
			if at < 0 || kept.Policy != p.ID() || kept.Working.Holidays != now.holidays.Version() {
				continue
			}
			if text(again[at]) != text(kept) {
				c.found("deadline", "The date to %s case %s is kept as %s, and works out as %s", kept.Act, k.Reference, kept.Due, again[at].Due)
			}
		}
	}
}

func text(d policy.Deadline) string {
	body, err := json.Marshal(d)
	if err != nil {
		panic(err) // plain values always marshal
	}
	return string(body)
}

// span is what was given out of one counter.
type span struct {
	highest int64
	count   int64
}

// reference notes the number of a case's reference.
func (c *checker) reference(k casework.Case) {
	c.highest = max(c.highest, k.ID)
	parts := strings.Split(string(k.Reference), "-")
	whole, err := casework.ParseReference(string(k.Reference))
	if err != nil || whole != k.Reference || len(parts) != 4 {
		c.found("reference", "%q is not a reference that Casebook gives", k.Reference)
		return
	}
	number, err := strconv.ParseInt(parts[2], 10, 64)
	if err != nil {
		return // ParseReference has read it
	}
	counter := fmt.Sprintf("reference %s %s", whole.Kind(), parts[1])
	if c.numbers[counter] == nil {
		c.numbers[counter] = &span{}
	}
	c.numbers[counter].count++
	c.numbers[counter].highest = max(c.numbers[counter].highest, number)
}

// references checks that no number was given out twice or left out.
func (c *checker) references() error {
	c.numbers[caseCounter] = &span{highest: c.highest, count: int64(c.report.Cases)}
	for _, other := range []struct{ counter, table, id string }{
		{"resident", "residents", "resident_id"}, {"home", "dwellings", "home_id"},
		{"officer", "officers", "officer"}, {"office", "offices", "office"}, {"seal", "seals", "number"},
	} {
		var given span
		err := c.w.one(`SELECT COALESCE(max(`+other.id+`), 0), count(*) FROM `+other.table, nil, &given.highest, &given.count)
		if err != nil {
			return err
		}
		c.numbers[other.counter] = &given
	}
	counted := map[string]bool{}
	err := c.w.each(`SELECT name, value FROM counters ORDER BY name`, nil, func(rows *sql.Rows) error {
		var name string
		var value int64
		if err := rows.Scan(&name, &value); err != nil {
			return err
		}
		counted[name] = true
		given := c.numbers[name]
		if given == nil {
			given = &span{}
		}
		if given.highest != value || given.count != value {
			c.found("reference", "The numbers of %q have a gap: %d were given out, %d are there, the highest is %d", name, value, given.count, given.highest)
		}
		return nil
	})
	for name, given := range c.numbers {
		if !counted[name] && given.count > 0 {
			c.found("reference", "The counter of %q is gone", name)
		}
	}
	return err
}
