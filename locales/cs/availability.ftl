### A host's weekly hours, exceptions and limits.
closed-slot-notice = Na rezervaci tohoto termínu je pozdě: hostitel o ní chce vědět dříve.
closed-slot-too-early = Tento termín je zatím příliš vzdálený. Vraťte se blíže k datu.
closed-slot-day-limit = Hostitel má ten den tolik návštěv, kolik jich může přijmout.
closed-slot-week-limit = Hostitel má ten týden tolik návštěv, kolik jich může přijmout.
fault-slot-notice = Na tento termín je pozdě: hostitel o něm chce vědět dříve. Nic nebylo rezervováno.
fault-slot-too-early = Tento termín zatím nelze rezervovat. Nic nebylo rezervováno.
fault-slot-day-limit = Hostitel ten den další návštěvy nepřijímá. Nic nebylo rezervováno.
fault-slot-week-limit = Hostitel ten týden další návštěvy nepřijímá. Nic nebylo rezervováno.

console-availability = Týdenní hodiny
done-availability-saved = Týdenní hodiny jsou uloženy.

availability-title = Týdenní hodiny
availability-lead = Uveďte, kdy přijímáte návštěvy. Termíny k rezervaci z toho vznikají samy, den za dnem, a partnerská města je vidí ve svém čase.
availability-clock = Všechny časy zde platí pro město { $city }.
availability-saved = Co uložení změnilo
availability-week = Týden
availability-week-hint = Úsek, který končí dříve, než začíná, končí další den. Překrývající se úseky téhož dne se spojí v jeden.
availability-window-number = Úsek { $number }
availability-more = Období a náhradní pracovní dny
availability-remove = Odebrat
availability-repeat = Po–pá stejně
availability-add-window = Přidat úsek
availability-dates = Jiné hodiny v některé dny
availability-dates-hint = Tyto hodiny ten den nahrazují týdenní. Nepřijímáte-li nikoho, nechte časy prázdné. Více řádků s jedním datem jsou jeho jednotlivé úseky.
availability-date-number = Datum { $number }
availability-add-date = Přidat datum
availability-rhythm = Rytmus
availability-step-hint = Prázdné: jeden po druhém, { $minutes } minut a volný čas kolem.
availability-ahead = Jak daleko dopředu
availability-horizon-hint = Prázdné: počet dní je { $days }.
availability-limits = Nejvýše
availability-limits-hint = Prázdné znamená bez omezení. Termíny jsou to, co se nabízí; rezervace to, co se z nich obsadí.
availability-preview = Co uložení udělá
availability-preview-button = Zobrazit náhled
availability-preview-none = Opravte, co je označeno, a náhled se vrátí.
availability-preview-empty = Z těchto hodin nevznikne žádný termín.
availability-preview-lead = První dny s termíny. Pruhy ukazují, jaké jsou tyto hodiny v jednotlivých městech.
availability-save = Uložit
availability-more-days = Následují další dny.
availability-will-add = { $count ->
    [one] Přidá jeden termín.
    [few] Přidá { $count } termíny.
   *[other] Přidá { $count } termínů.
  }
availability-will-withdraw = { $count ->
    [one] Stáhne jeden termín, který si nikdo nerezervoval.
    [few] Stáhne { $count } termíny, které si nikdo nerezervoval.
   *[other] Stáhne { $count } termínů, které si nikdo nerezervoval.
  }
availability-did-add = { $count ->
    [one] Přidán byl jeden termín.
    [few] Přidány byly { $count } termíny.
   *[other] Přidáno bylo { $count } termínů.
  }
availability-did-withdraw = { $count ->
    [one] Stažen byl jeden termín, který si nikdo nerezervoval.
    [few] Staženy byly { $count } termíny, které si nikdo nerezervoval.
   *[other] Staženo bylo { $count } termínů, které si nikdo nerezervoval.
  }
availability-kept = { $count ->
    [one] Jeden rezervovaný termín zůstává, ačkoli je mimo tyto hodiny.
    [few] { $count } rezervované termíny zůstávají, ačkoli jsou mimo tyto hodiny.
   *[other] { $count } rezervovaných termínů zůstává, ačkoli jsou mimo tyto hodiny.
  }
availability-unchanged = { $count ->
    [one] Jeden termín zůstává, jak je.
    [few] { $count } termíny zůstávají, jak jsou.
   *[other] { $count } termínů zůstává, jak jsou.
  }
availability-busy = { $count ->
    [one] Jeden termín je vynechán: hostitel má v tu dobu jiný program.
    [few] { $count } termíny jsou vynechány: hostitel má v tu dobu jiný program.
   *[other] { $count } termínů je vynecháno: hostitel má v tu dobu jiný program.
  }
availability-called-off = { $count ->
    [one] Jeden termín byl zrušen ručně a zůstává zrušený.
    [few] { $count } termíny byly zrušeny ručně a zůstávají zrušené.
   *[other] { $count } termínů bylo zrušeno ručně a zůstávají zrušené.
  }
availability-nothing = Nic se nemění.
availability-merged = { $day }: překrývající se úseky se spojí v { $span }.

field-window-day = Den
field-window-from = Od
field-window-to = Do
field-window-season = Kdy v roce
field-window-since = První den
field-window-until = Poslední den
field-window-makeup = Náhradní pracovní dny
field-date-from = Od
field-date-to = Do
field-step = Začátek každých … minut
field-buffer-before = Volné minuty předtím
field-buffer-after = Volné minuty poté
field-notice = Předstih
field-notice-unit = Počítáno v
field-horizon = Dní dopředu
field-holidays = Státní svátky
field-slots-day = Termínů za den
field-slots-week = Termínů za týden
field-bookings-day = Rezervací za den
field-bookings-week = Rezervací za týden

window-season-always = Celý rok
window-season-dates = Mezi dvěma daty, jednou
window-season-yearly = Mezi dvěma dny, každý rok
window-season-from-until = { $since } až { $until }
window-makeup-no = Jen pokud připadnou na tento den
window-makeup-yes = Otevřeno i v náhradní pracovní dny
window-holidays-skip = Nikoho nepřijímáme
window-holidays-offer = Jako každý jiný den
notice-unit-minutes = minutách
notice-unit-hours = hodinách
notice-unit-days = dnech
time-fate-new = nový
time-fate-stands = už existuje
time-fate-overlaps = vynechán: hostitel je zaneprázdněn
time-fate-called-off = zrušen

fault-empty-window = Konec musí být v jinou dobu než začátek.
fault-invalid-season = Zadejte dvě data, nebo ponechte celý rok.
fault-ends-before-start = To je před prvním dnem.
fault-given-twice = Toto datum je zadáno dvakrát.
fault-invalid-date = Zadejte datum.
fault-too-many-times = Z těchto hodin vznikne více než 5 000 termínů. Zadejte méně hodin, delší rozestup nebo bližší poslední den.
fault-version-mismatch = Někdo jiný mezitím uložil jiné hodiny. Otevřete stránku znovu a změnu zopakujte.
