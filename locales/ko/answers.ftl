### 참석자의 참석 여부: 회신과 그에 관한 메일.

## Saying whether one comes
answer-title = 참석하십니까?
answer-lead = { $name } 님, 참석 여부를 알려 주십시오. 방문이 시작될 때까지 회신을 바꾸실 수 있습니다.
answer-needs-action = 아직 회신 없음
answer-accepted = 참석
answer-tentative = 미정
answer-declined = 불참
answer-mine-accepted = 예, 참석합니다
answer-mine-tentative = 아직 잘 모르겠습니다
answer-mine-declined = 아니요, 참석할 수 없습니다
answer-save = 회신 보내기
answer-closed = 더 이상 회신을 받지 않습니다. 방문이 이미 시작되었거나 열리지 않습니다.
answer-keep-link = 이 페이지의 주소를 가진 사람은 누구나 대신 회신할 수 있으니 다른 사람에게 알리지 마십시오.
answer-link = 참석 여부 알리기
# Numbers of people.
answer-summary = 참석: { $accepted } · 미정: { $tentative } · 불참: { $declined } · 회신 없음: { $open }
answer-failing = 이 주소로 보낸 메일이 반송됩니다
field-answer = 회신
done-answered = 회신이 저장되었습니다. 주최 측에 바로 표시됩니다.

## In the letters
letter-answer-link = 참석 여부 알리기
letter-answer-by-link = 이 링크로 회신해 주십시오. 캘린더 초대에 대한 회신은 확인하지 않습니다.
letter-answer-by-mail = 이 링크나 캘린더 중 편하신 방법으로 회신해 주십시오. 방문이 시작될 때까지 회신을 바꾸실 수 있습니다.
# To the host: somebody has answered.
letter-accepted-subject = { $name } 님 참석: { $title }, { $date }
letter-accepted-heading = { $name } 님이 참석합니다
letter-tentative-subject = { $name } 님 미정: { $title }, { $date }
letter-tentative-heading = { $name } 님의 참석은 미정입니다
letter-not-coming-subject = { $name } 님 불참: { $title }, { $date }
letter-not-coming-heading = { $name } 님은 참석하지 않습니다
letter-answer-note = { $name } 님의 말씀
letter-answer-booking = 예약 보기
# To the host: a calendar proposes another time, which follows the first of these lines.
letter-counter-subject = { $name } 님이 다른 시간을 제안: { $title }, { $date }
letter-counter-heading = { $name } 님이 다른 시간을 제안합니다
letter-counter-text = 캘린더가 제안한 시간:
letter-counter-instead = 변경된 것은 없습니다. 방문 시간은 다음과 같습니다:
letter-counter-unread = 캘린더에서 제안을 보냈지만 시간을 읽을 수 없었습니다. 직접 여쭈어 보십시오. 변경된 것은 없습니다. 방문 시간은 다음과 같습니다:
# To the host: a letter came back; $status is a code such as 5.1.1.
letter-failing-subject = { $name } 님께 보낸 메일이 반송됨: { $title }, { $date }
letter-failing-heading = { $name } 님께 보낸 메일이 반송되었습니다
letter-failing-text = { $email } 주소로 보낸 메일이 반송되었습니다(상태 코드 { $status }). 다른 방법으로 연락하시거나 주소를 바로잡도록 부탁해 주십시오.
letter-failing-means = 주소가 다시 작동할 경우에 대비해 이 방문에 관한 메일은 계속 그 주소로 보냅니다.
