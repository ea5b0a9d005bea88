### The life of partnerships, and what is left of visits.

## How a partnership is doing
life-title = How it is going
life-last = Last visit
life-next = Next visit
life-none-yet = None yet
life-none-ahead = None planned
life-numbers = Visits and people, year by year
life-numbers-none = The numbers begin with the first visit.
life-year = Year
life-visits = Visits
life-people = People
life-tracks = By whom they were received
life-visit-count = { $count ->
    [one] One visit
   *[other] { $count } visits
  }
life-people-count = { $count ->
    [one] one person
   *[other] { $count } people
  }
life-recent = Visits to look back on
life-outcomes = What visits brought
life-side-hosts = The hosts
life-side-guests = The guests
life-history = How it came this far
history-proposed = Entered as: { $stage }
history-agreed = { $city } agreed
history-stage = New stage: { $stage }
history-pilot = The pilot is to last until { $date }
history-facts = Details edited
# Who wrote a line of the history.
history-by = by { $name }
pilot-until = Pilot until { $date }
pilot-outcome-continued = The pilot continues as a partnership
pilot-outcome-ended = The pilot has ended
pilot-outcome-extended = The pilot is extended
life-edit = Edit this partnership

## The coordinators' overview
overview-title = Your partnerships
overview-lead = Those that need your attention come first.
overview-none = Your cities have no partnership yet.
attention-pilot-over = The pilot is over: say how it came out
attention-proposal = Waits for agreement
attention-pilot-ends = The pilot ends soon
attention-pilot-open = The pilot has no end date
attention-dormant = Dormant
attention-quiet = Quiet
overview-fine = All is well

## Editing a partnership
edit-title = Edit: { $cities }
edit-pilot-title = How does the pilot come out?
edit-pilot-means = The sentence is shown on the partnership’s page.
edit-stage-title = Change the stage
edit-facts-title = Details
edit-save = Save
edit-meanwhile = Somebody else has saved something meanwhile. Look at it as it is now and repeat your change.
field-outcome = Outcome
field-pilot-ends = Last day of the pilot
field-pilot-ends-hint = Needed where a pilot begins or is extended.
field-why = Why
done-partnership-saved = Saved. The history has a new line.
fault-stage-not-reachable = From the present stage this one cannot be reached.
fault-not-a-pilot = Only a pilot has this.
fault-outcome-contradicts = The outcome does not go with the stage or the date.
fault-partnership-proposed = Its other cities have yet to agree.
fault-not-visited = The visit has not begun, or did not take place.

## Whether somebody is reminded of a quiet partnership
unsubscribe-quiet-partnerships-title = Letters about a quiet partnership
unsubscribe-quiet-partnerships-ask = While the partnership { $cities } has no visit, { $email } gets a letter a month with times that suit all its cities. Should these letters stop?
unsubscribe-quiet-partnerships-leave = Remind me no more
unsubscribe-quiet-partnerships-left = { $email } is not reminded of this partnership any more: { $cities }. All other letters still come.
unsubscribe-quiet-partnerships-join = Remind me again
unsubscribe-quiet-partnerships-joined = While the partnership { $cities } has no visit, { $email } gets a letter a month with times that suit all its cities.

## After the visit
report-title = After the visit
report-link = What came of it, and the next visit
report-attendance = Who came
report-attendance-means = The number counts for the partnership’s page; leave it empty to count those who are marked.
report-not-marked = Nobody has marked who came.
field-headcount = Guests in all
field-came = These came
report-outcome = What did you learn?
report-outcome-hosts = You write for the hosts’ side.
report-outcome-guests = You write for the guests’ side. It is shown publicly only if you allow it here and the hosts publish it; your names are not shown with it.
field-text = In a few sentences
field-outcome-locale = Language of the text
field-public = Publication
report-public-hosts = Show it on the partnership’s page
report-public-guests = It may be shown on the partnership’s page
report-is-public = Shown on the partnership’s page
report-is-private = Only those concerned can read this
report-publish = Show it publicly
report-unpublish = Show it no longer
report-again = The next visit
report-again-means = Choose a time: the form then already holds the same party and people.
report-again-none = No time of this offer is open just now.
report-again-others = Look for other offers
done-attendance = Saved who came.
done-outcome = Saved. Thank you.

## Letters about a partnership
letter-kind-partnership-proposed = Partnership proposed
letter-kind-partnership-agreed = Partnership agreed
letter-kind-partnership-quiet = Quiet partnership
letter-kind-visit-follow-up = After the visit
letter-proposed-subject = Partnership proposed: { $cities }
letter-proposed-heading = Your city is invited to a partnership
letter-proposed-text = A partnership between these cities has been proposed: { $cities }. Its stage: { $stage }.
letter-proposed-by = It was proposed by { $name }.
letter-proposed-means = Until all cities have agreed, only people of these cities know of it. You can agree for your city or turn it down.
letter-proposed-link = Look at the proposal and answer
letter-agreed-subject = All have agreed: { $cities }
letter-agreed-heading = The partnership you proposed is agreed
letter-agreed-text = All cities have agreed: { $cities }. From now on they see each other’s offers and can book them.
letter-agreed-link = Look at the partnership
letter-quiet-subject = Time to meet again: { $cities }
letter-quiet-heading = It has become quiet between your cities
letter-quiet-text = No visit is planned in this partnership: { $cities }.
letter-quiet-last = The last visit was on { $date }.
letter-quiet-never = No visit has taken place yet.
letter-quiet-times = { $count ->
    [one] This hour suits all cities and is a working day everywhere:
   *[other] These { $count } times suit all cities; each is a working day everywhere:
  }
letter-quiet-make = Offer this time
letter-quiet-find = Find other times
letter-quiet-link = Look at the partnership
letter-unsubscribe-quiet-partnerships = Remind me of this partnership no more
# $title is the offer's, $with the other side.
letter-follow-up-subject = After your visit: { $title }
letter-follow-up-heading = What came of the visit?
letter-follow-up-text = You have met { $with }. A few sentences on what you learned help your cities to go on.
letter-follow-up-text-host = { $with } has visited you. Please mark who came, and write a few sentences on what you learned.
letter-follow-up-link = Write what came of it
letter-follow-up-next = The next visit can be booked with the same people in one step.
letter-follow-up-again = Choose a time for the next visit
