### Hosts' own calendars, which say when they are busy.
slot-busy = Host busy
closed-slot-busy = The host is busy at this time. It opens again by itself should that change.
fault-slot-busy = The host is busy at this time. Nothing was booked.
console-own-calendar = Own calendar
own-calendar-title = When you are busy
own-calendar-lead = Give the address of this host’s own calendar. While it says busy, the host’s times take no bookings; they open again by themselves. Visits that are booked stay booked.
own-calendar-keeps = We keep only when you are busy, never what your events are called or who takes part.
own-calendar-where = In Google Calendar: Settings, your calendar, “Secret address in iCal format”. In Outlook: Settings, Shared calendars, publish with “availability only”, ICS link. In iCloud: share as a public calendar.
own-calendar-status = The calendar now
own-calendar-server = Calendar at { $server }
own-calendar-read = Last read: { $time }
own-calendar-next = Next look: { $time }
own-calendar-waits = It has not been read yet. That takes a moment.
own-calendar-failed = The last look failed: { $reason }
own-calendar-stays = What it said before still counts.
own-calendar-skipped = { $count ->
    [one] One part of it was not understood.
   *[other] { $count } parts of it were not understood.
}
own-calendar-enter = Give an address
own-calendar-replace = Give another address
field-address = Secret address in iCal format
own-calendar-hint = It begins with https:// or webcal://. It is kept encrypted and never shown again.
own-calendar-save = Follow this calendar
own-calendar-check = Look now
own-calendar-remove = Follow it no longer
own-calendar-remove-means = Times that are shut because of this calendar open at once, and its address is forgotten.
fault-not-allowed = This address cannot be asked. Give one that begins with https://, without a user name.
fault-calendar-asked = The calendar was looked at a moment ago. Try again in a minute.
done-calendar-saved = The calendar is being read.
done-calendar-check = The calendar is being looked at.
done-calendar-removed = The calendar is followed no longer.
calendar-fault-address = its address leads nowhere, or to a place that we do not ask.
calendar-fault-connect = no secure connection could be made.
calendar-fault-slow = the server took too long.
calendar-fault-refused = the server did not give it out.
calendar-fault-gone = it is not there any more, or not for us. Give its address anew.
calendar-fault-too-large = it is too large.
calendar-fault-too-many = it has too many events.
calendar-fault-not-a-calendar = what is there is no calendar.
calendar-fault-sealed = its address can no longer be read. Give it anew.
console-clashes = Booked at times when you are busy
console-clashes-lead = Your own calendar says that you are busy during these booked visits. Nothing was changed: move one of the two, or leave it so.
console-clash-seen = I have seen it
