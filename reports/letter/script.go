package letter

import (
	"fmt"
	"io/fs"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"text/template"

	"github.com/BurntSushi/toml"

	"casebook/assets"
	"casebook/reports/paper"
)

// script is the text of one printed page as its file holds it: a title and
// blocks, every text a template over the page's facts. A block whose text
// comes out empty is left out with its heading.
type script struct {
	Title  string `toml:"title"`
	Blocks []part `toml:"block"`

	name  string
	texts *template.Template // every text of the file, under the names that name gives
}

// part is one block of a script.
type part struct {
	Tag     string   `toml:"tag"`  // names the block's words on the page; a template
	Kind    string   `toml:"kind"` // one of the kinds below
	Each    string   `toml:"each"` // a list of the facts: one block, item or row for each element
	Heading string   `toml:"heading"`
	Lead    string   `toml:"lead"` // in bold before the text
	Text    string   `toml:"text"`
	Small   bool     `toml:"small"`
	Whole   bool     `toml:"whole"` // never parted by a page
	Columns []column `toml:"column"`
	Names   []named  `toml:"name"`
	Width   float64  `toml:"width"` // mm for the names; 0 gives them a third
	Choices []string `toml:"choices"`
	Lines   int      `toml:"lines"`
	Number  string   `toml:"number"` // of an item, where the elements have their own
}

// column is one column of a table: its title, and the text and tag of its cell
// in each row.
type column struct {
	Title string  `toml:"title"`
	Width float64 `toml:"width"` // mm; 0 shares what the others leave
	Right bool    `toml:"right"`
	Tag   string  `toml:"tag"`
	Text  string  `toml:"text"`
	Bold  bool    `toml:"bold"`
	Total string  `toml:"total"` // the cell of the last row, where the table has one
}

// named is one line of a block of facts.
type named struct {
	Name string `toml:"name"`
	Text string `toml:"text"`
}

// The kinds of block.
const (
	kindSubject = "subject"  // the letter's subject
	kindText    = "text"     // a heading, where there is one, and running text
	kindList    = "list"     // a bullet for each element
	kindNumbers = "numbers"  // a number for each element
	kindTable   = "table"    // a row for each element
	kindFacts   = "facts"    // names and values
	kindSign    = "sign"     // the signature block: the text is the closing
	kindBox     = "box"      // text in a frame
	kindWriteIn = "write-in" // ruled lines to write on
	kindTicks   = "ticks"    // boxes to tick, or one for each element
	kindSlip    = "slip"     // a part to cut off: the blocks of another file, which the text names
	kindSame    = "same"     // the blocks of another file, which the text names
)

// scripts reads every file of assets/letters once. It is strict: a name in a
// file that means nothing, or a template that does not parse, is an error.
var scripts = sync.OnceValues(func() (map[string]*script, error) {
	dir, err := fs.Sub(assets.Letters, "letters")
	if err != nil {
		return nil, err
	}
	files, err := fs.Glob(dir, "*.toml")
	if err != nil {
		return nil, err
	}
	all := map[string]*script{}
	for _, file := range files {
		s := &script{name: strings.TrimSuffix(file, ".toml")}
		if err := s.read(dir, file); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		all[s.name] = s
	}
	return all, nil
})

func scriptNamed(name string) (*script, error) {
	all, err := scripts()
	if err != nil {
		return nil, err
	}
	s, ok := all[name]
	if !ok {
		return nil, fmt.Errorf("there is no text for %q: write this letter outside Casebook and record it as sent", name)
	}
	return s, nil
}

func (s *script) read(dir fs.FS, file string) error {
	meta, err := toml.DecodeFS(dir, file, s)
	if err != nil {
		return err
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return fmt.Errorf("%q means nothing here: correct or remove it", unknown[0].String())
	}
	s.texts = template.New(s.name).Option("missingkey=error").Funcs(template.FuncMap{"sentence": sentence})
	for i, b := range s.Blocks {
		for _, text := range b.templates() {
			if _, err := s.texts.New(text).Parse(text); err != nil {
				return fmt.Errorf("block %d (%s): %w", i+1, b.Tag, err)
			}
		}
	}
	return nil
}

