### Recurring visits: the planner and its plans.

## The planner
plan-title = Planificar una serie
plan-lead = Reúnanse una y otra vez sin que la noche recaiga siempre en la misma ciudad: cada plan muestra quién soporta qué.
plan-of-partnership = Si no elige, se toman las ciudades del hermanamiento. Sus visitas pasadas cuentan.
plan-go = Mostrar planes
plan-plans = Los planes, uno junto a otro
plan-look = Mostrar cada visita
plan-field-start = Primera fecha, en la primera ciudad
plan-field-every = Frecuencia
plan-field-count = Cuántas visitas
plan-field-minutes = Duración
plan-field-holidays = En días festivos
plan-field-block = Un plan rotatorio mantiene una hora durante
plan-field-at = Comparar con esta hora en la primera ciudad
plan-every-week = Cada semana
plan-every-fortnight = Cada dos semanas
plan-every-month = Cada mes, el mismo día de la semana
plan-every-quarter = Cada tres meses
plan-every-year = Cada año
plan-holidays-skip = Omitir la visita
plan-holidays-move = Pasar al siguiente día laborable
plan-holidays-keep = Reunirse de todos modos
plan-block-usual = lo que convenga a la frecuencia
plan-block-season = una temporada
plan-block-quarter = un trimestre
plan-block-meeting = una visita (mensual o menos frecuente)
# $count visits are planned.
plan-visits = { $count ->
    [one] Se prevé una visita.
   *[other] Se prevén { $count } visitas.
  }
plan-no-dates = Se han omitido todas las fechas. Elija otra primera fecha o mantenga los festivos.
plan-nobody-awake = A ninguna hora es de día para todos. Sería de noche en: { $cities }.
plan-left-out = Omitidas por festivos: { $dates }
plan-left-out-date = { $date } ({ $cities })
plan-moved = Trasladadas por festivos: { $dates }
plan-moved-date = { $from } a { $to }
plan-carried = Las visitas pasadas cuentan; carga soportada hasta ahora: { $cities }
plan-number = N.º
plan-holiday = Festivo
# $offset is the offset after the change, such as GMT-7.
plan-clock-moved = Cambio de hora: ahora { $offset }
plan-unsocial = { $count ->
    [one] una visita a una hora incómoda
   *[other] { $count } visitas a una hora incómoda
  }
plan-no-changes = La hora no cambia nunca.
plan-changes = { $count ->
    [one] La hora cambia una vez.
   *[other] La hora cambia { $count } veces.
  }
plan-clocks = { $city }: { $times }
plan-kind-rotating = Por turnos
plan-kind-seasonal = Una hora de verano y otra de invierno
plan-kind-least-total = La suma menor
plan-kind-asked = La hora que ha indicado
plan-kind-fixed = Siempre la misma hora en { $city }
plan-kind-one-sided = Lo mejor para { $city }
plan-about-rotating = Justo: cada bloque de visitas tiene otra hora.
plan-about-seasonal = Justo: la hora solo cambia con el horario de verano.
plan-about-fixed = Tan justo como puede serlo una sola hora.
plan-about-least-total = La suma menor, la soporte quien la soporte.
plan-about-one-sided = Una ciudad lo tiene fácil; las demás, con la justicia que eso permite.
plan-about-asked = Para comparar.
plan-how-title = Cómo se calcula la carga
plan-how = Una hora le cuesta a una ciudad el cuadrado de las horas que la separan de su horario de oficina, 16 más de 6 a 7 y de 22 a 23, y 9 más los fines de semana y festivos. Nadie se reúne de 23 a 6. Un plan justo hace lo menor posible la carga de la ciudad que más soporta; después, la de la siguiente.

## Agreeing
plan-agree-title = Aceptar este plan
plan-agree = Aceptar y reservar todas las visitas
plan-agree-what = Se reservan todas las visitas a la vez, o ninguna. Todos reciben un correo con la lista y, dos semanas antes de cada visita, su invitación.
plan-offer = Qué ofrece
plan-guests = Ciudad de los visitantes
plan-organization = Escuela, oficina, asociación o empresa de los visitantes
plan-contact = Nombre del contacto de los visitantes
plan-leave-out = Omitida
plan-conflicts = { $count ->
    [one] Una visita no se puede celebrar: su hora ha pasado o el anfitrión tiene otra entonces. No se ha reservado nada. Envíe de nuevo para omitirla.
   *[other] { $count } visitas no se pueden celebrar: su hora ha pasado o el anfitrión tiene otra entonces. No se ha reservado nada. Envíe de nuevo para omitirlas.
  }
plan-who-may = Para aceptar este plan debe gestionar un anfitrión de una de estas ciudades con una oferta de esta duración.
plan-sign-in = Para aceptar este plan, inicie sesión como gestor de un anfitrión de una de estas ciudades.
plan-fault-too-few = Elija al menos dos ciudades.
plan-fault-cities-too-many = Elija como máximo 20 ciudades.
plan-fault-rule-too-many = Planifique como máximo 520 visitas, menos si hay muchas ciudades.
plan-fault-rule-range-too-long = Una serie abarca diez años como máximo.
plan-fault-invalid-rule = Indique un número de visitas.
plan-fault-rotates-too-often = Solo lo mensual o menos frecuente puede cambiar de hora cada vez: si no, se pierde la cuenta.
plan-fault-invalid-date = Indique una primera fecha.
plan-fault-duration-minutes-out-of-range = Una visita dura de 5 a 480 minutos.
fault-plan-changed = El plan ha cambiado entretanto. Véalo de nuevo; no se ha reservado nada.
fault-no-such-plan = Ese plan ya no existe. Vea los planes de nuevo.
fault-other-duration = La oferta tiene otra duración. Planifique con esa.
fault-no-occurrence = Mantenga al menos una visita.

## A series
series-line = { $organization } con { $host }
series-agreed = Acordada
series-ended = Cancelada
series-predecessor = La serie anterior
series-state = Estado
series-reason = Motivo
series-cancel-title = Cancelar lo que queda
series-cancel-this = Cancelar esta
series-cancel-following = Esta y todas las posteriores
series-cancel-all = Cancelar todas las próximas visitas
series-cancel-what = Todos reciben un correo. Las visitas pasadas se mantienen.
occurrence-standing = Se celebra
occurrence-over = Pasada
occurrence-cancelled = Cancelada
occurrence-left-out = Omitida
done-series-agreed = La serie está acordada. Todos reciben un correo.
done-series-cancelled = Cancelada. Todas las personas afectadas reciben un correo.

## The ledger of a partnership
ledger-title = Quién ha tenido las horas tardías hasta ahora
ledger-none = Aún no se ha celebrado ninguna visita.
ledger-visits = { $count ->
    [one] una visita
   *[other] { $count } visitas
  }
ledger-plan = Planificar una serie que lo compense
