### A host's weekly hours, exceptions and limits.
closed-slot-notice = 這個時段太近，無法預約：接待單位希望能更早得知。
closed-slot-too-early = 這個時段還太遠，目前尚未開放預約，請在日期較近時再來。
closed-slot-day-limit = 接待單位當天的訪問已達上限。
closed-slot-week-limit = 接待單位當週的訪問已達上限。
fault-slot-notice = 這個時段太近：接待單位希望能更早得知。沒有建立任何預約。
fault-slot-too-early = 這個時段尚未開放預約。沒有建立任何預約。
fault-slot-day-limit = 接待單位當天不再接受訪問。沒有建立任何預約。
fault-slot-week-limit = 接待單位當週不再接受訪問。沒有建立任何預約。
