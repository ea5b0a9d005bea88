-- minutes_before tells the reminders of one visit apart, by how long before it each is written; 0 for every
-- other letter. answers_of is the booking whose answers a letter tells its host of. It is not booking_id,
-- which orders what a reader is told of a visit and takes it back with the visit: what is told of its
-- people comes in any order and number, and stays true. An older program goes on: it names neither column,
-- writes one reminder of a kind a visit, and may tell a host of two answers of the same minute by two letters.
--
-- A key cannot be changed here but by another table; nothing refers to this one.
CREATE TABLE letter_told_apart (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    recipient_name TEXT NOT NULL,
    recipient_email TEXT NOT NULL,
    locale TEXT NOT NULL,
    zone TEXT NOT NULL,
    booking_id TEXT REFERENCES booking (id),
    revision INTEGER NOT NULL,
    content TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    due_at TIMESTAMP NOT NULL,
    claim TEXT,
    lease_until TIMESTAMP,
    last_error TEXT,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    sent_at TIMESTAMP,
    domain TEXT NOT NULL DEFAULT '',
    withdrawn BOOLEAN NOT NULL DEFAULT FALSE,
    minutes_before INTEGER NOT NULL DEFAULT 0,
    answers_of TEXT REFERENCES booking (id),
    UNIQUE (recipient_email, booking_id, revision, kind, minutes_before)
);
INSERT INTO letter_told_apart (id, kind, recipient_name, recipient_email, locale, zone, booking_id, revision,
        content, state, attempts, due_at, claim, lease_until, last_error, created_at, expires_at, sent_at,
        domain, withdrawn, answers_of)
    SELECT id, kind, recipient_name, recipient_email, locale, zone, booking_id, revision,
        content, state, attempts, due_at, claim, lease_until, last_error, created_at, expires_at, sent_at,
        domain, withdrawn, CASE WHEN kind IN ('answer_received', 'time_proposed', 'address_failing')
            THEN json_extract(content, '$.booking_id') END
    FROM letter;
DROP TABLE letter;
ALTER TABLE letter_told_apart RENAME TO letter;
CREATE INDEX letter_by_due ON letter (state, due_at);
CREATE INDEX letter_by_booking ON letter (booking_id, recipient_email, id);
