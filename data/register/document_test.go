package register

import (
	"bytes"
	"errors"
	"strings"
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

// scan is a paper as a scanner sends it.
var scan = append([]byte("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), bytes.Repeat([]byte{0, 1, 2, 255}, 5000)...)

func TestEvidenceIsKeptWithItsBytes(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		first, second := o.record(o.walkIn("Ann Patel")), o.record(o.walkIn("Cy Dunn"))
		act := casework.AddEvidence{File: "Ann's letter.pdf", From: "Ann Patel", Note: "What the surveyor said", Received: day0,
			Type: "image/png", Size: 1, Document: "00"}
		out, err := o.KeepEvidence(o.ctx, o.manager, first.ID, first.Version, act, scan)
		if err != nil {
			t.Fatal(err)
		}
		e := out.Case.Evidence[0]
		if e.Type != "application/pdf" || e.Size != len(scan) || e.Document != digestOf(scan) {
			t.Errorf("kept as %+v", e)
		}
		read, err := o.Document(o.ctx, o.manager, first.ID, e.Document)
		if err != nil || !bytes.Equal(read, scan) {
			t.Errorf("%d bytes come back of %d, %v", len(read), len(scan), err)
		}
		if _, err := o.Document(o.ctx, o.manager, second.ID, e.Document); !errors.Is(err, ErrNotFound) {
			t.Errorf("another case gives the evidence out: %v", err)
		}
		if _, err := o.KeepEvidence(o.ctx, o.manager, second.ID, 0, act, scan); err != nil {
			t.Errorf("the same paper for another case: %v", err)
		}
		ben := o.officer("Ben Shaw", casework.Investigator)
		o.hide(first.ID, ben.ID)
		if _, err := o.Document(o.ctx, o.manager, first.ID, e.Document); !errors.Is(err, ErrNotFound) {
			t.Errorf("who may not see the case reads its evidence: %v", err)
		}
		o.clean(t)
		if _, err := o.Backup(o.ctx, t.TempDir(), nil); err != nil {
			t.Error(err)
		}
	})
}

func TestEvidenceThatIsNotKeptLeavesNoBytes(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Ann Patel"))
		for name, try := range map[string]struct {
			file    string
			content []byte
			version int
		}{
			"no bytes":           {"letter.pdf", nil, 0},
			"a program":          {"letter.exe", scan, 0},
			"not what it says":   {"letter.png", scan, 0},
			"too large":          {"letter.pdf", append(bytes.Clone(scan), make([]byte, casework.MaxEvidence)...), 0},
			"an old version":     {"letter.pdf", scan, c.Version + 1},
			"a name with folder": {"../letter.pdf", scan, 0},
		} {
			act := casework.AddEvidence{File: try.file, Received: day0}
			if _, err := o.KeepEvidence(o.ctx, o.manager, c.ID, try.version, act, try.content); err == nil {
				t.Errorf("%s: it was kept", name)
			}
		}
		var n int
		if err := o.engine.read.QueryRowContext(o.ctx, `SELECT count(*) FROM documents`).Scan(&n); err != nil || n != 0 {
			t.Errorf("%d documents are left, %v", n, err)
		}
	})
}

func TestEvidenceTakenBackIsNotShownAndChecksClean(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := o.record(o.walkIn("Ann Patel"))
		act := casework.AddEvidence{File: "wrong.pdf", Received: day0}
		for range 2 {
			if _, err := o.KeepEvidence(o.ctx, o.manager, c.ID, 0, act, scan); err != nil {
				t.Fatal(err)
			}
			out, err := o.Undo(o.ctx, o.manager, c.ID, 0)
			if err != nil || len(out.Case.Evidence) != 0 {
				t.Fatalf("%v, %v", out.Case.Evidence, err)
			}
			if _, err := o.Document(o.ctx, o.manager, c.ID, digestOf(scan)); !errors.Is(err, ErrNotFound) {
				t.Errorf("what was taken back is shown: %v", err)
			}
		}
		o.clean(t)
		if _, err := o.Backup(o.ctx, t.TempDir(), nil); err != nil {
			t.Error(err)
		}
		o.tamper(t, `INSERT INTO documents (sha256, kept, bytes) VALUES ('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', '', 'x')`)
		report, err := o.Check(o.ctx, nil)
		if err != nil {
			t.Fatal(err)
		}
		said(t, report, "orphan", "belongs to no case")
	})
}

func TestWhatEvidenceSaysOfAPersonIsErased(t *testing.T) {
	forEachEngine(t, func(t *testing.T, o *office) {
		c := answeredCase(o)
		act := casework.AddEvidence{File: "Quillfeather.pdf", From: "Nurse Quillfeather", Note: "Quillfeather on the damp", Received: day0}
		if _, err := o.KeepEvidence(o.ctx, o.manager, c.ID, 0, act, scan); err != nil {
			t.Fatal(err)
		}
		o.do(c.ID, casework.Close{On: day0})
		for _, field := range []string{"evidence.1.name", "evidence.1.from", "evidence.1.note"} {
			if _, err := o.EraseValue(o.ctx, o.manager, c.ID, 0, field, "Kept long enough"); err != nil {
				t.Fatalf("%s: %v", field, err)
			}
		}
		if strings.Contains(o.everything(), "Quillfeather") {
			t.Error("the name is still somewhere")
		}
		if _, err := o.Undo(o.ctx, o.manager, c.ID, 0); err == nil {
			t.Error("the erasure was taken back")
		}
		o.clean(t)
	})
}
