-- Instants are UTC in columns without a zone; wall clocks are `local_start` beside the zone's name.
-- Ids are UUIDv7 as text. The same tables, columns and rules stand in the other engine's folder.

CREATE TABLE installation (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    epoch TEXT NOT NULL,
    secret_key TEXT NOT NULL,
    tzdb_version TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE city (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    native_name TEXT NOT NULL,
    country TEXT NOT NULL,
    zone TEXT NOT NULL,
    office_start_minute INTEGER NOT NULL,
    office_end_minute INTEGER NOT NULL,
    weekend TEXT NOT NULL,
    languages TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE partnership (
    id TEXT NOT NULL PRIMARY KEY,
    stage TEXT NOT NULL,
    visibility TEXT NOT NULL,
    since INTEGER,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE partnership_city (
    partnership_id TEXT NOT NULL REFERENCES partnership (id),
    city_id TEXT NOT NULL REFERENCES city (id),
    position INTEGER NOT NULL,
    PRIMARY KEY (partnership_id, city_id)
);
CREATE INDEX partnership_city_by_city ON partnership_city (city_id);

-- slot_changes is raised by whatever may make slots overlap, and so makes such changes queue.
CREATE TABLE host (
    id TEXT NOT NULL PRIMARY KEY,
    city_id TEXT NOT NULL REFERENCES city (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    track TEXT NOT NULL,
    slot_changes BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX host_by_city ON host (city_id);

CREATE TABLE offer (
    id TEXT NOT NULL PRIMARY KEY,
    host_id TEXT NOT NULL REFERENCES host (id),
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    topics TEXT NOT NULL,
    languages TEXT NOT NULL,
    duration_minutes INTEGER NOT NULL,
    capacity INTEGER NOT NULL,
    visibility TEXT NOT NULL,
    overlap_allowed BOOLEAN NOT NULL,
    meeting_url TEXT,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX offer_by_host ON offer (host_id);

CREATE TABLE slot (
    id TEXT NOT NULL PRIMARY KEY,
    offer_id TEXT NOT NULL REFERENCES offer (id),
    host_id TEXT NOT NULL REFERENCES host (id),
    local_start TIMESTAMP NOT NULL,
    zone TEXT NOT NULL,
    duration_minutes INTEGER NOT NULL,
    starts_at TIMESTAMP NOT NULL,
    ends_at TIMESTAMP NOT NULL,
    offset_seconds INTEGER NOT NULL,
    resolution TEXT NOT NULL,
    tzdb_version TEXT NOT NULL,
    capacity INTEGER NOT NULL CHECK (capacity > 0),
    seats_taken INTEGER NOT NULL CHECK (seats_taken >= 0),
    state TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    CHECK (seats_taken <= capacity),
    CHECK (starts_at < ends_at)
);
CREATE INDEX slot_by_offer ON slot (offer_id, starts_at);
CREATE INDEX slot_by_host ON slot (host_id, starts_at);
CREATE INDEX slot_by_start ON slot (starts_at, id);

CREATE TABLE booking (
    id TEXT NOT NULL PRIMARY KEY,
    slot_id TEXT NOT NULL REFERENCES slot (id),
    city_id TEXT NOT NULL REFERENCES city (id),
    partnership_id TEXT REFERENCES partnership (id),
    organization TEXT NOT NULL,
    seats INTEGER NOT NULL CHECK (seats > 0),
    note TEXT NOT NULL,
    status TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    cancel_reason TEXT,
    created_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX booking_by_slot ON booking (slot_id);

CREATE TABLE attendee (
    id TEXT NOT NULL PRIMARY KEY,
    booking_id TEXT NOT NULL REFERENCES booking (id),
    position INTEGER NOT NULL,
    part TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    locale TEXT NOT NULL,
    zone TEXT NOT NULL
);
CREATE INDEX attendee_by_booking ON attendee (booking_id, position);

CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    locale TEXT NOT NULL,
    zone TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);

-- scope is '' for an admin, else the id of the city or host, so that the key forbids doubles.
CREATE TABLE person_role (
    person_id TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    city_id TEXT REFERENCES city (id),
    host_id TEXT REFERENCES host (id),
    PRIMARY KEY (person_id, kind, scope)
);
CREATE INDEX person_role_by_host ON person_role (host_id);

CREATE TABLE sign_in_link (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX sign_in_link_by_person ON sign_in_link (person_id, created_at);

CREATE TABLE session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    expires_at TIMESTAMP NOT NULL,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE api_token (
    token_hash TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    label TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE idempotency_key (
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    outcome TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at);

CREATE TABLE topic_head (
    topic TEXT NOT NULL PRIMARY KEY,
    head BIGINT NOT NULL
);

CREATE TABLE event (
    topic TEXT NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (topic, seq)
);

CREATE TABLE letter (
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
    UNIQUE (recipient_email, booking_id, revision, kind)
);
CREATE INDEX letter_by_due ON letter (state, due_at);
CREATE INDEX letter_by_booking ON letter (booking_id, recipient_email, id);
