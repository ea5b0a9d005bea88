### Polls: a coordinator proposes times, the people of each city answer.

poll-list = Polls
poll-new = Ask people for a time
poll-new-lead = Propose up to 20 times. The people of each city say by a link, without an account, which ones suit them.
poll-none = No poll yet.
poll-no-desk = You can ask as soon as all cities of a partnership of yours have agreed to it.
poll-state-open = Open
poll-state-closed = Time chosen
poll-state-cancelled = Called off
poll-state-lapsed = Time over
poll-answers = { $count ->
    [one] One answer
   *[other] { $count } answers
  }
poll-deadline = Answers until { $when }

## Opening one
poll-field-what = What is visited
poll-field-guests = Whose guests come
poll-field-guests-partner = The partner city
poll-field-title = What it is about
poll-field-title-hint = Left empty, it is the title of the visit.
poll-field-note = What else to know
poll-field-deadline = Answers until
poll-field-deadline-hint = On the host city’s clock. Left empty, until the last time begins.
poll-field-zone = On whose clock
poll-field-time = Time { $number }
poll-found = Times from the finder
poll-typed = Further times
poll-typed-hint = Fill in as many as you like.
poll-create = Ask the cities
poll-ask-people = Ask people about the ticked times
poll-propose = Propose this time

## The tally
poll-tally = How it stands
poll-how = Cities count, not heads: a time is as good as it is for the city that likes it least. “If need be” counts half. Where nobody of a city can come, the time is out. Equal times are ranked by what the cities bear.
poll-best = Suits best so far
poll-chosen = Chosen
poll-past = Has passed
poll-blocked = Nobody can come from: { $cities }
poll-counts = { $yes } yes · { $maybe } if need be · { $no } no
poll-unheard = no answer yet
poll-answer-yes = Yes
poll-answer-if-need-be = If need be
poll-answer-no = No

## For coordinators
poll-links = A link for each city
poll-links-lead = Whoever has a city’s link may answer for that city. Pass it on within the city only.
poll-link-of = Link for { $city }
poll-who = Who answered
poll-wants-invite = wishes an invite
poll-close-at = Choose this time
poll-close-means = The visit is booked. Those who can come and left an address are invited, at most 50.
poll-close-request = The visit is asked for, and the host answers. Those who can come and left an address are invited then, at most 50.
poll-cancel = Call the poll off
poll-cancel-means = Nobody can answer any more, and nothing is booked.
poll-to-booking = To the booking

## Answering
poll-asks = Which times suit you?
poll-for-city = You answer for { $city }.
poll-email = Mail address for the invite
poll-email-hint = Only if you wish for one. It is shown to nobody and forgotten 90 days after the poll.
poll-send = Send my answer
poll-change = Change my answer
poll-own-link = Your own link, to change your answer from another device. Do not pass it on:
poll-updated = The tally has changed.
poll-over-closed = A time was chosen: { $when }.
poll-over-cancelled = This poll was called off.
poll-over-lapsed = This poll’s time is over. No time was chosen.

## What is said afterwards
done-poll-opened = The cities are asked. Their coordinators get a letter with their link.
done-poll-voted = Your answer is in. You may change it here until the poll ends.
done-poll-cancelled = The poll is called off.
fault-poll-closed = A time has been chosen already. Nothing was changed.
fault-poll-cancelled = This poll was called off. Nothing was changed.
fault-poll-lapsed = This poll’s time is over. Nothing was changed.
fault-poll-full = As many people have answered as may. Please ask the coordinator of your city.
poll-fault-candidates = Propose at least one time and at most 20.
poll-fault-answers = Answer every time.
poll-fault-time = Give a time to come within a year, each only once.
poll-fault-no-single-time = The clock is changed then: this time is skipped or comes twice. Choose another one.
poll-fault-taken = The host has something else at that time by now. The poll stays open; choose another time.
poll-fault-rest = The partnership is at rest or not agreed by all its cities.

## The letter
letter-kind-poll-opened = Poll
letter-poll-opened-subject = Which time suits { $city }? { $title }
letter-poll-opened-heading = Your city is asked for a time
letter-poll-opened-text = { $organization } and { $host } want to meet online. These are the times proposed; the people of { $city } say which ones suit them.
letter-poll-opened-times = The times:
letter-poll-opened-deadline = Answers are taken until { $when }.
letter-poll-opened-link = Answer for { $city }
letter-poll-opened-pass-on = Pass this link on to those in your city who should answer; they need no account. Please do not send it to other cities.
letter-poll-opened-console = See all answers and choose the time
