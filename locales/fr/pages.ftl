# What the pages say. One key, one meaning; the same keys in every language.

product-name = Sisterline
skip-to-content = Aller au contenu

## Around every page
nav-label = Menu principal
nav-partnerships = Partenariats
nav-cities = Villes
nav-console = Vos hôtes
nav-sign-in = Connexion
nav-api = API pour programmes
nav-dev-mail = Lettres de cette démo
language-label = Langue
footer-line = Deux villes, deux horloges, une heure qui convient aux deux.
footer-nav-label = Plus
footer-zones = Toutes les heures de cette page ont été calculées par le serveur avec les données de fuseaux horaires { $version }.
signed-in-as = Connecté : { $name }
sign-out = Se déconnecter
live-waiting = La connexion est interrompue. Les créneaux ont pu changer ; nouvelle tentative en cours…
live-back = De nouveau connecté.
# n: 2 to 5
live-looking = { $n } personnes regardent ce créneau en ce moment.
# n: a number that at least so many are
live-looking-many = Plus de { $n } personnes regardent ce créneau en ce moment.

## Tiers, states, stages, tracks
tier-office = heures de bureau
tier-reachable = joignable
tier-unsocial = nuit
now-office = en heures de bureau
now-reachable = joignable maintenant
now-unsocial = la nuit en ce moment
legend-open = libre, avec le nombre de places
legend-full = complet
stage-prospective = En projet
stage-pilot = À l’essai
stage-official = Officiel
stage-paused = En pause
stage-ended = Terminé
track-official = Ville et services publics
track-civic = Clubs et associations
track-education = Écoles et universités
track-culture = Culture
track-business = Économie

## Slots
slot-open = Libre
slot-full = Complet
slot-closed = Fermé
slot-cancelled = Annulé
slot-seats-left = { $count ->
    [0] Plus de places
    [one] { $count } place libre
   *[other] { $count } places libres
  }
slot-of-capacity = sur { $count }
slot-book = Réserver
slot-details = Détails
slot-duration = Durée
slot-languages = Langues
slot-topics = Thèmes
slot-full-what-now = Toutes les places sont prises. Si un groupe annule, elles réapparaissent ici aussitôt.
slot-closed-what-now = Ce créneau ne peut plus être réservé.
slot-started-what-now = Cette visite a déjà commencé.
slot-cancelled-what-now = L’hôte a annulé cette visite. Toutes les personnes qui avaient réservé ont été prévenues par courriel.
slot-others = Autres créneaux pour la même visite
slot-all-times = Tous les créneaux : { $name }
slots-new = De nouveaux créneaux ont été ajoutés.
slots-stale = Cette page n’est peut-être plus à jour.
slots-refresh = Afficher l’état actuel
visits-none = Aucune visite publique n’est ouverte pour le moment. Consultez un partenariat pour voir les créneaux entre ses villes.

## Home
home-title = Rencontrez votre ville jumelle, à une heure qui convient aux deux.
home-lead = Les villes partenaires proposent des créneaux de visite virtuelle : une classe, un hôtel de ville, une répétition de chorale, un laboratoire. Vous en choisissez un, vous le voyez à l’heure des deux villes, et chacun reçoit une invitation que son agenda comprend.
home-find = Trouver votre partenariat
home-see-visits = Prochaines visites
home-partnerships = Partenariats
home-partnerships-lead = Choisissez les villes que vous souhaitez relier. Leurs journées sont placées côte à côte.
home-partnerships-none = Aucun partenariat n’a encore été enregistré. La coordination peut ajouter le premier après s’être connectée.
home-cities = Villes
home-cities-lead = Chaque anneau est la journée d’une ville : minuit en bas, midi en haut, la perle rouge indique l’heure actuelle.
home-cities-none = Aucune ville n’a encore été enregistrée. L’administration peut ajouter la première après s’être connectée.
home-visits = Prochaines visites
home-visits-lead = Ouvertes à toutes les personnes d’une ville partenaire.
partnership-since = depuis { $year }
partnership-open-slots = { $count ->
    [0] Aucun créneau libre
    [one] { $count } créneau libre
   *[other] { $count } créneaux libres
  }

