# What the pages say. One key, one meaning; the same keys in every language.

product-name = Sisterline
skip-to-content = 본문으로 건너뛰기

## Around every page
nav-label = 주 메뉴
nav-partnerships = 자매도시
nav-cities = 도시
nav-console = 내 호스트
nav-sign-in = 호스트 로그인
nav-api = 프로그램용 API
nav-dev-mail = 데모 메일
language-label = 언어
footer-line = 두 도시, 두 시계, 모두에게 좋은 한 시간.
footer-nav-label = 더 보기
footer-zones = 이 페이지의 모든 시각은 시간대 데이터 { $version }에 따라 서버가 계산했습니다.
signed-in-as = 로그인: { $name }
sign-out = 로그아웃
live-waiting = 연결이 끊어졌습니다. 일정이 바뀌었을 수 있습니다. 다시 연결하는 중입니다…
live-back = 다시 연결되었습니다.
# n: 2 to 5
live-looking = 지금 { $n }명이 이 시간을 보고 있습니다.
# n: a number that at least so many are
live-looking-many = 지금 { $n }명 넘게 이 시간을 보고 있습니다.

## Tiers, states, stages, tracks
tier-office = 근무 시간
tier-reachable = 연락 가능
tier-unsocial = 야간
now-office = 현재 근무 시간
now-reachable = 현재 연락 가능
now-unsocial = 현재 야간
legend-open = 예약 가능(숫자는 남은 자리)
legend-full = 마감
stage-prospective = 협의 중
stage-pilot = 시범 운영
stage-official = 공식 체결
stage-paused = 중단
stage-ended = 종료
track-official = 시청 및 공공기관
track-civic = 동호회 및 협회
track-education = 학교 및 대학교
track-culture = 문화
track-business = 경제

## Slots
slot-open = 예약 가능
slot-full = 자리 없음
slot-closed = 접수 마감
slot-cancelled = 취소됨
slot-seats-left = { $count ->
    [0] 남은 자리 없음
   *[other] { $count }자리 남음
  }
slot-of-capacity = 정원 { $count }자리
slot-book = 예약
slot-details = 자세히
slot-duration = 소요 시간
slot-languages = 언어
slot-topics = 주제
slot-full-what-now = 모든 자리가 예약되었습니다. 취소가 생기면 이곳에 바로 표시됩니다.
slot-closed-what-now = 이 일정은 더 이상 예약할 수 없습니다.
slot-started-what-now = 이 방문은 이미 시작되었습니다.
slot-cancelled-what-now = 호스트가 이 방문을 취소했습니다. 예약하신 모든 분께 메일로 알렸습니다.
slot-others = 같은 방문의 다른 일정
slot-all-times = 모든 일정: { $name }
slots-new = 새 일정이 추가되었습니다.
slots-stale = 이 페이지의 내용이 최신이 아닐 수 있습니다.
slots-refresh = 최신 내용 보기
visits-none = 현재 공개된 방문이 없습니다. 자매도시 페이지에서 두 도시 사이의 일정을 확인해 주십시오.

## Home
home-title = 서로에게 좋은 시간에 자매도시를 만나 보세요.
home-lead = 자매도시들이 온라인 방문 일정을 제공합니다. 학교 수업, 시청, 합창 연습, 연구실 등입니다. 일정을 고르면 두 도시의 시각이 함께 표시되고, 모든 참가자가 캘린더에서 바로 열리는 초대장을 받습니다.
home-find = 자매도시 찾기
home-see-visits = 다가오는 방문
home-partnerships = 자매도시
home-partnerships-lead = 연결하고 싶은 도시를 선택해 주십시오. 두 도시의 하루가 나란히 표시됩니다.
home-partnerships-none = 아직 등록된 자매도시가 없습니다. 코디네이터가 로그인하여 첫 자매도시를 등록할 수 있습니다.
home-cities = 도시
home-cities-lead = 각 고리는 그 도시의 하루입니다. 아래가 자정, 위가 정오, 붉은 구슬이 현재입니다.
home-cities-none = 아직 등록된 도시가 없습니다. 관리자가 로그인하여 첫 도시를 등록할 수 있습니다.
home-visits = 다가오는 방문
home-visits-lead = 자매도시의 누구나 참여할 수 있습니다.
partnership-since = { $year }년부터
partnership-open-slots = { $count ->
    [0] 예약 가능한 일정 없음
   *[other] 예약 가능한 일정 { $count }건
  }

