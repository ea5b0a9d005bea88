### Where visits take place.

rooms-title = Kde se návštěvy konají
rooms-lead = Adresu se dozvědí jen účastníci a vaši lidé. Když ji změníte, dostanou všichni, jichž se to týká, aktualizovanou pozvánku.
rooms-offer = Pro všechny časy této nabídky
rooms-made = Není-li nic uvedeno, dostane každý čas po potvrzení návštěvy vlastní místnost, jejíž jméno nikdo neuhodne.
rooms-unmade = Není-li nic uvedeno, sdělte prosím hostům sami, jak se připojit.
rooms-slots = Pro jednotlivé časy
rooms-slots-hint = Nechte prázdné, platí-li adresa nabídky.
rooms-save = Uložit
rooms-now = Koná se na
rooms-none = Žádný čas není před námi.
console-rooms = Místnost
done-room-saved = Uloženo. Všem účastníkům dotčených návštěv jsme napsali.

## The letter to those whose visit takes place elsewhere
letter-meeting-subject = Nový odkaz k připojení: { $title }, { $date }
letter-meeting-heading = Návštěva se koná na jiné adrese
letter-meeting-text = Čas se nemění. Použijte prosím odkaz v tomto dopise; přiložená aktualizace ho vloží do vašeho kalendáře.
