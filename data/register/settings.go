package register

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"

	"casebook/data/calendar"
	"casebook/data/casework"
	"casebook/data/policy"
	"casebook/data/redress"
)

const actSaveSettings casework.ActName = "save settings"

// currentPolicy is the name of the policy whose date in force is a setting.
const currentPolicy = "current"

// rules are the policies and holidays as one version of the settings makes
// them. They never change, so many goroutines may read them.
type rules struct {
	version  int
	settings casework.Settings
	policies *policy.Set
	holidays *calendar.Holidays
}

// Settings are the landlord's own settings. Every officer may read them: the
// name of the landlord stands on every screen.
func (r *Register) Settings(ctx context.Context, by casework.Officer) (casework.Settings, error) {
	var s casework.Settings
	err := r.reading(ctx, func(w *work) error {
		if _, err := w.current(by); err != nil {
			return err
		}
		var err error
		s, err = w.settings()
		return err
	})
	return s, err
}

// SaveSettings keeps changed settings. Their Version is the one that was
// read; a Conflict says that somebody saved others since. Where the bank
// holidays are others, the open dates move with them, as by ApplyHolidays but
// without a look at them first.
func (r *Register) SaveSettings(ctx context.Context, by casework.Officer, s casework.Settings) (casework.Settings, error) {
	var saved casework.Settings
	err := r.ruling(ctx, func(w *work) error {
		by, err := w.mayDo(by, casework.ChangeSettings)
		if err != nil {
			return err
		}
		saved, err = w.saveSettings(by, s)
		return err
	})
	return settled(saved, err)
}

// checkPromiseDates refuses days for what is no promise, for one that is law,
// and for one that would end before it began (ruling 1).
func checkPromiseDates(dates []casework.PromiseDates, shipped *policy.Set) error {
	seen := map[string]bool{}
	for _, d := range dates {
		p, ok := shipped.Promise(d.Promise)
		refusal := &casework.Refusal{Code: "promise-dates", Field: "promise dates", Source: "ruling 1"}
		switch {
		case !ok:
			refusal.Reason = "Choose one of the promises. There is none called " + d.Promise
		case p.ByLaw:
			refusal.Reason = p.Title + " is law. The office cannot begin or end it"
		case seen[d.Promise]:
			refusal.Reason = "Enter the days of " + p.Title + " once"
		case !d.Until.IsZero() && d.Until.Before(d.From):
			refusal.Reason = p.Title + " would end before it began. Enter a last day from " + d.From.Long() + " on"
		default:
			seen[d.Promise] = true
			continue
		}
		return refusal
	}
	return nil
}

// checkRedress refuses tables and rates that no sum could be worked out by.
func checkRedress(s redress.Settings) error {
	err := s.Check()
	if p, ok := errors.AsType[*redress.Problem](err); ok {
		return &casework.Refusal{Code: p.Code, Field: p.Field, Reason: p.Reason, Source: p.Source}
	}
	return err
}

func (w *work) settings() (casework.Settings, error) {
	var body string
	err := w.one(`SELECT body FROM settings WHERE settings_id = 1`, nil, &body)
	if errors.Is(err, sql.ErrNoRows) {
		return casework.Settings{}, nil
	}
	if err != nil {
		return casework.Settings{}, err
	}
	return decode[casework.Settings](body)
}

func (w *work) saveSettings(by casework.Officer, s casework.Settings) (casework.Settings, error) {
	casework.TidyAll(&s)
	if strings.TrimSpace(s.Landlord) == "" {
		return s, &casework.Refusal{Code: "no-landlord", Field: "landlord", Reason: "Enter the landlord's name"}
	}
	if s.Homes < 0 {
		return s, &casework.Refusal{Code: "homes", Field: "homes", Reason: "Enter how many homes the landlord owns, or leave it empty"}
	}
	if err := checkPromiseDates(s.PromiseDates, w.r.shipped); err != nil {
		return s, err
	}
	if err := checkRedress(s.Redress); err != nil {
		return s, err
	}
	h, err := w.take(settingsSubject)
	if err != nil {
		return s, err
	}
	if s.Version != h.number {
		return s, w.conflict(settingsSubject, s.Version)
	}
	before, err := w.settings()
	if err != nil {
		return s, err
	}
	changes := casework.Diff(before, s)
	if len(changes) == 0 && h.number > 0 {
		return s, nil
	}
	was, err := w.ruled()
	if err != nil {
		return s, err
	}
	s.Version, err = w.append(h, event{subject: settingsSubject, act: actSaveSettings, by: by.ID,
		happened: w.r.today(), summary: "Settings saved", changes: changes})
	if err != nil {
		return s, err
	}
	body, err := json.Marshal(s)
	if err != nil {
		return s, err
	}
	err = w.exec(`INSERT INTO settings (settings_id, body) VALUES (1, $1)
		ON CONFLICT (settings_id) DO UPDATE SET body = excluded.body`, string(body))
	if err != nil {
		return s, err
	}
	now := w.r.rulesOf(s)
	w.made = &now // not yet the register's: the transaction may still be given up
	return s, w.recount(by, was, now)
}

