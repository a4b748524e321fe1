package casework

import (
	"casebook/data/calendar"
	"casebook/data/redress"
)

// Role is what an officer does; May says what each role may do.
type Role string

// The roles, from the counter to the board.
const (
	FrontDesk    Role = "front desk"
	Investigator Role = "investigating officer"
	Manager      Role = "complaints manager"
	BoardReader  Role = "board reader"
)

// Roles lists every role in the order of the constants.
func Roles() []Role { return []Role{FrontDesk, Investigator, Manager, BoardReader} }

// Officer is a member of staff who may sign in.
type Officer struct {
	ID         int64  `json:"id"`
	Name       string `json:"name"`
	Title      string `json:"title"` // job title under a letter
	Role       Role   `json:"role"`
	Office     int64  `json:"office"`
	AllOffices bool   `json:"all_offices"` // sees the cases of every office
	Login      string `json:"login"`       // the computer's own user, when tied to one
	Telephone  string `json:"telephone"`
	Email      string `json:"email"`
	Left       bool   `json:"left"` // no longer signs in; the name stays on what they did
}

// Office is one housing office of the landlord.
type Office struct {
	ID   int64  `json:"id"`
	Name string `json:"name"`
}

// Settings are the landlord's own: they live in the register with history.
type Settings struct {
	Version      int                  `json:"version" history:"-"`
	Landlord     string               `json:"landlord"` // short name, "Derby Homes"
	LegalName    string               `json:"legal_name"`
	Address      []string             `json:"address"` // complaints' address, postcode last
	Telephone    string               `json:"telephone"`
	Email        string               `json:"email"`
	Hours        string               `json:"hours"`
	Footer       string               `json:"footer"`        // company and provider numbers
	Homes        int                  `json:"homes"`         // homes owned, the measures' denominator; 0 means not known
	CurrentFrom  calendar.Date        `json:"current_from"`  // the current policy's date in force
	Holidays     []calendar.Exception `json:"holidays"`      // days added to or removed from the bank holidays
	Envelope     string               `json:"envelope"`      // "DL", "C5" or "none"
	BackupFolder string               `json:"backup_folder"` // the second place for a copy

	// Where the completed form of an insurance claim goes; empty where the office
	// has not said. The postcode of the address is last.
	InsuranceName    string   `json:"insurance_name,omitempty"`
	InsuranceAddress []string `json:"insurance_address,omitempty"`
	InsuranceEmail   string   `json:"insurance_email,omitempty"`

	Redress         redress.Settings `json:"redress,omitzero"`
	PetitionWorking bool             `json:"petition_working,omitempty"` // 15 working days, not calendar days (ruling 11)
	PromiseDates    []PromiseDates   `json:"promise_dates,omitempty"`    // the office's own, by the promise (ruling 1)
}

// PromiseDates are the days between which a standing promise is in force. A
// promise that is law keeps its own.
type PromiseDates struct {
	Promise string        `json:"promise"`
	From    calendar.Date `json:"from,omitzero"`
	Until   calendar.Date `json:"until,omitzero"` // the last day; none while it stands
}

// Resident is a person on the housing system's list.
type Resident struct {
	ID        int64  `json:"id" history:"-"`
	Version   int    `json:"version" history:"-"`
	Reference string `json:"reference" history:"personal"` // the housing system's person reference
	HomeID    int64  `json:"home_id"`
	Person    Person `json:"person"`
	Same      int64  `json:"same,omitempty"` // the record of the same person that stands for this one
}

// Dwelling is a home on the housing system's list.
type Dwelling struct {
	ID      int64 `json:"id" history:"-"`
	Version int   `json:"version" history:"-"`
	Office  int64 `json:"office"`
	Home    Home  `json:"home"`
}
