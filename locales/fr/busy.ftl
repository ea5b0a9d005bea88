### Hosts' own calendars, which say when they are busy.
slot-busy = Hôte occupé
closed-slot-busy = L’hôte est occupé à ce moment-là. Si cela change, le créneau se rouvre de lui-même.
fault-slot-busy = L’hôte est occupé à ce moment-là. Rien n’a été réservé.
console-own-calendar = Agenda propre
own-calendar-title = Quand vous êtes occupé
own-calendar-lead = Indiquez l’adresse de l’agenda propre à cet hôte. Tant qu’il indique « occupé », ses créneaux ne peuvent pas être réservés ; ils se rouvrent d’eux-mêmes. Les visites réservées le restent.
own-calendar-keeps = Nous ne gardons que vos périodes occupées, jamais le nom de vos événements ni qui y participe.
own-calendar-where = Dans Google Agenda : Paramètres, votre agenda, « Adresse secrète au format iCal ». Dans Outlook : Paramètres, Calendriers partagés, publier avec « disponibilité uniquement », lien ICS. Dans iCloud : partager comme calendrier public.
own-calendar-status = L’agenda en ce moment
own-calendar-server = Agenda sur { $server }
own-calendar-read = Dernière lecture : { $time }
own-calendar-next = Prochaine consultation : { $time }
own-calendar-waits = Il n’a pas encore été lu. Cela prend un instant.
own-calendar-failed = La dernière consultation a échoué : { $reason }
own-calendar-stays = Ce qu’il indiquait auparavant compte toujours.
own-calendar-skipped = { $count ->
    [one] Une partie n’a pas été comprise.
   *[other] { $count } parties n’ont pas été comprises.
}
own-calendar-enter = Indiquer une adresse
own-calendar-replace = Indiquer une autre adresse
field-address = Adresse secrète au format iCal
own-calendar-hint = Elle commence par https:// ou webcal://. Elle est conservée chiffrée et n’est plus jamais affichée.
own-calendar-save = Suivre cet agenda
own-calendar-check = Consulter maintenant
own-calendar-remove = Ne plus le suivre
own-calendar-remove-means = Les créneaux fermés à cause de cet agenda se rouvrent aussitôt, et son adresse est oubliée.
fault-not-allowed = Cette adresse ne peut pas être consultée. Donnez-en une qui commence par https://, sans nom d’utilisateur.
fault-calendar-asked = L’agenda vient d’être consulté. Réessayez dans une minute.
done-calendar-saved = L’agenda est en cours de lecture.
done-calendar-check = L’agenda est en cours de consultation.
done-calendar-removed = L’agenda n’est plus suivi.
calendar-fault-address = son adresse ne mène nulle part, ou à un endroit que nous ne consultons pas.
calendar-fault-connect = aucune connexion sûre n’a pu être établie.
calendar-fault-slow = le serveur a mis trop longtemps.
calendar-fault-refused = le serveur ne l’a pas fourni.
calendar-fault-gone = il n’existe plus, ou pas pour nous. Indiquez de nouveau son adresse.
calendar-fault-too-large = il est trop grand.
calendar-fault-too-many = il contient trop d’événements.
calendar-fault-not-a-calendar = ce qui s’y trouve n’est pas un agenda.
calendar-fault-sealed = son adresse ne peut plus être lue. Indiquez-la de nouveau.
console-clashes = Réservé alors que vous êtes occupé
console-clashes-lead = Votre propre agenda indique que vous êtes occupé pendant ces visites réservées. Rien n’a été changé : déplacez l’un des deux, ou laissez les choses ainsi.
console-clash-seen = J’ai vu
