### The life of partnerships, and what is left of visits.

## How a partnership is doing
life-title = Wie es läuft
life-last = Letzter Besuch
life-next = Nächster Besuch
life-none-yet = Noch keiner
life-none-ahead = Keiner geplant
life-numbers = Besuche und Personen nach Jahren
life-numbers-none = Die Zahlen beginnen mit dem ersten Besuch.
life-year = Jahr
life-visits = Besuche
life-people = Personen
life-tracks = Wer sie empfing
life-visit-count = { $count ->
    [one] Ein Besuch
   *[other] { $count } Besuche
  }
life-people-count = { $count ->
    [one] eine Person
   *[other] { $count } Personen
  }
life-recent = Besuche im Rückblick
life-outcomes = Was Besuche gebracht haben
life-side-hosts = Die Gastgeber
life-side-guests = Die Gäste
life-history = Wie es dazu kam
history-proposed = Eingetragen: { $stage }
history-agreed = { $city } hat zugestimmt
history-stage = Neuer Stand: { $stage }
history-pilot = Die Erprobung soll bis { $date } dauern
history-facts = Angaben bearbeitet
# Who wrote a line of the history.
history-by = von { $name }
pilot-until = Erprobung bis { $date }
pilot-outcome-continued = Aus der Erprobung wird eine Partnerschaft
pilot-outcome-ended = Die Erprobung ist beendet
pilot-outcome-extended = Die Erprobung wird verlängert
life-edit = Partnerschaft bearbeiten

## The coordinators' overview
overview-title = Ihre Partnerschaften
overview-lead = Zuerst, was Ihre Aufmerksamkeit braucht.
overview-none = Ihre Städte haben noch keine Partnerschaft.
attention-pilot-over = Die Erprobung ist vorbei: Wie ist sie ausgegangen?
attention-proposal = Wartet auf Zustimmung
attention-pilot-ends = Die Erprobung endet bald
attention-pilot-open = Die Erprobung hat kein Enddatum
attention-dormant = Eingeschlafen
attention-quiet = Still geworden
overview-fine = Alles in Ordnung

## Editing a partnership
edit-title = Bearbeiten: { $cities }
edit-pilot-title = Wie geht die Erprobung aus?
edit-pilot-means = Der Satz erscheint auf der Seite der Partnerschaft.
edit-stage-title = Stand ändern
edit-facts-title = Angaben
edit-save = Speichern
edit-meanwhile = Inzwischen hat jemand anderes gespeichert. Sehen Sie sich den jetzigen Stand an und ändern Sie noch einmal.
field-outcome = Ausgang
field-pilot-ends = Letzter Tag der Erprobung
field-pilot-ends-hint = Nötig, wenn eine Erprobung beginnt oder verlängert wird.
field-why = Warum
done-partnership-saved = Gespeichert. Der Verlauf hat eine neue Zeile.
fault-stage-not-reachable = Vom jetzigen Stand führt kein Weg dorthin.
fault-not-a-pilot = Das gibt es nur bei einer Erprobung.
fault-outcome-contradicts = Der Ausgang passt nicht zum Stand oder zum Datum.
fault-partnership-proposed = Die anderen Städte haben noch nicht zugestimmt.
fault-not-visited = Der Besuch hat noch nicht begonnen oder fand nicht statt.

## Whether somebody is reminded of a quiet partnership
unsubscribe-quiet-partnerships-title = Briefe, wenn es still ist
unsubscribe-quiet-partnerships-ask = Solange es in der Partnerschaft { $cities } keinen Besuch gibt, bekommt { $email } einmal im Monat Termine, die allen Städten passen. Sollen diese Briefe aufhören?
unsubscribe-quiet-partnerships-leave = Nicht mehr erinnern
unsubscribe-quiet-partnerships-left = { $email } wird an diese Partnerschaft nicht mehr erinnert: { $cities }. Alle anderen Briefe kommen weiterhin.
unsubscribe-quiet-partnerships-join = Wieder erinnern
unsubscribe-quiet-partnerships-joined = Solange es in der Partnerschaft { $cities } keinen Besuch gibt, bekommt { $email } einmal im Monat Termine, die allen Städten passen.

