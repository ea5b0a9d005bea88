# What the pages say. One key, one meaning; the same keys in every language.

product-name = Sisterline
skip-to-content = Skip to the content

## Around every page
nav-label = Main
nav-partnerships = Partnerships
nav-cities = Cities
nav-console = Your hosts
nav-sign-in = Sign in for hosts
nav-api = API for programs
nav-dev-mail = Letters of this demo
language-label = Language
footer-line = Two cities, two clocks, one hour that suits both.
footer-nav-label = More
footer-zones = Every time on this page was worked out by the server with time-zone data { $version }.
signed-in-as = Signed in as { $name }
sign-out = Sign out
live-waiting = The connection is gone. Times may have changed; trying again…
live-back = Connected again.
# n: 2 to 5
live-looking = { $n } people are looking at this time just now.
# n: a number that at least so many are
live-looking-many = More than { $n } people are looking at this time just now.

## Tiers, states, stages, tracks
tier-office = office hours
tier-reachable = reachable
tier-unsocial = night
now-office = office hours now
now-reachable = reachable now
now-unsocial = night now
legend-open = open, with seats left
legend-full = full
stage-prospective = Prospective
stage-pilot = Pilot
stage-official = Official
stage-paused = Paused
stage-ended = Ended
track-official = City and public offices
track-civic = Clubs and associations
track-education = Schools and universities
track-culture = Culture
track-business = Business

## Slots
slot-open = Open
slot-full = Full
slot-closed = Closed
slot-cancelled = Cancelled
slot-seats-left = { $count ->
    [0] No seats left
    [one] 1 seat left
   *[other] { $count } seats left
  }
slot-of-capacity = { $count ->
    [one] of 1
   *[other] of { $count }
  }
slot-book = Book
slot-details = Details
slot-duration = Length
slot-languages = Languages
slot-topics = Topics
slot-full-what-now = All seats are taken. If a party cancels, seats appear here at once.
slot-closed-what-now = This time can no longer be booked.
slot-started-what-now = This visit has already begun.
slot-cancelled-what-now = The host has called this visit off. Everybody who had booked was told by mail.
slot-others = Other times for the same visit
slot-all-times = All times of { $name }
slots-new = New times have been added.
slots-stale = This page may be out of date.
slots-refresh = Show it as it is now
visits-none = No public visits are open just now. Look at a partnership for times between its cities.

## Home
home-title = Meet your sister city, at an hour that suits both.
home-lead = Partner cities offer times for virtual visits: a school class, a city hall, a choir rehearsal, a laboratory. You choose one, see it in both cities’ clocks, and everybody gets an invitation their calendar understands.
home-find = Find your partnership
home-see-visits = Coming visits
home-partnerships = Partnerships
home-partnerships-lead = Choose the cities you want to connect. Their days are laid side by side.
home-partnerships-none = No partnership has been entered yet. A coordinator can add the first one after signing in.
home-cities = Cities
home-cities-lead = Each ring is a city’s day: midnight below, noon on top, the red bead is now.
home-cities-none = No city has been entered yet. An admin can add the first one after signing in.
home-visits = Coming visits
home-visits-lead = Open to everybody from a partner city.
partnership-since = since { $year }
partnership-open-slots = { $count ->
    [0] No open times
    [one] 1 open time
   *[other] { $count } open times
  }

## City
city-now = Now
city-zone = Time zone
city-office-hours = Office hours
city-languages = Languages
city-partnerships = Partnerships
city-partnerships-none = This city has no public partnership yet.
city-partnerships-count = { $count ->
    [0] No partnerships yet
    [one] 1 partnership
   *[other] { $count } partnerships
  }
city-hosts = Who receives visits
city-hosts-lead = Ask for a visit through one of the city’s partnerships.
city-hosts-none = Nobody receives visits here yet.
city-visits = Coming public visits
host-offers-label = What they offer

## Partnership
week-nav-label = Weeks
week-previous = Week before
week-next = Week after
week-empty = No times are offered this week.
week-empty-what-now = No later times have been entered yet. Write to one of the hosts, or come back in a few days.
week-go-to-next = Go to the next open times
day-empty = No times offered.
today = today

## Booking form
book-title = Book this visit
book-party = Who is coming
book-contact = Who we write to
book-attendees = Further people
book-attendees-hint = Each gets an invitation of their own. You can forward yours instead.
book-attendee-number = Person { $number }
book-add-attendee = One more person
book-submit = Book this visit
book-what-next = You get a letter at once, with the time in both clocks, a calendar invitation, and a link to change your mind.
form-faults = { $count ->
    [one] One thing needs another look
   *[other] { $count } things need another look
  }
