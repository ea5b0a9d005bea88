### Where visits take place.

rooms-title = Where visits take place
rooms-lead = Only those who come and your own people are told the address. When you change it, everybody whose visit that moves is sent an updated invitation.
rooms-offer = For all times of this offer
rooms-made = Where nothing is given, each time gets a room of its own as soon as a visit is confirmed, with a name that nobody can guess.
rooms-unmade = Where nothing is given, please tell your guests yourself how to join.
rooms-slots = For single times
rooms-slots-hint = Leave it empty to meet where the offer says.
rooms-save = Save
rooms-now = Meets at
rooms-none = There is no time to come.
console-rooms = Meeting room
done-room-saved = Saved. Whoever comes to a visit that this moves has been written to.

## The letter to those whose visit takes place elsewhere
letter-meeting-subject = New meeting link: { $title }, { $date }
letter-meeting-heading = The visit takes place at another address
letter-meeting-text = The time stays the same. Please use the link in this letter; the attached update puts it in your calendar.
