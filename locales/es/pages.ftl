# What the pages say. One key, one meaning; the same keys in every language.

product-name = Sisterline
skip-to-content = Ir al contenido

## Around every page
nav-label = Menú principal
nav-partnerships = Hermanamientos
nav-cities = Ciudades
nav-console = Sus anfitriones
nav-sign-in = Iniciar sesión
nav-api = API para programas
nav-dev-mail = Cartas de esta demostración
language-label = Idioma
footer-line = Dos ciudades, dos relojes, una hora que conviene a ambas.
footer-nav-label = Más
footer-zones = El servidor ha calculado todas las horas de esta página con los datos de zonas horarias { $version }.
signed-in-as = Sesión iniciada: { $name }
sign-out = Cerrar sesión
live-waiting = Se ha perdido la conexión. Los horarios pueden haber cambiado; se está intentando de nuevo…
live-back = Conexión recuperada.
# n: 2 to 5
live-looking = { $n } personas están viendo este horario ahora mismo.
# n: a number that at least so many are
live-looking-many = Más de { $n } personas están viendo este horario ahora mismo.

## Tiers, states, stages, tracks
tier-office = horario de oficina
tier-reachable = localizable
tier-unsocial = noche
now-office = ahora, horario de oficina
now-reachable = ahora, localizable
now-unsocial = ahora, de noche
legend-open = libre, con el número de plazas
legend-full = completo
stage-prospective = En preparación
stage-pilot = En prueba
stage-official = Oficial
stage-paused = En pausa
stage-ended = Finalizado
track-official = Ayuntamiento y organismos públicos
track-civic = Clubes y asociaciones
track-education = Escuelas y universidades
track-culture = Cultura
track-business = Empresa

## Slots
slot-open = Libre
slot-full = Completo
slot-closed = Cerrado
slot-cancelled = Cancelado
slot-seats-left = { $count ->
    [0] No quedan plazas
    [one] 1 plaza libre
   *[other] { $count } plazas libres
  }
slot-of-capacity = de { $count }
slot-book = Reservar
slot-details = Detalles
slot-duration = Duración
slot-languages = Idiomas
slot-topics = Temas
slot-full-what-now = Todas las plazas están ocupadas. Si un grupo cancela, aparecerán aquí al instante.
slot-closed-what-now = Este horario ya no se puede reservar.
slot-started-what-now = Esta visita ya ha comenzado.
slot-cancelled-what-now = El anfitrión ha cancelado esta visita. Se ha avisado por correo a quienes tenían reserva.
slot-others = Otros horarios para la misma visita
slot-all-times = Todos los horarios: { $name }
slots-new = Se han añadido nuevos horarios.
slots-stale = Es posible que esta página no esté al día.
slots-refresh = Mostrar el estado actual
visits-none = Ahora mismo no hay visitas públicas abiertas. Consulte un hermanamiento para ver los horarios entre sus ciudades.

## Home
home-title = Encuéntrese con su ciudad hermana, a una hora que conviene a ambas.
home-lead = Las ciudades hermanadas ofrecen horarios para visitas virtuales: una clase, un ayuntamiento, el ensayo de un coro, un laboratorio. Usted elige uno, lo ve en el reloj de las dos ciudades, y todos reciben una invitación que su calendario entiende.
home-find = Buscar su hermanamiento
home-see-visits = Próximas visitas
home-partnerships = Hermanamientos
home-partnerships-lead = Elija las ciudades que quiere conectar. Sus días se muestran uno junto al otro.
home-partnerships-none = Aún no se ha registrado ningún hermanamiento. La coordinación puede añadir el primero tras iniciar sesión.
home-cities = Ciudades
home-cities-lead = Cada anillo es el día de una ciudad: la medianoche abajo, el mediodía arriba, la cuenta roja es ahora.
home-cities-none = Aún no se ha registrado ninguna ciudad. La administración puede añadir la primera tras iniciar sesión.
home-visits = Próximas visitas
home-visits-lead = Abiertas a todas las personas de una ciudad hermana.
partnership-since = desde { $year }
partnership-open-slots = { $count ->
    [0] Sin horarios libres
    [one] 1 horario libre
   *[other] { $count } horarios libres
  }

## City
city-now = Ahora
city-zone = Zona horaria
city-office-hours = Horario de oficina
city-languages = Idiomas
city-partnerships = Hermanamientos
city-partnerships-none = Esta ciudad aún no tiene ningún hermanamiento público.
city-partnerships-count = { $count ->
    [0] Aún sin hermanamientos
    [one] 1 hermanamiento
   *[other] { $count } hermanamientos
  }
