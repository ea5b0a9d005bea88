### A host's weekly hours, exceptions and limits.
closed-slot-notice = Este horario está demasiado próximo: el anfitrión desea saberlo con más antelación.
closed-slot-too-early = Este horario es aún demasiado lejano para reservarlo. Vuelva cuando se acerque el día.
closed-slot-day-limit = El anfitrión ya tiene ese día todas las visitas que puede recibir.
closed-slot-week-limit = El anfitrión ya tiene esa semana todas las visitas que puede recibir.
fault-slot-notice = Este horario está demasiado próximo: el anfitrión desea saberlo con más antelación. No se ha reservado nada.
fault-slot-too-early = Este horario aún no se puede reservar. No se ha reservado nada.
fault-slot-day-limit = El anfitrión no admite más visitas ese día. No se ha reservado nada.
fault-slot-week-limit = El anfitrión no admite más visitas esa semana. No se ha reservado nada.

console-availability = Horas de la semana
done-availability-saved = Las horas de la semana se han guardado.

availability-title = Horas de la semana
availability-lead = Indique cuándo recibe visitas. De ahí salen por sí solos los horarios para reservar, día tras día, y las ciudades hermanas los ven en su propio reloj.
availability-clock = Todas las horas de esta página son las de { $city }.
availability-saved = Qué ha hecho el guardado
availability-week = La semana
availability-week-hint = Una franja que termina antes de empezar termina al día siguiente. Las franjas de un mismo día que se solapan se unen en una.
availability-window-number = Franja { $number }
availability-more = Temporada y días de recuperación
availability-remove = Quitar
availability-repeat = Igual de lunes a viernes
availability-add-window = Añadir una franja
availability-dates = Otras horas en algunas fechas
availability-dates-hint = Estas horas sustituyen ese día a las de la semana. Deje las horas vacías si no recibe a nadie. Varias filas con una misma fecha son sus distintas franjas.
availability-date-number = Fecha { $number }
availability-add-date = Añadir una fecha
availability-rhythm = Ritmo
availability-step-hint = Vacío: uno tras otro, { $minutes } minutos y el tiempo libre alrededor.
availability-ahead = Con cuánta antelación
availability-horizon-hint = Vacío: { $days } días.
availability-limits = Como máximo
availability-limits-hint = Vacío significa sin límite. Los horarios son lo que se ofrece; las reservas, lo que se toma de ello.
availability-preview = Qué hará el guardado
availability-preview-button = Ver la vista previa
availability-preview-none = Corrija lo señalado y volverá la vista previa.
availability-preview-empty = De estas horas no sale ningún horario.
availability-preview-lead = Los primeros días con horarios. Las barras muestran cómo son estas horas en cada ciudad.
availability-save = Guardar
availability-more-days = Siguen más días.
availability-will-add = { $count ->
    [one] Añade un horario.
   *[other] Añade { $count } horarios.
  }
availability-will-withdraw = { $count ->
    [one] Retira un horario que nadie ha reservado.
   *[other] Retira { $count } horarios que nadie ha reservado.
  }
availability-did-add = { $count ->
    [one] Se ha añadido un horario.
   *[other] Se han añadido { $count } horarios.
  }
availability-did-withdraw = { $count ->
    [one] Se ha retirado un horario que nadie había reservado.
   *[other] Se han retirado { $count } horarios que nadie había reservado.
  }
availability-kept = { $count ->
    [one] Un horario reservado se mantiene, aunque queda fuera de estas horas.
   *[other] { $count } horarios reservados se mantienen, aunque quedan fuera de estas horas.
  }
availability-unchanged = { $count ->
    [one] Un horario queda como está.
   *[other] { $count } horarios quedan como están.
  }
availability-busy = { $count ->
    [one] Se omite un horario: el anfitrión está ocupado entonces.
   *[other] Se omiten { $count } horarios: el anfitrión está ocupado entonces.
  }
availability-called-off = { $count ->
    [one] Un horario se canceló a mano y sigue cancelado.
   *[other] { $count } horarios se cancelaron a mano y siguen cancelados.
  }
availability-nothing = No cambia nada.
availability-merged = { $day }: las franjas que se solapan pasan a ser { $span }.

field-window-day = Día
field-window-from = De
field-window-to = A
field-window-season = En qué parte del año
field-window-since = Primer día
field-window-until = Último día
field-window-makeup = Días laborables de recuperación
field-date-from = De
field-date-to = A
field-step = Un inicio cada … minutos
field-buffer-before = Minutos libres antes
field-buffer-after = Minutos libres después
field-notice = Antelación mínima
field-notice-unit = Contada en
field-horizon = Días vista
field-holidays = Días festivos
field-slots-day = Horarios al día
field-slots-week = Horarios a la semana
field-bookings-day = Reservas al día
field-bookings-week = Reservas a la semana

window-season-always = Todo el año
window-season-dates = Entre dos fechas, una vez
window-season-yearly = Entre dos días, cada año
window-season-from-until = del { $since } al { $until }
window-makeup-no = Solo si caen en este día
window-makeup-yes = Abierto también en días de recuperación
window-holidays-skip = No se recibe a nadie
window-holidays-offer = Como cualquier otro día
notice-unit-minutes = minutos
notice-unit-hours = horas
notice-unit-days = días
time-fate-new = nuevo
time-fate-stands = ya existe
time-fate-overlaps = omitido: el anfitrión está ocupado
time-fate-called-off = cancelado

fault-empty-window = Debe terminar a una hora distinta de la que empieza.
fault-invalid-season = Indique dos fechas o deje «todo el año».
fault-ends-before-start = Es anterior al primer día.
fault-given-twice = Esta fecha figura dos veces.
fault-invalid-date = Indique una fecha.
fault-too-many-times = De estas horas salen más de 5000 horarios. Indique menos horas, un intervalo mayor o un último día más próximo.
fault-version-mismatch = Otra persona ha guardado entretanto otras horas. Abra la página de nuevo y repita su cambio.
