package letters

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"casebook/app/field"
	"casebook/app/look"
	"casebook/app/task"
	"casebook/data/casework"
	"casebook/reports/letter"
	"casebook/reports/paper"
)

// side is what stands beside the page: for a draft what keeps Print shut, what
// holds and the advice; for a letter made, how it went.
func (v *View) side() fyne.CanvasObject {
	switch v.model.Standing() {
	case Made:
		return look.Column(12, v.madeCard(), v.checksCard())
	case Sent:
		return v.sentCard()
	}
	cards := []fyne.CanvasObject{}
	if failing := letter.Failing(v.model.Now.Findings); len(failing) > 0 {
		cards = append(cards, v.shutCard(failing))
	}
	return look.Column(12, append(cards, v.checksCard(), v.sizeCard())...)
}

func (v *View) shutCard(failing []letter.Finding) fyne.CanvasObject {
	title := "1 thing keeps Print shut"
	if len(failing) > 1 {
		title = fmt.Sprintf("%d things keep Print shut", len(failing))
	}
	rows := []fyne.CanvasObject{look.Line(8, look.NewIco(look.IconWarn, look.Red, 20), look.NewTxt(title, look.SizeCard, look.Red, true))}
	offered := map[letter.Fix]bool{}
	for i, f := range failing {
		rows = append(rows, look.NewSentence(look.Words(f.Words+".  "), look.Words(f.Source).In(look.Muted).At(look.SizeSmall)))
		fix := f.Fix
		if offered[fix] {
			continue // one button mends both
		}
		offered[fix] = true
		mend := func() { v.deps.Fix(v.model.caseID, fix) }
		b := look.NewButton(fixWords(fix, v.model.Now.Case.Kind), mend)
		if i == 0 {
			b = look.NewPrimary(fixWords(fix, v.model.Now.Case.Kind), mend).With("", "F2")
			v.first = b
		}
		rows = append(rows, look.Line(0, b, look.Gap()))
	}
	return look.Tinted(look.Late, look.Pad(12, 16, 12, 16, look.Column(8, rows...)))
}

// fixes name what mends a finding.
var fixes = map[casework.ActName]string{
	casework.ActChangeContact: "Change contact details",
	casework.ActAssign:        "Give the case to an officer", casework.ActLogCall: "Record the call",
	casework.ActAddRemedy: "Add a remedy", casework.ActOfferRedress: "Look at the money",
	casework.ActPropose: "Look at the offer", casework.ActApprove: "Look at the offer", casework.ActPromise: "Make the promise",
}

func fixWords(f letter.Fix, kind casework.Kind) string {
	switch {
	case f.Act == casework.ActDescribe:
		return "Set out the " + kind.Noun()
	case f.Act == casework.ActAnswer && f.Point > 0:
		return fmt.Sprintf("Answer point %d", f.Point)
	case fixes[f.Act] != "":
		return fixes[f.Act]
	case f.Act != "":
		return f.Act.Words()
	case f.Page == letter.PageSettings:
		return "Open settings"
	case f.Page == letter.PageOfficers:
		return "Open officers"
	case f.Page == letter.PageLargePrint:
		return "Change the print size"
	}
	return "Make the letter again"
}

// checksCard lists what holds, then advice that does not shut Print.
func (v *View) checksCard() fyne.CanvasObject {
	var holds, advice []letter.Finding
	for _, f := range v.model.Now.Findings {
		switch {
		case f.OK:
			holds = append(holds, f)
		case !f.Must:
			advice = append(advice, f)
		}
	}
	rows := []fyne.CanvasObject{look.Line(8, look.NewTxt(fmt.Sprintf("%d checks pass", len(holds)), look.SizeCard, look.Text, true), look.Gap(), look.NewTxt("Code provision", look.SizeSmall, look.Muted, false))}
	line := func(icon look.Icon, ink look.Token, f letter.Finding, right string) fyne.CanvasObject {
		return look.TopLine(8, look.AtLeast(16, 20, look.NewIco(icon, ink, 16)), look.Stretch(1, look.NewSentence(look.Words(f.Words).In(ink).At(look.SizeSmall))),
			look.NewTxt(right, look.SizeSmall, look.Muted, false))
	}
	for _, f := range holds {
		rows = append(rows, line(look.IconCheck, look.Text, f, strings.TrimPrefix(f.Source, "Code ")))
	}
	for _, f := range advice {
		rows = append(rows, line(look.IconClock, look.Amber, f, "Does not shut Print"))
	}
	return look.Card(look.Column(5, rows...))
}

// sizeCard chooses the size of print and the envelope of a draft.
func (v *View) sizeCard() fyne.CanvasObject {
	sizes := look.NewSegmented([]string{"Standard", "Large print"}, func(place int) {
		v.model.Large = place == 1
		v.Refresh()
	})
	sizes.Set(0)
	if v.model.Now.Letter.LargePrint {
		sizes.Set(1)
	}
	rows := []fyne.CanvasObject{look.Line(12, look.NewTxt("Print size", look.SizeSmall, look.Text, true), look.Gap(), sizes)}
	if v.model.Now.Case.Contact.Needs(casework.LargePrint) {
		rows = append(rows, look.Hint("The resident asked for large print."))
	}
	if v.model.Enveloped() {
		rows = append(rows, look.Line(12, look.NewTxt("Envelope", look.SizeSmall, look.Text, true), look.Gap(), v.envelopes()))
	}
	return look.Card(look.Column(10, rows...))
}

