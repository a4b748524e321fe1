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
	var out casework.Result
	err := r.writing(ctx, func(w *work) error {
		sha, err := w.keepDocument(pdf)
		if err != nil {
			return err
		}
		if act.Document != "" && act.Document != sha {
			return errors.New("register: the letter's digest is not that of its bytes")
		}
		act.Document = sha
		out, err = w.do(by, r.today(), id, version, act)
		return err
	})
	return settled(out, err)
}

// keepDocument keeps bytes under their SHA-256. The same bytes are kept once.
func (w *work) keepDocument(content []byte) (string, error) {
	if len(content) == 0 {
		return "", errors.New("register: a document without bytes")
	}
	sum := sha256.Sum256(content)
	sha := hex.EncodeToString(sum[:])
	var kept int
	err := w.one(`SELECT count(*) FROM documents WHERE sha256 = $1`, []any{sha}, &kept)
	if err != nil || kept > 0 {
		return sha, err
	}
	return sha, w.exec(`INSERT INTO documents (sha256, kept, bytes) VALUES ($1, $2, $3)
		ON CONFLICT (sha256) DO NOTHING`, sha, w.now.Format(time.RFC3339), content)
}

// Document reads the bytes of one of a case's letters, and refuses bytes that
// are not those that were kept.
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
		if sha == "" || !slices.ContainsFunc(c.Letters, func(l casework.Letter) bool { return l.Document == sha }) {
			return ErrNotFound
		}
		return absent(w.one(`SELECT bytes FROM documents WHERE sha256 = $1`, []any{sha}, &content))
	})
	if err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != sha {
		return nil, trouble(nil, "The kept letter is damaged and is not shown. Restore the last copy of the register")
	}
	return content, nil
}
