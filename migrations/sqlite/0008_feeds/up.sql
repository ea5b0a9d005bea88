-- How often the secret address of a calendar feed was changed; no row means never.
CREATE TABLE feed (
    kind TEXT NOT NULL,
    owner TEXT NOT NULL,
    generation BIGINT NOT NULL,
    PRIMARY KEY (kind, owner)
);
