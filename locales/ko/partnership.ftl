### The life of partnerships, and what is left of visits.

## How a partnership is doing
life-title = 교류 현황
life-last = 지난 방문
life-next = 다음 방문
life-none-yet = 아직 없음
life-none-ahead = 예정 없음
life-numbers = 연도별 방문과 인원
life-numbers-none = 첫 방문 이후에 표시됩니다.
life-year = 연도
life-visits = 방문
life-people = 인원
life-tracks = 맞이한 곳
life-visit-count = 방문 { $count }회
life-people-count = { $count }명
life-recent = 돌아볼 방문
life-outcomes = 방문에서 얻은 것
life-side-hosts = 맞이한 쪽
life-side-guests = 방문한 쪽
life-history = 지금까지의 과정
history-proposed = 등록: { $stage }
history-agreed = { $city } 동의
history-stage = 단계 변경: { $stage }
history-pilot = 시범 운영 종료일: { $date }
history-facts = 정보 수정
# Who wrote a line of the history.
history-by = { $name } 기록
pilot-until = { $date }까지 시범 운영
pilot-outcome-continued = 시범 운영에서 정식 관계로
pilot-outcome-ended = 시범 운영 종료
pilot-outcome-extended = 시범 운영 연장
life-edit = 이 자매결연 편집

## The coordinators' overview
overview-title = 담당 자매결연
overview-lead = 살펴봐야 할 것이 먼저 나옵니다.
overview-none = 담당 도시에 아직 자매결연이 없습니다.
attention-pilot-over = 시범 운영 기간이 지났습니다. 결과를 적어 주세요
attention-proposal = 동의 대기
attention-pilot-ends = 시범 운영이 곧 끝납니다
attention-pilot-open = 시범 운영 종료일이 없습니다
attention-dormant = 오래 쉬는 중
attention-quiet = 조용함
overview-fine = 순조로움

## Editing a partnership
edit-title = 편집: { $cities }
edit-pilot-title = 시범 운영 결과
edit-pilot-means = 이 문장은 자매결연 페이지에 공개됩니다.
edit-stage-title = 단계 변경
edit-facts-title = 기본 정보
edit-save = 저장
edit-meanwhile = 그사이 다른 사람이 저장했습니다. 지금 내용을 확인하고 다시 변경해 주세요.
field-outcome = 결과
field-pilot-ends = 시범 운영 마지막 날
field-pilot-ends-hint = 시범 운영을 시작하거나 연장할 때 필요합니다.
field-why = 이유
done-partnership-saved = 저장했습니다. 과정에 기록되었습니다.
fault-stage-not-reachable = 현재 단계에서는 바로 바꿀 수 없습니다.
fault-not-a-pilot = 시범 운영에만 해당합니다.
fault-outcome-contradicts = 결과가 단계나 날짜와 맞지 않습니다.
fault-partnership-proposed = 다른 도시가 아직 동의하지 않았습니다.
fault-not-visited = 방문이 아직 시작되지 않았거나 이루어지지 않았습니다.

## Whether somebody is reminded of a quiet partnership
unsubscribe-quiet-partnerships-title = 조용한 자매결연 알림 메일
unsubscribe-quiet-partnerships-ask = { $cities } 자매결연에 방문이 없는 동안 모든 도시에 맞는 시간을 한 달에 한 번 { $email } 주소로 알려 드립니다. 이 메일을 그만 받으시겠습니까?
unsubscribe-quiet-partnerships-leave = 더 이상 알리지 않기
unsubscribe-quiet-partnerships-left = { $email } 주소로는 이 자매결연의 알림이 더 이상 발송되지 않습니다: { $cities }. 다른 메일은 계속 발송됩니다.
unsubscribe-quiet-partnerships-join = 다시 알리기
unsubscribe-quiet-partnerships-joined = { $cities } 자매결연에 방문이 없는 동안 모든 도시에 맞는 시간을 한 달에 한 번 { $email } 주소로 알려 드립니다.

