### Files in and out.

files-title = Načtení a výpis
files-lead = Rezervace, které si odnesete; správci také načtou a vypíšou celé tabulky měst, partnerství, hostitelů a nabídek.
files-all = Všechny
files-cities = Města
files-partnerships = Partnerství
files-hosts = Hostitelé
files-offers = Nabídky
files-from = Od
files-to = Do (včetně)
files-format = Jako
files-as-csv = Tabulka (CSV)
files-as-json = Pro programy (JSON)
files-as-ics = Kalendář (iCalendar)
files-bookings = Rezervace
files-bookings-hint = Poznámky a mailové adresy obsahuje u hostitelů, které spravujete.
files-download = Stáhnout
files-progress = { $n } z { $total } rezervací
files-saved = Uloženo rezervací: { $n }.
files-failed = Stažení se nezdařilo. Zkuste to prosím znovu.
files-import = Načíst soubor
files-file = Soubor
files-file-hint = Soubor CSV nebo JSON v UTF-8, nejvýše 2 MB a 10 000 řádků. Uvidíte, co by udělal, než se cokoli zapíše.
files-check = Zobrazit, co by udělal
files-tables = Celé tabulky
files-template = Šablona
files-preview = Co by tento soubor udělal
files-refused = Soubor nebyl přijat. Nic nebylo zapsáno.
files-nothing = Vše z tohoto souboru tu už je. Není co dělat.
files-done = Soubor byl načten.
files-line = { $table }: { $created } nových, { $updated } změněných, { $unchanged } beze změny
files-apply = Načíst
files-dismiss = Nechat být
files-at-line = Řádek
files-at-column = Sloupec
files-wrong = Co je špatně
# $count is how much is wrong with a file.
files-faults = { $count ->
    [one] Jedna věc je špatně. Opravte ji a pošlete soubor znovu.
    [few] { $count } věci jsou špatně. Opravte je a pošlete soubor znovu.
   *[other] { $count } věcí je špatně. Opravte je a pošlete soubor znovu.
  }
files-more = Zde je prvních 1 000.
console-files = Načtení a výpis
letter-kind-visit-meeting = Změna místnosti

## What may be wrong with a file
fault-file-unknown-city = Uveďte město jeho zkratkou, například new-taipei.
fault-file-unknown-zone = Uveďte časové pásmo, například Asia/Taipei.
fault-unknown-column = Takový sloupec tabulka nemá.
fault-missing-column = Tento sloupec chybí.
fault-duplicate-column = Tento sloupec je tu dvakrát.
fault-unknown-table = Není to tabulka měst, partnerství, hostitelů ani nabídek. První řádek musí jmenovat sloupce jako v šablonách.
fault-too-many-cells = Řádek má více buněk než sloupců. Buňku s oddělovačem dejte do uvozovek.
fault-unclosed-quote = Uvozovka v tomto řádku není uzavřena.
fault-malformed-csv = Tento řádek nelze přečíst jako CSV.
fault-malformed-json = Není to JSON.
fault-empty-file = Soubor je prázdný.
fault-file-too-large = Soubor je větší než 2 MB.
fault-too-many-rows = Je to více než 10 000 řádků.
fault-duplicate-row = O tomtéž je už některý řádek výše. Nechte jen jeden.
fault-duplicate-city = Toto město je uvedeno dvakrát.
fault-unknown-host = Toto město nemá hostitele tohoto jména.
fault-not-yes-or-no = Napište yes nebo no.
fault-cannot-change = To už nelze změnit. Zadejte jinou nabídku.
fault-unknown-stage = Napište prospective, pilot, official, paused nebo ended.
fault-unknown-visibility = U nabídek napište public, partners nebo unlisted, u partnerství public nebo private.
fault-unknown-kind = Napište office, school, university, association nebo company.
fault-unknown-track = Napište official, civic, education, culture nebo business.
fault-unknown-subdivision = Svátky této části země nejsou známy. Nechte prázdné.
fault-invalid-weekend = Dny pište jako sat|sun.
fault-wrong-type = Sem patří jiný druh hodnoty.
