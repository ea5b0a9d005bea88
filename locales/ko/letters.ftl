### The words of the letters.

## Every letter
letter-greeting = { $name } 님께
# Under every letter; $url is the installation's address.
letter-footer = Sisterline에서 보냄: { $url }
# A label and what it stands for, in the plain text.
letter-labelled = { $label }: { $value }

## Times
# $date with its day of the week, $range of times, $offset from UTC.
letter-when = { $date } { $range } ({ $offset })
# A moment whose date differs from the reader's; $shift is the next or previous day.
letter-when-shifted = { $when }, { $shift }
letter-next-day = 다음 날
letter-previous-day = 전날
# The clock changes during the visit: the offset before and after.
letter-offset-change = { $before }, 이후 { $after }
# The reader's own time, where their zone is that of their side's city.
letter-your-time-in = 현지 시각, { $city }
# The reader's own time, where it is another zone.
letter-your-time = 현지 시각({ $zone })
# A city with its name in its own language.
letter-place = { $name }({ $native })

## A visit
# What an event in the calendar is called; $with is the other side.
letter-summary = { $title } – { $with }
letter-fact-visit = 방문
letter-fact-host = 호스트
letter-fact-guests = 방문 단체
letter-fact-seats = 자리 수
# Somebody and where they are.
letter-of-city = { $name }, { $city }
letter-note = 방문 단체가 전하는 말
letter-reason = 사유
letter-join = 방문 참여하기
letter-no-link-guest = 회의 링크가 아직 등록되지 않았습니다. 호스트가 참여 방법을 안내해 드립니다.
letter-no-link-host = 회의 링크가 아직 등록되지 않았습니다. 방문 단체에 참여 방법을 알려 주십시오.
letter-manage = 예약 확인 또는 취소
letter-manage-secret = 이 링크를 가진 사람은 누구나 방문을 취소할 수 있으니 전달하지 마십시오.
letter-view = 예약 확인
letter-console = 방문 관리
letter-ask-contact = 방문을 변경하거나 취소하려면 예약한 담당자({ $organization })에게 문의해 주십시오.

## A visit is booked
letter-confirmed-subject = 방문 예약 확정: { $title }, { $date }
letter-confirmed-heading = 방문 예약이 확정되었습니다
letter-confirmed-contact = { $city }의 { $host }에서 기다리고 있겠습니다. 방문은 온라인으로 진행됩니다. 캘린더 초대장을 첨부했습니다.
letter-confirmed-guest = { $organization }에서 { $city }의 { $host } 온라인 방문에 초대했습니다. 캘린더 초대장을 첨부했습니다.
letter-booked-subject = 새 방문 예약: { $organization }, { $date }
letter-booked-heading = 새로운 방문이 예약되었습니다
letter-booked-text = { $city }의 { $organization }에서 온라인 방문을 예약했습니다. 캘린더 초대장을 첨부했습니다.

## The rules of a clock changed, and with them the instant of a visit
letter-clock-moved-subject = 시각 변경: { $title }, { $date }
letter-clock-moved-heading = 방문 시작 시각이 바뀝니다
# $city is the host's, in whose clock the visit was promised.
letter-clock-moved-text = 시간 제도가 바뀌었습니다. 방문이 시작될 때 { $city }의 시각은 이전과 같지만, 다른 지역에서는 달라질 수 있습니다. 첨부된 업데이트가 캘린더의 일정을 옮깁니다. 새 시각에 참석하실 수 없으면 알려 주십시오.
letter-fact-was = 변경 전

## A visit is called off
letter-cancelled-subject = 방문 취소: { $title }, { $date }
letter-cancelled-heading = 방문이 취소되었습니다
letter-cancelled-text = 이 방문은 진행되지 않습니다. 첨부된 업데이트가 캘린더에서 일정을 삭제합니다.

## Signing in
letter-sign-in-subject = Sisterline 로그인 링크
letter-sign-in-heading = Sisterline 로그인
# $count is a number of minutes.
letter-sign-in-text = 아래 링크로 로그인하십시오. 링크는 한 번만, { $count }분 동안 사용할 수 있습니다.
letter-sign-in-link = 로그인
letter-sign-in-ignore = 요청하지 않으셨다면 이 메일을 무시하십시오. 링크가 없으면 아무도 로그인할 수 없습니다.

letter-test-subject = 메일 수신 확인
letter-test-text = { $url }에서 보낸 시험 메일입니다. 이 메일이 도착했으므로 그곳에서 보내는 메일을 받으실 수 있습니다.

    스팸 메일함에 있다면 발신 도메인의 DNS 레코드(SPF, DKIM, DMARC)를 확인해 주십시오.

## A series
letter-series-subject = 연속 방문 확정: { $title }, { $count }회
letter-series-heading = 연속 방문이 확정되었습니다
letter-series-text = { $organization }, { $host } 두 기관이 온라인으로 { $count }회 만납니다.
letter-series-times = 각 방문의 일시:
letter-series-invites = 첫 방문의 초대장은 바로, 이후 초대장은 각 방문 2주 전에 보내 드립니다.
letter-series-manage = 연속 방문 확인 또는 방문 취소
letter-series-view = 연속 방문 확인
letter-series-cancelled-subject = 방문 취소: { $title }, 연속 방문 중 { $count }회
letter-series-cancelled-heading = 연속 방문의 일부가 취소되었습니다
letter-series-cancelled-text = { $organization }의 { $host } 방문 중 { $count }회는 진행되지 않습니다.

