### Where visits take place.

rooms-title = Dónde se celebran las visitas
rooms-lead = Solo conocen la dirección quienes asisten y su propio equipo. Si la cambia, todas las personas afectadas reciben una invitación actualizada.
rooms-offer = Para todas las horas de esta oferta
rooms-made = Si no se indica nada, cada hora recibe una sala propia en cuanto se confirma una visita, con un nombre que nadie puede adivinar.
rooms-unmade = Si no se indica nada, explique usted a sus visitantes cómo unirse.
rooms-slots = Para horas concretas
rooms-slots-hint = Déjelo vacío si vale la dirección de la oferta.
rooms-save = Guardar
rooms-now = Se celebra en
rooms-none = No hay ninguna hora próxima.
console-rooms = Sala de reunión
done-room-saved = Guardado. Se ha escrito a quienes asisten a las visitas afectadas.

## The letter to those whose visit takes place elsewhere
letter-meeting-subject = Nuevo enlace de la reunión: { $title }, { $date }
letter-meeting-heading = La visita se celebra en otra dirección
letter-meeting-text = La hora no cambia. Utilice el enlace de esta carta; la actualización adjunta lo pone en su calendario.
