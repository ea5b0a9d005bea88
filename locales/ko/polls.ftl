### Polls: a coordinator proposes times, the people of each city answer.

poll-list = 일정 조사
poll-new = 알맞은 시간 묻기
poll-new-lead = 시간을 20개까지 제안할 수 있습니다. 각 도시의 사람들은 계정 없이 링크로 알맞은 시간을 답합니다.
poll-none = 아직 조사가 없습니다.
poll-no-desk = 협력 관계의 모든 도시가 동의하면 물을 수 있습니다.
poll-state-open = 진행 중
poll-state-closed = 시간 결정됨
poll-state-cancelled = 취소됨
poll-state-lapsed = 마감됨
poll-answers = 응답 { $count }건
poll-deadline = 응답 마감: { $when }

## Opening one
poll-field-what = 방문 내용
poll-field-guests = 방문하는 도시
poll-field-guests-partner = 협력 도시
poll-field-title = 주제
poll-field-title-hint = 비워 두면 방문 제목을 씁니다.
poll-field-note = 더 알아야 할 것
poll-field-deadline = 응답 마감
poll-field-deadline-hint = 주최 도시의 시간 기준입니다. 비워 두면 마지막 시간이 시작될 때까지입니다.
poll-field-zone = 어느 도시의 시간인지
poll-field-time = 시간 { $number }
poll-found = 찾은 시간
poll-typed = 다른 시간
poll-typed-hint = 필요한 만큼 입력하십시오.
poll-create = 도시들에 묻기
poll-ask-people = 선택한 시간에 대해 묻기
poll-propose = 이 시간 제안

## The tally
poll-tally = 현재 상황
poll-how = 사람 수가 아니라 도시를 셉니다. 시간의 좋고 나쁨은 가장 맞지 않는 도시를 기준으로 정해집니다. “필요하면 가능”은 절반으로 셉니다. 어느 도시에서 아무도 올 수 없으면 그 시간은 제외됩니다. 같으면 도시들의 부담으로 정합니다.
poll-best = 지금까지 가장 알맞음
poll-chosen = 결정됨
poll-past = 지나감
poll-blocked = 아무도 올 수 없는 도시: { $cities }
poll-counts = 가능 { $yes } · 필요하면 가능 { $maybe } · 불가 { $no }
poll-unheard = 아직 응답 없음
poll-answer-yes = 가능
poll-answer-if-need-be = 필요하면 가능
poll-answer-no = 불가

## For coordinators
poll-links = 도시별 링크
poll-links-lead = 도시의 링크를 가진 사람은 그 도시를 대신해 답할 수 있습니다. 도시 안에서만 전달하십시오.
poll-link-of = { $city } 링크
poll-who = 응답한 사람
poll-wants-invite = 초대를 원함
poll-close-at = 이 시간으로 결정
poll-close-means = 방문을 예약합니다. 올 수 있고 주소를 남긴 사람을 최대 50명까지 초대합니다.
poll-close-request = 방문을 신청하고 주최 측이 답합니다. 그때 올 수 있고 주소를 남긴 사람을 최대 50명까지 초대합니다.
poll-cancel = 조사 취소
poll-cancel-means = 더 이상 응답할 수 없으며 아무것도 예약되지 않습니다.
poll-to-booking = 예약 보기

## Answering
poll-asks = 어느 시간이 알맞습니까?
poll-for-city = { $city }을(를) 대신해 답합니다.
poll-email = 초대를 받을 메일 주소
poll-email-hint = 초대를 원할 때만 입력하십시오. 아무에게도 보이지 않으며 조사가 끝나고 90일 뒤에 지워집니다.
poll-send = 응답 보내기
poll-change = 응답 바꾸기
poll-own-link = 다른 기기에서 응답을 바꿀 수 있는 본인 전용 링크입니다. 전달하지 마십시오:
poll-updated = 집계가 바뀌었습니다.
poll-over-closed = 시간이 결정되었습니다: { $when }
poll-over-cancelled = 이 조사는 취소되었습니다.
poll-over-lapsed = 이 조사는 마감되었습니다. 시간이 결정되지 않았습니다.

## What is said afterwards
done-poll-opened = 도시들에 물었습니다. 각 도시의 코디네이터가 링크가 담긴 편지를 받습니다.
done-poll-voted = 응답을 받았습니다. 조사가 끝날 때까지 여기에서 바꿀 수 있습니다.
done-poll-cancelled = 조사를 취소했습니다.
fault-poll-closed = 시간이 이미 결정되었습니다. 아무것도 바뀌지 않았습니다.
fault-poll-cancelled = 이 조사는 취소되었습니다. 아무것도 바뀌지 않았습니다.
fault-poll-lapsed = 이 조사는 마감되었습니다. 아무것도 바뀌지 않았습니다.
fault-poll-full = 응답할 수 있는 인원이 찼습니다. 도시의 코디네이터에게 문의하십시오.
poll-fault-candidates = 시간을 1개에서 20개까지 제안하십시오.
poll-fault-answers = 모든 시간에 답하십시오.
poll-fault-time = 1년 이내의 앞으로 올 시간을 겹치지 않게 입력하십시오.
poll-fault-no-single-time = 그때 시계가 바뀌어 이 시간은 건너뛰거나 두 번 옵니다. 다른 시간을 고르십시오.
poll-fault-taken = 주최 측에 그 시간의 다른 일정이 생겼습니다. 조사는 계속되니 다른 시간을 고르십시오.
poll-fault-rest = 협력 관계가 중단되었거나 모든 도시가 동의하지 않았습니다.

## The letter
letter-kind-poll-opened = 일정 조사
letter-poll-opened-subject = { $city }에 알맞은 시간은? { $title }
letter-poll-opened-heading = 알맞은 시간을 여쭙니다
letter-poll-opened-text = { $organization }와(과) { $host }이(가) 온라인으로 만나고자 합니다. 제안된 시간 가운데 { $city } 여러분께 알맞은 것을 알려 주십시오.
letter-poll-opened-times = 제안된 일시:
letter-poll-opened-deadline = 응답 마감: { $when }
letter-poll-opened-link = { $city }을(를) 대신해 답하기
letter-poll-opened-pass-on = 이 링크를 도시에서 답할 분들에게 전달하십시오. 계정은 필요 없습니다. 다른 도시에는 보내지 마십시오.
letter-poll-opened-console = 모든 응답을 보고 시간 정하기
