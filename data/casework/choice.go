package casework

import (
	"fmt"
	"slices"
)

// ours says whether the grievance is with what we did or decided, which is
// never a service request (ruling 12).
func (g Grievance) ours() bool { return g == Conduct || g == Delay || g == Decision }

// checkChoice holds the record to the choice that every dissatisfied resident
// has: nothing that they are dissatisfied with stands as a service request
// unless they would not have it as a complaint today (ruling 12).
func (r Record) checkChoice() error {
	switch {
	case r.Grievance != NoGrievance && !slices.Contains(Grievances(), r.Grievance):
		return &Refusal{Code: "no-grievance", Field: "grievance", Reason: "Choose what the resident is dissatisfied with"}
	case r.Answer != Complain && r.Answer != NotToday && r.Answer != ServiceOnly:
		return &Refusal{Code: "no-choice", Field: "choice", Source: "Code 1.3",
			Reason: "Ask the resident whether to treat this as a complaint, and mark the answer"}
	case r.Answer == ServiceOnly && r.Grievance.ours():
		return &Refusal{Code: "never-request", Field: "choice", Source: "Code 1.4, ruling 12",
			Reason: fmt.Sprintf("%s is never a service request. Ask the resident whether to treat it as a complaint, and mark the answer", grievanceWords[r.Grievance])}
	case r.Answer == ServiceOnly && r.Grievance != NoGrievance:
		return &Refusal{Code: "has-choice", Field: "choice", Source: "Code 1.3, ruling 12",
			Reason: "A resident who is dissatisfied has the choice to complain. Ask whether to treat this as a complaint, and mark the answer"}
	}
	return nil
}

var grievanceWords = map[Grievance]string{
	Conduct: "How our people behave", Delay: "A delay of ours", Decision: "A decision of ours",
}

// checkAnonymous keeps an anonymous report what it is: nobody is named in it,
// and nobody can be asked or answered (ruling 13).
func (r Record) checkAnonymous() error {
	switch {
	case r.Answer == Complain:
		return &Refusal{Code: "anonymous", Field: "choice", Source: "ruling 13",
			Reason: "An anonymous report is kept and looked into, and any hazard in it is acted on, but it is no complaint: there is nobody to answer. Record it as information, or enter who complains"}
	case !blank(r.Resident.Name), r.ResidentID != 0, len(r.Group) > 0, !blank(r.Representative.Name):
		return &Refusal{Code: "anonymous-name", Field: "name", Source: "ruling 13",
			Reason: "An anonymous report names nobody. Take the name out, or record it as not anonymous"}
	}
	return nil
}
