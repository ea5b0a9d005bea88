### The words of the letters.

## Every letter
letter-greeting = Bonjour { $name },
# Under every letter; $url is the installation's address.
letter-footer = Envoyé par Sisterline, { $url }
# A label and what it stands for, in the plain text.
letter-labelled = { $label } : { $value }

## Times
# $date with its day of the week, $range of times, $offset from UTC.
letter-when = { $date }, { $range } ({ $offset })
# A moment whose date differs from the reader's; $shift is the next or previous day.
letter-when-shifted = { $when }, { $shift }
letter-next-day = le lendemain
letter-previous-day = la veille
# The clock changes during the visit: the offset before and after.
letter-offset-change = { $before }, puis { $after }
# The reader's own time, where their zone is that of their side's city.
letter-your-time-in = Votre heure, à { $city }
# The reader's own time, where it is another zone.
letter-your-time = Votre heure ({ $zone })
# A city with its name in its own language.
letter-place = { $name } ({ $native })

## A visit
# What an event in the calendar is called; $with is the other side.
letter-summary = { $title } – { $with }
letter-fact-visit = Visite
letter-fact-host = Hôte
letter-fact-guests = Visiteurs
letter-fact-seats = Places
# Somebody and where they are.
letter-of-city = { $name }, { $city }
letter-note = Mot des visiteurs
letter-reason = Motif indiqué
letter-join = Rejoindre la visite
letter-no-link-guest = Aucun lien de réunion n’a encore été indiqué. L’hôte vous dira comment participer.
letter-no-link-host = Aucun lien de réunion n’a encore été indiqué. Veuillez dire à vos visiteurs comment participer.
letter-manage = Voir ou annuler votre réservation
letter-manage-secret = Quiconque a ce lien peut annuler la visite ; veuillez ne pas le transmettre.
letter-view = Voir la réservation
letter-console = Gérer vos visites
letter-ask-contact = Pour modifier ou annuler la visite, adressez-vous à la personne qui l’a réservée ({ $organization }).

## A visit is booked
letter-confirmed-subject = Visite confirmée : { $title }, { $date }
letter-confirmed-heading = Votre visite est confirmée
letter-confirmed-contact = { $host }, à { $city }, vous attend. La visite a lieu en ligne. Une invitation pour votre agenda est jointe.
letter-confirmed-guest = { $organization } vous invite à une visite en ligne chez { $host }, à { $city }. Une invitation pour votre agenda est jointe.
letter-booked-subject = Nouvelle visite : { $organization }, { $date }
letter-booked-heading = Une visite a été réservée chez vous
letter-booked-text = { $organization }, de { $city }, a réservé une visite en ligne chez vous. Une invitation pour votre agenda est jointe.

## The rules of a clock changed, and with them the instant of a visit
letter-clock-moved-subject = Nouvelle heure : { $title }, { $date }
letter-clock-moved-heading = Votre visite commence à une autre heure
# $city is the host's, in whose clock the visit was promised.
letter-clock-moved-text = Les règles de l’heure ont changé. L’horloge de { $city } indique la même heure qu’avant au début de la visite ; pour les autres, elle peut différer. La mise à jour jointe la déplace dans votre agenda. Si la nouvelle heure ne vous convient pas, veuillez nous le dire.
letter-fact-was = Était prévue

## A visit is called off
letter-cancelled-subject = Visite annulée : { $title }, { $date }
letter-cancelled-heading = La visite est annulée
letter-cancelled-text = Cette visite n’aura pas lieu. La mise à jour jointe la retire de votre agenda.

## Signing in
letter-sign-in-subject = Votre lien de connexion à Sisterline
letter-sign-in-heading = Connexion à Sisterline
# $count is a number of minutes.
letter-sign-in-text = { $count ->
    [one] Le lien ci-dessous vous connecte. Il fonctionne une seule fois, pendant { $count } minute.
   *[other] Le lien ci-dessous vous connecte. Il fonctionne une seule fois, pendant { $count } minutes.
  }
letter-sign-in-link = Se connecter
letter-sign-in-ignore = Si vous n’avez rien demandé, ignorez ce message : personne ne peut se connecter sans le lien.

letter-test-subject = Un message pour vérifier que le courriel arrive
letter-test-text = Ceci est un test de { $url }. Il est arrivé : les lettres envoyées de là peuvent donc vous parvenir.

    S’il se trouve parmi les indésirables, les enregistrements DNS du domaine de l’expéditeur (SPF, DKIM, DMARC) méritent d’être vérifiés.

## A series
letter-series-subject = { $count ->
    [one] Série convenue : { $title }, { $count } visite
   *[other] Série convenue : { $title }, { $count } visites
  }
letter-series-heading = Une série de visites est convenue
letter-series-text = { $count ->
    [one] { $organization } et { $host } se rencontreront { $count } fois en ligne.
   *[other] { $organization } et { $host } se rencontreront { $count } fois en ligne.
  }
