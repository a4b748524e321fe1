package calendar

// Reader reads days as they are typed at a desk and says how they were
// understood. A screen's model that takes days holds one: Today is asked each
// time, since a window may stay open over midnight, and Holidays are the
// office's as they were read last.
type Reader struct {
	Today    func() Date
	Holidays *Holidays
}

// Day reads a typed day, as Parse does.
func (r *Reader) Day(text string) (Date, error) { return Parse(text, r.Today(), r.Holidays) }

// DayAhead reads a day that is to come: "27 3" is the next one.
func (r *Reader) DayAhead(text string) (Date, error) {
	return ParseAhead(text, r.Today(), r.Holidays)
}

// EchoDay says what a typed day was understood as.
func (r *Reader) EchoDay(text string) (string, error) { return r.echo(r.Day(text)) }

// EchoAhead is EchoDay for a day that is to come.
func (r *Reader) EchoAhead(text string) (string, error) { return r.echo(r.DayAhead(text)) }

func (r *Reader) echo(d Date, err error) (string, error) {
	if err != nil {
		return "", err
	}
	return Echo(d, r.Today(), r.Holidays), nil
}
