### The words of the letters.

## Every letter
letter-greeting = Hola, { $name }:
# Under every letter; $url is the installation's address.
letter-footer = Enviado por Sisterline, { $url }
# A label and what it stands for, in the plain text.
letter-labelled = { $label }: { $value }

## Times
# $date with its day of the week, $range of times, $offset from UTC.
letter-when = { $date }, { $range } ({ $offset })
# A moment whose date differs from the reader's; $shift is the next or previous day.
letter-when-shifted = { $when }, { $shift }
letter-next-day = al día siguiente
letter-previous-day = el día anterior
# The clock changes during the visit: the offset before and after.
letter-offset-change = { $before }, después { $after }
# The reader's own time, where their zone is that of their side's city.
letter-your-time-in = Su hora, en { $city }
# The reader's own time, where it is another zone.
letter-your-time = Su hora ({ $zone })
# A city with its name in its own language.
letter-place = { $name } ({ $native })

## A visit
# What an event in the calendar is called; $with is the other side.
letter-summary = { $title } – { $with }
letter-fact-visit = Visita
letter-fact-host = Anfitrión
letter-fact-guests = Visitantes
letter-fact-seats = Plazas
# Somebody and where they are.
letter-of-city = { $name }, { $city }
letter-note = Mensaje de los visitantes
letter-reason = Motivo indicado
letter-join = Unirse a la visita
letter-no-link-guest = Aún no se ha indicado un enlace para la reunión. El anfitrión le dirá cómo participar.
letter-no-link-host = Aún no se ha indicado un enlace para la reunión. Diga a sus visitantes cómo participar.
letter-manage = Ver o cancelar su reserva
letter-manage-secret = Quien tenga este enlace puede cancelar la visita; le rogamos que no lo reenvíe.
letter-view = Ver la reserva
letter-console = Gestionar sus visitas
letter-ask-contact = Para cambiar o cancelar la visita, diríjase a la persona que la reservó ({ $organization }).

## A visit is booked
letter-confirmed-subject = Visita confirmada: { $title }, { $date }
letter-confirmed-heading = Su visita está confirmada
letter-confirmed-contact = { $host }, en { $city }, le espera. La visita se celebra en línea. Se adjunta una invitación para su calendario.
letter-confirmed-guest = { $organization } le invita a una visita en línea con { $host }, en { $city }. Se adjunta una invitación para su calendario.
letter-booked-subject = Nueva visita: { $organization }, { $date }
letter-booked-heading = Han reservado una visita con ustedes
letter-booked-text = { $organization }, de { $city }, ha reservado una visita en línea con ustedes. Se adjunta una invitación para su calendario.

## The rules of a clock changed, and with them the instant of a visit
letter-clock-moved-subject = Nueva hora: { $title }, { $date }
letter-clock-moved-heading = Su visita empieza a otra hora
# $city is the host's, in whose clock the visit was promised.
letter-clock-moved-text = Las reglas del reloj han cambiado. El reloj de { $city } marca al empezar la visita la misma hora que antes; para los demás puede ser otra. La actualización adjunta la traslada en su calendario. Si no puede asistir a la nueva hora, le rogamos que lo diga.
letter-fact-was = Iba a ser

## A visit is called off
letter-cancelled-subject = Visita cancelada: { $title }, { $date }
letter-cancelled-heading = La visita se ha cancelado
letter-cancelled-text = Esta visita no se celebrará. La actualización adjunta la retira de su calendario.

## Signing in
letter-sign-in-subject = Su enlace para iniciar sesión en Sisterline
letter-sign-in-heading = Iniciar sesión en Sisterline
# $count is a number of minutes.
letter-sign-in-text = { $count ->
    [one] Con el enlace siguiente inicia sesión. Funciona una sola vez, durante un minuto.
   *[other] Con el enlace siguiente inicia sesión. Funciona una sola vez, durante { $count } minutos.
  }
letter-sign-in-link = Iniciar sesión
letter-sign-in-ignore = Si no lo ha pedido, ignore este mensaje: nadie puede iniciar sesión sin el enlace.

letter-test-subject = Una carta para comprobar que el correo llega
letter-test-text = Esta es una prueba de { $url }. Ha llegado, así que las cartas enviadas desde allí pueden alcanzarle.

    Si está en el correo no deseado, conviene revisar los registros DNS del dominio del remitente (SPF, DKIM, DMARC).

## A series
letter-series-subject = { $count ->
    [one] Serie acordada: { $title }, una visita
   *[other] Serie acordada: { $title }, { $count } visitas
  }
letter-series-heading = Se ha acordado una serie de visitas
letter-series-text = { $count ->
    [one] { $organization } y { $host } se reunirán en línea una vez.
   *[other] { $organization } y { $host } se reunirán en línea { $count } veces.
  }
