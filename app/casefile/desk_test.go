package casefile

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"casebook/data/casework"
	"casebook/data/register"
)

// kept is what the desk of the tests remembers beside its one case.
type kept struct {
	team      []casework.Officer // in place of the usual ones
	linked    map[int64]casework.Case
	documents map[string][]byte
	before    casework.Case // as the case was before the last act
	last      casework.Result
	by        int64
	at        time.Time
}

func (d *desk) Document(_ context.Context, _ casework.Officer, _ int64, sha string) ([]byte, error) {
	if content, ok := d.documents[sha]; ok {
		return content, nil
	}
	return nil, register.ErrNotFound
}

func (d *desk) takeBack() casework.TakeBack {
	return casework.TakeBack{Act: d.last.Act, Summary: d.last.Summary, Before: d.before, By: d.by, At: d.at}
}

func (d *desk) Undo(ctx context.Context, by casework.Officer, id int64, version int) (casework.Result, error) {
	return d.Do(ctx, by, id, version, d.takeBack())
}

func (d *desk) Undoable(_ context.Context, by casework.Officer, _ int64) (string, time.Time, bool) {
	back := d.takeBack()
	if _, err := casework.Apply(d.c, back, d.moment(by)); err != nil {
		return "", time.Time{}, false
	}
	return back.Summary, back.At.Add(casework.TakeBackTime), true
}

func (d *desk) KeepEvidence(ctx context.Context, by casework.Officer, id int64, version int, act casework.AddEvidence, content []byte) (casework.Result, error) {
	mediaType, err := casework.EvidenceType(act.File, content)
	if err != nil {
		return casework.Result{}, err
	}
	sum := sha256.Sum256(content)
	act.Type, act.Size, act.Document = mediaType, len(content), hex.EncodeToString(sum[:])
	out, err := d.Do(ctx, by, id, version, act)
	if err == nil {
		d.keep(act.Document, content)
	}
	return out, err
}

func (d *desk) keep(sha string, content []byte) {
	if d.documents == nil {
		d.documents = map[string][]byte{}
	}
	d.documents[sha] = content
}

func (d *desk) CaseByReference(_ context.Context, _ casework.Officer, ref casework.Reference) (casework.Case, error) {
	for _, c := range d.linked {
		if c.Reference == ref {
			return c, nil
		}
	}
	return casework.Case{}, register.ErrNotFound
}

func (d *desk) Link(ctx context.Context, by casework.Officer, one, other int64, kind casework.LinkKind) (casework.Result, error) {
	return d.Do(ctx, by, one, 0, casework.LinkTo{Case: other, Reference: d.linked[other].Reference, Kind: kind})
}

func (d *desk) Unlink(ctx context.Context, by casework.Officer, one, other int64, why string) (casework.Result, error) {
	for _, l := range d.c.Links {
		if l.Case == other {
			return d.Do(ctx, by, one, 0, casework.Unlink{Link: l.ID, Why: why})
		}
	}
	return casework.Result{}, register.ErrNotFound
}

func (d *desk) Dwellings(context.Context, casework.Officer, string, int) ([]casework.Dwelling, error) {
	return nil, nil
}
