// Package acts does acts on the case of a screen away from the interface, and
// tells the officer and the other screens what became of it:
//
//	v.acts = acts.On{Shell: deps.Shell, News: deps.News, Case: v.model, Problems: Problems}
//	v.acts.Do(casework.AddNote{Text: text}, "Note added.", form.done)
package acts

import (
	"context"

	"casebook/app/news"
	"casebook/app/shell"
	"casebook/app/task"
	"casebook/data/casework"
)

// Case is the case of a screen. Do and Undo are called away from the interface.
type Case interface {
	// Ref is how the case is known to the other screens.
	Ref() string
	// Do does an act on the case as it stands on the screen.
	Do(ctx context.Context, act casework.Act) (casework.Result, error)
	// Undo takes back the officer's last act, which made this version; 0 is the
	// case as it stands on the screen.
	Undo(ctx context.Context, version int) (casework.Result, error)
}

// On is a case that acts are done on.
type On struct {
	Shell *shell.Shell
	News  *news.Desk
	Case  Case
	// Problems turns a refusal into messages by field; false for what is not the
	// officer's to mend.
	Problems func(error) (map[string]string, bool)
	// After goes on to what an act leads to, such as the letter that it owes; nil
	// where the screen stays.
	After func(casework.Result)
}

// Do decides one act away from the interface, then shows what became of the
// case. done is told of a refusal by field; nil when the act was done. Without
// it a refusal stands in a message of its own.
func (o On) Do(act casework.Act, said string, done func(wrong map[string]string)) {
	o.Work(func(ctx context.Context) (casework.Result, error) { return o.Case.Do(ctx, act) }, said, done)
}

// Work is Do for what changes the case by more than one act.
func (o On) Work(change func(context.Context) (casework.Result, error), said string, done func(wrong map[string]string)) {
	task.Run(o.Shell.Tasks(), change, func(out casework.Result, err error) {
		if err != nil {
			wrong, theirs := o.Problems(err)
			if !theirs || done == nil {
				o.Shell.Problem(err)
				return
			}
			done(wrong)
			return
		}
		if done != nil {
			done(nil)
		}
		o.Shell.Toast(said, o.undoing(out))
		o.tell(out)
		if o.After != nil {
			o.After(out)
		}
	})
}

// Undo takes back the officer's last act here, or says why it cannot be.
func (o On) Undo(version int) {
	task.Run(o.Shell.Tasks(), func(ctx context.Context) (casework.Result, error) { return o.Case.Undo(ctx, version) },
		func(out casework.Result, err error) {
			if err != nil {
				o.Shell.Problem(err)
				return
			}
			o.Shell.Toast(out.Summary+".", nil)
			o.tell(out)
		})
}

// undoing is what a message offers after an act: to take it back, where it can
// be (ruling 16).
func (o On) undoing(out casework.Result) func() {
	if !casework.Undoable(out.Act) {
		return nil
	}
	return func() { o.Undo(out.Case.Version) }
}

// tell lets every screen that shows the case read it again.
func (o On) tell(out casework.Result) {
	o.News.Case.Publish(news.CaseChanged{Reference: o.Case.Ref(), Act: string(out.Act)})
}
