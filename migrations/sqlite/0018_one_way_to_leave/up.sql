-- One table of who wants no more of which letters. about says of what, where a list is left piece by
-- piece: the partnership's id; '' is all of the list.
CREATE TABLE left_lists (
    list TEXT NOT NULL,
    email_key TEXT NOT NULL,
    about TEXT NOT NULL DEFAULT '',
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (list, email_key, about)
);
INSERT INTO left_lists (list, email_key, about, created_at)
    SELECT list, email_key, '', created_at FROM unsubscribed;
-- Who did not want to be reminded of a partnership is known by their address now, as everybody is.
INSERT INTO left_lists (list, email_key, about, created_at)
    SELECT 'quiet_partnerships', person.email_key, no_reminder.partnership_id, no_reminder.since
    FROM no_reminder JOIN person ON person.id = no_reminder.person_id;
DROP TABLE unsubscribed;
ALTER TABLE left_lists RENAME TO unsubscribed;
-- An older program that still has this file open goes on with visits, bookings and their reminders. To it
-- the table below is gone: it answers its page of such reminders, and the withdrawal of a proposed
-- partnership, with an error, and writes no reminders of partnerships. Nothing that somebody has said is
-- lost or overlooked; the newer program writes the month's letters.
DROP TABLE no_reminder;
