-- +goose Up
-- History is append-only. A mistake is corrected by a new entry.

-- +goose StatementBegin
CREATE TRIGGER entries_update BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER entries_delete BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER entries_replace BEFORE INSERT ON entries
WHEN EXISTS (SELECT 1 FROM entries e WHERE e.subject = NEW.subject AND e.number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
-- +goose StatementEnd

-- A personal value goes only when an erasure says which and by which entry.
-- +goose StatementBegin
CREATE TRIGGER personal_update BEFORE UPDATE ON personal
WHEN NEW.subject <> OLD.subject OR NEW.number <> OLD.number
  OR NOT EXISTS (SELECT 1 FROM erasures x WHERE x.subject = OLD.subject AND x.erased = OLD.number)
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER personal_delete BEFORE DELETE ON personal
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER personal_replace BEFORE INSERT ON personal
WHEN EXISTS (SELECT 1 FROM personal p WHERE p.subject = NEW.subject AND p.number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER erasures_update BEFORE UPDATE ON erasures
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER erasures_delete BEFORE DELETE ON erasures
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
-- +goose StatementEnd

-- Seals and documents stay as they were kept; a document's bytes may go after
-- retention, when an erasure names them.
-- +goose StatementBegin
CREATE TRIGGER seals_update BEFORE UPDATE ON seals
BEGIN SELECT RAISE(ABORT, 'a seal is final'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER seals_delete BEFORE DELETE ON seals
BEGIN SELECT RAISE(ABORT, 'a seal is final'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER documents_update BEFORE UPDATE ON documents
BEGIN SELECT RAISE(ABORT, 'a document is kept as it was printed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER documents_delete BEFORE DELETE ON documents
WHEN NOT EXISTS (SELECT 1 FROM erasures x WHERE x.field = 'document ' || OLD.sha256)
BEGIN SELECT RAISE(ABORT, 'a document is kept as it was printed'); END;
-- +goose StatementEnd

-- +goose Down
DROP TRIGGER documents_delete;
DROP TRIGGER documents_update;
DROP TRIGGER seals_delete;
DROP TRIGGER seals_update;
DROP TRIGGER erasures_delete;
DROP TRIGGER erasures_update;
DROP TRIGGER personal_replace;
DROP TRIGGER personal_delete;
DROP TRIGGER personal_update;
DROP TRIGGER entries_replace;
DROP TRIGGER entries_delete;
DROP TRIGGER entries_update;
