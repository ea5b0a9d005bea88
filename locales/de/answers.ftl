### Ob die Eingeladenen kommen: ihre Antworten und die Briefe darüber.

## Saying whether one comes
answer-title = Nehmen Sie teil?
answer-lead = { $name }, bitte sagen Sie, ob Sie teilnehmen. Bis zum Beginn des Besuchs können Sie Ihre Antwort ändern.
answer-needs-action = Noch keine Antwort
answer-accepted = Nimmt teil
answer-tentative = Vielleicht
answer-declined = Nimmt nicht teil
answer-mine-accepted = Ja, ich nehme teil
answer-mine-tentative = Vielleicht, ich weiß es noch nicht
answer-mine-declined = Nein, ich kann nicht
answer-save = Antwort senden
answer-closed = Antworten werden nicht mehr angenommen: Der Besuch hat begonnen, oder er findet nicht statt.
answer-keep-link = Wer die Adresse dieser Seite hat, kann für Sie antworten. Bitte behalten Sie sie für sich.
answer-link = Sagen, ob Sie teilnehmen
# Numbers of people.
answer-summary = Teilnahme: { $accepted } · vielleicht: { $tentative } · keine Teilnahme: { $declined } · noch keine Antwort: { $open }
answer-failing = E-Mails an diese Adresse kommen zurück
field-answer = Ihre Antwort
done-answered = Ihre Antwort ist gespeichert. Die Gastgeber sehen sie schon.

## In the letters
letter-answer-link = Sagen, ob Sie teilnehmen
letter-answer-by-link = Bitte antworten Sie über diesen Link: Antworten auf die Kalendereinladung werden nicht gelesen.
letter-answer-by-mail = Antworten Sie über diesen Link oder in Ihrem Kalender, wie Sie mögen. Bis zum Beginn des Besuchs können Sie Ihre Antwort ändern.
# To the host: somebody has answered.
letter-accepted-subject = { $name } nimmt teil: { $title }, { $date }
letter-accepted-heading = { $name } nimmt teil
letter-tentative-subject = { $name } nimmt vielleicht teil: { $title }, { $date }
letter-tentative-heading = { $name } nimmt vielleicht teil
letter-not-coming-subject = { $name } nimmt nicht teil: { $title }, { $date }
letter-not-coming-heading = { $name } nimmt nicht teil
letter-answer-note = Ein Wort von { $name }
letter-answer-booking = Buchung ansehen
# To the host: a calendar proposes another time, which follows the first of these lines.
letter-counter-subject = { $name } schlägt eine andere Zeit vor: { $title }, { $date }
letter-counter-heading = { $name } schlägt eine andere Zeit vor
letter-counter-text = Vorschlag aus dem Kalender:
letter-counter-instead = Es wurde nichts geändert. Der Besuch bleibt bei:
letter-counter-unread = Ein Kalender hat einen Vorschlag geschickt, dessen Zeit nicht gelesen werden konnte; bitte fragen Sie nach. Es wurde nichts geändert. Der Besuch bleibt bei:
# To the host: a letter came back; $status is a code such as 5.1.1.
letter-failing-subject = E-Mails an { $name } kommen zurück: { $title }, { $date }
letter-failing-heading = E-Mails an { $name } kommen zurück
letter-failing-text = Ein Brief an { $email } ist zurückgekommen (Status { $status }). Bitte melden Sie sich auf anderem Weg oder lassen Sie die Adresse berichtigen.
letter-failing-means = Weitere Briefe zum Besuch gehen dennoch dorthin, falls die Adresse wieder funktioniert.
