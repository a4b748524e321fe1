// Package redress is the screen of money: what a failing is worth, line by
// line, with how each sum is made. Inside a case it holds the ledger and takes
// the offer from the first line to the payment; on its own it works out what
// something would be and keeps nothing.
package redress