city-hosts = Quién recibe visitas
city-hosts-lead = Reserve una visita a través de uno de los hermanamientos de la ciudad.
city-hosts-none = Aquí aún nadie recibe visitas.
city-visits = Próximas visitas públicas
host-offers-label = Qué ofrece

## Partnership
week-nav-label = Semanas
week-previous = Semana anterior
week-next = Semana siguiente
week-empty = Esta semana no se ofrecen horarios.
week-empty-what-now = Tampoco se han añadido horarios posteriores. Escriba a uno de los anfitriones o vuelva dentro de unos días.
week-go-to-next = Ir a los próximos horarios libres
day-empty = Sin horarios.
today = hoy

## Booking form
book-title = Reservar esta visita
book-party = Quién viene
book-contact = A quién escribimos
book-attendees = Más personas
book-attendees-hint = Cada una recibe su propia invitación. También puede reenviar la suya.
book-attendee-number = Persona { $number }
book-add-attendee = Añadir una persona
book-submit = Reservar esta visita
book-what-next = Recibirá al momento un correo con la hora en ambas ciudades, una invitación de calendario y un enlace por si cambia de planes.
form-faults = { $count ->
    [one] Hay un dato que revisar
   *[other] Hay { $count } datos que revisar
  }
field-optional = (opcional)
field-city = Su ciudad
field-organization = Su escuela, oficina, asociación o empresa
field-name = Su nombre
field-email = Correo electrónico
field-locale = Idioma de las cartas
field-zone = Zona horaria de las cartas
field-seats = Plazas
field-note = Unas palabras para el anfitrión
field-attendee-name = Nombre
field-attendee-email = Correo electrónico
field-reason = Motivo

## Booking
booking-thanks = Gracias. Todo está acordado.
booking-confirmed = Confirmada
booking-cancelled = Cancelada
booking-completed = Realizada
booking-next = Qué sucede ahora
booking-next-confirmed = Se ha enviado una invitación a todas las personas de la lista. Acéptela en su calendario y conéctese unos minutos antes, desde esta página o con el enlace del correo.
booking-next-cancelled = Esta visita no se celebrará para usted, y los calendarios ya lo saben. Puede elegir otro horario.
booking-next-completed = Esperamos que haya sido un buen rato. Puede elegir otro cuando quiera.
booking-join = Unirse a la visita
booking-calendar = Añadir al calendario
booking-others = Otros horarios libres
booking-party = Su grupo
booking-seats = Plazas
booking-attendees = Personas invitadas
booking-note = Sus palabras para el anfitrión
booking-cancel = Cancelar esta reserva
booking-cancel-means = Sus plazas se ofrecen de inmediato a otras personas y se avisa por correo a todos los invitados. No se puede deshacer.
booking-cancel-confirm = Sí, cancelar la reserva
booking-keep-link = Quien tenga la dirección de esta página puede cambiar la reserva. No la comparta.
seats = { $count ->
    [one] 1 plaza
   *[other] { $count } plazas
  }

## Signing in
sign-in-title = Iniciar sesión
sign-in-lead = Para anfitriones, coordinación y administración. No hay contraseña: le enviamos un enlace.
sign-in-send = Enviar un enlace
sign-in-guests = Los visitantes no necesitan cuenta. Para cambiar una reserva, use el enlace de su correo.
sign-in-sent-title = Mire su correo
sign-in-sent = Si { $email } está registrado aquí, el enlace va en camino.
sign-in-sent-next = Funciona una sola vez, durante 15 minutos. ¿No ha llegado? Mire en el correo no deseado y compruebe la dirección.
sign-in-demo-mail = Abrir las cartas de esta demostración
sign-in-again = Pedir un nuevo enlace
sign-in-enter-title = Le damos la bienvenida de nuevo
sign-in-enter = Va a iniciar sesión como { $email }.
sign-in-enter-button = Iniciar sesión
sign-in-expired-title = Este enlace ya no funciona
sign-in-expired = Un enlace funciona una sola vez, durante 15 minutos. Pida uno nuevo; es solo un momento.

## Console
console-title = Sus anfitriones
console-hello = Hola, { $name }.
console-no-hosts = Aún no es miembro de ningún anfitrión. Pida a la coordinación de su ciudad que le añada.
console-no-offers = Aún no se ofrece nada.
console-no-slots = No hay próximos horarios. Añada uno y todas las ciudades hermanas lo verán al instante.
console-seats-taken = plazas ocupadas
console-nobody-yet = Aún no hay reservas.
console-cancel-slot = Cancelar este horario
console-cancel-means-nobody = Nadie lo ha reservado. Desaparece de inmediato de todas las páginas.
console-cancel-means = { $count ->
    [one] Un grupo lo ha reservado y recibirá un aviso por correo. No se puede deshacer.
   *[other] { $count } grupos lo han reservado y recibirán un aviso por correo. No se puede deshacer.
  }