letter-series-times = Las visitas:
letter-series-invites = La invitación a la primera visita llega de inmediato; cada una de las demás, dos semanas antes de su visita.
letter-series-manage = Ver la serie o cancelar visitas
letter-series-view = Ver la serie
letter-series-cancelled-subject = Visitas canceladas: { $title }, { $count } de la serie
letter-series-cancelled-heading = Se han cancelado visitas de una serie
letter-series-cancelled-text = { $count ->
    [one] Una visita de { $organization } con { $host } no se celebrará.
   *[other] { $count } visitas de { $organization } con { $host } no se celebrarán.
  }

## Approval, moving, waiting
# $when is a date and a time with its offset.
letter-respond-by = Se espera una respuesta antes del { $when }. Sin ella, la solicitud caduca y sus plazas quedan libres.
letter-moved-subject = Visita trasladada: { $title }, { $date }
letter-moved-heading = La visita tiene una nueva hora
letter-moved-text = Esta visita se ha trasladado. La actualización adjunta la cambia en su calendario.
letter-requested-subject = Solicitud recibida: { $title }, { $date }
letter-requested-heading = Hemos recibido su solicitud
letter-requested-text = { $host }, en { $city }, ha recibido la solicitud de { $organization }. Sus plazas quedan guardadas hasta que haya respuesta; la recibirá por correo.
letter-approve-subject = Se espera su respuesta: { $organization }, { $date }
letter-approve-heading = Una visita espera su respuesta
letter-approve-text = { $organization }, de { $city }, solicita una visita en línea. Le rogamos que la apruebe o la rechace.
letter-approve-console = Responder en el panel
letter-declined-subject = Visita rechazada: { $title }, { $date }
letter-declined-heading = La visita se ha rechazado
letter-declined-text = La solicitud de esta visita se ha rechazado. Sus plazas quedan libres; puede elegir otro horario.
letter-lapsed-subject = Sin respuesta a tiempo: { $title }, { $date }
letter-lapsed-heading = Nadie respondió a tiempo
letter-lapsed-text = La solicitud de esta visita no se respondió a tiempo y ha caducado. Sus plazas quedan libres; puede elegir otro horario.
letter-left-subject = Ya no está en la lista: { $title }, { $date }
letter-left-heading = Ya no está en la lista de esta visita
letter-left-text = Se le ha retirado de la lista de esta visita, que se celebrará sin usted. La actualización adjunta la quita de su calendario.
letter-cancelled-text-only = Esta visita no se celebrará.
letter-waiting-joined-subject = Está en la lista de espera: { $title }
letter-waiting-joined-heading = Está en la lista de espera
letter-waiting-joined-text = En cuanto haya sitio, se le guardarán plazas y recibirá un correo, por orden de inscripción.
letter-waiting-joined-link = Ver su puesto
letter-waiting-offered-subject = Plazas para usted: { $title }, hasta { $until }
letter-waiting-offered-heading = Han quedado plazas libres para usted
letter-waiting-offered-text = Se le guardan plazas hasta { $until }. Resérvelas antes; después pasan a los siguientes.
letter-waiting-offered-link = Reservar estas plazas
letter-waiting-leave = Con el mismo enlace puede dejar la lista de espera en cualquier momento.

## A city has to confirm a visit again
letter-confirm-again-subject = Confirme de nuevo, por favor: { $title }, { $date }
letter-confirm-again-heading = Una visita ha quedado a una hora intempestiva
letter-confirm-again-text = Las reglas de un reloj han cambiado y esta visita queda ahora antes de las 7:00 o después de las 22:00 en su ciudad. Sigue en pie. Confirme que los participantes pueden asistir o acuerde otra hora con el anfitrión.
letter-confirm-again-link = Ver la visita y confirmarla

## A visit comes up, and who wants to hear no more of that
letter-reminder-subject = Recordatorio: { $title }, { $date }
letter-reminder-heading = Se acerca su visita
letter-reminder-guest = { $host }, en { $city }, le espera. La visita se celebra en línea.
letter-reminder-host = { $organization }, de { $city }, le hará una visita en línea.
letter-soon-subject = Empieza pronto: { $title }, { $date }
letter-soon-heading = Su visita empieza pronto
letter-unsubscribe-reminders = No recibir más recordatorios
unsubscribe-reminders-title = Recordatorios de visitas
unsubscribe-reminders-ask = ¿Desea que { $email } no reciba más recordatorios de visitas? Las invitaciones y cancelaciones seguirán llegando.
unsubscribe-reminders-leave = No recibir más recordatorios
unsubscribe-reminders-left = { $email } ya no recibe recordatorios de visitas. Las invitaciones y cancelaciones siguen llegando.
unsubscribe-reminders-join = Volver a recibir recordatorios
unsubscribe-reminders-joined = { $email } recibe recordatorios de visitas.
letter-kind-visit-reminder = Recordatorio
letter-kind-visit-soon = Recordatorio poco antes
