-- The part of the country whose holidays a city keeps (ISO 3166-2 without the country), and the days
-- that its coordinators have entered themselves, as JSON.
ALTER TABLE city ADD COLUMN subdivision TEXT NOT NULL DEFAULT '';
ALTER TABLE city ADD COLUMN own_days TEXT NOT NULL DEFAULT '[]';
