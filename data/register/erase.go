package register

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"casebook/data/casework"
)

const actErase casework.ActName = "erase personal data"

// EraseValue erases one personal field of a closed case ("resident.name",
// "points.2.text") from the case and from its history, when the time for
// keeping it is over. Every entry stays and the chain still verifies, since
// entries hold only digests; a new entry says who erased what and why. The
// entries' summaries go with it, because they may quote the field.
func (r *Register) EraseValue(ctx context.Context, by casework.Officer, id int64, version int, field, reason string) (casework.Case, error) {
	var after casework.Case
	err := r.writing(ctx, func(w *work) error {
		by, err := w.mayDo(by, casework.ErasePersonal)
		if err != nil {
			return err
		}
		after, err = w.eraseValue(by, id, version, field, strings.TrimSpace(casework.Tidy(reason)))
		return err
	})
	return settled(after, err)
}

func (w *work) eraseValue(by casework.Officer, id int64, version int, field, reason string) (casework.Case, error) {
	if reason == "" {
		return casework.Case{}, &casework.Refusal{Code: "no-reason", Field: "reason", Reason: "Write why the data is erased"}
	}
	h, err := w.take(caseSubject(id))
	if err != nil {
		return casework.Case{}, err
	}
	before, err := w.seen(by, id)
	if err != nil {
		return casework.Case{}, err
	}
	if version != 0 && version != h.number {
		return casework.Case{}, w.caseConflict(by, id, version)
	}
	if before.Closed.IsZero() {
		return casework.Case{}, &casework.Refusal{Code: "open",
			Reason: "A person's data is needed while the case is open. Close the case first"}
	}
	after, err := decodeCopy(before)
	if err != nil {
		return casework.Case{}, err
	}
	if !casework.Clear(&after, field) {
		return casework.Case{}, &casework.Refusal{Code: "no-field", Field: "field",
			Reason: fmt.Sprintf("%q is not personal data of this case", field)}
	}
	return after, w.keepErasure(h, before, &after, by, field, reason)
}

// keepErasure writes the entry that says so, and then takes the values away.
// The entry's own old value is erased with the others.
func (w *work) keepErasure(h head, before casework.Case, after *casework.Case, by casework.Officer, field, reason string) error {
	subject := caseSubject(before.ID)
	var err error
	after.Version, err = w.append(h, event{subject: subject, act: actErase, by: by.ID, happened: w.r.today(),
		note: "Erased " + field + ": " + reason, changes: casework.Diff(before, *after)})
	if err != nil {
		return err
	}
	for number := 1; number <= after.Version; number++ {
		if err := w.eraseFrom(subject, number, field, after.Version); err != nil {
			return err
		}
	}
	return w.updateCase(before, *after)
}

// eraseFrom takes one field and the summary out of what stands beside an
// entry, if either is there.
func (w *work) eraseFrom(s subject, number int, field string, said int) error {
	var content string
	err := w.one(`SELECT content FROM personal WHERE subject = $1 AND number = $2`, []any{s, number}, &content)
	if err != nil {
		if absent(err) == ErrNotFound {
			return nil
		}
		return err
	}
	values, err := decode[[]personalValue](content)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(values, func(v personalValue) bool { return v.Field == field || strings.HasPrefix(v.Field, field+".") }) {
		return nil
	}
	for i, v := range values {
		if v.Erased || v.Field != summaryField && v.Field != field && !strings.HasPrefix(v.Field, field+".") {
			continue
		}
		values[i] = personalValue{Field: v.Field, Salt: v.Salt, Erased: true}
		err := w.exec(`INSERT INTO erasures (subject, erased, field, number) VALUES ($1, $2, $3, $4)`, s, number, v.Field, said)
		if err != nil {
			return err
		}
	}
	text, err := json.Marshal(values)
	if err != nil {
		return err
	}
	return w.changeOne(`UPDATE personal SET content = $1 WHERE subject = $2 AND number = $3`, string(text), s, number)
}

func decodeCopy(c casework.Case) (casework.Case, error) {
	text, err := json.Marshal(c)
	if err != nil {
		return c, err
	}
	return decode[casework.Case](string(text))
}
