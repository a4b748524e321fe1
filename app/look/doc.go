// Package look is what the window is made of: colours and sizes by name, text,
// icons, buttons, chips, cards, lists, tables, drawers and messages, and the
// layouts that set them.
//
// Everything takes its colours from tokens ([Text], [RedTint]) and its sizes
// from the text size, and follows a change of either while it is shown. So no
// screen draws a raw rectangle or text of the toolkit.
//
// A screen is put together from functions that return objects:
//
//	head := look.Titled("Today", look.NewSentence(look.Bold("3 overdue").In(look.Red)),
//		look.NewPrimary("Print huddle sheet", print).With(look.IconPrint, "Ctrl+P"))
//	overdue := look.NewList(57, model.Count, newRow, fillRow)
//	overdue.Open = model.Open
//	card := look.Headed(look.Late, look.CountHead(look.Late, "3", "Overdue", look.NewKeycap("1")), overdue)
//	return look.Screen(look.Edges(look.Pad(0, 0, 16, 0, head), nil,
//		look.Scroll(look.Grid(3, 330, 16, card, …)), nil, nil))
//
// Tab visits objects in the order in which they were given. Buttons, links and
// options press with Space and with Enter; a list is one stop with a cursor of
// its own. A keycap only shows a key: the screen binds it in its layer of
// casebook/app/keys. Arrows, ticks and other marks are icons, never characters,
// because the bundled face has none.
//
// Text that wraps ([Sentence]) knows its height only once it has its width;
// [Column], [Line], [Grid] and [Edges] ask in that order, the toolkit's own
// boxes do not.
package look
