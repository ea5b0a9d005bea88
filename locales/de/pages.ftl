# What the pages say. One key, one meaning; the same keys in every language.

product-name = Sisterline
skip-to-content = Zum Inhalt springen

## Around every page
nav-label = Hauptmenü
nav-partnerships = Partnerschaften
nav-cities = Städte
nav-console = Ihre Gastgeber
nav-sign-in = Anmelden
nav-api = API für Programme
nav-dev-mail = Briefe dieser Demo
language-label = Sprache
footer-line = Zwei Städte, zwei Uhren, eine Stunde, die beiden passt.
footer-nav-label = Weiteres
footer-zones = Alle Zeiten auf dieser Seite hat der Server mit den Zeitzonendaten { $version } berechnet.
signed-in-as = Angemeldet als { $name }
sign-out = Abmelden
live-waiting = Die Verbindung ist unterbrochen. Termine können sich geändert haben; neuer Versuch läuft …
live-back = Wieder verbunden.
# n: 2 to 5
live-looking = { $n } Personen sehen sich diesen Termin gerade an.
# n: a number that at least so many are
live-looking-many = Mehr als { $n } Personen sehen sich diesen Termin gerade an.

## Tiers, states, stages, tracks
tier-office = Bürozeit
tier-reachable = erreichbar
tier-unsocial = Nacht
now-office = gerade Bürozeit
now-reachable = gerade erreichbar
now-unsocial = gerade Nacht
legend-open = frei, mit Anzahl der Plätze
legend-full = ausgebucht
stage-prospective = In Anbahnung
stage-pilot = In Erprobung
stage-official = Offiziell
stage-paused = Ruhend
stage-ended = Beendet
track-official = Stadt und Behörden
track-civic = Vereine und Verbände
track-education = Schulen und Hochschulen
track-culture = Kultur
track-business = Wirtschaft

## Slots
slot-open = Frei
slot-full = Ausgebucht
slot-closed = Geschlossen
slot-cancelled = Abgesagt
slot-seats-left = { $count ->
    [0] Keine Plätze frei
    [one] 1 Platz frei
   *[other] { $count } Plätze frei
  }
slot-of-capacity = { $count ->
    [one] von 1
   *[other] von { $count }
  }
slot-book = Buchen
slot-details = Details
slot-duration = Dauer
slot-languages = Sprachen
slot-topics = Themen
slot-full-what-now = Alle Plätze sind vergeben. Sagt jemand ab, erscheinen die Plätze sofort hier.
slot-closed-what-now = Dieser Termin kann nicht mehr gebucht werden.
slot-started-what-now = Dieser Besuch hat bereits begonnen.
slot-cancelled-what-now = Der Gastgeber hat diesen Besuch abgesagt. Alle, die gebucht hatten, wurden per E-Mail benachrichtigt.
slot-others = Weitere Termine für diesen Besuch
slot-all-times = Alle Termine: { $name }
slots-new = Es gibt neue Termine.
slots-stale = Diese Seite ist möglicherweise veraltet.
slots-refresh = Aktuellen Stand anzeigen
visits-none = Zurzeit sind keine öffentlichen Besuche offen. Die Termine zwischen zwei Städten finden Sie bei deren Partnerschaft.

## Home
home-title = Treffen Sie Ihre Partnerstadt, zu einer Stunde, die beiden passt.
home-lead = Partnerstädte bieten Termine für virtuelle Besuche an: in einer Schulklasse, im Rathaus, bei einer Chorprobe, in einem Labor. Sie wählen einen Termin, sehen ihn auf den Uhren beider Städte, und alle erhalten eine Einladung, die ihr Kalender versteht.
home-find = Partnerschaft finden
home-see-visits = Kommende Besuche
home-partnerships = Partnerschaften
home-partnerships-lead = Wählen Sie die Städte, die Sie verbinden möchten. Ihre Tage liegen nebeneinander.
home-partnerships-none = Noch ist keine Partnerschaft eingetragen. Nach der Anmeldung kann die Koordination die erste hinzufügen.
home-cities = Städte
home-cities-lead = Jeder Ring ist der Tag einer Stadt: unten Mitternacht, oben Mittag, die rote Perle ist jetzt.
home-cities-none = Noch ist keine Stadt eingetragen. Nach der Anmeldung kann die Administration die erste hinzufügen.
home-visits = Kommende Besuche
home-visits-lead = Offen für alle aus einer Partnerstadt.
partnership-since = seit { $year }
partnership-open-slots = { $count ->
    [0] Keine freien Termine
    [one] 1 freier Termin
   *[other] { $count } freie Termine
  }

