# What the pages say. One key, one meaning; the same keys in every language.

product-name = Sisterline
skip-to-content = Přejít k obsahu

## Around every page
nav-label = Hlavní nabídka
nav-partnerships = Partnerství
nav-cities = Města
nav-console = Vaši hostitelé
nav-sign-in = Přihlášení
nav-api = API pro programy
nav-dev-mail = Dopisy této ukázky
language-label = Jazyk
footer-line = Dvě města, dvoje hodiny, jedna hodina, která vyhovuje oběma.
footer-nav-label = Další
footer-zones = Všechny časy na této stránce vypočítal server podle dat o časových pásmech { $version }.
signed-in-as = Přihlášení: { $name }
sign-out = Odhlásit se
live-waiting = Spojení se přerušilo. Termíny se mohly změnit; zkoušíme to znovu…
live-back = Spojení obnoveno.
# n: 2 to 5
live-looking = Na tento termín se právě dívá několik lidí: { $n }.
# n: a number that at least so many are
live-looking-many = Na tento termín se právě dívá více než { $n } lidí.

## Tiers, states, stages, tracks
tier-office = pracovní doba
tier-reachable = k zastižení
tier-unsocial = noc
now-office = právě pracovní doba
now-reachable = právě k zastižení
now-unsocial = právě noc
legend-open = volno, s počtem míst
legend-full = obsazeno
stage-prospective = Připravuje se
stage-pilot = Na zkoušku
stage-official = Oficiální
stage-paused = Pozastaveno
stage-ended = Ukončeno
track-official = Město a veřejné úřady
track-civic = Spolky a sdružení
track-education = Školy a univerzity
track-culture = Kultura
track-business = Hospodářství

## Slots
slot-open = Volno
slot-full = Obsazeno
slot-closed = Uzavřeno
slot-cancelled = Zrušeno
slot-seats-left = { $count ->
    [0] Žádné volné místo
    [one] 1 volné místo
    [few] { $count } volná místa
   *[other] { $count } volných míst
  }
slot-of-capacity = z { $count }
slot-book = Rezervovat
slot-details = Podrobnosti
slot-duration = Délka
slot-languages = Jazyky
slot-topics = Témata
slot-full-what-now = Všechna místa jsou obsazena. Pokud některá skupina rezervaci zruší, místa se zde ihned objeví.
slot-closed-what-now = Tento termín už nelze rezervovat.
slot-started-what-now = Tato návštěva již začala.
slot-cancelled-what-now = Hostitel tuto návštěvu zrušil. Všem, kdo měli rezervaci, jsme to oznámili e-mailem.
slot-others = Další termíny téže návštěvy
slot-all-times = Všechny termíny: { $name }
slots-new = Přibyly nové termíny.
slots-stale = Tato stránka už nemusí být aktuální.
slots-refresh = Zobrazit aktuální stav
visits-none = Právě nejsou vypsány žádné veřejné návštěvy. Termíny mezi dvěma městy najdete u jejich partnerství.

## Home
home-title = Poznejte své partnerské město v hodinu, která vyhovuje oběma.
home-lead = Partnerská města nabízejí termíny virtuálních návštěv: školní třída, radnice, zkouška sboru, laboratoř. Vyberete si termín, vidíte jej v čase obou měst a všichni dostanou pozvánku, které rozumí jejich kalendář.
home-find = Najít své partnerství
home-see-visits = Nejbližší návštěvy
home-partnerships = Partnerství
home-partnerships-lead = Vyberte města, která chcete propojit. Jejich dny uvidíte vedle sebe.
home-partnerships-none = Zatím není zapsáno žádné partnerství. První může po přihlášení přidat koordinace.
home-cities = Města
home-cities-lead = Každý prstenec je den jednoho města: dole půlnoc, nahoře poledne, červený korálek je právě teď.
home-cities-none = Zatím není zapsáno žádné město. První může po přihlášení přidat správce.
home-visits = Nejbližší návštěvy
home-visits-lead = Otevřené všem z partnerského města.
partnership-since = od roku { $year }
partnership-open-slots = { $count ->
    [0] Žádné volné termíny
    [one] 1 volný termín
    [few] { $count } volné termíny
   *[other] { $count } volných termínů
  }

