### A host's weekly hours, exceptions and limits.
closed-slot-notice = Ce créneau est trop proche pour être réservé : l’hôte souhaite être prévenu plus tôt.
closed-slot-too-early = Ce créneau est encore trop lointain pour être réservé. Revenez à l’approche de la date.
closed-slot-day-limit = L’hôte a ce jour-là autant de visites qu’il peut en recevoir.
closed-slot-week-limit = L’hôte a cette semaine-là autant de visites qu’il peut en recevoir.
fault-slot-notice = Ce créneau est trop proche : l’hôte souhaite être prévenu plus tôt. Rien n’a été réservé.
fault-slot-too-early = Ce créneau ne peut pas encore être réservé. Rien n’a été réservé.
fault-slot-day-limit = L’hôte n’accepte plus de visites ce jour-là. Rien n’a été réservé.
fault-slot-week-limit = L’hôte n’accepte plus de visites cette semaine-là. Rien n’a été réservé.