## City
city-now = En ce moment
city-zone = Fuseau horaire
city-office-hours = Heures de bureau
city-languages = Langues
city-partnerships = Partenariats
city-partnerships-none = Cette ville n’a pas encore de partenariat public.
city-partnerships-count = { $count ->
    [0] Pas encore de partenariat
    [one] { $count } partenariat
   *[other] { $count } partenariats
  }
city-hosts = Qui reçoit des visites
city-hosts-lead = Réservez une visite par l’un des partenariats de la ville.
city-hosts-none = Personne ne reçoit encore de visites ici.
city-visits = Prochaines visites publiques
host-offers-label = Ce qui est proposé

## Partnership
week-nav-label = Semaines
week-previous = Semaine précédente
week-next = Semaine suivante
week-empty = Aucun créneau n’est proposé cette semaine.
week-empty-what-now = Aucun créneau ultérieur n’a encore été ajouté. Écrivez à l’un des hôtes ou revenez dans quelques jours.
week-go-to-next = Aller aux prochains créneaux libres
day-empty = Aucun créneau.
today = aujourd’hui

## Booking form
book-title = Réserver cette visite
book-party = Qui vient
book-contact = À qui écrire
book-attendees = Autres participants
book-attendees-hint = Chacun reçoit sa propre invitation. Vous pouvez aussi transférer la vôtre.
book-attendee-number = Personne { $number }
book-add-attendee = Ajouter une personne
book-submit = Réserver cette visite
book-what-next = Vous recevez aussitôt un courriel avec l’heure dans les deux villes, une invitation pour l’agenda et un lien pour changer d’avis.
form-faults = { $count ->
    [one] { $count } point est à revoir
   *[other] { $count } points sont à revoir
  }
field-optional = (facultatif)
field-city = Votre ville
field-organization = Votre école, service, association ou entreprise
field-name = Votre nom
field-email = Adresse électronique
field-locale = Langue des lettres
field-zone = Fuseau horaire des lettres
field-seats = Places
field-note = Un mot à l’hôte
field-attendee-name = Nom
field-attendee-email = Adresse électronique
field-reason = Motif

## Booking
booking-thanks = Merci. Tout est convenu.
booking-confirmed = Confirmée
booking-cancelled = Annulée
booking-completed = A eu lieu
booking-next = La suite
booking-next-confirmed = Toutes les personnes de la liste ont reçu une invitation. Acceptez-la dans votre agenda et connectez-vous quelques minutes avant, depuis cette page ou par le lien du courriel.
booking-next-cancelled = Cette visite n’aura pas lieu pour vous, et les agendas en ont été informés. Vous pouvez choisir un autre créneau.
booking-next-completed = Nous espérons que ce fut un bon moment. N’hésitez pas à en choisir un autre.
booking-join = Rejoindre la visite
booking-calendar = Ajouter à l’agenda
booking-others = Autres créneaux libres
booking-party = Votre groupe
booking-seats = Places
booking-attendees = Personnes invitées
booking-note = Votre mot à l’hôte
booking-cancel = Annuler cette réservation
booking-cancel-means = Vos places sont aussitôt proposées à d’autres, et toutes les personnes invitées sont prévenues par courriel. C’est définitif.
booking-cancel-confirm = Oui, annuler la réservation
booking-keep-link = Quiconque a l’adresse de cette page peut modifier la réservation. Gardez-la pour vous.
seats = { $count ->
    [one] { $count } place
   *[other] { $count } places
  }

