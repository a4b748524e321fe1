package register

import (
	"slices"
	"strconv"
	"strings"

	"casebook/data/casework"
)

// relink brings the links between a case and others in line with who may see
// it, after that has changed: a case that may not name it any more loses its
// end, and gets it back when it may again. Nobody has to see all of them for
// that; what is written names no other case.
func (w *work) relink(by casework.Officer, before casework.Case, c *casework.Case) error {
	if before.Confidential == c.Confidential && slices.Equal(before.Access, c.Access) && slices.Equal(before.Barred, c.Barred) {
		return nil
	}
	linked, err := w.ids(`SELECT other FROM case_links WHERE case_id = $1 UNION SELECT case_id FROM case_links WHERE other = $1`,
		arguments{[]any{c.ID}})
	if err != nil {
		return err
	}
	slices.Sort(linked)
	for _, id := range linked {
		if _, err := w.take(caseSubject(id)); err != nil {
			return err
		}
		other, err := w.anyCase(id)
		if err != nil {
			return err
		}
		there, back := ends(*c, other)
		if other, err = w.setLink(by, other, back, mayName(other, *c)); err != nil {
			return err
		}
		if *c, err = w.setLink(by, *c, there, mayName(*c, other)); err != nil {
			return err
		}
	}
	return nil
}

// ends are the two ends of the link between two cases, of which at least one
// is there.
func ends(c, other casework.Case) (there, back casework.Link) {
	there, back = endTo(c, other.ID), endTo(other, c.ID)
	if there.Case == 0 {
		there = casework.Link{Case: other.ID, Reference: other.Reference, Kind: casework.Opposite(back.Kind), On: back.On}
	}
	if back.Case == 0 {
		back = casework.Link{Case: c.ID, Reference: c.Reference, Kind: casework.Opposite(there.Kind), On: there.On}
	}
	return there, back
}

// anyCase reads a case whoever may see it.
func (w *work) anyCase(id int64) (casework.Case, error) {
	var values arguments
	return w.readCase(bodyOf+`c.case_id = `+values.add(id), values)
}

// setLink gives a case a link, or takes it away, where it is not so already.
func (w *work) setLink(by casework.Officer, c casework.Case, l casework.Link, has bool) (casework.Case, error) {
	at := slices.IndexFunc(c.Links, func(own casework.Link) bool { return own.Case == l.Case })
	if has == (at >= 0) {
		return c, nil
	}
	after := c
	if has {
		l.ID = 1
		for _, own := range c.Links {
			l.ID = max(l.ID, own.ID+1)
		}
		after.Links = append(slices.Clone(c.Links), l)
		return w.changeUnseen(by, c, after, casework.ActLink, "Linked to another case")
	}
	after.Links = slices.Delete(slices.Clone(c.Links), at, at+1)
	return w.changeUnseen(by, c, after, casework.ActUnlink, "Link taken away")
}

// changeUnseen keeps a change of a case that follows from another act,
// whether or not the officer who did that act sees the case.
func (w *work) changeUnseen(by casework.Officer, before, after casework.Case, act casework.ActName, summary string) (casework.Case, error) {
	h, err := w.take(caseSubject(before.ID))
	if err != nil {
		return before, err
	}
	after.Version, err = w.append(h, event{subject: caseSubject(before.ID), act: act, by: by.ID,
		happened: w.r.today(), summary: summary, changes: casework.Diff(before, after)})
	if err != nil {
		return before, err
	}
	return after, w.keepCase(after, w.updateCase(before, after))
}

// dropLinks takes the links to cases that the officer may not see out of a
// case that is to be shown.
func (w *work) dropLinks(by casework.Officer, c *casework.Case) error {
	if len(c.Links) == 0 {
		return nil
	}
	var ids []int64
	for _, l := range c.Links {
		ids = append(ids, l.Case)
	}
	seen, err := w.seenOf(by, ids)
	if err != nil {
		return err
	}
	c.Links = slices.DeleteFunc(slices.Clone(c.Links), func(l casework.Link) bool { return !seen[l.Case] })
	return nil
}

// seenOf says which of some cases an officer may see.
func (w *work) seenOf(by casework.Officer, ids []int64) (map[int64]bool, error) {
	by, err := w.current(by)
	if err != nil {
		return nil, err
	}
	var values arguments
	query := `SELECT c.case_id FROM cases c WHERE c.case_id IN (` + list(ids, &values) + `) AND ` + visible(by, "c", &values)
	found, err := w.ids(query, values)
	seen := map[int64]bool{}
	for _, id := range found {
		seen[id] = true
	}
	return seen, err
}

// caseEntries reads a case's history after a version, without what it says of
// other cases that the officer may not see.
func (w *work) caseEntries(by casework.Officer, id int64, after int) ([]Entry, error) {
	found, err := w.entries(caseSubject(id), after)
	if err != nil {
		return nil, err
	}
	linked := make([]map[string]int64, len(found))
	var ids []int64
	for i, e := range found {
		linked[i] = linkedCases(e)
		for _, id := range linked[i] {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return found, nil
	}
	seen, err := w.seenOf(by, ids)
	for i := range found {
		for link, id := range linked[i] {
			if !seen[id] {
				found[i].hideLink(link)
			}
		}
	}
	return found, err
}

// linkedCases are the cases that an entry names, by their link's field.
func linkedCases(e Entry) map[string]int64 {
	linked := map[string]int64{}
	for _, c := range e.Changes {
		link, is := strings.CutSuffix(c.Field, ".case")
		if !is || !strings.HasPrefix(link, "links.") {
			continue
		}
		if id, err := strconv.ParseInt(c.New+c.Old, 10, 64); err == nil { // one of the two is empty
			linked[link] = id
		}
	}
	return linked
}

// hideLink takes what an entry says of one link out of it. An act on the link
// itself says nothing else.
func (e *Entry) hideLink(link string) {
	if e.Act == casework.ActLink || e.Act == casework.ActUnlink {
		e.Summary, e.Changes = "A link to another case was changed", nil
		return
	}
	e.Changes = slices.DeleteFunc(e.Changes, func(c casework.Change) bool { return strings.HasPrefix(c.Field, link+".") })
}
