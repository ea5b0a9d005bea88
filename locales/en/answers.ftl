### Whether attendees come: their answers, and the letters about them.

## Saying whether one comes
answer-title = Will you come?
answer-lead = { $name }, please say whether you are coming. You can change your answer until the visit begins.
answer-needs-action = No answer yet
answer-accepted = Coming
answer-tentative = Maybe
answer-declined = Not coming
answer-mine-accepted = Yes, I am coming
answer-mine-tentative = Perhaps; I cannot say yet
answer-mine-declined = No, I cannot come
answer-save = Send the answer
answer-closed = No answers are taken any more: the visit has begun, or it does not take place.
answer-keep-link = Whoever has this page’s address can answer for you. Keep it to yourself.
answer-link = Say whether you are coming
# Numbers of people.
answer-summary = Coming: { $accepted } · maybe: { $tentative } · not coming: { $declined } · no answer yet: { $open }
answer-failing = Mail to this address comes back
field-answer = Your answer
done-answered = Your answer is saved. The host sees it now.

## In the letters
letter-answer-link = Say whether you are coming
letter-answer-by-link = Please answer by this link: answers to the calendar invitation are not read.
letter-answer-by-mail = Answer by this link or in your calendar, as you like. You can change your answer until the visit begins.
# To the host: somebody has answered.
letter-accepted-subject = { $name } is coming: { $title }, { $date }
letter-accepted-heading = { $name } is coming
letter-tentative-subject = { $name } may come: { $title }, { $date }
letter-tentative-heading = { $name } may come
letter-not-coming-subject = { $name } is not coming: { $title }, { $date }
letter-not-coming-heading = { $name } is not coming
letter-answer-note = A word from { $name }
letter-answer-booking = View the booking
# To the host: a calendar proposes another time, which follows the first of these lines.
letter-counter-subject = { $name } proposes another time: { $title }, { $date }
letter-counter-heading = { $name } proposes another time
letter-counter-text = Proposed by their calendar:
letter-counter-instead = Nothing has been changed. The visit stands at:
letter-counter-unread = A calendar has sent a proposal, but its time could not be read; please ask. Nothing has been changed. The visit stands at:
# To the host: a letter came back; $status is a code such as 5.1.1.
letter-failing-subject = Mail to { $name } comes back: { $title }, { $date }
letter-failing-heading = Mail to { $name } comes back
letter-failing-text = A letter to { $email } has come back (status { $status }). Please reach them in another way, or have the address corrected.
letter-failing-means = Further letters about the visit are still sent there, in case the address works again.
