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
letter-answers-link = Las respuestas a la invitación de calendario aún no se leen; use el enlace de arriba.
letter-answers-contact = Las respuestas a la invitación de calendario aún no se leen; si no puede asistir, avise a la persona que hizo la reserva.

## A visit is booked
letter-confirmed-subject = Visita confirmada: { $title }, { $date }
letter-confirmed-heading = Su visita está confirmada
letter-confirmed-contact = { $host } ({ $city }) le espera. La visita se celebra en línea. Se adjunta una invitación para su calendario.
letter-confirmed-guest = { $organization } le invita a una visita en línea con { $host } ({ $city }). Se adjunta una invitación para su calendario.
letter-booked-subject = Nueva visita: { $organization }, { $date }
letter-booked-heading = Han reservado una visita con ustedes
letter-booked-text = { $organization } ({ $city }) ha reservado una visita en línea con ustedes. Se adjunta una invitación para su calendario.

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
