package app

import (
	"casebook/app/settings"
	"casebook/data/casework"
)

// away asks who covers during an absence; nil for an officer who may not. Those
// who may reach it from Today need no way into the settings (ruling 29).
func (o *office) away() func() {
	if casework.May(o.by, casework.ActCover, casework.Case{}) != nil {
		return nil
	}
	return func() {
		settings.Away(settings.Deps{Shell: o.shell, Register: o.reg, By: o.by, Today: o.program.today, News: o.news})
	}
}
