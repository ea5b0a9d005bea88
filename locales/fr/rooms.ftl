### Where visits take place.

rooms-title = Où les visites ont lieu
rooms-lead = Seules les personnes qui viennent et votre équipe connaissent l’adresse. Si vous la changez, toutes les personnes concernées reçoivent une invitation à jour.
rooms-offer = Pour tous les horaires de cette offre
rooms-made = Si rien n’est indiqué, chaque horaire reçoit sa propre salle dès qu’une visite est confirmée, sous un nom que personne ne peut deviner.
rooms-unmade = Si rien n’est indiqué, dites vous-même à vos visiteurs comment se connecter.
rooms-slots = Pour un horaire précis
rooms-slots-hint = Laissez vide si l’adresse de l’offre convient.
rooms-save = Enregistrer
rooms-now = A lieu à l’adresse
rooms-none = Aucun horaire à venir.
console-rooms = Salle de réunion
done-room-saved = Enregistré. Les personnes qui viennent aux visites concernées ont été prévenues.

## The letter to those whose visit takes place elsewhere
letter-meeting-subject = Nouveau lien de connexion : { $title }, { $date }
letter-meeting-heading = La visite a lieu à une autre adresse
letter-meeting-text = L’heure ne change pas. Utilisez le lien de cette lettre ; la mise à jour jointe l’inscrit dans votre agenda.
