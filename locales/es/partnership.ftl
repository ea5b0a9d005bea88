### The life of partnerships, and what is left of visits.

## How a partnership is doing
life-title = Cómo va
life-last = Última visita
life-next = Próxima visita
life-none-yet = Todavía ninguna
life-none-ahead = Ninguna prevista
life-numbers = Visitas y personas por año
life-numbers-none = Las cifras empiezan con la primera visita.
life-year = Año
life-visits = Visitas
life-people = Personas
life-tracks = Quién las recibió
life-visit-count = { $count ->
    [one] Una visita
   *[other] { $count } visitas
  }
life-people-count = { $count ->
    [one] una persona
   *[other] { $count } personas
  }
life-recent = Visitas para recordar
life-outcomes = Lo que aportaron las visitas
life-side-hosts = Los anfitriones
life-side-guests = Los visitantes
life-history = Cómo ha llegado hasta aquí
history-proposed = Registrado: { $stage }
history-agreed = { $city } dio su acuerdo
history-stage = Nueva etapa: { $stage }
history-pilot = La prueba dura hasta el { $date }
history-facts = Datos modificados
# Who wrote a line of the history.
history-by = por { $name }
pilot-until = En prueba hasta el { $date }
pilot-outcome-continued = La prueba continúa como hermanamiento
pilot-outcome-ended = La prueba ha terminado
pilot-outcome-extended = La prueba se prolonga
life-edit = Editar este hermanamiento

## The coordinators' overview
overview-title = Sus hermanamientos
overview-lead = Primero, los que necesitan su atención.
overview-none = Sus ciudades aún no tienen hermanamientos.
attention-pilot-over = La prueba ha terminado: indique el resultado
attention-proposal = Pendiente de acuerdo
attention-pilot-ends = La prueba termina pronto
attention-pilot-open = La prueba no tiene fecha de fin
attention-dormant = Inactivo desde hace mucho
attention-quiet = Sin actividad reciente
overview-fine = Todo en orden

## Editing a partnership
edit-title = Editar: { $cities }
edit-pilot-title = ¿Cómo acaba la prueba?
edit-pilot-means = La frase se muestra en la página del hermanamiento.
edit-stage-title = Cambiar de etapa
edit-facts-title = Datos
edit-save = Guardar
edit-meanwhile = Entretanto otra persona ha guardado cambios. Mire cómo está ahora y repita el suyo.
field-outcome = Resultado
field-pilot-ends = Último día de la prueba
field-pilot-ends-hint = Necesario cuando una prueba empieza o se prolonga.
field-why = Por qué
done-partnership-saved = Guardado. El historial tiene una línea nueva.
fault-stage-not-reachable = Desde la etapa actual no se puede pasar a esta.
fault-not-a-pilot = Solo lo tiene una prueba.
fault-outcome-contradicts = El resultado no concuerda con la etapa o la fecha.
fault-partnership-proposed = Las demás ciudades aún no han dado su acuerdo.
fault-not-visited = La visita no ha empezado o no tuvo lugar.

## Whether somebody is reminded of a quiet partnership
unsubscribe-quiet-partnerships-title = Cartas cuando no hay actividad
unsubscribe-quiet-partnerships-ask = Mientras no haya visitas en el hermanamiento { $cities }, { $email } recibe una carta al mes con horas que convienen a todas las ciudades. ¿Desea que dejen de llegar?
unsubscribe-quiet-partnerships-leave = No recordarme más
unsubscribe-quiet-partnerships-left = { $email } ya no recibe recordatorios de este hermanamiento: { $cities }. Todas las demás cartas siguen llegando.
unsubscribe-quiet-partnerships-join = Recordarme de nuevo
unsubscribe-quiet-partnerships-joined = Mientras no haya visitas en el hermanamiento { $cities }, { $email } recibe una carta al mes con horas que convienen a todas las ciudades.