console-cancel-confirm = Sí, cancelarlo
console-add-slot = Añadir un horario
console-add-slot-button = Añadir este horario
console-setups = Configurar
field-offer = Oferta
field-date = Fecha
field-time = Inicio, en el reloj de la ciudad anfitriona
field-capacity = Plazas
field-resolution = ¿A cuál se refiere?
field-city-name = Nombre
field-slug = Nombre corto para direcciones
field-country = País
field-city-zone = Zona horaria
field-office-from = Apertura de la oficina
field-office-to = Cierre de la oficina
field-weekend = Días de descanso
field-languages = Idiomas
field-cities = Ciudades
field-stage = Estado
field-since = Año de la firma
field-host-city = Ciudad
field-host-name = Nombre del anfitrión
field-track = Ámbito
field-about = Presentación
field-host = Anfitrión
field-title = Título
field-topics = Temas
field-duration = Minutos
field-visibility = Quién puede verla
field-description = Qué espera a los visitantes
field-role-email = Correo electrónico
field-role = Función
field-role-scope = Para

console-pick = Sus anfitriones
console-pick-summary = Elegir un anfitrión
console-host-line = { $count ->
    [0] aún sin ofertas
    [one] 1 oferta
   *[other] { $count } ofertas
  }
console-more-slots = { $count ->
    [one] 1 horario posterior
   *[other] { $count } horarios posteriores
  }
console-not-all = { $count ->
    [one] Solo se muestra el próximo horario.
   *[other] Solo se muestran los próximos { $count } horarios.
  }
console-steps = Primeros pasos
console-steps-lead = Aún no se puede reservar nada. Estos son los pasos hasta la primera visita; cada uno abre su formulario.
console-step-city = Añada su ciudad y otra que quiera conocer.
console-step-partnership = Registre el hermanamiento entre ellas.
console-step-host = Añada un anfitrión: quien recibe las visitas.
console-step-offer = Describa qué ofrece el anfitrión.
console-step-slot = Añada un primer horario.
console-none-to-keep = Aún no se ha añadido ningún anfitrión.
add-slot-capacity-hint = Vacío significa tantas como indique la oferta.
doubt-gap = En { $city } esa noche se adelanta el reloj y se salta { $time }. ¿Se refiere a este momento? Si no, elija otra hora.
doubt-fold = En { $city } esa noche se atrasa el reloj, de modo que { $time } se repite.
resolution-gap-shifted = tanto más tarde como se adelanta el reloj
resolution-fold-first = antes de atrasar el reloj
resolution-fold-second = después de atrasar el reloj
setup-city = Añadir una ciudad
setup-partnership = Registrar un hermanamiento
setup-host = Añadir un anfitrión
setup-offer = Añadir una oferta
setup-role = Asignar una función
field-native-name = Nombre en el idioma local
field-kind = Tipo
field-overlap = Otras visitas
field-meeting-url = Dónde se celebra
field-role-name = Nombre
field-role-locale = Idioma de las cartas
hint-slug = Letras minúsculas, cifras y guiones. No se podrá cambiar después.
hint-country = Dos letras, por ejemplo TW o US.
hint-languages = Códigos separados por comas, por ejemplo en, zh-TW.
hint-topics = Separados por comas.
hint-meeting-url = Una dirección que empiece por https://. Solo la conocerán quienes hayan reservado.
hint-role-name = Solo hace falta si la persona es nueva aquí.
overlap-allowed = Puede celebrarse mientras el anfitrión recibe otra
role-admin = Administración general
role-coordinator = Coordinación
role-member = Miembro de un anfitrión
seen-by-public = Todo el mundo
seen-by-partners = Ciudades hermanas
seen-by-unlisted = Quien tenga el enlace
known-to-public = Todo el mundo
known-to-private = Solo quienes trabajan para sus ciudades
day-mon = lunes
day-tue = martes
day-wed = miércoles
day-thu = jueves
day-fri = viernes
day-sat = sábado
day-sun = domingo