## City
city-now = 현재
city-zone = 시간대
city-office-hours = 근무 시간
city-languages = 언어
city-partnerships = 자매도시
city-partnerships-none = 이 도시에는 아직 공개된 자매도시가 없습니다.
city-partnerships-count = { $count ->
    [0] 자매도시 없음
   *[other] 자매결연 { $count }건
  }
city-hosts = 방문을 맞이하는 곳
city-hosts-lead = 이 도시의 자매도시 페이지에서 방문을 예약해 주십시오.
city-hosts-none = 아직 방문을 맞이하는 곳이 없습니다.
city-visits = 다가오는 공개 방문
host-offers-label = 제공 프로그램

## Partnership
week-nav-label = 주
week-previous = 이전 주
week-next = 다음 주
week-empty = 이번 주에는 제공되는 일정이 없습니다.
week-empty-what-now = 이후 일정도 아직 등록되지 않았습니다. 호스트에게 문의하시거나 며칠 후 다시 확인해 주십시오.
week-go-to-next = 다음 예약 가능 일정으로
day-empty = 일정 없음
today = 오늘

## Booking form
book-title = 이 방문 예약하기
book-party = 방문하시는 분
book-contact = 연락받으실 분
book-attendees = 다른 참가자
book-attendees-hint = 각자 초대장을 받습니다. 본인의 초대장을 전달하셔도 됩니다.
book-attendee-number = 참가자 { $number }
book-add-attendee = 참가자 추가
book-submit = 이 방문 예약하기
book-what-next = 두 도시의 시각, 캘린더 초대장, 예약 변경 링크가 담긴 메일을 바로 받으십니다.
form-faults = { $count }개 항목을 다시 확인해 주십시오
field-optional = (선택)
field-city = 소속 도시
field-organization = 학교, 기관, 단체 또는 회사
field-name = 성함
field-email = 메일 주소
field-locale = 메일 언어
field-zone = 메일 시간대
field-seats = 자리 수
field-note = 호스트에게 전하는 말
field-attendee-name = 성함
field-attendee-email = 메일 주소
field-reason = 사유

## Booking
booking-thanks = 감사합니다. 예약이 완료되었습니다.
booking-confirmed = 확정
booking-cancelled = 취소됨
booking-completed = 완료
booking-next = 다음 안내
booking-next-confirmed = 명단의 모든 분께 초대장을 보냈습니다. 캘린더에서 수락하시고, 몇 분 일찍 이 페이지나 메일의 링크로 참여해 주십시오.
booking-next-cancelled = 이 방문은 취소되었으며 캘린더에도 알렸습니다. 다른 일정을 선택하실 수 있습니다.
booking-next-completed = 좋은 시간이 되셨기를 바랍니다. 언제든 다시 예약해 주십시오.
booking-join = 방문 참여하기
booking-calendar = 캘린더에 추가
booking-others = 다른 예약 가능 일정
booking-party = 예약 단체
booking-seats = 자리 수
booking-attendees = 초대된 분
booking-note = 호스트에게 전하는 말
booking-cancel = 이 예약 취소하기
booking-cancel-means = 자리는 바로 다른 분들께 제공되며, 초대된 모든 분께 메일로 알립니다. 되돌릴 수 없습니다.
booking-cancel-confirm = 예, 예약을 취소합니다
booking-keep-link = 이 페이지의 주소를 아는 사람은 누구나 예약을 변경할 수 있습니다. 공유하지 마십시오.
seats = { $count }자리

