-- +goose Up
-- One text for both engines. CTEXT is text compared byte by byte; BYTEA is
-- bytes; truth is 0 or 1; ids are given by the counters; days are written
-- 2026-03-27 and instants 2026-03-27T09:05:00Z.

-- The last number given out under a name. The row is updated in the
-- transaction that uses the number, so that none is lost and none comes twice.
CREATE TABLE counters (
    name  CTEXT PRIMARY KEY,
    value BIGINT NOT NULL
);

-- History. The head of every chain is the row that an act takes first.
CREATE TABLE subjects (
    subject CTEXT PRIMARY KEY,
    number  BIGINT NOT NULL,
    hash    CTEXT NOT NULL
);

-- entry is kept exactly as it was hashed; hash is its SHA-256.
CREATE TABLE entries (
    subject CTEXT NOT NULL,
    number  BIGINT NOT NULL,
    entry   CTEXT NOT NULL,
    hash    CTEXT NOT NULL,
    PRIMARY KEY (subject, number)
);

-- The personal values of an entry, which holds only their salted digests.
CREATE TABLE personal (
    subject CTEXT NOT NULL,
    number  BIGINT NOT NULL,
    content CTEXT NOT NULL,
    PRIMARY KEY (subject, number),
    FOREIGN KEY (subject, number) REFERENCES entries (subject, number)
);

-- What was erased after retention: the field of the erased entry, and the
-- number of the entry that says so. Nothing else opens personal to change.
CREATE TABLE erasures (
    subject CTEXT NOT NULL,
    erased  BIGINT NOT NULL,
    field   CTEXT NOT NULL,
    number  BIGINT NOT NULL,
    PRIMARY KEY (subject, erased, field),
    FOREIGN KEY (subject, number) REFERENCES entries (subject, number)
);

CREATE TABLE seals (
    number  BIGINT PRIMARY KEY,
    seal    CTEXT NOT NULL,
    cut_off CTEXT NOT NULL,
    report  CTEXT NOT NULL,
    officer BIGINT NOT NULL
);

-- The office and its people.
CREATE TABLE settings (
    settings_id BIGINT PRIMARY KEY CHECK (settings_id = 1),
    body        CTEXT NOT NULL
);

CREATE TABLE offices (
    office BIGINT PRIMARY KEY,
    body   CTEXT NOT NULL
);

CREATE TABLE officers (
    officer BIGINT PRIMARY KEY,
    login   CTEXT NOT NULL,
    office  BIGINT NOT NULL REFERENCES offices (office),
    body    CTEXT NOT NULL
);
CREATE UNIQUE INDEX officers_login ON officers (login) WHERE login <> '';

-- Apart from the officer, so that no list, history or log can carry a hash.
CREATE TABLE passwords (
    officer      BIGINT PRIMARY KEY REFERENCES officers (officer),
    hash         CTEXT NOT NULL,
    wrong        BIGINT NOT NULL,
    locked_until CTEXT NOT NULL
);

-- The housing system's list. gone is 1 for those no longer on it.
CREATE TABLE dwellings (
    home_id   BIGINT PRIMARY KEY,
    reference CTEXT NOT NULL,
    office    BIGINT NOT NULL REFERENCES offices (office),
    gone      BIGINT NOT NULL,
    body      CTEXT NOT NULL
);
CREATE UNIQUE INDEX dwellings_reference ON dwellings (reference) WHERE reference <> '';

CREATE TABLE residents (
    resident_id BIGINT PRIMARY KEY,
    reference   CTEXT NOT NULL,
    home_id     BIGINT NOT NULL,
    office      BIGINT NOT NULL REFERENCES offices (office),
    gone        BIGINT NOT NULL,
    body        CTEXT NOT NULL
);
CREATE UNIQUE INDEX residents_reference ON residents (reference) WHERE reference <> '';
CREATE INDEX residents_home ON residents (home_id);

CREATE TABLE dwelling_words (
    word    CTEXT NOT NULL,
    home_id BIGINT NOT NULL REFERENCES dwellings (home_id),
    PRIMARY KEY (word, home_id)
);
CREATE INDEX dwelling_words_home ON dwelling_words (home_id, word);

CREATE TABLE resident_words (
    word        CTEXT NOT NULL,
    resident_id BIGINT NOT NULL REFERENCES residents (resident_id),
    PRIMARY KEY (word, resident_id)
);
CREATE INDEX resident_words_resident ON resident_words (resident_id, word);