## City
city-now = Právě teď
city-zone = Časové pásmo
city-office-hours = Pracovní doba
city-languages = Jazyky
city-partnerships = Partnerství
city-partnerships-none = Toto město zatím nemá žádné veřejné partnerství.
city-partnerships-count = { $count ->
    [0] Zatím žádné partnerství
    [one] 1 partnerství
    [few] { $count } partnerství
   *[other] { $count } partnerství
  }
city-hosts = Kdo přijímá návštěvy
city-hosts-lead = Návštěvu si rezervujte přes některé z partnerství města.
city-hosts-none = Zatím zde návštěvy nikdo nepřijímá.
city-visits = Nejbližší veřejné návštěvy
host-offers-label = Co nabízí

## Partnership
week-nav-label = Týdny
week-previous = Předchozí týden
week-next = Následující týden
week-empty = Tento týden nejsou vypsány žádné termíny.
week-empty-what-now = Ani pozdější termíny zatím nejsou zapsány. Napište některému z hostitelů, nebo se za několik dní vraťte.
week-go-to-next = Přejít k nejbližším volným termínům
day-empty = Žádné termíny.
today = dnes

## Booking form
book-title = Rezervovat tuto návštěvu
book-party = Kdo přijde
book-contact = Komu píšeme
book-attendees = Další osoby
book-attendees-hint = Každý dostane vlastní pozvánku. Můžete také přeposlat svou.
book-attendee-number = Osoba { $number }
book-add-attendee = Přidat osobu
book-submit = Rezervovat návštěvu
book-what-next = Ihned dostanete e-mail s časem v obou městech, pozvánkou do kalendáře a odkazem pro případ, že si to rozmyslíte.
form-faults = { $count ->
    [one] Jeden údaj je třeba zkontrolovat
    [few] { $count } údaje je třeba zkontrolovat
   *[other] { $count } údajů je třeba zkontrolovat
  }
field-optional = (nepovinné)
field-city = Vaše město
field-organization = Vaše škola, úřad, spolek nebo firma
field-name = Vaše jméno
field-email = E-mailová adresa
field-locale = Jazyk dopisů
field-zone = Časové pásmo dopisů
field-seats = Místa
field-note = Vzkaz hostiteli
field-attendee-name = Jméno
field-attendee-email = E-mailová adresa
field-reason = Důvod

## Booking
booking-thanks = Děkujeme. Vše je domluveno.
booking-confirmed = Potvrzeno
booking-cancelled = Zrušeno
booking-completed = Uskutečnilo se
booking-next = Co bude dál
booking-next-confirmed = Všem na seznamu byla odeslána pozvánka. Přijměte ji ve svém kalendáři a připojte se o pár minut dříve: na této stránce, nebo odkazem v e-mailu.
booking-next-cancelled = Tato návštěva se pro vás neuskuteční a kalendáře o tom již vědí. Rádi vás přivítáme v jiném termínu.
booking-next-completed = Doufáme, že to byla příjemná hodina. Rádi vás přivítáme znovu.
booking-join = Připojit se k návštěvě
booking-calendar = Přidat do kalendáře
booking-others = Další volné termíny
booking-party = Vaše skupina
booking-seats = Místa
booking-attendees = Pozvaní
booking-note = Váš vzkaz hostiteli
booking-cancel = Zrušit tuto rezervaci
booking-cancel-means = Vaše místa ihned nabídneme dalším a všem pozvaným to oznámíme e-mailem. Nelze to vzít zpět.
booking-cancel-confirm = Ano, zrušit rezervaci
booking-keep-link = Kdo má adresu této stránky, může rezervaci měnit. Nechte si ji pro sebe.
seats = { $count ->
    [one] 1 místo
    [few] { $count } místa
   *[other] { $count } míst
  }