## Signing in
sign-in-title = 로그인
sign-in-lead = 호스트, 코디네이터, 관리자용입니다. 비밀번호 없이 로그인 링크를 보내 드립니다.
sign-in-send = 링크 받기
sign-in-guests = 방문하시는 분은 계정이 필요 없습니다. 예약을 변경하려면 메일의 링크를 이용해 주십시오.
sign-in-sent-title = 메일함을 확인해 주십시오
sign-in-sent = { $email } 주소가 등록되어 있다면 링크를 보내 드렸습니다.
sign-in-sent-next = 링크는 한 번만, 15분 동안 사용할 수 있습니다. 메일이 오지 않으면 스팸 메일함과 주소의 오타를 확인해 주십시오.
sign-in-demo-mail = 데모 메일 열기
sign-in-again = 새 링크 요청
sign-in-enter-title = 다시 오신 것을 환영합니다
sign-in-enter = { $email } 계정으로 로그인합니다.
sign-in-enter-button = 로그인
sign-in-expired-title = 이 링크는 더 이상 유효하지 않습니다
sign-in-expired = 링크는 한 번만, 15분 동안 사용할 수 있습니다. 새 링크를 요청해 주십시오.

## Console
console-title = 내 호스트
console-hello = { $name } 님, 반갑습니다.
console-no-hosts = 아직 어느 호스트에도 속해 있지 않습니다. 소속 도시의 코디네이터에게 추가를 요청해 주십시오.
console-no-offers = 아직 제공하는 프로그램이 없습니다.
console-no-slots = 예정된 일정이 없습니다. 추가하면 모든 자매도시가 바로 볼 수 있습니다.
console-seats-taken = 자리 예약됨
console-nobody-yet = 아직 예약이 없습니다.
console-cancel-slot = 이 일정 취소
console-cancel-means-nobody = 예약이 없습니다. 모든 페이지에서 바로 사라집니다.
console-cancel-means = 예약한 단체 { $count }곳에 메일로 알립니다. 되돌릴 수 없습니다.
console-cancel-confirm = 예, 취소합니다
console-add-slot = 일정 추가
console-add-slot-button = 이 일정 추가
console-setups = 설정
field-offer = 프로그램
field-date = 날짜
field-time = 시작 시각(호스트 도시 기준)
field-capacity = 정원
field-resolution = 어느 시각을 말씀하십니까?
field-city-name = 이름
field-slug = 주소용 짧은 이름
field-country = 국가
field-city-zone = 시간대
field-office-from = 근무 시작
field-office-to = 근무 종료
field-weekend = 휴무일
field-languages = 언어
field-cities = 도시
field-stage = 단계
field-since = 체결 연도
field-host-city = 도시
field-host-name = 호스트 이름
field-track = 분야
field-about = 소개
field-host = 호스트
field-title = 제목
field-topics = 주제
field-duration = 소요 시간(분)
field-visibility = 공개 범위
field-description = 방문 내용
field-role-email = 메일 주소
field-role = 역할
field-role-scope = 대상

console-pick = 내 호스트
console-pick-summary = 호스트 선택
console-host-line = { $count ->
    [0] 프로그램 없음
   *[other] 프로그램 { $count }개
  }