// ruled gives the rules of the settings as this transaction sees them. They
// are built again only when the settings have a new version.
func (w *work) ruled() (rules, error) {
	if w.made != nil {
		return *w.made, nil
	}
	made, err := w.readRules()
	if err == nil {
		w.made = &made
	}
	return made, err
}

func (w *work) readRules() (rules, error) {
	s, err := w.settings()
	if err != nil {
		return rules{}, err
	}
	w.r.mu.Lock()
	defer w.r.mu.Unlock()
	if w.r.rules.policies != nil && w.r.rules.version == s.Version {
		return w.r.rules, nil
	}
	made := w.r.rulesOf(s)
	if s.Version > w.r.rules.version {
		w.r.rules = made // an older snapshot must not push out newer rules
	}
	return made, nil
}

// rulesOf makes the rules of some settings.
func (r *Register) rulesOf(s casework.Settings) rules {
	made := rules{version: s.Version, settings: s, policies: r.shipped, holidays: calendar.England(s.Holidays...)}
	if !s.CurrentFrom.IsZero() {
		made.policies = made.policies.WithStart(currentPolicy, s.CurrentFrom)
	}
	made.policies = made.policies.WithPetitionUnit(s.PetitionWorking)
	for _, p := range s.PromiseDates {
		made.policies = made.policies.WithPromise(p.Promise, p.From, p.Until)
	}
	return made
}

// Policies are every policy and dated promise, with the office's own dates in
// force. They are public pages: no officer is asked for.
func (r *Register) Policies(ctx context.Context) (*policy.Set, error) {
	made, err := r.currentRules(ctx)
	return made.policies, err
}

// Holidays are England's bank holidays with the office's own changes.
func (r *Register) Holidays(ctx context.Context) (*calendar.Holidays, error) {
	made, err := r.currentRules(ctx)
	return made.holidays, err
}

func (r *Register) currentRules(ctx context.Context) (rules, error) {
	var made rules
	err := r.reading(ctx, func(w *work) error {
		var err error
		made, err = w.ruled()
		return err
	})
	return made, err
}

// Moment is what an act may know of the world on a day: for screens that show
// what an act would do before it is done.
func (r *Register) Moment(ctx context.Context, by casework.Officer, today calendar.Date) (casework.Moment, error) {
	var m casework.Moment
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		if m, err = w.moment(by, today); err != nil {
			return err
		}
		colleagues := map[int64]casework.Officer{}
		err = w.each(`SELECT body FROM officers`, nil, func(rows *sql.Rows) error {
			var all []casework.Officer
			if err := scanBody(rows, &all); err != nil {
				return err
			}
			colleagues[all[0].ID] = all[0]
			return nil
		})
		m.Officer = func(id int64) (casework.Officer, bool) { o, ok := colleagues[id]; return o, ok }
		return err
	})
	return m, err
}

// moment is the world as this transaction sees it. Colleagues are read from
// the transaction when an act asks for them.
func (w *work) moment(by casework.Officer, today calendar.Date) (casework.Moment, error) {
	made, err := w.ruled()
	if err != nil {
		return casework.Moment{}, err
	}
	return casework.Moment{
		Today: today, Now: w.now, By: by, Policies: made.policies, Holidays: made.holidays, Settings: made.settings,
		Officer: func(id int64) (casework.Officer, bool) {
			o, found, err := w.officer(id)
			if err != nil {
				w.fault = errors.Join(w.fault, err) // casework has no errors of ours: act looks here afterwards
			}
			return o, found
		},
	}, nil
}