## After the visit
report-title = 방문 이후
report-link = 얻은 것과 다음 방문
report-attendance = 참석자
report-attendance-means = 인원은 자매결연 페이지의 집계에 쓰입니다. 비워 두면 표시한 사람을 셉니다.
report-not-marked = 아직 참석 여부가 표시되지 않았습니다.
field-headcount = 전체 방문 인원
field-came = 참석한 사람
report-outcome = 무엇을 배웠나요?
report-outcome-hosts = 맞이한 쪽을 대표해 씁니다.
report-outcome-guests = 방문한 쪽을 대표해 씁니다. 여기서 허용하고 맞이한 쪽이 게시한 경우에만 공개되며 이름은 표시되지 않습니다.
field-text = 몇 문장으로
field-outcome-locale = 글의 언어
field-public = 공개
report-public-hosts = 자매결연 페이지에 공개
report-public-guests = 자매결연 페이지에 공개해도 좋습니다
report-is-public = 자매결연 페이지에 공개됨
report-is-private = 관련자만 읽을 수 있음
report-publish = 공개하기
report-unpublish = 공개 중지
report-again = 다음 방문
report-again-means = 시간을 고르면 같은 단체와 사람들이 미리 채워집니다.
report-again-none = 지금은 예약할 수 있는 시간이 없습니다.
report-again-others = 다른 방문 찾기
done-attendance = 참석자를 저장했습니다.
done-outcome = 저장했습니다. 감사합니다.

## Letters about a partnership
letter-kind-partnership-proposed = 자매결연 제안
letter-kind-partnership-agreed = 자매결연 합의
letter-kind-partnership-quiet = 조용한 자매결연
letter-kind-visit-follow-up = 방문 이후
letter-proposed-subject = 자매결연 제안: { $cities }
letter-proposed-heading = 귀 도시에 자매결연 제안이 왔습니다
letter-proposed-text = 다음 도시의 자매결연이 제안되었습니다: { $cities }. 단계: { $stage }.
letter-proposed-by = 제안자: { $name }
letter-proposed-means = 모든 도시가 동의할 때까지 이 도시들의 담당자만 알 수 있습니다. 동의하거나 거절하실 수 있습니다.
letter-proposed-link = 제안을 보고 답하기
letter-agreed-subject = 모두 동의: { $cities }
letter-agreed-heading = 제안하신 자매결연이 합의되었습니다
letter-agreed-text = 모든 도시가 동의했습니다: { $cities }. 이제 서로의 방문을 보고 예약할 수 있습니다.
letter-agreed-link = 자매결연 보기
letter-quiet-subject = 다시 만날 때: { $cities }
letter-quiet-heading = 도시 사이가 조용해졌습니다
letter-quiet-text = 이 자매결연에는 예정된 방문이 없습니다: { $cities }.
letter-quiet-last = 지난 방문은 { $date }이었습니다.
letter-quiet-never = 아직 방문이 없었습니다.
letter-quiet-times = 다음 { $count }개의 시간은 모든 도시에 맞는 평일입니다.
letter-quiet-make = 이 시간 열기
letter-quiet-find = 다른 시간 찾기
letter-quiet-link = 자매결연 보기
letter-unsubscribe-quiet-partnerships = 이 자매결연을 더 이상 알리지 않기
# $title is the offer's, $with the other side.
letter-follow-up-subject = 방문 이후: { $title }
letter-follow-up-heading = 방문은 어떠셨나요?
letter-follow-up-text = { $with } 방문을 마치셨습니다. 배운 것을 몇 문장으로 남겨 주시면 두 도시의 교류에 도움이 됩니다.
letter-follow-up-text-host = { $with } 단체의 방문이 끝났습니다. 참석자를 표시하고 배운 것을 몇 문장 적어 주세요.
letter-follow-up-link = 소감 남기기
letter-follow-up-next = 같은 사람들로 다음 방문을 한 번에 예약할 수 있습니다.
letter-follow-up-again = 다음 방문 시간 고르기
