-- A visit that new rules of a clock took out of a city's reachable hours waits for that city to confirm it again.
CREATE TABLE confirm_again (
    booking_id TEXT NOT NULL REFERENCES booking (id),
    city_id TEXT NOT NULL REFERENCES city (id),
    asked_at TIMESTAMP NOT NULL,
    PRIMARY KEY (booking_id, city_id)
);
