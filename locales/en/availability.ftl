### A host's weekly hours, exceptions and limits.
closed-slot-notice = This time is too soon to be booked: the host wants to be told earlier.
closed-slot-too-early = This time is too far ahead to be booked yet. Come back nearer to the day.
closed-slot-day-limit = The host has as many visits that day as they can receive.
closed-slot-week-limit = The host has as many visits that week as they can receive.
fault-slot-notice = This time is too soon: the host wants to be told earlier. Nothing was booked.
fault-slot-too-early = This time cannot be booked yet. Nothing was booked.
fault-slot-day-limit = The host takes no more visits that day. Nothing was booked.
fault-slot-week-limit = The host takes no more visits that week. Nothing was booked.