## What is wrong with a field of the console, by its code
fault-invalid-url = Indique una dirección que empiece por https://.
fault-out-of-range = Indique un número de { $min } a { $max }.
fault-not-a-number = Indique un número.
fault-count = Elija de { $min } a { $max }.
fault-unknown = Elija de la lista.
fault-too-many = Son demasiados.
fault-invalid-slug = Use de 2 a 60 letras minúsculas, cifras y guiones, por ejemplo new-taipei.
fault-invalid-country = Indique las dos letras del país, por ejemplo TW.
fault-invalid-language = Indique códigos de idioma, por ejemplo en, zh-TW o ja.
fault-invalid-time = Indique una hora, por ejemplo 09:00.
fault-end-before-start = El cierre debe ser posterior a la apertura.
fault-slug-taken = Otra ciudad tiene este nombre corto. Elija otro.
fault-slot-overlaps = El anfitrión tiene otra visita a esa hora. Elija otra hora.
fault-invalid-local-time = Indique una fecha y una hora.
fault-local-day-missing = Ese día no existe allí: el calendario lo salta. Elija otro.
fault-choose-instant = Indique a cuál se refiere o elija otra hora.
fault-in-past = Elija una hora que esté por venir.
fault-too-far = Elija una hora dentro de los próximos diez años.
fault-not-yours = Una de las ciudades debe ser una que usted coordine.

## Letters of the demo
dev-mail-title = Cartas de esta demostración
dev-mail-lead = Nada sale de esta máquina. Estas son las cartas tal como se habrían enviado.
dev-mail-none = Aún no hay cartas. Reserve una visita y aparecerán aquí las primeras.
letter-subject = Asunto
letter-to = Para
letter-kind = Tipo
letter-at = Escrita
letter-state = Estado
letter-html = Como la ve la mayoría
letter-text = Texto
letter-calendar = Calendario
letter-broken = Esta carta ya no se puede mostrar.
letter-raw = El mensaje completo
letter-kind-visit-confirmed = Invitación
letter-kind-visit-cancelled = Cancelación
letter-kind-series-confirmed = Serie de visitas
letter-kind-series-cancelled = Serie cancelada
letter-kind-sign-in = Enlace de inicio de sesión
letter-kind-visit-moved = Cambio de los relojes
letter-kind-confirm-again = Por confirmar de nuevo
letter-kind-answer-received = Respuesta
letter-kind-time-proposed = Propuesta de otra hora
letter-kind-address-failing = Dirección que falla
letter-state-queued = en espera
letter-state-sending = enviándose
letter-state-sent = enviada
letter-state-dead = abandonada
letter-state-superseded = sustituida por una más reciente
letter-state-expired = demasiado tarde para enviarla
letter-follow = Seguir el enlace de esta carta

## API
docs-title = API para programas
docs-version = Versión { $version }.
docs-machine = Lo mismo para máquinas (OpenAPI 3.1)
docs-nav-label = Operaciones
docs-parameters = Parámetros
docs-request = Contenido
docs-responses = Respuestas
docs-required = obligatorio

## Problems
problem-home = A la página de inicio
problem-403 = No tiene acceso a esta página
problem-403-next = Quizá haya iniciado sesión con otra dirección o la página pertenezca a otro anfitrión. Si venía de un formulario, vuelva atrás, recárguelo y envíelo de nuevo.
problem-404 = Aquí no hay nada
problem-404-next = El enlace puede ser antiguo o estar incompleto. Desde la página de inicio se llega a todas las ciudades y hermanamientos.
problem-409 = Alguien se adelantó
problem-409-next = Lo que vio ha cambiado entretanto. Vuelva atrás para ver cómo está ahora.
problem-422 = Algo no se ha entendido
problem-422-next = Vuelva atrás y revise los datos introducidos. No se ha cambiado nada.
problem-429 = Han sido demasiadas peticiones a la vez
problem-429-next = Espere un minuto e inténtelo de nuevo. No se ha perdido nada.
problem-500 = Algo ha fallado, y es culpa nuestra
problem-500-next = Ha quedado anotado. Inténtelo de nuevo en un momento; si se repite, indíquenos el código de abajo.
problem-503 = Volvemos en un momento
problem-503-next = Una parte del servicio no está disponible ahora. No se ha perdido nada de lo reservado. Inténtelo de nuevo en un minuto.

## Said once after something was done
done-cancelled = La visita queda cancelada. Se avisa por correo a todas las personas afectadas.
done-slot-added = Se ha añadido el horario. Quien esté mirando la página ya lo ve.
done-slot-cancelled = El horario queda cancelado. Se avisa por correo a quienes tenían reserva.
done-entered = Guardado.
done-signed-in = Ha iniciado sesión.
done-signed-out = Ha cerrado la sesión.

## Small words
list-separator = ,{" "}

