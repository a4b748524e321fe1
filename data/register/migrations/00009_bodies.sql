-- +goose Up
-- Bodies leave the rows of the cases, so that a list reads nothing of them and
-- a page of the file holds many cases. undo is the body before the last act, to
-- take that act back; empty where the act is not to be taken back.
CREATE TABLE bodies (
    case_id BIGINT PRIMARY KEY REFERENCES cases (case_id),
    body    CTEXT NOT NULL,
    undo    CTEXT NOT NULL
);
INSERT INTO bodies (case_id, body, undo) SELECT case_id, body, undo FROM cases ORDER BY case_id;
ALTER TABLE cases DROP COLUMN undo;
ALTER TABLE cases DROP COLUMN body;

-- What a list is narrowed to is counted here first. Nearly every case is a
-- complaint at its first stage, and no look for those would be of use.
CREATE INDEX cases_channel ON cases (channel, case_id);
CREATE INDEX cases_subject ON cases (subject, case_id);
CREATE INDEX cases_office ON cases (office, case_id);
CREATE INDEX cases_kind ON cases (kind, case_id) WHERE kind <> 'complaint';
CREATE INDEX cases_stage ON cases (stage, case_id) WHERE stage > 1;

-- +goose Down
DROP INDEX cases_stage;
DROP INDEX cases_kind;
DROP INDEX cases_office;
DROP INDEX cases_subject;
DROP INDEX cases_channel;
ALTER TABLE cases ADD COLUMN body CTEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN undo CTEXT NOT NULL DEFAULT '';
UPDATE cases SET body = (SELECT b.body FROM bodies b WHERE b.case_id = cases.case_id),
    undo = (SELECT b.undo FROM bodies b WHERE b.case_id = cases.case_id);
DROP TABLE bodies;
