// Package settings is what the landlord decides once and every case then goes
// by: names and addresses on letters, homes, bank holidays, policies, envelope,
// officers, backups; and how this desk looks. Each section is a form of its
// own; what is typed in one stays while another is looked at.
package settings
