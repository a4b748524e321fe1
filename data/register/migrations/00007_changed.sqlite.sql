-- +goose Up
-- The instant of each case's last entry, for the cases there are already.
UPDATE cases SET changed = COALESCE((SELECT json_extract(e.entry, '$.recorded') FROM subjects s
    JOIN entries e ON e.subject = s.subject AND e.number = s.number
    WHERE s.subject = 'case/' || cases.case_id AND json_valid(e.entry)), '');

-- +goose Down
UPDATE cases SET changed = '';
