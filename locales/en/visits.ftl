### Holds, approval, waiting lists, rescheduling: the life of a visit.

## Where a booking stands
booking-requested = Waiting for an answer
booking-declined = Declined
booking-lapsed = Lapsed
booking-next-requested = Your seats are kept until the request is answered. The person who booked hears by mail.
booking-next-declined = The request was declined. You are welcome to choose another time.
booking-next-lapsed = Nobody answered in time, so the request has lapsed. You are welcome to ask again.
# $when is a date and a time with its offset.
booking-respond-by = An answer is due by { $when }.
booking-approvals = Answers so far
booking-approved-by-host = The host’s city has approved.
booking-approved-by-guests = The guests’ city has approved.
booking-group = People
booking-language = Language wished for
booking-interpreter = An interpreter is wished for
booking-accessibility = What you need to take part
booking-too-late = It is too late to change this visit here. Please ask the host.

## Moving a booking
booking-move = Choose another time
booking-move-means = Your seats move with you: the new ones are taken and the old ones given up in one step. Everybody invited is told.
booking-move-asks = The new time has to be approved again.
booking-move-confirm = Move the visit
booking-move-none = No other time has enough seats just now.
field-slot-id = New time

## Who comes
booking-people = Change who comes
booking-people-means = Who is new is invited. Who is taken off is told, them alone. An empty row is left out.
booking-people-confirm = Save the list

## Holds
hold-kept = Your seats are kept for you while you fill this in.
hold-lost = The seats are kept for you no longer. You can still try to book.
hold-others = Somebody is booking the last seats just now. If they leave, seats appear here at once.
slot-held = Being booked just now

## Waiting lists
waiting-title = Waiting list
waiting-join-lead = When seats become free, they are kept for those who wait, in the order in which they joined.
waiting-join = Join the waiting list
waiting-length = { $count ->
    [0] Nobody is waiting.
    [one] One party is waiting.
   *[other] { $count } parties are waiting.
  }
waiting-waiting = You are waiting
waiting-offered = Seats are kept for you
waiting-booked = You have booked
waiting-passed = Your turn has passed
waiting-left = You have left the list
waiting-ended = There is nothing to wait for any more
waiting-ahead = { $count ->
    [0] You are next.
    [one] One party is before you.
   *[other] { $count } parties are before you.
  }
waiting-until = They are kept until { $when }; then they go to the next in line.
waiting-book = Book these seats
waiting-leave = Leave the waiting list
waiting-leave-means = Your place goes to those behind you.
waiting-keep-link = Whoever has this page’s address can use your place. Keep it to yourselves.
waiting-seats = Seats wanted

## What an offer asks
field-group-size = How many of you come
field-language = Language you would like
field-interpreter = We would like an interpreter
field-accessibility = What you need to take part
field-consent = We agree
book-questions = Questions from the host
book-no-wish = No preference
book-yes = Yes
book-no = No
book-approval = The host answers each request. Your seats are kept until then.
book-approval-both = Both cities answer each request. Your seats are kept until then.
book-ask = Send the request

## The console
console-requests = Requests to answer
console-requests-none = No request is waiting for you.
console-approve = Approve
console-decline = Decline
console-decline-means = The guests are told, with your reason. The seats are free again.
console-capacity = Seats
console-capacity-save = Change seats
console-close = Close for bookings
console-reopen = Open for bookings
console-waiting = { $count ->
    [one] One party waits
   *[other] { $count } parties wait
  }
console-held = { $count ->
    [one] One seat is being booked
   *[other] { $count } seats are being booked
  }
console-move = Move to another time
field-capacity-of = Seats

## Done
done-moved = The visit has moved. Everybody invited is told by mail.
done-people = The list is saved.
done-approved = Approved.
done-declined = Declined. The guests are told by mail.
done-resized = The number of seats is changed. Everybody who looks sees it now.
done-closed = This time takes no further bookings.
done-reopened = This time takes bookings again.
done-left = You have left the waiting list.
done-joined = You are on the waiting list. A letter with your link is on its way.

## What is wrong
fault-too-late = It is too late to change this visit here. Please ask the host.
fault-booking-state = This has changed meanwhile. Look at how it stands now.
fault-seats-taken = More seats than that are taken or being booked.
fault-slot-cancelled = This time does not take place.
fault-party-limit = You have booked this as often as one party may. Nothing was booked.
fault-city-limit = Your city has booked this as often as one city may. Nothing was booked.
fault-hold-expired = The seats are kept for you no longer. Nothing was booked.
fault-too-many-holds = Too many forms are open at once. Finish or leave another one first.
fault-no-waiting-list = There is no waiting list for this.
fault-seats-left = There are seats left now: book them.
fault-already-waiting = This address is on the waiting list already.
fault-waiting-list-full = Too many are waiting. Please choose another time.
fault-other-offer = Please choose a time of the same visit.
fault-other-slot = These seats were kept for another time.
fault-consent-required = Please agree to this, or do not book.
fault-unknown-choice = Please choose one of the answers.
fault-one-per-party = Your party takes one seat, however many you are.
fault-not-seats = Please take one seat for each of you.

## Kinds of letters
letter-kind-visit-rescheduled = Change of time
letter-kind-visit-requested = Request received
letter-kind-visit-to-approve = Request to answer
letter-kind-visit-declined = Request declined
letter-kind-visit-lapsed = Request lapsed
letter-kind-visit-left = Taken off the list
letter-kind-waiting-joined = Waiting list
letter-kind-waiting-offered = Seats kept

## A clock's new rules took a visit out of a city's reachable hours
booking-again = To be confirmed again
booking-again-city = The rules of a clock have changed, and the visit now lies at night in { $city }. It takes place all the same; a coordinator of { $city } is asked whether people can come.
booking-again-button = Confirm again
console-again = Visits to be confirmed again

## The editor of how an offer is booked
policy-title = How this is booked
policy-lead = Who has to approve, how large a party may be, and what guests are asked. It counts for what is booked from now on.
policy-no-limit = 0 means no limit.
policy-questions = Questions to the guests
policy-questions-hint = A row without a question is left out.
policy-question = Question { $number }
policy-choices-hint = Separate them by semicolons.
policy-save = Save
console-policy = How it is booked
done-policy-saved = Saved. It counts from now on.
field-approval = Approval
approval-instant = Nobody: confirmed at once
approval-host = By the host
approval-both = By a coordinator of each city
field-approval-hours = Hours until a request lapses
field-change-hours = Hours before the visit until which guests may change it
field-seat = What a seat is
seat-person = A place for one person
seat-party = A place for one party
field-group-max = Most people of one party
field-party-limit = Most open bookings of one party
field-city-limit = Most open bookings of one city
field-asks = Offered to guests
asks-waiting-list = A waiting list when it is full
asks-language = Wishing for one of the languages
asks-interpreter = Wishing for an interpreter
asks-accessibility = Saying what they need to take part
field-policy-consent = What guests have to agree to
field-question-text = Question
field-question-kind = Answered by
question-text = A text
question-choice = A choice
question-yes-no = Yes or no
field-question-choices = Choices
field-question-required = Must be answered
