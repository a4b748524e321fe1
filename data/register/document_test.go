package register

import (
	"bytes"
	"errors"
	"testing"

	"casebook/data/casework"
)

func TestALettersBytesAreKeptAsTheyWerePrinted(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		pdf := append([]byte("%PDF-1.4\x00\xff\xfe"), bytes.Repeat([]byte{0, 1, 2, 255}, 50000)...)
		act := casework.MakeLetter{Kind: casework.Receipt, Dated: day0, Pages: 1}
		first, second := o.record(o.walkIn("Ann Patel")), o.record(o.walkIn("Cy Dunn"))
		out, err := o.KeepLetter(o.ctx, o.manager, first.ID, first.Version, pdf, act)
		if err != nil {
			t.Fatal(err)
		}
		sha := out.Case.Letters[0].Document
		read, err := o.Document(o.ctx, o.manager, first.ID, sha)
		if err != nil || !bytes.Equal(read, pdf) {
			t.Errorf("%d bytes come back of %d, %v", len(read), len(pdf), err)
		}
		if _, err := o.Document(o.ctx, o.manager, second.ID, sha); !errors.Is(err, ErrNotFound) {
			t.Errorf("another case gives the letter out: %v", err)
		}
		if _, err := o.KeepLetter(o.ctx, o.manager, second.ID, 0, pdf, act); err != nil {
			t.Errorf("the same bytes for another case: %v", err)
		}
		for _, sha := range []string{"", "x", "' OR 1=1"} {
			if _, err := o.Document(o.ctx, o.manager, first.ID, sha); !errors.Is(err, ErrNotFound) {
				t.Errorf("%q: %v", sha, err)
			}
		}
	})
}

func TestALetterThatMayNotBeMadeLeavesNoBytes(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Ann Patel"))
		act := casework.MakeLetter{Kind: casework.Receipt, Dated: day0, Pages: 1}
		for name, try := range map[string]struct {
			pdf     []byte
			version int
			act     casework.MakeLetter
		}{
			"no bytes":         {nil, 0, act},
			"an old version":   {[]byte("%PDF"), c.Version + 1, act},
			"another's digest": {[]byte("%PDF"), 0, casework.MakeLetter{Kind: casework.Receipt, Dated: day0, Pages: 1, Document: "00"}},
			"no such letter":   {[]byte("%PDF"), 0, casework.MakeLetter{Kind: "poem", Dated: day0, Pages: 1}},
		} {
			if _, err := o.KeepLetter(o.ctx, o.manager, c.ID, try.version, try.pdf, try.act); err == nil {
				t.Errorf("%s: the letter was made", name)
			}
		}
		var n int
		if err := o.engine.read.QueryRowContext(o.ctx, `SELECT count(*) FROM documents`).Scan(&n); err != nil || n != 0 {
			t.Errorf("%d documents are left, %v", n, err)
		}
	})
}
