package demo

import (
	"time"

	"casebook/data/calendar"
	"casebook/data/casework"
)

// story is one kind of trouble: what is said, what is wanted and how it ends.
type story struct {
	subject string
	months  season // when it is told
	told    string
	points  []string
	wanted  string
	reasons []string // one for each point
	remedy  string   // kind of remedy
	does    string   // what we have done or do
	will    string   // the same as something promised by a day
	about   casework.Grievance
	request string // as a plain request for a service, where it can be one; nothing in it is a grievance
	weight  int
}

// season is the half of the year in which a story is told.
type season int

const (
	always season = iota
	winter        // October to March
	summer        // April to September
)

func (s story) toldIn(d calendar.Date) bool {
	isSummer := d.Month() >= time.April && d.Month() <= time.September
	return s.months == always || (s.months == summer) == isSummer
}

var stories = []story{
	{subject: "heating", months: winter, weight: 14,
		told:    "Heating and hot water have been off since last week. I rang that day and was told someone would come on Saturday. Nobody came. I have rung three times since and I have a baby.",
		points:  []string{"The heating and hot water were off for days.", "Nobody came to the visit that was booked."},
		wanted:  "The heating mended, an apology, and to know why nobody came.",
		reasons: []string{"We should have mended the heating within one working day. It took us longer.", "The visit was in our diary and we did not keep it or tell you."},
		remedy:  "carry-out-service", does: "We have fitted a new pump and tested the boiler.",
		will: "Fit a new pump and test the boiler", about: casework.Delay,
		request: "The heating and hot water went off this morning. Please send somebody to look at it."},
	{subject: "damp-and-mould", months: winter, weight: 11,
		told:    "There is black mould along the outside wall of the bedroom and it comes back after every clean. The surveyor came in the spring, said it needed work, and we have heard nothing.",
		points:  []string{"Mould in the bedroom has not been treated.", "We did not hear from you after the survey."},
		wanted:  "The wall treated and a date for the work.",
		reasons: []string{"The survey found a cold bridge in the wall. We did not order the work it asked for.", "We have no record of a letter or call to you after the survey."},
		remedy:  "carry-out-service", does: "We will insulate the wall and treat the mould.",
		will: "Insulate the wall and treat the mould", about: casework.Delay},
	{subject: "repairs", weight: 22,
		told:    "The kitchen tap has dripped since the summer. The plumber came twice without the right part, and the second time left the cupboard door off its hinges.",
		points:  []string{"The tap was not mended after two visits.", "The cupboard door was left broken."},
		wanted:  "The tap and the door mended in one visit.",
		reasons: []string{"Two visits without the part is not good enough.", "The door was sound before our visit."},
		remedy:  "carry-out-service", does: "We have mended the tap and rehung the door.",
		will: "Mend the tap and rehang the door", about: casework.Delay,
		request: "The kitchen tap drips. Please mend it."},
	{subject: "repairs", weight: 12,
		told:    "The fence between us and the path came down in the storm and it has lain in the garden since. The children cannot play out and the dog gets on to the road.",
		points:  []string{"The fence has not been put back."},
		wanted:  "The fence put up again.",
		reasons: []string{"Fences along a path are ours to mend and we gave you the wrong answer."},
		remedy:  "act-on-delay", does: "We will put the fence up.",
		will: "Put the fence up", about: casework.Decision,
		request: "A panel of the garden fence came down last night. Please put it back."},
	{subject: "communication", weight: 10,
		told:    "I was promised a call back about the window four times and nobody rang. Each time I have to explain it all over again to somebody new.",
		points:  []string{"Nobody rang back as promised."},
		wanted:  "One person to deal with it, who rings when they say they will.",
		reasons: []string{"Our notes show four calls and no call back."},
		remedy:  "change-practice", does: "One named officer now has your repair until it is done.",
		will: "Have one named officer ring each week until it is done", about: casework.Conduct},
	{subject: "staff", weight: 5,
		told:    "The man who came about the leak was rude to my mother, smoked in the hall and left the door open when he went.",
		points:  []string{"The contractor was rude.", "The front door was left open."},
		wanted:  "An apology, and that he does not come again.",
		reasons: []string{"The contractor remembers it differently and we could not find out more.", "The door was left open, which he accepts."},
		remedy:  "apology", does: "We have apologised in person and spoken to the contractor.",
		will: "Speak to the contractor about visits to this home", about: casework.Conduct},
	{subject: "estate-services", months: summer, weight: 10,
		told:    "The grass behind the flats has not been cut for two months and the bin store is full of other people's rubbish. There are rats.",
		points:  []string{"The grass has not been cut.", "The bin store has not been cleared."},
		wanted:  "The grass cut, the bins cleared and a plan to keep it so.",
		reasons: []string{"Three cuts were missed when a machine broke down.", "The store was cleared on each of its days. It fills between them."},
		remedy:  "carry-out-service", does: "We have cut the grass and added a second clearance each week.",
		will: "Cut the grass and clear the bin store twice a week", about: casework.Delay,
		request: "The light over the bin store has gone out. Please change it."},
	{subject: "anti-social-behaviour", months: summer, weight: 7,
		told:    "I have kept the noise diary for six weeks as asked and sent it in. Nobody has looked at it. The music goes on until two in the morning.",
		points:  []string{"The noise diary was not acted on."},
		wanted:  "Somebody to read the diary and do something.",
		reasons: []string{"The diary was filed and not read for five weeks."},
		remedy:  "training", does: "We have read the diary and written to your neighbour.",
		will: "Read the diary and write to the neighbour", about: casework.Delay},
	{subject: "rent-and-charges", weight: 7,
		told:    "My service charge has gone up by a third and the letter does not say what for. I asked in writing and had no answer.",
		points:  []string{"The rise was not explained.", "A letter was not answered."},
		wanted:  "The charge explained line by line.",
		reasons: []string{"The letter left out the table that explains it.", "We received the letter and did not answer it."},
		remedy:  "correct-record", does: "We have sent the table and corrected the cleaning charge.",
		will: "Send the table and correct the cleaning charge", about: casework.Decision},
	{subject: "planned-works", weight: 5,
		told:    "The new kitchen was half fitted and then the fitters went to another job. I have cooked on one ring for three weeks.",
		points:  []string{"The kitchen was left unfinished."},
		wanted:  "The kitchen finished, and something for the meals we had to buy.",
		reasons: []string{"The fitters were moved without telling you. That was our decision and it was wrong."},
		remedy:  "act-on-delay", does: "The kitchen will be finished.",
		will: "Finish the kitchen", about: casework.Delay},
	{subject: "allocations", weight: 3,
		told:    "I have been on the list for two years and my medical letter was lost. I was put in the wrong band because of it.",
		points:  []string{"The medical letter was lost.", "The band is wrong."},
		wanted:  "The letter found and the band looked at again.",
		reasons: []string{"The letter was scanned to another file.", "The band is right on what we now have."},
		remedy:  "reconsider-decision", does: "We have looked at the band again with the letter before us.",
		will: "Look at the band again with the letter before us", about: casework.Decision},
	{subject: "building-safety", weight: 1,
		told:    "The fire door on our landing has not closed for a month and there are boxes on the stairs. I reported both.",
		points:  []string{"The fire door does not close.", "The stairs are not kept clear."},
		wanted:  "The door mended at once and the stairs cleared.",
		reasons: []string{"The door closer was reported and not ordered.", "The stairs were cleared the same day."},
		remedy:  "carry-out-service", does: "We have mended the door and check the stairs each morning.",
		will: "Mend the door and check the stairs each morning", about: casework.Delay},
}
