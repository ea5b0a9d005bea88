-- Where the visits of a slot take place: what its host gave, and the room that was made for it.
-- Beside the slot, not in it, because a slot is told to the public.
CREATE TABLE meeting_room (
    slot_id TEXT NOT NULL PRIMARY KEY REFERENCES slot (id),
    given TEXT,
    made TEXT
);