## City
city-now = Jetzt
city-zone = Zeitzone
city-office-hours = Bürozeiten
city-languages = Sprachen
city-partnerships = Partnerschaften
city-partnerships-none = Diese Stadt hat noch keine öffentliche Partnerschaft.
city-partnerships-count = { $count ->
    [0] Noch keine Partnerschaften
    [one] 1 Partnerschaft
   *[other] { $count } Partnerschaften
  }
city-hosts = Wer Besuch empfängt
city-hosts-lead = Buchen Sie einen Besuch über eine der Partnerschaften der Stadt.
city-hosts-none = Hier empfängt noch niemand Besuch.
city-visits = Kommende öffentliche Besuche
host-offers-label = Angebote

## Partnership
week-nav-label = Wochen
week-previous = Vorige Woche
week-next = Nächste Woche
week-empty = In dieser Woche werden keine Termine angeboten.
week-empty-what-now = Auch spätere Termine sind noch nicht eingetragen. Schreiben Sie einem der Gastgeber oder schauen Sie in einigen Tagen wieder vorbei.
week-go-to-next = Zu den nächsten freien Terminen
day-empty = Keine Termine.
today = heute

## Booking form
book-title = Diesen Besuch buchen
book-party = Wer kommt
book-contact = An wen wir schreiben
book-attendees = Weitere Personen
book-attendees-hint = Alle erhalten eine eigene Einladung. Sie können stattdessen auch Ihre weiterleiten.
book-attendee-number = Person { $number }
book-add-attendee = Weitere Person
book-submit = Besuch buchen
book-what-next = Sie erhalten sofort eine E-Mail mit der Zeit auf beiden Uhren, einer Kalendereinladung und einem Link, falls Sie es sich anders überlegen.
form-faults = { $count ->
    [one] Eine Angabe muss noch einmal geprüft werden
   *[other] { $count } Angaben müssen noch einmal geprüft werden
  }
field-optional = (freiwillig)
field-city = Ihre Stadt
field-organization = Ihre Schule, Behörde, Firma oder Ihr Verein
field-name = Ihr Name
field-email = E-Mail-Adresse
field-locale = Sprache der Briefe
field-zone = Zeitzone der Briefe
field-seats = Plätze
field-note = Nachricht an den Gastgeber
field-attendee-name = Name
field-attendee-email = E-Mail-Adresse
field-reason = Grund

## Booking
booking-thanks = Vielen Dank. Es ist alles vereinbart.
booking-confirmed = Bestätigt
booking-cancelled = Abgesagt
booking-completed = Hat stattgefunden
booking-next = Wie es weitergeht
booking-next-confirmed = Alle auf der Liste haben eine Einladung erhalten. Nehmen Sie sie in Ihrem Kalender an und kommen Sie einige Minuten früher: über diese Seite oder den Link in der E-Mail.
booking-next-cancelled = Dieser Besuch findet für Sie nicht statt; die Kalender sind benachrichtigt. Wählen Sie gern einen anderen Termin.
booking-next-completed = Wir hoffen, es war eine gute Stunde. Wählen Sie gern wieder eine.
booking-join = Am Besuch teilnehmen
booking-calendar = In den Kalender eintragen
booking-others = Weitere freie Termine
booking-party = Ihre Gruppe
booking-seats = Plätze
booking-attendees = Eingeladen
booking-note = Ihre Nachricht an den Gastgeber
booking-cancel = Buchung absagen
booking-cancel-means = Ihre Plätze werden sofort wieder angeboten, und alle Eingeladenen werden per E-Mail benachrichtigt. Das lässt sich nicht rückgängig machen.
booking-cancel-confirm = Ja, Buchung absagen
booking-keep-link = Wer die Adresse dieser Seite hat, kann die Buchung ändern. Behalten Sie sie für sich.
seats = { $count ->
    [one] 1 Platz
   *[other] { $count } Plätze
  }

