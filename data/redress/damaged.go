package redress

import (
	"fmt"
)

// longestLife is the most months that an age or a life can be: a hundred years.
// What goes beyond is a slip of the finger.
const longestLife = 1200

// none and whole are the ends of a percentage.
const (
	none  = 0
	whole = 100
)

// damaged is what a damaged item was worth: the replacement cost by the share of
// its life that was left on the day of the damage and by its condition, never
// less than the floor nor more than a new one, and rounded once (ruling 22).
func damaged(in Input, r Rules) (Line, error) {
	item := in.Item
	life, own, err := lifeOf(item, r)
	if err != nil {
		return Line{}, err
	}
	line, err := loss(headOr(in.Reason, life.Head, r), r)
	if err != nil {
		return Line{}, err
	}
	if err := sum(item.Replacement, "replacement"); err != nil {
		return Line{}, err
	}
	if item.Age < 0 || item.Age > longestLife {
		return Line{}, refuse("no-age", "age", "ruling 22", "Enter how old it was on the day of the damage, from new to %s", span(longestLife))
	}
	condition, err := conditionOf(item, r)
	if err != nil {
		return Line{}, err
	}
	floor := r.Office.FloorIn(r.Set)
	if floor < none || floor > whole {
		return Line{}, refuse("table", "floor", "ruling 22", "The office's floor is %d%%. Mend it in the settings: it is from 0%% to 100%%", floor)
	}
	w := worth{item.Replacement, item.Age, life, condition, floor}
	if !blank(life.Title) {
		line.Title = life.Title
	}
	line.Rule = fmt.Sprintf("%s; ruling 22; usual life of %s", line.Rule, span(life.Months))
	line.Version = r.version(own)
	line.Sum, line.Working = w.out()
	return line, nil
}

// lifeOf is how long the item usually lasts: its row in the table, or the months
// that an officer typed with the reason.
func lifeOf(item Item, r Rules) (life Life, own bool, err error) {
	if item.Life == "" && item.Months != 0 {
		if blank(item.LifeWhy) {
			return Life{}, false, refuse("no-reason", "life_why", "ruling 22", "Say why it usually lasts that long, and how you know")
		}
		life, own = Life{Title: "Damaged item", Months: item.Months, Source: item.LifeWhy}, true
	} else {
		own = len(r.Office.Lives) > 0
		var ok bool
		if life, ok = byID(r.Office.LivesIn(r.Set), func(l Life) bool { return l.ID == item.Life }); !ok || item.Life == "" {
			return Life{}, false, refuse("no-life", "life", "ruling 22", "Choose what it is from the table, or enter how many months such a thing lasts")
		}
	}
	if life.Months < 1 || life.Months > longestLife {
		return Life{}, false, refuse("no-life", "months", "ruling 22", "Enter how long it usually lasts, from 1 month to %s", span(longestLife))
	}
	return life, own, nil
}

func conditionOf(item Item, r Rules) (Condition, error) {
	c, ok := byID(r.Office.ConditionsIn(r.Set), func(c Condition) bool { return c.ID == item.Condition })
	switch {
	case !ok || item.Condition == "":
		return Condition{}, refuse("no-condition", "condition", "ruling 22", "Choose the condition it was in")
	case c.Percent < none || c.Percent > whole:
		return Condition{}, refuse("table", "condition", "ruling 22", "The table has %d%% for %s. Mend it in the settings: it is from 0%% to 100%%", c.Percent, lowered(c.Title))
	}
	return c, nil
}

// worth is what an item is worked out by, all of it checked.
type worth struct {
	replacement Pence
	age         int
	life        Life
	condition   Condition
	floor       int
}

// left is the months of its life that were left, never below none.
func (w worth) left() int { return max(0, w.life.Months-w.age) }

// out works the sum out whole and divides once. The floor and the item are
// compared before anything is rounded.
func (w worth) out() (Pence, string) {
	by := int64(w.life.Months) * whole
	worn := int64(w.replacement) * int64(w.left()) * int64(w.condition.Percent)
	least := int64(w.replacement) * int64(w.floor) * int64(w.life.Months)
	if least > worn {
		total, exact := halfUp(least, by)
		return total, fmt.Sprintf("%s × %d%% = %s%s. That is the least we pay towards a new one: by its age and condition it was worth less.",
			w.replacement, w.floor, total, rounded(exact))
	}
	total, exact := halfUp(worn, by)
	return total, fmt.Sprintf("%s × %s%s = %s%s. %s", w.replacement, w.share(), w.reduced(), total, rounded(exact), w.remains())
}

// share is the part of its life that was left, in years where both are whole
// years: "7 ÷ 10".
func (w worth) share() string {
	if years(w.left()) && years(w.life.Months) {
		return fmt.Sprintf("%d ÷ %d", w.left()/12, w.life.Months/12)
	}
	return fmt.Sprintf("%d ÷ %d months", w.left(), w.life.Months)
}

// reduced is what the condition takes off, nothing where it takes nothing.
func (w worth) reduced() string {
	if w.condition.Percent == whole {
		return ""
	}
	return fmt.Sprintf(" × %d%%", w.condition.Percent)
}

// remains says in words what the figures are.
func (w worth) remains() string {
	state := lowered(w.condition.Title)
	if w.left() == 0 {
		return fmt.Sprintf("It was %s old and usually lasts %s, so none of its life was left. Its condition was %s.", span(w.age), span(w.life.Months), state)
	}
	left, of := w.left(), many(w.life.Months, "month")
	if years(w.left()) && years(w.life.Months) {
		left, of = w.left()/12, many(w.life.Months/12, "year")
	}
	were := "were"
	if left == 1 {
		were = "was"
	}
	return fmt.Sprintf("%d of %s %s left on the day it was damaged. Its condition was %s.", left, of, were, state)
}

func years(months int) bool { return months%12 == 0 }

// span is a length of time as a caseworker says it: "10 years", "30 months".
func span(months int) string {
	if months > 0 && years(months) {
		return many(months/12, "year")
	}
	return many(months, "month")
}