console-more-slots = 이후 일정 { $count }건
console-not-all = 가까운 일정 { $count }건만 표시됩니다.
console-steps = 첫걸음
console-steps-lead = 아직 예약할 수 있는 것이 없습니다. 첫 방문까지의 단계입니다. 각 단계를 누르면 입력 양식이 열립니다.
console-step-city = 소속 도시와 만나고 싶은 도시를 추가합니다.
console-step-partnership = 두 도시의 자매결연을 등록합니다.
console-step-host = 방문을 맞이할 호스트를 추가합니다.
console-step-offer = 호스트가 제공하는 프로그램을 등록합니다.
console-step-slot = 첫 일정을 추가합니다.
console-none-to-keep = 아직 추가된 호스트가 없습니다.
add-slot-capacity-hint = 비워 두면 프로그램의 정원을 따릅니다.
doubt-gap = { $city }에서는 그날 밤 시계가 앞당겨져 { $time }이(가) 존재하지 않습니다. 다음 시각이 맞습니까? 아니면 다른 시각을 선택해 주십시오.
doubt-fold = { $city }에서는 그날 밤 시계가 늦춰져 { $time }이(가) 두 번 있습니다.
resolution-gap-shifted = 시계가 앞당겨지는 만큼 늦은 시각
resolution-fold-first = 시계가 늦춰지기 전
resolution-fold-second = 시계가 늦춰진 후
setup-city = 도시 추가
setup-partnership = 자매결연 등록
setup-host = 호스트 추가
setup-offer = 프로그램 추가
setup-role = 역할 부여
field-native-name = 현지어 이름
field-kind = 유형
field-overlap = 다른 방문과의 중복
field-meeting-url = 회의 주소
field-role-name = 성함
field-role-locale = 메일 언어
hint-slug = 영문 소문자, 숫자, 하이픈. 나중에 변경할 수 없습니다.
hint-country = TW, US와 같은 두 글자.
hint-languages = en, zh-TW와 같이 쉼표로 구분한 언어 코드.
hint-topics = 쉼표로 구분합니다.
hint-meeting-url = https:// 로 시작하는 주소. 예약한 분께만 알려 드립니다.
hint-role-name = 처음 등록하는 경우에만 필요합니다.
overlap-allowed = 호스트의 다른 방문과 동시에 진행할 수 있음
role-admin = 전체 관리자
role-coordinator = 코디네이터
role-member = 호스트 구성원
seen-by-public = 모든 사람
seen-by-partners = 자매도시
seen-by-unlisted = 링크를 아는 사람
known-to-public = 모든 사람
known-to-private = 소속 도시의 담당자만
day-mon = 월요일
day-tue = 화요일
day-wed = 수요일
day-thu = 목요일
day-fri = 금요일
day-sat = 토요일
day-sun = 일요일

## What is wrong with a field of the console, by its code
fault-invalid-url = https:// 로 시작하는 주소를 입력해 주십시오.
fault-out-of-range = { $min }에서 { $max } 사이의 숫자를 입력해 주십시오.
fault-not-a-number = 숫자를 입력해 주십시오.
fault-count = { $min }~{ $max }개를 선택해 주십시오.
fault-unknown = 목록에서 선택해 주십시오.
fault-too-many = 개수가 너무 많습니다.
fault-invalid-slug = new-taipei와 같이 영문 소문자, 숫자, 하이픈 2~60자를 입력해 주십시오.
fault-invalid-country = TW와 같은 두 글자 국가 코드를 입력해 주십시오.
fault-invalid-language = en, zh-TW, ja와 같은 언어 코드를 입력해 주십시오.
fault-invalid-time = 09:00과 같이 시각을 입력해 주십시오.
fault-end-before-start = 근무 종료 시각은 시작 시각보다 늦어야 합니다.
fault-slug-taken = 다른 도시가 이 짧은 이름을 사용하고 있습니다. 다른 이름을 선택해 주십시오.
fault-slot-overlaps = 호스트에게 그 시간에 다른 방문이 있습니다. 다른 시각을 선택해 주십시오.
fault-invalid-local-time = 날짜와 시각을 입력해 주십시오.
fault-local-day-missing = 현지 달력에 없는 날입니다. 다른 날을 선택해 주십시오.
fault-choose-instant = 어느 시각인지 선택하시거나 다른 시각을 선택해 주십시오.
fault-in-past = 앞으로의 시각을 선택해 주십시오.
fault-too-far = 10년 이내의 시각을 선택해 주십시오.
fault-not-yours = 도시 중 하나는 본인이 담당하는 도시여야 합니다.

## Letters of the demo
dev-mail-title = 데모 메일
dev-mail-lead = 어떤 메일도 이 컴퓨터를 벗어나지 않습니다. 실제로 발송되었을 메일입니다.
dev-mail-none = 아직 메일이 없습니다. 방문을 예약하면 이곳에 표시됩니다.
letter-subject = 제목
letter-to = 받는 사람
letter-kind = 종류
letter-at = 작성
letter-state = 상태
letter-html = 일반 보기
letter-text = 텍스트
letter-calendar = 캘린더
letter-broken = 이 메일은 더 이상 표시할 수 없습니다.
letter-raw = 메일 원문
letter-kind-visit-confirmed = 초대장
letter-kind-visit-cancelled = 취소 안내
letter-kind-series-confirmed = 연속 방문
letter-kind-series-cancelled = 연속 방문 취소
letter-kind-sign-in = 로그인 링크
letter-kind-visit-moved = 시간제 변경 안내
letter-kind-confirm-again = 재확인 요청
letter-kind-answer-received = 참석 회신
letter-kind-time-proposed = 다른 시간 제안
letter-kind-address-failing = 메일 반송
letter-state-queued = 발송 대기
letter-state-sending = 발송 중
letter-state-sent = 발송됨
letter-state-dead = 발송 포기
letter-state-superseded = 새 메일로 대체됨
letter-state-expired = 발송 기한 지남
letter-follow = 이 메일의 링크 열기

