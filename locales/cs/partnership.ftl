### The life of partnerships, and what is left of visits.

## How a partnership is doing
life-title = Jak se partnerství daří
life-last = Poslední návštěva
life-next = Příští návštěva
life-none-yet = Zatím žádná
life-none-ahead = Žádná se nechystá
life-numbers = Návštěvy a lidé podle let
life-numbers-none = Čísla začnou první návštěvou.
life-year = Rok
life-visits = Návštěvy
life-people = Lidé
life-tracks = Kdo je přijal
life-visit-count = { $count ->
    [one] Jedna návštěva
    [few] { $count } návštěvy
   *[other] { $count } návštěv
  }
life-people-count = { $count ->
    [one] jeden člověk
    [few] { $count } lidé
   *[other] { $count } lidí
  }
life-recent = Návštěvy k ohlédnutí
life-outcomes = Co návštěvy přinesly
life-side-hosts = Hostitelé
life-side-guests = Hosté
life-history = Jak se to vyvíjelo
history-proposed = Zapsáno: { $stage }
history-agreed = Souhlas dalo město { $city }
history-stage = Nová fáze: { $stage }
history-pilot = Zkouška potrvá do { $date }
history-facts = Upraveny údaje
# Who wrote a line of the history.
history-by = zapsal(a) { $name }
pilot-until = Na zkoušku do { $date }
pilot-outcome-continued = Ze zkoušky vzniklo partnerství
pilot-outcome-ended = Zkouška skončila
pilot-outcome-extended = Zkouška se prodlužuje
life-edit = Upravit partnerství

## The coordinators' overview
overview-title = Vaše partnerství
overview-lead = Nejprve ta, která potřebují vaši pozornost.
overview-none = Vaše města zatím žádné partnerství nemají.
attention-pilot-over = Zkouška skončila: napište, jak dopadla
attention-proposal = Čeká na souhlas
attention-pilot-ends = Zkouška brzy skončí
attention-pilot-open = Zkouška nemá datum konce
attention-dormant = Spí
attention-quiet = Ticho
overview-fine = Vše v pořádku

## Editing a partnership
edit-title = Upravit: { $cities }
edit-pilot-title = Jak zkouška dopadla?
edit-pilot-means = Věta se zobrazí na stránce partnerství.
edit-stage-title = Změnit fázi
edit-facts-title = Údaje
edit-save = Uložit
edit-meanwhile = Mezitím něco uložil někdo jiný. Podívejte se na současný stav a změnu zopakujte.
field-outcome = Výsledek
field-pilot-ends = Poslední den zkoušky
field-pilot-ends-hint = Potřeba, když zkouška začíná nebo se prodlužuje.
field-why = Proč
done-partnership-saved = Uloženo. V historii přibyl řádek.
fault-stage-not-reachable = Z nynější fáze se sem přejít nedá.
fault-not-a-pilot = To má jen zkouška.
fault-outcome-contradicts = Výsledek neodpovídá fázi nebo datu.
fault-partnership-proposed = Ostatní města ještě nesouhlasila.
fault-not-visited = Návštěva ještě nezačala, nebo se nekonala.

## Whether somebody is reminded of a quiet partnership
unsubscribe-quiet-partnerships-title = Dopisy o tichém partnerství
unsubscribe-quiet-partnerships-ask = Dokud v partnerství { $cities } není žádná návštěva, chodí na adresu { $email } jednou za měsíc dopis s časy, které vyhovují všem městům. Mají tyto dopisy přestat?
unsubscribe-quiet-partnerships-leave = Už nepřipomínat
unsubscribe-quiet-partnerships-left = Na adresu { $email } už toto partnerství nepřipomínáme: { $cities }. Všechny ostatní dopisy budou chodit dál.
unsubscribe-quiet-partnerships-join = Znovu připomínat
unsubscribe-quiet-partnerships-joined = Dokud v partnerství { $cities } není žádná návštěva, chodí na adresu { $email } jednou za měsíc dopis s časy, které vyhovují všem městům.

