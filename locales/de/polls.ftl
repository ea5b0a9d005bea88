### Polls: a coordinator proposes times, the people of each city answer.

poll-list = Umfragen
poll-new = Nach einer Zeit fragen
poll-new-lead = Schlagen Sie bis zu 20 Zeiten vor. Die Menschen in jeder Stadt sagen über einen Link und ohne Konto, welche ihnen passen.
poll-none = Noch keine Umfrage.
poll-no-desk = Sie können fragen, sobald alle Städte einer Ihrer Partnerschaften zugestimmt haben.
poll-state-open = Offen
poll-state-closed = Zeit gewählt
poll-state-cancelled = Abgesagt
poll-state-lapsed = Abgelaufen
poll-answers = { $count ->
    [one] Eine Antwort
   *[other] { $count } Antworten
  }
poll-deadline = Antworten bis { $when }

## Opening one
poll-field-what = Was besucht wird
poll-field-guests = Wessen Gäste kommen
poll-field-guests-partner = Die Partnerstadt
poll-field-title = Worum es geht
poll-field-title-hint = Bleibt es leer, gilt der Titel des Besuchs.
poll-field-note = Was man noch wissen sollte
poll-field-deadline = Antworten bis
poll-field-deadline-hint = Nach der Uhr der gastgebenden Stadt. Leer: bis die letzte Zeit beginnt.
poll-field-zone = Nach wessen Uhr
poll-field-time = Zeit { $number }
poll-found = Gefundene Zeiten
poll-typed = Weitere Zeiten
poll-typed-hint = Füllen Sie so viele aus, wie Sie möchten.
poll-create = Die Städte fragen
poll-ask-people = Zu den angekreuzten Zeiten fragen
poll-propose = Diese Zeit vorschlagen

## The tally
poll-tally = Wie es steht
poll-how = Es zählen Städte, nicht Köpfe: Eine Zeit ist so gut, wie sie es für die Stadt ist, der sie am wenigsten passt. „Notfalls“ zählt halb. Kann aus einer Stadt niemand kommen, scheidet die Zeit aus. Bei Gleichstand entscheidet, was die Städte tragen.
poll-best = Passt bisher am besten
poll-chosen = Gewählt
poll-past = Vorbei
poll-blocked = Niemand kann aus: { $cities }
poll-counts = { $yes } ja · { $maybe } notfalls · { $no } nein
poll-unheard = noch keine Antwort
poll-answer-yes = Ja
poll-answer-if-need-be = Notfalls
poll-answer-no = Nein

## For coordinators
poll-links = Ein Link für jede Stadt
poll-links-lead = Wer den Link einer Stadt hat, darf für sie antworten. Geben Sie ihn nur innerhalb der Stadt weiter.
poll-link-of = Link für { $city }
poll-who = Wer geantwortet hat
poll-wants-invite = wünscht eine Einladung
poll-close-at = Diese Zeit wählen
poll-close-means = Der Besuch wird gebucht. Eingeladen wird, wer kann und eine Adresse hinterlassen hat, höchstens 50.
poll-close-request = Der Besuch wird angefragt, und die Gastgeber antworten. Eingeladen wird dann, wer kann und eine Adresse hinterlassen hat, höchstens 50.
poll-cancel = Umfrage absagen
poll-cancel-means = Niemand kann mehr antworten, und nichts wird gebucht.
poll-to-booking = Zur Buchung

## Answering
poll-asks = Welche Zeiten passen Ihnen?
poll-for-city = Sie antworten für { $city }.
poll-email = E-Mail-Adresse für die Einladung
poll-email-hint = Nur wenn Sie eine wünschen. Niemand sieht sie, und 90 Tage nach der Umfrage wird sie vergessen.
poll-send = Antwort senden
poll-change = Antwort ändern
poll-own-link = Ihr eigener Link, um die Antwort von einem anderen Gerät aus zu ändern. Bitte nicht weitergeben:
poll-updated = Der Stand hat sich geändert.
poll-over-closed = Eine Zeit wurde gewählt: { $when }.
poll-over-cancelled = Diese Umfrage wurde abgesagt.
poll-over-lapsed = Diese Umfrage ist abgelaufen. Es wurde keine Zeit gewählt.

## What is said afterwards
done-poll-opened = Die Städte sind gefragt. Ihre Koordination bekommt einen Brief mit dem Link.
done-poll-voted = Ihre Antwort ist angekommen. Bis zum Ende der Umfrage können Sie sie hier ändern.
done-poll-cancelled = Die Umfrage ist abgesagt.
fault-poll-closed = Eine Zeit wurde schon gewählt. Nichts wurde geändert.
fault-poll-cancelled = Diese Umfrage wurde abgesagt. Nichts wurde geändert.
fault-poll-lapsed = Diese Umfrage ist abgelaufen. Nichts wurde geändert.
fault-poll-full = Es haben so viele geantwortet, wie dürfen. Bitte fragen Sie die Koordination Ihrer Stadt.
poll-fault-candidates = Schlagen Sie mindestens eine und höchstens 20 Zeiten vor.
poll-fault-answers = Antworten Sie zu jeder Zeit.
poll-fault-time = Geben Sie eine künftige Zeit innerhalb eines Jahres an, jede nur einmal.
poll-fault-no-single-time = Dann wird die Uhr umgestellt: Diese Zeit fällt aus oder kommt zweimal. Wählen Sie eine andere.
poll-fault-taken = Die Gastgeber haben zu dieser Zeit inzwischen etwas anderes. Die Umfrage bleibt offen; wählen Sie eine andere Zeit.
poll-fault-rest = Die Partnerschaft ruht, oder nicht alle ihre Städte haben zugestimmt.

## The letter
letter-kind-poll-opened = Umfrage
letter-poll-opened-subject = Welche Zeit passt { $city }? { $title }
letter-poll-opened-heading = Ihre Stadt wird nach einer Zeit gefragt
letter-poll-opened-text = { $organization } und { $host } möchten sich online treffen. Dies sind die vorgeschlagenen Zeiten; die Menschen in { $city } sagen, welche ihnen passen.
letter-poll-opened-times = Die Zeiten:
letter-poll-opened-deadline = Antworten sind bis { $when } möglich.
letter-poll-opened-link = Für { $city } antworten
letter-poll-opened-pass-on = Geben Sie diesen Link an diejenigen in Ihrer Stadt weiter, die antworten sollen; sie brauchen kein Konto. Bitte senden Sie ihn nicht an andere Städte.
letter-poll-opened-console = Alle Antworten ansehen und die Zeit wählen
