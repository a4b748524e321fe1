package casework

// ReviewAnswer records that a colleague read the answers of the current stage,
// or approved them, before the response goes. Who reviewed stage 1 is not given
// stage 2 (ruling 14).
type ReviewAnswer struct{ Note string }

// Name is the act's name in history.
func (a ReviewAnswer) Name() ActName { return ActReview }

func (a ReviewAnswer) summary(Case, Moment) string { return "Answer reviewed" }

func (a ReviewAnswer) decide(c *Case, m Moment) error {
	s, err := answering(c)
	if err != nil {
		return err
	}
	if m.By.ID == s.Handler {
		return refuse("own-answer", "", "You handle this case. Ask a colleague to review the answer")
	}
	written := false
	for _, p := range c.StagePoints(s) {
		if p.Finding == "" || p.Stage != s.Number {
			continue
		}
		written = true
		if p.By == m.By.ID {
			return refuse("own-answer", "", "You answered point %d. Ask a colleague to review it", p.ID)
		}
	}
	if !written {
		return refuse("unanswered", "Code 6.7", "No point has an answer yet. There is nothing to review")
	}
	if err := fresh(c, s, m.By.ID); err != nil {
		return err
	}
	s.Reviews = append(s.Reviews, Review{
		ID: nextID(s.Reviews, func(r Review) int { return r.ID }), By: m.By.ID, On: m.Today, Note: a.Note,
	})
	return nil
}
