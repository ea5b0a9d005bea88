-- Whether the demo made this database, which shows its letters to everybody.
ALTER TABLE installation ADD COLUMN is_demo BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE installation SET is_demo = TRUE
WHERE EXISTS (SELECT 1 FROM person WHERE email = 'admin@demo.example');
-- Grows whenever who may see what may have changed.
ALTER TABLE installation ADD COLUMN rights BIGINT NOT NULL DEFAULT 0;
-- Old events are found by their age.
CREATE INDEX event_by_age ON event (at);
