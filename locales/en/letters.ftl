### The words of the letters.

## Every letter
letter-greeting = Hello { $name },
# Under every letter; $url is the installation's address.
letter-footer = Sent by Sisterline, { $url }
# A label and what it stands for, in the plain text.
letter-labelled = { $label }: { $value }

## Times
# $date with its day of the week, $range of times, $offset from UTC.
letter-when = { $date }, { $range } ({ $offset })
# A moment whose date differs from the reader's; $shift is the next or previous day.
letter-when-shifted = { $when }, { $shift }
letter-next-day = next day
letter-previous-day = previous day
# The clock changes during the visit: the offset before and after.
letter-offset-change = { $before }, later { $after }
# The reader's own time, where their zone is that of their side's city.
letter-your-time-in = Your time, in { $city }
# The reader's own time, where it is another zone.
letter-your-time = Your time ({ $zone })
# A city with its name in its own language.
letter-place = { $name } ({ $native })

## A visit
# What an event in the calendar is called; $with is the other side.
letter-summary = { $title } – { $with }
letter-fact-visit = Visit
letter-fact-host = Host
letter-fact-guests = Guests
letter-fact-seats = Seats
# Somebody and where they are.
letter-of-city = { $name }, { $city }
letter-note = Note from the guests
letter-reason = Reason given
letter-join = Join the visit
letter-no-link-guest = No meeting link has been set. The host will tell you how to join.
letter-no-link-host = No meeting link has been set. Please tell your guests how to join.
letter-manage = View or cancel your booking
letter-manage-secret = Whoever has this link can cancel the visit, so please do not pass it on.
letter-view = View the booking
letter-console = Manage your visits
letter-ask-contact = To change or cancel the visit, ask the person at { $organization } who booked it.

## A visit is booked
letter-confirmed-subject = Visit confirmed: { $title }, { $date }
letter-confirmed-heading = Your visit is confirmed
letter-confirmed-contact = { $host } in { $city } is expecting you. The visit takes place online. An invitation for your calendar is attached.
letter-confirmed-guest = { $organization } has invited you to an online visit with { $host } in { $city }. An invitation for your calendar is attached.
letter-booked-subject = New visit: { $organization }, { $date }
letter-booked-heading = A visit has been booked with you
letter-booked-text = { $organization } from { $city } has booked an online visit with you. An invitation for your calendar is attached.

## The rules of a clock changed, and with them the instant of a visit
letter-clock-moved-subject = New time: { $title }, { $date }
letter-clock-moved-heading = Your visit begins at another time
# $city is the host's, in whose clock the visit was promised.
letter-clock-moved-text = The rules of the clock have changed. The clock in { $city } shows the same time as before when the visit begins; for everybody else it may be another. The attached update moves it in your calendar. If you cannot come at the new time, please say so.
letter-fact-was = Was to be

## A visit is called off
letter-cancelled-subject = Visit cancelled: { $title }, { $date }
letter-cancelled-heading = The visit is cancelled
letter-cancelled-text = This visit will not take place. The attached update removes it from your calendar.

## Signing in
letter-sign-in-subject = Your link to sign in to Sisterline
letter-sign-in-heading = Sign in to Sisterline
# $count is a number of minutes.
letter-sign-in-text = { $count ->
    [one] The link below signs you in. It works once, for one minute.
   *[other] The link below signs you in. It works once, for { $count } minutes.
  }
letter-sign-in-link = Sign in
letter-sign-in-ignore = If you did not ask for this, you can ignore this letter: nobody can sign in without the link.

letter-test-subject = A letter to see whether mail arrives
letter-test-text = This is a test from { $url }. It has arrived, so letters from there can reach you.

    If it lies among the unwanted mail, the records of the sender’s domain (SPF, DKIM, DMARC) are worth a look.

## A series
letter-series-subject = { $count ->
    [one] Series agreed: { $title }, one visit
   *[other] Series agreed: { $title }, { $count } visits
  }
letter-series-heading = A series of visits is agreed
letter-series-text = { $count ->
    [one] { $organization } and { $host } will meet online once.
   *[other] { $organization } and { $host } will meet online { $count } times.
  }
