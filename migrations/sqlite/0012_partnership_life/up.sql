-- The day on which a pilot ends, where somebody has said so.
ALTER TABLE partnership ADD COLUMN pilot_ends TEXT;

-- What became of a partnership, line by line: who, when, why. `actor` is as in the events' audit trail.
CREATE TABLE partnership_change (
    partnership_id TEXT NOT NULL REFERENCES partnership (id),
    number BIGINT NOT NULL,
    kind TEXT NOT NULL,
    stage TEXT NOT NULL,
    outcome TEXT,
    pilot_ends TEXT,
    city_id TEXT REFERENCES city (id),
    actor TEXT NOT NULL,
    why TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (partnership_id, number)
);
INSERT INTO partnership_change (partnership_id, number, kind, stage, actor, why, at)
    SELECT id, 1, 'proposed', stage, 'system', '', created_at FROM partnership;

-- A row a partnership and month, written with the letters that remind its coordinators.
CREATE TABLE partnership_reminder (
    partnership_id TEXT NOT NULL REFERENCES partnership (id),
    month TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    PRIMARY KEY (partnership_id, month)
);
-- Who does not want to be reminded of a partnership.
CREATE TABLE no_reminder (
    person_id TEXT NOT NULL REFERENCES person (id),
    partnership_id TEXT NOT NULL REFERENCES partnership (id),
    since TIMESTAMP NOT NULL,
    PRIMARY KEY (person_id, partnership_id)
);

-- Who came to a visit: how many in all, where somebody has counted, and of those who were named.
CREATE TABLE attendance (
    booking_id TEXT NOT NULL PRIMARY KEY REFERENCES booking (id),
    headcount INTEGER,
    people TEXT NOT NULL,
    actor TEXT NOT NULL,
    marked_at TIMESTAMP NOT NULL
);
-- What a side of a visit learned. `offered`: its writer lets it be shown publicly; `public`: it is.
CREATE TABLE visit_outcome (
    booking_id TEXT NOT NULL REFERENCES booking (id),
    side TEXT NOT NULL,
    text TEXT NOT NULL,
    locale TEXT NOT NULL,
    offered BOOLEAN NOT NULL,
    public BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    actor TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    PRIMARY KEY (booking_id, side)
);
CREATE INDEX booking_by_partnership ON booking (partnership_id, status);
