-- +goose Up
-- Each sum of a case, to say what was given before for the like. band is the
-- one chosen, kind how the sum was worked out, or empty for one from before
-- inputs were kept; told is 1 once the resident had the offer. A case without
-- money has no row.
CREATE TABLE lines (
    case_id      BIGINT NOT NULL REFERENCES cases (case_id),
    line         BIGINT NOT NULL,
    office       BIGINT NOT NULL,
    confidential BIGINT NOT NULL,
    head         CTEXT NOT NULL,
    kind         CTEXT NOT NULL,
    reason       CTEXT NOT NULL,
    band         CTEXT NOT NULL,
    subject      CTEXT NOT NULL,
    stage        BIGINT NOT NULL,
    sum          BIGINT NOT NULL,
    told         BIGINT NOT NULL,
    PRIMARY KEY (case_id, line)
);
CREATE INDEX lines_told ON lines (head, subject, band, kind, office, confidential, case_id, sum) WHERE told = 1;

-- Each payment, to find those of a period. erred is the day it was marked as
-- made in error, or empty.
CREATE TABLE payments (
    case_id      BIGINT NOT NULL REFERENCES cases (case_id),
    payment      BIGINT NOT NULL,
    office       BIGINT NOT NULL,
    confidential BIGINT NOT NULL,
    paid         CTEXT NOT NULL,
    erred        CTEXT NOT NULL,
    sum          BIGINT NOT NULL,
    PRIMARY KEY (case_id, payment)
);
CREATE INDEX payments_paid ON payments (paid, case_id, payment, office, confidential);

-- +goose Down
DROP TABLE payments;
DROP TABLE lines;