## Signing in
sign-in-title = Přihlášení
sign-in-lead = Pro hostitele, koordinaci a správce. Heslo není potřeba: pošleme vám odkaz.
sign-in-send = Poslat odkaz
sign-in-guests = Hosté účet nepotřebují. Rezervaci změníte odkazem v jejím e-mailu.
sign-in-sent-title = Podívejte se do e-mailu
sign-in-sent = Pokud zde známe adresu { $email }, odkaz je na cestě.
sign-in-sent-next = Platí jednou a 15 minut. Nic nepřišlo? Podívejte se do nevyžádané pošty a zkontrolujte, zda v adrese není překlep.
sign-in-demo-mail = Otevřít dopisy této ukázky
sign-in-again = Požádat o nový odkaz
sign-in-enter-title = Vítejte zpět
sign-in-enter = Přihlašujete se jako { $email }.
sign-in-enter-button = Přihlásit se
sign-in-expired-title = Tento odkaz už neplatí
sign-in-expired = Odkaz platí jednou a 15 minut. Požádejte o nový; zabere to jen chvilku.

## Console
console-title = Vaši hostitelé
console-hello = Dobrý den, { $name }.
console-no-hosts = Zatím nejste členem žádného hostitele. Požádejte koordinaci svého města, aby vás přidala.
console-no-offers = Zatím se nic nenabízí.
console-no-slots = Žádné nadcházející termíny. Přidejte termín a všichni partneři jej ihned uvidí.
console-seats-taken = míst obsazeno
console-nobody-yet = Zatím nikdo nerezervoval.
console-cancel-slot = Zrušit tento termín
console-cancel-means-nobody = Nikdo jej nerezervoval. Ihned zmizí ze všech stránek.
console-cancel-means = { $count ->
    [one] Rezervovala jej jedna skupina a dozví se to e-mailem. Nelze to vzít zpět.
    [few] Rezervovaly jej { $count } skupiny a dozvědí se to e-mailem. Nelze to vzít zpět.
   *[other] Rezervovalo jej { $count } skupin a dozvědí se to e-mailem. Nelze to vzít zpět.
  }
console-cancel-confirm = Ano, zrušit
console-add-slot = Přidat termín
console-add-slot-button = Přidat tento termín
console-setups = Nastavení
field-offer = Nabídka
field-date = Datum
field-time = Začátek, v čase hostitelského města
field-capacity = Místa
field-resolution = Který máte na mysli?
field-city-name = Název
field-slug = Krátký název pro adresy
field-country = Země
field-city-zone = Časové pásmo
field-office-from = Začátek pracovní doby
field-office-to = Konec pracovní doby
field-weekend = Volné dny
field-languages = Jazyky
field-cities = Města
field-stage = Stav
field-since = Rok podpisu
field-host-city = Město
field-host-name = Název hostitele
field-track = Oblast
field-about = O hostiteli
field-host = Hostitel
field-title = Název
field-topics = Témata
field-duration = Minuty
field-visibility = Kdo ji smí vidět
field-description = Co návštěvníky čeká
field-role-email = E-mailová adresa
field-role = Role
field-role-scope = Pro

console-pick = Vaši hostitelé
console-pick-summary = Vybrat hostitele
console-host-line = { $count ->
    [0] zatím žádná nabídka
    [one] 1 nabídka
    [few] { $count } nabídky
   *[other] { $count } nabídek
  }
console-more-slots = { $count ->
    [one] 1 pozdější termín
    [few] { $count } pozdější termíny
   *[other] { $count } pozdějších termínů
  }
console-not-all = { $count ->
    [one] Zobrazen je jen nejbližší termín.
    [few] Zobrazeny jsou jen nejbližší { $count } termíny.
   *[other] Zobrazeno je jen nejbližších { $count } termínů.
  }
