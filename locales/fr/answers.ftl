### Si les invités viennent : leurs réponses et les lettres à ce sujet.

## Saying whether one comes
answer-title = Viendrez-vous ?
answer-lead = { $name }, veuillez dire si vous venez. Vous pouvez changer votre réponse jusqu’au début de la visite.
answer-needs-action = Pas encore de réponse
answer-accepted = Vient
answer-tentative = Peut-être
answer-declined = Ne vient pas
answer-mine-accepted = Oui, je viens
answer-mine-tentative = Peut-être, je ne sais pas encore
answer-mine-declined = Non, je ne peux pas venir
answer-save = Envoyer la réponse
answer-closed = Les réponses ne sont plus acceptées : la visite a commencé ou n’a pas lieu.
answer-keep-link = Quiconque a l’adresse de cette page peut répondre à votre place. Gardez-la pour vous.
answer-link = Dire si vous venez
# Numbers of people.
answer-summary = Viennent : { $accepted } · peut-être : { $tentative } · ne viennent pas : { $declined } · sans réponse : { $open }
answer-failing = Le courriel à cette adresse revient
field-answer = Votre réponse
done-answered = Votre réponse est enregistrée. L’hôte la voit déjà.

## In the letters
letter-answer-link = Dire si vous venez
letter-answer-by-link = Veuillez répondre par ce lien : les réponses à l’invitation d’agenda ne sont pas lues.
letter-answer-by-mail = Répondez par ce lien ou dans votre agenda, comme vous préférez. Vous pouvez changer votre réponse jusqu’au début de la visite.
# To the host: somebody has answered.
letter-accepted-subject = { $name } vient : { $title }, { $date }
letter-accepted-heading = { $name } vient
letter-tentative-subject = { $name } viendra peut-être : { $title }, { $date }
letter-tentative-heading = { $name } viendra peut-être
letter-not-coming-subject = { $name } ne vient pas : { $title }, { $date }
letter-not-coming-heading = { $name } ne vient pas
letter-answer-note = Un mot de { $name }
letter-answer-booking = Voir la réservation
# To the host: a calendar proposes another time, which follows the first of these lines.
letter-counter-subject = { $name } propose une autre heure : { $title }, { $date }
letter-counter-heading = { $name } propose une autre heure
letter-counter-text = Proposition de son agenda :
letter-counter-instead = Rien n’a été changé. La visite reste prévue :
letter-counter-unread = Un agenda a envoyé une proposition dont l’heure n’a pas pu être lue ; veuillez demander. Rien n’a été changé. La visite reste prévue :
# To the host: a letter came back; $status is a code such as 5.1.1.
letter-failing-subject = Le courriel à { $name } revient : { $title }, { $date }
letter-failing-heading = Le courriel à { $name } revient
letter-failing-text = Une lettre à { $email } est revenue (statut { $status }). Veuillez prendre contact autrement ou faire corriger l’adresse.
letter-failing-means = Les autres lettres sur la visite y sont tout de même envoyées, au cas où l’adresse fonctionnerait de nouveau.
