### A host's weekly hours, exceptions and limits.
closed-slot-notice = Ce créneau est trop proche pour être réservé : l’hôte souhaite être prévenu plus tôt.
closed-slot-too-early = Ce créneau est encore trop lointain pour être réservé. Revenez à l’approche de la date.
closed-slot-day-limit = L’hôte a ce jour-là autant de visites qu’il peut en recevoir.
closed-slot-week-limit = L’hôte a cette semaine-là autant de visites qu’il peut en recevoir.
fault-slot-notice = Ce créneau est trop proche : l’hôte souhaite être prévenu plus tôt. Rien n’a été réservé.
fault-slot-too-early = Ce créneau ne peut pas encore être réservé. Rien n’a été réservé.
fault-slot-day-limit = L’hôte n’accepte plus de visites ce jour-là. Rien n’a été réservé.
fault-slot-week-limit = L’hôte n’accepte plus de visites cette semaine-là. Rien n’a été réservé.

console-availability = Heures de la semaine
done-availability-saved = Les heures de la semaine sont enregistrées.

availability-title = Heures de la semaine
availability-lead = Indiquez quand vous recevez des visites. Les créneaux à réserver en sont tirés automatiquement, jour après jour, et les villes partenaires les voient à leur propre heure.
availability-clock = Toutes les heures sont ici celles de { $city }.
availability-saved = Effet de l’enregistrement
availability-week = La semaine
availability-week-hint = Une plage qui finit avant de commencer finit le lendemain. Les plages d’un même jour qui se chevauchent n’en font qu’une.
availability-window-number = Plage { $number }
availability-more = Saison et jours de rattrapage
availability-remove = Retirer
availability-repeat = De même du lun. au ven.
availability-add-window = Ajouter une plage
availability-dates = Autres heures à certaines dates
availability-dates-hint = Ces heures remplacent ce jour-là celles de la semaine. Laissez les heures vides si vous ne recevez personne. Plusieurs lignes de même date en sont les différentes plages.
availability-date-number = Date { $number }
availability-add-date = Ajouter une date
availability-rhythm = Rythme
availability-step-hint = Vide : l’un après l’autre, { $minutes } minutes et le temps libre autour.
availability-ahead = Jusqu’où
availability-horizon-hint = Vide : { $days } jours.
availability-limits = Au plus
availability-limits-hint = Vide : sans limite. Les créneaux sont ce qui est proposé ; les réservations, ce qui en est pris.
availability-preview = Ce que l’enregistrement fera
availability-preview-button = Voir l’aperçu
availability-preview-none = Corrigez ce qui est signalé et l’aperçu reviendra.
availability-preview-empty = Ces heures ne donnent aucun créneau.
availability-preview-lead = Les premiers jours avec des créneaux. Les barres montrent comment ces heures sont vécues dans chaque ville.
availability-save = Enregistrer
availability-more-days = D’autres jours suivent.
availability-will-add = { $count ->
    [one] Ajoute { $count } créneau.
   *[other] Ajoute { $count } créneaux.
  }
availability-will-withdraw = { $count ->
    [one] Retire { $count } créneau que personne n’a réservé.
   *[other] Retire { $count } créneaux que personne n’a réservés.
  }
availability-did-add = { $count ->
    [one] { $count } créneau a été ajouté.
   *[other] { $count } créneaux ont été ajoutés.
  }
availability-did-withdraw = { $count ->
    [one] { $count } créneau a été retiré ; personne ne l’avait réservé.
   *[other] { $count } créneaux ont été retirés ; personne ne les avait réservés.
  }
availability-kept = { $count ->
    [one] { $count } créneau réservé reste, bien qu’il soit hors de ces heures.
   *[other] { $count } créneaux réservés restent, bien qu’ils soient hors de ces heures.
  }
availability-unchanged = { $count ->
    [one] { $count } créneau reste inchangé.
   *[other] { $count } créneaux restent inchangés.
  }
availability-busy = { $count ->
    [one] { $count } créneau est omis : l’hôte est alors occupé.
   *[other] { $count } créneaux sont omis : l’hôte est alors occupé.
  }
availability-called-off = { $count ->
    [one] { $count } créneau a été annulé à la main et le reste.
   *[other] { $count } créneaux ont été annulés à la main et le restent.
  }
availability-nothing = Rien ne change.
availability-merged = { $day } : les plages qui se chevauchent deviennent { $span }.

field-window-day = Jour
field-window-from = De
field-window-to = À
field-window-season = Quand dans l’année
field-window-since = Premier jour
field-window-until = Dernier jour
field-window-makeup = Jours de travail de rattrapage
field-date-from = De
field-date-to = À
field-step = Un début toutes les … minutes
field-buffer-before = Minutes libres avant
field-buffer-after = Minutes libres après
field-notice = Préavis
field-notice-unit = Compté en
field-horizon = Jours à l’avance
field-holidays = Jours fériés
field-slots-day = Créneaux par jour
field-slots-week = Créneaux par semaine
field-bookings-day = Réservations par jour
field-bookings-week = Réservations par semaine

window-season-always = Toute l’année
window-season-dates = Entre deux dates, une fois
window-season-yearly = Entre deux jours, chaque année
window-season-from-until = de { $since } à { $until }
window-makeup-no = Seulement s’ils tombent ce jour-là
window-makeup-yes = Ouvert aussi les jours de rattrapage
window-holidays-skip = Personne n’est reçu
window-holidays-offer = Comme tout autre jour
notice-unit-minutes = minutes
notice-unit-hours = heures
notice-unit-days = jours
time-fate-new = nouveau
time-fate-stands = déjà là
time-fate-overlaps = omis : l’hôte est occupé
time-fate-called-off = annulé

fault-empty-window = La fin doit différer du début.
fault-invalid-season = Indiquez deux dates, ou laissez « toute l’année ».
fault-ends-before-start = C’est avant le premier jour.
fault-given-twice = Cette date est indiquée deux fois.
fault-invalid-date = Indiquez une date.
fault-too-many-times = Ces heures donnent plus de 5 000 créneaux. Réduisez-les, allongez l’intervalle ou rapprochez le dernier jour.
fault-version-mismatch = Quelqu’un d’autre a entre-temps enregistré d’autres heures. Ouvrez de nouveau la page et refaites votre modification.
