package demo

import "casebook/data/casework"

// The stories below are told only in turns of their own (turns.go): they need
// a home, a person or a subject that most complaints have not.

// ceilingStory speaks of a danger that has to be made safe within a day.
var ceilingStory = story{subject: "repairs",
	told:    "The kitchen ceiling came down last night over the cooker. I reported the leak above it twice and was told it was on the list.",
	points:  []string{"The leak above the kitchen was not mended.", "The ceiling came down."},
	wanted:  "The kitchen made safe today and the ceiling put back.",
	reasons: []string{"The leak was reported twice and the job was closed by mistake.", "The plaster failed because of the leak."},
	remedy:  "carry-out-service", does: "We have made the kitchen safe and mended the leak.", will: "Put up a new kitchen ceiling", about: casework.Delay}

// stainStory sounds like mould and is none.
var stainStory = story{subject: "damp-and-mould",
	told:    "There is a brown stain under the window that I think is damp, and nobody has come to look although I asked three weeks ago.",
	points:  []string{"Nobody came to look at the stain under the window."},
	wanted:  "Somebody to look and to tell me what it is.",
	reasons: []string{"The visit was booked for the wrong address. We should have rung when nobody answered the door."},
	remedy:  "carry-out-service", does: "We have looked at the wall with you and painted over the stain.", will: "Paint the wall under the window", about: casework.Delay}

// doorStory is about the safety of a high-rise block.
var doorStory = story{subject: "building-safety",
	told:    "The fire door on the ninth floor has been wedged open for a fortnight because its closer is gone. I reported it at the desk.",
	points:  []string{"The fire door on the ninth floor does not close.", "Nobody did anything when it was reported."},
	wanted:  "The door mended at once, and to be told how the doors are checked.",
	reasons: []string{"The closer failed and the part was not ordered.", "The report was filed under the wrong block."},
	remedy:  "carry-out-service", does: "We have fitted a new closer and checked every door on the staircase.", will: "Check every fire door of the block", about: casework.Delay}

// budgetStory comes from a client of Money Advice.
var budgetStory = story{subject: "money-advice",
	told:    "The adviser drew up a plan with my creditors and left one of them out. I have been charged interest because of it.",
	points:  []string{"A creditor was left out of the plan."},
	wanted:  "The plan put right and the interest paid back.",
	reasons: []string{"The creditor was on the form and was not copied into the plan."},
	remedy:  "correct-record", does: "We have sent the creditor a corrected plan.", will: "Write to the creditor about the interest", about: casework.Conduct}

// deskStory is about somebody who works at the counter.
var deskStory = story{subject: "staff",
	told:    "When I asked about my rent at the counter the officer read my arrears out so that the whole queue heard them.",
	points:  []string{"My arrears were read out at the counter."},
	wanted:  "An apology, and to be asked into a room next time.",
	reasons: []string{"The officer accepts that the figures should not have been said aloud."},
	remedy:  "training", does: "We have gone through privacy at the counter with everybody who works there.", will: "Put up a screen at the counter", about: casework.Conduct}

// fallStory holds a claim that the insurer deals with.
var fallStory = story{subject: "estate-services",
	told:    "The step by the bin store has been loose since the summer. I slipped on it and broke my wrist, and I want to be paid for the time I was off work.",
	points:  []string{"The step by the bin store was not mended.", "I want to be paid for my broken wrist."},
	wanted:  "The step mended and the claim looked at.",
	reasons: []string{"The step was reported in June and passed over at two inspections.", "The claim is with the insurance section."},
	remedy:  "carry-out-service", does: "We have relaid the step.", will: "Relay the step", about: casework.Delay}

// bandStory holds a point that is the council's.
var bandStory = story{subject: "rent-and-charges",
	told:    "The letter about my rent came a week after the new rent began, and the council has my home in the wrong council tax band.",
	points:  []string{"The letter about the rent came too late.", "My home is in the wrong council tax band."},
	wanted:  "To be told in time, and the band put right.",
	reasons: []string{"The letters of one postcode were printed a week late.", "The band is the council's to decide."},
	remedy:  "change-practice", does: "We now print these letters three weeks before the rent changes.", will: "Write to everybody whose letter was late", about: casework.Delay}

// shedStory is about something that happened years ago.
var shedStory = story{subject: "planned-works",
	told:    "When the roofs were done the men broke the door of my shed. It has never been put right.",
	points:  []string{"The shed door was broken when the roofs were done."},
	wanted:  "A new shed door.",
	reasons: []string{"The contractor's photographs show the door broken after the work."},
	remedy:  "carry-out-service", does: "We have hung a new door.", will: "Hang a new shed door", about: casework.Conduct}
