-- +goose Up
-- History is append-only. A mistake is corrected by a new entry.

-- +goose StatementBegin
CREATE FUNCTION refuse_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$;
-- +goose StatementEnd

CREATE TRIGGER entries_change BEFORE UPDATE OR DELETE ON entries
FOR EACH ROW EXECUTE FUNCTION refuse_change('history is append-only');
CREATE TRIGGER entries_empty BEFORE TRUNCATE ON entries
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('history is append-only');

-- A personal value goes only when an erasure says which and by which entry.
-- +goose StatementBegin
CREATE FUNCTION refuse_unless_erased() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.subject <> OLD.subject OR NEW.number <> OLD.number
       OR NOT EXISTS (SELECT 1 FROM erasures x WHERE x.subject = OLD.subject AND x.erased = OLD.number) THEN
        RAISE EXCEPTION 'history is append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd

CREATE TRIGGER personal_update BEFORE UPDATE ON personal
FOR EACH ROW EXECUTE FUNCTION refuse_unless_erased();
CREATE TRIGGER personal_delete BEFORE DELETE ON personal
FOR EACH ROW EXECUTE FUNCTION refuse_change('history is append-only');
CREATE TRIGGER personal_empty BEFORE TRUNCATE ON personal
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('history is append-only');
CREATE TRIGGER erasures_change BEFORE UPDATE OR DELETE ON erasures
FOR EACH ROW EXECUTE FUNCTION refuse_change('history is append-only');
CREATE TRIGGER erasures_empty BEFORE TRUNCATE ON erasures
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('history is append-only');

-- Seals and documents stay as they were kept; a document's bytes may go after
-- retention, when an erasure names them.
CREATE TRIGGER seals_change BEFORE UPDATE OR DELETE ON seals
FOR EACH ROW EXECUTE FUNCTION refuse_change('a seal is final');

-- +goose StatementBegin
CREATE FUNCTION refuse_document_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM erasures x WHERE x.field = 'document ' || OLD.sha256) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'a document is kept as it was printed' USING ERRCODE = 'integrity_constraint_violation';
END $$;
-- +goose StatementEnd

CREATE TRIGGER documents_change BEFORE UPDATE OR DELETE ON documents
FOR EACH ROW EXECUTE FUNCTION refuse_document_change();

-- +goose Down
DROP TRIGGER documents_change ON documents;
DROP FUNCTION refuse_document_change;
DROP TRIGGER seals_change ON seals;
DROP TRIGGER erasures_empty ON erasures;
DROP TRIGGER erasures_change ON erasures;
DROP TRIGGER personal_empty ON personal;
DROP TRIGGER personal_delete ON personal;
DROP TRIGGER personal_update ON personal;
DROP FUNCTION refuse_unless_erased;
DROP TRIGGER entries_empty ON entries;
DROP TRIGGER entries_change ON entries;
DROP FUNCTION refuse_change;
