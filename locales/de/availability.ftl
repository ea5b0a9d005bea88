### A host's weekly hours, exceptions and limits.
closed-slot-notice = Dieser Termin ist zu bald, um noch gebucht zu werden: Der Gastgeber möchte früher Bescheid wissen.
closed-slot-too-early = Dieser Termin liegt noch zu weit voraus. Schauen Sie näher am Tag wieder vorbei.
closed-slot-day-limit = Der Gastgeber hat an diesem Tag so viele Besuche, wie er empfangen kann.
closed-slot-week-limit = Der Gastgeber hat in dieser Woche so viele Besuche, wie er empfangen kann.
fault-slot-notice = Dieser Termin ist zu bald: Der Gastgeber möchte früher Bescheid wissen. Es wurde nichts gebucht.
fault-slot-too-early = Dieser Termin kann noch nicht gebucht werden. Es wurde nichts gebucht.
fault-slot-day-limit = Der Gastgeber nimmt an diesem Tag keine weiteren Besuche an. Es wurde nichts gebucht.
fault-slot-week-limit = Der Gastgeber nimmt in dieser Woche keine weiteren Besuche an. Es wurde nichts gebucht.

console-availability = Wochenzeiten
done-availability-saved = Die Wochenzeiten sind gespeichert.

availability-title = Wochenzeiten
availability-lead = Geben Sie an, wann Sie Besuch empfangen. Daraus entstehen Tag für Tag von selbst buchbare Termine, und die Partnerstädte sehen sie auf ihren eigenen Uhren.
availability-clock = Alle Zeiten hier gelten nach der Uhr von { $city }.
availability-saved = Was das Speichern bewirkt hat
availability-week = Die Woche
availability-week-hint = Ein Zeitfenster, das endet, bevor es beginnt, endet am nächsten Tag. Überlappende Zeitfenster eines Tages werden zu einem.
availability-window-number = Zeitfenster { $number }
availability-more = Jahreszeit und Nachholtage
availability-remove = Entfernen
availability-repeat = Mo–Fr ebenso
availability-add-window = Zeitfenster hinzufügen
availability-dates = Andere Zeiten an einzelnen Tagen
availability-dates-hint = Diese Zeiten ersetzen an dem Tag die der Woche. Lassen Sie die Zeiten leer, wenn Sie niemanden empfangen. Mehrere Zeilen mit einem Datum sind dessen einzelne Zeitfenster.
availability-date-number = Datum { $number }
availability-add-date = Datum hinzufügen
availability-rhythm = Rhythmus
availability-step-hint = Leer: einer nach dem anderen, { $minutes } Minuten und die freie Zeit davor und danach.
availability-ahead = Wie weit im Voraus
availability-horizon-hint = Leer: { $days } Tage.
availability-limits = Höchstens
availability-limits-hint = Leer heißt unbegrenzt. Termine sind, was angeboten wird; Buchungen, was davon genommen wird.
availability-preview = Was das Speichern bewirkt
availability-preview-button = Vorschau ansehen
availability-preview-none = Berichtigen Sie, was markiert ist, dann erscheint die Vorschau wieder.
availability-preview-empty = Aus diesen Zeiten entstehen keine Termine.
availability-preview-lead = Die ersten Tage mit Terminen. Die Balken zeigen, wie diese Stunden in jeder Stadt liegen.
availability-save = Speichern
availability-more-days = Weitere Tage folgen.
availability-will-add = { $count ->
    [one] Ein Termin kommt hinzu.
   *[other] { $count } Termine kommen hinzu.
  }
availability-will-withdraw = { $count ->
    [one] Ein Termin, den niemand gebucht hat, wird zurückgezogen.
   *[other] { $count } Termine, die niemand gebucht hat, werden zurückgezogen.
  }
availability-did-add = { $count ->
    [one] Ein Termin ist hinzugekommen.
   *[other] { $count } Termine sind hinzugekommen.
  }
availability-did-withdraw = { $count ->
    [one] Ein Termin, den niemand gebucht hatte, wurde zurückgezogen.
   *[other] { $count } Termine, die niemand gebucht hatte, wurden zurückgezogen.
  }
availability-kept = { $count ->
    [one] Ein gebuchter Termin bleibt, obwohl er außerhalb dieser Zeiten liegt.
   *[other] { $count } gebuchte Termine bleiben, obwohl sie außerhalb dieser Zeiten liegen.
  }
availability-unchanged = { $count ->
    [one] Ein Termin bleibt, wie er ist.
   *[other] { $count } Termine bleiben, wie sie sind.
  }
availability-busy = { $count ->
    [one] Ein Termin entfällt: Der Gastgeber hat dann etwas anderes vor.
   *[other] { $count } Termine entfallen: Der Gastgeber hat dann etwas anderes vor.
  }
availability-called-off = { $count ->
    [one] Ein Termin wurde von Hand abgesagt und bleibt es.
   *[other] { $count } Termine wurden von Hand abgesagt und bleiben es.
  }
availability-nothing = Es ändert sich nichts.
availability-merged = { $day }: Überlappende Zeitfenster werden zu { $span }.

field-window-day = Tag
field-window-from = Von
field-window-to = Bis
field-window-season = Wann im Jahr
field-window-since = Erster Tag
field-window-until = Letzter Tag
field-window-makeup = Nachholarbeitstage
field-date-from = Von
field-date-to = Bis
field-step = Ein Beginn alle … Minuten
field-buffer-before = Minuten frei davor
field-buffer-after = Minuten frei danach
field-notice = Vorlauf
field-notice-unit = Gerechnet in
field-horizon = Tage im Voraus
field-holidays = Feiertage
field-slots-day = Termine am Tag
field-slots-week = Termine in der Woche
field-bookings-day = Buchungen am Tag
field-bookings-week = Buchungen in der Woche

window-season-always = Das ganze Jahr
window-season-dates = Zwischen zwei Daten, einmalig
window-season-yearly = Zwischen zwei Tagen, jedes Jahr
window-season-from-until = { $since } bis { $until }
window-makeup-no = Nur wenn sie auf diesen Tag fallen
window-makeup-yes = Auch an Nachholarbeitstagen offen
window-holidays-skip = Niemand wird empfangen
window-holidays-offer = Wie jeder andere Tag
notice-unit-minutes = Minuten
notice-unit-hours = Stunden
notice-unit-days = Tage
time-fate-new = neu
time-fate-stands = schon vorhanden
time-fate-overlaps = entfällt: Gastgeber beschäftigt
time-fate-called-off = abgesagt

fault-empty-window = Es muss zu einer anderen Zeit enden, als es beginnt.
fault-invalid-season = Bitte geben Sie zwei Daten an oder lassen Sie es beim ganzen Jahr.
fault-ends-before-start = Das liegt vor dem ersten Tag.
fault-given-twice = Dieses Datum ist zweimal angegeben.
fault-invalid-date = Bitte geben Sie ein Datum an.
fault-too-many-times = Aus diesen Zeiten entstehen mehr als 5.000 Termine. Geben Sie weniger Zeiten, einen längeren Abstand oder einen näheren letzten Tag an.
fault-version-mismatch = Jemand anderes hat inzwischen andere Zeiten gespeichert. Öffnen Sie die Seite neu und wiederholen Sie Ihre Änderung.
