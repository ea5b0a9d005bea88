### Holds, approval, waiting lists, rescheduling: the life of a visit.

## Where a booking stands
booking-requested = Wartet auf Antwort
booking-declined = Abgelehnt
booking-lapsed = Verfallen
booking-next-requested = Ihre Plätze bleiben reserviert, bis die Anfrage beantwortet ist. Wer gebucht hat, erfährt es per E-Mail.
booking-next-declined = Die Anfrage wurde abgelehnt. Wählen Sie gern einen anderen Termin.
booking-next-lapsed = Niemand hat rechtzeitig geantwortet, daher ist die Anfrage verfallen. Fragen Sie gern noch einmal an.
# $when is a date and a time with its offset.
booking-respond-by = Eine Antwort wird bis { $when } erwartet.
booking-approvals = Bisherige Antworten
booking-approved-by-host = Die Stadt des Gastgebers hat zugestimmt.
booking-approved-by-guests = Die Stadt der Gäste hat zugestimmt.
booking-group = Personen
booking-language = Gewünschte Sprache
booking-interpreter = Dolmetschen gewünscht
booking-accessibility = Was Sie zur Teilnahme brauchen
booking-too-late = Dieser Besuch lässt sich hier nicht mehr ändern. Bitte wenden Sie sich an den Gastgeber.

## Moving a booking
booking-move = Anderen Termin wählen
booking-move-means = Ihre Plätze ziehen mit: In einem Schritt werden die neuen belegt und die alten frei. Alle Eingeladenen werden benachrichtigt.
booking-move-asks = Der neue Termin braucht wieder eine Zustimmung.
booking-move-confirm = Besuch verlegen
booking-move-none = Zurzeit hat kein anderer Termin genug Plätze.
field-slot-id = Neuer Termin

## Who comes
booking-people = Ändern, wer kommt
booking-people-means = Wer neu ist, wird eingeladen. Wer gestrichen wird, erfährt es, und nur diese Person. Eine leere Zeile entfällt.
booking-people-confirm = Liste speichern

## Holds
hold-kept = Ihre Plätze bleiben reserviert, während Sie das Formular ausfüllen.
hold-lost = Die Plätze sind nicht mehr für Sie reserviert. Sie können trotzdem versuchen zu buchen.
hold-others = Gerade bucht jemand die letzten Plätze. Wird nichts daraus, erscheinen die Plätze sofort hier.
slot-held = Wird gerade gebucht

## Waiting lists
waiting-title = Warteliste
waiting-join-lead = Werden Plätze frei, werden sie für die Wartenden reserviert, in der Reihenfolge ihrer Eintragung.
waiting-join = Auf die Warteliste setzen
waiting-length = { $count ->
    [0] Niemand wartet.
    [one] Eine Gruppe wartet.
   *[other] { $count } Gruppen warten.
  }
waiting-waiting = Sie warten
waiting-offered = Plätze sind für Sie reserviert
waiting-booked = Sie haben gebucht
waiting-passed = Ihre Frist ist verstrichen
waiting-left = Sie haben die Liste verlassen
waiting-ended = Es gibt nichts mehr, worauf zu warten wäre
waiting-ahead = { $count ->
    [0] Sie sind als Nächste an der Reihe.
    [one] Eine Gruppe ist vor Ihnen.
   *[other] { $count } Gruppen sind vor Ihnen.
  }
waiting-until = Sie bleiben bis { $when } reserviert; dann gehen sie an die Nächsten.
waiting-book = Diese Plätze buchen
waiting-leave = Warteliste verlassen
waiting-leave-means = Ihre Stelle geht an die hinter Ihnen.
waiting-keep-link = Wer die Adresse dieser Seite hat, kann Ihre Stelle nutzen. Behalten Sie sie für sich.
waiting-seats = Gewünschte Plätze

## What an offer asks
field-group-size = Wie viele Sie sind
field-language = Gewünschte Sprache
field-interpreter = Wir wünschen eine Dolmetscherin oder einen Dolmetscher
field-accessibility = Was Sie zur Teilnahme brauchen
field-consent = Wir sind einverstanden
book-questions = Fragen des Gastgebers
book-no-wish = Kein Wunsch
book-yes = Ja
book-no = Nein
book-approval = Der Gastgeber beantwortet jede Anfrage. Bis dahin bleiben Ihre Plätze reserviert.
book-approval-both = Beide Städte beantworten jede Anfrage. Bis dahin bleiben Ihre Plätze reserviert.
book-ask = Anfrage senden

## The console
console-requests = Offene Anfragen
console-requests-none = Keine Anfrage wartet auf Sie.
console-approve = Zustimmen
console-decline = Ablehnen
console-decline-means = Die Gäste erfahren es mit Ihrer Begründung. Die Plätze sind wieder frei.
console-capacity = Plätze
console-capacity-save = Plätze ändern
console-close = Für Buchungen schließen
console-reopen = Für Buchungen öffnen
console-waiting = { $count ->
    [one] Eine Gruppe wartet
   *[other] { $count } Gruppen warten
  }
console-held = { $count ->
    [one] Ein Platz wird gerade gebucht
   *[other] { $count } Plätze werden gerade gebucht
  }
console-move = Auf anderen Termin verlegen
field-capacity-of = Plätze

