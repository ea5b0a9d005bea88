### A city's holidays and what its coordinators change of them.

field-subdivision = Part of the country
hint-subdivision = Where holidays differ within the country: its code, such as WA or BY.

## The console's page of a city's special days
holidays-title = Holidays of { $city }
holidays-lead = Days on which your offices do otherwise than their day of the week says. Times on a day off are no office hours, and weekly hours receive nobody then.
holidays-known = The public holidays of { $country } are known until { $date }. What is decreed at short notice is not among them: enter it here.
holidays-unknown = No public holidays of { $country } are known. Enter the days on which your offices are closed.
holidays-years = Other years
holidays-none = There is no special day in this year.
holidays-public = public calendar
holidays-own = entered by your city
holidays-instead-of = Instead of: { $name } ({ $kind })
holidays-open = No day off here
holidays-restore = As in the public calendar
holidays-remove = Take back
holidays-add = Enter a day
holidays-add-button = Enter the day
holidays-file = From a calendar file
holidays-file-button = See what it would do
holidays-preview = What this file would do
holidays-preview-days = Days to be entered
holidays-preview-removed = Days to be taken back
holidays-confirm = Enter these days
holidays-dismiss = Leave it
holidays-refused = The file was not taken. Nothing was entered.
holidays-line = Line { $line }:
holidays-would-add = { $count ->
    [one] One day would be entered.
   *[other] { $count } days would be entered.
}
holidays-would-change = { $count ->
    [one] One day that you have entered would be changed.
   *[other] { $count } days that you have entered would be changed.
}
holidays-would-remove = { $count ->
    [one] One day would be taken back, because its event has moved.
   *[other] { $count } days would be taken back, because their events have moved.
}
holidays-would-keep = { $count ->
    [one] One day is entered already.
   *[other] { $count } days are entered already.
}
holidays-would-nothing = Nothing: it names no day from this year on.
field-day-kind = What it is
field-day-name = Name
field-file = Calendar file
hint-file = An iCalendar file (.ics) of all-day events, at most 256 KB. You see what it would do before anything is entered.
day-kind-holiday = Holiday
day-kind-substitute = Substitute day off
day-kind-make-up-workday = Make-up workday
day-kind-workday = Ordinary day
done-day-entered = The day is entered.
done-day-restored = The day was taken back.
done-days-entered = The days of the file are entered.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
fault-not-all-day = This is not a whole day. Only all-day events are taken.
fault-not-a-calendar = This is no whole iCalendar file.
fault-not-utf8 = Save the file in UTF-8.
fault-no-start = An event has no beginning.
fault-unsupported-recurrence = Only yearly repetition on one date is understood. Write other days out one by one.
fault-too-many-days = These are too many days.

holiday-here = Holiday in { $city }: { $name }
holiday-unnamed = Holiday in { $city }
console-holidays = Holidays of { $city }
city-holidays = Holidays
city-holidays-edit = See and change them
