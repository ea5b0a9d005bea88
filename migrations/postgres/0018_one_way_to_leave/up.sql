-- One table of who wants no more of which letters. about says of what, where a list is left piece by
-- piece: the partnership's id; '' is all of the list. An older node names no about and so goes on as it
-- did, about reminders of visits.
ALTER TABLE unsubscribed ADD COLUMN about TEXT NOT NULL DEFAULT '';
ALTER TABLE unsubscribed DROP CONSTRAINT unsubscribed_pkey,
    ADD PRIMARY KEY (list, email_key, about);
-- Who did not want to be reminded of a partnership is known by their address now, as everybody is.
-- Locked first, so that an older node writes nothing between the copy and the end.
LOCK TABLE no_reminder IN ACCESS EXCLUSIVE MODE;
INSERT INTO unsubscribed (list, email_key, about, created_at)
    SELECT 'quiet_partnerships', person.email_key, no_reminder.partnership_id, no_reminder.since
    FROM no_reminder JOIN person ON person.id = no_reminder.person_id;
-- To a node of the older program that still runs the table below is gone: it answers its page of such
-- reminders, and the withdrawal of a proposed partnership, with an error, and writes no reminders of
-- partnerships. Nothing that somebody has said is lost or overlooked; a newer node writes the month's
-- letters. Visits, bookings and their reminders are as before.
DROP TABLE no_reminder;
