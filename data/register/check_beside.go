package register

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"casebook/data/casework"
)

func erasureKey(subject string, number int, field string) string {
	return fmt.Sprintf("%s\x00%d\x00%s", subject, number, field)
}

// documentErased begins the field under which an erased document stands.
const documentErased = "document "

func (c *checker) readErasures() error {
	return c.w.each(`SELECT subject, erased, field, number FROM erasures`, nil, func(rows *sql.Rows) error {
		var s, field string
		var erased int
		var number int64
		if err := rows.Scan(&s, &erased, &field, &number); err != nil {
			return err
		}
		c.erasures[erasureKey(s, erased, field)] = number
		if sha, is := strings.CutPrefix(field, documentErased); is {
			c.wasErased[sha] = true
		}
		return nil
	})
}

// everyErasureSaid checks that behind every erased value there is an entry that
// says who erased it and why.
func (c *checker) everyErasureSaid() error {
	type erasure struct{ subject, entry string }
	var all []erasure
	err := c.w.each(`SELECT DISTINCT x.subject, COALESCE(e.entry, '') FROM erasures x
		LEFT JOIN entries e ON e.subject = x.subject AND e.number = x.number`, nil, func(rows *sql.Rows) error {
		var x erasure
		err := rows.Scan(&x.subject, &x.entry)
		all = append(all, x)
		return err
	})
	for _, x := range all {
		var entry kept
		if strictly(x.entry, &entry) != nil || entry.Act != actErase {
			c.found("personal", "Personal values of %s were erased and no entry says so", inPlainWords(x.subject))
		}
	}
	return err
}

// noteSeal remembers a seal that the office's history tells of.
func (c *checker) noteSeal(entry kept) {
	var s sealed
	for _, change := range entry.Changes {
		switch change.Field {
		case "report":
			s.report = change.New
		case "seal":
			s.seal = change.New
		case "cut_off":
			s.cutOff = change.New
		}
	}
	c.sealed = append(c.sealed, s)
}

// seals holds the recorded seals against the office's history of them.
func (c *checker) seals() error {
	var all []sealed
	err := c.w.each(`SELECT report, seal, cut_off FROM seals ORDER BY number`, nil, func(rows *sql.Rows) error {
		var s sealed
		err := rows.Scan(&s.report, &s.seal, &s.cutOff)
		all = append(all, s)
		return err
	})
	if err != nil {
		return err
	}
	for i := range max(len(all), len(c.sealed)) {
		if i >= len(all) || i >= len(c.sealed) || all[i] != c.sealed[i] {
			c.found("seal", "Seal %d is not as the office's history has it", i+1)
		}
	}
	return nil
}

// documents holds the bytes of every letter and piece of evidence against
// their SHA-256, one after the other: evidence may be large.
func (c *checker) documents() error {
	return c.w.each(`SELECT sha256, bytes FROM documents ORDER BY sha256`, nil, func(rows *sql.Rows) error {
		var sha string
		var content sql.RawBytes
		if err := rows.Scan(&sha, &content); err != nil {
			return err
		}
		if digestOf(content) != sha {
			c.found("document", "The kept document %.12s… is not as it was kept", sha)
		}
		c.kept[sha] = false
		c.step(1)
		return nil
	})
}

// documentsOf checks that the bytes of a case's letters and evidence are kept.
func (c *checker) documentsOf(k casework.Case) {
	have := func(sha, what string, id int) {
		if sha == "" {
			return
		}
		if _, there := c.kept[sha]; !there && !c.wasErased[sha] {
			c.found("document", "%s %d of %s is not kept any more", what, id, k.Reference)
		}
		c.kept[sha] = true
	}
	for _, l := range k.Letters {
		have(l.Document, "Letter", l.ID)
	}
	for _, e := range k.Evidence {
		have(e.Document, "Evidence", e.ID)
	}
}

// noteDocument remembers a document that a case's history names: evidence
// whose adding was taken back stays kept.
func (c *checker) noteDocument(change keptChange) {
	if strings.HasPrefix(change.Field, "evidence.") && strings.HasSuffix(change.Field, ".document") {
		c.named[change.New] = true
	}
}

// housing holds the columns and words of the housing list against its rows.
func (c *checker) housing() error {
	if err := c.people(); err != nil {
		return err
	}
	return c.homes()
}

