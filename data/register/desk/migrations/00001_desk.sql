-- +goose Up
-- 0x4361736B ("Cask") marks the file as a Casebook desk.
PRAGMA application_id = 1130460011;

CREATE TABLE drafts (
    id      TEXT    NOT NULL PRIMARY KEY,
    kind    TEXT    NOT NULL,
    title   TEXT    NOT NULL,
    started TEXT    NOT NULL,
    kept    TEXT    NOT NULL,
    parked  INTEGER NOT NULL CHECK (parked IN (0, 1)),
    body    BLOB    NOT NULL
);

CREATE TABLE preferences (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
