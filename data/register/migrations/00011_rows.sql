-- +goose Up
-- What a list says beside a case's date stands in its row, so that a page reads
-- no duties: hazard is 1 while one has steps to take, risk is that of a building
-- safety matter that still owes something. The next step projects both.
ALTER TABLE cases ADD COLUMN hazard BIGINT NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN risk CTEXT NOT NULL DEFAULT '';

-- What is open and late is counted from the index alone.
DROP INDEX cases_open;
CREATE INDEX cases_open ON cases (closed, due, case_id, office, confidential);

-- +goose Down
DROP INDEX cases_open;
CREATE INDEX cases_open ON cases (closed, due, case_id);
ALTER TABLE cases DROP COLUMN risk;
ALTER TABLE cases DROP COLUMN hazard;
