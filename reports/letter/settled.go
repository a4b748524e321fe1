package letter

import (
	"slices"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
)

// settled is the input with its case as it stood for the letter: at the
// letter's stage, without what came after the letter's day. A letter that is
// looked at again reads as it did, whatever has happened since.
func (in Input) settled() Input {
	c := &in.Case
	c.Stages = slices.DeleteFunc(slices.Clone(c.Stages), func(s casework.Stage) bool { return in.Stage > 0 && s.Number > in.Stage })
	s := c.Current()
	if s == nil {
		return in
	}
	if s.Acknowledged.After(in.Today) {
		s.Acknowledged = calendar.Date{}
	}
	s.Extensions = slices.DeleteFunc(slices.Clone(s.Extensions), func(e casework.Extension) bool { return e.Told.After(in.Today) })
	c.Redress = slices.DeleteFunc(slices.Clone(c.Redress), func(l redress.Line) bool { return l.Stage > s.Number })
	c.Promises = slices.DeleteFunc(slices.Clone(c.Promises), func(p casework.Promise) bool { return p.Made.After(in.Today) })
	for i := range c.Promises {
		if p := &c.Promises[i]; p.Kept.After(in.Today) {
			p.Kept, p.Note = calendar.Date{}, ""
		}
	}
	return in
}
