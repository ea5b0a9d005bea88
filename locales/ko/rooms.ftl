### Where visits take place.

rooms-title = 방문이 열리는 곳
rooms-lead = 주소는 참석하는 분과 담당자에게만 알려 드립니다. 주소를 바꾸면 해당 방문의 모든 참석자에게 수정된 초대장을 보냅니다.
rooms-offer = 이 프로그램의 모든 시간
rooms-made = 입력하지 않으면 방문이 확정될 때 추측할 수 없는 이름의 전용 회의실이 시간마다 만들어집니다.
rooms-unmade = 입력하지 않으면 참여 방법을 방문자에게 직접 알려 주십시오.
rooms-slots = 개별 시간
rooms-slots-hint = 비워 두면 프로그램의 주소를 사용합니다.
rooms-save = 저장
rooms-now = 회의 주소
rooms-none = 예정된 시간이 없습니다.
console-rooms = 회의실
done-room-saved = 저장했습니다. 해당 방문의 참석자에게 알렸습니다.

## The letter to those whose visit takes place elsewhere
letter-meeting-subject = 회의 주소 변경: { $title }, { $date }
letter-meeting-heading = 방문의 회의 주소가 바뀌었습니다
letter-meeting-text = 시간은 그대로입니다. 이 편지의 링크를 이용해 주십시오. 첨부된 업데이트가 캘린더에 새 주소를 넣습니다.
