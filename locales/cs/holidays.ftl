### A city's holidays and what its coordinators change of them.

field-subdivision = Část země
hint-subdivision = Tam, kde se svátky v zemi liší: její kód, například WA nebo BY.

## The console's page of a city's special days
holidays-title = Svátky: { $city }
holidays-lead = Dny, kdy to vaše úřady mají jinak, než říká den v týdnu. Časy ve dni volna nejsou pracovní doba a týdenní hodiny tehdy nikoho nepřijímají.
holidays-known = Státní svátky ({ $country }) jsou známy do { $date }. Co je nařízeno v krátké lhůtě, mezi nimi není: zapište to zde.
holidays-unknown = Státní svátky ({ $country }) nejsou známy. Zapište dny, kdy mají vaše úřady zavřeno.
holidays-years = Jiné roky
holidays-none = V tomto roce není žádný zvláštní den.
holidays-public = státní kalendář
holidays-own = zapsalo vaše město
holidays-instead-of = Namísto: { $name } ({ $kind })
holidays-open = Zde není volno
holidays-restore = Podle státního kalendáře
holidays-remove = Vzít zpět
holidays-add = Zapsat den
holidays-add-button = Zapsat tento den
holidays-file = Ze souboru kalendáře
holidays-file-button = Zobrazit, co by udělal
holidays-preview = Co by tento soubor udělal
holidays-preview-days = Dny k zapsání
holidays-preview-removed = Dny k odebrání
holidays-confirm = Zapsat tyto dny
holidays-dismiss = Nechat být
holidays-refused = Soubor nebyl přijat. Nic nebylo zapsáno.
holidays-line = Řádek { $line }:
holidays-would-add = { $count ->
    [one] Zapíše se jeden den.
    [few] Zapíšou se { $count } dny.
   *[other] Zapíše se { $count } dní.
  }
holidays-would-change = { $count ->
    [one] Změní se jeden den, který jste zapsali.
    [few] Změní se { $count } dny, které jste zapsali.
   *[other] Změní se { $count } dní, které jste zapsali.
  }
holidays-would-remove = { $count ->
    [one] Odebere se jeden den, protože jeho událost byla přesunuta.
    [few] Odeberou se { $count } dny, protože jejich události byly přesunuty.
   *[other] Odebere se { $count } dní, protože jejich události byly přesunuty.
  }
holidays-would-keep = { $count ->
    [one] Jeden den už je zapsán.
    [few] { $count } dny už jsou zapsány.
   *[other] { $count } dní už je zapsáno.
  }
holidays-would-nothing = Nic: neuvádí žádný den od tohoto roku.
field-day-kind = O jaký den jde
field-day-name = Název
field-file = Soubor kalendáře
hint-file = Soubor iCalendar (.ics) s celodenními událostmi, nejvýše 256 KB. Uvidíte, co by udělal, než se cokoli zapíše.
day-kind-holiday = Svátek
day-kind-substitute = Náhradní volno
day-kind-make-up-workday = Náhradní pracovní den
day-kind-workday = Obyčejný den
done-day-entered = Den je zapsán.
done-day-restored = Den byl odebrán.
done-days-entered = Dny ze souboru jsou zapsány.
month-1 = leden
month-2 = únor
month-3 = březen
month-4 = duben
month-5 = květen
month-6 = červen
month-7 = červenec
month-8 = srpen
month-9 = září
month-10 = říjen
month-11 = listopad
month-12 = prosinec
fault-not-all-day = To není celý den. Přijímají se jen celodenní události.
fault-not-a-calendar = To není úplný soubor iCalendar.
fault-not-utf8 = Uložte soubor v kódování UTF-8.
fault-no-start = Některá událost nemá začátek.
fault-unsupported-recurrence = Rozumíme jen každoročnímu opakování ve stejné datum. Ostatní dny vypište jednotlivě.
fault-too-many-days = Dní je příliš mnoho.

holiday-here = Svátek ({ $city }): { $name }
holiday-unnamed = Svátek ({ $city })
console-holidays = Svátky: { $city }
city-holidays = Svátky
city-holidays-edit = Zobrazit a změnit
