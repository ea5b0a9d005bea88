### The words of the letters.

## Every letter
# Under every letter; $url is the installation's address.
# A label and what it stands for, in the plain text.

## Times
# $date with its day of the week, $range of times, $offset from UTC.
# A moment whose date differs from the reader's; $shift is the next or previous day.
# The clock changes during the visit: the offset before and after.
# The reader's own time, where their zone is that of their side's city.
# The reader's own time, where it is another zone.
# A city with its name in its own language.

## A visit
# What an event in the calendar is called; $with is the other side.
# Somebody and where they are.

## A visit is booked

## A visit is called off

## Signing in
# $count is a number of minutes.
