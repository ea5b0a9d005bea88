### A host's weekly hours, exceptions and limits.
closed-slot-notice = Este horario está demasiado próximo: el anfitrión desea saberlo con más antelación.
closed-slot-too-early = Este horario es aún demasiado lejano para reservarlo. Vuelva cuando se acerque el día.
closed-slot-day-limit = El anfitrión ya tiene ese día todas las visitas que puede recibir.
closed-slot-week-limit = El anfitrión ya tiene esa semana todas las visitas que puede recibir.
fault-slot-notice = Este horario está demasiado próximo: el anfitrión desea saberlo con más antelación. No se ha reservado nada.
fault-slot-too-early = Este horario aún no se puede reservar. No se ha reservado nada.
fault-slot-day-limit = El anfitrión no admite más visitas ese día. No se ha reservado nada.
fault-slot-week-limit = El anfitrión no admite más visitas esa semana. No se ha reservado nada.
