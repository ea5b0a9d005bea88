-- minutes_before tells the reminders of one visit apart, by how long before it each is written; 0 for every
-- other letter. answers_of is the booking whose answers a letter tells its host of. It is not booking_id,
-- which orders what a reader is told of a visit and takes it back with the visit: what is told of its
-- people comes in any order and number, and stays true. An older node goes on: it names neither column,
-- writes one reminder of a kind a visit, and may tell a host of two answers of the same minute by two letters.
ALTER TABLE letter ADD COLUMN minutes_before INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN answers_of TEXT REFERENCES booking (id);
ALTER TABLE letter DROP CONSTRAINT letter_recipient_email_booking_id_revision_kind_key,
    ADD UNIQUE (recipient_email, booking_id, revision, kind, minutes_before);
UPDATE letter SET answers_of = CAST(content AS JSON) ->> 'booking_id'
    WHERE kind IN ('answer_received', 'time_proposed', 'address_failing');