## Signing in
sign-in-title = Connexion
sign-in-lead = Pour les hôtes, la coordination et l’administration. Pas de mot de passe : nous vous envoyons un lien.
sign-in-send = Recevoir un lien
sign-in-guests = Les visiteurs n’ont pas besoin de compte. Pour modifier une réservation, utilisez le lien reçu par courriel.
sign-in-sent-title = Consultez votre messagerie
sign-in-sent = Si { $email } est connue ici, un lien est en route.
sign-in-sent-next = Il fonctionne une seule fois, pendant 15 minutes. Rien reçu ? Regardez dans les indésirables et vérifiez l’adresse.
sign-in-demo-mail = Ouvrir les lettres de cette démo
sign-in-again = Demander un nouveau lien
sign-in-enter-title = Heureux de vous revoir
sign-in-enter = Vous allez vous connecter avec l’adresse { $email }.
sign-in-enter-button = Se connecter
sign-in-expired-title = Ce lien ne fonctionne plus
sign-in-expired = Un lien fonctionne une seule fois, pendant 15 minutes. Demandez-en un nouveau ; cela ne prend qu’un instant.

## Console
console-title = Vos hôtes
console-hello = Bonjour { $name }, heureux de vous voir.
console-no-hosts = Vous n’êtes encore membre d’aucun hôte. Demandez à la coordination de votre ville de vous ajouter.
console-no-offers = Rien n’est encore proposé.
console-no-slots = Aucun créneau à venir. Ajoutez-en un : tous les partenaires le verront aussitôt.
console-seats-taken = places prises
console-nobody-yet = Personne n’a encore réservé.
console-cancel-slot = Annuler ce créneau
console-cancel-means-nobody = Personne ne l’a réservé. Il disparaît aussitôt de toutes les pages.
console-cancel-means = { $count ->
    [one] { $count } groupe l’a réservé et sera prévenu par courriel. C’est définitif.
   *[other] { $count } groupes l’ont réservé et seront prévenus par courriel. C’est définitif.
  }
console-cancel-confirm = Oui, l’annuler
console-add-slot = Ajouter un créneau
console-add-slot-button = Ajouter ce créneau
console-setups = Configurer
field-offer = Offre
field-date = Date
field-time = Début, à l’heure de la ville hôte
field-capacity = Places
field-resolution = Laquelle voulez-vous dire ?
field-city-name = Nom
field-slug = Nom court pour les adresses
field-country = Pays
field-city-zone = Fuseau horaire
field-office-from = Ouverture des bureaux
field-office-to = Fermeture des bureaux
field-weekend = Jours de repos
field-languages = Langues
field-cities = Villes
field-stage = Étape
field-since = Année de signature
field-host-city = Ville
field-host-name = Nom de l’hôte
field-track = Domaine
field-about = Présentation
field-host = Hôte
field-title = Titre
field-topics = Thèmes
field-duration = Minutes
field-visibility = Qui peut la voir
field-description = Ce qui attend les visiteurs
field-role-email = Adresse électronique
field-role = Rôle
field-role-scope = Pour

console-pick = Vos hôtes
console-pick-summary = Choisir un hôte
console-host-line = { $count ->
    [0] rien de proposé pour l’instant
    [one] { $count } offre
   *[other] { $count } offres
  }
console-more-slots = { $count ->
    [one] { $count } créneau ultérieur
   *[other] { $count } créneaux ultérieurs
  }
console-not-all = { $count ->
    [one] Seul le prochain créneau est affiché.
   *[other] Seuls les { $count } prochains créneaux sont affichés.
  }
