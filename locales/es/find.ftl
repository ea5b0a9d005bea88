### The page that finds a time for several cities.

nav-find = Buscar hora
find-title = Buscar una hora
find-lead = ¿Cuándo pueden reunirse estas ciudades y quién soporta qué? Las horas incómodas se ponderan, no se ocultan, y a nadie que no lo haya aceptado se le pide reunirse entre las 23 y las 6.
find-cities = Ciudades (de dos a veinte)
find-from = Primer día
find-to = Último día
find-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
  }
find-length = Duración
find-order = Qué va primero
find-order-worst-off = Lo más justo: quien más carga soporta, la menor posible
find-order-total = La menor carga para el conjunto
find-workdays = Solo días laborables
find-workdays-hint = Se excluyen los fines de semana y festivos de cualquiera de las ciudades.
find-nights = Acepta la noche (de 23 a 6)
find-go = Buscar horas
find-times = Horas que convienen a todas
find-least-bad = Ninguna hora conviene a todas
# How much was found; $fitting, $days and $easy are the messages below.
find-summary = { $fitting }, { $days }. { $easy }
find-fitting = { $count ->
    [one] Un inicio conviene a todas
   *[other] { $count } inicios convienen a todas
  }
find-on-days = { $count ->
    [one] en un día
   *[other] en { $count } días
  }
find-none-easy = Ninguno cae en el horario de oficina de todas.
find-easy = { $count ->
    [one] Uno cae en el horario de oficina de todas.
   *[other] { $count } caen en el horario de oficina de todas.
  }
find-nothing = Cualquier inicio caería en la noche de alguna ciudad o, si pidió días laborables, en un día de descanso. Estas horas son las más cercanas.
find-advice = Qué ayudaría
find-advice-night = { $city } acepta la noche
find-advice-shorten = Reunirse { $count } minutos
find-advice-leave = Reunirse sin { $cities }
find-advice-days-off = Admitir fines de semana y festivos
find-flexible = Puede empezar hasta las { $time } con la misma carga.
find-day-off = fin de semana o festivo
find-bears-none = ninguna carga
find-bears-little = poca carga
find-bears-some = algo de carga
find-bears-much = mucha carga
find-bears-most = muchísima carga
find-blocked-night = Es su noche, y no la ha aceptado.
find-blocked-day-off = Es su día de descanso.
# A clock change; $before and $after are lengths such as "8 hours".
find-clock-forward = En { $city } el reloj se adelanta el { $date }: desde entonces la diferencia con { $other } es de { $after } en lugar de { $before }.
find-clock-back = En { $city } el reloj se atrasa el { $date }: desde entonces la diferencia con { $other } es de { $after } en lugar de { $before }.
find-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
  }
find-hours-exactly = { $time } horas
find-more = Más horas
find-how-title = Cómo se pondera
find-how = Para cada ciudad, la carga de un momento es el cuadrado de las horas que lo separan del horario de oficina; de 6 a 7 y de 22 a 23 se suman 16, y los fines de semana y festivos 9. El número abarca toda la reunión: una hora situada dos horas fuera del horario de oficina da unos 2,3. Primero va la mejor hora de cada día; después, la segunda.
find-onwards = Para seguir
find-way-partnership = Hermanamiento de { $cities }
find-way-hosts = Anfitriones en { $city }
find-fault-too-few = Elija al menos dos ciudades.
find-fault-too-many = Elija como máximo 20 ciudades.
find-fault-twice = Elija cada ciudad una sola vez.
find-fault-unknown-city = Una de las ciudades no se conoce aquí.
find-fault-invalid-date = Indique fechas entre los años 2000 y 2100.
find-fault-end-before-start = El último día es anterior al primero.
find-fault-range-too-long = Busque en 400 días como máximo.
find-fault-range-too-short = La reunión es más larga que el periodo de búsqueda.
find-fault-out-of-range = Una reunión dura de 5 a 480 minutos.
find-way-plan = Planificar una serie con estas ciudades
