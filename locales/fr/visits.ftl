### Holds, approval, waiting lists, rescheduling: the life of a visit.

## Where a booking stands
booking-requested = En attente de réponse
booking-declined = Refusée
booking-lapsed = Expirée
booking-next-requested = Vos places sont gardées jusqu’à la réponse. La personne qui a réservé est prévenue par courriel.
booking-next-declined = La demande a été refusée. Vous pouvez choisir un autre créneau.
booking-next-lapsed = Personne n’a répondu à temps et la demande a expiré. Vous pouvez demander de nouveau.
# $when is a date and a time with its offset.
booking-respond-by = Une réponse est attendue avant le { $when }.
booking-approvals = Réponses reçues
booking-approved-by-host = La ville de l’hôte a accepté.
booking-approved-by-guests = La ville des visiteurs a accepté.
booking-group = Personnes
booking-language = Langue souhaitée
booking-interpreter = Interprète souhaité
booking-accessibility = Ce qu’il vous faut pour participer
booking-too-late = Il est trop tard pour modifier cette visite ici. Adressez-vous à l’hôte.

## Moving a booking
booking-move = Choisir un autre créneau
booking-move-means = Vos places vous suivent : les nouvelles sont prises et les anciennes libérées en une seule étape. Toutes les personnes invitées sont prévenues.
booking-move-asks = Le nouveau créneau doit être accepté de nouveau.
booking-move-confirm = Déplacer la visite
booking-move-none = Aucun autre créneau n’a assez de places pour le moment.
field-slot-id = Nouveau créneau

## Who comes
booking-people = Modifier les participants
booking-people-means = Les nouvelles personnes sont invitées. Celles qui sont retirées sont prévenues, elles seules. Une ligne vide est ignorée.
booking-people-confirm = Enregistrer la liste

## Holds
hold-kept = Vos places sont gardées pendant que vous remplissez le formulaire.
hold-lost = Les places ne vous sont plus gardées. Vous pouvez tout de même essayer de réserver.
hold-others = Quelqu’un réserve les dernières places en ce moment. S’il renonce, elles réapparaissent ici aussitôt.
slot-held = En cours de réservation

## Waiting lists
waiting-title = Liste d’attente
waiting-join-lead = Quand des places se libèrent, elles sont gardées pour ceux qui attendent, dans l’ordre des inscriptions.
waiting-join = S’inscrire sur la liste d’attente
waiting-length = { $count ->
    [0] Personne n’attend.
    [one] { $count } groupe attend.
   *[other] { $count } groupes attendent.
  }
waiting-waiting = Vous attendez
waiting-offered = Des places vous sont gardées
waiting-booked = Vous avez réservé
waiting-passed = Votre tour est passé
waiting-left = Vous avez quitté la liste
waiting-ended = Il n’y a plus rien à attendre
waiting-ahead = { $count ->
    [0] C’est bientôt votre tour.
    [one] { $count } groupe est avant vous.
   *[other] { $count } groupes sont avant vous.
  }
waiting-until = Elles sont gardées jusqu’au { $when }, puis reviennent aux suivants.
waiting-book = Réserver ces places
waiting-leave = Quitter la liste d’attente
waiting-leave-means = Votre rang passe à ceux qui vous suivent.
waiting-keep-link = Quiconque a l’adresse de cette page peut utiliser votre rang. Gardez-la pour vous.
waiting-seats = Places souhaitées

## What an offer asks
field-group-size = Combien serez-vous
field-language = Langue souhaitée
field-interpreter = Nous souhaitons un interprète
field-accessibility = Ce qu’il vous faut pour participer
field-consent = Nous acceptons
book-questions = Questions de l’hôte
book-no-wish = Sans préférence
book-yes = Oui
book-no = Non
book-approval = L’hôte répond à chaque demande. Vos places sont gardées jusque-là.
book-approval-both = Les deux villes répondent à chaque demande. Vos places sont gardées jusque-là.
book-ask = Envoyer la demande

## The console
console-requests = Demandes à traiter
console-requests-none = Aucune demande ne vous attend.
console-approve = Accepter
console-decline = Refuser
console-decline-means = Les visiteurs sont prévenus, avec votre motif. Les places sont de nouveau libres.
console-capacity = Places
console-capacity-save = Changer les places
console-close = Fermer aux réservations
console-reopen = Ouvrir aux réservations
console-waiting = { $count ->
    [one] { $count } groupe attend
   *[other] { $count } groupes attendent
  }
console-held = { $count ->
    [one] { $count } place est en cours de réservation
   *[other] { $count } places sont en cours de réservation
  }
console-move = Déplacer vers un autre créneau
field-capacity-of = Places

