### A host's weekly hours, exceptions and limits.
closed-slot-notice = Na rezervaci tohoto termínu je pozdě: hostitel o ní chce vědět dříve.
closed-slot-too-early = Tento termín je zatím příliš vzdálený. Vraťte se blíže k datu.
closed-slot-day-limit = Hostitel má ten den tolik návštěv, kolik jich může přijmout.
closed-slot-week-limit = Hostitel má ten týden tolik návštěv, kolik jich může přijmout.
fault-slot-notice = Na tento termín je pozdě: hostitel o něm chce vědět dříve. Nic nebylo rezervováno.
fault-slot-too-early = Tento termín zatím nelze rezervovat. Nic nebylo rezervováno.
fault-slot-day-limit = Hostitel ten den další návštěvy nepřijímá. Nic nebylo rezervováno.
fault-slot-week-limit = Hostitel ten týden další návštěvy nepřijímá. Nic nebylo rezervováno.
