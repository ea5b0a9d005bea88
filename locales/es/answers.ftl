### Si los invitados asisten: sus respuestas y las cartas sobre ellas.

## Saying whether one comes
answer-title = ¿Asistirá?
answer-lead = { $name }, le rogamos que diga si asistirá. Puede cambiar su respuesta hasta que empiece la visita.
answer-needs-action = Aún sin respuesta
answer-accepted = Asiste
answer-tentative = Quizá
answer-declined = No asiste
answer-mine-accepted = Sí, asistiré
answer-mine-tentative = Quizá; aún no lo sé
answer-mine-declined = No, no puedo asistir
answer-save = Enviar la respuesta
answer-closed = Ya no se admiten respuestas: la visita ha empezado o no se celebra.
answer-keep-link = Quien tenga la dirección de esta página puede responder por usted. No la comparta.
answer-link = Decir si asistirá
# Numbers of people.
answer-summary = Asisten: { $accepted } · quizá: { $tentative } · no asisten: { $declined } · sin respuesta: { $open }
answer-failing = El correo a esta dirección vuelve
field-answer = Su respuesta
done-answered = Su respuesta está guardada. El anfitrión ya la ve.

## In the letters
letter-answer-link = Decir si asistirá
letter-answer-by-link = Responda con este enlace: las respuestas a la invitación de calendario no se leen.
letter-answer-by-mail = Responda con este enlace o en su calendario, como prefiera. Puede cambiar su respuesta hasta que empiece la visita.
# To the host: somebody has answered.
letter-accepted-subject = { $name } asiste: { $title }, { $date }
letter-accepted-heading = { $name } asiste
letter-tentative-subject = { $name } quizá asista: { $title }, { $date }
letter-tentative-heading = { $name } quizá asista
letter-not-coming-subject = { $name } no asiste: { $title }, { $date }
letter-not-coming-heading = { $name } no asiste
letter-answer-note = Unas palabras de { $name }
letter-answer-booking = Ver la reserva
# To the host: a calendar proposes another time, which follows the first of these lines.
letter-counter-subject = { $name } propone otra hora: { $title }, { $date }
letter-counter-heading = { $name } propone otra hora
letter-counter-text = Propuesta de su calendario:
letter-counter-instead = No se ha cambiado nada. La visita sigue siendo:
letter-counter-unread = Un calendario ha enviado una propuesta, pero no se pudo leer su hora; le rogamos que pregunte. No se ha cambiado nada. La visita sigue siendo:
# To the host: a letter came back; $status is a code such as 5.1.1.
letter-failing-subject = El correo a { $name } vuelve: { $title }, { $date }
letter-failing-heading = El correo a { $name } vuelve
letter-failing-text = Una carta a { $email } ha vuelto (estado { $status }). Póngase en contacto de otro modo o pida que se corrija la dirección.
letter-failing-means = Las demás cartas sobre la visita se siguen enviando allí, por si la dirección vuelve a funcionar.