## Signing in
sign-in-title = Anmelden
sign-in-lead = Für Gastgeber, Koordination und Administration. Es gibt kein Passwort: Wir senden Ihnen einen Link.
sign-in-send = Link senden
sign-in-guests = Gäste brauchen kein Konto. Eine Buchung ändern Sie über den Link in der E-Mail dazu.
sign-in-sent-title = Sehen Sie in Ihr Postfach
sign-in-sent = Wenn { $email } hier bekannt ist, ist ein Link unterwegs.
sign-in-sent-next = Er gilt einmal und 15 Minuten lang. Nichts angekommen? Sehen Sie im Spam-Ordner nach und prüfen Sie die Adresse auf Tippfehler.
sign-in-demo-mail = Briefe dieser Demo öffnen
sign-in-again = Neuen Link anfordern
sign-in-enter-title = Willkommen zurück
sign-in-enter = Sie melden sich gleich als { $email } an.
sign-in-enter-button = Anmelden
sign-in-expired-title = Dieser Link gilt nicht mehr
sign-in-expired = Ein Link gilt einmal und 15 Minuten lang. Fordern Sie einen neuen an; es dauert nur einen Augenblick.

## Console
console-title = Ihre Gastgeber
console-hello = Schön, Sie zu sehen, { $name }.
console-no-hosts = Sie gehören noch zu keinem Gastgeber. Bitten Sie die Koordination Ihrer Stadt, Sie hinzuzufügen.
console-no-offers = Noch wird nichts angeboten.
console-no-slots = Keine kommenden Termine. Fügen Sie einen hinzu, und alle Partner sehen ihn sofort.
console-seats-taken = Plätze belegt
console-nobody-yet = Noch hat niemand gebucht.
console-cancel-slot = Termin absagen
console-cancel-means-nobody = Niemand hat ihn gebucht. Er verschwindet sofort von allen Seiten.
console-cancel-means = { $count ->
    [one] Eine Gruppe hat ihn gebucht und wird per E-Mail benachrichtigt. Das lässt sich nicht rückgängig machen.
   *[other] { $count } Gruppen haben ihn gebucht und werden per E-Mail benachrichtigt. Das lässt sich nicht rückgängig machen.
  }
console-cancel-confirm = Ja, absagen
console-add-slot = Termin hinzufügen
console-add-slot-button = Diesen Termin hinzufügen
console-setups = Einrichten
field-offer = Angebot
field-date = Datum
field-time = Beginn, nach der Uhr der gastgebenden Stadt
field-capacity = Plätze
field-resolution = Welcher ist gemeint?
field-city-name = Name
field-slug = Kurzname für Adressen
field-country = Land
field-city-zone = Zeitzone
field-office-from = Büro öffnet
field-office-to = Büro schließt
field-weekend = Freie Tage
field-languages = Sprachen
field-cities = Städte
field-stage = Stand
field-since = Unterzeichnet im Jahr
field-host-city = Stadt
field-host-name = Name des Gastgebers
field-track = Bereich
field-about = Über den Gastgeber
field-host = Gastgeber
field-title = Titel
field-topics = Themen
field-duration = Minuten
field-visibility = Wer es sehen darf
field-description = Was die Gäste erwartet
field-role-email = E-Mail-Adresse
field-role = Rolle
field-role-scope = Für

console-pick = Ihre Gastgeber
console-pick-summary = Gastgeber auswählen
console-host-line = { $count ->
    [0] noch keine Angebote
    [one] 1 Angebot
   *[other] { $count } Angebote
  }
console-more-slots = { $count ->
    [one] 1 späterer Termin
   *[other] { $count } spätere Termine
  }
console-not-all = { $count ->
    [one] Nur der nächste Termin wird angezeigt.
   *[other] Nur die nächsten { $count } Termine werden angezeigt.
  }
