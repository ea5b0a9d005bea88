-- A worker asks for the next letters in this order and sorts nothing (reminders are told by minutes_before),
-- and for those whose time has passed. What a newer letter has overtaken is never queued; an older program
-- could leave one so when it stopped.
CREATE INDEX letter_by_turn ON letter (state, minutes_before, due_at, id);
CREATE INDEX letter_by_expiry ON letter (state, expires_at);
UPDATE letter SET state = 'superseded' WHERE withdrawn AND state = 'queued';