// templates lists every text of a block that is a template. A template goes by
// its own text.
func (b part) templates() []string {
	texts := append([]string{b.Tag, b.Heading, b.Lead, b.Text, b.Number}, b.Choices...)
	for _, c := range b.Columns {
		texts = append(texts, c.Tag, c.Text, c.Total)
	}
	for _, n := range b.Names {
		texts = append(texts, n.Name, n.Text)
	}
	return texts
}

// write fills a script with facts. The facts' fields are the only names that a
// text may use.
func (s *script) write(facts any) (title string, blocks []paper.Block, err error) {
	w := writer{script: s, facts: facts}
	for _, b := range s.Blocks {
		blocks = append(blocks, w.block(b)...)
		if w.err != nil {
			return "", nil, fmt.Errorf("%s, block %q: %w", s.name, b.Tag, w.err)
		}
	}
	return s.Title, blocks, nil
}

// writer fills one script. It remembers the first error and writes nothing
// more.
type writer struct {
	*script
	facts any
	err   error
}

// fill executes one text over a value.
func (w *writer) fill(text string, over any) string {
	if w.err != nil || !strings.Contains(text, "{{") {
		return text
	}
	var b strings.Builder
	w.err = w.texts.ExecuteTemplate(&b, text, over)
	return strings.TrimSpace(b.String())
}

// elements are the values that a block repeats over: the facts themselves
// where it does not repeat.
func (w *writer) elements(b part) []any {
	if b.Each == "" {
		return []any{w.facts}
	}
	list := reflect.Indirect(reflect.ValueOf(w.facts)).FieldByName(b.Each)
	if !list.IsValid() || list.Kind() != reflect.Slice {
		w.err = fmt.Errorf("there is no list %q", b.Each)
		return nil
	}
	all := make([]any, list.Len())
	for i := range all {
		all[i] = list.Index(i).Interface()
	}
	return all
}

func (w *writer) block(b part) []paper.Block {
	switch b.Kind {
	case kindSubject:
		return []paper.Block{paper.Heading{Tag: b.Tag, Text: w.fill(b.Text, w.facts)}}
	case kindText:
		var all []paper.Block
		for _, e := range w.elements(b) {
			all = append(all, w.text(b, e)...)
		}
		return all
	case kindList, kindNumbers:
		return w.list(b)
	case kindTable:
		return w.table(b)
	case kindFacts:
		return w.named(b)
	case kindSign:
		return []paper.Block{w.sign(b)}
	case kindBox:
		inner := b
		inner.Kind = kindText
		if blocks := w.block(inner); len(blocks) > 0 {
			return []paper.Block{paper.Boxed{Tag: b.Tag, Blocks: blocks}}
		}
		return nil
	case kindWriteIn:
		label := w.fill(b.Text, w.facts)
		if label == "" && b.Text != "" {
			return nil // the case has the answer already
		}
		return []paper.Block{paper.WriteIn{Tag: b.Tag, Label: label, Lines: b.Lines}}
	case kindTicks:
		return w.ticks(b)
	case kindSlip:
		caption := w.fill(b.Heading, w.facts)
		if caption == "" {
			return nil // there is nothing to cut off and send back
		}
		return []paper.Block{paper.Slip{Tag: b.Tag, Caption: caption, Blocks: w.same(b)}}
	case kindSame:
		return w.same(b)
	}
	w.err = fmt.Errorf("there is no kind of block %q", b.Kind)
	return nil
}

func (w *writer) text(b part, over any) []paper.Block {
	tag, text, lead := w.fill(b.Tag, over), w.fill(b.Text, over), w.fill(b.Lead, over)
	if text == "" {
		return nil
	}
	blocks := w.heading(b, tag, over)
	return append(blocks, paper.Paragraph{Tag: tag, Lead: lead, Text: text, Tight: len(blocks) > 0, Small: b.Small, Whole: b.Whole})
}