console-steps = Erste Schritte
console-steps-lead = Noch kann nichts gebucht werden. Dies sind die Schritte zum ersten Besuch; jeder öffnet sein Formular.
console-step-city = Fügen Sie Ihre Stadt hinzu und eine, die Sie treffen möchten.
console-step-partnership = Tragen Sie die Partnerschaft zwischen beiden ein.
console-step-host = Fügen Sie einen Gastgeber hinzu: wer Besuch empfängt.
console-step-offer = Beschreiben Sie, was der Gastgeber anbietet.
console-step-slot = Fügen Sie einen ersten Termin hinzu.
console-none-to-keep = Noch ist kein Gastgeber eingetragen.
add-slot-capacity-hint = Leer heißt: so viele, wie das Angebot vorsieht.
doubt-gap = In { $city } wird die Uhr in dieser Nacht vorgestellt und überspringt { $time }. Ist dieser Zeitpunkt gemeint? Wählen Sie sonst eine andere Zeit.
doubt-fold = In { $city } wird die Uhr in dieser Nacht zurückgestellt, daher gibt es { $time } zweimal.
resolution-gap-shifted = um so viel später, wie die Uhr vorgestellt wird
resolution-fold-first = bevor die Uhr zurückgestellt wird
resolution-fold-second = nachdem die Uhr zurückgestellt wurde
setup-city = Stadt hinzufügen
setup-partnership = Partnerschaft eintragen
setup-host = Gastgeber hinzufügen
setup-offer = Angebot hinzufügen
setup-role = Rolle vergeben
field-native-name = Name in der Landessprache
field-kind = Art
field-overlap = Andere Besuche
field-meeting-url = Wo er stattfindet
field-role-name = Name
field-role-locale = Sprache der Briefe
hint-slug = Kleinbuchstaben, Ziffern und Bindestriche. Später nicht mehr änderbar.
hint-country = Zwei Buchstaben, zum Beispiel TW oder US.
hint-languages = Kürzel, durch Kommas getrennt, zum Beispiel en, zh-TW.
hint-topics = Durch Kommas getrennt.
hint-meeting-url = Eine Adresse, die mit https:// beginnt. Nur wer gebucht hat, erfährt sie.
hint-role-name = Nur nötig, wenn die Person hier neu ist.
overlap-allowed = Darf stattfinden, während der Gastgeber einen anderen Besuch hat
role-admin = Administration des Ganzen
role-coordinator = Koordination
role-member = Mitglied eines Gastgebers
seen-by-public = Alle
seen-by-partners = Partnerstädte
seen-by-unlisted = Wer den Link hat
known-to-public = Alle
known-to-private = Nur wer für die beteiligten Städte arbeitet
day-mon = Montag
day-tue = Dienstag
day-wed = Mittwoch
day-thu = Donnerstag
day-fri = Freitag
day-sat = Samstag
day-sun = Sonntag

## What is wrong with a field of the console, by its code
fault-invalid-url = Bitte geben Sie eine Adresse an, die mit https:// beginnt.
fault-out-of-range = Bitte geben Sie eine Zahl von { $min } bis { $max } an.
fault-not-a-number = Bitte geben Sie eine Zahl an.
fault-count = Bitte wählen Sie { $min } bis { $max } aus.
fault-unknown = Bitte wählen Sie aus der Liste.
fault-too-many = Das sind zu viele.
fault-invalid-slug = Bitte verwenden Sie 2 bis 60 Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel new-taipei.
fault-invalid-country = Bitte geben Sie die zwei Buchstaben des Landes an, zum Beispiel TW.
fault-invalid-language = Bitte geben Sie Sprachkürzel an, zum Beispiel en, zh-TW oder ja.
fault-invalid-time = Bitte geben Sie eine Uhrzeit an, zum Beispiel 09:00.
fault-end-before-start = Das Büro muss später schließen, als es öffnet.
fault-slug-taken = Eine andere Stadt hat diesen Kurznamen schon. Bitte wählen Sie einen anderen.
fault-slot-overlaps = Der Gastgeber hat zu dieser Zeit einen anderen Besuch. Bitte wählen Sie eine andere Zeit.
fault-invalid-local-time = Bitte geben Sie Datum und Uhrzeit an.
fault-local-day-missing = Diesen Tag gibt es dort nicht: Der Kalender überspringt ihn. Bitte wählen Sie einen anderen.
fault-choose-instant = Bitte sagen Sie, welcher Zeitpunkt gemeint ist, oder wählen Sie eine andere Zeit.
fault-in-past = Bitte wählen Sie eine Zeit, die noch bevorsteht.
fault-too-far = Bitte wählen Sie eine Zeit innerhalb von zehn Jahren.
fault-not-yours = Eine der Städte muss eine sein, die Sie koordinieren.

