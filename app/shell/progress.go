package shell

import (
	"strconv"

	"fyne.io/fyne/v2"

	"casebook/app/look"
	"casebook/app/task"
)

// progress shows long work at the foot of the window, in words and numbers,
// with Stop.
type progress struct {
	layer *fyne.Container
	words *look.Txt
	bar   *look.Bar
	stop  *look.Button
	end   func()
}

func newProgress() *progress {
	p := &progress{layer: look.AtFoot()}
	p.words = look.NewTxt("", look.SizeBody, look.Text, false)
	p.bar = look.NewBar(240)
	p.stop = look.NewSmall("Stop", func() {
		if p.end != nil {
			p.end()
		}
	})
	return p
}

// Show is part of task.Panel.
func (p *progress) Show(now task.Progress, stop func()) {
	p.end = stop
	words, part := now.Words, float32(0)
	if now.Total > 0 {
		part = float32(now.Done) / float32(now.Total)
		words += ", " + strconv.Itoa(now.Done*100/now.Total) + "%"
	}
	p.words.Say(words, look.Text)
	p.bar.Set(part)
	if len(p.layer.Objects) == 0 {
		p.layer.Add(look.Tinted(look.Plain, look.Pad(8, 12, 8, 16, look.Line(16, p.words, p.bar, p.stop))))
	}
	p.layer.Refresh()
}

// Hide is part of task.Panel.
func (p *progress) Hide() {
	p.end = nil
	p.layer.Objects = nil
	p.layer.Refresh()
}
