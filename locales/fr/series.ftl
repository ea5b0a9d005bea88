### Recurring visits: the planner and its plans.

## The planner
plan-title = Planifier une série
plan-lead = Rencontrez-vous régulièrement sans que la nuit retombe toujours sur la même ville : chaque plan montre qui supporte quoi.
plan-of-partnership = Sans choix, ce sont les villes du partenariat. Leurs visites passées comptent.
plan-go = Afficher les plans
plan-plans = Les plans côte à côte
plan-look = Afficher chaque visite
plan-field-start = Première date, dans la première ville
plan-field-every = Fréquence
plan-field-count = Nombre de visites
plan-field-minutes = Durée
plan-field-holidays = Les jours fériés
plan-field-block = Un plan tournant garde une heure pendant
plan-field-at = Comparer avec cette heure dans la première ville
plan-every-week = Chaque semaine
plan-every-fortnight = Toutes les deux semaines
plan-every-month = Chaque mois, le même jour de la semaine
plan-every-quarter = Tous les trois mois
plan-every-year = Chaque année
plan-holidays-skip = Omettre la visite
plan-holidays-move = Reporter au jour ouvré suivant
plan-holidays-keep = Se rencontrer malgré tout
plan-block-usual = ce qui convient à la fréquence
plan-block-season = une saison
plan-block-quarter = un trimestre
plan-block-meeting = une visite (mensuelle ou plus rare)
# $count visits are planned.
plan-visits = { $count ->
    [one] { $count } visite est prévue.
   *[other] { $count } visites sont prévues.
  }
plan-no-dates = Toutes les dates ont été omises. Choisissez une autre première date ou gardez les jours fériés.
plan-nobody-awake = À aucune heure il ne fait jour pour tous. Ce serait la nuit à : { $cities }.
plan-left-out = Omises en raison de jours fériés : { $dates }
plan-left-out-date = { $date } ({ $cities })
plan-moved = Reportées en raison de jours fériés : { $dates }
plan-moved-date = { $from } reportée à { $to }
plan-carried = Les visites passées comptent ; gêne supportée jusqu’ici : { $cities }
plan-number = N°
plan-holiday = Jour férié
# $offset is the offset after the change, such as GMT-7.
plan-clock-moved = Changement d’heure : désormais { $offset }
plan-unsocial = { $count ->
    [one] { $count } visite à une heure incommode
   *[other] { $count } visites à une heure incommode
  }
plan-no-changes = L’heure ne change jamais.
plan-changes = { $count ->
    [one] L’heure change { $count } fois.
   *[other] L’heure change { $count } fois.
  }
plan-clocks = { $city } : { $times }
plan-kind-rotating = À tour de rôle
plan-kind-seasonal = Une heure d’été et une heure d’hiver
plan-kind-least-total = La plus petite somme
plan-kind-asked = L’heure que vous avez indiquée
plan-kind-fixed = Toujours la même heure à { $city }
plan-kind-one-sided = Le mieux pour { $city }
plan-about-rotating = Équitable : chaque bloc de visites a une autre heure.
plan-about-seasonal = Équitable : l’heure ne bouge qu’avec l’heure d’été.
plan-about-fixed = Aussi équitable que peut l’être une seule heure.
plan-about-least-total = La plus petite somme, quelle que soit la ville qui la supporte.
plan-about-one-sided = Une ville est à l’aise ; les autres, aussi équitablement que cela le permet.
plan-about-asked = Pour comparer.
plan-how-title = Comment la gêne est comptée
plan-how = Une heure coûte à une ville le carré du nombre d’heures qui la séparent de ses heures de bureau, 16 de plus de 6 h à 7 h et de 22 h à 23 h, et 9 de plus les week-ends et jours fériés. Personne ne se rencontre de 23 h à 6 h. Un plan équitable rend la gêne de la ville la plus gênée aussi petite que possible, puis celle de la suivante.

## Agreeing
plan-agree-title = Accepter ce plan
plan-agree = Accepter et réserver toutes les visites
plan-agree-what = Toutes les visites sont réservées d’un coup, ou aucune. Chacun reçoit un courriel qui les énumère, puis l’invitation à chaque visite deux semaines avant.
plan-offer = Ce que vous proposez
plan-guests = Ville des visiteurs
plan-organization = École, service, association ou entreprise des visiteurs
plan-contact = Nom du contact des visiteurs
plan-leave-out = Omise
plan-conflicts = { $count ->
    [one] { $count } visite ne peut avoir lieu : son heure est passée ou l’hôte en a une autre. Rien n’a été réservé. Envoyez de nouveau pour l’omettre.
   *[other] { $count } visites ne peuvent avoir lieu : leur heure est passée ou l’hôte en a une autre. Rien n’a été réservé. Envoyez de nouveau pour les omettre.
  }
plan-who-may = Pour accepter ce plan, il faut gérer un hôte de l’une de ces villes, avec une offre de cette durée.
plan-sign-in = Pour accepter ce plan, connectez-vous comme gestionnaire d’un hôte de l’une de ces villes.
plan-fault-too-few = Choisissez au moins deux villes.
plan-fault-cities-too-many = Choisissez au plus 20 villes.
plan-fault-rule-too-many = Prévoyez au plus 520 visites, moins avec de nombreuses villes.
plan-fault-rule-range-too-long = Une série s’étend sur dix ans au plus.
plan-fault-invalid-rule = Indiquez un nombre de visites.
plan-fault-rotates-too-often = Seule une série mensuelle ou plus rare peut changer d’heure à chaque fois : sinon, on s’y perd.
plan-fault-invalid-date = Indiquez une première date.
plan-fault-duration-minutes-out-of-range = Une visite dure de 5 à 480 minutes.
fault-plan-changed = Le plan a changé entre-temps. Regardez-le de nouveau ; rien n’a été réservé.
fault-no-such-plan = Ce plan n’existe plus. Regardez de nouveau les plans.
fault-other-duration = L’offre a une autre durée. Planifiez avec celle-ci.
fault-no-occurrence = Gardez au moins une visite.

## A series
series-line = { $organization } chez { $host }
series-agreed = Convenue
series-ended = Annulée
series-predecessor = La série précédente
series-state = État
series-reason = Motif
series-cancel-title = Annuler ce qui reste
series-cancel-this = Annuler celle-ci
series-cancel-following = Celle-ci et toutes les suivantes
series-cancel-all = Annuler toutes les visites à venir
series-cancel-what = Chacun reçoit un courriel. Les visites passées restent.
occurrence-standing = A lieu
occurrence-over = Passée
occurrence-cancelled = Annulée
occurrence-left-out = Omise
done-series-agreed = La série est convenue. Chacun reçoit un courriel.
done-series-cancelled = Annulée. Toutes les personnes concernées reçoivent un courriel.

## The ledger of a partnership
ledger-title = Qui a eu les heures tardives jusqu’ici
ledger-none = Aucune visite n’a encore eu lieu.
ledger-visits = { $count ->
    [one] { $count } visite
   *[other] { $count } visites
  }
ledger-plan = Planifier une série qui rétablit l’équilibre