// heading is the block's heading, or nothing. Its tag is the block's with
// "heading" before it, so that a check reads what is under it alone.
func (w *writer) heading(b part, tag string, over any) []paper.Block {
	if text := w.fill(b.Heading, over); text != "" {
		return []paper.Block{paper.Heading{Tag: headingOf(tag), Text: text, Level: 1}}
	}
	return nil
}

func headingOf(tag string) string { return "heading " + tag }

// list sets one item for each element. Each item is a list of its own, so that
// its words have their own tag.
func (w *writer) list(b part) []paper.Block {
	elements := w.elements(b)
	if len(elements) == 0 {
		return nil
	}
	blocks := w.heading(b, b.Tag, w.facts)
	for _, e := range elements {
		item := paper.List{Tag: w.fill(b.Tag, e), Items: []string{w.fill(b.Text, e)}}
		if b.Kind == kindNumbers {
			item.Numbered = true
			item.Start, _ = strconv.Atoi(w.fill(b.Number, e)) // a text without a number starts at 1
		}
		blocks = append(blocks, item)
	}
	return blocks
}

func (w *writer) table(b part) []paper.Block {
	t := paper.Table{Tag: b.Tag}
	total := paper.Row{Tag: "total"}
	for _, c := range b.Columns {
		t.Columns = append(t.Columns, paper.Column{Title: c.Title, Width: c.Width, Right: c.Right})
		if text := w.fill(c.Total, w.facts); text != "" {
			total.Cells = append(total.Cells, paper.Cell{Text: text, Bold: true})
		}
	}
	for _, e := range w.elements(b) {
		row := paper.Row{Tag: w.fill(b.Tag, e)}
		for _, c := range b.Columns {
			cell := paper.Cell{Text: w.fill(c.Text, e), Tag: w.fill(c.Tag, e), Bold: c.Bold}
			if strings.HasPrefix(cell.Text, markOpen) {
				cell.Bold, cell.Colour = true, alarm
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	if len(t.Rows) == 0 {
		return nil
	}
	if len(total.Cells) > 0 {
		t.Adds = true
		t.Rows = append(t.Rows, total)
	}
	return append(w.heading(b, b.Tag, w.facts), t)
}

func (w *writer) named(b part) []paper.Block {
	f := paper.Facts{Tag: b.Tag, Names: b.Width}
	for _, n := range b.Names {
		if text := w.fill(n.Text, w.facts); text != "" {
			f.Rows = append(f.Rows, paper.Fact{Name: w.fill(n.Name, w.facts), Value: text})
		}
	}
	return append(w.heading(b, b.Tag, w.facts), f)
}

func (w *writer) sign(b part) paper.Block {
	lines := strings.Split(w.fill(b.Text, w.facts), "\n")
	return paper.Signature{Tag: b.Tag, Closing: w.fill(b.Lead, w.facts), Name: lines[0], Lines: lines[1:]}
}

// ticks are boxes side by side, or for each element one of its own, so that its
// words have their own tag.
func (w *writer) ticks(b part) []paper.Block {
	var all []paper.Block
	for _, e := range w.elements(b) {
		t := paper.Ticks{Tag: w.fill(b.Tag, e), Label: w.fill(b.Text, e)}
		for _, choice := range b.Choices {
			if choice = w.fill(choice, e); choice != "" {
				t.Choices = append(t.Choices, choice)
			}
		}
		if t.Label != "" || len(t.Choices) > 0 {
			all = append(all, t)
		}
	}
	return all
}

// same is the blocks of another file over the same facts, or over each element
// of a list of them.
func (w *writer) same(b part) []paper.Block {
	other, err := scriptNamed(b.Text)
	if err != nil {
		w.err = err
		return nil
	}
	var all []paper.Block
	for _, e := range w.elements(b) {
		_, blocks, err := other.write(e)
		if err != nil {
			w.err = err
			return nil
		}
		all = append(all, blocks...)
	}
	return all
}
