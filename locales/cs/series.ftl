### Recurring visits: the planner and its plans.

## The planner
plan-title = Naplánovat řadu
plan-lead = Scházejte se opakovaně, aniž by noc připadala stále na totéž město: každý plán ukazuje, kdo co nese.
plan-of-partnership = Bez výběru se míní města partnerství. Jejich minulé návštěvy se počítají.
plan-go = Zobrazit plány
plan-plans = Plány vedle sebe
plan-look = Zobrazit každou návštěvu
plan-field-start = První datum, v prvním městě
plan-field-every = Jak často
plan-field-count = Kolik návštěv
plan-field-minutes = Délka
plan-field-holidays = Ve svátky
plan-field-block = Střídavý plán drží jeden čas po
plan-field-at = Porovnat s tímto časem v prvním městě
plan-every-week = Každý týden
plan-every-fortnight = Každé dva týdny
plan-every-month = Každý měsíc, ve stejný den v týdnu
plan-every-quarter = Každé tři měsíce
plan-every-year = Každý rok
plan-holidays-skip = Návštěvu vynechat
plan-holidays-move = Přesunout na další pracovní den
plan-holidays-keep = Přesto se sejít
plan-block-usual = dobu podle četnosti
plan-block-season = období
plan-block-quarter = čtvrtletí
plan-block-meeting = jednu návštěvu (měsíčně nebo řidčeji)
# $count visits are planned.
plan-visits = { $count ->
    [one] Naplánována je jedna návštěva.
    [few] Naplánovány jsou { $count } návštěvy.
   *[other] Naplánováno je { $count } návštěv.
  }
plan-no-dates = Všechna data byla vynechána. Zvolte jiné první datum, nebo se scházejte i ve svátky.
plan-nobody-awake = V žádnou hodinu není den pro všechny. Noc by byla zde: { $cities }.
plan-left-out = Vynecháno kvůli svátkům: { $dates }
plan-left-out-date = { $date } ({ $cities })
plan-moved = Přesunuto kvůli svátkům: { $dates }
plan-moved-date = { $from } na { $to }
plan-carried = Minulé návštěvy se počítají; dosavadní zátěž: { $cities }
plan-number = Č.
plan-holiday = Svátek
# $offset is the offset after the change, such as GMT-7.
plan-clock-moved = Změna času: nyní { $offset }
plan-unsocial = { $count ->
    [one] jedna návštěva v nevhodnou hodinu
    [few] { $count } návštěvy v nevhodnou hodinu
   *[other] { $count } návštěv v nevhodnou hodinu
  }
plan-no-changes = Čas se nikdy nemění.
plan-changes = { $count ->
    [one] Čas se změní jednou.
    [few] Čas se změní { $count }×.
   *[other] Čas se změní { $count }×.
  }
plan-clocks = { $city }: { $times }
plan-kind-rotating = Střídavě
plan-kind-seasonal = Jeden čas pro letní a jeden pro zimní období
plan-kind-least-total = Nejmenší součet
plan-kind-asked = Čas, který jste uvedli
plan-kind-fixed = Vždy stejný čas: { $city }
plan-kind-one-sided = Nejlepší pro město { $city }
plan-about-rotating = Spravedlivé: každý blok návštěv má jiný čas.
plan-about-seasonal = Spravedlivé: čas se mění jen s letním časem.
plan-about-fixed = Tak spravedlivé, jak jen jeden čas může být.
plan-about-least-total = Nejmenší součet, ať jej nese kdokoli.
plan-about-one-sided = Jedno město to má snadné, ostatní tak spravedlivě, jak to pak jde.
plan-about-asked = Pro porovnání.
plan-how-title = Jak se zátěž počítá
plan-how = Hodina stojí město druhou mocninu počtu hodin do jeho pracovní doby, od 6 do 7 a od 22 do 23 hodin o 16 více, o víkendech a svátcích o 9 více. Od 23 do 6 hodin se nikdo neschází. Spravedlivý plán co nejvíce zmenší zátěž města, které nese nejvíc, potom dalšího.

## Agreeing
plan-agree-title = Souhlasit s tímto plánem
plan-agree = Souhlasit a rezervovat všechny návštěvy
plan-agree-what = Rezervují se všechny návštěvy najednou, nebo žádná. Všichni dostanou jeden dopis s jejich seznamem a pozvánku na každou návštěvu dva týdny předem.
plan-offer = Co nabízíte
plan-guests = Město hostů
plan-organization = Škola, úřad, spolek nebo firma hostů
plan-contact = Jméno kontaktní osoby hostů
plan-leave-out = Vynechat
plan-conflicts = { $count ->
    [one] Jedna návštěva se nemůže konat: její čas uplynul, nebo má hostitel jinou. Nic nebylo rezervováno. Odesláním znovu ji vynecháte.
    [few] { $count } návštěvy se nemohou konat: jejich čas uplynul, nebo má hostitel jinou. Nic nebylo rezervováno. Odesláním znovu je vynecháte.
   *[other] { $count } návštěv se nemůže konat: jejich čas uplynul, nebo má hostitel jinou. Nic nebylo rezervováno. Odesláním znovu je vynecháte.
  }
plan-who-may = Abyste mohli s plánem souhlasit, musíte v jednom z těchto měst spravovat hostitele s nabídkou této délky.
plan-sign-in = Abyste mohli s plánem souhlasit, přihlaste se jako správce hostitele v jednom z těchto měst.
plan-fault-too-few = Vyberte alespoň dvě města.
plan-fault-cities-too-many = Vyberte nejvýše 20 měst.
plan-fault-rule-too-many = Naplánujte nejvýše 520 návštěv, u mnoha měst méně.
plan-fault-rule-range-too-long = Řada trvá nejvýše deset let.
plan-fault-invalid-rule = Zadejte počet návštěv.
plan-fault-rotates-too-often = Čas smí měnit pokaždé jen to, co je měsíčně nebo řidčeji: jinak se v tom lidé ztratí.
plan-fault-invalid-date = Zadejte první datum.
plan-fault-duration-minutes-out-of-range = Návštěva trvá 5 až 480 minut.
fault-plan-changed = Plán se mezitím změnil. Podívejte se na něj znovu; nic nebylo rezervováno.
fault-no-such-plan = Takový plán už není. Podívejte se na plány znovu.
fault-other-duration = Nabídka má jinou délku. Plánujte podle ní.
fault-no-occurrence = Ponechte alespoň jednu návštěvu.

## A series
series-line = { $organization }, hostitel { $host }
series-agreed = Dohodnuto
series-ended = Zrušeno
series-predecessor = Předchozí řada
series-state = Stav
series-reason = Důvod
series-cancel-title = Zrušit, co zbývá
series-cancel-this = Zrušit tuto
series-cancel-following = Tuto a všechny pozdější
series-cancel-all = Zrušit všechny nadcházející návštěvy
series-cancel-what = Všem napíšeme. Proběhlé návštěvy zůstávají.
occurrence-standing = Koná se
occurrence-over = Proběhla
occurrence-cancelled = Zrušena
occurrence-left-out = Vynechána
done-series-agreed = Řada je dohodnuta. Všichni dostanou dopis.
done-series-cancelled = Zrušeno. Všem zúčastněným napíšeme.

## The ledger of a partnership
ledger-title = Kdo měl dosud pozdní hodiny
ledger-none = Zatím se žádná návštěva neuskutečnila.
ledger-visits = { $count ->
    [one] jedna návštěva
    [few] { $count } návštěvy
   *[other] { $count } návštěv
  }
ledger-plan = Naplánovat řadu, která to vyrovná
