-- What attendees have answered; no row means nothing yet. sequence is the SEQUENCE of the calendar
-- object that is answered, and the least that a reply by mail has to name; stamp the DTSTAMP of the
-- answer, before which a reply is an older one.
CREATE TABLE attendee_answer (
    attendee_id TEXT NOT NULL PRIMARY KEY REFERENCES attendee (id),
    answer TEXT NOT NULL,
    answered_at TIMESTAMP,
    source TEXT,
    note TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    stamp TIMESTAMP
);

-- Addresses from which letters come back, and the booking that the letter was about ('' for none).
CREATE TABLE failing_address (
    email_key TEXT NOT NULL,
    booking_id TEXT NOT NULL,
    status TEXT NOT NULL,
    since TIMESTAMP NOT NULL,
    PRIMARY KEY (email_key, booking_id)
);