console-steps = Premiers pas
console-steps-lead = Rien ne peut encore être réservé. Voici les étapes jusqu’à la première visite ; chacune ouvre son formulaire.
console-step-city = Ajoutez votre ville, et une ville que vous souhaitez rencontrer.
console-step-partnership = Enregistrez le partenariat entre elles.
console-step-host = Ajoutez un hôte : qui reçoit les visites.
console-step-offer = Décrivez ce que l’hôte propose.
console-step-slot = Ajoutez un premier créneau.
console-none-to-keep = Aucun hôte n’a encore été ajouté.
add-slot-capacity-hint = Vide : autant que le prévoit l’offre.
doubt-gap = À { $city }, l’horloge est avancée cette nuit-là et saute { $time }. Est-ce bien ce moment ? Sinon, choisissez une autre heure.
doubt-fold = À { $city }, l’horloge est reculée cette nuit-là : { $time } arrive donc deux fois.
resolution-gap-shifted = plus tard, d’autant que l’horloge est avancée
resolution-fold-first = avant que l’horloge soit reculée
resolution-fold-second = après que l’horloge a été reculée
setup-city = Ajouter une ville
setup-partnership = Enregistrer un partenariat
setup-host = Ajouter un hôte
setup-offer = Ajouter une offre
setup-role = Attribuer un rôle
field-native-name = Nom dans la langue du pays
field-kind = Type
field-overlap = Autres visites
field-meeting-url = Où elle a lieu
field-role-name = Nom
field-role-locale = Langue des lettres
hint-slug = Lettres minuscules, chiffres et traits d’union. Ne pourra plus être modifié.
hint-country = Deux lettres, par exemple TW ou US.
hint-languages = Codes séparés par des virgules, par exemple en, zh-TW.
hint-topics = Séparés par des virgules.
hint-meeting-url = Une adresse commençant par https://. Seules les personnes qui ont réservé la connaîtront.
hint-role-name = Nécessaire seulement si la personne est nouvelle ici.
overlap-allowed = Peut avoir lieu pendant que l’hôte en reçoit une autre
role-admin = Administration générale
role-coordinator = Coordination
role-member = Membre d’un hôte
seen-by-public = Tout le monde
seen-by-partners = Villes partenaires
seen-by-unlisted = Quiconque a le lien
known-to-public = Tout le monde
known-to-private = Seulement les personnes qui travaillent pour ses villes
day-mon = lundi
day-tue = mardi
day-wed = mercredi
day-thu = jeudi
day-fri = vendredi
day-sat = samedi
day-sun = dimanche

## What is wrong with a field of the console, by its code
fault-invalid-url = Indiquez une adresse commençant par https://.
fault-out-of-range = Indiquez un nombre de { $min } à { $max }.
fault-not-a-number = Indiquez un nombre.
fault-count = Choisissez-en de { $min } à { $max }.
fault-unknown = Choisissez dans la liste.
fault-too-many = Il y en a trop.
fault-invalid-slug = Utilisez de 2 à 60 lettres minuscules, chiffres et traits d’union, par exemple new-taipei.
fault-invalid-country = Indiquez les deux lettres du pays, par exemple TW.
fault-invalid-language = Indiquez des codes de langue, par exemple en, zh-TW ou ja.
fault-invalid-time = Indiquez une heure, par exemple 09:00.
fault-end-before-start = La fermeture doit être postérieure à l’ouverture.
fault-slug-taken = Une autre ville porte ce nom court. Choisissez-en un autre.
fault-slot-overlaps = L’hôte reçoit une autre visite à ce moment-là. Choisissez une autre heure.
fault-invalid-local-time = Indiquez une date et une heure.
fault-local-day-missing = Ce jour n’existe pas là-bas : le calendrier le saute. Choisissez-en un autre.
fault-choose-instant = Précisez lequel vous voulez dire, ou choisissez une autre heure.
fault-in-past = Choisissez une heure à venir.
fault-too-far = Choisissez une heure dans les dix ans à venir.
fault-not-yours = L’une des villes doit être une ville que vous coordonnez.