## Letters of the demo
dev-mail-title = Briefe dieser Demo
dev-mail-lead = Nichts verlässt diesen Rechner. Dies sind die Briefe, wie sie versandt worden wären.
dev-mail-none = Noch keine Briefe. Buchen Sie einen Besuch, dann erscheinen hier die ersten.
letter-subject = Betreff
letter-to = An
letter-kind = Art
letter-at = Geschrieben
letter-state = Zustand
letter-html = Wie die meisten ihn sehen
letter-text = Text
letter-calendar = Kalender
letter-broken = Dieser Brief lässt sich nicht mehr darstellen.
letter-raw = Die ganze Nachricht
letter-kind-visit-confirmed = Einladung
letter-kind-visit-cancelled = Absage
letter-kind-series-confirmed = Besuchsreihe
letter-kind-series-cancelled = Reihe abgesagt
letter-kind-sign-in = Anmeldelink
letter-kind-visit-moved = Zeitumstellung
letter-kind-confirm-again = Bitte um erneute Bestätigung
letter-kind-answer-received = Antwort
letter-kind-time-proposed = Vorschlag einer anderen Zeit
letter-kind-address-failing = Unzustellbare Adresse
letter-state-queued = wartet
letter-state-sending = wird versandt
letter-state-sent = versandt
letter-state-dead = aufgegeben
letter-state-superseded = durch einen neueren ersetzt
letter-state-expired = zu spät zum Versenden
letter-follow = Dem Link in diesem Brief folgen

## API
docs-title = API für Programme
docs-version = Version { $version }.
docs-machine = Dasselbe für Maschinen (OpenAPI 3.1)
docs-nav-label = Operationen
docs-parameters = Parameter
docs-request = Inhalt
docs-responses = Antworten
docs-required = erforderlich

## Problems
problem-home = Zur Startseite
problem-403 = Diese Seite ist für Sie nicht zugänglich
problem-403-next = Vielleicht sind Sie unter einer anderen Adresse angemeldet, oder die Seite gehört zu einem anderen Gastgeber. Kamen Sie über ein Formular hierher, gehen Sie zurück, laden Sie es neu und senden Sie es noch einmal ab.
problem-404 = Hier ist nichts
problem-404-next = Der Link ist vielleicht alt oder unvollständig. Von der Startseite erreichen Sie jede Stadt und jede Partnerschaft.
problem-409 = Jemand war schneller
problem-409-next = Was Sie gesehen haben, hat sich inzwischen geändert. Gehen Sie zurück, um den jetzigen Stand zu sehen.
problem-422 = Etwas darin war nicht zu verstehen
problem-422-next = Gehen Sie zurück und prüfen Sie die Eingaben. Es wurde nichts geändert.
problem-429 = Das war viel auf einmal
problem-429-next = Warten Sie eine Minute und versuchen Sie es noch einmal. Es ist nichts verloren gegangen.
problem-500 = Das ist schiefgegangen, und es ist unser Fehler
problem-500-next = Der Fehler ist festgehalten. Versuchen Sie es gleich noch einmal; tritt er wieder auf, nennen Sie uns den Code unten.
problem-503 = Gleich wieder da
problem-503-next = Ein Teil des Dienstes ist gerade nicht erreichbar. Nichts Gebuchtes ist verloren. Versuchen Sie es in einer Minute noch einmal.

## Said once after something was done
done-cancelled = Der Besuch ist abgesagt. Alle Beteiligten werden per E-Mail benachrichtigt.
done-slot-added = Der Termin ist hinzugefügt. Wer die Seite gerade offen hat, sieht ihn schon.
done-slot-cancelled = Der Termin ist abgesagt. Alle, die gebucht hatten, werden per E-Mail benachrichtigt.
done-entered = Gespeichert.
done-signed-in = Sie sind angemeldet.
done-signed-out = Sie sind abgemeldet.

## Small words
list-separator = ,{" "}

## What is wrong with a field, by its code
fault-required = Bitte füllen Sie dieses Feld aus.
fault-too-long = Das ist zu lang.
fault-control-characters = Bitte entfernen Sie Zeilenumbrüche und unsichtbare Zeichen.
fault-invalid-email = Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel name@example.org.
fault-duplicate-email = Diese Adresse steht schon in der Buchung.
fault-unknown-city = Bitte wählen Sie Ihre Stadt.
fault-unknown-zone = Bitte wählen Sie eine Zeitzone aus der Liste.
fault-slot-full = Jemand war schneller: Es sind nicht mehr genug Plätze frei. Es wurde nichts gebucht.
fault-slot-closed = Dieser Termin nimmt keine Buchungen mehr an. Es wurde nichts gebucht.
fault-slot-started = Dieser Besuch hat begonnen. Es wurde nichts gebucht.
fault-visit-started = Der Besuch hat begonnen und lässt sich nicht mehr ändern.
fault-sent-before = Dieses Formular wurde schon einmal mit anderem Inhalt abgesandt. Bitte prüfen Sie es und senden Sie es noch einmal.
fault-stale-form = Dieses Formular ist zu alt. Bitte öffnen Sie die Seite neu und senden Sie es noch einmal.