## API
docs-title = 프로그램용 API
docs-version = 버전 { $version }
docs-machine = 기계용 문서(OpenAPI 3.1)
docs-nav-label = 작업
docs-parameters = 매개변수
docs-request = 본문
docs-responses = 응답
docs-required = 필수

## Problems
problem-home = 첫 페이지로
problem-403 = 이 페이지를 열 권한이 없습니다
problem-403-next = 다른 주소로 로그인하셨거나 다른 호스트의 페이지일 수 있습니다. 입력 양식에서 오셨다면 이전 페이지로 돌아가 새로 고친 뒤 다시 보내 주십시오.
problem-404 = 페이지를 찾을 수 없습니다
problem-404-next = 링크가 오래되었거나 잘렸을 수 있습니다. 첫 페이지에서 모든 도시와 자매도시를 보실 수 있습니다.
problem-409 = 다른 분이 먼저 하셨습니다
problem-409-next = 보신 내용이 그사이 바뀌었습니다. 이전 페이지로 돌아가 현재 상태를 확인해 주십시오.
problem-422 = 입력 내용 중 이해할 수 없는 부분이 있습니다
problem-422-next = 이전 페이지로 돌아가 입력 내용을 확인해 주십시오. 변경된 것은 없습니다.
problem-429 = 한꺼번에 너무 많은 요청이 있었습니다
problem-429-next = 1분 후 다시 시도해 주십시오. 사라진 것은 없습니다.
problem-500 = 저희 쪽에서 오류가 발생했습니다
problem-500-next = 오류를 기록했습니다. 잠시 후 다시 시도해 주십시오. 계속되면 아래 코드를 알려 주십시오.
problem-503 = 곧 돌아옵니다
problem-503-next = 서비스의 일부를 잠시 이용할 수 없습니다. 예약된 내용은 사라지지 않았습니다. 1분 후 다시 시도해 주십시오.

## Said once after something was done
done-cancelled = 방문이 취소되었습니다. 관련된 모든 분께 메일로 알립니다.
done-slot-added = 일정이 추가되었습니다. 지금 보고 있는 분들께 바로 표시됩니다.
done-slot-cancelled = 일정이 취소되었습니다. 예약한 모든 분께 메일로 알립니다.
done-entered = 저장되었습니다.
done-signed-in = 로그인되었습니다.
done-signed-out = 로그아웃되었습니다.

## Small words
list-separator = ,{" "}

## What is wrong with a field, by its code
fault-required = 이 항목을 입력해 주십시오.
fault-too-long = 너무 깁니다.
fault-control-characters = 줄바꿈과 보이지 않는 문자를 지워 주십시오.
fault-invalid-email = name@example.org와 같은 메일 주소를 입력해 주십시오.
fault-duplicate-email = 이 주소는 이미 예약에 포함되어 있습니다.
fault-unknown-city = 도시를 선택해 주십시오.
fault-unknown-zone = 목록에서 시간대를 선택해 주십시오.
fault-slot-full = 다른 분이 먼저 예약하여 자리가 부족합니다. 예약되지 않았습니다.
fault-slot-closed = 이 일정은 더 이상 예약을 받지 않습니다. 예약되지 않았습니다.
fault-slot-started = 이 방문은 이미 시작되었습니다. 예약되지 않았습니다.
fault-visit-started = 방문이 이미 시작되어 변경할 수 없습니다.
fault-sent-before = 이 양식은 이전에 다른 내용으로 제출되었습니다. 확인 후 다시 보내 주십시오.
fault-stale-form = 양식이 오래되었습니다. 페이지를 다시 열어 한 번 더 보내 주십시오.

