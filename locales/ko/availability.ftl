### A host's weekly hours, exceptions and limits.
closed-slot-notice = 일정이 너무 가까워 예약할 수 없습니다. 호스트는 더 일찍 연락받기를 원합니다.
closed-slot-too-early = 일정이 아직 멀어 예약할 수 없습니다. 날짜가 가까워지면 다시 확인해 주십시오.
closed-slot-day-limit = 호스트가 그날 맞이할 수 있는 방문이 모두 찼습니다.
closed-slot-week-limit = 호스트가 그 주에 맞이할 수 있는 방문이 모두 찼습니다.
fault-slot-notice = 일정이 너무 가깝습니다. 호스트는 더 일찍 연락받기를 원합니다. 예약되지 않았습니다.
fault-slot-too-early = 이 일정은 아직 예약할 수 없습니다. 예약되지 않았습니다.
fault-slot-day-limit = 호스트가 그날 방문을 더 받지 않습니다. 예약되지 않았습니다.
fault-slot-week-limit = 호스트가 그 주에 방문을 더 받지 않습니다. 예약되지 않았습니다.
