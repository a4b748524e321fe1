-- +goose Up
-- What is owed says what it is and who looks after it during an absence. clock
-- is 1 for what the policy, the law or an ombudsman times, and 0 for what we
-- set ourselves. All of it is projected again by the step after this one.
ALTER TABLE duties ADD COLUMN kind CTEXT NOT NULL DEFAULT '';
ALTER TABLE duties ADD COLUMN cover BIGINT NOT NULL DEFAULT 0;
ALTER TABLE duties ADD COLUMN cover_from CTEXT NOT NULL DEFAULT '';
ALTER TABLE duties ADD COLUMN cover_until CTEXT NOT NULL DEFAULT '';
CREATE INDEX duties_kind ON duties (kind, due, case_id, number, office, confidential, handler, cover);
CREATE INDEX duties_cover ON duties (cover, cover_until, case_id, number) WHERE cover <> 0;

-- Who may never see a case, confidential or not: those it is about.
CREATE TABLE case_barred (
    case_id BIGINT NOT NULL REFERENCES cases (case_id),
    officer BIGINT NOT NULL,
    PRIMARY KEY (case_id, officer)
);
CREATE INDEX case_barred_officer ON case_barred (officer, case_id);

-- The cases that a case names by a link, to find who names one.
CREATE TABLE case_links (
    case_id BIGINT NOT NULL REFERENCES cases (case_id),
    other   BIGINT NOT NULL,
    PRIMARY KEY (case_id, other)
);
CREATE INDEX case_links_other ON case_links (other, case_id);

-- The case's body before its last act, to take that act back; empty where the
-- act is not to be taken back.
ALTER TABLE cases ADD COLUMN undo CTEXT NOT NULL DEFAULT '';

-- The record of the same person that stands for this one, or 0.
ALTER TABLE residents ADD COLUMN same BIGINT NOT NULL DEFAULT 0;
CREATE INDEX residents_same ON residents (same) WHERE same <> 0;

-- +goose Down
DROP INDEX residents_same;
ALTER TABLE residents DROP COLUMN same;
ALTER TABLE cases DROP COLUMN undo;
DROP TABLE case_links;
DROP TABLE case_barred;
DROP INDEX duties_cover;
DROP INDEX duties_kind;
ALTER TABLE duties DROP COLUMN cover_until;
ALTER TABLE duties DROP COLUMN cover_from;
ALTER TABLE duties DROP COLUMN cover;
ALTER TABLE duties DROP COLUMN kind;