console-steps = První kroky
console-steps-lead = Zatím nelze nic rezervovat. Toto jsou kroky k první návštěvě; každý otevře svůj formulář.
console-step-city = Přidejte své město a město, se kterým se chcete setkat.
console-step-partnership = Zapište partnerství mezi nimi.
console-step-host = Přidejte hostitele: toho, kdo přijímá návštěvy.
console-step-offer = Popište, co hostitel nabízí.
console-step-slot = Přidejte první termín.
console-none-to-keep = Zatím nebyl přidán žádný hostitel.
add-slot-capacity-hint = Prázdné znamená tolik, kolik uvádí nabídka.
doubt-gap = V místě { $city } se tu noc hodiny posouvají dopředu a čas { $time } přeskočí. Máte na mysli tento? Jinak zvolte jiný čas.
doubt-fold = V místě { $city } se tu noc hodiny posouvají zpět, takže čas { $time } nastane dvakrát.
resolution-gap-shifted = o tolik později, o kolik se hodiny posunou
resolution-fold-first = před posunem hodin zpět
resolution-fold-second = po posunu hodin zpět
setup-city = Přidat město
setup-partnership = Zapsat partnerství
setup-host = Přidat hostitele
setup-offer = Přidat nabídku
setup-role = Přidělit roli
field-native-name = Název v místním jazyce
field-kind = Druh
field-overlap = Jiné návštěvy
field-meeting-url = Kde se koná
field-role-name = Jméno
field-role-locale = Jazyk dopisů
hint-slug = Malá písmena, číslice a spojovníky. Později jej nelze změnit.
hint-country = Dvě písmena, například TW nebo US.
hint-languages = Kódy oddělené čárkami, například en, zh-TW.
hint-topics = Oddělená čárkami.
hint-meeting-url = Adresa začínající https://. Dozvědí se ji jen ti, kdo mají rezervaci.
hint-role-name = Potřebné, jen pokud je zde osoba nová.
overlap-allowed = Může se konat, i když má hostitel jinou návštěvu
role-admin = Správce všeho
role-coordinator = Koordinace
role-member = Člen hostitele
seen-by-public = Všichni
seen-by-partners = Partnerská města
seen-by-unlisted = Kdo má odkaz
known-to-public = Všichni
known-to-private = Jen ti, kdo pracují pro jeho města
day-mon = pondělí
day-tue = úterý
day-wed = středa
day-thu = čtvrtek
day-fri = pátek
day-sat = sobota
day-sun = neděle

## What is wrong with a field of the console, by its code
fault-invalid-url = Zadejte adresu, která začíná https://.
fault-out-of-range = Zadejte číslo od { $min } do { $max }.
fault-not-a-number = Zadejte číslo.
fault-count = Vyberte { $min } až { $max }.
fault-unknown = Vyberte ze seznamu.
fault-too-many = Je jich příliš mnoho.
fault-invalid-slug = Použijte 2 až 60 malých písmen, číslic a spojovníků, například new-taipei.
fault-invalid-country = Zadejte dvě písmena země, například TW.
fault-invalid-language = Zadejte kódy jazyků, například en, zh-TW nebo ja.
fault-invalid-time = Zadejte čas, například 09:00.
fault-end-before-start = Konec pracovní doby musí být později než začátek.
fault-slug-taken = Tento krátký název už má jiné město. Zvolte jiný.
fault-slot-overlaps = Hostitel má v tu dobu jinou návštěvu. Zvolte jiný čas.
fault-invalid-local-time = Zadejte datum a čas.
fault-local-day-missing = Tento den tam neexistuje: kalendář jej přeskakuje. Zvolte jiný.
fault-choose-instant = Uveďte, který máte na mysli, nebo zvolte jiný čas.
fault-in-past = Zvolte čas, který teprve přijde.
fault-too-far = Zvolte čas během příštích deseti let.
fault-not-yours = Jedno z měst musí být to, které koordinujete.