## Done
done-moved = Der Besuch ist verlegt. Alle Eingeladenen werden per E-Mail benachrichtigt.
done-people = Die Liste ist gespeichert.
done-approved = Zugestimmt.
done-declined = Abgelehnt. Die Gäste werden per E-Mail benachrichtigt.
done-resized = Die Zahl der Plätze ist geändert. Wer die Seite gerade offen hat, sieht es schon.
done-closed = Dieser Termin nimmt keine weiteren Buchungen an.
done-reopened = Dieser Termin nimmt wieder Buchungen an.
done-left = Sie haben die Warteliste verlassen.
done-joined = Sie stehen auf der Warteliste. Eine E-Mail mit Ihrem Link ist unterwegs.

## What is wrong
fault-too-late = Dieser Besuch lässt sich hier nicht mehr ändern. Bitte wenden Sie sich an den Gastgeber.
fault-booking-state = Das hat sich inzwischen geändert. Bitte sehen Sie sich den jetzigen Stand an.
fault-seats-taken = Es sind mehr Plätze vergeben oder werden gerade gebucht.
fault-slot-cancelled = Dieser Termin findet nicht statt.
fault-party-limit = Sie haben dies so oft gebucht, wie eine Gruppe darf. Es wurde nichts gebucht.
fault-city-limit = Ihre Stadt hat dies so oft gebucht, wie eine Stadt darf. Es wurde nichts gebucht.
fault-hold-expired = Die Plätze sind nicht mehr für Sie reserviert. Es wurde nichts gebucht.
fault-too-many-holds = Es sind zu viele Formulare gleichzeitig offen. Beenden oder verlassen Sie zuerst ein anderes.
fault-no-waiting-list = Dafür gibt es keine Warteliste.
fault-seats-left = Es sind jetzt Plätze frei: Buchen Sie sie.
fault-already-waiting = Diese Adresse steht schon auf der Warteliste.
fault-waiting-list-full = Es warten zu viele. Bitte wählen Sie einen anderen Termin.
fault-other-offer = Bitte wählen Sie einen Termin desselben Besuchs.
fault-other-slot = Diese Plätze waren für einen anderen Termin reserviert.
fault-consent-required = Bitte stimmen Sie zu, sonst ist keine Buchung möglich.
fault-unknown-choice = Bitte wählen Sie eine der Antworten.
fault-one-per-party = Ihre Gruppe nimmt einen Platz ein, wie viele Sie auch sind.
fault-not-seats = Bitte nehmen Sie für jede Person einen Platz.

## Kinds of letters
letter-kind-visit-rescheduled = Neue Zeit
letter-kind-visit-requested = Anfrage eingegangen
letter-kind-visit-to-approve = Anfrage zu beantworten
letter-kind-visit-declined = Anfrage abgelehnt
letter-kind-visit-lapsed = Anfrage verfallen
letter-kind-visit-left = Von der Liste genommen
letter-kind-waiting-joined = Warteliste
letter-kind-waiting-offered = Plätze reserviert

## A clock's new rules took a visit out of a city's reachable hours
booking-again = Erneut zu bestätigen
booking-again-city = Die Regeln einer Uhr haben sich geändert, und der Besuch liegt in { $city } jetzt in der Nacht. Er findet trotzdem statt; die Koordination von { $city } ist gefragt, ob die Teilnehmenden kommen können.
booking-again-button = Erneut bestätigen
console-again = Erneut zu bestätigende Besuche

## The editor of how an offer is booked
policy-title = So wird gebucht
policy-lead = Wer zustimmen muss, wie groß eine Gruppe sein darf und was Gäste gefragt werden. Es gilt für Buchungen ab jetzt.
policy-no-limit = 0 bedeutet: ohne Grenze.
policy-questions = Fragen an die Gäste
policy-questions-hint = Eine Zeile ohne Frage wird ausgelassen.
policy-question = Frage { $number }
policy-choices-hint = Trennen Sie sie durch Semikolons.
policy-save = Speichern
console-policy = So wird gebucht
done-policy-saved = Gespeichert. Es gilt ab jetzt.
field-approval = Zustimmung
approval-instant = Niemand: sofort bestätigt
approval-host = Der Gastgeber
approval-both = Je eine Person, die die Städte koordiniert
field-approval-hours = Stunden, nach denen eine Anfrage verfällt
field-change-hours = Stunden vor dem Besuch, bis zu denen Gäste ändern dürfen
field-seat = Was ein Platz ist
seat-person = Ein Platz für eine Person
seat-party = Ein Platz für eine Gruppe
field-group-max = Höchstens so viele Personen je Gruppe
field-party-limit = Höchstens so viele offene Buchungen je Gruppe
field-city-limit = Höchstens so viele offene Buchungen je Stadt
field-asks = Gästen angeboten
asks-waiting-list = Eine Warteliste, wenn alles belegt ist
asks-language = Eine der Sprachen wünschen
asks-interpreter = Dolmetschen wünschen
asks-accessibility = Sagen, was sie zur Teilnahme brauchen
field-policy-consent = Dem müssen Gäste zustimmen
field-question-text = Frage
field-question-kind = Antwort durch
question-text = Einen Text
question-choice = Eine Auswahl
question-yes-no = Ja oder nein
field-question-choices = Auswahl
field-question-required = Muss beantwortet werden