func (v *View) envelopes() fyne.CanvasObject {
	names := []string{paper.EnvelopeDL, paper.EnvelopeC5, paper.EnvelopePlain}
	words := []string{"DL", "C5", "No window"}
	seg := look.NewSegmented(words, func(place int) {
		v.model.Envelope = names[place]
		v.Refresh()
	})
	for i, name := range names {
		if strings.EqualFold(name, v.envelope()) {
			seg.Set(i)
		}
	}
	return seg
}

// dispatchForm asks how a letter went.
type dispatchForm struct {
	form *field.Form
	save func()
}

// madeCard says how far a letter has come and asks how it went. A letter of an
// earlier day has to be made again first (ruling 7).
func (v *View) madeCard() fyne.CanvasObject {
	k := v.model.Now.Kept
	state := "Not known whether it was printed. If you do not have the paper, print it again."
	if k.Printer != "" {
		state = strings.ToUpper(k.Printer[:1]) + k.Printer[1:] + "."
	}
	rows := []fyne.CanvasObject{look.NewTxt("How did it go?", look.SizeSection, look.Text, true), look.NewSentence(look.Words(state))}
	if v.model.Stale() {
		b := look.NewPrimary("Make it again", v.again).With("", "Ctrl+Enter")
		v.first = b
		rows = append(rows, look.NewSentence(look.Words(fmt.Sprintf("This letter is dated %s. A letter that goes today needs today's date and deadlines.", k.Dated.Letter()))), look.Line(0, b, look.Gap()))
		rows = append(rows, look.Hint("If it went on the day it is dated, say so below."))
	}
	if v.model.Now.Changed {
		rows = append(rows, look.NewSentence(look.Words("The case has changed since this letter was made. The page shown is as it would be now; Open shows the letter that was made.").In(look.Amber)))
	}
	rows = append(rows, v.dispatchRows())
	return look.Card(look.Column(10, rows...))
}

func (v *View) dispatchRows() fyne.CanvasObject {
	f := field.NewForm()
	var words []string
	for _, d := range casework.Dispatches() {
		words = append(words, capital(string(d)))
	}
	how := f.Choice("how", "How it went", words...)
	how.Set(capital(string(v.model.Usual())))
	to := f.Text("to", "To whom")
	to.Set(v.model.Recipient())
	on := f.Date("on", "When", v.model.EchoDay)
	on.Set("today")
	if v.model.Stale() {
		on.Set(v.model.Now.Kept.Dated.String())
	}
	on.Again()
	save := func() { v.dispatch(f, on.Value(), casework.Dispatch(strings.ToLower(how.Value())), to.Value()) }
	f.Default = save
	v.say = &dispatchForm{form: f, save: save}
	if !v.model.Stale() {
		v.first = how.Focusable()
	}
	b := look.NewPrimary("It went", save).With("", "Ctrl+Enter")
	if v.model.Stale() {
		b = look.NewButton("It went that day", save)
	}
	return f.In(look.Column(10, f.Summary(), how.Object(), to.Object(), on.Object(), look.Line(0, b, look.Gap())))
}

func (v *View) dispatch(f *field.Form, onText string, how casework.Dispatch, to string) {
	on, err := v.model.Day(onText)
	if err != nil {
		f.ShowErrors(map[string]string{"on": capital(err.Error())})
		return
	}
	m := v.model
	task.Run(v.deps.Shell.Tasks(), func(ctx context.Context) (struct{}, error) { return struct{}{}, m.Dispatch(ctx, on, how, to) },
		func(_ struct{}, err error) {
			if wrong, theirs := Problems(err); theirs {
				f.ShowErrors(wrong)
				return
			}
			if err != nil {
				v.deps.Shell.Problem(err)
				return
			}
			v.deps.Shell.Toast(fmt.Sprintf("%s, %s.", m.Now.Letter.Title, how), nil)
			v.changed()
		})
}

func (v *View) sentCard() fyne.CanvasObject {
	k := v.model.Now.Kept
	facts := []look.Fact{{Name: "Went", Value: k.Sent.Long(), Bold: true}, {Name: "How", Value: capital(string(k.How))}, {Name: "To", Value: k.To}, {Name: "Pages", Value: fmt.Sprint(k.Pages)}}
	b := look.NewPrimary("Open the letter that went", v.open).With("", "Ctrl+O")
	v.first = b
	rows := []fyne.CanvasObject{look.NewTxt("This letter has gone", look.SizeSection, look.Text, true), look.Facts(70, facts...)}
	if v.model.Now.Changed {
		rows = append(rows, look.NewSentence(look.Words("The page shown is as the case stands now. Open shows the letter exactly as it went.").In(look.Muted)))
	}
	if k.Elsewhere {
		rows = append(rows, look.NewSentence(look.Words("It was written outside Casebook, so its words are not kept here.").In(look.Muted)))
		v.first = nil
		return look.Card(look.Column(10, rows...))
	}
	return look.Card(look.Column(10, append(rows, look.Line(0, b, look.Gap()))...))
}

func capital(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
