### Where visits take place.

rooms-title = Wo die Besuche stattfinden
rooms-lead = Die Adresse erfahren nur, wer kommt, und Ihre eigenen Leute. Wenn Sie sie ändern, erhalten alle, deren Besuch das betrifft, eine aktualisierte Einladung.
rooms-offer = Für alle Zeiten dieses Angebots
rooms-made = Wo nichts angegeben ist, bekommt jede Zeit einen eigenen Raum, sobald ein Besuch bestätigt ist; seinen Namen kann niemand erraten.
rooms-unmade = Wo nichts angegeben ist, sagen Sie Ihren Gästen bitte selbst, wie sie teilnehmen.
rooms-slots = Für einzelne Zeiten
rooms-slots-hint = Leer lassen, wenn die Adresse des Angebots gilt.
rooms-save = Speichern
rooms-now = Findet statt unter
rooms-none = Es steht keine Zeit bevor.
console-rooms = Besprechungsraum
done-room-saved = Gespeichert. Wer zu einem betroffenen Besuch kommt, wurde benachrichtigt.

## The letter to those whose visit takes place elsewhere
letter-meeting-subject = Neuer Link zur Teilnahme: { $title }, { $date }
letter-meeting-heading = Der Besuch findet unter einer anderen Adresse statt
letter-meeting-text = Die Zeit bleibt gleich. Bitte benutzen Sie den Link in diesem Brief; die beigefügte Aktualisierung trägt ihn in Ihren Kalender ein.
