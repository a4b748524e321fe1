package today

import "fmt"

// whyEmpty says in a line why a list has nothing, and what to do next.
func (m *Model) whyEmpty(l List) string {
	next, when := m.first()
	then := ""
	switch {
	case m.Lists[Overdue].Total > 0:
		then = " Start with what is overdue (1)."
	case next.Name != "":
		then = " Next: " + next.Name + ", " + when + "."
	}
	switch l {
	case Overdue:
		return "Nothing overdue." + then
	case DueToday:
		return "Nothing is due today." + then
	case DueSoon:
		return "Nothing is due in the next two working days. The month shows what comes after (Alt+M)."
	case Promises:
		return "No promise is due. The month shows those that come later (Alt+M)."
	case Waiting:
		if n := m.Lists[Unassigned].Total; n > 0 && m.MayAssign() {
			return fmt.Sprintf("Nothing waits for you. Unassigned has %d to take (6).", n)
		}
		return "Nothing waits for you. New contacts are recorded with Ctrl+N."
	case Reviews:
		return "No adjustment, restriction or authority is due for review."
	case Others:
		return "Nobody owes us an answer. Open a case to ask another team or contractor."
	case Letters:
		return "Every withdrawal has its letter."
	}
	return "Everything has an officer. New contacts are recorded with Ctrl+N."
}
