-- What the guests' clock shows at a visit to come, and by which zone data: new rules of that clock
-- move their visit on it though its instant stays.
CREATE TABLE guest_clock (
    booking_id TEXT NOT NULL PRIMARY KEY REFERENCES booking (id),
    offset_seconds INTEGER NOT NULL,
    tzdb_version TEXT NOT NULL
);
