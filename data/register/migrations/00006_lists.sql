-- +goose Up
-- What lists are narrowed and sorted by. state is how the case stands or
-- ended; ombudsman is 1 while one has it; choice, offered_by and offered_on
-- are the resident's answer when asked whether to complain (ruling 12);
-- changed is the instant of the last entry of the case's history, and the one
-- column here that its body does not have.
ALTER TABLE cases ADD COLUMN state CTEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN channel CTEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN ombudsman BIGINT NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN choice CTEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN offered_by BIGINT NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN offered_on CTEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN changed CTEXT NOT NULL DEFAULT '';
CREATE INDEX cases_open ON cases (closed, due, case_id);
CREATE INDEX cases_changed ON cases (changed, case_id);
CREATE INDEX cases_offered ON cases (offered_on, office, confidential, offered_by, choice, case_id);
CREATE INDEX cases_ombudsman ON cases (case_id) WHERE ombudsman = 1;
CREATE INDEX cases_confidential ON cases (case_id) WHERE confidential = 1;
CREATE INDEX cases_ended ON cases (state, case_id) WHERE state <> 'open' AND state <> 'closed';
DROP INDEX cases_count;
CREATE INDEX cases_count ON cases (closed, office, confidential, kind, stage, handler, subject, due, received,
    channel, state, ombudsman, case_id);

-- soonest is 1 for the duty that is next on its case; minute is where the law
-- counts hours, and sorts after every minute where it counts days.
ALTER TABLE duties ADD COLUMN soonest BIGINT NOT NULL DEFAULT 0;
ALTER TABLE duties ADD COLUMN minute CTEXT NOT NULL DEFAULT '~';
DROP INDEX duties_due;
DROP INDEX duties_handler;
DROP INDEX duties_kind;
DROP INDEX duties_cover;
CREATE INDEX duties_due ON duties (clock, due, minute, case_id, number, office, confidential, handler, cover, cover_from, cover_until, kind);
CREATE INDEX duties_handler ON duties (handler, soonest, due, minute, case_id, number, office, confidential, clock, answer, kind);
CREATE INDEX duties_kind ON duties (kind, due, minute, case_id, number, office, confidential, handler, cover, cover_from, cover_until);
CREATE INDEX duties_cover ON duties (cover, soonest, due, minute, case_id, number, office, confidential, cover_from, cover_until) WHERE cover <> 0;

-- The lists that officers keep for themselves.
CREATE TABLE saved_views (
    officer BIGINT PRIMARY KEY REFERENCES officers (officer),
    body    CTEXT NOT NULL
);

-- +goose Down
DROP TABLE saved_views;
DROP INDEX duties_cover;
DROP INDEX duties_kind;
DROP INDEX duties_handler;
DROP INDEX duties_due;
ALTER TABLE duties DROP COLUMN minute;
ALTER TABLE duties DROP COLUMN soonest;
CREATE INDEX duties_due ON duties (clock, due, case_id, number, office, confidential, handler, answer);
CREATE INDEX duties_handler ON duties (handler, due, case_id, number, office, confidential, clock, answer);
CREATE INDEX duties_kind ON duties (kind, due, case_id, number, office, confidential, handler, cover);
CREATE INDEX duties_cover ON duties (cover, cover_until, case_id, number) WHERE cover <> 0;
DROP INDEX cases_count;
DROP INDEX cases_ended;
DROP INDEX cases_confidential;
DROP INDEX cases_ombudsman;
DROP INDEX cases_offered;
DROP INDEX cases_changed;
DROP INDEX cases_open;
ALTER TABLE cases DROP COLUMN changed;
ALTER TABLE cases DROP COLUMN offered_on;
ALTER TABLE cases DROP COLUMN offered_by;
ALTER TABLE cases DROP COLUMN choice;
ALTER TABLE cases DROP COLUMN ombudsman;
ALTER TABLE cases DROP COLUMN channel;
ALTER TABLE cases DROP COLUMN state;
CREATE INDEX cases_count ON cases (closed, office, confidential, kind, stage, handler, subject, due, received, case_id);