field-optional = (optional)
field-city = Your city
field-organization = Your school, office, club or company
field-name = Your name
field-email = Mail address
field-locale = Language of the letters
field-zone = Time zone of the letters
field-seats = Seats
field-note = A word to the host
field-attendee-name = Name
field-attendee-email = Mail address
field-reason = Reason

## Booking
booking-thanks = Thank you. That is arranged.
booking-confirmed = Confirmed
booking-cancelled = Cancelled
booking-completed = Took place
booking-next = What happens next
booking-next-confirmed = Everybody on the list has been sent an invitation. Accept it in your calendar, and join a few minutes early: on this page or by the link in the letter.
booking-next-cancelled = This visit will not take place for you, and calendars have been told so. You are welcome to choose another time.
booking-next-completed = We hope it was a good hour. You are welcome to choose another one.
booking-join = Join the visit
booking-calendar = Add to calendar
booking-others = Other open times
booking-party = Your party
booking-seats = Seats
booking-attendees = Invited
booking-note = Your word to the host
booking-cancel = Cancel this booking
booking-cancel-means = Your seats are offered to others at once, and everybody invited is told by mail. This cannot be undone.
booking-cancel-confirm = Yes, cancel the booking
booking-keep-link = Whoever has this page’s address can change the booking. Keep it to yourselves.
seats = { $count ->
    [one] 1 seat
   *[other] { $count } seats
  }

## Signing in
sign-in-title = Sign in
sign-in-lead = For hosts, coordinators and admins. There is no password: we send you a link.
sign-in-send = Send me a link
sign-in-guests = Guests need no account. To change a booking, use the link in its letter.
sign-in-sent-title = Look into your mail
sign-in-sent = If { $email } is known here, a link is on its way.
sign-in-sent-next = It works once, for 15 minutes. Nothing there? Look in the spam folder, and check the address for typing errors.
sign-in-demo-mail = Open the letters of this demo
sign-in-again = Ask for a new link
sign-in-enter-title = Welcome back
sign-in-enter = You are about to sign in as { $email }.
sign-in-enter-button = Sign in
sign-in-expired-title = This link no longer works
sign-in-expired = A link works once and for 15 minutes. Ask for a new one; it takes a moment.

## Console
console-title = Your hosts
console-hello = Good to see you, { $name }.
console-no-hosts = You are not a member of any host yet. Ask your city’s coordinator to add you.
console-no-offers = Nothing is offered yet.
console-no-slots = No times to come. Add one, and every partner sees it at once.
console-seats-taken = seats taken
console-nobody-yet = Nobody has booked yet.
console-cancel-slot = Cancel this time
console-cancel-means-nobody = Nobody has booked it. It disappears from every page at once.
console-cancel-means = { $count ->
    [one] One party has booked it and will be told by mail. This cannot be undone.
   *[other] { $count } parties have booked it and will be told by mail. This cannot be undone.
  }
console-cancel-confirm = Yes, cancel it
console-add-slot = Add a time
console-add-slot-button = Add this time
console-setups = Set up
field-offer = Offer
field-date = Date
field-time = Start, in the host city’s clock
field-capacity = Seats
field-resolution = Which one do you mean?
field-city-name = Name
field-slug = Short name for addresses
field-country = Country
field-city-zone = Time zone
field-office-from = Office opens
field-office-to = Office closes
field-weekend = Days off
field-languages = Languages
field-cities = Cities
field-stage = Stage
field-since = Signed in
field-host-city = City
field-host-name = Name of the host
field-track = Track
field-about = About
field-host = Host
field-title = Title
field-topics = Topics
field-duration = Minutes
field-visibility = Who may see it
field-description = What awaits the visitors
field-role-email = Mail address
field-role = Role
field-role-scope = For

console-pick = Your hosts
console-pick-summary = Choose a host
console-host-line = { $count ->
    [0] nothing offered yet
    [one] 1 offer
   *[other] { $count } offers
  }
console-more-slots = { $count ->
    [one] 1 later time
   *[other] { $count } later times
  }
