### Polls: a coordinator proposes times, the people of each city answer.

poll-list = Ankety
poll-new = Zeptat se na termín
poll-new-lead = Navrhněte až 20 termínů. Lidé z každého města přes odkaz a bez účtu řeknou, které se jim hodí.
poll-none = Zatím žádná anketa.
poll-no-desk = Ptát se můžete, jakmile s některým vaším partnerstvím souhlasí všechna jeho města.
poll-state-open = Otevřená
poll-state-closed = Termín vybrán
poll-state-cancelled = Zrušená
poll-state-lapsed = Vypršela
poll-answers = { $count ->
    [one] Jedna odpověď
    [few] { $count } odpovědi
   *[other] { $count } odpovědí
  }
poll-deadline = Odpovědi do { $when }

## Opening one
poll-field-what = Co se navštíví
poll-field-guests = Odkud přijdou hosté
poll-field-guests-partner = Partnerské město
poll-field-title = O co jde
poll-field-title-hint = Když zůstane prázdné, platí název návštěvy.
poll-field-note = Co ještě je třeba vědět
poll-field-deadline = Odpovědi do
poll-field-deadline-hint = V čase hostitelského města. Když zůstane prázdné, do začátku posledního termínu.
poll-field-zone = V čase města
poll-field-time = Termín { $number }
poll-found = Nalezené termíny
poll-typed = Další termíny
poll-typed-hint = Vyplňte, kolik chcete.
poll-create = Zeptat se měst
poll-ask-people = Zeptat se na zaškrtnuté termíny
poll-propose = Navrhnout tento termín

## The tally
poll-tally = Jak to vypadá
poll-how = Počítají se města, ne hlavy: termín je tak dobrý, jak dobrý je pro město, kterému se hodí nejméně. „V nouzi“ platí za polovinu. Když z některého města nemůže nikdo, termín vypadá. Při shodě rozhoduje zátěž měst.
poll-best = Zatím se hodí nejvíc
poll-chosen = Vybráno
poll-past = Už minul
poll-blocked = Nemůže nikdo z: { $cities }
poll-counts = { $yes } ano · { $maybe } v nouzi · { $no } ne
poll-unheard = zatím bez odpovědi
poll-answer-yes = Ano
poll-answer-if-need-be = V nouzi
poll-answer-no = Ne

## For coordinators
poll-links = Odkaz pro každé město
poll-links-lead = Kdo má odkaz města, může za ně odpovídat. Předávejte jej jen v rámci města.
poll-link-of = Odkaz: { $city }
poll-who = Kdo odpověděl
poll-wants-invite = přeje si pozvánku
poll-close-at = Vybrat tento termín
poll-close-means = Návštěva se zarezervuje. Pozvánku dostanou ti, kdo mohou a nechali adresu, nejvýše 50.
poll-close-request = O návštěvu se požádá a hostitel odpoví. Pozvánku pak dostanou ti, kdo mohou a nechali adresu, nejvýše 50.
poll-cancel = Zrušit anketu
poll-cancel-means = Nikdo už nebude moci odpovědět a nic se nerezervuje.
poll-to-booking = K rezervaci

## Answering
poll-asks = Které termíny se vám hodí?
poll-for-city = Odpovídáte za město { $city }.
poll-email = E-mail pro pozvánku
poll-email-hint = Jen pokud o ni stojíte. Nikomu se neukáže a 90 dní po anketě se zapomene.
poll-send = Odeslat odpověď
poll-change = Změnit odpověď
poll-own-link = Váš vlastní odkaz pro změnu odpovědi z jiného zařízení. Nepředávejte jej:
poll-updated = Stav se změnil.
poll-over-closed = Termín byl vybrán: { $when }.
poll-over-cancelled = Tato anketa byla zrušena.
poll-over-lapsed = Tato anketa vypršela. Žádný termín nebyl vybrán.

## What is said afterwards
done-poll-opened = Města jsou dotázána. Jejich koordinace dostane dopis s odkazem.
done-poll-voted = Vaše odpověď je zapsána. Do konce ankety ji tu můžete změnit.
done-poll-cancelled = Anketa je zrušena.
fault-poll-closed = Termín už byl vybrán. Nic se nezměnilo.
fault-poll-cancelled = Tato anketa byla zrušena. Nic se nezměnilo.
fault-poll-lapsed = Tato anketa vypršela. Nic se nezměnilo.
fault-poll-full = Odpovědělo už tolik lidí, kolik smí. Obraťte se na koordinaci svého města.
poll-fault-candidates = Navrhněte aspoň jeden termín a nejvýše 20.
poll-fault-answers = Odpovězte ke každému termínu.
poll-fault-time = Zadejte budoucí termín do jednoho roku, každý jen jednou.
poll-fault-no-single-time = Tehdy se mění čas: tato hodina se přeskočí, nebo přijde dvakrát. Vyberte jinou.
poll-fault-taken = Hostitel má v tu dobu mezitím něco jiného. Anketa zůstává otevřená; vyberte jiný termín.
poll-fault-rest = Partnerství je pozastaveno, nebo s ním nesouhlasí všechna města.

## The letter
letter-kind-poll-opened = Anketa
letter-poll-opened-subject = Který termín se hodí? { $city }: { $title }
letter-poll-opened-heading = Vaše město je dotázáno na termín
letter-poll-opened-text = { $organization } a { $host } se chtějí setkat online. Toto jsou navržené termíny; lidé z města { $city } řeknou, které se jim hodí.
letter-poll-opened-times = Termíny:
letter-poll-opened-deadline = Odpovídat lze do { $when }.
letter-poll-opened-link = Odpovědět za město { $city }
letter-poll-opened-pass-on = Předejte tento odkaz těm ve svém městě, kdo mají odpovědět; účet nepotřebují. Do jiných měst jej prosím neposílejte.
letter-poll-opened-console = Zobrazit všechny odpovědi a vybrat termín
