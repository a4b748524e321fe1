-- +goose Up
-- What PostgreSQL alone needs. Words are compared by their bytes there as
-- they are in SQLite, whatever the language of the server.
CREATE DOMAIN ctext AS TEXT COLLATE "C";

-- +goose Down
DROP DOMAIN ctext;
