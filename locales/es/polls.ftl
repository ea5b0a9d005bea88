### Polls: a coordinator proposes times, the people of each city answer.

poll-list = Encuestas
poll-new = Preguntar por una hora
poll-new-lead = Proponga hasta 20 horas. La gente de cada ciudad dice por un enlace, sin cuenta, cuáles le convienen.
poll-none = Todavía no hay encuestas.
poll-no-desk = Podrá preguntar en cuanto todas las ciudades de un hermanamiento suyo lo hayan aceptado.
poll-state-open = Abierta
poll-state-closed = Hora elegida
poll-state-cancelled = Cancelada
poll-state-lapsed = Vencida
poll-answers = { $count ->
    [one] Una respuesta
   *[other] { $count } respuestas
  }
poll-deadline = Respuestas hasta el { $when }

## Opening one
poll-field-what = Qué se visita
poll-field-guests = De qué ciudad vienen los invitados
poll-field-guests-partner = La ciudad hermana
poll-field-title = De qué se trata
poll-field-title-hint = Si queda vacío, el título de la visita.
poll-field-note = Qué más conviene saber
poll-field-deadline = Respuestas hasta
poll-field-deadline-hint = En la hora de la ciudad anfitriona. Si queda vacío, hasta que empiece la última hora.
poll-field-zone = En la hora de
poll-field-time = Hora { $number }
poll-found = Horas encontradas
poll-typed = Otras horas
poll-typed-hint = Rellene cuantas quiera.
poll-create = Preguntar a las ciudades
poll-ask-people = Preguntar por las horas marcadas
poll-propose = Proponer esta hora

## The tally
poll-tally = Cómo va
poll-how = Cuentan las ciudades, no las cabezas: una hora es tan buena como lo sea para la ciudad a la que menos le conviene. «Si hace falta» cuenta la mitad. Si nadie de una ciudad puede, la hora queda descartada. En caso de empate decide la carga de las ciudades.
poll-best = La que mejor conviene hasta ahora
poll-chosen = Elegida
poll-past = Ya pasó
poll-blocked = No puede nadie de: { $cities }
poll-counts = { $yes } sí · { $maybe } si hace falta · { $no } no
poll-unheard = aún sin respuesta
poll-answer-yes = Sí
poll-answer-if-need-be = Si hace falta
poll-answer-no = No

## For coordinators
poll-links = Un enlace para cada ciudad
poll-links-lead = Quien tenga el enlace de una ciudad puede responder por ella. Páselo solo dentro de la ciudad.
poll-link-of = Enlace para { $city }
poll-who = Quién ha respondido
poll-wants-invite = desea una invitación
poll-close-at = Elegir esta hora
poll-close-means = La visita queda reservada. Se invita a quienes pueden y dejaron una dirección, 50 como máximo.
poll-close-request = La visita queda solicitada y el anfitrión responde. Entonces se invita a quienes pueden y dejaron una dirección, 50 como máximo.
poll-cancel = Cancelar la encuesta
poll-cancel-means = Nadie podrá responder más y no se reserva nada.
poll-to-booking = A la reserva

## Answering
poll-asks = ¿Qué horas le convienen?
poll-for-city = Responde usted por { $city }.
poll-email = Correo electrónico para la invitación
poll-email-hint = Solo si desea una. No se muestra a nadie y se olvida 90 días después de la encuesta.
poll-send = Enviar mi respuesta
poll-change = Cambiar mi respuesta
poll-own-link = Su propio enlace, para cambiar la respuesta desde otro dispositivo. No lo pase a nadie:
poll-updated = El recuento ha cambiado.
poll-over-closed = Se eligió una hora: { $when }.
poll-over-cancelled = Esta encuesta se canceló.
poll-over-lapsed = Esta encuesta ha vencido. No se eligió ninguna hora.

## What is said afterwards
done-poll-opened = Se ha preguntado a las ciudades. Su coordinación recibe una carta con el enlace.
done-poll-voted = Su respuesta ha llegado. Puede cambiarla aquí hasta que termine la encuesta.
done-poll-cancelled = La encuesta está cancelada.
fault-poll-closed = Ya se ha elegido una hora. No se cambió nada.
fault-poll-cancelled = Esta encuesta se canceló. No se cambió nada.
fault-poll-lapsed = Esta encuesta ha vencido. No se cambió nada.
fault-poll-full = Ya han respondido cuantos pueden. Pregunte a la coordinación de su ciudad.
poll-fault-candidates = Proponga al menos una hora y como máximo 20.
poll-fault-answers = Responda a cada hora.
poll-fault-time = Indique una hora futura dentro de un año, cada una solo una vez.
poll-fault-no-single-time = Entonces cambia la hora: esta se salta o viene dos veces. Elija otra.
poll-fault-taken = El anfitrión tiene ya otra cosa a esa hora. La encuesta sigue abierta; elija otra hora.
poll-fault-rest = El hermanamiento está en pausa o no lo han aceptado todas sus ciudades.

## The letter
letter-kind-poll-opened = Encuesta
letter-poll-opened-subject = ¿Qué hora conviene a { $city }? { $title }
letter-poll-opened-heading = Se pregunta a su ciudad por una hora
letter-poll-opened-text = { $organization } y { $host } quieren reunirse en línea. Estas son las horas propuestas; la gente de { $city } dice cuáles le convienen.
letter-poll-opened-times = Las horas:
letter-poll-opened-deadline = Se admiten respuestas hasta el { $when }.
letter-poll-opened-link = Responder por { $city }
letter-poll-opened-pass-on = Pase este enlace a quienes deban responder en su ciudad; no necesitan cuenta. Le rogamos que no lo envíe a otras ciudades.
letter-poll-opened-console = Ver todas las respuestas y elegir la hora
