-- A partnership opens nothing before each of its cities has agreed to it. Those that were there did.
ALTER TABLE partnership_city ADD COLUMN agreed_at TIMESTAMP;
UPDATE partnership_city SET agreed_at = (
    SELECT created_at FROM partnership WHERE partnership.id = partnership_city.partnership_id
);
