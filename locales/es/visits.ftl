### Holds, approval, waiting lists, rescheduling: the life of a visit.

## Where a booking stands
booking-requested = A la espera de respuesta
booking-declined = Rechazada
booking-lapsed = Caducada
booking-next-requested = Sus plazas quedan guardadas hasta que se responda la solicitud. Quien hizo la reserva recibirá un correo.
booking-next-declined = La solicitud se ha rechazado. Puede elegir otro horario.
booking-next-lapsed = Nadie respondió a tiempo y la solicitud ha caducado. Puede volver a solicitarla.
# $when is a date and a time with its offset.
booking-respond-by = Se espera una respuesta antes del { $when }.
booking-approvals = Respuestas hasta ahora
booking-approved-by-host = La ciudad anfitriona ha dado su aprobación.
booking-approved-by-guests = La ciudad visitante ha dado su aprobación.
booking-group = Personas
booking-language = Idioma deseado
booking-interpreter = Se desea intérprete
booking-accessibility = Qué necesita para participar
booking-too-late = Ya es tarde para cambiar esta visita aquí. Consulte al anfitrión.

## Moving a booking
booking-move = Elegir otro horario
booking-move-means = Sus plazas se trasladan con usted: las nuevas se toman y las anteriores se liberan en un solo paso. Se avisa a todas las personas invitadas.
booking-move-asks = El nuevo horario requiere una nueva aprobación.
booking-move-confirm = Trasladar la visita
booking-move-none = Ahora mismo ningún otro horario tiene plazas suficientes.
field-slot-id = Nuevo horario

## Who comes
booking-people = Cambiar quién viene
booking-people-means = Las personas nuevas reciben una invitación. A quien se retira se le avisa, solo a esa persona. Las filas vacías se omiten.
booking-people-confirm = Guardar la lista

## Holds
hold-kept = Sus plazas quedan guardadas mientras rellena el formulario.
hold-lost = Las plazas ya no están guardadas para usted. Aun así puede intentar reservar.
hold-others = Alguien está reservando las últimas plazas. Si desiste, aparecerán aquí al instante.
slot-held = Reservándose ahora

## Waiting lists
waiting-title = Lista de espera
waiting-join-lead = Cuando quedan plazas libres, se guardan para quienes esperan, por orden de inscripción.
waiting-join = Apuntarse a la lista de espera
waiting-length = { $count ->
    [0] No espera nadie.
    [one] Espera un grupo.
   *[other] Esperan { $count } grupos.
  }
waiting-waiting = Está en espera
waiting-offered = Se le guardan plazas
waiting-booked = Ha reservado
waiting-passed = Su turno ha pasado
waiting-left = Ha dejado la lista
waiting-ended = Ya no hay nada que esperar
waiting-ahead = { $count ->
    [0] Es su turno a continuación.
    [one] Hay un grupo delante.
   *[other] Hay { $count } grupos delante.
  }
waiting-until = Se guardan hasta { $when }; después pasan a los siguientes.
waiting-book = Reservar estas plazas
waiting-leave = Dejar la lista de espera
waiting-leave-means = Su puesto pasa a quienes van detrás.
waiting-keep-link = Quien tenga la dirección de esta página puede usar su puesto. No la comparta.
waiting-seats = Plazas deseadas

## What an offer asks
field-group-size = Cuántas personas vienen
field-language = Idioma deseado
field-interpreter = Deseamos un intérprete
field-accessibility = Qué necesita para participar
field-consent = Estamos de acuerdo
book-questions = Preguntas del anfitrión
book-no-wish = Sin preferencia
book-yes = Sí
book-no = No
book-approval = El anfitrión responde a cada solicitud. Hasta entonces se guardan sus plazas.
book-approval-both = Las dos ciudades responden a cada solicitud. Hasta entonces se guardan sus plazas.
book-ask = Enviar la solicitud

## The console
console-requests = Solicitudes por responder
console-requests-none = No hay solicitudes pendientes.
console-approve = Aprobar
console-decline = Rechazar
console-decline-means = Se avisa a los visitantes, con su motivo. Las plazas quedan libres.
console-capacity = Plazas
console-capacity-save = Cambiar las plazas
console-close = Cerrar a reservas
console-reopen = Abrir a reservas
console-waiting = { $count ->
    [one] Espera un grupo
   *[other] Esperan { $count } grupos
  }
console-held = { $count ->
    [one] Se está reservando una plaza
   *[other] Se están reservando { $count } plazas
  }
