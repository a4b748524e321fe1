// Package signin is the window before the frame: the first start, which makes
// or joins a register; the sign-in; and what to do when a register does not
// open. It ends by calling [Deps.Done] with an open register and its officer.
//
//	gate := signin.New(signin.Deps{…})
//	gate.Start(address)       // "" asks where the register is to live
//	gate.Switch(open, address) // another officer sits down
package signin
