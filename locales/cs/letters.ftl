### The words of the letters.

## Every letter
letter-greeting = Dobrý den, { $name },
# Under every letter; $url is the installation's address.
letter-footer = Odesláno službou Sisterline, { $url }
# A label and what it stands for, in the plain text.
letter-labelled = { $label }: { $value }

## Times
# $date with its day of the week, $range of times, $offset from UTC.
letter-when = { $date }, { $range } ({ $offset })
# A moment whose date differs from the reader's; $shift is the next or previous day.
letter-when-shifted = { $when }, { $shift }
letter-next-day = následující den
letter-previous-day = předchozí den
# The clock changes during the visit: the offset before and after.
letter-offset-change = { $before }, poté { $after }
# The reader's own time, where their zone is that of their side's city.
letter-your-time-in = Váš čas, { $city }
# The reader's own time, where it is another zone.
letter-your-time = Váš čas ({ $zone })
# A city with its name in its own language.
letter-place = { $name } ({ $native })

## A visit
# What an event in the calendar is called; $with is the other side.
letter-summary = { $title } – { $with }
letter-fact-visit = Návštěva
letter-fact-host = Hostitel
letter-fact-guests = Hosté
letter-fact-seats = Místa
# Somebody and where they are.
letter-of-city = { $name }, { $city }
letter-note = Vzkaz od hostů
letter-reason = Uvedený důvod
letter-join = Připojit se k návštěvě
letter-no-link-guest = Odkaz na setkání zatím nebyl zadán. Hostitel vám sdělí, jak se připojit.
letter-no-link-host = Odkaz na setkání zatím nebyl zadán. Sdělte prosím hostům, jak se připojit.
letter-manage = Zobrazit nebo zrušit rezervaci
letter-manage-secret = Kdo má tento odkaz, může návštěvu zrušit; prosíme, nepředávejte jej dál.
letter-view = Zobrazit rezervaci
letter-console = Spravovat vaše návštěvy
letter-ask-contact = Chcete-li návštěvu změnit nebo zrušit, obraťte se na toho, kdo ji rezervoval ({ $organization }).

## A visit is booked
letter-confirmed-subject = Návštěva potvrzena: { $title }, { $date }
letter-confirmed-heading = Vaše návštěva je potvrzena
letter-confirmed-contact = { $host }, { $city }, vás očekává. Návštěva se koná online. Pozvánka do kalendáře je přiložena.
letter-confirmed-guest = { $organization } vás zve na online návštěvu, kterou přijímá { $host }, { $city }. Pozvánka do kalendáře je přiložena.
letter-booked-subject = Nová návštěva: { $organization }, { $date }
letter-booked-heading = Máte novou rezervaci návštěvy
letter-booked-text = { $organization }, { $city }, si u vás rezervuje online návštěvu. Pozvánka do kalendáře je přiložena.

## The rules of a clock changed, and with them the instant of a visit
letter-clock-moved-subject = Nový čas: { $title }, { $date }
letter-clock-moved-heading = Vaše návštěva začíná v jiný čas
# $city is the host's, in whose clock the visit was promised.
letter-clock-moved-text = Pravidla hodin se změnila. Hodiny v místě { $city } ukazují na začátku návštěvy stejný čas jako dříve; pro ostatní může být jiný. Přiložená aktualizace ji přesune ve vašem kalendáři. Pokud v nový čas nemůžete, dejte nám prosím vědět.
letter-fact-was = Původně

## A visit is called off
letter-cancelled-subject = Návštěva zrušena: { $title }, { $date }
letter-cancelled-heading = Návštěva je zrušena
letter-cancelled-text = Tato návštěva se neuskuteční. Přiložená aktualizace ji odebere z vašeho kalendáře.

## Signing in
letter-sign-in-subject = Váš odkaz k přihlášení do služby Sisterline
letter-sign-in-heading = Přihlášení do služby Sisterline
# $count is a number of minutes.
letter-sign-in-text = { $count ->
    [one] Odkazem níže se přihlásíte. Platí jednou a jednu minutu.
    [few] Odkazem níže se přihlásíte. Platí jednou a { $count } minuty.
   *[other] Odkazem níže se přihlásíte. Platí jednou a { $count } minut.
  }
letter-sign-in-link = Přihlásit se
letter-sign-in-ignore = Pokud jste o to nežádali, zprávu můžete ignorovat: bez odkazu se nikdo nepřihlásí.

letter-test-subject = Dopis na zkoušku, zda pošta dorazí
letter-test-text = Toto je zkouška z { $url }. Dorazila, dopisy odtud se tedy k vám dostanou.

    Pokud leží v nevyžádané poště, vyplatí se zkontrolovat záznamy DNS domény odesílatele (SPF, DKIM, DMARC).

## A series
letter-series-subject = { $count ->
    [one] Řada domluvena: { $title }, jedna návštěva
    [few] Řada domluvena: { $title }, { $count } návštěvy
   *[other] Řada domluvena: { $title }, { $count } návštěv
  }
letter-series-heading = Je domluvena řada návštěv
letter-series-text = { $count ->
    [one] { $organization } a { $host } se online setkají jednou.
    [few] { $organization } a { $host } se online setkají { $count }×.
   *[other] { $organization } a { $host } se online setkají { $count }×.
  }
