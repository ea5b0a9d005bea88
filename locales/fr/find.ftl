### The page that finds a time for several cities.

nav-find = Trouver une heure
find-title = Trouver une heure
find-lead = Quand ces villes peuvent-elles se rencontrer, et qui supporte quoi ? Les heures incommodes sont pesées, non cachées, et personne qui ne l’a accepté n’est convié entre 23 h et 6 h.
find-cities = Villes (de deux à vingt)
find-from = Premier jour
find-to = Dernier jour
find-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
  }
find-length = Durée
find-order = Ce qui vient d’abord
find-order-worst-off = Le plus équitable : la ville la plus gênée l’est le moins possible
find-order-total = Le moins de gêne pour l’ensemble
find-workdays = Jours ouvrés seulement
find-workdays-hint = Les week-ends et jours fériés de chacune des villes sont écartés.
find-nights = Accepte la nuit (de 23 h à 6 h)
find-go = Chercher
find-times = Heures qui conviennent à toutes
find-least-bad = Aucune heure ne convient à toutes
# How much was found; $fitting, $days and $easy are the messages below.
find-summary = { $fitting }, { $days }. { $easy }
find-fitting = { $count ->
    [one] { $count } début convient à toutes
   *[other] { $count } débuts conviennent à toutes
  }
find-on-days = { $count ->
    [one] sur { $count } jour
   *[other] sur { $count } jours
  }
find-none-easy = Aucun ne tombe dans les heures de bureau de toutes.
find-easy = { $count ->
    [one] { $count } tombe dans les heures de bureau de toutes.
   *[other] { $count } tombent dans les heures de bureau de toutes.
  }
find-nothing = Tout début mettrait une ville dans sa nuit ou, si vous vouliez des jours ouvrés, un jour de repos. Voici les heures les plus proches.
find-advice = Ce qui aiderait
find-advice-night = { $city } accepte la nuit
find-advice-shorten = Se rencontrer { $count } minutes
find-advice-leave = Se rencontrer sans { $cities }
find-advice-days-off = Admettre les week-ends et jours fériés
find-flexible = Le début peut aller jusqu’à { $time } pour la même gêne.
find-day-off = week-end ou jour férié
find-bears-none = aucune gêne
find-bears-little = peu de gêne
find-bears-some = un peu de gêne
find-bears-much = beaucoup de gêne
find-bears-most = énormément de gêne
find-blocked-night = C’est la nuit, qui n’y a pas été acceptée.
find-blocked-day-off = C’est un jour de repos.
# A clock change; $before and $after are lengths such as "8 hours".
find-clock-forward = À { $city }, l’horloge avance le { $date } : dès lors, l’écart avec { $other } est de { $after } au lieu de { $before }.
find-clock-back = À { $city }, l’horloge recule le { $date } : dès lors, l’écart avec { $other } est de { $after } au lieu de { $before }.
find-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
  }
find-hours-exactly = { $time } heures
find-more = Autres heures
find-how-title = Comment c’est pesé
find-how = Pour chaque ville, la gêne d’un instant est le carré du nombre d’heures qui le séparent des heures de bureau ; de 6 h à 7 h et de 22 h à 23 h s’ajoutent 16, les week-ends et jours fériés 9. Le nombre vaut pour toute la rencontre : une heure située à deux heures des heures de bureau fait environ 2,3. La meilleure heure de chaque jour vient d’abord, puis la deuxième.
find-onwards = Pour continuer
find-way-partnership = Partenariat de { $cities }
find-way-hosts = Hôtes à { $city }
find-fault-too-few = Choisissez au moins deux villes.
find-fault-too-many = Choisissez au plus 20 villes.
find-fault-twice = Choisissez chaque ville une seule fois.
find-fault-unknown-city = L’une des villes n’est pas connue ici.
find-fault-invalid-date = Indiquez des dates entre les années 2000 et 2100.
find-fault-end-before-start = Le dernier jour précède le premier.
find-fault-range-too-long = Cherchez sur 400 jours au plus.
find-fault-range-too-short = La rencontre est plus longue que la période de recherche.
find-fault-out-of-range = Une rencontre dure de 5 à 480 minutes.
find-way-plan = Planifier une série avec ces villes
