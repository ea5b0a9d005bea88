### Files in and out.

files-title = Einlesen und Ausgeben
files-lead = Buchungen zum Mitnehmen; für Verwalter auch ganze Tabellen der Städte, Partnerschaften, Gastgeber und Angebote, hinein und heraus.
files-all = Alle
files-cities = Städte
files-partnerships = Partnerschaften
files-hosts = Gastgeber
files-offers = Angebote
files-from = Von
files-to = Bis einschließlich
files-format = Als
files-as-csv = Tabelle (CSV)
files-as-json = Für Programme (JSON)
files-as-ics = Kalender (iCalendar)
files-bookings = Buchungen
files-bookings-hint = Nachrichten und Mailadressen sind enthalten, wo Sie den Gastgeber verwalten.
files-download = Herunterladen
files-progress = { $n } von { $total } Buchungen
files-saved = Gespeichert: { $n } Buchungen.
files-failed = Das Herunterladen ist fehlgeschlagen. Bitte versuchen Sie es noch einmal.
files-import = Eine Datei einlesen
files-file = Datei
files-file-hint = Eine CSV- oder JSON-Datei in UTF-8, höchstens 2 MB und 10.000 Zeilen. Sie sehen, was sie bewirken würde, bevor etwas geschrieben wird.
files-check = Ansehen, was sie bewirken würde
files-tables = Ganze Tabellen
files-template = Vorlage
files-preview = Was diese Datei bewirken würde
files-refused = Die Datei wurde nicht angenommen. Es wurde nichts geschrieben.
files-nothing = Alles aus dieser Datei ist schon da. Es gibt nichts zu tun.
files-done = Die Datei wurde eingelesen.
files-line = { $table }: { $created } neu, { $updated } geändert, { $unchanged } unverändert
files-apply = Einlesen
files-dismiss = Nicht einlesen
files-at-line = Zeile
files-at-column = Spalte
files-wrong = Was nicht stimmt
# $count is how much is wrong with a file.
files-faults = { $count ->
    [one] Eine Sache stimmt nicht. Berichtigen Sie sie und senden Sie die Datei noch einmal.
   *[other] { $count } Dinge stimmen nicht. Berichtigen Sie sie und senden Sie die Datei noch einmal.
  }
files-more = Die ersten 1.000 sind hier aufgeführt.
console-files = Einlesen und Ausgeben
letter-kind-visit-meeting = Anderer Besprechungsraum

## What may be wrong with a file
fault-file-unknown-city = Nennen Sie die Stadt mit ihrem Kurznamen wie new-taipei.
fault-file-unknown-zone = Nennen Sie eine Zeitzone wie Asia/Taipei.
fault-unknown-column = Diese Spalte gibt es in der Tabelle nicht.
fault-missing-column = Diese Spalte fehlt.
fault-duplicate-column = Diese Spalte steht zweimal da.
fault-unknown-table = Das ist keine Tabelle von Städten, Partnerschaften, Gastgebern oder Angeboten. Die erste Zeile muss die Spalten nennen wie in den Vorlagen.
fault-too-many-cells = Diese Zeile hat mehr Zellen als Spalten. Setzen Sie eine Zelle mit Trennzeichen in Anführungszeichen.
fault-unclosed-quote = Ein Anführungszeichen in dieser Zeile ist nicht geschlossen.
fault-malformed-csv = Diese Zeile lässt sich nicht als CSV lesen.
fault-malformed-json = Das ist kein JSON.
fault-empty-file = Die Datei ist leer.
fault-file-too-large = Die Datei ist größer als 2 MB.
fault-too-many-rows = Das sind mehr als 10.000 Zeilen.
fault-duplicate-row = Eine frühere Zeile handelt vom selben. Behalten Sie eine der beiden.
fault-duplicate-city = Diese Stadt ist zweimal genannt.
fault-unknown-host = Diese Stadt hat keinen Gastgeber dieses Namens.
fault-not-yes-or-no = Schreiben Sie yes oder no.
fault-cannot-change = Das lässt sich nicht mehr ändern. Legen Sie ein anderes Angebot an.
fault-unknown-stage = Schreiben Sie prospective, pilot, official, paused oder ended.
fault-unknown-visibility = Schreiben Sie bei Angeboten public, partners oder unlisted, bei Partnerschaften public oder private.
fault-unknown-kind = Schreiben Sie office, school, university, association oder company.
fault-unknown-track = Schreiben Sie official, civic, education, culture oder business.
fault-unknown-subdivision = Feiertage dieses Landesteils sind nicht bekannt. Lassen Sie es leer.
fault-invalid-weekend = Schreiben Sie Tage wie sat|sun.
fault-wrong-type = Hierher gehört ein Wert anderer Art.
