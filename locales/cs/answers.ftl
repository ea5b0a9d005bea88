### Zda účastníci přijdou: jejich odpovědi a dopisy o nich.

## Saying whether one comes
answer-title = Zúčastníte se?
answer-lead = { $name }, dejte prosím vědět, zda se zúčastníte. Odpověď můžete změnit až do začátku návštěvy.
answer-needs-action = Zatím bez odpovědi
answer-accepted = Zúčastní se
answer-tentative = Možná
answer-declined = Nezúčastní se
answer-mine-accepted = Ano, zúčastním se
answer-mine-tentative = Možná, zatím nevím
answer-mine-declined = Ne, nemohu se zúčastnit
answer-save = Odeslat odpověď
answer-closed = Odpovědi se už nepřijímají: návštěva začala, nebo se nekoná.
answer-keep-link = Kdo má adresu této stránky, může odpovědět za vás. Nikomu ji nedávejte.
answer-link = Odpovědět, zda se zúčastníte
# Numbers of people.
answer-summary = Zúčastní se: { $accepted } · možná: { $tentative } · nezúčastní se: { $declined } · bez odpovědi: { $open }
answer-failing = Pošta na tuto adresu se vrací
field-answer = Vaše odpověď
done-answered = Vaše odpověď je uložena. Hostitel ji už vidí.

## In the letters
letter-answer-link = Odpovědět, zda se zúčastníte
letter-answer-by-link = Odpovězte prosím tímto odkazem: odpovědi na pozvánku v kalendáři se nečtou.
letter-answer-by-mail = Odpovězte tímto odkazem, nebo ve svém kalendáři, jak vám to vyhovuje. Odpověď můžete změnit až do začátku návštěvy.
# To the host: somebody has answered.
letter-accepted-subject = { $name } se zúčastní: { $title }, { $date }
letter-accepted-heading = { $name } se zúčastní
letter-tentative-subject = { $name } se možná zúčastní: { $title }, { $date }
letter-tentative-heading = { $name } se možná zúčastní
letter-not-coming-subject = { $name } se nezúčastní: { $title }, { $date }
letter-not-coming-heading = { $name } se nezúčastní
letter-answer-note = Vzkaz: { $name }
letter-answer-booking = Zobrazit rezervaci
# To the host: a calendar proposes another time, which follows the first of these lines.
letter-counter-subject = { $name } navrhuje jiný čas: { $title }, { $date }
letter-counter-heading = { $name } navrhuje jiný čas
letter-counter-text = Návrh z kalendáře:
letter-counter-instead = Nic se nezměnilo. Návštěva zůstává na tento čas:
letter-counter-unread = Kalendář poslal návrh, ale jeho čas nebylo možné přečíst; zeptejte se prosím. Nic se nezměnilo. Návštěva zůstává na tento čas:
# To the host: a letter came back; $status is a code such as 5.1.1.
letter-failing-subject = Pošta se vrací ({ $name }): { $title }, { $date }
letter-failing-heading = Pošta se vrací: { $name }
letter-failing-text = Dopis na adresu { $email } se vrátil (stav { $status }). Spojte se prosím s dotyčným jinak, nebo nechte adresu opravit.
letter-failing-means = Další dopisy o návštěvě se tam přesto posílají, kdyby adresa začala znovu fungovat.
