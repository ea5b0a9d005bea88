### Holds, approval, waiting lists, rescheduling: the life of a visit.

## Where a booking stands
booking-requested = 회신 대기 중
booking-declined = 승인되지 않음
booking-lapsed = 기한 만료
booking-next-requested = 회신이 있을 때까지 자리를 잡아 둡니다. 예약하신 분께 메일로 알려 드립니다.
booking-next-declined = 신청이 승인되지 않았습니다. 다른 일정을 선택하실 수 있습니다.
booking-next-lapsed = 기한 내에 회신이 없어 신청이 무효가 되었습니다. 다시 신청하실 수 있습니다.
# $when is a date and a time with its offset.
booking-respond-by = 회신 기한: { $when }
booking-approvals = 현재까지의 회신
booking-approved-by-host = 호스트 도시가 승인했습니다.
booking-approved-by-guests = 방문 도시가 승인했습니다.
booking-group = 인원
booking-language = 희망 언어
booking-interpreter = 통역 희망
booking-accessibility = 참여에 필요한 지원
booking-too-late = 이 방문은 더 이상 여기서 변경할 수 없습니다. 호스트에게 문의해 주십시오.

## Moving a booking
booking-move = 다른 일정 선택
booking-move-means = 새 자리를 잡는 동시에 기존 자리를 내놓습니다. 초대된 모든 분께 알립니다.
booking-move-asks = 새 일정은 다시 승인을 받아야 합니다.
booking-move-confirm = 방문 시간 변경
booking-move-none = 현재 자리가 충분한 다른 일정이 없습니다.
field-slot-id = 새 일정

## Who comes
booking-people = 참가자 변경
booking-people-means = 새로 추가된 분은 초대장을 받습니다. 제외된 분께는 그분에게만 알립니다. 빈 줄은 무시됩니다.
booking-people-confirm = 명단 저장

## Holds
hold-kept = 입력하시는 동안 자리를 잡아 둡니다.
hold-lost = 자리를 더 이상 잡아 두고 있지 않습니다. 예약을 시도하실 수는 있습니다.
hold-others = 다른 분이 마지막 자리를 예약하는 중입니다. 그만두면 이곳에 바로 표시됩니다.
slot-held = 예약 진행 중

## Waiting lists
waiting-title = 대기자 명단
waiting-join-lead = 자리가 나면 등록 순서대로 대기하시는 분께 자리를 잡아 드립니다.
waiting-join = 대기자 명단에 등록
waiting-length = { $count ->
    [0] 대기자가 없습니다.
   *[other] 대기 단체 { $count }곳
  }
waiting-waiting = 대기 중
waiting-offered = 자리를 잡아 두었습니다
waiting-booked = 예약 완료
waiting-passed = 순번이 지나갔습니다
waiting-left = 대기를 취소했습니다
waiting-ended = 대기가 종료되었습니다
waiting-ahead = { $count ->
    [0] 다음 순번입니다.
   *[other] 앞에 { $count }곳이 대기 중입니다.
  }
waiting-until = { $when }까지 잡아 두며, 이후에는 다음 순번으로 넘어갑니다.
waiting-book = 이 자리 예약하기
waiting-leave = 대기 취소
waiting-leave-means = 순번은 뒤의 분들께 넘어갑니다.
waiting-keep-link = 이 페이지의 주소를 아는 사람은 누구나 순번을 사용할 수 있습니다. 공유하지 마십시오.
waiting-seats = 필요한 자리

## What an offer asks
field-group-size = 참가 인원
field-language = 희망 언어
field-interpreter = 통역을 희망합니다
field-accessibility = 참여에 필요한 지원
field-consent = 동의합니다
book-questions = 호스트의 질문
book-no-wish = 상관없음
book-yes = 예
book-no = 아니요
book-approval = 호스트가 신청마다 회신합니다. 그때까지 자리를 잡아 둡니다.
book-approval-both = 두 도시가 신청마다 회신합니다. 그때까지 자리를 잡아 둡니다.
book-ask = 신청하기

## The console
console-requests = 회신할 신청
console-requests-none = 회신을 기다리는 신청이 없습니다.
console-approve = 승인
console-decline = 거절
console-decline-means = 사유와 함께 방문 단체에 알리고 자리를 다시 엽니다.
console-capacity = 정원
console-capacity-save = 정원 변경
console-close = 예약 마감
console-reopen = 예약 재개
console-waiting = 대기 단체 { $count }곳
console-held = 예약 진행 중 { $count }자리
console-move = 다른 일정으로 변경
field-capacity-of = 정원

