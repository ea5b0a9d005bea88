### Recurring visits: the planner and its plans.

## The planner
plan-title = Eine Reihe planen
plan-lead = Treffen Sie sich immer wieder, ohne dass die Nacht stets dieselbe Stadt trifft: Jeder Plan zeigt, wer was trägt.
plan-of-partnership = Ohne Auswahl sind die Städte der Partnerschaft gemeint. Ihre bisherigen Besuche zählen mit.
plan-go = Pläne zeigen
plan-plans = Pläne nebeneinander
plan-look = Jeden Besuch zeigen
plan-field-start = Erstes Datum, in der ersten Stadt
plan-field-every = Wie oft
plan-field-count = Wie viele Besuche
plan-field-minutes = Dauer
plan-field-holidays = An Feiertagen
plan-field-block = Ein wechselnder Plan behält eine Uhrzeit für
plan-field-at = Mit dieser Zeit in der ersten Stadt vergleichen
plan-every-week = Jede Woche
plan-every-fortnight = Alle zwei Wochen
plan-every-month = Jeden Monat, am gleichen Wochentag
plan-every-quarter = Alle drei Monate
plan-every-year = Jedes Jahr
plan-holidays-skip = Besuch auslassen
plan-holidays-move = Auf den nächsten Arbeitstag verlegen
plan-holidays-keep = Trotzdem treffen
plan-block-usual = was zur Häufigkeit passt
plan-block-season = eine Jahreszeit
plan-block-quarter = ein Quartal
plan-block-meeting = einen Besuch (monatlich oder seltener)
# $count visits are planned.
plan-visits = { $count ->
    [one] Ein Besuch ist geplant.
   *[other] { $count } Besuche sind geplant.
  }
plan-no-dates = Alle Tage sind entfallen. Wählen Sie ein anderes erstes Datum oder treffen Sie sich auch an Feiertagen.
plan-nobody-awake = Zu keiner Stunde ist es für alle Tag. Nacht wäre in: { $cities }.
plan-left-out = Wegen Feiertagen entfallen: { $dates }
plan-left-out-date = { $date } ({ $cities })
plan-moved = Wegen Feiertagen verlegt: { $dates }
plan-moved-date = { $from } auf { $to }
plan-carried = Bisherige Besuche zählen mit; bisher getragen: { $cities }
plan-number = Nr.
plan-holiday = Feiertag
# $offset is the offset after the change, such as GMT-7.
plan-clock-moved = Uhr umgestellt: jetzt { $offset }
plan-unsocial = { $count ->
    [one] ein Besuch zu ungünstiger Stunde
   *[other] { $count } Besuche zu ungünstiger Stunde
  }
plan-no-changes = Die Uhrzeit wechselt nie.
plan-changes = { $count ->
    [one] Die Uhrzeit wechselt einmal.
   *[other] Die Uhrzeit wechselt { $count }-mal.
  }
plan-clocks = { $city }: { $times }
plan-kind-rotating = Im Wechsel
plan-kind-seasonal = Je eine Uhrzeit für Sommer- und Winterzeit
plan-kind-least-total = Kleinste Summe
plan-kind-asked = Die von Ihnen genannte Zeit
plan-kind-fixed = Immer dieselbe Zeit in { $city }
plan-kind-one-sided = Am besten für { $city }
plan-about-rotating = Gerecht: Jeder Block von Besuchen hat eine andere Uhrzeit.
plan-about-seasonal = Gerecht: Die Zeit wechselt nur mit der Sommerzeit.
plan-about-fixed = So gerecht, wie eine einzige Uhrzeit sein kann.
plan-about-least-total = Die kleinste Summe, wer immer sie trägt.
plan-about-one-sided = Eine Stadt hat es leicht, die anderen so gerecht, wie das noch geht.
plan-about-asked = Zum Vergleich.
plan-how-title = Wie die Last berechnet wird
plan-how = Eine Stunde kostet eine Stadt das Quadrat der Stunden bis zu ihren Bürozeiten, von 6 bis 7 und von 22 bis 23 Uhr 16 mehr, an Wochenenden und Feiertagen 9 mehr. Von 23 bis 6 Uhr trifft sich niemand. Ein gerechter Plan macht die Last der am stärksten belasteten Stadt so klein wie möglich, dann die der nächsten.