// person is a resident's row.
type person struct {
	id, home, office int64
	gone             int
	same             int64
	reference        string
	body, homeBody   string
}

func (c *checker) people() error {
	last := int64(0)
	return pages(c, casePage, func(values *arguments) string {
		return `SELECT o.resident_id, o.home_id, o.office, o.gone, o.same, o.reference, o.body, COALESCE(h.body, '')
			FROM residents o LEFT JOIN dwellings h ON h.home_id = o.home_id
			WHERE o.resident_id > ` + values.add(last) + ` ORDER BY o.resident_id`
	}, func(rows *sql.Rows) (person, error) {
		var p person
		err := rows.Scan(&p.id, &p.home, &p.office, &p.gone, &p.same, &p.reference, &p.body, &p.homeBody)
		return p, err
	}, func(page []person) error {
		words, err := wordsBeside(c, "resident_words", "resident_id", last, page[len(page)-1].id)
		if err != nil {
			return err
		}
		for _, p := range page {
			c.person(p, words[p.id])
			last = p.id
		}
		return nil
	})
}

func (c *checker) person(p person, words []string) {
	var r casework.Resident
	var d casework.Dwelling
	if strictly(p.body, &r) != nil || p.homeBody != "" && strictly(p.homeBody, &d) != nil {
		return // told with the row's history
	}
	switch {
	case p.home != 0 && p.homeBody == "":
		c.found("orphan", "Resident %d lives in home %d, which is not on the list", p.id, p.home)
	case r.Reference != p.reference || r.HomeID != p.home || r.Same != p.same || p.gone != 0 && p.gone != 1:
		c.found("list", "What the list shows of resident %d is not what is kept of them", p.id)
	case !slices.Equal(words, residentWords(r, d.Home)):
		c.found("list", "Resident %d cannot be found by all of their words", p.id)
	}
}

func (c *checker) homes() error {
	last := int64(0)
	return pages(c, casePage, func(values *arguments) string {
		return `SELECT home_id, 0, office, gone, 0, reference, body, '' FROM dwellings WHERE home_id > ` + values.add(last) + ` ORDER BY home_id`
	}, func(rows *sql.Rows) (person, error) {
		var p person
		err := rows.Scan(&p.id, &p.home, &p.office, &p.gone, &p.same, &p.reference, &p.body, &p.homeBody)
		return p, err
	}, func(page []person) error {
		words, err := wordsBeside(c, "dwelling_words", "home_id", last, page[len(page)-1].id)
		if err != nil {
			return err
		}
		for _, p := range page {
			var d casework.Dwelling
			last = p.id
			if strictly(p.body, &d) != nil {
				continue
			}
			switch {
			case d.Home.Reference != p.reference || d.Office != p.office || p.gone != 0 && p.gone != 1:
				c.found("list", "What the list shows of home %d is not what is kept of it", p.id)
			case !slices.Equal(words[p.id], dwellingWords(d.Home)):
				c.found("list", "Home %d cannot be found by all of its words", p.id)
			}
		}
		return nil
	})
}

// wordsBeside reads the words of owners after one id up to another.
func wordsBeside(c *checker, table, id string, after, to int64) (map[int64][]string, error) {
	words := map[int64][]string{}
	err := c.w.each(`SELECT `+id+`, word FROM `+table+` WHERE `+id+` > $1 AND `+id+` <= $2 ORDER BY `+id+`, word`, []any{after, to},
		func(rows *sql.Rows) error {
			var owner int64
			var word string
			err := rows.Scan(&owner, &word)
			words[owner] = append(words[owner], word)
			return err
		})
	return words, err
}

// officers holds the columns that sign-in goes by against the officers.
func (c *checker) officers() error {
	return c.w.each(`SELECT officer, login, office, body FROM officers ORDER BY officer`, nil, func(rows *sql.Rows) error {
		var id, office int64
		var login, body string
		if err := rows.Scan(&id, &login, &office, &body); err != nil {
			return err
		}
		var o casework.Officer
		if strictly(body, &o) == nil && (foldLogin(o.Login) != login || o.Office != office) {
			c.found("officer", "Officer %d signs in with a name that is not theirs", id)
		}
		return nil
	})
}