## Letters of the demo
dev-mail-title = Lettres de cette démo
dev-mail-lead = Rien ne quitte cette machine. Voici les lettres telles qu’elles auraient été envoyées.
dev-mail-none = Pas encore de lettres. Réservez une visite et les premières apparaîtront ici.
letter-subject = Objet
letter-to = À
letter-kind = Type
letter-at = Écrite
letter-state = État
letter-html = Telle que la plupart la voient
letter-text = Texte
letter-calendar = Agenda
letter-broken = Cette lettre ne peut plus être affichée.
letter-raw = Le message complet
letter-kind-visit-confirmed = Invitation
letter-kind-visit-cancelled = Annulation
letter-kind-series-confirmed = Série de visites
letter-kind-series-cancelled = Série annulée
letter-kind-sign-in = Lien de connexion
letter-kind-visit-moved = Changement d’heure
letter-kind-confirm-again = À confirmer de nouveau
letter-kind-answer-received = Réponse
letter-kind-time-proposed = Proposition d’un autre horaire
letter-kind-address-failing = Adresse injoignable
letter-state-queued = en attente
letter-state-sending = en cours d’envoi
letter-state-sent = envoyée
letter-state-dead = abandonnée
letter-state-superseded = remplacée par une plus récente
letter-state-expired = trop tard pour l’envoyer
letter-follow = Suivre le lien de cette lettre

## API
docs-title = API pour programmes
docs-version = Version { $version }.
docs-machine = La même chose pour les machines (OpenAPI 3.1)
docs-nav-label = Opérations
docs-parameters = Paramètres
docs-request = Contenu
docs-responses = Réponses
docs-required = obligatoire

## Problems
problem-home = Vers la page d’accueil
problem-403 = Cette page ne vous est pas accessible
problem-403-next = Vous êtes peut-être connecté avec une autre adresse, ou la page appartient à un autre hôte. Si vous veniez d’un formulaire, revenez en arrière, rechargez-le et envoyez-le de nouveau.
problem-404 = Il n’y a rien ici
problem-404-next = Le lien est peut-être ancien ou incomplet. La page d’accueil mène à chaque ville et à chaque partenariat.
problem-409 = Quelqu’un a été plus rapide
problem-409-next = Ce que vous avez vu a changé entre-temps. Revenez en arrière pour voir l’état actuel.
problem-422 = Quelque chose n’a pas été compris
problem-422-next = Revenez en arrière et vérifiez ce qui a été saisi. Rien n’a été modifié.
problem-429 = C’était beaucoup à la fois
problem-429-next = Attendez une minute et réessayez. Rien n’a été perdu.
problem-500 = Une erreur s’est produite, et c’est la nôtre
problem-500-next = Elle a été notée. Réessayez dans un instant ; si elle se répète, communiquez-nous le code ci-dessous.
problem-503 = De retour dans un instant
problem-503-next = Une partie du service est momentanément indisponible. Rien de ce qui a été réservé n’est perdu. Réessayez dans une minute.

## Said once after something was done
done-cancelled = La visite est annulée. Toutes les personnes concernées sont prévenues par courriel.
done-slot-added = Le créneau a été ajouté. Ceux qui consultent la page le voient déjà.
done-slot-cancelled = Le créneau est annulé. Toutes les personnes qui avaient réservé sont prévenues par courriel.
done-entered = Enregistré.
done-signed-in = Vous êtes connecté.
done-signed-out = Vous êtes déconnecté.

## Small words
list-separator = ,{" "}

## What is wrong with a field, by its code
fault-required = Veuillez remplir ce champ.
fault-too-long = C’est trop long.
fault-control-characters = Veuillez supprimer les sauts de ligne et les caractères invisibles.
fault-invalid-email = Veuillez indiquer une adresse électronique, par exemple name@example.org.
fault-duplicate-email = Cette adresse figure déjà dans la réservation.
fault-unknown-city = Veuillez choisir votre ville.
fault-unknown-zone = Veuillez choisir un fuseau horaire dans la liste.
fault-slot-full = Quelqu’un a été plus rapide : il ne reste pas assez de places. Rien n’a été réservé.
fault-slot-closed = Ce créneau n’accepte plus de réservations. Rien n’a été réservé.
fault-slot-started = Cette visite a commencé. Rien n’a été réservé.
fault-visit-started = La visite a commencé ; elle ne peut plus être modifiée.
fault-sent-before = Ce formulaire a déjà été envoyé avec un autre contenu. Vérifiez-le et envoyez-le de nouveau.
fault-stale-form = Ce formulaire est trop ancien. Ouvrez de nouveau la page et renvoyez-le.