## Agreeing
plan-agree-title = Diesem Plan zustimmen
plan-agree = Zustimmen und alle Besuche buchen
plan-agree-what = Alle Besuche werden auf einmal gebucht oder keiner. Alle erhalten einen Brief mit der ganzen Liste und die Einladung zu jedem Besuch zwei Wochen vorher.
plan-offer = Was Sie anbieten
plan-guests = Stadt der Gäste
plan-organization = Schule, Behörde, Firma oder Verein der Gäste
plan-contact = Name der Kontaktperson der Gäste
plan-leave-out = Entfällt
plan-conflicts = { $count ->
    [one] Ein Besuch kann nicht stattfinden: Seine Zeit ist vorbei, oder der Gastgeber hat dann einen anderen. Es wurde nichts gebucht. Senden Sie noch einmal, um ihn auszulassen.
   *[other] { $count } Besuche können nicht stattfinden: Ihre Zeit ist vorbei, oder der Gastgeber hat dann einen anderen. Es wurde nichts gebucht. Senden Sie noch einmal, um sie auszulassen.
  }
plan-who-may = Um zuzustimmen, müssen Sie in einer dieser Städte einen Gastgeber mit einem Angebot dieser Dauer verwalten.
plan-sign-in = Um zuzustimmen, melden Sie sich als jemand an, der in einer dieser Städte einen Gastgeber verwaltet.
plan-fault-too-few = Bitte wählen Sie mindestens zwei Städte.
plan-fault-cities-too-many = Bitte wählen Sie höchstens 20 Städte.
plan-fault-rule-too-many = Bitte planen Sie höchstens 520 Besuche, bei vielen Städten weniger.
plan-fault-rule-range-too-long = Eine Reihe dauert höchstens zehn Jahre.
plan-fault-invalid-rule = Bitte geben Sie eine Zahl von Besuchen an.
plan-fault-rotates-too-often = Nur was monatlich oder seltener stattfindet, darf jedes Mal die Uhrzeit wechseln: Sonst geht der Überblick verloren.
plan-fault-invalid-date = Bitte geben Sie ein erstes Datum an.
plan-fault-duration-minutes-out-of-range = Ein Besuch dauert 5 bis 480 Minuten.
fault-plan-changed = Der Plan ist inzwischen ein anderer. Sehen Sie ihn sich noch einmal an; es wurde nichts gebucht.
fault-no-such-plan = Diesen Plan gibt es nicht mehr. Sehen Sie sich die Pläne noch einmal an.
fault-other-duration = Das Angebot hat eine andere Dauer. Planen Sie mit dieser.
fault-no-occurrence = Behalten Sie mindestens einen Besuch.

## A series
series-line = { $organization } bei { $host }
series-agreed = Vereinbart
series-ended = Abgesagt
series-predecessor = Die Reihe davor
series-state = Stand
series-reason = Grund
series-cancel-title = Absagen, was noch aussteht
series-cancel-this = Diesen absagen
series-cancel-following = Diesen und alle späteren
series-cancel-all = Alle kommenden Besuche absagen
series-cancel-what = Alle werden angeschrieben. Vergangene Besuche bleiben.
occurrence-standing = Findet statt
occurrence-over = Vorbei
occurrence-cancelled = Abgesagt
occurrence-left-out = Entfällt
done-series-agreed = Die Reihe ist vereinbart. Alle erhalten einen Brief.
done-series-cancelled = Abgesagt. Alle Beteiligten werden angeschrieben.

## The ledger of a partnership
ledger-title = Wer bisher die späten Stunden hatte
ledger-none = Noch hat kein Besuch stattgefunden.
ledger-visits = { $count ->
    [one] ein Besuch
   *[other] { $count } Besuche
  }
ledger-plan = Eine Reihe planen, die das ausgleicht