console-not-all = Only the next { $count } times are shown.
console-steps = First steps
console-steps-lead = Nothing can be booked yet. These are the steps to the first visit; each opens its form.
console-step-city = Add your city, and one that you want to meet.
console-step-partnership = Enter the partnership between them.
console-step-host = Add a host: who receives visits.
console-step-offer = Say what the host offers.
console-step-slot = Add a first time.
console-none-to-keep = No host has been added yet.
add-slot-capacity-hint = Empty means as many as the offer says.
doubt-gap = In { $city } the clock is put forward that night and skips { $time }. Did you mean this one? Otherwise choose another time.
doubt-fold = In { $city } the clock is put back that night, so { $time } comes twice.
resolution-gap-shifted = as much later as the clock is put forward
resolution-fold-first = before the clock is put back
resolution-fold-second = after the clock is put back
setup-city = Add a city
setup-partnership = Enter a partnership
setup-host = Add a host
setup-offer = Add an offer
setup-role = Give somebody a role
field-native-name = Name as its own people write it
field-kind = Kind
field-overlap = Other visits
field-meeting-url = Where it takes place
field-role-name = Name
field-role-locale = Language of letters to them
hint-slug = Lower-case letters, digits and hyphens. It cannot be changed later.
hint-country = Two letters, such as TW or US.
hint-languages = Tags with commas between, such as en, zh-TW.
hint-topics = With commas between.
hint-meeting-url = An address that begins with https://. Only those who have booked are told.
hint-role-name = Only needed where they are new here.
overlap-allowed = May take place while the host has another one
role-admin = Admin of everything
role-coordinator = Coordinator
role-member = Member of a host
seen-by-public = Everybody
seen-by-partners = Partner cities
seen-by-unlisted = Whoever has the link
known-to-public = Everybody
known-to-private = Only those who work for its cities
day-mon = Monday
day-tue = Tuesday
day-wed = Wednesday
day-thu = Thursday
day-fri = Friday
day-sat = Saturday
day-sun = Sunday

## What is wrong with a field of the console, by its code
fault-invalid-url = Give an address that begins with https://.
fault-out-of-range = Give a number from { $min } to { $max }.
fault-not-a-number = Give a number.
fault-count = Choose { $min } to { $max }.
fault-unknown = Choose one from the list.
fault-too-many = These are too many.
fault-invalid-slug = Use 2 to 60 lower-case letters, digits and hyphens, such as new-taipei.
fault-invalid-country = Give the two letters of the country, such as TW.
fault-invalid-language = Give language tags such as en, zh-TW or ja.
fault-invalid-time = Give a time such as 09:00.
fault-end-before-start = Close later than you open.
fault-slug-taken = Another city has this short name. Choose another one.
fault-slot-overlaps = The host has another visit at that time. Choose another time.
fault-invalid-local-time = Give a date and a time.
fault-local-day-missing = That day does not exist there: the calendar skips it. Choose another one.
fault-choose-instant = Say which one you mean, or choose another time.
fault-in-past = Choose a time that is yet to come.
fault-too-far = Choose a time within ten years.
fault-not-yours = One of the cities must be one that you coordinate.

## Letters of the demo
dev-mail-title = Letters of this demo
dev-mail-lead = Nothing leaves this machine. These are the letters as they would have been sent.
dev-mail-none = No letters yet. Book a visit, and the first ones appear here.
letter-subject = Subject
letter-to = To
letter-kind = Kind
letter-at = Written
letter-state = State
letter-html = As most people see it
letter-text = Text
letter-calendar = Calendar
letter-broken = This letter cannot be put in words any more.
letter-raw = The whole message
letter-kind-visit-confirmed = Invitation
letter-kind-visit-cancelled = Cancellation
letter-kind-series-confirmed = Series of visits
letter-kind-series-cancelled = Series cancelled
letter-kind-sign-in = Sign-in link
letter-kind-visit-moved = Change of the clocks
letter-kind-confirm-again = To be confirmed again
letter-kind-answer-received = Answer
letter-kind-time-proposed = Proposal of another time
letter-kind-address-failing = Address that fails
letter-state-queued = waiting
letter-state-sending = being sent
letter-state-sent = sent
letter-state-dead = given up
letter-state-superseded = replaced by a newer one
letter-state-expired = too late to send
letter-follow = Follow the link in this letter

## API
docs-title = API for programs
docs-version = Version { $version }.
docs-machine = The same for machines (OpenAPI 3.1)
docs-nav-label = Operations
docs-parameters = Parameters
docs-request = Body
docs-responses = Answers
docs-required = required

