package demo

import (
	"casebook/data/calendar"
	"casebook/data/casework"
)

// send makes and dispatches a letter on one day: a real one for the last
// cases, else recorded as sent elsewhere.
func (l *life) send(on calendar.Date, by casework.Officer, kind casework.LetterKind) error {
	return l.sendAbout(on, by, kind, 0)
}

// sendAbout sends a letter about one thing of several, by its number.
func (l *life) sendAbout(on calendar.Date, by casework.Officer, kind casework.LetterKind, about int) error {
	if err := l.reach(on); err != nil {
		return err
	}
	if err := l.turnToResident(on, by); err != nil {
		return err
	}
	to, how := l.recipient(on)
	if !l.real {
		if by.Role == casework.FrontDesk {
			by = l.manager // what went before Casebook is written down by the office
		}
		return l.act(on, by, casework.SentElsewhere{Kind: kind, On: on, How: how, To: to, About: about})
	}
	c, err := l.keep.Letter(on, by, l.c, kind, about)
	if err != nil {
		return err
	}
	l.become(on, c)
	made := c.Letters[len(c.Letters)-1].ID
	if how != casework.Emailed {
		if err := l.act(on, by, casework.HandToPrinter{Kind: kind, Letter: made, Result: casework.HandedToPrinter}); err != nil {
			return err
		}
	}
	return l.act(on, by, casework.DispatchLetter{Kind: kind, Letter: made, On: on, How: how, To: to})
}

// hand makes a slip and hands it over.
func (l *life) hand(on calendar.Date, by casework.Officer, kind casework.LetterKind) error {
	if err := l.reach(on); err != nil {
		return err
	}
	c, err := l.keep.Letter(on, by, l.c, kind, 0)
	if err != nil {
		return err
	}
	l.become(on, c)
	made := c.Letters[len(c.Letters)-1].ID
	if err := l.act(on, by, casework.HandToPrinter{Kind: kind, Letter: made, Result: casework.HandedToPrinter}); err != nil {
		return err
	}
	return l.act(on, by, casework.DispatchLetter{Kind: kind, Letter: made, On: on, How: casework.HandedOver, To: l.c.Resident.Name})
}

// recipient is who a letter goes to, and how.
func (l *life) recipient(on calendar.Date) (to string, how casework.Dispatch) {
	if rep := l.c.Representative; rep.WriteToRep && rep.Speaks(on) {
		return rep.Name, casework.Posted
	}
	switch l.c.Contact.Reply {
	case casework.ReplyEmail:
		return l.c.Resident.Email, casework.Emailed
	case casework.ReplyCollect:
		return l.c.Resident.Name, casework.Collected
	}
	return l.c.Resident.Name, casework.Posted
}

// turnToResident writes to the resident again where the authority of whoever
// had the letters has lapsed (Code 3.6).
func (l *life) turnToResident(on calendar.Date, by casework.Officer) error {
	rep := l.c.Representative
	if !rep.WriteToRep || rep.Speaks(on) {
		return nil
	}
	rep.WriteToRep = false
	return l.act(on, by, casework.ChangeContact{Resident: l.c.Resident, Home: l.c.Home, Representative: rep, Contact: l.c.Contact})
}
