### A host's weekly hours, exceptions and limits.
closed-slot-notice = Dieser Termin ist zu bald, um noch gebucht zu werden: Der Gastgeber möchte früher Bescheid wissen.
closed-slot-too-early = Dieser Termin liegt noch zu weit voraus. Schauen Sie näher am Tag wieder vorbei.
closed-slot-day-limit = Der Gastgeber hat an diesem Tag so viele Besuche, wie er empfangen kann.
closed-slot-week-limit = Der Gastgeber hat in dieser Woche so viele Besuche, wie er empfangen kann.
fault-slot-notice = Dieser Termin ist zu bald: Der Gastgeber möchte früher Bescheid wissen. Es wurde nichts gebucht.
fault-slot-too-early = Dieser Termin kann noch nicht gebucht werden. Es wurde nichts gebucht.
fault-slot-day-limit = Der Gastgeber nimmt an diesem Tag keine weiteren Besuche an. Es wurde nichts gebucht.
fault-slot-week-limit = Der Gastgeber nimmt in dieser Woche keine weiteren Besuche an. Es wurde nichts gebucht.