## After the visit
report-title = Po návštěvě
report-link = Co z toho vzešlo, a příští návštěva
report-attendance = Kdo přišel
report-attendance-means = Počet se počítá na stránce partnerství; prázdné pole znamená počet označených.
report-not-marked = Nikdo nezaznamenal, kdo přišel.
field-headcount = Hostů celkem
field-came = Přišli
report-outcome = Co jste se dozvěděli?
report-outcome-hosts = Píšete za hostitele.
report-outcome-guests = Píšete za hosty. Veřejně se text ukáže jen tehdy, když to zde dovolíte a hostitelé ho zveřejní; vaše jména u něj nebudou.
field-text = Několika větami
field-outcome-locale = Jazyk textu
field-public = Zveřejnění
report-public-hosts = Zobrazit na stránce partnerství
report-public-guests = Smí se zobrazit na stránce partnerství
report-is-public = Zobrazeno na stránce partnerství
report-is-private = Mohou to číst jen zúčastnění
report-publish = Zveřejnit
report-unpublish = Už nezobrazovat
report-again = Příští návštěva
report-again-means = Vyberte čas: formulář už bude mít tutéž skupinu a tytéž lidi.
report-again-none = Právě není volný žádný čas této nabídky.
report-again-others = Hledat jiné nabídky
done-attendance = Uloženo, kdo přišel.
done-outcome = Uloženo. Děkujeme.

## Letters about a partnership
letter-kind-partnership-proposed = Návrh partnerství
letter-kind-partnership-agreed = Partnerství dohodnuto
letter-kind-partnership-quiet = Ticho v partnerství
letter-kind-visit-follow-up = Po návštěvě
letter-proposed-subject = Návrh partnerství: { $cities }
letter-proposed-heading = Vaše město je zváno k partnerství
letter-proposed-text = Bylo navrženo partnerství těchto měst: { $cities }. Fáze: { $stage }.
letter-proposed-by = Navrhl(a) je { $name }.
letter-proposed-means = Dokud nesouhlasí všechna města, vědí o něm jen lidé z nich. Můžete za své město souhlasit, nebo odmítnout.
letter-proposed-link = Prohlédnout návrh a odpovědět
letter-agreed-subject = Všichni souhlasí: { $cities }
letter-agreed-heading = Partnerství, které jste navrhli, je dohodnuto
letter-agreed-text = Všechna města souhlasí: { $cities }. Od teď vidí navzájem své nabídky a mohou je rezervovat.
letter-agreed-link = Prohlédnout partnerství
letter-quiet-subject = Čas se znovu sejít: { $cities }
letter-quiet-heading = Mezi vašimi městy je ticho
letter-quiet-text = V tomto partnerství se nechystá žádná návštěva: { $cities }.
letter-quiet-last = Poslední návštěva byla { $date }.
letter-quiet-never = Zatím se žádná návštěva nekonala.
letter-quiet-times = { $count ->
    [one] Tento čas vyhovuje všem městům a všude je pracovní den:
    [few] Tyto { $count } časy vyhovují všem městům a všude je pracovní den:
   *[other] Těchto { $count } časů vyhovuje všem městům a všude je pracovní den:
  }
letter-quiet-make = Nabídnout tento čas
letter-quiet-find = Najít jiné časy
letter-quiet-link = Prohlédnout partnerství
letter-unsubscribe-quiet-partnerships = Toto partnerství už nepřipomínat
# $title is the offer's, $with the other side.
letter-follow-up-subject = Po návštěvě: { $title }
letter-follow-up-heading = Co návštěva přinesla?
letter-follow-up-text = Setkali jste se: { $with }. Pár vět o tom, co jste se dozvěděli, pomůže vašim městům pokračovat.
letter-follow-up-text-host = Navštívili vás: { $with }. Zaznamenejte prosím, kdo přišel, a napište pár vět o tom, co jste se dozvěděli.
letter-follow-up-link = Napsat, co přinesla
letter-follow-up-next = Příští návštěvu lze rezervovat se stejnými lidmi jedním krokem.
letter-follow-up-again = Vybrat čas příští návštěvy
