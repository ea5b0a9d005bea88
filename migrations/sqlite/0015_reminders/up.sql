-- The reminders of a visit at this time that were decided, whether anybody had to be written one or not.
CREATE TABLE reminder (
    booking_id TEXT NOT NULL REFERENCES booking (id),
    starts_at TIMESTAMP NOT NULL,
    minutes_before INTEGER NOT NULL,
    PRIMARY KEY (booking_id, starts_at, minutes_before)
);

-- Who wants no more letters of a list. email_key is the address in lower case.
CREATE TABLE unsubscribed (
    list TEXT NOT NULL,
    email_key TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (list, email_key)
);

-- When the next letter may go to a domain, where letters to one are rationed; by the database's clock.
CREATE TABLE mail_domain (
    domain TEXT NOT NULL PRIMARY KEY,
    next_at TIMESTAMP NOT NULL
);

-- domain is that of the recipient's address, in lower case. withdrawn says that a newer letter says
-- otherwise: whoever is sending it may finish, and it is not tried again.
ALTER TABLE letter ADD COLUMN domain TEXT NOT NULL DEFAULT '';
ALTER TABLE letter ADD COLUMN withdrawn BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE letter SET domain = lower(substr(recipient_email, instr(recipient_email, '@') + 1));