## Approval, moving, waiting
# $when is a date and a time with its offset.
letter-respond-by = 회신 기한은 { $when }입니다. 기한 내에 회신이 없으면 신청은 무효가 되고 자리는 다시 열립니다.
letter-moved-subject = 방문 시간 변경: { $title }, { $date }
letter-moved-heading = 방문 시간이 변경되었습니다
letter-moved-text = 이 방문의 시간이 변경되었습니다. 첨부된 업데이트가 캘린더의 일정을 변경합니다.
letter-requested-subject = 신청 접수: { $title }, { $date }
letter-requested-heading = 신청이 접수되었습니다
letter-requested-text = { $city }의 { $host }에서 { $organization }의 신청을 받았습니다. 회신이 있을 때까지 자리를 잡아 두며, 결과는 메일로 알려 드립니다.
letter-approve-subject = 회신 요청: { $organization }, { $date }
letter-approve-heading = 회신을 기다리는 방문이 있습니다
letter-approve-text = { $city }의 { $organization }에서 온라인 방문을 신청했습니다. 승인하거나 거절해 주십시오.
letter-approve-console = 관리 화면에서 회신
letter-declined-subject = 방문 신청 거절: { $title }, { $date }
letter-declined-heading = 방문 신청이 승인되지 않았습니다
letter-declined-text = 이 방문 신청은 승인되지 않았습니다. 자리는 다시 열렸으며, 다른 일정을 선택하실 수 있습니다.
letter-lapsed-subject = 기한 내 회신 없음: { $title }, { $date }
letter-lapsed-heading = 기한 내에 회신이 없었습니다
letter-lapsed-text = 이 방문 신청은 기한 내에 회신이 없어 무효가 되었습니다. 자리는 다시 열렸으며, 다른 일정을 선택하실 수 있습니다.
letter-left-subject = 명단에서 제외되었습니다: { $title }, { $date }
letter-left-heading = 이 방문의 명단에서 제외되었습니다
letter-left-text = 이 방문의 명단에서 제외되었으며, 방문은 예정대로 진행됩니다. 첨부된 업데이트가 캘린더에서 일정을 삭제합니다.
letter-cancelled-text-only = 이 방문은 진행되지 않습니다.
letter-waiting-joined-subject = 대기자 명단 등록: { $title }
letter-waiting-joined-heading = 대기자 명단에 등록되었습니다
letter-waiting-joined-text = 자리가 나면 등록 순서대로 자리를 잡아 두고 메일로 알려 드립니다.
letter-waiting-joined-link = 순번 확인
letter-waiting-offered-subject = 자리가 났습니다: { $title }, { $until }까지
letter-waiting-offered-heading = 자리가 났습니다
letter-waiting-offered-text = { $until }까지 자리를 잡아 둡니다. 그때까지 예약해 주십시오. 이후에는 다음 순번으로 넘어갑니다.
letter-waiting-offered-link = 이 자리 예약하기
letter-waiting-leave = 같은 링크로 언제든지 대기를 취소할 수 있습니다.

## A city has to confirm a visit again
letter-confirm-again-subject = 다시 확인해 주세요: { $title }, { $date }
letter-confirm-again-heading = 방문이 불편한 시간대로 옮겨졌습니다
letter-confirm-again-text = 시간 규칙이 바뀌어 이 방문은 귀 도시에서 오전 7시 이전 또는 오후 10시 이후가 되었습니다. 방문은 그대로 진행됩니다. 참가자가 올 수 있는지 확인해 주시거나 주최 측과 다른 시간을 정해 주세요.
letter-confirm-again-link = 방문을 보고 확인하기

## A visit comes up, and who wants to hear no more of that
letter-reminder-subject = 알림: { $title }, { $date }
letter-reminder-heading = 방문이 다가옵니다
letter-reminder-guest = { $city }의 { $host }에서 기다리고 있습니다. 방문은 온라인으로 진행됩니다.
letter-reminder-host = { $city }의 { $organization }에서 온라인으로 방문합니다.
letter-soon-subject = 곧 시작: { $title }, { $date }
letter-soon-heading = 방문이 곧 시작됩니다
letter-unsubscribe-reminders = 알림 그만 받기
unsubscribe-reminders-title = 방문 알림
unsubscribe-reminders-ask = { $email } 주소로 방문 알림을 더 이상 받지 않으시겠습니까? 초대와 취소 안내는 계속 발송됩니다.
unsubscribe-reminders-leave = 알림 그만 받기
unsubscribe-reminders-left = { $email } 주소로는 방문 알림이 더 이상 발송되지 않습니다. 초대와 취소 안내는 계속 발송됩니다.
unsubscribe-reminders-join = 알림 다시 받기
unsubscribe-reminders-joined = { $email } 주소로 방문 알림이 발송됩니다.
letter-kind-visit-reminder = 알림
letter-kind-visit-soon = 시작 직전 알림
