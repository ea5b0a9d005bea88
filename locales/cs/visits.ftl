### Holds, approval, waiting lists, rescheduling: the life of a visit.

## Where a booking stands
booking-requested = Čeká na odpověď
booking-declined = Odmítnuto
booking-lapsed = Propadlo
booking-next-requested = Místa vám držíme, dokud nebude žádost vyřízena. Kdo rezervoval, dozví se to e-mailem.
booking-next-declined = Žádost byla odmítnuta. Můžete zvolit jiný termín.
booking-next-lapsed = Nikdo včas neodpověděl, a žádost proto propadla. Můžete požádat znovu.
# $when is a date and a time with its offset.
booking-respond-by = Odpověď se očekává do: { $when }.
booking-approvals = Dosavadní odpovědi
booking-approved-by-host = Město hostitele souhlasilo.
booking-approved-by-guests = Město hostů souhlasilo.
booking-group = Počet osob
booking-language = Požadovaný jazyk
booking-interpreter = Požaduje se tlumočník
booking-accessibility = Co potřebujete k účasti
booking-too-late = Tuto návštěvu zde již nelze změnit. Obraťte se prosím na hostitele.

## Moving a booking
booking-move = Zvolit jiný termín
booking-move-means = Místa se přesunou s vámi: nová se obsadí a původní uvolní v jednom kroku. Všichni pozvaní se to dozvědí.
booking-move-asks = Nový termín je třeba znovu schválit.
booking-move-confirm = Přeložit návštěvu
booking-move-none = Žádný jiný termín teď nemá dost míst.
field-slot-id = Nový termín

## Who comes
booking-people = Změnit, kdo přijde
booking-people-means = Kdo je nový, dostane pozvánku. Kdo je odebrán, dozví se to jen on. Prázdný řádek se vynechá.
booking-people-confirm = Uložit seznam

## Holds
hold-kept = Dokud formulář vyplňujete, místa vám držíme.
hold-lost = Místa už pro vás nedržíme. Rezervovat můžete přesto zkusit.
hold-others = Někdo právě rezervuje poslední místa. Pokud odejde, ihned se zde objeví.
slot-held = Právě se rezervuje

## Waiting lists
waiting-title = Čekací listina
waiting-join-lead = Když se uvolní místa, držíme je pro čekající v pořadí, v jakém se zapsali.
waiting-join = Zapsat se na čekací listinu
waiting-length = { $count ->
    [0] Nikdo nečeká.
    [one] Čeká jedna skupina.
    [few] Čekají { $count } skupiny.
   *[other] Čeká { $count } skupin.
  }
waiting-waiting = Čekáte
waiting-offered = Držíme vám místa
waiting-booked = Máte rezervováno
waiting-passed = Vaše lhůta uplynula
waiting-left = Opustili jste listinu
waiting-ended = Už není na co čekat
waiting-ahead = { $count ->
    [0] Jste na řadě jako další.
    [one] Před vámi je jedna skupina.
    [few] Před vámi jsou { $count } skupiny.
   *[other] Před vámi je { $count } skupin.
  }
waiting-until = Držíme je do: { $when }; pak připadnou dalšímu v pořadí.
waiting-book = Rezervovat tato místa
waiting-leave = Opustit čekací listinu
waiting-leave-means = Vaše místo v pořadí připadne těm za vámi.
waiting-keep-link = Kdo má adresu této stránky, může vaše pořadí využít. Nechte si ji pro sebe.
waiting-seats = Požadovaná místa

## What an offer asks
field-group-size = Kolik vás přijde
field-language = Požadovaný jazyk
field-interpreter = Přejeme si tlumočníka
field-accessibility = Co potřebujete k účasti
field-consent = Souhlasíme
book-questions = Otázky hostitele
book-no-wish = Bez preference
book-yes = Ano
book-no = Ne
book-approval = Hostitel odpovídá na každou žádost. Do té doby vám místa držíme.
book-approval-both = Na každou žádost odpovídají obě města. Do té doby vám místa držíme.
book-ask = Odeslat žádost

## The console
console-requests = Žádosti k vyřízení
console-requests-none = Žádná žádost na vás nečeká.
console-approve = Schválit
console-decline = Odmítnout
console-decline-means = Hosté se to dozvědí i s vaším důvodem. Místa se opět uvolní.
console-capacity = Místa
console-capacity-save = Změnit počet míst
console-close = Uzavřít pro rezervace
console-reopen = Otevřít pro rezervace
console-waiting = { $count ->
    [one] Čeká jedna skupina
    [few] Čekají { $count } skupiny
   *[other] Čeká { $count } skupin
  }
console-held = { $count ->
    [one] Právě se rezervuje jedno místo
    [few] Právě se rezervují { $count } místa
   *[other] Právě se rezervuje { $count } míst
  }