## Booking
home-page-title = Besuche zwischen Partnerstädten
book-choose-city = Auswählen …
book-zone-of-city = Die der Stadt
minutes = { $count ->
    [one] 1 Minute
   *[other] { $count } Minuten
  }
clocks-apart = { $count ->
    [0] dieselbe Uhrzeit
    [one] 1 Stunde Unterschied
   *[other] { $count } Stunden Unterschied
  }
clocks-apart-exactly = { $time } Stunden Unterschied
kind-office = Behörde
kind-school = Schule
kind-university = Hochschule
kind-association = Verein
kind-company = Unternehmen

# Heading over partnerships that wait for an answer.
console-proposals = Vorgeschlagene Partnerschaften
proposal-title = Vorgeschlagen, noch nicht vereinbart
proposal-awaits = Die Zustimmung von { $cities } steht noch aus.
proposal-meaning = Bis alle Städte zugestimmt haben, wissen nur Menschen aus diesen Städten davon, und es lässt sich darüber nichts sehen oder buchen.
proposal-agree = Für Ihre Stadt zustimmen
proposal-withdraw = Zurückziehen
done-agreed = Zugestimmt. Sobald alle Städte zugestimmt haben, stehen ihre Angebote einander offen.
done-withdrawn = Der Vorschlag ist zurückgezogen.

# Letters that could not be sent, for admins.
outbox-title = Postausgang
outbox-lead = Jeder Brief wartet hier, bis der Mailserver ihn angenommen hat.
outbox-paused = Zurzeit wird nichts versandt
outbox-paused-next = Der Mailserver weist uns ab. Die Briefe warten, und keiner geht verloren; sobald die Einstellungen oder der Server in Ordnung sind, gehen sie von selbst hinaus. Er sagt:
outbox-counts = Briefe
outbox-none = Noch wurde nichts geschrieben.
outbox-dead = Aufgegeben
outbox-dead-none = Es wurde kein Brief aufgegeben.
outbox-reason = Warum
outbox-actions = Was nun
outbox-requeue = Noch einmal senden
outbox-discard = Verwerfen
done-requeued = Der Brief wartet darauf, noch einmal versandt zu werden.
done-discarded = Der Brief wurde verworfen.
letter-state-discarded = verworfen
console-outbox = Postausgang

# How each letter reads, for admins.
preview-title = Briefe zur Ansicht
preview-lead = Jeder Brief, den diese Installation schreibt, in jeder Sprache, am Beispiel eines Besuchs.
preview-harmless = Nichts davon wurde versandt. Auch die Links sind nur Beispiele: Sie führen zu nichts, was es gibt, und lassen niemanden ein.
preview-day = Tag des Besuchs
preview-day-next-day = Tags darauf in Kaohsiung
preview-day-same-day = In beiden am selben Tag
preview-day-clocks-back = Umstellung auf Winterzeit
preview-day-clocks-forward = Umstellung auf Sommerzeit
preview-show = Brief anzeigen
preview-from = Von
preview-eml = Nachricht herunterladen (.eml)

# Calendars that people subscribe to.
console-calendars = Kalender zum Abonnieren
calendars-title = Kalender zum Abonnieren
calendars-lead = Ihr Kalenderprogramm kann diesen Adressen folgen und zeigt immer den aktuellen Stand. Wer eine Adresse hat, sieht deren Besuche: Geben Sie sie mit Bedacht weiter.
feed-person = Besuche, zu denen Sie eingeladen sind oder die Sie empfangen
feed-host = Besuche, die dieser Gastgeber empfängt
feed-partnership = Besuche dieser Partnerschaft, ohne den Zugang
feed-open = Im Kalender öffnen
feed-google = Zu Google Kalender hinzufügen
feed-rotate = Adresse ändern
feed-busy = Nur die belegten Zeiten, ohne ein Wort dazu, was sie sind:
feed-slow = Kalender fragen in ihrem eigenen Takt nach: die meisten innerhalb einer Stunde, Google innerhalb eines Tages.
feed-name = Besuche: { $name }
city-feed = Im Kalender verfolgen
done-rotated = Die Adresse wurde geändert. Kalender, die der alten folgen, sehen nichts mehr.
