-- A host's own calendar. Its address is a secret and stands here encrypted; of what it says only
-- when the host is busy is kept.
CREATE TABLE host_calendar (
    host_id TEXT NOT NULL PRIMARY KEY REFERENCES host (id),
    sealed TEXT NOT NULL,
    server TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    read_with TEXT NOT NULL,
    known_until TIMESTAMP,
    due_at TIMESTAMP NOT NULL,
    claim TEXT,
    lease_until TIMESTAMP,
    failures INTEGER NOT NULL,
    fault TEXT,
    asked_at TIMESTAMP,
    checked_at TIMESTAMP,
    succeeded_at TIMESTAMP,
    skipped INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX host_calendar_by_due ON host_calendar (due_at);

CREATE TABLE busy_time (
    host_id TEXT NOT NULL REFERENCES host (id),
    starts_at TIMESTAMP NOT NULL,
    ends_at TIMESTAMP NOT NULL,
    PRIMARY KEY (host_id, starts_at)
);

-- Booked visits at times that became busy, until somebody has seen it or it is over.
CREATE TABLE busy_clash (
    slot_id TEXT NOT NULL PRIMARY KEY REFERENCES slot (id),
    host_id TEXT NOT NULL REFERENCES host (id),
    found_at TIMESTAMP NOT NULL,
    seen_at TIMESTAMP
);
CREATE INDEX busy_clash_by_host ON busy_clash (host_id);

-- A time of busy_time overlaps it: derived, so that taking seats is still one statement.
ALTER TABLE slot ADD COLUMN busy BOOLEAN NOT NULL DEFAULT FALSE;
