### Hosts' own calendars, which say when they are busy.
slot-busy = Anfitrión ocupado
closed-slot-busy = El anfitrión está ocupado a esa hora. Si eso cambia, el horario se abrirá de nuevo por sí solo.
fault-slot-busy = El anfitrión está ocupado a esa hora. No se ha reservado nada.
console-own-calendar = Calendario propio
own-calendar-title = Cuándo está ocupado
own-calendar-lead = Indique la dirección del calendario propio de este anfitrión. Mientras diga «ocupado», sus horarios no admiten reservas; después se abren de nuevo por sí solos. Las visitas reservadas siguen reservadas.
own-calendar-keeps = Solo guardamos cuándo está ocupado, nunca cómo se llaman sus eventos ni quién participa.
own-calendar-where = En Google Calendar: Configuración, su calendario, «Dirección secreta en formato iCal». En Outlook: Configuración, Calendarios compartidos, publicar con «solo disponibilidad», vínculo ICS. En iCloud: compartir como calendario público.
own-calendar-status = El calendario ahora
own-calendar-server = Calendario en { $server }
own-calendar-read = Última lectura: { $time }
own-calendar-next = Próxima consulta: { $time }
own-calendar-waits = Todavía no se ha leído. Tarda un momento.
own-calendar-failed = La última consulta ha fallado: { $reason }
own-calendar-stays = Lo que decía antes sigue contando.
own-calendar-skipped = { $count ->
    [one] Una parte no se ha entendido.
   *[other] { $count } partes no se han entendido.
}
own-calendar-enter = Indicar una dirección
own-calendar-replace = Indicar otra dirección
field-address = Dirección secreta en formato iCal
own-calendar-hint = Empieza por https:// o webcal://. Se guarda cifrada y no se vuelve a mostrar.
own-calendar-save = Seguir este calendario
own-calendar-check = Consultar ahora
own-calendar-remove = Dejar de seguirlo
own-calendar-remove-means = Los horarios cerrados por este calendario se abren al momento y se olvida su dirección.
fault-not-allowed = No se puede consultar esta dirección. Indique una que empiece por https://, sin nombre de usuario.
fault-calendar-asked = El calendario se ha consultado hace un momento. Inténtelo de nuevo dentro de un minuto.
done-calendar-saved = Se está leyendo el calendario.
done-calendar-check = Se está consultando el calendario.
done-calendar-removed = Ya no se sigue el calendario.
calendar-fault-address = su dirección no lleva a ninguna parte, o a un lugar que no consultamos.
calendar-fault-connect = no se ha podido establecer una conexión segura.
calendar-fault-slow = el servidor ha tardado demasiado.
calendar-fault-refused = el servidor no lo ha entregado.
calendar-fault-gone = ya no existe, o no para nosotros. Indique de nuevo su dirección.
calendar-fault-too-large = es demasiado grande.
calendar-fault-too-many = tiene demasiados eventos.
calendar-fault-not-a-calendar = lo que hay allí no es un calendario.
calendar-fault-sealed = su dirección ya no se puede leer. Indíquela de nuevo.
console-clashes = Reservado cuando está ocupado
console-clashes-lead = Su propio calendario dice que está ocupado durante estas visitas reservadas. No se ha cambiado nada: mueva una de las dos cosas o déjelo así.
console-clash-seen = Lo he visto