console-move = Trasladar a otro horario
field-capacity-of = Plazas

## Done
done-moved = La visita se ha trasladado. Se avisa por correo a todas las personas invitadas.
done-people = La lista se ha guardado.
done-approved = Aprobada.
done-declined = Rechazada. Se avisa por correo a los visitantes.
done-resized = El número de plazas ha cambiado. Quien esté mirando la página ya lo ve.
done-closed = Este horario no admite más reservas.
done-reopened = Este horario vuelve a admitir reservas.
done-left = Ha dejado la lista de espera.
done-joined = Está en la lista de espera. Un correo con su enlace va en camino.

## What is wrong
fault-too-late = Ya es tarde para cambiar esta visita aquí. Consulte al anfitrión.
fault-booking-state = La situación ha cambiado entretanto. Vea cómo está ahora.
fault-seats-taken = Hay más plazas ocupadas o reservándose.
fault-slot-cancelled = Este horario no se celebra.
fault-party-limit = Ha reservado tantas veces como puede un grupo. No se ha reservado nada.
fault-city-limit = Su ciudad ha reservado tantas veces como puede una ciudad. No se ha reservado nada.
fault-hold-expired = Las plazas ya no están guardadas para usted. No se ha reservado nada.
fault-too-many-holds = Hay demasiados formularios abiertos a la vez. Termine o deje antes otro.
fault-no-waiting-list = Para esto no hay lista de espera.
fault-seats-left = Ahora hay plazas libres: resérvelas.
fault-already-waiting = Esta dirección ya está en la lista de espera.
fault-waiting-list-full = Hay demasiados en espera. Elija otro horario.
fault-other-offer = Elija un horario de la misma visita.
fault-other-slot = Estas plazas se guardaban para otro horario.
fault-consent-required = Debe aceptarlo para poder reservar.
fault-unknown-choice = Elija una de las respuestas.
fault-one-per-party = Su grupo ocupa una plaza, sean cuantos sean.
fault-not-seats = Tome una plaza por cada persona.

## Kinds of letters
letter-kind-visit-rescheduled = Cambio de hora
letter-kind-visit-requested = Solicitud recibida
letter-kind-visit-to-approve = Solicitud por responder
letter-kind-visit-declined = Solicitud rechazada
letter-kind-visit-lapsed = Solicitud caducada
letter-kind-visit-left = Baja de la lista
letter-kind-waiting-joined = Lista de espera
letter-kind-waiting-offered = Plazas guardadas

## A clock's new rules took a visit out of a city's reachable hours
booking-again = Pendiente de nueva confirmación
booking-again-city = Las reglas de un reloj han cambiado y la visita queda ahora de noche en { $city }. Sigue en pie; se ha preguntado a la coordinación de { $city } si los participantes pueden asistir.
booking-again-button = Confirmar de nuevo
console-again = Visitas pendientes de nueva confirmación

## The editor of how an offer is booked
policy-title = Cómo se reserva
policy-lead = Quién aprueba, cuántas personas puede tener un grupo y qué se pregunta a los visitantes. Vale para las reservas desde ahora.
policy-no-limit = 0 significa sin límite.
policy-questions = Preguntas a los visitantes
policy-questions-hint = Una fila sin pregunta se omite.
policy-question = Pregunta { $number }
policy-choices-hint = Sepárelas con punto y coma.
policy-save = Guardar
console-policy = Cómo se reserva
done-policy-saved = Guardado. Vale desde ahora.
field-approval = Aprobación
approval-instant = Nadie: se confirma al momento
approval-host = El anfitrión
approval-both = Una persona coordinadora de cada ciudad
field-approval-hours = Horas hasta que caduca una solicitud
field-change-hours = Horas antes de la visita hasta las que se puede cambiar
field-seat = Qué es una plaza
seat-person = Una plaza para una persona
seat-party = Una plaza para un grupo
field-group-max = Máximo de personas de un grupo
field-party-limit = Máximo de reservas abiertas de un grupo
field-city-limit = Máximo de reservas abiertas de una ciudad
field-asks = Se ofrece a los visitantes
asks-waiting-list = Lista de espera cuando está completo
asks-language = Pedir uno de los idiomas
asks-interpreter = Pedir intérprete
asks-accessibility = Decir qué necesitan para participar
field-policy-consent = A qué deben dar su acuerdo
field-question-text = Pregunta
field-question-kind = Se responde con
question-text = Un texto
question-choice = Una opción
question-yes-no = Sí o no
field-question-choices = Opciones
field-question-required = Respuesta obligatoria
