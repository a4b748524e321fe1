package register

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"time"

	"casebook/data/casework"
)

// KeepLetter keeps the exact bytes of a letter and the act that makes it, in
// one transaction: a letter without its bytes cannot come about. act.Document
// may be empty; the register writes the SHA-256 of the bytes into it.
func (r *Register) KeepLetter(ctx context.Context, by casework.Officer, id int64, version int, pdf []byte, act casework.MakeLetter) (casework.Result, error) {
	return r.acting(ctx, by, func(w *work) (casework.Result, error) {
		sha, err := w.keepDocument(pdf)
		if err != nil {
			return casework.Result{}, err
		}
		if act.Document != "" && act.Document != sha {
			return casework.Result{}, errors.New("register: the letter's digest is not that of its bytes")
		}
		act.Document = sha
		return w.do(by, r.today(), id, version, act)
	})
}

// KeepEvidence keeps the exact bytes of a paper, picture or recording and the
// act that adds it to a case, in one transaction (Code 5.8, 5.12). What it is,
// its size and its digest are decided from the bytes, whatever the act says.
func (r *Register) KeepEvidence(ctx context.Context, by casework.Officer, id int64, version int, act casework.AddEvidence, content []byte) (casework.Result, error) {
	mediaType, err := casework.EvidenceType(act.File, content)
	if err != nil {
		return casework.Result{}, err
	}
	act.Type, act.Size, act.Document = mediaType, len(content), digestOf(content)
	return r.acting(ctx, by, func(w *work) (casework.Result, error) {
		w.undo = true
		out, err := w.do(by, r.today(), id, version, act)
		if err != nil {
			return out, err
		}
		_, err = w.keepDocument(content)
		return out, err
	})
}

// digestOf is the SHA-256 under which bytes are kept, in hex.
func digestOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// keepDocument keeps bytes under their SHA-256. The same bytes are kept once.
func (w *work) keepDocument(content []byte) (string, error) {
	if len(content) == 0 {
		return "", errors.New("register: a document without bytes")
	}
	sha := digestOf(content)
	var kept int
	err := w.one(`SELECT count(*) FROM documents WHERE sha256 = $1`, []any{sha}, &kept)
	if err != nil || kept > 0 {
		return sha, err
	}
	return sha, w.exec(`INSERT INTO documents (sha256, kept, bytes) VALUES ($1, $2, $3)
		ON CONFLICT (sha256) DO NOTHING`, sha, w.now.Format(time.RFC3339), content)
}

// Document reads the bytes of one of a case's letters or pieces of evidence,
// and refuses bytes that are not those that were kept.
func (r *Register) Document(ctx context.Context, by casework.Officer, caseID int64, sha string) ([]byte, error) {
	var content []byte
	err := r.reading(ctx, func(w *work) error {
		by, err := w.current(by)
		if err != nil {
			return err
		}
		c, err := w.seen(by, caseID)
		if err != nil {
			return err
		}
		if sha == "" || !slices.Contains(documents(c), sha) {
			return ErrNotFound
		}
		return absent(w.one(`SELECT bytes FROM documents WHERE sha256 = $1`, []any{sha}, &content))
	})
	if err != nil {
		return nil, err
	}
	if digestOf(content) != sha {
		return nil, trouble(nil, "The kept document is damaged and is not shown. Restore the last copy of the register")
	}
	return content, nil
}

// documents are the digests of all that a case has kept.
func documents(c casework.Case) []string {
	var all []string
	for _, l := range c.Letters {
		all = append(all, l.Document)
	}
	for _, e := range c.Evidence {
		all = append(all, e.Document)
	}
	return all
}
