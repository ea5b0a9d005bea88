-- How an offer is booked (approval, limits, questions) as JSON: read and written as a whole.
ALTER TABLE offer ADD COLUMN policy TEXT NOT NULL DEFAULT '{}';

-- seats_held are those of unexpired holds; waiting counts the queue, waited numbers its places.
ALTER TABLE slot ADD COLUMN seats_held INTEGER NOT NULL DEFAULT 0
    CHECK (seats_held >= 0 AND seats_taken + seats_held <= capacity);
ALTER TABLE slot ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0 CHECK (waiting >= 0);
ALTER TABLE slot ADD COLUMN waited BIGINT NOT NULL DEFAULT 0;

ALTER TABLE booking ADD COLUMN group_size INTEGER NOT NULL DEFAULT 1;
ALTER TABLE booking ADD COLUMN details TEXT NOT NULL DEFAULT '{}';
ALTER TABLE booking ADD COLUMN respond_by TIMESTAMP;
ALTER TABLE booking ADD COLUMN host_approved BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE booking ADD COLUMN guest_approved BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX booking_by_deadline ON booking (status, respond_by);

CREATE TABLE waiting (
    id TEXT NOT NULL PRIMARY KEY,
    slot_id TEXT NOT NULL REFERENCES slot (id),
    place BIGINT NOT NULL,
    city_id TEXT NOT NULL REFERENCES city (id),
    organization TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    locale TEXT NOT NULL,
    zone TEXT NOT NULL,
    seats INTEGER NOT NULL CHECK (seats > 0),
    state TEXT NOT NULL,
    offered_until TIMESTAMP,
    created_at TIMESTAMP NOT NULL,
    UNIQUE (slot_id, place)
);
CREATE INDEX waiting_by_slot ON waiting (slot_id, state, place);

-- Tokens, sessions and addresses are hashes.
CREATE TABLE hold (
    token_hash TEXT NOT NULL PRIMARY KEY,
    slot_id TEXT NOT NULL REFERENCES slot (id),
    seats INTEGER NOT NULL CHECK (seats > 0),
    session TEXT NOT NULL,
    address TEXT NOT NULL,
    waiting_id TEXT REFERENCES waiting (id),
    expires_at TIMESTAMP NOT NULL,
    renewable_until TIMESTAMP NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX hold_by_slot ON hold (slot_id, expires_at);
CREATE INDEX hold_by_expiry ON hold (expires_at);
CREATE INDEX hold_by_session ON hold (session, expires_at);
CREATE INDEX hold_by_address ON hold (address, expires_at);