-- Cases. body is the case; every other column, and the tables below, are
-- projected from it and can be made again.
CREATE TABLE cases (
    case_id      BIGINT PRIMARY KEY,
    reference    CTEXT NOT NULL UNIQUE,
    draft        CTEXT NOT NULL,
    office       BIGINT NOT NULL REFERENCES offices (office),
    confidential BIGINT NOT NULL,
    kind         CTEXT NOT NULL,
    stage        BIGINT NOT NULL,
    handler      BIGINT NOT NULL,
    subject      CTEXT NOT NULL,
    received     CTEXT NOT NULL,
    closed       CTEXT NOT NULL,
    due          CTEXT NOT NULL,
    due_kind     CTEXT NOT NULL,
    resident_id  BIGINT NOT NULL,
    home_id      BIGINT NOT NULL,
    block        CTEXT NOT NULL,
    resident     CTEXT NOT NULL,
    about        CTEXT NOT NULL,
    address      CTEXT NOT NULL,
    body         CTEXT NOT NULL
);
CREATE UNIQUE INDEX cases_draft ON cases (draft) WHERE draft <> '';
CREATE INDEX cases_seen ON cases (case_id, office, confidential); -- a search walks it, not the rows
CREATE INDEX cases_due ON cases (due, case_id);
CREATE INDEX cases_received ON cases (received, case_id);
CREATE INDEX cases_handler ON cases (handler, due, case_id);
CREATE INDEX cases_resident ON cases (resident_id) WHERE resident_id <> 0;
CREATE INDEX cases_home ON cases (home_id) WHERE home_id <> 0;
CREATE INDEX cases_block ON cases (block) WHERE block <> '';
CREATE INDEX cases_count ON cases (closed, office, confidential, kind, stage, handler, subject, due, received, case_id);

-- Who may see a confidential case.
CREATE TABLE case_access (
    case_id BIGINT NOT NULL REFERENCES cases (case_id),
    officer BIGINT NOT NULL,
    PRIMARY KEY (case_id, officer)
);

-- Each stage as the board counts it: fact is a casework.StageFact.
CREATE TABLE stages (
    case_id      BIGINT NOT NULL REFERENCES cases (case_id),
    stage        BIGINT NOT NULL,
    office       BIGINT NOT NULL,
    confidential BIGINT NOT NULL,
    received     CTEXT NOT NULL,
    responded    CTEXT NOT NULL,
    closed       CTEXT NOT NULL,
    fact         CTEXT NOT NULL,
    PRIMARY KEY (case_id, stage)
);
CREATE INDEX stages_received ON stages (received);
CREATE INDEX stages_responded ON stages (responded);

-- What is still owed. clock is 1 for an answer that the policy times and 0 for
-- a promise; answer is 1 where the resident waits for a response.
CREATE TABLE duties (
    case_id      BIGINT NOT NULL REFERENCES cases (case_id),
    number       BIGINT NOT NULL,
    office       BIGINT NOT NULL,
    confidential BIGINT NOT NULL,
    clock        BIGINT NOT NULL,
    answer       BIGINT NOT NULL,
    handler      BIGINT NOT NULL,
    due          CTEXT NOT NULL,
    duty         CTEXT NOT NULL,
    PRIMARY KEY (case_id, number)
);
CREATE INDEX duties_due ON duties (clock, due, case_id, number, office, confidential, handler, answer);
CREATE INDEX duties_handler ON duties (handler, due, case_id, number, office, confidential, clock, answer);

-- Folded words for search as you type.
CREATE TABLE words (
    word    CTEXT NOT NULL,
    case_id BIGINT NOT NULL REFERENCES cases (case_id),
    PRIMARY KEY (word, case_id)
);
CREATE INDEX words_case ON words (case_id, word);

-- The exact bytes of letters, by their SHA-256 in hex. Lists never read them.
CREATE TABLE documents (
    sha256 CTEXT PRIMARY KEY,
    kept   CTEXT NOT NULL,
    bytes  BYTEA NOT NULL
);

-- +goose Down
DROP TABLE documents;
DROP TABLE words;
DROP TABLE duties;
DROP TABLE stages;
DROP TABLE case_access;
DROP TABLE cases;
DROP TABLE resident_words;
DROP TABLE dwelling_words;
DROP TABLE residents;
DROP TABLE dwellings;
DROP TABLE passwords;
DROP TABLE officers;
DROP TABLE offices;
DROP TABLE settings;
DROP TABLE seals;
DROP TABLE erasures;
DROP TABLE personal;
DROP TABLE entries;
DROP TABLE subjects;
DROP TABLE counters;
