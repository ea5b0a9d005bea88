### Recurring visits: the planner and its plans.

## The planner
plan-title = 연속 방문 계획
plan-lead = 늘 같은 도시가 밤에 만나지 않도록 정기적인 만남을 계획합니다. 모든 계획에 도시별 부담이 표시됩니다.
plan-of-partnership = 선택하지 않으면 자매도시의 두 도시로 하며, 지난 방문도 반영됩니다.
plan-go = 계획 보기
plan-plans = 계획 비교
plan-look = 모든 회차 보기
plan-field-start = 첫날(첫 번째 도시 기준)
plan-field-every = 빈도
plan-field-count = 방문 횟수
plan-field-minutes = 길이
plan-field-holidays = 공휴일인 경우
plan-field-block = 순환 계획에서 같은 시각을 유지하는 기간
plan-field-at = 비교할 시각(첫 번째 도시 기준)
plan-every-week = 매주
plan-every-fortnight = 2주마다
plan-every-month = 매월 같은 요일
plan-every-quarter = 3개월마다
plan-every-year = 매년
plan-holidays-skip = 그 회차를 건너뜀
plan-holidays-move = 다음 근무일로 옮김
plan-holidays-keep = 그대로 진행
plan-block-usual = 빈도에 맞춤
plan-block-season = 한 시즌
plan-block-quarter = 한 분기
plan-block-meeting = 한 회차(월 1회 이하)
# $count visits are planned.
plan-visits = 방문 { $count }회가 계획됩니다.
plan-no-dates = 모든 날짜가 제외되었습니다. 다른 첫날을 선택하거나 공휴일에도 진행하도록 해 주십시오.
plan-nobody-awake = 모든 도시가 낮인 시각이 없습니다. 밤이 되는 도시: { $cities }
plan-left-out = 공휴일로 제외됨: { $dates }
plan-left-out-date = { $date } ({ $cities })
plan-moved = 공휴일로 변경됨: { $dates }
plan-moved-date = { $from } → { $to }
plan-carried = 지난 방문이 반영됩니다. 지금까지의 부담: { $cities }
plan-number = 회차
plan-holiday = 공휴일
# $offset is the offset after the change, such as GMT-7.
plan-clock-moved = 시계 변경: 이후 { $offset }
plan-unsocial = 불편한 시간의 방문 { $count }회
plan-no-changes = 시각이 바뀌지 않습니다.
plan-changes = 시각이 { $count }번 바뀝니다.
plan-clocks = { $city }: { $times }
plan-kind-rotating = 번갈아 부담
plan-kind-seasonal = 서머타임과 표준시에 각각 다른 시각
plan-kind-least-total = 합계 최소
plan-kind-asked = 지정하신 시각
plan-kind-fixed = { $city }에서 항상 같은 시각
plan-kind-one-sided = { $city }에 가장 편한 시각
plan-about-rotating = 공평: 기간마다 시각을 바꿉니다.
plan-about-seasonal = 공평: 서머타임이 바뀔 때만 시각이 바뀝니다.
plan-about-fixed = 하나의 시각으로 가능한 만큼 공평합니다.
plan-about-least-total = 누가 부담하든 합계를 최소로 합니다.
plan-about-one-sided = 한 도시는 편하고, 나머지는 그 안에서 공평하게 나눕니다.
plan-about-asked = 비교용입니다.
plan-how-title = 부담 계산 방법
plan-how = 한 시간의 부담은 그 도시의 근무 시간에서 떨어진 시간 수의 제곱입니다. 6~7시와 22~23시에는 16, 주말과 공휴일에는 9를 더합니다. 23시부터 6시까지는 만나지 않습니다. 공평한 계획은 부담이 가장 큰 도시의 부담을 최대한 줄이고, 그다음 도시도 같은 방법으로 줄입니다.

## Agreeing
plan-agree-title = 이 계획에 동의
plan-agree = 동의하고 모든 방문 예약
plan-agree-what = 모든 방문을 한 번에 예약하거나, 하나도 예약하지 않습니다. 모든 분께 전체 목록을 메일로 보내고, 각 방문의 초대장은 2주 전에 보냅니다.
plan-offer = 제공할 프로그램
plan-guests = 방문 도시
plan-organization = 방문하는 학교, 기관, 단체 또는 회사
plan-contact = 방문 측 담당자 성함
plan-leave-out = 제외
plan-conflicts = { $count }회는 시간이 지났거나 호스트에게 다른 방문이 있어 진행할 수 없습니다. 아무것도 예약되지 않았습니다. 다시 보내면 해당 회차를 제외합니다.
plan-who-may = 이 계획에 동의하려면 이 도시들 중 한 곳에서 이 길이의 프로그램이 있는 호스트를 관리하고 있어야 합니다.
plan-sign-in = 이 계획에 동의하려면 이 도시들 중 한 곳의 호스트 관리자로 로그인해 주십시오.
plan-fault-too-few = 도시를 두 곳 이상 선택해 주십시오.
plan-fault-cities-too-many = 도시는 20곳까지 선택할 수 있습니다.
plan-fault-rule-too-many = 방문은 최대 520회까지 계획할 수 있으며, 도시가 많으면 더 적습니다.
plan-fault-rule-range-too-long = 연속 방문은 최대 10년까지입니다.
plan-fault-invalid-rule = 방문 횟수를 입력해 주십시오.
plan-fault-rotates-too-often = 매번 시각을 바꾸는 것은 월 1회 이하인 경우에만 가능합니다.
plan-fault-invalid-date = 첫날을 입력해 주십시오.
plan-fault-duration-minutes-out-of-range = 방문의 길이는 5~480분입니다.
fault-plan-changed = 계획이 그사이 바뀌었습니다. 다시 확인해 주십시오. 아무것도 예약되지 않았습니다.
fault-no-such-plan = 해당 계획이 더 이상 없습니다. 계획을 다시 확인해 주십시오.
fault-other-duration = 프로그램의 길이가 다릅니다. 그 길이로 계획해 주십시오.
fault-no-occurrence = 방문을 한 회 이상 남겨 주십시오.

## A series
series-line = { $organization }, { $host }
series-agreed = 확정
series-ended = 취소됨
series-predecessor = 이전 연속 방문
series-state = 상태
series-reason = 사유
series-cancel-title = 남은 방문 취소
series-cancel-this = 이 회차 취소
series-cancel-following = 이 회차와 이후 모두
series-cancel-all = 앞으로의 모든 방문 취소
series-cancel-what = 모든 분께 메일로 알립니다. 지난 방문은 그대로 남습니다.
occurrence-standing = 진행 예정
occurrence-over = 종료
occurrence-cancelled = 취소됨
occurrence-left-out = 제외됨
done-series-agreed = 연속 방문이 확정되었습니다. 모든 분께 메일을 보냅니다.
done-series-cancelled = 취소되었습니다. 관련된 모든 분께 메일로 알립니다.

## The ledger of a partnership
ledger-title = 지금까지 늦은 시간을 부담한 도시
ledger-none = 아직 진행된 방문이 없습니다.
ledger-visits = { $count }회
ledger-plan = 부담을 고르게 하는 연속 방문 계획하기
