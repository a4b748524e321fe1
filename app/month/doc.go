// Package month is the calendar: what falls due on each day, the holidays, the
// day's own list, and for a manager how much of it is whose.
package month