## After the visit
report-title = Después de la visita
report-link = Lo que aportó y la próxima visita
report-attendance = Quién vino
report-attendance-means = El número cuenta para la página del hermanamiento; si se deja vacío, cuentan las personas marcadas.
report-not-marked = Nadie ha anotado quién vino.
field-headcount = Visitantes en total
field-came = Vinieron
report-outcome = ¿Qué aprendieron?
report-outcome-hosts = Escribe por la parte anfitriona.
report-outcome-guests = Escribe por la parte visitante. Solo se publica si lo permite aquí y los anfitriones lo publican; sus nombres no aparecen.
field-text = En unas frases
field-outcome-locale = Idioma del texto
field-public = Publicación
report-public-hosts = Mostrarlo en la página del hermanamiento
report-public-guests = Puede mostrarse en la página del hermanamiento
report-is-public = Se muestra en la página del hermanamiento
report-is-private = Solo lo leen las personas implicadas
report-publish = Publicar
report-unpublish = Dejar de mostrar
report-again = La próxima visita
report-again-means = Elija una hora: el formulario ya tendrá el mismo grupo y las mismas personas.
report-again-none = Ahora no hay ninguna hora libre de esta oferta.
report-again-others = Buscar otras ofertas
done-attendance = Guardado quién vino.
done-outcome = Guardado. Gracias.

## Letters about a partnership
letter-kind-partnership-proposed = Hermanamiento propuesto
letter-kind-partnership-agreed = Hermanamiento acordado
letter-kind-partnership-quiet = Hermanamiento sin actividad
letter-kind-visit-follow-up = Después de la visita
letter-proposed-subject = Hermanamiento propuesto: { $cities }
letter-proposed-heading = Su ciudad está invitada a un hermanamiento
letter-proposed-text = Se ha propuesto un hermanamiento entre estas ciudades: { $cities }. Etapa: { $stage }.
letter-proposed-by = Lo ha propuesto { $name }.
letter-proposed-means = Hasta que todas las ciudades den su acuerdo, solo lo conocen sus personas. Puede aceptar en nombre de su ciudad o rechazarlo.
letter-proposed-link = Ver la propuesta y responder
letter-agreed-subject = Todas de acuerdo: { $cities }
letter-agreed-heading = El hermanamiento que propuso está acordado
letter-agreed-text = Todas las ciudades están de acuerdo: { $cities }. Desde ahora ven sus ofertas y pueden reservarlas.
letter-agreed-link = Ver el hermanamiento
letter-quiet-subject = Hora de volver a verse: { $cities }
letter-quiet-heading = Hay silencio entre sus ciudades
letter-quiet-text = En este hermanamiento no hay ninguna visita prevista: { $cities }.
letter-quiet-last = La última visita fue el { $date }.
letter-quiet-never = Todavía no ha habido ninguna visita.
letter-quiet-times = { $count ->
    [one] Esta hora conviene a todas las ciudades y es día laborable en todas:
   *[other] Estas { $count } horas convienen a todas las ciudades y son días laborables en todas:
  }
letter-quiet-make = Ofrecer esta hora
letter-quiet-find = Buscar otras horas
letter-quiet-link = Ver el hermanamiento
letter-unsubscribe-quiet-partnerships = No recordarme más este hermanamiento
# $title is the offer's, $with the other side.
letter-follow-up-subject = Después de la visita: { $title }
letter-follow-up-heading = ¿Qué aportó la visita?
letter-follow-up-text = Se han reunido con { $with }. Unas frases sobre lo que aprendieron ayudan a sus ciudades a seguir.
letter-follow-up-text-host = Les ha visitado { $with }. Anote quién vino y escriba unas frases sobre lo que aprendieron.
letter-follow-up-link = Escribir lo que aportó
letter-follow-up-next = La próxima visita se reserva con las mismas personas en un paso.
letter-follow-up-again = Elegir hora para la próxima visita
