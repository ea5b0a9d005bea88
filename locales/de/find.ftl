### The page that finds a time for several cities.

nav-find = Zeit finden
find-title = Eine Zeit finden
find-lead = Wann können sich diese Städte treffen, und wer trägt was? Ungünstige Stunden werden gewichtet, nicht versteckt, und niemand, der dem nicht zugestimmt hat, soll sich zwischen 23 und 6 Uhr treffen.
find-cities = Städte (zwei bis zwanzig)
find-from = Erster Tag
find-to = Letzter Tag
find-minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
  }
find-length = Dauer
find-order = Was zuerst kommt
find-order-worst-off = Das Gerechteste: Wer am meisten trägt, trägt möglichst wenig
find-order-total = Das Geringste für alle zusammen
find-workdays = Nur Arbeitstage
find-workdays-hint = Wochenenden und Feiertage jeder der Städte entfallen.
find-nights = Ist mit der Nacht einverstanden (23 bis 6 Uhr)
find-go = Zeiten finden
find-times = Zeiten, die allen passen
find-least-bad = Keine Zeit passt allen
# How much was found; $fitting, $days and $easy are the messages below.
find-summary = { $fitting }, { $days }. { $easy }
find-fitting = { $count ->
    [one] Ein Beginn passt allen
   *[other] { $count } Anfangszeiten passen allen
  }
find-on-days = { $count ->
    [one] an einem Tag
   *[other] an { $count } Tagen
  }
find-none-easy = Keine davon liegt in den Bürozeiten aller.
find-easy = { $count ->
    [one] Eine davon liegt in den Bürozeiten aller.
   *[other] { $count } davon liegen in den Bürozeiten aller.
  }
find-nothing = Jeder Beginn läge für jemanden in der Nacht oder, falls Sie nur Arbeitstage wollten, an einem freien Tag. Diese Zeiten kommen dem am nächsten.
find-advice = Was helfen würde
find-advice-night = { $city } stimmt der Nacht zu
find-advice-shorten = { $count } Minuten lang treffen
find-advice-leave = Ohne { $cities } treffen
find-advice-days-off = Wochenenden und Feiertage zulassen
find-flexible = Bei gleicher Last ist der Beginn bis { $time } möglich.
find-day-off = Wochenende oder Feiertag
find-bears-none = trägt nichts
find-bears-little = trägt wenig
find-bears-some = trägt etwas
find-bears-much = trägt viel
find-bears-most = trägt sehr viel
find-blocked-night = Dort ist Nacht, der nicht zugestimmt wurde.
find-blocked-day-off = Dort ist frei.
# A clock change; $before and $after are lengths such as "8 hours".
find-clock-forward = In { $city } wird die Uhr am { $date } vorgestellt: Von da an ist der Unterschied zu { $other } { $after } statt { $before }.
find-clock-back = In { $city } wird die Uhr am { $date } zurückgestellt: Von da an ist der Unterschied zu { $other } { $after } statt { $before }.
find-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
  }
find-hours-exactly = { $time } Stunden
find-more = Weitere Zeiten
find-how-title = Wie gewichtet wird
find-how = Für jede Stadt ist die Last eines Augenblicks das Quadrat der Stunden, die ihn von den Bürozeiten trennen; von 6 bis 7 und von 22 bis 23 Uhr kommen 16 hinzu, an Wochenenden und Feiertagen 9. Die Zahl gilt für das ganze Treffen: Eine Stunde, die zwei Stunden außerhalb der Bürozeiten liegt, ergibt etwa 2,3. Zuerst kommt die beste Zeit jedes Tages, dann die zweitbeste.
find-onwards = Weiter
find-way-partnership = Partnerschaft von { $cities }
find-way-hosts = Gastgeber in { $city }
find-fault-too-few = Bitte wählen Sie mindestens zwei Städte.
find-fault-too-many = Bitte wählen Sie höchstens 20 Städte.
find-fault-twice = Bitte wählen Sie jede Stadt nur einmal.
find-fault-unknown-city = Eine der Städte ist hier nicht bekannt.
find-fault-invalid-date = Bitte geben Sie Daten zwischen den Jahren 2000 und 2100 an.
find-fault-end-before-start = Der letzte Tag liegt vor dem ersten.
find-fault-range-too-long = Bitte suchen Sie in höchstens 400 Tagen.
find-fault-range-too-short = Das Treffen ist länger als die durchsuchte Zeit.
find-fault-out-of-range = Ein Treffen dauert 5 bis 480 Minuten.
find-way-plan = Mit diesen Städten eine Reihe planen
