-- When an offer's host receives visits, as JSON: read and written as a whole.
CREATE TABLE availability (
    offer_id TEXT NOT NULL PRIMARY KEY REFERENCES offer (id),
    rules TEXT NOT NULL,
    version BIGINT NOT NULL,
    edited_at TIMESTAMP NOT NULL
);

-- The slots that rules have made. made_for is the wall clock with its zone: the same time is made
-- once, and one that a person has cancelled is not made again.
CREATE TABLE generated_slot (
    slot_id TEXT NOT NULL PRIMARY KEY REFERENCES slot (id),
    offer_id TEXT NOT NULL REFERENCES offer (id),
    made_for TEXT NOT NULL,
    withdrawn BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX generated_slot_once ON generated_slot (offer_id, made_for);