## Problems
problem-home = To the front page
problem-403 = This is not yours to open
problem-403-next = You may be signed in under another address, or the page may belong to another host. If a form brought you here, go back, reload it, and send it again.
problem-404 = There is nothing here
problem-404-next = The link may be old or cut short. From the front page you reach every city and partnership.
problem-409 = Somebody was quicker
problem-409-next = What you saw has changed in the meantime. Go back to see how it stands now.
problem-422 = Something in there was not understood
problem-422-next = Go back and look at what was entered. Nothing has been changed.
problem-429 = That was a lot at once
problem-429-next = Wait a minute and try again. Nothing has been lost.
problem-500 = That went wrong, and it is our fault
problem-500-next = It has been written down. Try again in a moment; if it happens again, tell us the code below.
problem-503 = Back in a moment
problem-503-next = A part of the service is away just now. Nothing that was booked is lost. Try again in a minute.

## Said once after something was done
done-cancelled = The visit is called off. Everybody concerned is told by mail.
done-slot-added = The time has been added. Everybody who looks sees it now.
done-slot-cancelled = The time is called off. Everybody who had booked is told by mail.
done-entered = Saved.
done-signed-in = You are signed in.
done-signed-out = You are signed out.

## Small words
list-separator = ,{" "}

## What is wrong with a field, by its code
fault-required = Please fill this in.
fault-too-long = That is too long.
fault-control-characters = Please remove line breaks and invisible characters.
fault-invalid-email = Please give a mail address such as name@example.org.
fault-duplicate-email = This address is already on the booking.
fault-unknown-city = Please choose your city.
fault-unknown-zone = Please choose a time zone from the list.
fault-slot-full = Somebody was quicker: there are not enough seats left. Nothing was booked.
fault-slot-closed = This time takes no bookings any more. Nothing was booked.
fault-slot-started = This visit has begun. Nothing was booked.
fault-visit-started = The visit has begun; it cannot be changed any more.
fault-sent-before = This form was sent before with other content. Look it over and send it again.
fault-stale-form = This form is too old. Open the page again and send it once more.

## Booking
home-page-title = Visits between sister cities
book-choose-city = Choose…
book-zone-of-city = The city’s own
minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
  }
clocks-apart = { $count ->
    [0] the same hour
    [one] 1 hour apart
   *[other] { $count } hours apart
  }
clocks-apart-exactly = { $time } hours apart
kind-office = Public office
kind-school = School
kind-university = University
kind-association = Association
kind-company = Company

# Heading over partnerships that wait for an answer.
console-proposals = Proposed partnerships
proposal-title = Proposed, not yet agreed
proposal-awaits = { $cities } has yet to agree.
proposal-meaning = Until all cities have, only people of these cities know of it, and nothing can be seen or booked through it.
proposal-agree = Agree for your city
proposal-withdraw = Take it back
done-agreed = Agreed. Once all cities have, their offers are open to each other.
done-withdrawn = The proposal has been taken back.

# Letters that could not be sent, for admins.
outbox-title = Outbox
outbox-lead = Every letter waits here until the mail server has taken it.
outbox-paused = Nothing is being sent
outbox-paused-next = The mail server refuses us. The letters wait and lose nothing; once the settings or the server are mended, they leave by themselves. It says:
outbox-counts = Letters
outbox-none = Nothing has been written yet.
outbox-dead = Given up
outbox-dead-none = No letter has been given up.
outbox-reason = Why
outbox-actions = What now
outbox-requeue = Send once more
outbox-discard = Discard
done-requeued = The letter waits to be sent once more.
done-discarded = The letter has been discarded.
letter-state-discarded = discarded
console-outbox = Outbox

# How each letter reads, for admins.
preview-title = Letters as they read
preview-lead = Every letter that this installation writes, in every language, about one visit as an example.
preview-harmless = None of this was sent. Its links are examples too: they name nothing that exists and let nobody in.
preview-day = Day of the visit
preview-day-next-day = Next day in Kaohsiung
preview-day-same-day = Same day in both cities
preview-day-clocks-back = Daylight saving time ends
preview-day-clocks-forward = Daylight saving time begins
preview-show = Show the letter
preview-from = From
preview-eml = Download the message (.eml)

# Calendars that people subscribe to.
console-calendars = Calendars to subscribe to
calendars-title = Calendars to subscribe to
calendars-lead = Your calendar program can follow these addresses and always shows what is true. Whoever has an address sees its visits: pass it on with care.
feed-person = The visits that you are invited to or receive
feed-host = The visits that this host receives
feed-partnership = The visits of this partnership, without the way in
feed-open = Open in a calendar
feed-google = Add to Google Calendar
feed-rotate = Change the address
feed-busy = Only the busy times, without a word on what they are:
feed-slow = Calendars ask again in their own time: most within the hour, Google within a day.
feed-name = Visits: { $name }
city-feed = Follow in your calendar
done-rotated = The address has been changed. Calendars that follow the one before see nothing any more.
