package look

import "fyne.io/fyne/v2"

// What a screen reader says of each widget. Fyne passes it on only in a build
// with its accessibility tag, and not on Linux.

// AccessibilityLabel is the button's words and, when it has one, its key.
func (b *Button) AccessibilityLabel() string {
	if b.Key != "" && !b.shut {
		return b.Words() + ", " + string(b.Key)
	}
	return b.Words()
}

// AccessibilityRole is part of fyne.Accessible.
func (*Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is what the icon stands for.
func (b *IconButton) AccessibilityLabel() string { return b.name }

// AccessibilityRole is part of fyne.Accessible.
func (*IconButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the place's name and whether it is the one shown.
func (n *NavItem) AccessibilityLabel() string {
	if n.selected {
		return n.word + ", shown"
	}
	return n.word
}

// AccessibilityRole is part of fyne.Accessible.
func (*NavItem) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the link's words.
func (l *Link) AccessibilityLabel() string { return l.Words }

// AccessibilityRole is part of fyne.Accessible.
func (*Link) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// AccessibilityLabel is the words and whether they are on.
func (t *Toggle) AccessibilityLabel() string {
	if t.on {
		return t.Words + ", on"
	}
	return t.Words + ", off"
}

// AccessibilityRole is part of fyne.Accessible.
func (*Toggle) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the option chosen.
func (s *Segmented) AccessibilityLabel() string {
	if s.chosen < 0 {
		return "nothing chosen"
	}
	return s.options[s.chosen] + ", chosen"
}

// AccessibilityRole is part of fyne.Accessible.
func (*Segmented) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the option under the cursor and whether it is chosen.
func (o *Options) AccessibilityLabel() string {
	opt := o.options[o.at]
	words := opt.Word + opt.Rest
	if o.at == o.chosen {
		words += ", chosen"
	}
	return words
}

// AccessibilityRole is part of fyne.Accessible.
func (*Options) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the answer shown.
func (s *SelectBox) AccessibilityLabel() string {
	if s.words == "" {
		return "nothing chosen"
	}
	return s.words + ", chosen"
}

// AccessibilityRole is part of fyne.Accessible.
func (*SelectBox) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the whole text, also when it is shown shortened.
func (t *Txt) AccessibilityLabel() string { return t.Text }

// AccessibilityRole is part of fyne.Accessible.
func (*Txt) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is all the words of the sentence.
func (s *Sentence) AccessibilityLabel() string { return s.Text() }

// AccessibilityRole is part of fyne.Accessible.
func (*Sentence) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is the chip's words.
func (c *Chip) AccessibilityLabel() string { return c.words }

// AccessibilityRole is part of fyne.Accessible.
func (*Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
