### A city's holidays and what its coordinators change of them.

field-subdivision = Landesteil
hint-subdivision = Wo Feiertage im Land verschieden sind: das Kürzel, zum Beispiel WA oder BY.

## The console's page of a city's special days
holidays-title = Feiertage von { $city }
holidays-lead = Tage, an denen Ihre Büros es anders halten, als der Wochentag sagt. Zeiten an einem freien Tag sind keine Bürozeiten, und die Wochenzeiten empfangen dann niemanden.
holidays-known = Die gesetzlichen Feiertage von { $country } sind bis { $date } bekannt. Was kurzfristig angeordnet wird, ist nicht dabei: Tragen Sie es hier ein.
holidays-unknown = Gesetzliche Feiertage von { $country } sind nicht bekannt. Tragen Sie die Tage ein, an denen Ihre Büros geschlossen sind.
holidays-years = Andere Jahre
holidays-none = In diesem Jahr gibt es keinen besonderen Tag.
holidays-public = gesetzlicher Kalender
holidays-own = von Ihrer Stadt eingetragen
holidays-instead-of = Statt: { $name } ({ $kind })
holidays-open = Hier kein freier Tag
holidays-restore = Wie im gesetzlichen Kalender
holidays-remove = Zurücknehmen
holidays-add = Einen Tag eintragen
holidays-add-button = Tag eintragen
holidays-file = Aus einer Kalenderdatei
holidays-file-button = Ansehen, was sie bewirken würde
holidays-preview = Was diese Datei bewirken würde
holidays-preview-days = Einzutragende Tage
holidays-preview-removed = Zurückzunehmende Tage
holidays-confirm = Diese Tage eintragen
holidays-dismiss = Nicht übernehmen
holidays-refused = Die Datei wurde nicht angenommen. Es wurde nichts eingetragen.
holidays-line = Zeile { $line }:
holidays-would-add = { $count ->
    [one] Ein Tag wird eingetragen.
   *[other] { $count } Tage werden eingetragen.
  }
holidays-would-change = { $count ->
    [one] Ein Tag, den Sie eingetragen haben, wird geändert.
   *[other] { $count } Tage, die Sie eingetragen haben, werden geändert.
  }
holidays-would-remove = { $count ->
    [one] Ein Tag wird zurückgenommen, weil sein Termin verlegt ist.
   *[other] { $count } Tage werden zurückgenommen, weil ihre Termine verlegt sind.
  }
holidays-would-keep = { $count ->
    [one] Ein Tag ist schon eingetragen.
   *[other] { $count } Tage sind schon eingetragen.
  }
holidays-would-nothing = Nichts: Sie nennt keinen Tag ab diesem Jahr.
field-day-kind = Was es ist
field-day-name = Name
field-file = Kalenderdatei
hint-file = Eine iCalendar-Datei (.ics) mit ganztägigen Terminen, höchstens 256 KB. Sie sehen, was sie bewirken würde, bevor etwas eingetragen wird.
day-kind-holiday = Feiertag
day-kind-substitute = Ersatzfeiertag
day-kind-make-up-workday = Nachholarbeitstag
day-kind-workday = Gewöhnlicher Tag
done-day-entered = Der Tag ist eingetragen.
done-day-restored = Der Tag ist zurückgenommen.
done-days-entered = Die Tage der Datei sind eingetragen.
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
fault-not-all-day = Das ist kein ganzer Tag. Nur ganztägige Termine werden übernommen.
fault-not-a-calendar = Das ist keine vollständige iCalendar-Datei.
fault-not-utf8 = Bitte speichern Sie die Datei in UTF-8.
fault-no-start = Ein Termin hat keinen Beginn.
fault-unsupported-recurrence = Nur jährliche Wiederholung am selben Datum wird verstanden. Führen Sie andere Tage einzeln auf.
fault-too-many-days = Das sind zu viele Tage.

holiday-here = Feiertag in { $city }: { $name }
holiday-unnamed = Feiertag in { $city }
console-holidays = Feiertage von { $city }
city-holidays = Feiertage
city-holidays-edit = Ansehen und ändern