## Done
done-moved = 방문 시간이 변경되었습니다. 초대된 모든 분께 메일로 알립니다.
done-people = 명단이 저장되었습니다.
done-approved = 승인했습니다.
done-declined = 거절했습니다. 방문 단체에 메일로 알립니다.
done-resized = 정원이 변경되었습니다. 지금 보고 있는 분들께 바로 표시됩니다.
done-closed = 이 일정의 예약을 마감했습니다.
done-reopened = 이 일정의 예약을 다시 받습니다.
done-left = 대기를 취소했습니다.
done-joined = 대기자 명단에 등록되었습니다. 링크가 담긴 메일을 보내 드립니다.

## What is wrong
fault-too-late = 이 방문은 더 이상 여기서 변경할 수 없습니다. 호스트에게 문의해 주십시오.
fault-booking-state = 그사이 상황이 바뀌었습니다. 현재 상태를 확인해 주십시오.
fault-seats-taken = 그보다 많은 자리가 예약되었거나 예약 진행 중입니다.
fault-slot-cancelled = 이 일정은 진행되지 않습니다.
fault-party-limit = 한 단체가 예약할 수 있는 횟수를 모두 사용했습니다. 예약되지 않았습니다.
fault-city-limit = 한 도시가 예약할 수 있는 횟수를 모두 사용했습니다. 예약되지 않았습니다.
fault-hold-expired = 자리를 더 이상 잡아 두고 있지 않습니다. 예약되지 않았습니다.
fault-too-many-holds = 한꺼번에 열린 양식이 너무 많습니다. 먼저 다른 양식을 마치거나 닫아 주십시오.
fault-no-waiting-list = 이 방문에는 대기자 명단이 없습니다.
fault-seats-left = 지금 자리가 있습니다. 바로 예약해 주십시오.
fault-already-waiting = 이 주소는 이미 대기자 명단에 있습니다.
fault-waiting-list-full = 대기자가 너무 많습니다. 다른 일정을 선택해 주십시오.
fault-other-offer = 같은 방문의 일정을 선택해 주십시오.
fault-other-slot = 이 자리는 다른 일정을 위해 잡아 둔 것입니다.
fault-consent-required = 예약하려면 동의가 필요합니다.
fault-unknown-choice = 선택지 중 하나를 골라 주십시오.
fault-one-per-party = 인원수와 관계없이 단체당 한 자리입니다.
fault-not-seats = 한 분당 한 자리씩 선택해 주십시오.

## Kinds of letters
letter-kind-visit-rescheduled = 시간 변경 안내
letter-kind-visit-requested = 신청 접수
letter-kind-visit-to-approve = 회신 요청
letter-kind-visit-declined = 거절 안내
letter-kind-visit-lapsed = 기한 만료 안내
letter-kind-visit-left = 명단 제외 안내
letter-kind-waiting-joined = 대기자 명단
letter-kind-waiting-offered = 자리 안내

## A clock's new rules took a visit out of a city's reachable hours
booking-again = 다시 확인 필요
booking-again-city = 시간 규칙이 바뀌어 방문이 { $city }에서는 밤 시간이 되었습니다. 방문은 그대로 진행되며, { $city } 담당자에게 참가자가 올 수 있는지 묻고 있습니다.
booking-again-button = 다시 확인
console-again = 다시 확인할 방문

## The editor of how an offer is booked
policy-title = 예약 방법
policy-lead = 누가 승인하는지, 한 단체의 인원, 방문자에게 묻는 질문을 정합니다. 지금부터의 예약에 적용됩니다.
policy-no-limit = 0은 제한 없음을 뜻합니다.
policy-questions = 방문자에게 묻는 질문
policy-questions-hint = 질문이 없는 줄은 무시됩니다.
policy-question = 질문 { $number }
policy-choices-hint = 세미콜론으로 구분하세요.
policy-save = 저장
console-policy = 예약 방법
done-policy-saved = 저장했습니다. 지금부터 적용됩니다.
field-approval = 승인
approval-instant = 필요 없음(즉시 확정)
approval-host = 주최 측 승인
approval-both = 양 도시 담당자 승인
field-approval-hours = 신청이 만료되기까지의 시간
field-change-hours = 방문자가 변경할 수 있는 기한(시작 전 시간)
field-seat = 한 자리의 단위
seat-person = 한 사람
seat-party = 한 단체
field-group-max = 한 단체의 최대 인원
field-party-limit = 한 단체의 최대 예약 수
field-city-limit = 한 도시의 최대 예약 수
field-asks = 방문자에게 제공
asks-waiting-list = 만석일 때 대기자 명단
asks-language = 희망 언어 선택
asks-interpreter = 통역 희망
asks-accessibility = 참여에 필요한 지원 작성
field-policy-consent = 방문자가 동의해야 하는 내용
field-question-text = 질문
field-question-kind = 답변 형식
question-text = 글
question-choice = 선택
question-yes-no = 예 또는 아니요
field-question-choices = 선택 항목
field-question-required = 필수 답변
