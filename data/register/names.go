package register

import (
	"context"
	"database/sql"
	"sort"
	"strings"
)

// SignInName is one line of the list from which people pick themselves.
type SignInName struct {
	Name     string
	Login    string // for SignIn
	Password bool   // one is asked for
}

// SignInNames lists those who may sign in, by name: officers who have a sign-in
// name and have not left. It says nothing else about them.
func (r *Register) SignInNames(ctx context.Context) ([]SignInName, error) {
	var found []SignInName
	err := r.reading(ctx, func(w *work) error {
		return w.each(`SELECT o.body, COALESCE(p.hash, '') FROM officers o LEFT JOIN passwords p ON p.officer = o.officer
			WHERE o.login <> '' ORDER BY o.officer`, nil, func(rows *sql.Rows) error {
			var body, hash string
			if err := rows.Scan(&body, &hash); err != nil {
				return err
			}
			o, err := decode[officerName](body)
			if err == nil && !o.Left {
				found = append(found, SignInName{Name: o.Name, Login: o.Login, Password: hash != ""})
			}
			return err
		})
	})
	sort.SliceStable(found, func(i, j int) bool { return strings.ToLower(found[i].Name) < strings.ToLower(found[j].Name) })
	return found, err
}

// officerName is the part of an officer that the list may say.
type officerName struct {
	Name  string `json:"name"`
	Login string `json:"login"`
	Left  bool   `json:"left"`
}
