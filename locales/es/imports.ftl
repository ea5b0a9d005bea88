### Files in and out.

files-title = Importar y exportar
files-lead = Reservas para llevarse; para quienes administran, también tablas enteras de ciudades, hermanamientos, anfitriones y ofertas.
files-all = Todas
files-cities = Ciudades
files-partnerships = Hermanamientos
files-hosts = Anfitriones
files-offers = Ofertas
files-from = Desde
files-to = Hasta (inclusive)
files-format = Como
files-as-csv = Tabla (CSV)
files-as-json = Para programas (JSON)
files-as-ics = Calendario (iCalendar)
files-bookings = Reservas
files-bookings-hint = Incluye notas y direcciones de correo donde usted gestiona al anfitrión.
files-download = Descargar
files-progress = { $n } de { $total } reservas
files-saved = Guardadas: { $n } reservas.
files-failed = La descarga ha fallado. Inténtelo de nuevo.
files-import = Importar un archivo
files-file = Archivo
files-file-hint = Un archivo CSV o JSON en UTF-8, de 2 MB y 10 000 filas como máximo. Verá qué haría antes de que se escriba nada.
files-check = Ver qué haría
files-tables = Tablas enteras
files-template = Plantilla
files-preview = Qué haría este archivo
files-refused = El archivo no se ha aceptado. No se ha escrito nada.
files-nothing = Todo lo de este archivo ya está. No hay nada que hacer.
files-done = El archivo se ha importado.
files-line = { $table }: { $created } nuevas, { $updated } cambiadas, { $unchanged } sin cambios
files-apply = Importar
files-dismiss = No importar
files-at-line = Línea
files-at-column = Columna
files-wrong = Qué está mal
# $count is how much is wrong with a file.
files-faults = { $count ->
    [one] Hay un error. Corríjalo y envíe el archivo de nuevo.
   *[other] Hay { $count } errores. Corríjalos y envíe el archivo de nuevo.
  }
files-more = Aquí se muestran los primeros 1000.
console-files = Importar y exportar
letter-kind-visit-meeting = Cambio de sala

## What may be wrong with a file
fault-file-unknown-city = Nombre la ciudad por su nombre corto, como new-taipei.
fault-file-unknown-zone = Nombre una zona horaria como Asia/Taipei.
fault-unknown-column = Esta tabla no tiene esa columna.
fault-missing-column = Falta esta columna.
fault-duplicate-column = Esta columna aparece dos veces.
fault-unknown-table = No es una tabla de ciudades, hermanamientos, anfitriones ni ofertas. La primera línea debe nombrar las columnas, como en las plantillas.
fault-too-many-cells = Esta fila tiene más celdas que columnas. Ponga entre comillas la celda que contenga un separador.
fault-unclosed-quote = En esta fila hay unas comillas sin cerrar.
fault-malformed-csv = Esta línea no se puede leer como CSV.
fault-malformed-json = Esto no es JSON.
fault-empty-file = El archivo está vacío.
fault-file-too-large = El archivo supera los 2 MB.
fault-too-many-rows = Son más de 10 000 filas.
fault-duplicate-row = Una fila anterior trata de lo mismo. Conserve una de las dos.
fault-duplicate-city = Esta ciudad se nombra dos veces.
fault-unknown-host = Esta ciudad no tiene ningún anfitrión con ese nombre.
fault-not-yes-or-no = Escriba yes o no.
fault-cannot-change = Esto ya no se puede cambiar. Cree otra oferta.
fault-unknown-stage = Escriba prospective, pilot, official, paused o ended.
fault-unknown-visibility = En ofertas escriba public, partners o unlisted; en hermanamientos, public o private.
fault-unknown-kind = Escriba office, school, university, association o company.
fault-unknown-track = Escriba official, civic, education, culture o business.
fault-unknown-subdivision = No se conocen los festivos de esta parte del país. Déjelo vacío.
fault-invalid-weekend = Escriba los días como sat|sun.
fault-wrong-type = Aquí corresponde un valor de otro tipo.
