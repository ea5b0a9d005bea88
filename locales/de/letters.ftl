### The words of the letters.

## Every letter
letter-greeting = Guten Tag { $name },
# Under every letter; $url is the installation's address.
letter-footer = Gesendet von Sisterline, { $url }
# A label and what it stands for, in the plain text.
letter-labelled = { $label }: { $value }

## Times
# $date with its day of the week, $range of times, $offset from UTC.
letter-when = { $date }, { $range } ({ $offset })
# A moment whose date differs from the reader's; $shift is the next or previous day.
letter-when-shifted = { $when }, { $shift }
letter-next-day = am nächsten Tag
letter-previous-day = am Tag davor
# The clock changes during the visit: the offset before and after.
letter-offset-change = { $before }, später { $after }
# The reader's own time, where their zone is that of their side's city.
letter-your-time-in = Ihre Zeit, in { $city }
# The reader's own time, where it is another zone.
letter-your-time = Ihre Zeit ({ $zone })
# A city with its name in its own language.
letter-place = { $name } ({ $native })

## A visit
# What an event in the calendar is called; $with is the other side.
letter-summary = { $title } – { $with }
letter-fact-visit = Besuch
letter-fact-host = Gastgeber
letter-fact-guests = Gäste
letter-fact-seats = Plätze
# Somebody and where they are.
letter-of-city = { $name }, { $city }
letter-note = Nachricht der Gäste
letter-reason = Angegebener Grund
letter-join = Am Besuch teilnehmen
letter-no-link-guest = Noch ist kein Link für das Treffen eingetragen. Der Gastgeber teilt Ihnen mit, wie Sie teilnehmen.
letter-no-link-host = Noch ist kein Link für das Treffen eingetragen. Bitte teilen Sie Ihren Gästen mit, wie sie teilnehmen.
letter-manage = Buchung ansehen oder absagen
letter-manage-secret = Wer diesen Link hat, kann den Besuch absagen. Bitte geben Sie ihn nicht weiter.
letter-view = Buchung ansehen
letter-console = Ihre Besuche verwalten
letter-ask-contact = Um den Besuch zu ändern oder abzusagen, wenden Sie sich an die Person, die ihn gebucht hat ({ $organization }).

## A visit is booked
letter-confirmed-subject = Besuch bestätigt: { $title }, { $date }
letter-confirmed-heading = Ihr Besuch ist bestätigt
letter-confirmed-contact = { $host } in { $city } erwartet Sie. Der Besuch findet online statt. Eine Einladung für Ihren Kalender liegt bei.
letter-confirmed-guest = { $organization } lädt Sie zu einem Online-Besuch bei { $host } in { $city } ein. Eine Einladung für Ihren Kalender liegt bei.
letter-booked-subject = Neuer Besuch: { $organization }, { $date }
letter-booked-heading = Bei Ihnen wurde ein Besuch gebucht
letter-booked-text = { $organization } aus { $city } hat einen Online-Besuch bei Ihnen gebucht. Eine Einladung für Ihren Kalender liegt bei.

## The rules of a clock changed, and with them the instant of a visit
letter-clock-moved-subject = Neue Zeit: { $title }, { $date }
letter-clock-moved-heading = Ihr Besuch beginnt zu einer anderen Zeit
# $city is the host's, in whose clock the visit was promised.
letter-clock-moved-text = Die Regeln der Uhr haben sich geändert. Die Uhr in { $city } zeigt bei Beginn des Besuchs dieselbe Zeit wie zuvor; für alle anderen kann es eine andere sein. Die beigefügte Aktualisierung verschiebt ihn in Ihrem Kalender. Falls Sie zur neuen Zeit nicht können, sagen Sie es bitte.
letter-fact-was = Bisher

## A visit is called off
letter-cancelled-subject = Besuch abgesagt: { $title }, { $date }
letter-cancelled-heading = Der Besuch ist abgesagt
letter-cancelled-text = Dieser Besuch findet nicht statt. Die beigefügte Aktualisierung entfernt ihn aus Ihrem Kalender.

## Signing in
letter-sign-in-subject = Ihr Anmeldelink für Sisterline
letter-sign-in-heading = Bei Sisterline anmelden
# $count is a number of minutes.
letter-sign-in-text = { $count ->
    [one] Mit dem Link unten melden Sie sich an. Er gilt einmal und eine Minute lang.
   *[other] Mit dem Link unten melden Sie sich an. Er gilt einmal und { $count } Minuten lang.
  }
letter-sign-in-link = Anmelden
letter-sign-in-ignore = Falls Sie das nicht angefordert haben, ignorieren Sie diese Nachricht: Ohne den Link kann sich niemand anmelden.

letter-test-subject = Eine Nachricht, um zu sehen, ob die Post ankommt
letter-test-text = Dies ist ein Test von { $url }. Er ist angekommen, Briefe von dort erreichen Sie also.

    Liegt er im Spam-Ordner, lohnt ein Blick auf die DNS-Einträge der Absenderdomain (SPF, DKIM, DMARC).

## A series
letter-series-subject = { $count ->
    [one] Reihe vereinbart: { $title }, ein Besuch
   *[other] Reihe vereinbart: { $title }, { $count } Besuche
  }
letter-series-heading = Eine Reihe von Besuchen ist vereinbart
letter-series-text = { $count ->
    [one] { $organization } und { $host } treffen sich einmal online.
   *[other] { $organization } und { $host } treffen sich { $count }-mal online.
  }