letter-series-times = Les visites :
letter-series-invites = L’invitation à la première visite arrive aussitôt, chacune des autres deux semaines avant sa visite.
letter-series-manage = Voir la série ou annuler des visites
letter-series-view = Voir la série
letter-series-cancelled-subject = Visites annulées : { $title }, { $count } de la série
letter-series-cancelled-heading = Des visites d’une série sont annulées
letter-series-cancelled-text = { $count ->
    [one] { $count } visite de { $organization } chez { $host } n’aura pas lieu.
   *[other] { $count } visites de { $organization } chez { $host } n’auront pas lieu.
  }

## Approval, moving, waiting
# $when is a date and a time with its offset.
letter-respond-by = Une réponse est attendue avant le { $when }. Sans réponse, la demande expire et ses places sont de nouveau libres.
letter-moved-subject = Visite déplacée : { $title }, { $date }
letter-moved-heading = La visite a une nouvelle date
letter-moved-text = Cette visite a été déplacée. La mise à jour jointe la modifie dans votre agenda.
letter-requested-subject = Demande reçue : { $title }, { $date }
letter-requested-heading = Votre demande a été reçue
letter-requested-text = { $host }, à { $city }, a reçu la demande de { $organization }. Vos places sont gardées jusqu’à la réponse ; vous l’apprendrez par courriel.
letter-approve-subject = Réponse attendue : { $organization }, { $date }
letter-approve-heading = Une visite attend votre réponse
letter-approve-text = { $organization }, de { $city }, demande une visite en ligne. Veuillez l’accepter ou la refuser.
letter-approve-console = Répondre dans l’espace des hôtes
letter-declined-subject = Visite refusée : { $title }, { $date }
letter-declined-heading = La visite a été refusée
letter-declined-text = La demande pour cette visite a été refusée. Ses places sont de nouveau libres ; vous pouvez choisir un autre créneau.
letter-lapsed-subject = Sans réponse à temps : { $title }, { $date }
letter-lapsed-heading = Personne n’a répondu à temps
letter-lapsed-text = La demande pour cette visite n’a pas reçu de réponse à temps et a expiré. Ses places sont de nouveau libres ; vous pouvez choisir un autre créneau.
letter-left-subject = Vous n’êtes plus sur la liste : { $title }, { $date }
letter-left-heading = Vous n’êtes plus sur la liste de cette visite
letter-left-text = Vous avez été retiré de la liste de cette visite, qui aura lieu sans vous. La mise à jour jointe la retire de votre agenda.
letter-cancelled-text-only = Cette visite n’aura pas lieu.
letter-waiting-joined-subject = Vous êtes sur la liste d’attente : { $title }
letter-waiting-joined-heading = Vous êtes sur la liste d’attente
letter-waiting-joined-text = Dès que des places se libèrent, elles vous sont gardées et vous recevez un courriel, dans l’ordre des inscriptions.
letter-waiting-joined-link = Voir votre rang
letter-waiting-offered-subject = Vos places : { $title }, jusqu’au { $until }
letter-waiting-offered-heading = Des places se sont libérées pour vous
letter-waiting-offered-text = Des places vous sont gardées jusqu’au { $until }. Réservez-les d’ici là ; ensuite elles reviennent aux suivants.
letter-waiting-offered-link = Réserver ces places
letter-waiting-leave = Par le même lien, vous pouvez quitter la liste d’attente à tout moment.

## A city has to confirm a visit again
letter-confirm-again-subject = Merci de confirmer à nouveau : { $title }, { $date }
letter-confirm-again-heading = Une visite tombe désormais à une heure indue
letter-confirm-again-text = Les règles d’une horloge ont changé, et cette visite se situe maintenant avant 7 h ou après 22 h dans votre ville. Elle a toujours lieu. Merci de confirmer que les participants peuvent venir, ou de convenir d’une autre heure avec l’hôte.
letter-confirm-again-link = Voir la visite et la confirmer

## A visit comes up, and who wants to hear no more of that
letter-reminder-subject = Rappel : { $title }, { $date }
letter-reminder-heading = Votre visite approche
letter-reminder-guest = { $host }, à { $city }, vous attend. La visite a lieu en ligne.
letter-reminder-host = { $organization }, de { $city }, vous rend visite en ligne.
letter-soon-subject = Commence bientôt : { $title }, { $date }
letter-soon-heading = Votre visite commence bientôt
letter-unsubscribe-reminders = Ne plus recevoir de rappels
unsubscribe-reminders-title = Rappels de visites
unsubscribe-reminders-ask = Faut-il ne plus envoyer de rappels de visites à { $email } ? Les invitations et les annulations continueront d’arriver.
unsubscribe-reminders-leave = Ne plus recevoir de rappels
unsubscribe-reminders-left = { $email } ne reçoit plus de rappels de visites. Les invitations et les annulations continuent d’arriver.
unsubscribe-reminders-join = Recevoir de nouveau les rappels
unsubscribe-reminders-joined = { $email } reçoit les rappels de visites.
letter-kind-visit-reminder = Rappel
letter-kind-visit-soon = Rappel peu avant