## After the visit
report-title = Nach dem Besuch
report-link = Was daraus wurde, und der nächste Besuch
report-attendance = Wer kam
report-attendance-means = Die Zahl zählt auf der Seite der Partnerschaft; bleibt sie leer, zählen die Angekreuzten.
report-not-marked = Niemand hat vermerkt, wer kam.
field-headcount = Gäste insgesamt
field-came = Gekommen sind
report-outcome = Was haben Sie mitgenommen?
report-outcome-hosts = Sie schreiben für die Gastgeberseite.
report-outcome-guests = Sie schreiben für die Gäste. Öffentlich wird der Text nur, wenn Sie es hier erlauben und die Gastgeber ihn veröffentlichen; Ihre Namen stehen nicht dabei.
field-text = In wenigen Sätzen
field-outcome-locale = Sprache des Textes
field-public = Veröffentlichung
report-public-hosts = Auf der Seite der Partnerschaft zeigen
report-public-guests = Darf auf der Seite der Partnerschaft stehen
report-is-public = Steht auf der Seite der Partnerschaft
report-is-private = Nur Beteiligte können dies lesen
report-publish = Veröffentlichen
report-unpublish = Nicht mehr zeigen
report-again = Der nächste Besuch
report-again-means = Wählen Sie einen Termin: Das Formular kennt dann schon dieselbe Gruppe und dieselben Personen.
report-again-none = Zurzeit ist kein Termin dieses Angebots frei.
report-again-others = Andere Angebote ansehen
done-attendance = Gespeichert, wer kam.
done-outcome = Gespeichert. Vielen Dank.

## Letters about a partnership
letter-kind-partnership-proposed = Partnerschaft vorgeschlagen
letter-kind-partnership-agreed = Partnerschaft vereinbart
letter-kind-partnership-quiet = Stille Partnerschaft
letter-kind-visit-follow-up = Nach dem Besuch
letter-proposed-subject = Partnerschaft vorgeschlagen: { $cities }
letter-proposed-heading = Ihre Stadt ist zu einer Partnerschaft eingeladen
letter-proposed-text = Eine Partnerschaft dieser Städte wurde vorgeschlagen: { $cities }. Stand: { $stage }.
letter-proposed-by = Vorgeschlagen hat sie { $name }.
letter-proposed-means = Bis alle Städte zugestimmt haben, wissen nur Menschen aus diesen Städten davon. Sie können für Ihre Stadt zustimmen oder ablehnen.
letter-proposed-link = Vorschlag ansehen und antworten
letter-agreed-subject = Alle haben zugestimmt: { $cities }
letter-agreed-heading = Die von Ihnen vorgeschlagene Partnerschaft ist vereinbart
letter-agreed-text = Alle Städte haben zugestimmt: { $cities }. Ab jetzt sehen sie ihre Angebote gegenseitig und können sie buchen.
letter-agreed-link = Partnerschaft ansehen
letter-quiet-subject = Zeit für ein Wiedersehen: { $cities }
letter-quiet-heading = Zwischen Ihren Städten ist es still geworden
letter-quiet-text = In dieser Partnerschaft ist kein Besuch geplant: { $cities }.
letter-quiet-last = Der letzte Besuch war am { $date }.
letter-quiet-never = Es gab noch keinen Besuch.
letter-quiet-times = { $count ->
    [one] Dieser Termin passt allen Städten und ist überall ein Arbeitstag:
   *[other] Diese { $count } Termine passen allen Städten; überall ist dann ein Arbeitstag:
  }
letter-quiet-make = Diesen Termin anbieten
letter-quiet-find = Andere Termine finden
letter-quiet-link = Partnerschaft ansehen
letter-unsubscribe-quiet-partnerships = An diese Partnerschaft nicht mehr erinnern
# $title is the offer's, $with the other side.
letter-follow-up-subject = Nach dem Besuch: { $title }
letter-follow-up-heading = Was hat der Besuch gebracht?
letter-follow-up-text = Sie haben sich mit { $with } getroffen. Ein paar Sätze darüber, was Sie mitgenommen haben, helfen Ihren Städten weiterzumachen.
letter-follow-up-text-host = { $with } war bei Ihnen zu Besuch. Bitte vermerken Sie, wer kam, und schreiben Sie ein paar Sätze dazu.
letter-follow-up-link = Aufschreiben, was daraus wurde
letter-follow-up-next = Der nächste Besuch lässt sich mit denselben Personen in einem Schritt buchen.
letter-follow-up-again = Termin für den nächsten Besuch wählen