letter-series-times = The visits:
letter-series-invites = The invitation to the first visit comes at once, each of the others two weeks before its visit.
letter-series-manage = View the series, or call visits off
letter-series-view = View the series
letter-series-cancelled-subject = Visits cancelled: { $title }, { $count } of the series
letter-series-cancelled-heading = Visits of a series are cancelled
letter-series-cancelled-text = { $count ->
    [one] One visit of { $organization } with { $host } will not take place.
   *[other] { $count } visits of { $organization } with { $host } will not take place.
  }

## Approval, moving, waiting
# $when is a date and a time with its offset.
letter-respond-by = An answer is due by { $when }. Without one the request lapses and its seats are free again.
letter-moved-subject = Visit moved: { $title }, { $date }
letter-moved-heading = The visit has a new time
letter-moved-text = This visit was moved. The attached update changes it in your calendar.
letter-requested-subject = Request received: { $title }, { $date }
letter-requested-heading = Your request was received
letter-requested-text = { $host } in { $city } has received the request of { $organization }. Your seats are kept until it is answered; you will hear by mail.
letter-approve-subject = Please answer: { $organization }, { $date }
letter-approve-heading = A visit waits for your answer
letter-approve-text = { $organization } from { $city } asks for an online visit. Please approve or decline it.
letter-approve-console = Answer in the console
letter-declined-subject = Visit declined: { $title }, { $date }
letter-declined-heading = The visit was declined
letter-declined-text = The request for this visit was declined. Its seats are free again; you are welcome to choose another time.
letter-lapsed-subject = No answer in time: { $title }, { $date }
letter-lapsed-heading = Nobody answered in time
letter-lapsed-text = The request for this visit was not answered in time and has lapsed. Its seats are free again; you are welcome to choose another time.
letter-left-subject = You are no longer on the list: { $title }, { $date }
letter-left-heading = You are no longer on the list of this visit
letter-left-text = You were taken off the list of this visit, which takes place without you. The attached update removes it from your calendar.
letter-cancelled-text-only = This visit will not take place.
letter-waiting-joined-subject = You are on the waiting list: { $title }
letter-waiting-joined-heading = You are on the waiting list
letter-waiting-joined-text = As soon as there is room, seats are kept for you and you are written to, in the order in which people joined.
letter-waiting-joined-link = See your place
letter-waiting-offered-subject = Seats for you: { $title }, until { $until }
letter-waiting-offered-heading = Seats have become free for you
letter-waiting-offered-text = Seats are kept for you until { $until }. Book them by then; after that they go to the next in line.
letter-waiting-offered-link = Book these seats
letter-waiting-leave = By the same link you can leave the waiting list at any time.

## A city has to confirm a visit again
letter-confirm-again-subject = Please confirm again: { $title }, { $date }
letter-confirm-again-heading = A visit has moved to unsocial hours
letter-confirm-again-text = The rules of a clock have changed, and this visit now lies before 07:00 or after 22:00 in your city. It still takes place. Please confirm that people can come, or agree on another time with the host.
letter-confirm-again-link = Look at the visit and confirm it

## A visit comes up, and who wants to hear no more of that
letter-reminder-subject = Reminder: { $title }, { $date }
letter-reminder-heading = Your visit is coming up
letter-reminder-guest = { $host } in { $city } is expecting you. The visit takes place online.
letter-reminder-host = { $organization } from { $city } is coming for an online visit.
letter-soon-subject = Begins soon: { $title }, { $date }
letter-soon-heading = Your visit begins soon
letter-unsubscribe-reminders = No more reminders
unsubscribe-reminders-title = Reminders of visits
unsubscribe-reminders-ask = Should { $email } get no more reminders of visits? Invitations and cancellations still come.
unsubscribe-reminders-leave = No more reminders
unsubscribe-reminders-left = { $email } gets no more reminders of visits. Invitations and cancellations still come.
unsubscribe-reminders-join = Get reminders again
unsubscribe-reminders-joined = { $email } gets reminders of visits.
letter-kind-visit-reminder = Reminder
letter-kind-visit-soon = Reminder shortly before
