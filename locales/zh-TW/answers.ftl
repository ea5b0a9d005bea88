### 出席者是否參加：他們的回覆，以及相關的信件。

## Saying whether one comes
answer-title = 您會參加嗎？
answer-lead = { $name } 您好，請告知您是否參加。參訪開始前，您都可以更改回覆。
answer-needs-action = 尚未回覆
answer-accepted = 會參加
answer-tentative = 也許
answer-declined = 不參加
answer-mine-accepted = 是，我會參加
answer-mine-tentative = 也許，目前還無法確定
answer-mine-declined = 否，我無法參加
answer-save = 送出回覆
answer-closed = 已不再接受回覆：參訪已經開始，或不會舉行。
answer-keep-link = 持有本頁網址的人都可以替您回覆，請勿轉給他人。
answer-link = 告知是否參加
# Numbers of people.
answer-summary = 會參加：{ $accepted } · 也許：{ $tentative } · 不參加：{ $declined } · 尚未回覆：{ $open }
answer-failing = 寄往此地址的郵件被退回
field-answer = 您的回覆
done-answered = 您的回覆已儲存，接待方現在就看得到。

## In the letters
letter-answer-link = 告知是否參加
letter-answer-by-link = 請使用此連結回覆：系統不會讀取您對行事曆邀請的回覆。
letter-answer-by-mail = 您可以使用此連結或在行事曆中回覆。參訪開始前，您都可以更改回覆。
# To the host: somebody has answered.
letter-accepted-subject = { $name } 會參加：{ $title }，{ $date }
letter-accepted-heading = { $name } 會參加
letter-tentative-subject = { $name } 也許參加：{ $title }，{ $date }
letter-tentative-heading = { $name } 也許參加
letter-not-coming-subject = { $name } 不參加：{ $title }，{ $date }
letter-not-coming-heading = { $name } 不參加
letter-answer-note = { $name } 的留言
letter-answer-booking = 查看預約
# To the host: a calendar proposes another time, which follows the first of these lines.
letter-counter-subject = { $name } 提議改期：{ $title }，{ $date }
letter-counter-heading = { $name } 提議另一個時間
letter-counter-text = 對方行事曆提議的時間：
letter-counter-instead = 目前沒有任何變更。參訪時間仍為：
letter-counter-unread = 對方行事曆送來了改期提議，但無法讀取其時間，請向對方詢問。目前沒有任何變更，參訪時間仍為：
# To the host: a letter came back; $status is a code such as 5.1.1.
letter-failing-subject = 寄給 { $name } 的郵件被退回：{ $title }，{ $date }
letter-failing-heading = 寄給 { $name } 的郵件被退回
letter-failing-text = 寄往 { $email } 的信件被退回（狀態碼 { $status }）。請以其他方式聯絡對方，或請對方更正地址。
letter-failing-means = 有關這次參訪的後續信件仍會寄往該地址，以備其恢復正常。
