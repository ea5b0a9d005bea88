### The life of partnerships, and what is left of visits.

## How a partnership is doing
life-title = Où en est-il
life-last = Dernière visite
life-next = Prochaine visite
life-none-yet = Aucune pour l’instant
life-none-ahead = Aucune prévue
life-numbers = Visites et personnes, année par année
life-numbers-none = Les chiffres commencent avec la première visite.
life-year = Année
life-visits = Visites
life-people = Personnes
life-tracks = Qui les a reçues
life-visit-count = { $count ->
    [one] Une visite
   *[other] { $count } visites
  }
life-people-count = { $count ->
    [one] une personne
   *[other] { $count } personnes
  }
life-recent = Visites à raconter
life-outcomes = Ce que les visites ont apporté
life-side-hosts = Les hôtes
life-side-guests = Les visiteurs
life-history = Le chemin parcouru
history-proposed = Inscrit : { $stage }
history-agreed = { $city } a donné son accord
history-stage = Nouvelle étape : { $stage }
history-pilot = L’essai dure jusqu’au { $date }
history-facts = Informations modifiées
# Who wrote a line of the history.
history-by = par { $name }
pilot-until = À l’essai jusqu’au { $date }
pilot-outcome-continued = L’essai devient un partenariat
pilot-outcome-ended = L’essai est terminé
pilot-outcome-extended = L’essai est prolongé
life-edit = Modifier ce partenariat

## The coordinators' overview
overview-title = Vos partenariats
overview-lead = D’abord ceux qui demandent votre attention.
overview-none = Vos villes n’ont pas encore de partenariat.
attention-pilot-over = L’essai est terminé : indiquez son issue
attention-proposal = En attente d’accord
attention-pilot-ends = L’essai se termine bientôt
attention-pilot-open = L’essai n’a pas de date de fin
attention-dormant = En sommeil
attention-quiet = Calme plat
overview-fine = Tout va bien

## Editing a partnership
edit-title = Modifier : { $cities }
edit-pilot-title = Quelle est l’issue de l’essai ?
edit-pilot-means = La phrase s’affiche sur la page du partenariat.
edit-stage-title = Changer d’étape
edit-facts-title = Informations
edit-save = Enregistrer
edit-meanwhile = Quelqu’un d’autre a enregistré entre-temps. Regardez l’état actuel et refaites votre modification.
field-outcome = Issue
field-pilot-ends = Dernier jour de l’essai
field-pilot-ends-hint = Nécessaire quand un essai commence ou se prolonge.
field-why = Pourquoi
done-partnership-saved = Enregistré. L’historique a une nouvelle ligne.
fault-stage-not-reachable = On ne peut pas passer à cette étape depuis l’étape actuelle.
fault-not-a-pilot = Cela ne vaut que pour un essai.
fault-outcome-contradicts = L’issue ne correspond pas à l’étape ou à la date.
fault-partnership-proposed = Les autres villes n’ont pas encore donné leur accord.
fault-not-visited = La visite n’a pas commencé ou n’a pas eu lieu.

## Whether somebody is reminded of a quiet partnership
unsubscribe-quiet-partnerships-title = Lettres quand c’est calme
unsubscribe-quiet-partnerships-ask = Tant qu’il n’y a pas de visite dans le partenariat { $cities }, { $email } reçoit une lettre par mois avec des heures qui conviennent à toutes les villes. Faut-il arrêter ces lettres ?
unsubscribe-quiet-partnerships-leave = Ne plus me le rappeler
unsubscribe-quiet-partnerships-left = { $email } ne reçoit plus de rappel pour ce partenariat : { $cities }. Toutes les autres lettres continuent d’arriver.
unsubscribe-quiet-partnerships-join = Me le rappeler de nouveau
unsubscribe-quiet-partnerships-joined = Tant qu’il n’y a pas de visite dans le partenariat { $cities }, { $email } reçoit une lettre par mois avec des heures qui conviennent à toutes les villes.

