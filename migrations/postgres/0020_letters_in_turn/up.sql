-- A worker asks for the next letters in this order and reads no others, and for those whose time has passed;
-- that index begins with the state because SQLite would take letter_by_due before it otherwise.
-- What a newer letter has overtaken is never queued; an older program could leave one so when it stopped.
CREATE INDEX letter_by_turn ON letter
    ((CASE WHEN kind IN ('visit_reminder', 'visit_soon') THEN 1 ELSE 0 END), due_at, id) WHERE state = 'queued';
CREATE INDEX letter_by_expiry ON letter (state, expires_at) WHERE state = 'queued';
UPDATE letter SET state = 'superseded' WHERE withdrawn AND state = 'queued';
