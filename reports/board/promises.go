package board

import "casebook/data/casework"

// promises lists the figures of what the landlord's pages promise besides
// complaints. None of it is ever stage 1: it has a sheet of its own, for the
// Operational Board (ruling 24).
func promises() []measure {
	petition, claim, fixed := contacts(casework.PetitionKind), contacts(casework.ClaimKind), contacts(casework.FixedSum)
	money := func(r *row) int64 { return int64(r.Offered) }
	return []measure{
		count("petitions.received", "Petitions received", both(petition, received), "Petitions, by the day they were handed in."),
		share("petitions.acknowledged_in_time", "Petitions acknowledged in time", both(petition, received, not(withdrawn), acknowledgeJudged), acknowledgedInTime,
			"Acknowledged by the acknowledgement date ÷ petitions received in the period whose acknowledgement went or is overdue."),
		share("petitions.investigated_in_time", "Petitions investigated in time", both(petition, received, not(withdrawn), judged), answeredInTime,
			"Investigated by the date that the page promises ÷ petitions received in the period that are investigated or overdue."),
		count("petitions.reported", "Petitions reported to the Operational Board", both(petition, reported),
			"Petitions that the Operational Board had in the period, whenever they were received. The page gives no time for it."),
		open0("petitions.open", "Petitions open at the cut-off", petition),
		count("claims.received", "Insurance claims received", both(claim, received), "Claims against us or our contractors, by the day we were told. Who is liable is the insurer's to say, and is no figure here."),
		share("claims.sent_in_time", "Claim forms sent on in time", both(claim, received, not(withdrawn), judged), answeredInTime,
			"Completed form sent to the insurance section or the contractor by the date that the page promises ÷ claims received in the period that are sent on or overdue."),
		open0("claims.open", "Insurance claims open at the cut-off", claim),
		count("fixed.received", "Fixed payments asked for", both(fixed, received),
			"Missed visits, letters not acknowledged, communal door entry and Right to Repair outside a complaint, by the day we were told."),
		{id: "fixed.offered", label: "Fixed payments told to residents", unit: Pence, over: both(fixed, answered), amount: money,
			definition: "Sums in letters that went in the period, outside complaints. They are not in redress offered."},
		open0("fixed.open", "Fixed payments open at the cut-off", fixed),
	}
}

// contacts is every record of one kind.
func contacts(k casework.Kind) test { return both(stage(0), kind(k)) }

func reported(r *row, s span) bool { return s.holds(r.Reported) }

// open0 counts what is not closed: a record without stages is over when it is
// closed, and not with its first letter.
func open0(id, label string, of test) measure {
	return measure{id: id, label: label, unit: Count, atCutOff: true, over: both(of, not(withdrawn), notClosed),
		definition: "Not closed at the cut-off, whenever received."}
}

func notClosed(r *row, _ span) bool { return r.Closed.IsZero() }

// operational draws the sheet for the Operational Board.
func (b *book) operational() {
	b.figures(operationalSheet, []section{
		{"Petitions", of("petitions.", "received", "acknowledged_in_time", "investigated_in_time", "reported", "open")},
		{"Insurance claims", of("claims.", "received", "sent_in_time", "open")},
		{"Fixed payments outside complaints", of("fixed.", "received", "offered", "open")},
		{"Service requests, never counted as stage 1", append(of("service_requests.", "received", "not_today", "service_only"), "information.received")},
	})
}

// promiseRecounts counts the same again from the data sheet.
func promiseRecounts(list map[string]recount) {
	of := func(k casework.Kind) cond { return all(stageIs(0), says("Kind", string(k))) }
	stays := func(k casework.Kind) cond { return all(of(k), isNot("Standing", string(wasWithdrawn))) }
	came := within("Received")
	for name, k := range map[string]casework.Kind{"petitions": casework.PetitionKind, "claims": casework.ClaimKind, "fixed": casework.FixedSum} {
		list[name+".received"] = counts(all(of(k), came))
		list[name+".open"] = counts(all(stays(k), empty("Closed")))
	}
	petitions, claims := timelyRecounts(stays(casework.PetitionKind)), timelyRecounts(stays(casework.ClaimKind))
	list["petitions.acknowledged_in_time"] = petitions["acknowledged_in_time"]
	list["petitions.investigated_in_time"] = petitions["responded_in_time"]
	list["petitions.reported"] = counts(all(of(casework.PetitionKind), within("Reported")))
	list["claims.sent_in_time"] = claims["responded_in_time"]
	list["fixed.offered"] = sum(all(of(casework.FixedSum), within("Answered")))
}
