package paper

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// metadata is the XMP packet: title, language, author and date, for readers
// and for programs that read aloud.
func metadata(doc Document, opts PDFOptions) []byte {
	when := opts.Made.UTC().Format(time.RFC3339)
	return fmt.Appendf(nil, `<?xpacket begin="`+"\uFEFF"+`" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>%s</xmp:CreateDate>
<xmp:ModifyDate>%s</xmp:ModifyDate>
<xmp:CreatorTool>%s</xmp:CreatorTool>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`, escaped(doc.Title), escaped(opts.Author), escaped(doc.Lang), when, when, producer)
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder never fails
	return b.String()
}

// The parts of gofpdf's output that finish leans on. The catalog is the last
// object, so a longer one moves nothing but the cross-reference table.
var (
	catalogMark  = []byte("/Type /Catalog\n")
	metadataMark = []byte(" 0 obj\n<< /Type /Metadata ")
	startMark    = []byte("startxref\n")
)

// finish adds to the catalog what gofpdf cannot: the language (read by screen
// readers), the link to the metadata, and the title in the window's caption.
func finish(pdf []byte, lang string) ([]byte, error) {
	catalog := bytes.LastIndex(pdf, catalogMark)
	meta := bytes.LastIndex(pdf, metadataMark)
	start := bytes.LastIndex(pdf, startMark)
	if catalog < 0 || meta < 0 || start < catalog {
		return nil, errors.New("draw the PDF: its catalog is not where it was expected")
	}
	number := pdf[bytes.LastIndexByte(pdf[:meta], '\n')+1 : meta]
	offset, rest, _ := bytes.Cut(pdf[start+len(startMark):], []byte("\n"))
	table, err := strconv.Atoi(string(offset))
	if err != nil {
		return nil, fmt.Errorf("draw the PDF: read its cross-reference: %w", err)
	}
	extra := fmt.Sprintf("/Metadata %s 0 R\n/Lang (%s)\n/ViewerPreferences <</DisplayDocTitle true>>\n", number, langTag(lang))
	at := catalog + len(catalogMark)
	var out bytes.Buffer
	out.Grow(len(pdf) + len(extra) + 1)
	out.Write(pdf[:at])
	out.WriteString(extra)
	out.Write(pdf[at : start+len(startMark)])
	fmt.Fprintf(&out, "%d\n", table+len(extra))
	out.Write(rest)
	return out.Bytes(), nil
}

// langTag keeps what a language tag may hold, so that it needs no escaping.
func langTag(lang string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, lang)
}
