-- +goose Up
-- What SQLite alone needs. The application id stands in the file's header, so
-- that a file can be told from any other before it is opened: "CsBk".
PRAGMA application_id = 1131627115;

-- +goose Down
PRAGMA application_id = 0;
