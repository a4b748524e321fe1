// Package payments makes the workbook that finance pays and reconciles by: the
// sums that residents are owed, and the payments that were made.
package payments

import (
	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/redress"
)

// Book is what the workbook says.
type Book struct {
	Landlord string        `json:"landlord"`
	Office   string        `json:"office,omitempty"` // empty: every office
	Today    calendar.Date `json:"today"`
	From     calendar.Date `json:"from"` // of the payments; both days included
	To       calendar.Date `json:"to"`
	Owed     []Owed        `json:"to_pay"`
	Paid     []Paid        `json:"paid"`
}

// Owed is a sum to pay.
type Owed struct {
	Reference casework.Reference `json:"reference"`
	Resident  string             `json:"resident,omitempty"`
	PayTo     string             `json:"pay_to,omitempty"` // the resident, or who deals with the affairs of one who has died
	For       string             `json:"for"`
	Head      redress.Head       `json:"head"`
	Sum       redress.Pence      `json:"sum"` // in pence
	Since     calendar.Date      `json:"since"`
	Due       calendar.Date      `json:"due"`
	Days      int                `json:"days"` // since it has been owed
	Officer   string             `json:"officer,omitempty"`
}

// Paid is a payment. One that was made in error stays in the list and out of
// the total.
type Paid struct {
	Reference casework.Reference `json:"reference"`
	Resident  string             `json:"resident,omitempty"`
	For       []string           `json:"for"`
	Sum       redress.Pence      `json:"sum"` // in pence
	On        calendar.Date      `json:"on"`
	Method    casework.PayMethod `json:"method"`
	Theirs    string             `json:"payment_reference"`
	Officer   string             `json:"officer"`
	Error     string             `json:"error,omitempty"`
	Erred     calendar.Date      `json:"error_on,omitzero"`
}

// ToPay is all that is owed.
func (b Book) ToPay() redress.Pence {
	var sum redress.Pence
	for _, o := range b.Owed {
		sum += o.Sum
	}
	return sum
}

// PaidBy is all that was paid by one method, without what was made in error; by
// every method where none is named.
func (b Book) PaidBy(method casework.PayMethod) redress.Pence {
	var sum redress.Pence
	for _, p := range b.Paid {
		if p.Erred.IsZero() && (method == "" || p.Method == method) {
			sum += p.Sum
		}
	}
	return sum
}

// InError is all that was paid in error.
func (b Book) InError() redress.Pence {
	var sum redress.Pence
	for _, p := range b.Paid {
		if !p.Erred.IsZero() {
			sum += p.Sum
		}
	}
	return sum
}