## What is wrong with a field, by its code
fault-required = Rellene este campo.
fault-too-long = Es demasiado largo.
fault-control-characters = Quite los saltos de línea y los caracteres invisibles.
fault-invalid-email = Indique una dirección de correo, por ejemplo name@example.org.
fault-duplicate-email = Esta dirección ya figura en la reserva.
fault-unknown-city = Elija su ciudad.
fault-unknown-zone = Elija una zona horaria de la lista.
fault-slot-full = Alguien se adelantó: no quedan plazas suficientes. No se ha reservado nada.
fault-slot-closed = Este horario ya no admite reservas. No se ha reservado nada.
fault-slot-started = Esta visita ya ha comenzado. No se ha reservado nada.
fault-visit-started = La visita ya ha comenzado; no se puede cambiar.
fault-sent-before = Este formulario ya se envió con otro contenido. Revíselo y envíelo de nuevo.
fault-stale-form = Este formulario ha caducado. Abra la página de nuevo y envíelo otra vez.

## Booking
home-page-title = Visitas entre ciudades hermanas
book-choose-city = Elegir…
book-zone-of-city = La de la ciudad
minutes = { $count ->
    [one] 1 minuto
   *[other] { $count } minutos
  }
clocks-apart = { $count ->
    [0] la misma hora
    [one] 1 hora de diferencia
   *[other] { $count } horas de diferencia
  }
clocks-apart-exactly = { $time } horas de diferencia
kind-office = Organismo público
kind-school = Escuela
kind-university = Universidad
kind-association = Asociación
kind-company = Empresa

# Heading over partnerships that wait for an answer.
console-proposals = Hermanamientos propuestos
proposal-title = Propuesto, aún sin acordar
proposal-awaits = Falta el acuerdo de { $cities }.
proposal-meaning = Mientras no lo aprueben todas las ciudades, solo lo conocen las personas de estas ciudades, y no se puede ver ni reservar nada a través de él.
proposal-agree = Aprobar en nombre de su ciudad
proposal-withdraw = Retirar la propuesta
done-agreed = Aprobado. En cuanto lo hayan hecho todas las ciudades, sus ofertas quedarán abiertas entre sí.
done-withdrawn = La propuesta se ha retirado.

# Letters that could not be sent, for admins.
outbox-title = Bandeja de salida
outbox-lead = Cada carta espera aquí hasta que el servidor de correo la acepta.
outbox-paused = No se está enviando nada
outbox-paused-next = El servidor de correo nos rechaza. Las cartas esperan y no se pierde ninguna; en cuanto se arreglen los ajustes o el servidor, saldrán solas. Dice:
outbox-counts = Cartas
outbox-none = Aún no se ha escrito nada.
outbox-dead = Abandonadas
outbox-dead-none = No se ha abandonado ninguna carta.
outbox-reason = Por qué
outbox-actions = Qué hacer
outbox-requeue = Enviar de nuevo
outbox-discard = Descartar
done-requeued = La carta espera a ser enviada de nuevo.
done-discarded = La carta se ha descartado.
letter-state-discarded = descartada
console-outbox = Bandeja de salida

# How each letter reads, for admins.
preview-title = Cartas de muestra
preview-lead = Todas las cartas que escribe esta instalación, en cada idioma, con una visita como ejemplo.
preview-harmless = Nada de esto se ha enviado. Los enlaces también son de muestra: no llevan a nada que exista ni dejan entrar a nadie.
preview-day = Día de la visita
preview-day-next-day = Día siguiente en Kaohsiung
preview-day-same-day = El mismo día en ambas
preview-day-clocks-back = Cambio al horario de invierno
preview-day-clocks-forward = Cambio al horario de verano
preview-show = Mostrar la carta
preview-from = De
preview-eml = Descargar el mensaje (.eml)

# Calendars that people subscribe to.
console-calendars = Calendarios a los que suscribirse
calendars-title = Calendarios a los que suscribirse
calendars-lead = Su programa de calendario puede seguir estas direcciones y mostrará siempre el estado real. Quien tenga una dirección ve sus visitas: compártala con cuidado.
feed-person = Las visitas a las que está invitado o que recibe
feed-host = Las visitas que recibe este anfitrión
feed-partnership = Las visitas de este hermanamiento, sin el enlace de acceso
feed-open = Abrir en un calendario
feed-google = Añadir a Google Calendar
feed-rotate = Cambiar la dirección
feed-busy = Solo las horas ocupadas, sin decir con qué:
feed-slow = Los calendarios se actualizan a su ritmo: la mayoría en una hora, Google en un día.
feed-name = Visitas: { $name }
city-feed = Seguir en su calendario
done-rotated = La dirección se ha cambiado. Los calendarios que seguían la anterior ya no ven nada.