letter-series-times = Die Besuche:
letter-series-invites = Die Einladung zum ersten Besuch kommt sofort, jede weitere zwei Wochen vor dem jeweiligen Besuch.
letter-series-manage = Reihe ansehen oder Besuche absagen
letter-series-view = Reihe ansehen
letter-series-cancelled-subject = Besuche abgesagt: { $title }, { $count } der Reihe
letter-series-cancelled-heading = Besuche einer Reihe sind abgesagt
letter-series-cancelled-text = { $count ->
    [one] Ein Besuch von { $organization } bei { $host } findet nicht statt.
   *[other] { $count } Besuche von { $organization } bei { $host } finden nicht statt.
  }

## Approval, moving, waiting
# $when is a date and a time with its offset.
letter-respond-by = Eine Antwort wird bis { $when } erwartet. Ohne sie verfällt die Anfrage, und die Plätze sind wieder frei.
letter-moved-subject = Besuch verlegt: { $title }, { $date }
letter-moved-heading = Der Besuch hat eine neue Zeit
letter-moved-text = Dieser Besuch wurde verlegt. Die beigefügte Aktualisierung ändert ihn in Ihrem Kalender.
letter-requested-subject = Anfrage eingegangen: { $title }, { $date }
letter-requested-heading = Ihre Anfrage ist eingegangen
letter-requested-text = { $host } in { $city } hat die Anfrage von { $organization } erhalten. Ihre Plätze bleiben bis zur Antwort reserviert; Sie erfahren sie per E-Mail.
letter-approve-subject = Bitte antworten: { $organization }, { $date }
letter-approve-heading = Ein Besuch wartet auf Ihre Antwort
letter-approve-text = { $organization } aus { $city } bittet um einen Online-Besuch. Bitte stimmen Sie zu oder lehnen Sie ab.
letter-approve-console = In der Verwaltung antworten
letter-declined-subject = Besuch abgelehnt: { $title }, { $date }
letter-declined-heading = Der Besuch wurde abgelehnt
letter-declined-text = Die Anfrage für diesen Besuch wurde abgelehnt. Die Plätze sind wieder frei; wählen Sie gern einen anderen Termin.
letter-lapsed-subject = Nicht rechtzeitig beantwortet: { $title }, { $date }
letter-lapsed-heading = Niemand hat rechtzeitig geantwortet
letter-lapsed-text = Die Anfrage für diesen Besuch wurde nicht rechtzeitig beantwortet und ist verfallen. Die Plätze sind wieder frei; wählen Sie gern einen anderen Termin.
letter-left-subject = Sie stehen nicht mehr auf der Liste: { $title }, { $date }
letter-left-heading = Sie stehen nicht mehr auf der Liste dieses Besuchs
letter-left-text = Sie wurden von der Liste dieses Besuchs genommen; er findet ohne Sie statt. Die beigefügte Aktualisierung entfernt ihn aus Ihrem Kalender.
letter-cancelled-text-only = Dieser Besuch findet nicht statt.
letter-waiting-joined-subject = Sie stehen auf der Warteliste: { $title }
letter-waiting-joined-heading = Sie stehen auf der Warteliste
letter-waiting-joined-text = Sobald Plätze frei werden, werden sie für Sie reserviert und Sie erhalten eine E-Mail, in der Reihenfolge der Eintragung.
letter-waiting-joined-link = Ihre Stelle ansehen
letter-waiting-offered-subject = Plätze für Sie: { $title }, bis { $until }
letter-waiting-offered-heading = Für Sie sind Plätze frei geworden
letter-waiting-offered-text = Die Plätze sind bis { $until } für Sie reserviert. Buchen Sie sie bis dahin; danach gehen sie an die Nächsten.
letter-waiting-offered-link = Diese Plätze buchen
letter-waiting-leave = Über denselben Link können Sie die Warteliste jederzeit verlassen.

## A city has to confirm a visit again
letter-confirm-again-subject = Bitte erneut bestätigen: { $title }, { $date }
letter-confirm-again-heading = Ein Besuch liegt jetzt zu unpassender Stunde
letter-confirm-again-text = Die Regeln einer Uhr haben sich geändert, und dieser Besuch liegt in Ihrer Stadt jetzt vor 7 Uhr oder nach 22 Uhr. Er findet weiterhin statt. Bitte bestätigen Sie, dass die Teilnehmenden kommen können, oder vereinbaren Sie mit den Gastgebern eine andere Zeit.
letter-confirm-again-link = Besuch ansehen und bestätigen

## A visit comes up, and who wants to hear no more of that
letter-reminder-subject = Erinnerung: { $title }, { $date }
letter-reminder-heading = Ihr Besuch steht bevor
letter-reminder-guest = { $host } in { $city } erwartet Sie. Der Besuch findet online statt.
letter-reminder-host = { $organization } aus { $city } kommt zu einem Online-Besuch.
letter-soon-subject = Beginnt bald: { $title }, { $date }
letter-soon-heading = Ihr Besuch beginnt bald
letter-unsubscribe-reminders = Keine Erinnerungen mehr
unsubscribe-reminders-title = Erinnerungen an Besuche
unsubscribe-reminders-ask = Soll { $email } keine Erinnerungen an Besuche mehr bekommen? Einladungen und Absagen kommen weiterhin.
unsubscribe-reminders-leave = Keine Erinnerungen mehr
unsubscribe-reminders-left = { $email } bekommt keine Erinnerungen an Besuche mehr. Einladungen und Absagen kommen weiterhin.
unsubscribe-reminders-join = Wieder Erinnerungen bekommen
unsubscribe-reminders-joined = { $email } bekommt Erinnerungen an Besuche.
letter-kind-visit-reminder = Erinnerung
letter-kind-visit-soon = Erinnerung kurz vorher
