### The page that finds a time for several cities.

nav-find = Find a time
find-title = Find a time
find-lead = When can these cities meet, and who bears what? Unsocial hours are weighed, not hidden, and nobody who has not agreed to it is asked to meet between 11 PM and 6 AM.
find-cities = Cities (two to twenty)
find-from = First day
find-to = Last day
find-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
  }
find-length = Length
find-order = What comes first
find-order-worst-off = The fairest: whoever bears most bears least
find-order-total = The least for all together
find-workdays = Working days only
find-workdays-hint = Weekends and holidays of any of the cities are left out.
find-nights = Agrees to meet at night (11 PM to 6 AM)
find-go = Find times
find-times = Times that suit them
find-least-bad = No time suits them all
# How much was found; $fitting, $days and $easy are the messages below.
find-summary = { $fitting }, { $days }. { $easy }
find-fitting = { $count ->
    [one] One start fits everybody
   *[other] { $count } starts fit everybody
  }
find-on-days = { $count ->
    [one] on one day
   *[other] on { $count } days
  }
find-none-easy = None of them lies in the office hours of all.
find-easy = { $count ->
    [one] One of them lies in the office hours of all.
   *[other] { $count } of them lie in the office hours of all.
  }
find-nothing = Every start would put somebody into their night or, if you asked for working days, on a day off. These times come closest.
find-advice = What would help
find-advice-night = { $city } agrees to the night
find-advice-shorten = Meet for { $count } minutes
find-advice-leave = Meet without { $cities }
find-advice-days-off = Allow weekends and holidays
find-flexible = It may begin as late as { $time } at the same cost.
find-day-off = weekend or holiday
find-bears-none = bears nothing
find-bears-little = bears a little
find-bears-some = bears something
find-bears-much = bears much
find-bears-most = bears very much
find-blocked-night = This is their night, which they have not agreed to.
find-blocked-day-off = They have a day off.
# A clock change; $before and $after are lengths such as "8 hours".
find-clock-forward = Clocks in { $city } go forward on { $date }: from then on { $after } apart from { $other } instead of { $before }.
find-clock-back = Clocks in { $city } go back on { $date }: from then on { $after } apart from { $other } instead of { $before }.
find-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
  }
find-hours-exactly = { $time } hours
find-more = More times
find-how-title = How this is weighed
find-how = For each city, the burden of a moment is the square of the hours between it and office hours; from 6 to 7 AM and from 10 to 11 PM add 16, on weekends and holidays 9. The number is that over the whole meeting: an hour two hours outside office hours is about 2.3. The best time of each day comes first, then the second best.
find-onwards = Onwards
find-way-partnership = Partnership of { $cities }
find-way-hosts = Hosts in { $city }
find-fault-too-few = Choose at least two cities.
find-fault-too-many = Choose at most 20 cities.
find-fault-twice = Choose each city once.
find-fault-unknown-city = One of the cities is not known here.
find-fault-invalid-date = Give dates between the years 2000 and 2100.
find-fault-end-before-start = The last day lies before the first.
find-fault-range-too-long = Search at most 400 days.
find-fault-range-too-short = The meeting is longer than the time that is searched.
find-fault-out-of-range = A meeting lasts 5 to 480 minutes.
find-way-plan = Plan a series with these cities
