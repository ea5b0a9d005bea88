### Hosts' own calendars, which say when they are busy.
slot-busy = Hostitel nemá čas
closed-slot-busy = Hostitel v tuto dobu nemá čas. Pokud se to změní, termín se sám znovu otevře.
fault-slot-busy = Hostitel v tuto dobu nemá čas. Nic nebylo rezervováno.
console-own-calendar = Vlastní kalendář
own-calendar-title = Kdy nemáte čas
own-calendar-lead = Zadejte adresu vlastního kalendáře tohoto hostitele. Dokud hlásí, že nemá čas, nelze jeho termíny rezervovat; potom se samy znovu otevřou. Rezervované návštěvy zůstávají rezervované.
own-calendar-keeps = Uchováváme jen to, kdy nemáte čas, nikdy názvy vašich událostí ani to, kdo se jich účastní.
own-calendar-where = V Kalendáři Google: Nastavení, váš kalendář, „Tajná adresa ve formátu iCal“. V Outlooku: Nastavení, Sdílené kalendáře, publikovat s „pouze dostupností“, odkaz ICS. V iCloudu: sdílet jako veřejný kalendář.
own-calendar-status = Kalendář nyní
own-calendar-server = Kalendář na { $server }
own-calendar-read = Naposledy přečten: { $time }
own-calendar-next = Příští kontrola: { $time }
own-calendar-waits = Ještě nebyl přečten. Chvíli to trvá.
own-calendar-failed = Poslední kontrola se nezdařila: { $reason }
own-calendar-stays = Co hlásil předtím, stále platí.
own-calendar-skipped = { $count ->
    [one] Jedné jeho části jsme nerozuměli.
    [few] { $count } jeho částem jsme nerozuměli.
   *[other] { $count } jeho částem jsme nerozuměli.
}
own-calendar-enter = Zadat adresu
own-calendar-replace = Zadat jinou adresu
field-address = Tajná adresa ve formátu iCal
own-calendar-hint = Začíná https:// nebo webcal://. Uchovává se zašifrovaná a už nikdy se nezobrazí.
own-calendar-save = Sledovat tento kalendář
own-calendar-check = Podívat se hned
own-calendar-remove = Už jej nesledovat
own-calendar-remove-means = Termíny zavřené kvůli tomuto kalendáři se hned otevřou a jeho adresa bude zapomenuta.
fault-not-allowed = Tuto adresu nelze dotazovat. Zadejte takovou, která začíná https://, bez uživatelského jména.
fault-calendar-asked = Kalendář byl zkontrolován před chvílí. Zkuste to znovu za minutu.
done-calendar-saved = Kalendář se čte.
done-calendar-check = Kalendář se kontroluje.
done-calendar-removed = Kalendář už není sledován.
calendar-fault-address = jeho adresa nikam nevede, nebo vede na místo, na které se neptáme.
calendar-fault-connect = nepodařilo se navázat bezpečné spojení.
calendar-fault-slow = server odpovídal příliš dlouho.
calendar-fault-refused = server jej nevydal.
calendar-fault-gone = už tam není, nebo není pro nás. Zadejte jeho adresu znovu.
calendar-fault-too-large = je příliš velký.
calendar-fault-too-many = má příliš mnoho událostí.
calendar-fault-not-a-calendar = to, co tam je, není kalendář.
calendar-fault-sealed = jeho adresu už nelze přečíst. Zadejte ji znovu.
console-clashes = Rezervováno, když nemáte čas
console-clashes-lead = Váš vlastní kalendář hlásí, že během těchto rezervovaných návštěv nemáte čas. Nic se nezměnilo: přesuňte jedno z toho, nebo to tak nechte.
console-clash-seen = Vím o tom
