-- +goose Up
-- The instant of each case's last entry, for the cases there are already.
UPDATE cases SET changed = COALESCE((SELECT substring(e.entry from '"recorded":"([^"]+)"') FROM subjects s
    JOIN entries e ON e.subject = s.subject AND e.number = s.number
    WHERE s.subject = 'case/' || cases.case_id), '');

-- +goose Down
UPDATE cases SET changed = '';
