### Hosts' own calendars, which say when they are busy.
slot-busy = Gastgeber beschäftigt
closed-slot-busy = Der Gastgeber ist zu dieser Zeit beschäftigt. Ändert sich das, wird der Termin von selbst wieder frei.
fault-slot-busy = Der Gastgeber ist zu dieser Zeit beschäftigt. Es wurde nichts gebucht.
console-own-calendar = Eigener Kalender
own-calendar-title = Wann Sie beschäftigt sind
own-calendar-lead = Geben Sie die Adresse des eigenen Kalenders dieses Gastgebers an. Solange er „beschäftigt“ sagt, können dessen Termine nicht gebucht werden; danach werden sie von selbst wieder frei. Gebuchte Besuche bleiben gebucht.
own-calendar-keeps = Wir behalten nur, wann Sie beschäftigt sind, nie, wie Ihre Termine heißen oder wer daran teilnimmt.
own-calendar-where = In Google Kalender: Einstellungen, Ihr Kalender, „Privatadresse im iCal-Format“. In Outlook: Einstellungen, Freigegebene Kalender, mit „nur Verfügbarkeit“ veröffentlichen, ICS-Link. In iCloud: als öffentlichen Kalender freigeben.
own-calendar-status = Der Kalender jetzt
own-calendar-server = Kalender bei { $server }
own-calendar-read = Zuletzt gelesen: { $time }
own-calendar-next = Nächster Blick: { $time }
own-calendar-waits = Er wurde noch nicht gelesen. Das dauert einen Augenblick.
own-calendar-failed = Der letzte Blick ist misslungen: { $reason }
own-calendar-stays = Was er zuvor sagte, gilt weiter.
own-calendar-skipped = { $count ->
    [one] Ein Teil davon wurde nicht verstanden.
   *[other] { $count } Teile davon wurden nicht verstanden.
}
own-calendar-enter = Eine Adresse angeben
own-calendar-replace = Eine andere Adresse angeben
field-address = Privatadresse im iCal-Format
own-calendar-hint = Sie beginnt mit https:// oder webcal://. Sie wird verschlüsselt aufbewahrt und nie wieder gezeigt.
own-calendar-save = Diesem Kalender folgen
own-calendar-check = Jetzt nachsehen
own-calendar-remove = Ihm nicht mehr folgen
own-calendar-remove-means = Termine, die wegen dieses Kalenders gesperrt sind, werden sofort wieder frei, und seine Adresse wird vergessen.
fault-not-allowed = Diese Adresse kann nicht abgefragt werden. Geben Sie eine an, die mit https:// beginnt, ohne Benutzernamen.
fault-calendar-asked = Nach dem Kalender wurde gerade erst gesehen. Versuchen Sie es in einer Minute wieder.
done-calendar-saved = Der Kalender wird gelesen.
done-calendar-check = Nach dem Kalender wird gesehen.
done-calendar-removed = Dem Kalender wird nicht mehr gefolgt.
calendar-fault-address = Seine Adresse führt nirgendwohin oder an einen Ort, den wir nicht abfragen.
calendar-fault-connect = Es kam keine sichere Verbindung zustande.
calendar-fault-slow = Der Server brauchte zu lange.
calendar-fault-refused = Der Server gab ihn nicht heraus.
calendar-fault-gone = Es gibt ihn nicht mehr, oder nicht für uns. Geben Sie seine Adresse neu an.
calendar-fault-too-large = Er ist zu groß.
calendar-fault-too-many = Er hat zu viele Termine.
calendar-fault-not-a-calendar = Was dort liegt, ist kein Kalender.
calendar-fault-sealed = Seine Adresse kann nicht mehr gelesen werden. Geben Sie sie neu an.
console-clashes = Gebucht, während Sie beschäftigt sind
console-clashes-lead = Ihr eigener Kalender sagt, dass Sie während dieser gebuchten Besuche beschäftigt sind. Es wurde nichts geändert: Verlegen Sie eines von beiden, oder lassen Sie es so.
console-clash-seen = Ich habe es gesehen
