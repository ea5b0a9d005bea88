### Files in and out.

files-title = Importer et exporter
files-lead = Des réservations à emporter ; pour les administrateurs, aussi des tables entières de villes, partenariats, hôtes et offres.
files-all = Toutes
files-cities = Villes
files-partnerships = Partenariats
files-hosts = Hôtes
files-offers = Offres
files-from = Du
files-to = Jusqu’au (inclus)
files-format = Format
files-as-csv = Table (CSV)
files-as-json = Pour des programmes (JSON)
files-as-ics = Agenda (iCalendar)
files-bookings = Réservations
files-bookings-hint = Les messages et adresses électroniques y figurent là où vous gérez l’hôte.
files-download = Télécharger
files-progress = { $n } réservations sur { $total }
files-saved = Enregistré : { $n } réservations.
files-failed = Le téléchargement a échoué. Veuillez réessayer.
files-import = Importer un fichier
files-file = Fichier
files-file-hint = Un fichier CSV ou JSON en UTF-8, de 2 Mo et 10 000 lignes au plus. Vous voyez ce qu’il ferait avant que rien ne soit écrit.
files-check = Voir ce qu’il ferait
files-tables = Tables entières
files-template = Modèle
files-preview = Ce que ferait ce fichier
files-refused = Le fichier n’a pas été accepté. Rien n’a été écrit.
files-nothing = Tout ce que contient ce fichier est déjà là. Il n’y a rien à faire.
files-done = Le fichier a été importé.
files-line = { $table } : { $created } nouvelles, { $updated } modifiées, { $unchanged } inchangées
files-apply = Importer
files-dismiss = Ne pas importer
files-at-line = Ligne
files-at-column = Colonne
files-wrong = Ce qui ne va pas
# $count is how much is wrong with a file.
files-faults = { $count ->
    [one] Il y a { $count } erreur. Corrigez-la et envoyez le fichier à nouveau.
   *[other] Il y a { $count } erreurs. Corrigez-les et envoyez le fichier à nouveau.
  }
files-more = Les 1 000 premières sont affichées ici.
console-files = Importer et exporter
letter-kind-visit-meeting = Changement de salle

## What may be wrong with a file
fault-file-unknown-city = Nommez la ville par son nom court, par exemple new-taipei.
fault-file-unknown-zone = Nommez un fuseau horaire tel que Asia/Taipei.
fault-unknown-column = Cette table n’a pas cette colonne.
fault-missing-column = Cette colonne manque.
fault-duplicate-column = Cette colonne figure deux fois.
fault-unknown-table = Ce n’est pas une table de villes, de partenariats, d’hôtes ou d’offres. La première ligne doit nommer les colonnes, comme dans les modèles.
fault-too-many-cells = Cette ligne a plus de cellules que de colonnes. Mettez entre guillemets une cellule qui contient un séparateur.
fault-unclosed-quote = Un guillemet de cette ligne n’est pas fermé.
fault-malformed-csv = Cette ligne ne peut pas être lue comme du CSV.
fault-malformed-json = Ce n’est pas du JSON.
fault-empty-file = Le fichier est vide.
fault-file-too-large = Le fichier dépasse 2 Mo.
fault-too-many-rows = Il y a plus de 10 000 lignes.
fault-duplicate-row = Une ligne précédente concerne la même chose. Gardez l’une des deux.
fault-duplicate-city = Cette ville est nommée deux fois.
fault-unknown-host = Cette ville n’a pas d’hôte de ce nom.
fault-not-yes-or-no = Écrivez yes ou no.
fault-cannot-change = Cela ne peut plus être modifié. Créez une autre offre.
fault-unknown-stage = Écrivez prospective, pilot, official, paused ou ended.
fault-unknown-visibility = Pour les offres, écrivez public, partners ou unlisted ; pour les partenariats, public ou private.
fault-unknown-kind = Écrivez office, school, university, association ou company.
fault-unknown-track = Écrivez official, civic, education, culture ou business.
fault-unknown-subdivision = Les jours fériés de cette partie du pays ne sont pas connus. Laissez vide.
fault-invalid-weekend = Écrivez les jours sous la forme sat|sun.
fault-wrong-type = Une valeur d’un autre type est attendue ici.
