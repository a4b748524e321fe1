package bundle

import (
	"fmt"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
)

func (in Input) name(officer int64) string {
	if o, ok := in.Officers[officer]; ok && o.Name != "" {
		return o.Name
	}
	return "an officer"
}

func notGiven(text string) string {
	if text == "" {
		return "not given"
	}
	return text
}

func address(h casework.Home) string {
	lines := append(append([]string{}, h.Lines...), h.Postcode)
	return strings.Trim(strings.Join(lines, ", "), ", ")
}

func representative(r casework.Representative) string {
	if r.Name == "" {
		return ""
	}
	text := r.Name
	if r.Relation != "" {
		text += ", " + r.Relation
	}
	if r.Authority == "" {
		return text + "; no authority was recorded"
	}
	text += "; authority: " + r.Authority
	if !r.Given.IsZero() {
		text += ", given on " + r.Given.Letter()
	}
	if !r.Until.IsZero() {
		text += ", until " + r.Until.Letter()
	}
	return text
}

func subject(in Input, c casework.Case) string {
	p, err := casework.PolicyOf(c, 1, c.Received, in.Policies)
	if err != nil {
		return c.Subject
	}
	if s, ok := p.Subject(c.Subject); ok {
		return s.Title
	}
	return c.Subject
}

func needs(k casework.Contact) string {
	var all []string
	for _, a := range k.Adjustments {
		text := a.Kind
		if a.Note != "" {
			text += " (" + a.Note + ")"
		}
		all = append(all, text)
	}
	return strings.Join(all, "; ")
}

func links(c casework.Case) string {
	var all []string
	for _, l := range c.Links {
		all = append(all, fmt.Sprintf("%s (%s)", l.Reference, l.Kind))
	}
	return strings.Join(all, ", ")
}

// unbroken is a day that a narrow column keeps on one line.
func unbroken(d calendar.Date) string { return strings.ReplaceAll(d.Letter(), " ", "\u00a0") }

// orNone is a day, or "not yet".
func orNone(d calendar.Date) string {
	if d.IsZero() {
		return "not yet"
	}
	return d.Long()
}

// inTime says how a day stands to the day it was due.
func inTime(on, due calendar.Date) string {
	switch {
	case on.IsZero():
		return orNone(on)
	case due.IsZero():
		return on.Long()
	case on.After(due):
		return on.Long() + ", late: it was due " + due.Letter()
	}
	return on.Long() + ", in time: it was due " + due.Letter()
}

func capital(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
