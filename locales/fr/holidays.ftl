### A city's holidays and what its coordinators change of them.

field-subdivision = Partie du pays
hint-subdivision = Là où les jours fériés diffèrent dans le pays : son code, par exemple WA ou BY.

## The console's page of a city's special days
holidays-title = Jours fériés de { $city }
holidays-lead = Les jours où vos bureaux font autrement que ne le dit le jour de la semaine. Un jour de repos n’a pas d’heures de bureau, et les heures de la semaine ne reçoivent alors personne.
holidays-known = Les jours fériés légaux de ce pays ({ $country }) sont connus jusqu’au { $date }. Ce qui est décrété à bref délai n’y figure pas : indiquez-le ici.
holidays-unknown = Aucun jour férié légal de ce pays ({ $country }) n’est connu. Indiquez les jours où vos bureaux sont fermés.
holidays-years = Autres années
holidays-none = Il n’y a aucun jour particulier cette année-là.
holidays-public = calendrier légal
holidays-own = indiqué par votre ville
holidays-instead-of = Au lieu de : { $name } ({ $kind })
holidays-open = Pas chômé ici
holidays-restore = Comme au calendrier légal
holidays-remove = Retirer
holidays-add = Indiquer un jour
holidays-add-button = Indiquer ce jour
holidays-file = À partir d’un fichier d’agenda
holidays-file-button = Voir ce qu’il ferait
holidays-preview = Ce que ferait ce fichier
holidays-preview-days = Jours à ajouter
holidays-preview-removed = Jours à retirer
holidays-confirm = Ajouter ces jours
holidays-dismiss = Ne rien faire
holidays-refused = Le fichier n’a pas été accepté. Rien n’a été ajouté.
holidays-line = Ligne { $line } :
holidays-would-add = { $count ->
    [one] { $count } jour est ajouté.
   *[other] { $count } jours sont ajoutés.
  }
holidays-would-change = { $count ->
    [one] { $count } jour que vous avez indiqué est modifié.
   *[other] { $count } jours que vous avez indiqués sont modifiés.
  }
holidays-would-remove = { $count ->
    [one] { $count } jour est retiré, car son événement a été déplacé.
   *[other] { $count } jours sont retirés, car leurs événements ont été déplacés.
  }
holidays-would-keep = { $count ->
    [one] { $count } jour est déjà indiqué.
   *[other] { $count } jours sont déjà indiqués.
  }
holidays-would-nothing = Rien : il ne contient aucun jour à partir de cette année.
field-day-kind = Nature du jour
field-day-name = Nom
field-file = Fichier d’agenda
hint-file = Un fichier iCalendar (.ics) d’événements d’une journée entière, de 256 Ko au plus. Vous voyez ce qu’il ferait avant que rien ne soit ajouté.
day-kind-holiday = Jour férié
day-kind-substitute = Jour férié de remplacement
day-kind-make-up-workday = Jour de travail de rattrapage
day-kind-workday = Jour ordinaire
done-day-entered = Le jour est ajouté.
done-day-restored = Le jour a été retiré.
done-days-entered = Les jours du fichier sont ajoutés.
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
fault-not-all-day = Ce n’est pas une journée entière. Seuls les événements d’une journée entière sont acceptés.
fault-not-a-calendar = Ce n’est pas un fichier iCalendar complet.
fault-not-utf8 = Enregistrez le fichier en UTF-8.
fault-no-start = Un événement n’a pas de début.
fault-unsupported-recurrence = Seule la répétition annuelle à la même date est comprise. Écrivez les autres jours un par un.
fault-too-many-days = Il y a trop de jours.

holiday-here = Jour férié à { $city } : { $name }
holiday-unnamed = Jour férié à { $city }
console-holidays = Jours fériés de { $city }
city-holidays = Jours fériés
city-holidays-edit = Les voir et les modifier
