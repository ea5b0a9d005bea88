-- Times that the cities of a partnership are asked about. voters is counted here, so that the limit
-- holds under the row's lock.
CREATE TABLE poll (
    id TEXT NOT NULL PRIMARY KEY,
    partnership_id TEXT NOT NULL REFERENCES partnership (id),
    offer_id TEXT NOT NULL REFERENCES offer (id),
    city_id TEXT NOT NULL REFERENCES city (id),
    title TEXT NOT NULL,
    note TEXT NOT NULL,
    organization TEXT NOT NULL,
    seats INTEGER NOT NULL,
    state TEXT NOT NULL,
    deadline TIMESTAMP NOT NULL,
    chosen INTEGER,
    booking_id TEXT REFERENCES booking (id),
    voters INTEGER NOT NULL,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX poll_of_partnership ON poll (partnership_id);
CREATE INDEX poll_due ON poll (state, deadline);

-- When each of its times begins.
CREATE TABLE poll_candidate (
    poll_id TEXT NOT NULL REFERENCES poll (id),
    position INTEGER NOT NULL,
    starts_at TIMESTAMP NOT NULL,
    PRIMARY KEY (poll_id, position)
);

-- Who answered what: a word for each time, in the times' order, with commas between.
CREATE TABLE poll_vote (
    id TEXT NOT NULL PRIMARY KEY,
    poll_id TEXT NOT NULL REFERENCES poll (id),
    city_id TEXT NOT NULL REFERENCES city (id),
    name TEXT NOT NULL,
    email TEXT,
    locale TEXT NOT NULL,
    zone TEXT NOT NULL,
    answers TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX poll_vote_of_poll ON poll_vote (poll_id);