## Letters of the demo
dev-mail-title = Dopisy této ukázky
dev-mail-lead = Nic neopouští tento počítač. Toto jsou dopisy tak, jak by byly odeslány.
dev-mail-none = Zatím žádné dopisy. Rezervujte návštěvu a první se zde objeví.
letter-subject = Předmět
letter-to = Komu
letter-kind = Druh
letter-at = Napsáno
letter-state = Stav
letter-html = Jak jej vidí většina lidí
letter-text = Text
letter-calendar = Kalendář
letter-broken = Tento dopis už nelze zobrazit.
letter-raw = Celá zpráva
letter-kind-visit-confirmed = Pozvánka
letter-kind-visit-cancelled = Zrušení
letter-kind-series-confirmed = Řada návštěv
letter-kind-series-cancelled = Řada zrušena
letter-kind-sign-in = Přihlašovací odkaz
letter-kind-visit-moved = Změna hodin
letter-kind-confirm-again = Žádost o nové potvrzení
letter-kind-answer-received = Odpověď
letter-kind-time-proposed = Návrh jiného termínu
letter-kind-address-failing = Nedoručitelná adresa
letter-state-queued = čeká
letter-state-sending = odesílá se
letter-state-sent = odesláno
letter-state-dead = vzdáno
letter-state-superseded = nahrazeno novějším
letter-state-expired = na odeslání je pozdě
letter-follow = Použít odkaz v tomto dopisu

## API
docs-title = API pro programy
docs-version = Verze { $version }.
docs-machine = Totéž pro stroje (OpenAPI 3.1)
docs-nav-label = Operace
docs-parameters = Parametry
docs-request = Obsah
docs-responses = Odpovědi
docs-required = povinné

## Problems
problem-home = Na úvodní stránku
problem-403 = K této stránce nemáte přístup
problem-403-next = Možná jste přihlášeni pod jinou adresou, nebo stránka patří jinému hostiteli. Pokud vás sem přivedl formulář, vraťte se, načtěte jej znovu a odešlete ještě jednou.
problem-404 = Tady nic není
problem-404-next = Odkaz je možná starý nebo neúplný. Z úvodní stránky se dostanete ke každému městu i partnerství.
problem-409 = Někdo byl rychlejší
problem-409-next = To, co jste viděli, se mezitím změnilo. Vraťte se a podívejte se na současný stav.
problem-422 = Něčemu jsme nerozuměli
problem-422-next = Vraťte se a zkontrolujte zadané údaje. Nic se nezměnilo.
problem-429 = To bylo mnoho najednou
problem-429-next = Počkejte minutu a zkuste to znovu. Nic se neztratilo.
problem-500 = Něco se pokazilo a je to naše chyba
problem-500-next = Zaznamenali jsme to. Zkuste to za chvíli znovu; pokud se to bude opakovat, sdělte nám kód níže.
problem-503 = Hned jsme zpět
problem-503-next = Část služby je právě nedostupná. Nic z rezervovaného se neztratilo. Zkuste to za minutu znovu.

## Said once after something was done
done-cancelled = Návštěva je zrušena. Všichni zúčastnění se to dozvědí e-mailem.
done-slot-added = Termín byl přidán. Kdo se právě dívá, už jej vidí.
done-slot-cancelled = Termín je zrušen. Všichni, kdo měli rezervaci, se to dozvědí e-mailem.
done-entered = Uloženo.
done-signed-in = Jste přihlášeni.
done-signed-out = Jste odhlášeni.

## Small words
list-separator = ,{" "}

## What is wrong with a field, by its code
fault-required = Vyplňte prosím toto pole.
fault-too-long = To je příliš dlouhé.
fault-control-characters = Odstraňte prosím konce řádků a neviditelné znaky.
fault-invalid-email = Zadejte prosím e-mailovou adresu, například name@example.org.
fault-duplicate-email = Tato adresa už v rezervaci je.
fault-unknown-city = Vyberte prosím své město.
fault-unknown-zone = Vyberte prosím časové pásmo ze seznamu.
fault-slot-full = Někdo byl rychlejší: nezbývá dost míst. Nic nebylo rezervováno.
fault-slot-closed = Tento termín už rezervace nepřijímá. Nic nebylo rezervováno.
fault-slot-started = Tato návštěva již začala. Nic nebylo rezervováno.
fault-visit-started = Návštěva již začala; nelze ji už změnit.
fault-sent-before = Tento formulář už byl odeslán s jiným obsahem. Zkontrolujte jej a odešlete znovu.
fault-stale-form = Tento formulář je příliš starý. Otevřete stránku znovu a odešlete jej ještě jednou.

