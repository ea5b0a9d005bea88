### The page that finds a time for several cities.

nav-find = Najít čas
find-title = Najít čas
find-lead = Kdy se mohou tato města setkat a kdo co ponese? Nevhodné hodiny se váží, neskrývají, a nikdo, kdo s tím nesouhlasil, se nemá scházet mezi 23. a 6. hodinou.
find-cities = Města (dvě až dvacet)
find-from = První den
find-to = Poslední den
find-minutes = { $count ->
    [one] { $count } minuta
    [few] { $count } minuty
   *[other] { $count } minut
  }
find-length = Délka
find-order = Co má být první
find-order-worst-off = Nejspravedlivější: kdo nese nejvíc, nese co nejméně
find-order-total = Nejmenší zátěž pro všechny dohromady
find-workdays = Jen pracovní dny
find-workdays-hint = Víkendy a svátky kteréhokoli z měst se vynechají.
find-nights = Souhlasí s nocí (od 23 do 6 hodin)
find-go = Hledat
find-times = Časy, které vyhovují
find-least-bad = Žádný čas nevyhovuje všem
# How much was found; $fitting, $days and $easy are the messages below.
find-summary = { $fitting }, { $days }. { $easy }
find-fitting = { $count ->
    [one] Všem vyhovuje jeden začátek
    [few] Všem vyhovují { $count } začátky
   *[other] Všem vyhovuje { $count } začátků
  }
find-on-days = { $count ->
    [one] v jednom dni
    [few] ve { $count } dnech
   *[other] v { $count } dnech
  }
find-none-easy = Žádný neleží v pracovní době všech.
find-easy = { $count ->
    [one] Jeden z nich leží v pracovní době všech.
    [few] { $count } z nich leží v pracovní době všech.
   *[other] { $count } z nich leží v pracovní době všech.
  }
find-nothing = Každý začátek by někomu připadl na noc, nebo, chcete-li pracovní dny, na den volna. Nejblíže jsou tyto časy.
find-advice = Co by pomohlo
find-advice-night = { $city } souhlasí s nocí
find-advice-shorten = Zkrátit setkání (minut: { $count })
find-advice-leave = Sejít se bez účasti: { $cities }
find-advice-days-off = Připustit víkendy a svátky
find-flexible = Při stejné zátěži lze začít nejpozději v { $time }.
find-day-off = víkend nebo svátek
find-bears-none = bez zátěže
find-bears-little = malá zátěž
find-bears-some = jistá zátěž
find-bears-much = velká zátěž
find-bears-most = velmi velká zátěž
find-blocked-night = Je tam noc, s níž město nesouhlasilo.
find-blocked-day-off = Je tam den volna.
# A clock change; $before and $after are lengths such as "8 hours".
find-clock-forward = { $city }: { $date } se hodiny posouvají dopředu. Od té doby je rozdíl oproti městu { $other } { $after } místo { $before }.
find-clock-back = { $city }: { $date } se hodiny posouvají zpět. Od té doby je rozdíl oproti městu { $other } { $after } místo { $before }.
find-hours = { $count ->
    [one] { $count } hodina
    [few] { $count } hodiny
   *[other] { $count } hodin
  }
find-hours-exactly = { $time } hodin
find-more = Další časy
find-how-title = Jak se to váží
find-how = Zátěž okamžiku je pro každé město druhá mocnina počtu hodin, které jej dělí od pracovní doby; od 6 do 7 a od 22 do 23 hodin se přičítá 16, o víkendech a svátcích 9. Číslo platí za celé setkání: hodina ležící dvě hodiny mimo pracovní dobu dá asi 2,3. Nejprve je nejlepší čas každého dne, poté druhý nejlepší.
find-onwards = Dále
find-way-partnership = Partnerství: { $cities }
find-way-hosts = Hostitelé: { $city }
find-fault-too-few = Vyberte alespoň dvě města.
find-fault-too-many = Vyberte nejvýše 20 měst.
find-fault-twice = Vyberte každé město jen jednou.
find-fault-unknown-city = Jedno z měst zde neznáme.
find-fault-invalid-date = Zadejte data mezi roky 2000 a 2100.
find-fault-end-before-start = Poslední den je před prvním.
find-fault-range-too-long = Hledejte nejvýše ve 400 dnech.
find-fault-range-too-short = Setkání je delší než prohledávaná doba.
find-fault-out-of-range = Setkání trvá 5 až 480 minut.
find-way-plan = Naplánovat s těmito městy řadu