## Done
done-moved = La visite a été déplacée. Toutes les personnes invitées sont prévenues par courriel.
done-people = La liste est enregistrée.
done-approved = Acceptée.
done-declined = Refusée. Les visiteurs sont prévenus par courriel.
done-resized = Le nombre de places a été modifié. Ceux qui consultent la page le voient déjà.
done-closed = Ce créneau n’accepte plus de réservations.
done-reopened = Ce créneau accepte de nouveau des réservations.
done-left = Vous avez quitté la liste d’attente.
done-joined = Vous êtes sur la liste d’attente. Un courriel avec votre lien est en route.

## What is wrong
fault-too-late = Il est trop tard pour modifier cette visite ici. Adressez-vous à l’hôte.
fault-booking-state = La situation a changé entre-temps. Regardez où elle en est.
fault-seats-taken = Davantage de places sont prises ou en cours de réservation.
fault-slot-cancelled = Ce créneau n’a pas lieu.
fault-party-limit = Vous avez réservé aussi souvent qu’un groupe le peut. Rien n’a été réservé.
fault-city-limit = Votre ville a réservé aussi souvent qu’une ville le peut. Rien n’a été réservé.
fault-hold-expired = Les places ne vous sont plus gardées. Rien n’a été réservé.
fault-too-many-holds = Trop de formulaires sont ouverts à la fois. Terminez-en ou quittez-en un d’abord.
fault-no-waiting-list = Il n’y a pas de liste d’attente pour cela.
fault-seats-left = Il y a des places maintenant : réservez-les.
fault-already-waiting = Cette adresse est déjà sur la liste d’attente.
fault-waiting-list-full = Trop de groupes attendent. Choisissez un autre créneau.
fault-other-offer = Choisissez un créneau de la même visite.
fault-other-slot = Ces places étaient gardées pour un autre créneau.
fault-consent-required = Veuillez accepter, sans quoi la réservation n’est pas possible.
fault-unknown-choice = Choisissez l’une des réponses.
fault-one-per-party = Votre groupe prend une place, quel que soit votre nombre.
fault-not-seats = Prenez une place pour chacun de vous.

## Kinds of letters
letter-kind-visit-rescheduled = Changement de date
letter-kind-visit-requested = Demande reçue
letter-kind-visit-to-approve = Demande à traiter
letter-kind-visit-declined = Demande refusée
letter-kind-visit-lapsed = Demande expirée
letter-kind-visit-left = Retrait de la liste
letter-kind-waiting-joined = Liste d’attente
letter-kind-waiting-offered = Places gardées

## A clock's new rules took a visit out of a city's reachable hours
booking-again = À confirmer à nouveau
booking-again-city = Les règles d’une horloge ont changé, et la visite tombe désormais la nuit à { $city }. Elle a lieu malgré tout ; la coordination de { $city } est priée de dire si les participants peuvent venir.
booking-again-button = Confirmer à nouveau
console-again = Visites à confirmer à nouveau

## The editor of how an offer is booked
policy-title = Comment on réserve
policy-lead = Qui doit approuver, quelle taille un groupe peut avoir et ce qui est demandé aux visiteurs. Cela vaut pour les réservations à partir de maintenant.
policy-no-limit = 0 signifie sans limite.
policy-questions = Questions aux visiteurs
policy-questions-hint = Une ligne sans question est ignorée.
policy-question = Question { $number }
policy-choices-hint = Séparez-les par des points-virgules.
policy-save = Enregistrer
console-policy = Comment on réserve
done-policy-saved = Enregistré. Cela vaut dès maintenant.
field-approval = Approbation
approval-instant = Personne : confirmé aussitôt
approval-host = Par l’hôte
approval-both = Par une personne coordinatrice de chaque ville
field-approval-hours = Heures après lesquelles une demande expire
field-change-hours = Heures avant la visite jusqu’auxquelles on peut la modifier
field-seat = Ce qu’est une place
seat-person = Une place pour une personne
seat-party = Une place pour un groupe
field-group-max = Nombre maximal de personnes d’un groupe
field-party-limit = Nombre maximal de réservations en cours d’un groupe
field-city-limit = Nombre maximal de réservations en cours d’une ville
field-asks = Proposé aux visiteurs
asks-waiting-list = Une liste d’attente quand c’est complet
asks-language = Souhaiter l’une des langues
asks-interpreter = Souhaiter un interprète
asks-accessibility = Dire ce qu’il leur faut pour participer
field-policy-consent = Ce que les visiteurs doivent accepter
field-question-text = Question
field-question-kind = Réponse par
question-text = Un texte
question-choice = Un choix
question-yes-no = Oui ou non
field-question-choices = Choix
field-question-required = Réponse obligatoire
