package letter

import (
	"slices"
	"strings"

	"casebook/data/casework"
	"casebook/data/policy"
)

// Check reads the words on a laid-out letter and says of everything that it
// has to hold whether it does: what the policy's obligations name, and what
// holds for every letter of ours. The findings that keep the printer shut come
// first, then what holds, then advice. The Input is the case as it is now, so
// that a letter made before a change is found out.
func Check(l Letter, in Input) []Finding {
	k, _ := kindNamed(l.Kind)
	r := read(l, k, in.settled())
	switch {
	case k.name == "":
		return Finding{ID: "kind", Must: true}.wrong("Casebook does not know this kind of letter", "", Fix{})
	case r.stage == nil && k.staged:
		return Finding{ID: "stage", Must: true, Source: "Code 1.4"}.wrong("This is no complaint, so it is not acknowledged or answered as one", "", Fix{})
	case r.policy == nil:
		return Finding{ID: "policy", Must: true}.wrong("The policy of this case is not among the office's policies. Ask a complaints manager", "", Fix{Page: PageSettings})
	}
	var findings []Finding
	done := map[string]bool{}
	for _, o := range r.policy.Obligations(k.obliged(r.stage)) {
		done[o.ID] = true
		base := Finding{ID: o.ID, Must: o.Must, Source: o.Source.String()}
		look, ok := k.looks[o.ID]
		if !ok {
			look, ok = obliged[o.ID]
		}
		if !ok || look == nil {
			// Better shut than printed unread.
			findings = append(findings, base.fails("Casebook cannot read for this yet: "+o.Text, "", Fix{}))
			continue
		}
		findings = append(findings, look(r, base)...)
	}
	for _, h := range slices.Concat(house, k.house) {
		look := h.look
		if own, ok := k.looks[h.id]; ok {
			look = own
		}
		if look == nil || done[h.id] || h.covers != nil && !h.covers(k) {
			continue
		}
		findings = append(findings, look(r, Finding{ID: h.id, Must: h.must, Source: h.source})...)
	}
	return arranged(findings)
}

// look reads the page for one thing. It returns at least one finding made from
// the base it is given.
type look func(r *reader, base Finding) []Finding

// obliged reads for each thing that a policy's letters must say, by the
// obligation's id.
var obliged = map[string]look{
	"ombudsman":               lookOmbudsman,
	"reference":               lookReference,
	"contact":                 lookContact,
	"nothing-retired":         lookRetired,
	"definition-of-complaint": lookDefinition,
	"received":                lookReceived,
	"understanding":           lookPoints,
	"definition":              lookUnderstood,
	"outcome-sought":          lookWanted,
	"responsibility":          lookResponsibility,
	"stage":                   lookStage,
	"due":                     lookDue,
	"support":                 lookSupport,
	"decision":                lookDecisions,
	"reasons":                 lookReasons,
	"every-point":             lookEveryPoint,
	"remedy":                  lookRemedies,
	"actions":                 lookPromises,
	"escalation":              lookEscalation,
	"not-an-acknowledgement":  lookReceipt,
	"other-officer":           lookOtherOfficer,
	"appointed":               lookAppointed,
}

// houseRule is something that holds for the letters whatever the policy. Where
// the policy obliges to the same thing, its own obligation is read instead.
type houseRule struct {
	id     string
	must   bool
	source string
	covers func(k letterKind) bool // nil for every paper
	look   look
}

// posted is true of a letter with an address, false of a slip.
func posted(k letterKind) bool { return !k.slip }

// house is what holds for every paper, or for every letter that is posted.
var house = []houseRule{
	{"dated", true, "ruling 7", nil, lookDated},
	{"letterhead", true, "", posted, lookLetterhead},
	{"subject", true, "", nil, lookSubject},
	{"recipient", true, "Code 3.6", posted, lookRecipient},
	{"window", true, "", posted, lookWindow},
	{"route", true, "ruling 17", nil, lookRoute},
	{"received", true, "Code 6.2", posted, lookReceived},
	{"nothing-retired", true, "ruling 2", nil, lookRetired},
	{"wording", true, "ruling 2", posted, lookWording},
	{"marks", true, "", nil, lookMarks},
	{"dates", true, "", posted, lookDates},
	{"numbers", true, "", posted, lookNumbers},
	{"glyphs", true, "", nil, lookGlyphs},
	{"large-print", true, "Code 5.10", posted, lookLargePrint},
	{"reading", false, "", posted, lookReadingAge},
	{"do-not", false, "Code 5.10", posted, lookDoNot},
	{"authority", false, "Code 3.6", posted, lookAuthorised},
}