console-move = Přeložit na jiný termín
field-capacity-of = Místa

## Done
done-moved = Návštěva je přeložena. Všichni pozvaní se to dozvědí e-mailem.
done-people = Seznam je uložen.
done-approved = Schváleno.
done-declined = Odmítnuto. Hosté se to dozvědí e-mailem.
done-resized = Počet míst je změněn. Kdo se právě dívá, už to vidí.
done-closed = Tento termín další rezervace nepřijímá.
done-reopened = Tento termín opět přijímá rezervace.
done-left = Opustili jste čekací listinu.
done-joined = Jste na čekací listině. E-mail s vaším odkazem je na cestě.

## What is wrong
fault-too-late = Tuto návštěvu zde již nelze změnit. Obraťte se prosím na hostitele.
fault-booking-state = Mezitím se to změnilo. Podívejte se na současný stav.
fault-seats-taken = Obsazeno nebo rezervováno je více míst.
fault-slot-cancelled = Tento termín se nekoná.
fault-party-limit = Rezervovali jste už tolikrát, kolikrát může jedna skupina. Nic nebylo rezervováno.
fault-city-limit = Vaše město rezervovalo už tolikrát, kolikrát může jedno město. Nic nebylo rezervováno.
fault-hold-expired = Místa už pro vás nedržíme. Nic nebylo rezervováno.
fault-too-many-holds = Je otevřeno příliš mnoho formulářů najednou. Nejprve jiný dokončete nebo zavřete.
fault-no-waiting-list = Čekací listina pro tuto návštěvu není.
fault-seats-left = Teď jsou volná místa: rezervujte si je.
fault-already-waiting = Tato adresa už na čekací listině je.
fault-waiting-list-full = Čeká příliš mnoho skupin. Zvolte jiný termín.
fault-other-offer = Zvolte termín téže návštěvy.
fault-other-slot = Tato místa byla držena pro jiný termín.
fault-consent-required = Bez vašeho souhlasu nelze rezervovat.
fault-unknown-choice = Vyberte jednu z odpovědí.
fault-one-per-party = Vaše skupina zabírá jedno místo, ať je vás kolik chce.
fault-not-seats = Vezměte pro každého jedno místo.

## Kinds of letters
letter-kind-visit-rescheduled = Změna termínu
letter-kind-visit-requested = Přijatá žádost
letter-kind-visit-to-approve = Žádost k vyřízení
letter-kind-visit-declined = Odmítnutá žádost
letter-kind-visit-lapsed = Propadlá žádost
letter-kind-visit-left = Odebrání ze seznamu
letter-kind-waiting-joined = Čekací listina
letter-kind-waiting-offered = Podržená místa

## A clock's new rules took a visit out of a city's reachable hours
booking-again = Čeká na nové potvrzení
booking-again-city = Pravidla času se změnila a návštěva nyní v místě { $city } připadá na noc. Přesto se koná; koordinátoři ({ $city }) mají říci, zda účastníci mohou přijít.
booking-again-button = Znovu potvrdit
console-again = Návštěvy k novému potvrzení

## The editor of how an offer is booked
policy-title = Jak se rezervuje
policy-lead = Kdo schvaluje, jak velká smí skupina být a na co se hostů ptáte. Platí pro rezervace od této chvíle.
policy-no-limit = 0 znamená bez omezení.
policy-questions = Otázky pro hosty
policy-questions-hint = Řádek bez otázky se vynechá.
policy-question = Otázka { $number }
policy-choices-hint = Oddělte je středníky.
policy-save = Uložit
console-policy = Jak se rezervuje
done-policy-saved = Uloženo. Platí od této chvíle.
field-approval = Schválení
approval-instant = Nikdo: potvrdí se hned
approval-host = Hostitel
approval-both = Koordinátor každého města
field-approval-hours = Za kolik hodin žádost propadne
field-change-hours = Kolik hodin předem smějí hosté návštěvu měnit
field-seat = Co je místo
seat-person = Místo pro jednu osobu
seat-party = Místo pro jednu skupinu
field-group-max = Nejvíce osob ve skupině
field-party-limit = Nejvíce otevřených rezervací jedné skupiny
field-city-limit = Nejvíce otevřených rezervací jednoho města
field-asks = Hostům se nabízí
asks-waiting-list = Čekací listina, když je plno
asks-language = Přání jednoho z jazyků
asks-interpreter = Přání tlumočníka
asks-accessibility = Co potřebují, aby se mohli zúčastnit
field-policy-consent = S čím musejí hosté souhlasit
field-question-text = Otázka
field-question-kind = Odpověď
question-text = Text
question-choice = Výběr
question-yes-no = Ano nebo ne
field-question-choices = Možnosti
field-question-required = Odpověď je povinná
