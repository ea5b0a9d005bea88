-- A visit that comes again: the rule that names its dates, the clock it is told on, and by what
-- plan its times were chosen. cities is the list of those that meet, ids with commas between.
CREATE TABLE series (
    id TEXT NOT NULL PRIMARY KEY,
    offer_id TEXT NOT NULL REFERENCES offer (id),
    city_id TEXT NOT NULL REFERENCES city (id),
    partnership_id TEXT REFERENCES partnership (id),
    cities TEXT NOT NULL,
    organization TEXT NOT NULL,
    zone TEXT NOT NULL,
    rule TEXT NOT NULL,
    start_date TEXT NOT NULL,
    plan TEXT NOT NULL,
    status TEXT NOT NULL,
    predecessor TEXT REFERENCES series (id),
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX series_of_partnership ON series (partnership_id);

-- Its visits, each known for good by the local start that the rule meant.
CREATE TABLE series_occurrence (
    series_id TEXT NOT NULL REFERENCES series (id),
    original_start TIMESTAMP NOT NULL,
    state TEXT NOT NULL,
    slot_id TEXT REFERENCES slot (id),
    booking_id TEXT REFERENCES booking (id),
    PRIMARY KEY (series_id, original_start)
);
CREATE UNIQUE INDEX series_occurrence_of_booking ON series_occurrence (booking_id);