## After the visit
report-title = Après la visite
report-link = Ce qu’il en est resté, et la prochaine visite
report-attendance = Qui est venu
report-attendance-means = Le nombre compte pour la page du partenariat ; laissé vide, ce sont les personnes cochées qui comptent.
report-not-marked = Personne n’a noté qui est venu.
field-headcount = Visiteurs en tout
field-came = Sont venus
report-outcome = Qu’avez-vous appris ?
report-outcome-hosts = Vous écrivez pour les hôtes.
report-outcome-guests = Vous écrivez pour les visiteurs. Le texte n’est public que si vous l’autorisez ici et que les hôtes le publient ; vos noms n’y figurent pas.
field-text = En quelques phrases
field-outcome-locale = Langue du texte
field-public = Publication
report-public-hosts = Le montrer sur la page du partenariat
report-public-guests = Peut figurer sur la page du partenariat
report-is-public = Figure sur la page du partenariat
report-is-private = Seules les personnes concernées peuvent le lire
report-publish = Publier
report-unpublish = Ne plus montrer
report-again = La prochaine visite
report-again-means = Choisissez une heure : le formulaire contient déjà le même groupe et les mêmes personnes.
report-again-none = Aucune heure de cette offre n’est libre pour l’instant.
report-again-others = Voir d’autres offres
done-attendance = Enregistré qui est venu.
done-outcome = Enregistré. Merci.

## Letters about a partnership
letter-kind-partnership-proposed = Partenariat proposé
letter-kind-partnership-agreed = Partenariat convenu
letter-kind-partnership-quiet = Partenariat calme
letter-kind-visit-follow-up = Après la visite
letter-proposed-subject = Partenariat proposé : { $cities }
letter-proposed-heading = Votre ville est invitée à un partenariat
letter-proposed-text = Un partenariat entre ces villes a été proposé : { $cities }. Étape : { $stage }.
letter-proposed-by = Il a été proposé par { $name }.
letter-proposed-means = Tant que toutes les villes n’ont pas donné leur accord, seules leurs personnes le savent. Vous pouvez accepter pour votre ville ou refuser.
letter-proposed-link = Voir la proposition et répondre
letter-agreed-subject = Toutes d’accord : { $cities }
letter-agreed-heading = Le partenariat que vous avez proposé est convenu
letter-agreed-text = Toutes les villes sont d’accord : { $cities }. Elles voient désormais leurs offres et peuvent les réserver.
letter-agreed-link = Voir le partenariat
letter-quiet-subject = Et si on se revoyait : { $cities }
letter-quiet-heading = C’est calme entre vos villes
letter-quiet-text = Aucune visite n’est prévue dans ce partenariat : { $cities }.
letter-quiet-last = La dernière visite remonte au { $date }.
letter-quiet-never = Aucune visite n’a encore eu lieu.
letter-quiet-times = { $count ->
    [one] Cette heure convient à toutes les villes et tombe partout un jour ouvré :
   *[other] Ces { $count } heures conviennent à toutes les villes et tombent partout un jour ouvré :
  }
letter-quiet-make = Proposer cette heure
letter-quiet-find = Trouver d’autres heures
letter-quiet-link = Voir le partenariat
letter-unsubscribe-quiet-partnerships = Ne plus me rappeler ce partenariat
# $title is the offer's, $with the other side.
letter-follow-up-subject = Après la visite : { $title }
letter-follow-up-heading = Que reste-t-il de la visite ?
letter-follow-up-text = Vous avez rencontré { $with }. Quelques phrases sur ce que vous avez appris aident vos villes à continuer.
letter-follow-up-text-host = { $with } vous a rendu visite. Notez qui est venu et écrivez quelques phrases sur ce que vous avez appris.
letter-follow-up-link = Écrire ce qu’il en reste
letter-follow-up-next = La prochaine visite se réserve avec les mêmes personnes en une étape.
letter-follow-up-again = Choisir l’heure de la prochaine visite
