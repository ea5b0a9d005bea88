### Recurring visits: the planner and its plans.

## The planner
plan-title = Plan a series
plan-lead = Meet again and again without the night always falling on the same city: every plan shows who bears what.
plan-of-partnership = Without a choice, the cities of the partnership are meant. Their past visits count.
plan-go = Show plans
plan-plans = Plans side by side
plan-look = Show every visit
plan-field-start = First date, in the first city
plan-field-every = How often
plan-field-count = How many visits
plan-field-minutes = Length
plan-field-holidays = On holidays
plan-field-block = A rotating plan keeps a clock for
plan-field-at = Compare with this time in the first city
plan-every-week = Every week
plan-every-fortnight = Every second week
plan-every-month = Every month, on the same weekday
plan-every-quarter = Every three months
plan-every-year = Every year
plan-holidays-skip = Skip the visit
plan-holidays-move = Move to the next working day
plan-holidays-keep = Meet anyway
plan-block-usual = what suits how often you meet
plan-block-season = a season
plan-block-quarter = a quarter
plan-block-meeting = one visit (monthly or rarer)
# $count visits are planned.
plan-visits = { $count ->
    [one] One visit is planned.
   *[other] { $count } visits are planned.
}
plan-no-dates = Every date was left out. Choose another first date, or keep holidays.
plan-nobody-awake = At no hour is it day for everybody. It would be night in: { $cities }.
plan-left-out = Left out because of holidays: { $dates }
plan-left-out-date = { $date } ({ $cities })
plan-moved = Moved because of holidays: { $dates }
plan-moved-date = { $from } to { $to }
plan-carried = Past visits count; borne so far: { $cities }
plan-number = No.
plan-holiday = Holiday
# $offset is the offset after the change, such as GMT-7.
plan-clock-moved = Clock changed: now { $offset }
plan-unsocial = { $count ->
    [one] one visit at an unsocial hour
   *[other] { $count } visits at unsocial hours
}
plan-no-changes = The clock never changes.
plan-changes = { $count ->
    [one] The clock changes once.
   *[other] The clock changes { $count } times.
}
plan-clocks = { $city }: { $times }
plan-kind-rotating = Taking turns
plan-kind-seasonal = One clock for each season’s time
plan-kind-least-total = Least in sum
plan-kind-asked = The time you named
plan-kind-fixed = Always the same time in { $city }
plan-kind-one-sided = Best for { $city }
plan-about-rotating = Fair: each block of visits has another clock.
plan-about-seasonal = Fair: the time moves only when daylight saving time does.
plan-about-fixed = As fair as one clock can be.
plan-about-least-total = The smallest sum, whoever bears it.
plan-about-one-sided = One city has it easy; the others as fair as that leaves.
plan-about-asked = To compare with.
plan-how-title = How burden is counted
plan-how = An hour costs a city the square of the hours between it and the city’s office hours, 16 more from 6 to 7 and from 22 to 23, and 9 more on weekends and holidays. Nobody meets from 23 to 6. A fair plan makes the burden of the city that bears most as small as it can be, then that of the next.

## Agreeing
plan-agree-title = Agree to this plan
plan-agree = Agree and book every visit
plan-agree-what = All visits are booked at once, or none. Everybody gets one letter that lists them, and the invitation to each visit two weeks ahead.
plan-offer = What you offer
plan-guests = The guests’ city
plan-organization = The guests’ school, office, club or company
plan-contact = Name of the guests’ contact
plan-leave-out = Left out
plan-conflicts = { $count ->
    [one] One visit cannot take place: its time has passed or the host has another visit then. Nothing was booked. Send again to leave it out.
   *[other] { $count } visits cannot take place: their time has passed or the host has another visit then. Nothing was booked. Send again to leave them out.
}
plan-who-may = To agree to this plan you have to manage a host in one of these cities with an offer of this length.
plan-sign-in = To agree to this plan, sign in as somebody who manages a host in one of these cities.
plan-fault-too-few = Choose at least two cities.
plan-fault-cities-too-many = Choose at most 20 cities.
plan-fault-rule-too-many = Plan at most 520 visits, fewer with many cities.
plan-fault-rule-range-too-long = A series spans at most ten years.
plan-fault-invalid-rule = Give a number of visits.
plan-fault-rotates-too-often = Only what comes monthly or rarer may change its clock every time: people lose track.
plan-fault-invalid-date = Give a first date.
plan-fault-duration-minutes-out-of-range = A visit lasts 5 to 480 minutes.
fault-plan-changed = The plan is another one by now. Look at it again; nothing was booked.
fault-no-such-plan = There is no such plan any more. Look at the plans again.
fault-other-duration = The offer has another length. Plan for that.
fault-no-occurrence = Keep at least one visit.

## A series
series-line = { $organization } with { $host }
series-agreed = Agreed
series-ended = Called off
series-predecessor = The series before this one
series-state = State
series-reason = Reason
series-cancel-title = Call off what is left
series-cancel-this = Call this one off
series-cancel-following = This and all later ones
series-cancel-all = Call all visits to come off
series-cancel-what = Everybody is written to. Visits that are over stay.
occurrence-standing = Takes place
occurrence-over = Over
occurrence-cancelled = Called off
occurrence-left-out = Left out
done-series-agreed = The series is agreed. Everybody gets a letter.
done-series-cancelled = Called off. Everybody concerned is written to.

## The ledger of a partnership
ledger-title = Who had the late hours so far
ledger-none = No visit has taken place yet.
ledger-visits = { $count ->
    [one] one visit
   *[other] { $count } visits
}
ledger-plan = Plan a series that evens this out
