### A host's weekly hours, exceptions and limits.
closed-slot-notice = This time is too soon to be booked: the host wants to be told earlier.
closed-slot-too-early = This time is too far ahead to be booked yet. Come back nearer to the day.
closed-slot-day-limit = The host has as many visits that day as they can receive.
closed-slot-week-limit = The host has as many visits that week as they can receive.
fault-slot-notice = This time is too soon: the host wants to be told earlier. Nothing was booked.
fault-slot-too-early = This time cannot be booked yet. Nothing was booked.
fault-slot-day-limit = The host takes no more visits that day. Nothing was booked.
fault-slot-week-limit = The host takes no more visits that week. Nothing was booked.

console-availability = Weekly hours
done-availability-saved = The weekly hours are saved.

availability-title = Weekly hours
availability-lead = Say when you receive visits. Times to book are made from it by themselves, day after day, and partner cities see them in their own clocks.
availability-clock = All times here are in the clock of { $city }.
availability-saved = What saving did
availability-week = The week
availability-week-hint = A window that ends before it begins ends on the next day. Windows of one day that overlap become one.
availability-window-number = Window { $number }
availability-more = Season and make-up days
availability-remove = Remove
availability-repeat = Same Mon–Fri
availability-add-window = Add a window
availability-dates = Other hours on some dates
availability-dates-hint = These hours replace the week’s on that date. Leave the times empty if you receive nobody. Several rows of one date are its several windows.
availability-date-number = Date { $number }
availability-add-date = Add a date
availability-rhythm = Rhythm
availability-step-hint = Empty: one after the other, { $minutes } minutes and the free time around them.
availability-ahead = How far ahead
availability-horizon-hint = Empty: { $days } days.
availability-limits = At most
availability-limits-hint = Empty means no limit. Times are what is offered; bookings are what is taken of it.
availability-preview = What saving will do
availability-preview-button = Look at the preview
availability-preview-none = Correct what is marked, and the preview is back.
availability-preview-empty = These hours make no times.
availability-preview-lead = The first days with times. The bars show how these hours feel in each city.
availability-save = Save
availability-more-days = More days follow.
availability-will-add =
    { $count ->
        [one] Adds one time.
       *[other] Adds { $count } times.
    }
availability-will-withdraw =
    { $count ->
        [one] Withdraws one time that nobody has booked.
       *[other] Withdraws { $count } times that nobody has booked.
    }
availability-did-add =
    { $count ->
        [one] One time was added.
       *[other] { $count } times were added.
    }
availability-did-withdraw =
    { $count ->
        [one] One time was withdrawn; nobody had booked it.
       *[other] { $count } times were withdrawn; nobody had booked them.
    }
availability-kept =
    { $count ->
        [one] One booked time stays, although it is outside these hours.
       *[other] { $count } booked times stay, although they are outside these hours.
    }
availability-unchanged =
    { $count ->
        [one] One time stays as it is.
       *[other] { $count } times stay as they are.
    }
availability-busy =
    { $count ->
        [one] One time is left out: the host has something else to do then.
       *[other] { $count } times are left out: the host has something else to do then.
    }
availability-called-off =
    { $count ->
        [one] One time was called off by hand and stays so.
       *[other] { $count } times were called off by hand and stay so.
    }
availability-nothing = Nothing changes.
availability-merged = { $day }: overlapping windows become { $span }.

field-window-day = Day
field-window-from = From
field-window-to = To
field-window-season = When in the year
field-window-since = First day
field-window-until = Last day
field-window-makeup = Make-up workdays
field-date-from = From
field-date-to = To
field-step = A start every … minutes
field-buffer-before = Minutes free before
field-buffer-after = Minutes free after
field-notice = Notice
field-notice-unit = Counted in
field-horizon = Days ahead
field-holidays = Public holidays
field-slots-day = Times a day
field-slots-week = Times a week
field-bookings-day = Bookings a day
field-bookings-week = Bookings a week

window-season-always = All year
window-season-dates = Between two dates, once
window-season-yearly = Between two days, every year
window-season-from-until = { $since } to { $until }
window-makeup-no = Only if they fall on this day
window-makeup-yes = Open on make-up workdays too
window-holidays-skip = Nobody is received
window-holidays-offer = Like any other day
notice-unit-minutes = minutes
notice-unit-hours = hours
notice-unit-days = days
time-fate-new = new
time-fate-stands = already there
time-fate-overlaps = left out: the host is busy
time-fate-called-off = called off

fault-empty-window = End it at another time than it begins.
fault-invalid-season = Give two dates, or leave the season at all year.
fault-ends-before-start = This is before the first day.
fault-given-twice = This date is given twice.
fault-invalid-date = Give a date.
fault-too-many-times = These hours make more than 5,000 times. Give fewer, a longer step or a nearer last day.
fault-version-mismatch = Somebody else has saved other hours meanwhile. Open the page again and repeat your change.