letter-series-times = Návštěvy:
letter-series-invites = Pozvánka na první návštěvu přijde ihned, každá další dva týdny před svou návštěvou.
letter-series-manage = Zobrazit řadu nebo zrušit návštěvy
letter-series-view = Zobrazit řadu
letter-series-cancelled-subject = Návštěvy zrušeny: { $title }, z řady { $count }
letter-series-cancelled-heading = Návštěvy z řady jsou zrušeny
letter-series-cancelled-text = Neuskuteční se (počet návštěv: { $count }). Hosté: { $organization }, hostitel: { $host }.

## Approval, moving, waiting
# $when is a date and a time with its offset.
letter-respond-by = Odpověď se očekává do: { $when }. Bez ní žádost propadne a místa se opět uvolní.
letter-moved-subject = Návštěva přeložena: { $title }, { $date }
letter-moved-heading = Návštěva má nový termín
letter-moved-text = Tato návštěva byla přeložena. Přiložená aktualizace ji změní ve vašem kalendáři.
letter-requested-subject = Žádost přijata: { $title }, { $date }
letter-requested-heading = Vaši žádost jsme přijali
letter-requested-text = { $host }, { $city }, má žádost, kterou podává { $organization }. Místa vám držíme do odpovědi; dozvíte se ji e-mailem.
letter-approve-subject = Prosíme o odpověď: { $organization }, { $date }
letter-approve-heading = Návštěva čeká na vaši odpověď
letter-approve-text = { $organization }, { $city }, žádá o online návštěvu. Schvalte ji prosím, nebo odmítněte.
letter-approve-console = Odpovědět ve správě
letter-declined-subject = Návštěva odmítnuta: { $title }, { $date }
letter-declined-heading = Návštěva byla odmítnuta
letter-declined-text = Žádost o tuto návštěvu byla odmítnuta. Místa jsou opět volná; můžete zvolit jiný termín.
letter-lapsed-subject = Bez včasné odpovědi: { $title }, { $date }
letter-lapsed-heading = Nikdo neodpověděl včas
letter-lapsed-text = Na žádost o tuto návštěvu nikdo včas neodpověděl, a proto propadla. Místa jsou opět volná; můžete zvolit jiný termín.
letter-left-subject = Už nejste na seznamu: { $title }, { $date }
letter-left-heading = Už nejste na seznamu této návštěvy
letter-left-text = Byli jste odebráni ze seznamu této návštěvy, která se uskuteční bez vás. Přiložená aktualizace ji odebere z vašeho kalendáře.
letter-cancelled-text-only = Tato návštěva se neuskuteční.
letter-waiting-joined-subject = Jste na čekací listině: { $title }
letter-waiting-joined-heading = Jste na čekací listině
letter-waiting-joined-text = Jakmile se uvolní místa, podržíme vám je a napíšeme, v pořadí zápisu.
letter-waiting-joined-link = Zobrazit své pořadí
letter-waiting-offered-subject = Místa pro vás: { $title }, nejpozději { $until }
letter-waiting-offered-heading = Uvolnila se pro vás místa
letter-waiting-offered-text = Místa vám držíme do: { $until }. Rezervujte si je do té doby; pak připadnou dalšímu v pořadí.
letter-waiting-offered-link = Rezervovat tato místa
letter-waiting-leave = Stejným odkazem můžete čekací listinu kdykoli opustit.

## A city has to confirm a visit again
letter-confirm-again-subject = Potvrďte prosím znovu: { $title }, { $date }
letter-confirm-again-heading = Návštěva připadla na nevhodnou hodinu
letter-confirm-again-text = Pravidla času se změnila a tato návštěva je nyní ve vašem městě před 7:00 nebo po 22:00. Stále se koná. Potvrďte prosím, že účastníci mohou přijít, nebo se s hostitelem domluvte na jiném čase.
letter-confirm-again-link = Zobrazit návštěvu a potvrdit ji

## A visit comes up, and who wants to hear no more of that
letter-reminder-subject = Připomínka: { $title }, { $date }
letter-reminder-heading = Vaše návštěva se blíží
letter-reminder-guest = { $host }, { $city }, vás očekává. Návštěva se koná online.
letter-reminder-host = { $organization }, { $city }, k vám přichází na online návštěvu.
letter-soon-subject = Brzy začíná: { $title }, { $date }
letter-soon-heading = Vaše návštěva brzy začne
letter-unsubscribe-reminders = Už žádné připomínky
unsubscribe-reminders-title = Připomínky návštěv
unsubscribe-reminders-ask = Nemají už na adresu { $email } chodit připomínky návštěv? Pozvánky a zrušení budou chodit dál.
unsubscribe-reminders-leave = Už žádné připomínky
unsubscribe-reminders-left = Na adresu { $email } už připomínky návštěv nechodí. Pozvánky a zrušení budou chodit dál.
unsubscribe-reminders-join = Znovu dostávat připomínky
unsubscribe-reminders-joined = Na adresu { $email } chodí připomínky návštěv.
letter-kind-visit-reminder = Připomínka
letter-kind-visit-soon = Připomínka těsně předem