## Booking
home-page-title = Návštěvy mezi partnerskými městy
book-choose-city = Vyberte…
book-zone-of-city = Podle města
minutes = { $count ->
    [one] 1 minuta
    [few] { $count } minuty
   *[other] { $count } minut
  }
clocks-apart = { $count ->
    [0] stejný čas
    [one] rozdíl 1 hodina
    [few] rozdíl { $count } hodiny
   *[other] rozdíl { $count } hodin
  }
clocks-apart-exactly = rozdíl { $time } hodin
kind-office = Úřad
kind-school = Škola
kind-university = Univerzita
kind-association = Spolek
kind-company = Firma

# Heading over partnerships that wait for an answer.
console-proposals = Navržená partnerství
proposal-title = Navrženo, dosud neschváleno
proposal-awaits = Zbývá souhlas: { $cities }.
proposal-meaning = Dokud nesouhlasí všechna města, vědí o něm jen lidé z těchto měst a nic přes něj nelze vidět ani rezervovat.
proposal-agree = Souhlasit za své město
proposal-withdraw = Stáhnout návrh
done-agreed = Souhlas udělen. Jakmile jej udělí všechna města, otevřou se jejich nabídky navzájem.
done-withdrawn = Návrh byl stažen.

# Letters that could not be sent, for admins.
outbox-title = Pošta k odeslání
outbox-lead = Každý dopis zde čeká, dokud jej poštovní server nepřijme.
outbox-paused = Právě se nic neodesílá
outbox-paused-next = Poštovní server nás odmítá. Dopisy čekají a žádný se neztratí; jakmile bude nastavení nebo server v pořádku, odejdou samy. Říká:
outbox-counts = Dopisy
outbox-none = Zatím nebylo nic napsáno.
outbox-dead = Vzdané
outbox-dead-none = Žádný dopis nebyl vzdán.
outbox-reason = Proč
outbox-actions = Co teď
outbox-requeue = Odeslat znovu
outbox-discard = Zahodit
done-requeued = Dopis čeká na nové odeslání.
done-discarded = Dopis byl zahozen.
letter-state-discarded = zahozeno
console-outbox = Pošta k odeslání

# How each letter reads, for admins.
preview-title = Náhled dopisů
preview-lead = Každý dopis, který tato instalace píše, v každém jazyce, na příkladu jedné návštěvy.
preview-harmless = Nic z toho nebylo odesláno. I odkazy jsou jen ukázky: nevedou k ničemu, co existuje, a nikoho nikam nepustí.
preview-day = Den návštěvy
preview-day-next-day = V Kao-siungu další den
preview-day-same-day = V obou městech týž den
preview-day-clocks-back = Přechod na zimní čas
preview-day-clocks-forward = Přechod na letní čas
preview-show = Ukázat dopis
preview-from = Od
preview-eml = Stáhnout zprávu (.eml)

# Calendars that people subscribe to.
console-calendars = Kalendáře k odběru
calendars-title = Kalendáře k odběru
calendars-lead = Váš kalendář může tyto adresy sledovat a ukazuje vždy skutečný stav. Kdo má adresu, vidí její návštěvy: předávejte ji s rozvahou.
feed-person = Návštěvy, na které jste pozváni nebo které přijímáte
feed-host = Návštěvy, které tento hostitel přijímá
feed-partnership = Návštěvy tohoto partnerství, bez přístupového odkazu
feed-open = Otevřít v kalendáři
feed-google = Přidat do Kalendáře Google
feed-rotate = Změnit adresu
feed-busy = Jen obsazené časy, beze slova o tom, čím:
feed-slow = Kalendáře se ptají podle sebe: většina do hodiny, Google do dne.
feed-name = Návštěvy: { $name }
city-feed = Sledovat v kalendáři
done-rotated = Adresa byla změněna. Kalendáře, které sledují tu předchozí, už nic nevidí.
