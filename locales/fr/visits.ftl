### Holds, approval, waiting lists, rescheduling: the life of a visit.