## Booking
home-page-title = Visites entre villes jumelles
book-choose-city = Choisir…
book-zone-of-city = Celui de la ville
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
  }
clocks-apart = { $count ->
    [0] la même heure
    [one] { $count } heure d’écart
   *[other] { $count } heures d’écart
  }
clocks-apart-exactly = { $time } heures d’écart
kind-office = Service public
kind-school = École
kind-university = Université
kind-association = Association
kind-company = Entreprise

# Heading over partnerships that wait for an answer.
console-proposals = Partenariats proposés
proposal-title = Proposé, pas encore convenu
proposal-awaits = Accord encore attendu : { $cities }.
proposal-meaning = Tant que toutes les villes n’ont pas donné leur accord, seules les personnes de ces villes en ont connaissance, et rien ne peut être vu ni réservé par ce partenariat.
proposal-agree = Donner l’accord de votre ville
proposal-withdraw = Retirer la proposition
done-agreed = Accord donné. Dès que toutes les villes l’auront donné, leurs offres seront ouvertes les unes aux autres.
done-withdrawn = La proposition a été retirée.

# Letters that could not be sent, for admins.
outbox-title = Boîte d’envoi
outbox-lead = Chaque lettre attend ici que le serveur de messagerie l’ait acceptée.
outbox-paused = Rien n’est envoyé en ce moment
outbox-paused-next = Le serveur de messagerie nous refuse. Les lettres attendent, sans aucune perte ; dès que les réglages ou le serveur seront rétablis, elles partiront d’elles-mêmes. Il répond :
outbox-counts = Lettres
outbox-none = Rien n’a encore été écrit.
outbox-dead = Abandonnées
outbox-dead-none = Aucune lettre n’a été abandonnée.
outbox-reason = Raison
outbox-actions = Que faire
outbox-requeue = Envoyer de nouveau
outbox-discard = Supprimer
done-requeued = La lettre attend d’être envoyée de nouveau.
done-discarded = La lettre a été supprimée.
letter-state-discarded = supprimée
console-outbox = Boîte d’envoi

# How each letter reads, for admins.
preview-title = Aperçu des lettres
preview-lead = Toutes les lettres que cette installation écrit, dans chaque langue, avec une visite pour exemple.
preview-harmless = Rien de tout cela n’a été envoyé. Les liens aussi sont des exemples : ils ne mènent à rien qui existe et n’ouvrent rien à personne.
preview-day = Jour de la visite
preview-day-next-day = Le lendemain à Kaohsiung
preview-day-same-day = Le même jour dans les deux
preview-day-clocks-back = Passage à l’heure d’hiver
preview-day-clocks-forward = Passage à l’heure d’été
preview-show = Afficher la lettre
preview-from = De
preview-eml = Télécharger le message (.eml)

# Calendars that people subscribe to.
console-calendars = Agendas à suivre
calendars-title = Agendas à suivre
calendars-lead = Votre logiciel d’agenda peut suivre ces adresses et affiche toujours l’état réel. Quiconque a une adresse voit ses visites : transmettez-la avec précaution.
feed-person = Les visites auxquelles vous êtes invité ou que vous recevez
feed-host = Les visites que cet hôte reçoit
feed-partnership = Les visites de ce partenariat, sans le lien d’accès
feed-open = Ouvrir dans un agenda
feed-google = Ajouter à Google Agenda
feed-rotate = Changer l’adresse
feed-busy = Seulement les heures occupées, sans dire par quoi :
feed-slow = Les agendas s’actualisent à leur rythme : la plupart dans l’heure, Google dans la journée.
feed-name = Visites : { $name }
city-feed = Suivre dans votre agenda
done-rotated = L’adresse a été changée. Les agendas qui suivaient l’ancienne ne voient plus rien.
