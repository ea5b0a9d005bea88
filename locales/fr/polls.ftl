### Polls: a coordinator proposes times, the people of each city answer.

poll-list = Sondages
poll-new = Demander un horaire
poll-new-lead = Proposez jusqu’à 20 horaires. Les habitants de chaque ville disent par un lien, sans compte, lesquels leur conviennent.
poll-none = Aucun sondage pour l’instant.
poll-no-desk = Vous pourrez demander dès que toutes les villes d’un de vos partenariats l’auront accepté.
poll-state-open = Ouvert
poll-state-closed = Horaire choisi
poll-state-cancelled = Annulé
poll-state-lapsed = Expiré
poll-answers = { $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
  }
poll-deadline = Réponses jusqu’au { $when }

## Opening one
poll-field-what = Ce que l’on visite
poll-field-guests = De quelle ville viennent les invités
poll-field-guests-partner = La ville partenaire
poll-field-title = Objet
poll-field-title-hint = Si c’est vide, le titre de la visite.
poll-field-note = Ce qu’il faut savoir d’autre
poll-field-deadline = Réponses jusqu’au
poll-field-deadline-hint = À l’heure de la ville hôte. Si c’est vide, jusqu’au début du dernier horaire.
poll-field-zone = À l’heure de
poll-field-time = Horaire { $number }
poll-found = Horaires trouvés
poll-typed = Autres horaires
poll-typed-hint = Remplissez-en autant que vous voulez.
poll-create = Interroger les villes
poll-ask-people = Demander l’avis sur les horaires cochés
poll-propose = Proposer cet horaire

## The tally
poll-tally = Où en est-on
poll-how = Ce sont les villes qui comptent, non les têtes : un horaire vaut ce qu’il vaut pour la ville à qui il convient le moins. « Si nécessaire » compte pour moitié. Si personne d’une ville ne peut venir, l’horaire est écarté. À égalité, la gêne des villes décide.
poll-best = Convient le mieux jusqu’ici
poll-chosen = Choisi
poll-past = Passé
poll-blocked = Personne ne peut venir de : { $cities }
poll-counts = { $yes } oui · { $maybe } si nécessaire · { $no } non
poll-unheard = pas encore de réponse
poll-answer-yes = Oui
poll-answer-if-need-be = Si nécessaire
poll-answer-no = Non

## For coordinators
poll-links = Un lien par ville
poll-links-lead = Quiconque a le lien d’une ville peut répondre pour elle. Ne le transmettez que dans cette ville.
poll-link-of = Lien pour { $city }
poll-who = Qui a répondu
poll-wants-invite = souhaite une invitation
poll-close-at = Choisir cet horaire
poll-close-means = La visite est réservée. Ceux qui peuvent venir et ont laissé une adresse sont invités, 50 au plus.
poll-close-request = La visite est demandée, et l’hôte répond. Ceux qui peuvent venir et ont laissé une adresse sont alors invités, 50 au plus.
poll-cancel = Annuler le sondage
poll-cancel-means = Personne ne pourra plus répondre, et rien n’est réservé.
poll-to-booking = Vers la réservation

## Answering
poll-asks = Quels horaires vous conviennent ?
poll-for-city = Vous répondez pour { $city }.
poll-email = Adresse électronique pour l’invitation
poll-email-hint = Seulement si vous en souhaitez une. Elle n’est montrée à personne et est oubliée 90 jours après le sondage.
poll-send = Envoyer ma réponse
poll-change = Modifier ma réponse
poll-own-link = Votre lien personnel, pour modifier votre réponse depuis un autre appareil. Ne le transmettez pas :
poll-updated = Le décompte a changé.
poll-over-closed = Un horaire a été choisi : { $when }.
poll-over-cancelled = Ce sondage a été annulé.
poll-over-lapsed = Ce sondage a expiré. Aucun horaire n’a été choisi.

## What is said afterwards
done-poll-opened = Les villes sont interrogées. Leur coordination reçoit une lettre avec le lien.
done-poll-voted = Votre réponse est enregistrée. Vous pouvez la modifier ici jusqu’à la fin du sondage.
done-poll-cancelled = Le sondage est annulé.
fault-poll-closed = Un horaire a déjà été choisi. Rien n’a été modifié.
fault-poll-cancelled = Ce sondage a été annulé. Rien n’a été modifié.
fault-poll-lapsed = Ce sondage a expiré. Rien n’a été modifié.
fault-poll-full = Le nombre maximal de réponses est atteint. Adressez-vous à la coordination de votre ville.
poll-fault-candidates = Proposez au moins un horaire et au plus 20.
poll-fault-answers = Répondez pour chaque horaire.
poll-fault-time = Donnez un horaire à venir dans l’année, chacun une seule fois.
poll-fault-no-single-time = L’heure change à ce moment : cet horaire est sauté ou vient deux fois. Choisissez-en un autre.
poll-fault-taken = L’hôte a désormais autre chose à cette heure. Le sondage reste ouvert ; choisissez un autre horaire.
poll-fault-rest = Le partenariat est suspendu ou n’a pas été accepté par toutes ses villes.

## The letter
letter-kind-poll-opened = Sondage
letter-poll-opened-subject = Quel horaire convient à { $city } ? { $title }
letter-poll-opened-heading = On demande un horaire à votre ville
letter-poll-opened-text = { $organization } et { $host } souhaitent se rencontrer en ligne. Voici les horaires proposés ; les habitants de { $city } disent lesquels leur conviennent.
letter-poll-opened-times = Les horaires :
letter-poll-opened-deadline = Les réponses sont acceptées jusqu’au { $when }.
letter-poll-opened-link = Répondre pour { $city }
letter-poll-opened-pass-on = Transmettez ce lien à ceux de votre ville qui doivent répondre ; ils n’ont pas besoin de compte. Merci de ne pas l’envoyer à d’autres villes.
letter-poll-opened-console = Voir toutes les réponses et choisir l’horaire
