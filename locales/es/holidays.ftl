### A city's holidays and what its coordinators change of them.

field-subdivision = Parte del país
hint-subdivision = Donde los festivos varían dentro del país: su código, por ejemplo WA o BY.

## The console's page of a city's special days
holidays-title = Festivos de { $city }
holidays-lead = Días en que sus oficinas no siguen lo que indica el día de la semana. En un día de descanso no hay horario de oficina, y las horas de la semana no reciben entonces a nadie.
holidays-known = Los festivos oficiales del país ({ $country }) se conocen hasta el { $date }. Lo que se decreta con poca antelación no figura: indíquelo aquí.
holidays-unknown = No se conocen festivos oficiales del país ({ $country }). Indique los días en que sus oficinas cierran.
holidays-years = Otros años
holidays-none = Ese año no hay ningún día especial.
holidays-public = calendario oficial
holidays-own = indicado por su ciudad
holidays-instead-of = En lugar de: { $name } ({ $kind })
holidays-open = Aquí no es festivo
holidays-restore = Como en el calendario oficial
holidays-remove = Retirar
holidays-add = Indicar un día
holidays-add-button = Indicar este día
holidays-file = Desde un archivo de calendario
holidays-file-button = Ver qué haría
holidays-preview = Qué haría este archivo
holidays-preview-days = Días que se añadirían
holidays-preview-removed = Días que se retirarían
holidays-confirm = Añadir estos días
holidays-dismiss = No hacer nada
holidays-refused = El archivo no se ha aceptado. No se ha añadido nada.
holidays-line = Línea { $line }:
holidays-would-add = { $count ->
    [one] Se añade un día.
   *[other] Se añaden { $count } días.
  }
holidays-would-change = { $count ->
    [one] Se cambia un día que usted indicó.
   *[other] Se cambian { $count } días que usted indicó.
  }
holidays-would-remove = { $count ->
    [one] Se retira un día, porque su evento se ha trasladado.
   *[other] Se retiran { $count } días, porque sus eventos se han trasladado.
  }
holidays-would-keep = { $count ->
    [one] Un día ya está indicado.
   *[other] { $count } días ya están indicados.
  }
holidays-would-nothing = Nada: no contiene ningún día a partir de este año.
field-day-kind = Qué es
field-day-name = Nombre
field-file = Archivo de calendario
hint-file = Un archivo iCalendar (.ics) de eventos de día completo, de 256 KB como máximo. Verá qué haría antes de que se añada nada.
day-kind-holiday = Festivo
day-kind-substitute = Festivo de sustitución
day-kind-make-up-workday = Día laborable de recuperación
day-kind-workday = Día normal
done-day-entered = El día se ha añadido.
done-day-restored = El día se ha retirado.
done-days-entered = Los días del archivo se han añadido.
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
fault-not-all-day = No es un día completo. Solo se aceptan eventos de día completo.
fault-not-a-calendar = No es un archivo iCalendar completo.
fault-not-utf8 = Guarde el archivo en UTF-8.
fault-no-start = Un evento no tiene inicio.
fault-unsupported-recurrence = Solo se entiende la repetición anual en la misma fecha. Escriba los demás días uno por uno.
fault-too-many-days = Son demasiados días.

holiday-here = Festivo en { $city }: { $name }
holiday-unnamed = Festivo en { $city }
console-holidays = Festivos de { $city }
city-holidays = Festivos
city-holidays-edit = Verlos y cambiarlos