## Booking
home-page-title = 자매도시를 잇는 방문
book-choose-city = 선택…
book-zone-of-city = 도시와 동일
minutes = { $count }분
clocks-apart = { $count ->
    [0] 같은 시각
   *[other] 시차 { $count }시간
  }
clocks-apart-exactly = 시차 { $time }시간
kind-office = 공공기관
kind-school = 학교
kind-university = 대학교
kind-association = 단체
kind-company = 기업

# Heading over partnerships that wait for an answer.
console-proposals = 제안된 자매결연
proposal-title = 제안됨, 합의 전
proposal-awaits = { $cities }의 동의를 기다리고 있습니다.
proposal-meaning = 모든 도시가 동의하기 전까지는 해당 도시의 담당자만 이 제안을 알 수 있으며, 이를 통해 보거나 예약할 수 없습니다.
proposal-agree = 소속 도시를 대표하여 동의
proposal-withdraw = 제안 철회
done-agreed = 동의했습니다. 모든 도시가 동의하면 서로의 프로그램이 공개됩니다.
done-withdrawn = 제안을 철회했습니다.

# Letters that could not be sent, for admins.
outbox-title = 발신함
outbox-lead = 모든 메일은 메일 서버가 받아들일 때까지 이곳에서 기다립니다.
outbox-paused = 현재 발송이 중지되어 있습니다
outbox-paused-next = 메일 서버가 연결을 거부하고 있습니다. 메일은 사라지지 않고 대기하며, 설정이나 서버가 복구되면 자동으로 발송됩니다. 서버 응답:
outbox-counts = 메일
outbox-none = 아직 작성된 메일이 없습니다.
outbox-dead = 발송 포기
outbox-dead-none = 발송을 포기한 메일이 없습니다.
outbox-reason = 사유
outbox-actions = 조치
outbox-requeue = 다시 보내기
outbox-discard = 폐기
done-requeued = 메일이 다시 발송 대기 중입니다.
done-discarded = 메일을 폐기했습니다.
letter-state-discarded = 폐기됨
console-outbox = 발신함

# How each letter reads, for admins.
preview-title = 메일 미리보기
preview-lead = 이 시스템이 보내는 모든 메일을 하나의 방문을 예로 들어 모든 언어로 보여 줍니다.
preview-harmless = 여기 있는 메일은 발송되지 않았습니다. 링크도 예시일 뿐이어서 실제로 있는 것을 가리키지 않으며, 이 링크로는 아무도 들어갈 수 없습니다.
preview-day = 방문 날짜
preview-day-next-day = 가오슝은 다음 날
preview-day-same-day = 두 도시 모두 같은 날
preview-day-clocks-back = 서머타임 종료
preview-day-clocks-forward = 서머타임 시작
preview-show = 메일 보기
preview-from = 보낸 사람
preview-eml = 메일 내려받기(.eml)

# Calendars that people subscribe to.
console-calendars = 캘린더 구독
calendars-title = 캘린더 구독
calendars-lead = 캘린더 프로그램에서 이 주소를 구독하면 항상 최신 상태가 표시됩니다. 주소를 아는 사람은 방문 내용을 볼 수 있으므로 신중하게 공유해 주십시오.
feed-person = 초대받았거나 맞이하는 방문
feed-host = 이 호스트가 맞이하는 방문
feed-partnership = 이 자매도시 간의 방문(참여 링크 제외)
feed-open = 캘린더에서 열기
feed-google = Google 캘린더에 추가
feed-rotate = 주소 변경
feed-busy = 내용 없이 바쁜 시간만:
feed-slow = 갱신 주기는 캘린더마다 다릅니다. 대부분 1시간 이내, Google은 하루 이내입니다.
feed-name = 방문: { $name }
city-feed = 캘린더에서 구독
done-rotated = 주소가 변경되었습니다. 이전 주소를 구독하는 캘린더에는 더 이상 표시되지 않습니다.