// reader holds a letter's words for the checks. Every text in it is flat: one
// space between words, typewriter quotes.
type reader struct {
	letter Letter
	kind   letterKind
	in     Input
	policy *policy.Policy
	stage  *casework.Stage // nil for a service request
	whole  string
	blocks map[string]string // words by tag
	lower  map[string]string // the same in small letters
	tags   []string          // in the order of the page
	voices map[string]voice  // who speaks in a block, by tag
}

// voice is who speaks in a block.
type voice int

const (
	ours      voice = iota // our own wording
	officers               // what an officer writes freely
	residents              // what a resident said or is called: not ours to correct
)

// Where residents and officers speak, by the first word or words of a tag.
var (
	residentBlocks = []string{"recorded", "address", "greeting", "acts for", "running head", "wanted", "point", "needs", "heading reasons"}
	officerBlocks  = []string{"reasons", "not ours", "remedies", "promise", "owner", "line"}
)

func (k letterKind) voiceOf(tag string) voice {
	switch {
	case oneOf(tag, residentBlocks), oneOf(tag, k.residents):
		return residents
	case oneOf(tag, officerBlocks), oneOf(tag, k.officers):
		return officers
	}
	return ours
}

func read(l Letter, k letterKind, in Input) *reader {
	r := &reader{letter: l, kind: k, in: in, blocks: map[string]string{}, lower: map[string]string{}, voices: map[string]voice{}, stage: in.Case.Current()}
	if p, ok := policyOf(in, r.stage); ok {
		r.policy = p
	}
	texts := map[string]*strings.Builder{}
	var whole strings.Builder
	for _, page := range l.Document.Pages {
		for _, w := range page.Words {
			b := texts[w.Tag]
			if b == nil {
				b = &strings.Builder{}
				texts[w.Tag] = b
				r.tags = append(r.tags, w.Tag)
			}
			if !w.Joined {
				b.WriteByte(' ')
				whole.WriteByte(' ')
			}
			b.WriteString(w.Text)
			whole.WriteString(w.Text)
		}
	}
	for tag, b := range texts {
		r.blocks[tag] = plain(b.String())
		r.voices[tag] = k.voiceOf(tag)
		r.lower[tag] = strings.ToLower(r.blocks[tag])
	}
	r.whole = plain(whole.String())
	return r
}

// straight turns printers' quotes into typewriter ones, so that a letter whose
// words were edited by hand compares equal.
var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "\u2011", "-")

// plain makes texts comparable.
func plain(text string) string { return straight.Replace(flat(text)) }

// has says whether a block holds a text, as a run of whole words.
func (r *reader) has(tag, text string) bool { return holds(r.blocks[tag], text) }

// holds looks for a text in words that are plain already. The text has to
// begin and end where words do, so that "£6.68" is not found in "£606.68".
func holds(words, text string) bool {
	text = plain(text)
	return text != "" && strings.Contains(" "+words+" ", " "+text+" ")
}

// ends says whether a block ends with a text: what the case holds stands there
// whole, and nothing was written after it.
func (r *reader) ends(tag, text string) bool {
	text = plain(text)
	return text != "" && strings.HasSuffix(" "+r.blocks[tag], " "+text)
}

// starting are the blocks whose tag starts with a word, in the page's order.
func (r *reader) starting(prefix string) []string {
	var tags []string
	for _, tag := range r.tags {
		if strings.HasPrefix(tag, prefix+" ") {
			tags = append(tags, tag)
		}
	}
	return tags
}

// oneOf reports whether a tag is one of the names, or one of them with more
// after it: "reasons 4" is one of the reasons.
func oneOf(tag string, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		rest, ok := strings.CutPrefix(tag, name)
		return ok && (rest == "" || rest[0] == ' ')
	})
}

// each reads the blocks in which some voices speak.
func (r *reader) each(visit func(tag, words string), speaking ...voice) {
	for _, tag := range r.tags {
		if slices.Contains(speaking, r.voices[tag]) {
			visit(tag, r.blocks[tag])
		}
	}
}

func (f Finding) holds(words string) []Finding {
	f.OK, f.Words = true, words
	return []Finding{f}
}

func (f Finding) fails(words, block string, fix Fix) Finding {
	f.Words, f.Block, f.Fix = words, block, fix
	return f
}

// wrong is one failing finding.
func (f Finding) wrong(words, block string, fix Fix) []Finding {
	return []Finding{f.fails(words, block, fix)}
}

// or is what was found wrong, or the words for nothing wrong.
func (f Finding) or(wrong []Finding, words string) []Finding {
	if len(wrong) > 0 {
		return wrong
	}
	return f.holds(words)
}

// again is the fix for words on the page that differ from the case.
var again = Fix{Page: PageToday}
