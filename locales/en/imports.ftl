### Files in and out.

files-title = Import and export
files-lead = Bookings to take with you; for admins, whole tables of cities, partnerships, hosts and offers, in and out.
files-all = All
files-cities = Cities
files-partnerships = Partnerships
files-hosts = Hosts
files-offers = Offers
files-from = From
files-to = Up to and including
files-format = As
files-as-csv = Table (CSV)
files-as-json = For programs (JSON)
files-as-ics = Calendar (iCalendar)
files-bookings = Bookings
files-bookings-hint = Notes and mail addresses are in it where you manage the host.
files-download = Download
files-progress = { $n } of { $total } bookings
files-saved = Saved: { $n } bookings.
files-failed = The download has failed. Please try again.
files-import = Bring a file in
files-file = File
files-file-hint = A CSV or JSON file in UTF-8, at most 2 MB and 10,000 rows. You see what it would do before anything is written.
files-check = See what it would do
files-tables = Whole tables
files-template = Template
files-preview = What this file would do
files-refused = The file was not taken. Nothing was written.
files-nothing = Everything in this file is here already. There is nothing to do.
files-done = The file was brought in.
files-line = { $table }: { $created } new, { $updated } changed, { $unchanged } unchanged
files-apply = Bring it in
files-dismiss = Leave it
files-at-line = Line
files-at-column = Column
files-wrong = What is wrong
# $count is how much is wrong with a file.
files-faults = { $count ->
    [one] One thing is wrong. Correct it and send the file again.
   *[other] { $count } things are wrong. Correct them and send the file again.
  }
files-more = The first 1,000 are listed here.
console-files = Import and export
letter-kind-visit-meeting = Change of the meeting room

## What may be wrong with a file
fault-file-unknown-city = Name a city by its slug, such as new-taipei.
fault-file-unknown-zone = Name a time zone such as Asia/Taipei.
fault-unknown-column = There is no such column in this table.
fault-missing-column = This column is missing.
fault-duplicate-column = This column stands here twice.
fault-unknown-table = This is no table of cities, partnerships, hosts or offers. The first line has to name the columns, as the templates do.
fault-too-many-cells = This row has more cells than columns. Put quotes around a cell with a separator in it.
fault-unclosed-quote = A quote in this row is not closed.
fault-malformed-csv = This line cannot be read as CSV.
fault-malformed-json = This is not JSON.
fault-empty-file = The file is empty.
fault-file-too-large = The file is larger than 2 MB.
fault-too-many-rows = These are more than 10,000 rows.
fault-duplicate-row = An earlier row is about the same. Keep one of the two.
fault-duplicate-city = This city is named twice.
fault-unknown-host = This city has no host of that name.
fault-not-yes-or-no = Write yes or no.
fault-cannot-change = This cannot be changed any more. Enter another offer.
fault-unknown-stage = Write prospective, pilot, official, paused or ended.
fault-unknown-visibility = For offers write public, partners or unlisted; for partnerships public or private.
fault-unknown-kind = Write office, school, university, association or company.
fault-unknown-track = Write official, civic, education, culture or business.
fault-unknown-subdivision = Holidays of this part of the country are not known. Leave it empty.
fault-invalid-weekend = Write days as sat|sun.
fault-wrong-type = This is of another kind than what belongs here.
