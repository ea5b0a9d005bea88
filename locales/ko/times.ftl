### How times are put together. Dates and times themselves come from the Unicode locale data.

# A local date relative to the reader's: $count days later.
day-shift-later = +{ $count }일
# A local date relative to the reader's: $count days earlier.
day-shift-earlier = -{ $count }일
# A stretch of time within a day, such as "5:00 PM – 6:00 PM".
time-range = { $start } ~ { $end }
# One that ends on another day; $shift is a day-shift.
time-range-shifted = { $start } ~ { $end } ({ $shift })
